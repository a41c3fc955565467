"""Turn libyaml's syntax errors into messages for the author of the file, located where the fix is needed."""

from __future__ import annotations

import re
from typing import Any, NamedTuple

import yaml

from resumekit.errors import Problem

from .document import Source, Span

_QUOTE_IT = "put the whole value in quotes"
_INDENT = "indent it like the line above, with a space after each '-' and ':'"
_IN_ITEM = "start it with '- ', or indent it like the first word of the item above"


_TOML = re.compile(r"^(\[{1,2}[\w.-]+\]{1,2})[ \t]*(?:#.*)?\n(?:[^\S\n]*(?:#.*)?\n)*[\w.-]+[ \t]*=", re.MULTILINE)
"""The header of a table with its first key; in YAML, nothing can follow a closing bracket."""


class _KnownError(NamedTuple):
    """How to recognise an error of libyaml, and the message and hint to show for it."""

    fragment: str
    """Part of libyaml's message, including its context."""
    message: str
    hint: str | None = None
    before: str = ""
    """A pattern for the text before the location, on its line."""
    here: str = ""
    """A pattern for the text at the location."""
    from_start: bool = False
    """Whether to report the start of the construct rather than the point where parsing failed."""


_KNOWN_ERRORS = (
    _KnownError("mapping values", "a value that contains ': ' needs quotes", _QUOTE_IT, before=r":\s"),
    _KnownError("mapping values", "this line is read as part of the value above it", _INDENT),
    _KnownError("cannot start any token", "tabs cannot be used for indentation", "indent with spaces", here="\t"),
    _KnownError("cannot start any token", "a value cannot start with '@', '`' or '%'", _QUOTE_IT),
    _KnownError("tab character", "tabs cannot be used for indentation", "indent with spaces"),
    _KnownError("alphabetic or numeric", "a value cannot start with '*' or '&'", _QUOTE_IT, from_start=True),
    _KnownError("a tag", "a value that starts with '!' needs quotes", _QUOTE_IT),
    _KnownError("tag handle", "a value that starts with '!' needs quotes", _QUOTE_IT),
    _KnownError("directive", "a line that starts with '%' needs quotes", _QUOTE_IT),
    _KnownError("mapping keys", "a value that starts with '? ' needs quotes", _QUOTE_IT),
    _KnownError(
        "sequence entries", "a list starts on the line below its key", f"if this is text with '- ', {_QUOTE_IT}"
    ),
    _KnownError("end of stream", "unclosed quote", "add the closing quote", from_start=True),
    _KnownError("document indicator", "unclosed quote", "add the closing quote", from_start=True),
    _KnownError("flow node", "unclosed bracket", "add the closing bracket", here="$"),
    _KnownError("flow node", "expected a value before this, inside the brackets"),
    _KnownError("block node", "a value cannot start with a closing bracket or a comma", _QUOTE_IT),
    _KnownError("hexdecimal", "incomplete escape sequence", "\\x needs two digits, \\u four and \\U eight"),
    _KnownError("unknown escape", "unknown escape sequence in double quotes", "use single quotes"),
    _KnownError("Unicode character escape", "this escape sequence is not a character", "type the character itself"),
    _KnownError("comment or line break", "text after '|' or '>' starts on the next line", f"or {_QUOTE_IT}"),
    _KnownError("expected ','", "missing comma or closing bracket"),
    _KnownError("expected ':'", "unresolved merge conflict", "keep one version", here="<<<<<<<", from_start=True),
    _KnownError("expected ':'", "this line is neither a key with ': ' nor indented text", _INDENT, from_start=True),
    _KnownError("did not find expected", "unexpected text after a closing quote", _QUOTE_IT, before=r"[\"'] *$"),
    _KnownError("did not find expected", "unexpected text after a closing bracket", _QUOTE_IT, before=r"[]}] *$"),
    _KnownError("expected '-'", "this line is neither the next item nor part of the item above", _IN_ITEM),
    _KnownError("expected key", "this line is neither the next key nor part of the value above", _INDENT),
    _KnownError("expected <document start>", "unexpected text after '...', which ends the document"),
    _KnownError("incompatible YAML", "unsupported YAML version", "remove the line that starts with %YAML"),
)


def syntax_problem(source: Source, error: yaml.YAMLError) -> Problem:
    """Return libyaml's error as a problem with its location."""
    reported = str(getattr(error, "problem", None) or error)
    end: Any = getattr(error, "problem_mark", None)
    start: Any = getattr(error, "context_mark", None) or end
    if table := _TOML.search(source.text):
        location = source.location(source.span(table.start(1)))
        return Problem("broken-yaml", "this looks like TOML", location, hint="write it in YAML or JSON")
    if end is None:
        return Problem("broken-yaml", f"invalid YAML: {reported}", file=source.name)
    reported = f"{reported} {getattr(error, 'context', None) or ''}".rstrip()
    if "expected ','" in reported and start.line != end.line:
        found = _KnownError(reported, "unclosed bracket or missing comma", from_start=True)
    else:
        matching = (known for known in _KNOWN_ERRORS if _matches(known, reported, source, start, end))
        found = next(matching, _KnownError(reported, reported))
    location = source.location(_span(source, start if found.from_start else end))
    return Problem("broken-yaml", f"invalid YAML: {found.message}", location, hint=found.hint)


def _span(source: Source, mark: Any) -> Span:
    text = source.text.rstrip()
    if mark.line > text.count("\n"):  # at the end of a truncated file: use the end of its last line, which can be shown
        return source.span(len(text))
    return Span(mark.line + 1, mark.column + 1, mark.line + 1, mark.column + 2)


def _matches(known: _KnownError, reported: str, source: Source, start: Any, end: Any) -> bool:
    mark = start if known.from_start else end
    line = source.line(mark.line + 1)
    return (
        known.fragment in reported
        and re.search(known.before, line[: mark.column]) is not None
        and re.match(known.here, line[mark.column :]) is not None
    )
