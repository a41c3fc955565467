"""Reports of changes: text for people, JSON for programs, and an HTML page with both sides."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Sequence
from difflib import SequenceMatcher
from html import escape
from typing import Any

from .changes import Change, name_of

Report = Callable[[Sequence[Change], str, str], str]
"""Renders changes; the two strings are the names of the two sides."""

VERSION = 1
"""The version of the JSON format; adding a key does not change it."""

_SYMBOLS = {"added": "+", "removed": "-", "changed": "~", "moved": ">"}
_STYLE = """
:root { color-scheme: light dark; }
body { font: 15px/1.5 system-ui, sans-serif; max-width: 70rem; margin: 2rem auto; padding: 0 1rem; }
table { border-collapse: collapse; width: 100%; table-layout: fixed; }
th, td { text-align: start; vertical-align: top; padding: 0.4rem 0.6rem; border-top: 1px solid #8886; }
th, td { overflow-wrap: anywhere; }
th:first-child { width: 24%; }
del { background: #f8514940; text-decoration: none; }
ins { background: #2ea04340; text-decoration: none; }
code { font-size: 0.9em; }
"""


def text(changes: Sequence[Change], first: str, second: str) -> str:
    """Return a few lines for each change, and a summary of their number."""
    if not changes:
        return f"no differences between {first} and {second}\n"
    lines = [f"--- {first}", f"+++ {second}"]
    for change in changes:
        lines.append(f"{_SYMBOLS[change.kind]} {_heading(change)}{_move(change)}")
        lines += [f"    - {_on_one_line(change.before)}"] if change.kind in ("removed", "changed") else []
        lines += [f"    + {_on_one_line(change.after)}"] if change.kind in ("added", "changed") else []
    kinds = [change.kind for change in changes]
    lines.append(", ".join(f"{kinds.count(kind)} {kind}" for kind in _SYMBOLS if kind in kinds))
    return "\n".join(lines) + "\n"


def as_json(changes: Sequence[Change], first: str, second: str) -> str:
    """Return `{version, first, second, changes: [{kind, path, name, before, after}]}`."""
    items = [
        {"kind": c.kind, "path": list(c.path), "name": c.name, "before": c.before, "after": c.after} for c in changes
    ]
    value = {"version": VERSION, "first": first, "second": second, "changes": items}
    return json.dumps(value, ensure_ascii=False, indent=1) + "\n"


def page(changes: Sequence[Change], first: str, second: str) -> str:
    """Return an HTML page with both sides of each change; words that differ are marked."""
    rows = "\n".join(_row(change) for change in changes)
    title = f"{escape(first)} → {escape(second)}"
    return (
        f'<!doctype html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n'
        f'<meta name="viewport" content="width=device-width, initial-scale=1">\n<title>{title}</title>\n'
        f"<style>{_STYLE}</style>\n</head>\n<body>\n<h1>{title}</h1>\n<table>\n"
        f"<thead><tr><th scope='col'>Where</th><th scope='col'>{escape(first)}</th>"
        f"<th scope='col'>{escape(second)}</th></tr></thead>\n<tbody>\n{rows}\n</tbody>\n</table>\n</body>\n</html>\n"
    )


REPORTS: dict[str, Report] = {"text": text, "json": as_json, "html": page}
"""The formats of `resumekit diff --format`."""


def _row(change: Change) -> str:
    before, after = _sides(change)
    where = f"<code>{escape(_path(change))}</code>" + (f"<br>{escape(change.name)}" if change.name else "")
    return f"<tr><th scope='row'>{where}</th><td>{before}</td><td>{after}</td></tr>"


def _sides(change: Change) -> tuple[str, str]:
    if change.kind == "moved":
        return f"at position {change.before}", f"moved to position {change.after}"
    old, new = _tokens(change.before), _tokens(change.after)
    before, after = "", ""
    for kind, i, j, k, end in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        removed, added = escape("".join(old[i:j])), escape("".join(new[k:end]))
        before += removed if kind == "equal" else f"<del>{removed}</del>" if removed else ""
        after += added if kind == "equal" else f"<ins>{added}</ins>" if added else ""
    return before, after


def _tokens(value: Any) -> list[str]:
    return re.findall(r"\s+|\w+|[^\w\s]", "" if value is None else _on_one_line(value))


def _heading(change: Change) -> str:
    name = change.name if len(change.name) <= 50 else f"{change.name[:49]}…"
    shown_below = change.kind in ("added", "removed") and name == _on_one_line(change.after or change.before)
    return _path(change) + (f"  ({name})" if name and not shown_below else "")


def _move(change: Change) -> str:
    return f" moved from position {change.before} to {change.after}" if change.kind == "moved" else ""


def _path(change: Change) -> str:
    return ".".join(map(str, change.path))


def _on_one_line(value: Any) -> str:
    """Return a value on one line: a text as it is, anything else as JSON."""
    if isinstance(value, str):
        return " ".join(value.split())
    only = isinstance(value, dict) and len(value) == 1
    return name_of(value) if only and name_of(value) else json.dumps(value, ensure_ascii=False)
