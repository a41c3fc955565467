"""Valid text that is probably a mistake: text lost in comments, YAML keywords, invisible characters, mixed scripts."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from resumekit.errors import Problem
from resumekit.load import SourceSpans, Span

from ..model_paths import field_at
from ..resume import Resume
from .rule_context import RuleContext

_ANCHOR = re.compile(r"^&\S+\s+")
_COMMENT = re.compile(r":?\s+(#\S.*)")
_INVISIBLE = re.compile("[\u00ad\u200b\u2060\ufeff]")
_ENTITY = re.compile(r"&(?:#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|[a-zA-Z]{1,31});")
# Matches start at the beginning of a word only: starting at every letter takes quadratic time on a long word.
_ADDRESS = re.compile(r"(?i)https?://[^\s/?#]+|(?<![^\s@<>()])[^\s@<>()]+@[^\s@<>()]+")
_SCRIPTS = re.compile("(LATIN|CYRILLIC|GREEK) ")
_SWITCHES = {"yes", "no", "on", "off", "true", "false"}


def values_in_comments(context: RuleContext) -> Iterator[Problem]:
    """Yield a warning for each comment with no space after `#` that follows or replaces a value: `accent: #1f4e79`."""
    document = context.document
    if document.format != "yaml":
        return
    for spans in {spans.value: spans for spans in document.spans.values()}.values():
        span = spans.key if spans.key and _is_empty(spans.value) else spans.value
        line = spans.source.line(span.end_line)
        is_plain = span is spans.key or (
            span.line == span.end_line and line[span.column - 1 : span.column] not in "[{\"'"
        )
        if is_plain and (found := _COMMENT.match(line, span.end_column - 1)):
            location = spans.source.location(Span(span.end_line, found.start(1) + 1, span.end_line, found.end(1) + 1))
            hint = "put the whole value in quotes; if it is a comment, add a space after '#'"
            yield Problem(
                "lost-in-comment", f"'{found[1]}' is read as a comment", location, hint=hint, severity="warning"
            )


def invisible_characters(context: RuleContext) -> Iterator[Problem]:
    """Yield a warning for the first invisible character of each text."""
    for path, text in context.document.scalars():
        if found := _first_invisible(text):
            character, written = found
            name = f"U+{ord(character):04X} {unicodedata.name(character).lower()}"
            hint = "remove it: searches do not find the word it is in"
            location = context.document.location_within(path, written)
            yield Problem("invisible-character", f"invisible character {name}", location, hint=hint, severity="warning")


def _first_invisible(text: str) -> tuple[str, str] | None:
    """Return an invisible character of a text, and how it is written: as itself, or as an entity of Markdown."""
    if found := _INVISIBLE.search(text):
        return found[0], found[0]
    if "&" not in text:
        return None
    from html import unescape  # late: its table of entities is large

    entities = ((unescape(entity), entity) for entity in _ENTITY.findall(text))
    return next((pair for pair in entities if _INVISIBLE.fullmatch(pair[0])), None)


def mixed_scripts(context: RuleContext) -> Iterator[Problem]:
    """Yield a warning for each e-mail or web address that mixes alphabets."""
    for path, text in context.document.scalars():
        for address in _ADDRESS.findall(text):
            if len(scripts := _scripts_in(address)) > 1:
                message = f"'{address}' mixes {' and '.join(scripts)} letters"
                hint = "retype it; letters that look alike lead to a different address"
                location = context.document.location_within(path, address)
                yield Problem("mixed-scripts", message, location, hint=hint, severity="warning")


def yaml_keywords(context: RuleContext) -> Iterator[Problem]:
    """Yield a remark for each plain YAML keyword that is read as text: `countryCode: NO`.

    `Null` is read as an empty value, because it is the same as `null`; as it may be a person's name, it gets a warning.
    """
    document = context.document
    if document.format != "yaml":
        return
    for path, spans in document.spans.items():
        word = _source_text(spans) if spans.source.name != "--set" else ""  # which no other program reads
        field = field_at(Resume, path) if word in {"Null", "NULL"} or word.lower() in _SWITCHES else None
        if field is None or field.annotation is bool or not context.is_complete(path):
            continue
        if word.lower() in _SWITCHES:
            hint = f'write "{word}"; other programs read the unquoted word as true or false'
            yield document.problem("read-as-text", f"'{word}' is read as text", path, hint=hint, severity="info")
        else:
            hint = f'write "{word}" if it is a word; otherwise write null or leave it empty'
            message = f"'{word}' is read as an empty value"
            yield document.problem("read-as-nothing", message, path, hint=hint, severity="warning")


def _source_text(spans: SourceSpans) -> str:
    """Return a single-line value as typed, with any quotes but without its anchor."""
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
