"""The résumé: JSON Resume v1 field for field, and resumekit's extensions."""

from __future__ import annotations

from typing import Any

from pydantic import Field

from .basics import Basics
from .custom import CustomSection
from .education import Award, Certificate, Education
from .presentation import Presentation, Variant
from .publications import Patent, Publication
from .scalar_types import Plain
from .skills import Interest, Language, Reference, Skill
from .work import Project, Volunteer, Work

MAX_VARIANTS = 100
"""Each is validated as a whole résumé, so the time grows with their number times the size of the file."""


class Resume(Presentation):
    """A whole résumé. No field is required: a page with only a name is still a page."""

    schema_: Plain | None = Field(
        None, alias="$schema", description="JSON Schema of this file, for editors.", examples=["resume.schema.json"]
    )
    basics: Basics = Field(default_factory=Basics, description="Name, contact details and summary.")
    work: tuple[Work, ...] = Field((), description="Jobs, newest first.")
    volunteer: tuple[Volunteer, ...] = Field((), description="Volunteer work.")
    education: tuple[Education, ...] = Field((), description="Education, newest first.")
    awards: tuple[Award, ...] = Field((), description="Awards and honours.")
    certificates: tuple[Certificate, ...] = Field((), description="Certificates and licences.")
    publications: tuple[Publication, ...] = Field((), description="Books, articles and papers.")
    patents: tuple[Patent, ...] = Field((), description="Patents and patent applications.")
    skills: tuple[Skill, ...] = Field((), description="Skills, in groups.")
    languages: tuple[Language, ...] = Field(
        (),
        description="Languages the person speaks; tags such as `en` declare the languages this file is written in.",
    )
    interests: tuple[Interest, ...] = Field((), description="Interests and hobbies.")
    references: tuple[Reference, ...] = Field((), description="References by other people.")
    projects: tuple[Project, ...] = Field((), description="Projects.")
    sections: tuple[CustomSection, ...] = Field((), description="Custom sections.")

    variants: dict[str, Variant] = Field(
        {}, max_length=MAX_VARIANTS, description="Versions of the résumé for different purposes, by name."
    )
    private: tuple[Plain, ...] = Field(
        (), description="Paths of single fields to omit from public builds.", examples=[["basics.phone"]]
    )
    meta: dict[str, Any] = Field({}, description="Metadata for programs; kept, never printed.")

    @property
    def written_in(self) -> tuple[str, ...]:
        """The language tags that the file declares for its translated texts; the first is its main language."""
        return tuple(language.code for language in self.languages if language.code)
