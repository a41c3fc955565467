"""What is valid and yet surely not meant: text that became a comment, characters that nobody sees or can tell apart."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from resumekit.errors import Problem
from resumekit.load import Document, Span

_COMMENT = re.compile(r":?\s+(#\S.*)")
_INVISIBLE = re.compile("[\u00ad\u200b\u2060\ufeff]")
_ADDRESS = re.compile(r"(?i)https?://[^\s/?#]+|[^\s@<>()]+@[^\s@<>()]+")
_SCRIPTS = re.compile("(LATIN|CYRILLIC|GREEK) ")


def doubts_about(document: Document) -> Iterator[Problem]:
    """Yield a warning for each place of the document that its author would want to look at again."""
    if document.format == "yaml":
        yield from _lost_in_comments(document)
    for path, text in document.scalars():
        if found := _INVISIBLE.search(text):
            name = f"U+{ord(found.group()):04X} {unicodedata.name(found.group()).lower()}"
            hint = "remove it: nobody sees it, and no search finds the word that it stands in"
            place = document.place_within(path, found.group())
            yield Problem("invisible-character", f"{name} stands here", place, hint=hint, severity="warning")
        for address in _ADDRESS.findall(text):
            if len(scripts := _scripts_in(address)) > 1:
                message = f"'{address}' mixes {' and '.join(scripts)} letters"
                hint = "type it anew: letters that look the same lead elsewhere"
                place = document.place_within(path, address)
                yield Problem("mixed-scripts", message, place, hint=hint, severity="warning")


def _lost_in_comments(document: Document) -> Iterator[Problem]:
    """Yield each comment that touches its `#` and follows a bare value or stands in its place: `accent: #1f4e79`."""
    for spot in {spot.value: spot for spot in document.spots.values()}.values():
        span = spot.key if spot.key and _is_empty(spot.value) else spot.value
        line = spot.source.line(span.end_line)
        is_bare = span is spot.key or (span.line == span.end_line and line[span.column - 1 :][:1] not in "[{\"'")
        if is_bare and (found := _COMMENT.match(line, span.end_column - 1)):
            place = spot.source.place(Span(span.end_line, found.start(1) + 1, span.end_line, found.end(1) + 1))
            hint = "put the whole value in quotes; a comment has a space after its '#'"
            yield Problem("lost-in-comment", f"'{found[1]}' is a comment", place, hint=hint, severity="warning")


def _is_empty(span: Span) -> bool:
    return (span.line, span.column) == (span.end_line, span.end_column)


def _scripts_in(word: str) -> list[str]:
    names = (unicodedata.name(letter, "") for letter in dict.fromkeys(word))
    found = (match[1].title() for name in names if (match := _SCRIPTS.match(name)))
    return list(dict.fromkeys(found))
