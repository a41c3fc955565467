"""One version of a résumé, for one application."""

from __future__ import annotations

from dataclasses import dataclass

from resumekit.errors import Problem
from resumekit.load import Document
from resumekit.schema import Resume

from .languages import in_locale, known_language, translate, untranslated
from .privacy import only_this, publish, redact, remains
from .selection import select
from .settings import lineage


@dataclass(frozen=True, slots=True)
class Edition:
    """Which version: of a variant, in a language, without what is private, with some fields of the person struck out.

    `redact` has names of `REDACTABLE`.
    """

    variant: str | None = None
    language: str | None = None
    public: bool = False
    redact: tuple[str, ...] = ()

    @property
    def is_whole(self) -> bool:
        """Whether nothing of the source is left out."""
        return self == WHOLE


WHOLE = Edition()
"""The résumé as it stands."""


def tailor(document: Document, resume: Resume, edition: Edition) -> tuple[Resume, tuple[Problem, ...]]:
    """Return the résumé as one edition has it, in one language, and what is odd about that.

    Raises:
        SchemaError: the résumé is not written in the language.
    """
    language = known_language(document, resume, edition.language) if edition.language else None
    shown = redact(publish(resume) if edition.public else resume, edition.redact)
    chosen = select(shown, *_tags(document, resume, edition.variant)) if edition.variant else shown
    printed = translate(in_locale(chosen, language) if language else chosen, language)
    wanted = language or resume.locale or next(iter(resume.written_in), "en")
    problems = [*untranslated(document, chosen, wanted)]
    if shown is not resume:
        problems += remains(document, resume, shown, printed)
    return printed if edition.is_whole else only_this(printed), tuple(problems)


def _tags(document: Document, resume: Resume, name: str) -> tuple[set[str], set[str]]:
    """Return what a variant and those that it extends include and exclude."""
    variants = [resume.variants[ancestor] for ancestor in lineage(document, name)]
    return (
        {tag for variant in variants for tag in variant.include},
        {tag for variant in variants for tag in variant.exclude},
    )
