"""The keywords of an entry: a list on one line, or tags."""

from __future__ import annotations

from docx.text.paragraph import Paragraph

from resumekit.present import Inlines
from resumekit.present.inline import Words, listed
from resumekit.present.view import EntryView, KeywordView

from .document_builder import DocumentBuilder
from .runs import RunFormat
from .style_names import TAG

_BETWEEN_TAGS = "\N{EN SPACE}"
_IN_TAGS = "\N{NARROW NO-BREAK SPACE}"
"""Between a keyword and the border around it."""


def keyword_list(builder: DocumentBuilder, entry: EntryView) -> Inlines:
    """Return the keywords with their levels, separated by commas."""
    return listed(map(_keyword, entry.keywords), builder.comma)


def write_tags(builder: DocumentBuilder, paragraph: Paragraph, entry: EntryView) -> None:
    """Append the keywords to a paragraph, each in a box."""
    for number, keyword in enumerate(filter(None, map(_keyword, entry.keywords))):
        builder.runs.write(paragraph, _BETWEEN_TAGS if number else "")
        builder.runs.write(paragraph, (Words(_IN_TAGS), *keyword, Words(_IN_TAGS)), RunFormat(TAG))


def _keyword(keyword: KeywordView) -> Inlines:
    if keyword.text and keyword.level:
        return (*keyword.text, Words(" ("), *keyword.level, Words(")"))
    return keyword.text or keyword.level
