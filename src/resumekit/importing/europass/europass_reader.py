"""Europass: `SkillsPassport` (2013 to 2020, XML or JSON) and `Candidate` (since 2020, XML)."""

from __future__ import annotations

import re

from resumekit.importing.draft_resume import DraftResume
from resumekit.importing.field_reader import FieldReader
from resumekit.importing.input_file import InputFile
from resumekit.importing.xml_values import parse_xml
from resumekit.load import Value

from .candidate import read_candidate
from .skills_passport import read_passport

_ROOT = re.compile(r"<(?:\w+:)?(?:SkillsPassport|Candidate|LearnerInfo)[\s/>]")
"""The root elements of Europass XML."""


def knows(file: InputFile) -> bool:
    """Return whether a file is Europass, going by its root element or key."""
    text = file.beginning.lstrip()
    return (text.startswith("<") and bool(_ROOT.search(text))) or isinstance(_json_passport(file), dict)


def read(file: InputFile) -> DraftResume:
    """Return the résumé. The portrait and attached files are not imported.

    Raises:
        LoadError: invalid XML, or over a limit.
    """
    passport = _json_passport(file)
    if isinstance(passport, dict):
        return read_passport(FieldReader(passport, ("SkillsPassport",)))
    name, values = parse_xml(file.source)
    if name == "Candidate":
        return read_candidate(FieldReader(values, (name,)))
    return read_passport(FieldReader(values if name == "SkillsPassport" else {"LearnerInfo": values}, (name,)))


def _json_passport(file: InputFile) -> Value:
    return file.mapping.get("SkillsPassport")
