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

    schema_: Plain | None = Field(
        None, alias="$schema", description="The schema of this file, for editors.", examples=["resume.schema.json"]
    )
    basics: Basics = Field(default_factory=Basics, description="Who the résumé is about.")
    work: tuple[Work, ...] = Field((), description="Employers, newest first.")
    volunteer: tuple[Volunteer, ...] = Field((), description="Unpaid work.")
    education: tuple[Education, ...] = Field((), description="Schools, newest first.")
    awards: tuple[Award, ...] = Field((), description="Recognition received.")
    certificates: tuple[Certificate, ...] = Field((), description="Proof of things learned.")
    publications: tuple[Publication, ...] = Field((), description="Books, articles, papers.")
    patents: tuple[Patent, ...] = Field((), description="Patents and applications for them.")
    skills: tuple[Skill, ...] = Field((), description="Skills, in groups.")
    languages: tuple[Language, ...] = Field(
        (),
        description="Languages spoken; bare tags such as `en` name the languages that this file is written in.",
    )
    interests: tuple[Interest, ...] = Field((), description="What one cares for beside work.")
    references: tuple[Reference, ...] = Field((), description="What others say about the person.")
    projects: tuple[Project, ...] = Field((), description="Things made.")
    sections: tuple[CustomSection, ...] = Field((), description="Sections of your own.")

    variants: dict[str, Variant] = Field({}, description="Versions for one purpose each, by name.")
    private: tuple[Plain, ...] = Field(
        (), description="Paths of single fields that a public build leaves out.", examples=[["basics.phone"]]
    )
    meta: dict[str, Any] = Field({}, description="What programs know about the file; kept, never printed.")

    @property
    def written_in(self) -> tuple[str, ...]:
        """The language tags that the file declares for its translated texts, the first one being its own."""
        return tuple(language.code for language in self.languages if language.code)
