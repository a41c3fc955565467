"""What each problem means: one page a code, `CODE.md` beside this file, in the form of docs/problems.md.

Takes  a code.
Gives  its page: whole, and what begins it: how bad it is, one line, what it means.
Raises nothing.
Never  is imported before somebody asks.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from resumekit.errors import Severity

_FOLDER = Path(__file__).parent
_SEVERITIES: dict[str, Severity] = {"Error": "error", "Warning": "warning", "Remark": "info"}


@dataclass(frozen=True, slots=True)
class Explanation:
    """A page: a heading; `SEVERITY: SUMMARY`; a paragraph of meaning; then examples and what to do.

    `severity` is the usual one; `says` is what the page calls it (`Error, in JSON a warning`).
    """

    code: str
    severity: Severity
    says: str
    summary: str
    meaning: str
    text: str


def codes() -> tuple[str, ...]:
    """Return the code of every problem that there is a page about."""
    return tuple(sorted(path.stem for path in _FOLDER.glob("*.md")))


def explain(code: str) -> Explanation | None:
    """Return the page about a problem, or None if no problem has that code."""
    if code not in codes():
        return None
    text = (_FOLDER / f"{code}.md").read_text(encoding="utf-8")
    _, opening, meaning, _ = text.split("\n\n", 3)
    says, _, summary = _on_one_line(opening).partition(": ")
    summary = summary[0].upper() + summary[1:]
    return Explanation(code, _SEVERITIES[says.split(",")[0]], says, summary, _on_one_line(meaning), text)


def _on_one_line(paragraph: str) -> str:
    return " ".join(paragraph.split())
