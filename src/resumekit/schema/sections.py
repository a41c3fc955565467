"""Section names, for `order`, `titles`, `hide` and `break`."""

from __future__ import annotations

from .resume import Resume

SECTIONS = (
    "summary",
    "work",
    "projects",
    "education",
    "skills",
    "languages",
    "certificates",
    "awards",
    "publications",
    "patents",
    "volunteer",
    "interests",
    "references",
)
"""The built-in sections in their default order."""


def section_names(resume: Resume) -> tuple[str, ...]:
    """Return every section name that `order`, `titles`, `hide` and `break` may use: built-in ones, then custom ones."""
    return (*SECTIONS, *(section.key for section in resume.sections))
