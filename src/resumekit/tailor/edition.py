"""One version of a résumé, for one application."""

from __future__ import annotations

from dataclasses import dataclass

from resumekit.errors import Problem
from resumekit.load import Document
from resumekit.schema import Resume

from .privacy import only_this, publish, redact
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

    @property
    def is_discreet(self) -> bool:
        """Whether private data is omitted, or personal data redacted."""
        return self.public or bool(self.redact)


WHOLE = Edition()
"""The résumé as written."""


def tailor(document: Document, resume: Resume, edition: Edition) -> tuple[Resume, tuple[Problem, ...]]:
    """Return one edition of the résumé, in one language, and warnings about it.

    Raises:
        SchemaError: the résumé is not written in the language.
        UsageError: a field to redact is unknown.
    """
    language = known_language(document, resume, edition.language) if edition.language else None
    shown = without_omissions(resume, edition)
    chosen = select(shown, *_tags(document, resume, edition.variant)) if edition.variant else shown
    printed = translate(in_locale(chosen, language) if language else chosen, language)
    wanted = language or resume.locale or next(iter(resume.written_in), "en")
    problems = tuple(untranslated(document, chosen, wanted))
    return printed if edition.is_whole else only_this(printed), problems


def without_omissions(resume: Resume, edition: Edition) -> Resume:
    """Return the résumé without what an edition omits as private or redacted.

    Raises:
        UsageError: a field to redact is unknown.
    """
    return redact(publish(resume) if edition.public else resume, edition.redact)


def _tags(document: Document, resume: Resume, name: str) -> tuple[set[str], set[str]]:
    """Return the tags that a variant and its ancestors include, and those that they exclude."""
    variants = [resume.variants[ancestor] for ancestor in lineage(document, name)]
    return (
        {tag for variant in variants for tag in variant.include},
        {tag for variant in variants for tag in variant.exclude},
    )
