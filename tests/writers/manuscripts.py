"""Résumés ready to be written."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from textwrap import dedent
from typing import Any

from resumekit.load import parse
from resumekit.present import present
from resumekit.schema import Resume, validate
from resumekit.tailor import translate
from resumekit.theming import choose_look
from resumekit.writers import Manuscript
from theming.themes import built_in

NOWHERE = Path("no-such-folder")


def manuscript_of(
    source: str | bytes,
    *,
    name: str = "resume.yaml",
    folder: Path = NOWHERE,
    theme: str = "modern",
    tailor: Callable[[Resume], Resume] = lambda resume: resume,
    **told: Any,
) -> Manuscript:
    """Return a manuscript of a résumé, as a build without options would make it; `told` are other fields of it."""
    data = dedent(source).encode() if isinstance(source, str) else source
    document = parse(data, name=name, folder=folder)
    resume = tailor(translate(validate(document)[0]))
    design = choose_look(built_in(theme), {}, resume.page, document)
    return Manuscript(document, resume, present(resume), design, **told)
