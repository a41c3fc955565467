"""What was typed and yet surely not meant: text that became a comment, words that YAML knows, characters unseen."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from resumekit.errors import Problem
from resumekit.load import SourceSpans, Span

from ..paths import field_at
from ..resume import Resume
from .subject import Subject

_ANCHOR = re.compile(r"^&\S+\s+")
_COMMENT = re.compile(r":?\s+(#\S.*)")
_INVISIBLE = re.compile("[\u00ad\u200b\u2060\ufeff]")
# From the first letter of a word only: tried from each, a long word without an @ would take for ever.
_ADDRESS = re.compile(r"(?i)https?://[^\s/?#]+|(?<![^\s@<>()])[^\s@<>()]+@[^\s@<>()]+")
_SCRIPTS = re.compile("(LATIN|CYRILLIC|GREEK) ")
_SWITCHES = {"yes", "no", "on", "off", "true", "false"}


def lost_in_comments(subject: Subject) -> Iterator[Problem]:
    """Yield each comment that touches its `#` and follows a bare value or stands in its place: `accent: #1f4e79`."""
    document = subject.document
    if document.format != "yaml":
        return
    for spans in {spans.value: spans for spans in document.spans.values()}.values():
        span = spans.key if spans.key and _is_empty(spans.value) else spans.value
        line = spans.source.line(span.end_line)
        is_bare = span is spans.key or (span.line == span.end_line and line[span.column - 1 :][:1] not in "[{\"'")
        if is_bare and (found := _COMMENT.match(line, span.end_column - 1)):
            location = spans.source.location(Span(span.end_line, found.start(1) + 1, span.end_line, found.end(1) + 1))
            hint = "put the whole value in quotes; a comment has a space after its '#'"
            yield Problem("lost-in-comment", f"'{found[1]}' is a comment", location, hint=hint, severity="warning")


def invisible_characters(subject: Subject) -> Iterator[Problem]:
    """Yield the first character of each text that nobody sees."""
    for path, text in subject.document.scalars():
        if found := _INVISIBLE.search(text):
            name = f"U+{ord(found.group()):04X} {unicodedata.name(found.group()).lower()}"
            hint = "remove it: nobody sees it, and no search finds the word that it stands in"
            location = subject.document.location_within(path, found.group())
            yield Problem("invisible-character", f"{name} stands here", location, hint=hint, severity="warning")


def mixed_scripts(subject: Subject) -> Iterator[Problem]:
    """Yield each address with letters of more than one alphabet."""
    for path, text in subject.document.scalars():
        for address in _ADDRESS.findall(text):
            if len(scripts := _scripts_in(address)) > 1:
                message = f"'{address}' mixes {' and '.join(scripts)} letters"
                hint = "type it anew: letters that look the same lead elsewhere"
                location = subject.document.location_within(path, address)
                yield Problem("mixed-scripts", message, location, hint=hint, severity="warning")


def words_of_yaml(subject: Subject) -> Iterator[Problem]:
    """Yield a remark for each bare word that YAML has a meaning for and that is read as text: `countryCode: NO`.

    `Null` is read as nothing, since it cannot be told from `null`, so that the name of a person may be lost: a warning.
    """
    document = subject.document
    if document.format != "yaml":
        return
    for path, spans in document.spans.items():
        word = _typed(spans) if spans.source.name != "--set" else ""  # no other program reads that
        field = field_at(Resume, path) if word in {"Null", "NULL"} or word.lower() in _SWITCHES else None
        if field is None or field.annotation is bool or not subject.has_all_of(path):
            continue
        if word.lower() in _SWITCHES:
            hint = f'write "{word}": other programs that read this file take the bare word for true or false'
            yield document.problem("read-as-text", f"'{word}' is read as text", path, hint=hint, severity="info")
        else:
            hint = f'write "{word}" if the word is meant, and null or nothing if not'
            message = f"'{word}' is read as nothing"
            yield document.problem("read-as-nothing", message, path, hint=hint, severity="warning")


def _typed(spans: SourceSpans) -> str:
    """Return a value of one line as it was typed, with its quotes if it has any, and without its anchor."""
    span = spans.value
    if span.line != span.end_line:
        return ""
    return _ANCHOR.sub("", spans.source.line(span.line)[span.column - 1 : span.end_column - 1])


def _is_empty(span: Span) -> bool:
    return (span.line, span.column) == (span.end_line, span.end_column)


def _scripts_in(word: str) -> list[str]:
    names = (unicodedata.name(letter, "") for letter in dict.fromkeys(word))
    found = (match[1].title() for name in names if (match := _SCRIPTS.match(name)))
    return list(dict.fromkeys(found))
