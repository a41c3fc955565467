"""What libyaml says of a broken file, in words for the person who typed it, at the place that is to be mended."""

from __future__ import annotations

import re
from typing import Any, NamedTuple

import yaml

from resumekit.errors import Problem

from .document import Source, Span

_QUOTE_IT = "put the whole value in quotes"
_INDENT = "indent it like the line above; a space stands after each '-' and ':'"
_IN_ITEM = "begin it with '- ', or indent it like the first word of the item above"


class _Mistake(NamedTuple):
    """How to know a mistake, and what to say of it."""

    sign: str
    """Part of libyaml's message, context included."""
    message: str
    hint: str | None = None
    before: str = ""
    """A pattern for what stands before the place, on its line."""
    here: str = ""
    """A pattern for what stands at the place."""
    from_start: bool = False
    """Whether the place is where the construct begins, rather than where it stopped making sense."""


_MISTAKES = (
    _Mistake("mapping values", "a value with ': ' in it needs quotes", _QUOTE_IT, before=r":\s"),
    _Mistake("mapping values", "this line is read as part of the value above it", _INDENT),
    _Mistake("cannot start any token", "a tab cannot indent", "YAML indents with spaces", here="\t"),
    _Mistake("cannot start any token", "a value cannot begin with '@', '`' or '%'", _QUOTE_IT),
    _Mistake("tab character", "a tab cannot indent", "YAML indents with spaces"),
    _Mistake("alphabetic or numeric", "a value cannot begin with '*' or '&'", _QUOTE_IT, from_start=True),
    _Mistake("a tag", "a value that begins with '!' needs quotes", _QUOTE_IT),
    _Mistake("tag handle", "a value that begins with '!' needs quotes", _QUOTE_IT),
    _Mistake("directive", "a line that begins with '%' needs quotes", _QUOTE_IT),
    _Mistake("mapping keys", "a value that begins with '? ' needs quotes", _QUOTE_IT),
    _Mistake("sequence entries", "a list begins on the line below its key", f"for a text with '- ', {_QUOTE_IT}"),
    _Mistake("end of stream", "a quote is opened and never closed", from_start=True),
    _Mistake("document indicator", "a quote is opened and never closed", from_start=True),
    _Mistake("flow node", "a bracket is opened and never closed", here="$"),
    _Mistake("flow node", "a value was expected in the brackets, before this"),
    _Mistake("block node", "a value cannot begin with a closing bracket or a comma", _QUOTE_IT),
    _Mistake("hexdecimal", "the digits of an escape are missing", "\\x has two, \\u four, \\U eight of them"),
    _Mistake("unknown escape", "in double quotes a backslash begins an escape", "use single quotes"),
    _Mistake("Unicode character escape", "no character has this number", "type the character itself"),
    _Mistake("comment or line break", "after '|' or '>' the text begins on the next line", f"or {_QUOTE_IT}"),
    _Mistake("expected ','", "a comma is missing, or a closing bracket"),
    _Mistake("expected ':'", "a merge conflict is left here", "keep one of the two", here="<<<<<<<", from_start=True),
    _Mistake("expected ':'", "this line is neither a key with ': ' nor indented text", _INDENT, from_start=True),
    _Mistake("did not find expected", "nothing may follow a closing quote", _QUOTE_IT, before=r"[\"'] *$"),
    _Mistake("did not find expected", "nothing may follow a closing bracket", _QUOTE_IT, before=r"[]}] *$"),
    _Mistake("expected '-'", "this line is neither the next item nor part of the item above", _IN_ITEM),
    _Mistake("expected key", "this line is neither the next key nor part of the value above", _INDENT),
    _Mistake("expected <document start>", "nothing may follow the '...' that ends a file"),
    _Mistake("incompatible YAML", "this is YAML of another version", "remove the line that begins with %YAML"),
)


def syntax_problem(source: Source, error: yaml.YAMLError) -> Problem:
    """Return libyaml's error as a problem with its place."""
    said = str(getattr(error, "problem", None) or error)
    end: Any = getattr(error, "problem_mark", None)
    start: Any = getattr(error, "context_mark", None) or end
    if end is None:
        return Problem("broken-yaml", f"broken YAML: {said}", file=source.name)
    said = f"{said} {getattr(error, 'context', None) or ''}".rstrip()
    if "expected ','" in said and start.line != end.line:
        mistake = _Mistake(said, "a bracket is opened and never closed, or a comma is missing", from_start=True)
    else:
        known = (mistake for mistake in _MISTAKES if _fits(mistake, said, source, start, end))
        mistake = next(known, _Mistake(said, said))
    location = source.location(_span(source, start if mistake.from_start else end))
    return Problem("broken-yaml", f"broken YAML: {mistake.message}", location, hint=mistake.hint)


def _span(source: Source, mark: Any) -> Span:
    text = source.text.rstrip()
    if mark.line > text.count("\n"):  # where the file ends too early: the end of its last line, which can be shown
        return source.span(len(text))
    return Span(mark.line + 1, mark.column + 1, mark.line + 1, mark.column + 2)


def _fits(mistake: _Mistake, said: str, source: Source, start: Any, end: Any) -> bool:
    mark = start if mistake.from_start else end
    line = source.line(mark.line + 1)
    return (
        mistake.sign in said
        and re.search(mistake.before, line[: mark.column]) is not None
        and re.match(mistake.here, line[mark.column :]) is not None
    )
