"""The attachments of an archive PDF: the résumé as JSON Resume, and its source."""

from __future__ import annotations

from datetime import UTC, datetime

from resumekit.importing.pdf.embedded_source import JSON_RESUME, SOURCES
from resumekit.typeset import Attachment, source_date

from . import json_resume
from .prepared_edition import PreparedEdition

_MEDIA_TYPES = {"yaml": "application/yaml", "json": "application/json"}

_NO_DATE = datetime(1980, 1, 1, tzinfo=UTC)
"""Used where a date is required and none was given: the earliest that a ZIP archive, and so every format, can hold."""


def attachments_of(edition: PreparedEdition) -> tuple[Attachment, ...]:
    """Return the résumé as JSON Resume and, where nothing was omitted, its source byte for byte.

    Nothing omitted is attached: JSON Resume has what the pages have.

    Raises:
        UsageError: SOURCE_DATE_EPOCH is not a number.
    """
    when = source_date() or _NO_DATE
    data = json_resume.write(edition).data
    exported = Attachment(JSON_RESUME, data, "application/json", "This résumé as JSON Resume", "Alternative", when)
    document = edition.document
    if not (edition.is_complete and document.is_self_contained):
        return (exported,)
    source = Attachment(
        SOURCES[document.format],
        document.source.original,
        _MEDIA_TYPES[document.format],
        "What this résumé was built from",
        "Source",
        when,
    )
    return (exported, source)
