"""One version of a résumé, for one application."""

from __future__ import annotations

from dataclasses import dataclass

from resumekit.errors import Problem
from resumekit.load import Document
from resumekit.schema import Resume

from .privacy import only_this, publish, redact, remains
from .tag_selection import select
from .translation import in_locale, known_language, translate, untranslated
from .variant_settings import lineage


@dataclass(frozen=True, slots=True)
class Edition:
    """Which version to build: its variant, its language, whether it is public, and the fields to redact.

    `redact` holds names in `REDACTABLE`.
    """

    variant: str | None = None
    language: str | None = None
    public: bool = False
    redact: tuple[str, ...] = ()

    @property
    def is_whole(self) -> bool:
        """Whether nothing in the source is omitted."""
        return self == WHOLE


WHOLE = Edition()
"""The résumé as written."""


def tailor(document: Document, resume: Resume, edition: Edition) -> tuple[Resume, tuple[Problem, ...]]:
    """Return one edition of the résumé, in one language, and warnings about it.

    Raises:
        SchemaError: the résumé is not written in the language.
        UsageError: a field to redact is unknown.
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
    """Return the tags that a variant and its ancestors include, and those that they exclude."""
    variants = [resume.variants[ancestor] for ancestor in lineage(document, name)]
    return (
        {tag for variant in variants for tag in variant.include},
        {tag for variant in variants for tag in variant.exclude},
    )
