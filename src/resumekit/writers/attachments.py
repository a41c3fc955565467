"""What an archive PDF carries besides its pages: the résumé as data, and the file that it was written in."""

from __future__ import annotations

from datetime import UTC, datetime

from resumekit.importing.own_pdf import JSON_RESUME, SOURCES
from resumekit.typeset import Attachment, source_date

from . import json_resume
from .manuscript import Manuscript

_MEDIA_TYPES = {"yaml": "application/yaml", "json": "application/json"}

_NO_DATE = datetime(1980, 1, 1, tzinfo=UTC)
"""Stands where a date must and none was given: the first that a ZIP archive can hold, so that all formats can."""


def attachments_of(manuscript: Manuscript) -> tuple[Attachment, ...]:
    """Return the résumé as JSON Resume, and, where nothing of it was left out, its source byte for byte.

    Nothing is attached that was not to be seen: JSON Resume has what the pages have.

    Raises:
        UsageError: SOURCE_DATE_EPOCH is not a number.
    """
    when = source_date() or _NO_DATE
    data = json_resume.write(manuscript).data
    exported = Attachment(JSON_RESUME, data, "application/json", "This résumé as JSON Resume", "Alternative", when)
    document = manuscript.document
    if not (manuscript.whole and document.is_self_contained):
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
