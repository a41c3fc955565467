"""The résumé: JSON Resume v1, field for field, and what resumekit adds."""

from __future__ import annotations

from typing import Any

from pydantic import Field

from .basics import Basics
from .custom import CustomSection
from .education import Award, Certificate, Education
from .presentation import Arrangement, Variant
from .publications import Patent, Publication
from .skills import Interest, Language, Reference, Skill
from .text import Plain
from .work import Project, Volunteer, Work


class Resume(Arrangement):
    """A whole résumé. No field is required: a page with a name alone is a page."""

    schema_: Plain | None = Field(None, alias="$schema")
    basics: Basics = Field(default_factory=Basics)
    work: tuple[Work, ...] = ()
    volunteer: tuple[Volunteer, ...] = ()
    education: tuple[Education, ...] = ()
    awards: tuple[Award, ...] = ()
    certificates: tuple[Certificate, ...] = ()
    publications: tuple[Publication, ...] = ()
    patents: tuple[Patent, ...] = ()
    skills: tuple[Skill, ...] = ()
    languages: tuple[Language, ...] = Field(
        (),
        description="Languages spoken; bare tags such as `en` name the languages that this file is written in.",
    )
    interests: tuple[Interest, ...] = ()
    references: tuple[Reference, ...] = ()
    projects: tuple[Project, ...] = ()
    sections: tuple[CustomSection, ...] = ()

    variants: dict[str, Variant] = {}
    private: tuple[Plain, ...] = Field((), description="Paths of single fields that a public build leaves out.")
    meta: dict[str, Any] = {}

    @property
    def written_in(self) -> tuple[str, ...]:
        """The language tags that the file declares for its translated texts, the first one being its own."""
        return tuple(language.code for language in self.languages if language.code)
