"""Europass: `SkillsPassport` of 2013 to 2020, as XML or JSON, and `Candidate` since."""

from __future__ import annotations

import re

from resumekit.importing.draft_resume import Draft
from resumekit.importing.field_reader import Part
from resumekit.importing.input_file import Original
from resumekit.importing.xml_values import xml_values
from resumekit.load import Value

from .candidate import candidate
from .skills_passport import passport

_ROOT = re.compile(r"<(?:\w+:)?(?:SkillsPassport|Candidate|LearnerInfo)[\s/>]")
"""An element that is the root of Europass's XML."""


def knows(original: Original) -> bool:
    """Tell whether a file is Europass, by its root."""
    text = original.beginning.lstrip()
    return (text.startswith("<") and bool(_ROOT.search(text))) or isinstance(_passport_in(original), dict)


def read(original: Original) -> Draft:
    """Return the résumé; portrait and attached files are not taken along.

    Raises:
        LoadError: broken XML, or more than that.
    """
    inside = _passport_in(original)
    if isinstance(inside, dict):
        return passport(Part(inside, ("SkillsPassport",)))
    name, values = xml_values(original.source)
    if name == "Candidate":
        return candidate(Part(values, (name,)))
    return passport(Part(values if name == "SkillsPassport" else {"LearnerInfo": values}, (name,)))


def _passport_in(original: Original) -> Value:
    return original.mapping.get("SkillsPassport")
