"""Changes told: as text for people, as JSON for programs, as a page with both sides."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Sequence
from difflib import SequenceMatcher
from html import escape
from typing import Any

from .changes import Change, name_of

Report = Callable[[Sequence[Change], str, str], str]
"""From the changes and the names of the two sides to a text."""

VERSION = 1
"""The version of the JSON; a key may join without a new one."""

_SIGNS = {"added": "+", "removed": "-", "changed": "~", "moved": ">"}
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
    """Return a line or two for each change, and a count."""
    if not changes:
        return f"{first} and {second} say the same.\n"
    lines = [f"--- {first}", f"+++ {second}"]
    for change in changes:
        lines.append(f"{_SIGNS[change.kind]} {_where(change)}{_moved(change)}")
        lines += [f"    - {_words(change.before)}"] if change.kind in ("removed", "changed") else []
        lines += [f"    + {_words(change.after)}"] if change.kind in ("added", "changed") else []
    kinds = [change.kind for change in changes]
    lines.append(", ".join(f"{kinds.count(kind)} {kind}" for kind in _SIGNS if kind in kinds))
    return "\n".join(lines) + "\n"


def as_json(changes: Sequence[Change], first: str, second: str) -> str:
    """Return `{version, first, second, changes: [{kind, path, name, before, after}]}`."""
    told = [
        {"kind": c.kind, "path": list(c.path), "name": c.name, "before": c.before, "after": c.after} for c in changes
    ]
    value = {"version": VERSION, "first": first, "second": second, "changes": told}
    return json.dumps(value, ensure_ascii=False, indent=1) + "\n"


def page(changes: Sequence[Change], first: str, second: str) -> str:
    """Return an HTML page with both sides of each change, words that differ marked."""
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
"""What `resumekit diff --format` knows."""


def _row(change: Change) -> str:
    before, after = _sides(change)
    where = f"<code>{escape(_path(change))}</code>" + (f"<br>{escape(change.name)}" if change.name else "")
    return f"<tr><th scope='row'>{where}</th><td>{before}</td><td>{after}</td></tr>"


def _sides(change: Change) -> tuple[str, str]:
    if change.kind == "moved":
        return f"at place {change.before}", f"moved to place {change.after}"
    old, new = _tokens(change.before), _tokens(change.after)
    before, after = "", ""
    for kind, i, j, k, end in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        gone, come = escape("".join(old[i:j])), escape("".join(new[k:end]))
        before += gone if kind == "equal" else f"<del>{gone}</del>" if gone else ""
        after += come if kind == "equal" else f"<ins>{come}</ins>" if come else ""
    return before, after


def _tokens(value: Any) -> list[str]:
    return re.findall(r"\s+|\w+|[^\w\s]", "" if value is None else _words(value))


def _where(change: Change) -> str:
    name = change.name if len(change.name) <= 50 else f"{change.name[:49]}…"
    told = change.kind in ("added", "removed") and name == _words(change.after or change.before)
    return _path(change) + (f"  ({name})" if name and not told else "")


def _moved(change: Change) -> str:
    return f" from place {change.before} to {change.after}" if change.kind == "moved" else ""


def _path(change: Change) -> str:
    return ".".join(map(str, change.path))


def _words(value: Any) -> str:
    """Return a value in one line: a text as it is, else as JSON."""
    if isinstance(value, str):
        return " ".join(value.split())
    only = isinstance(value, dict) and len(value) == 1
    return name_of(value) if only and name_of(value) else json.dumps(value, ensure_ascii=False)
