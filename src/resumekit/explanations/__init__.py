"""What each problem means: one page per code, `CODE.md` beside this file, linked from docs/problems.md.

Takes  a code of the catalogue in `resumekit.codes`.
Gives  its page: the whole text, and its opening parts: severity, summary, meaning.
Raises nothing.
Never  is imported before a page is needed.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from resumekit.codes import Code
from resumekit.errors import Severity

_FOLDER = Path(__file__).parent
_SEVERITIES: dict[str, Severity] = {"Error": "error", "Warning": "warning", "Remark": "info"}


@dataclass(frozen=True, slots=True)
class Explanation:
    """A page: a heading; `SEVERITY: SUMMARY`; a paragraph of meaning; then examples and what to do.

    `severity` is the usual one; `says` is what the page calls it (`Error, in JSON a warning`).
    """

    code: Code
    severity: Severity
    says: str
    summary: str
    meaning: str
    text: str


def explain(code: Code) -> Explanation:
    """Return the page about a problem."""
    text = (_FOLDER / f"{code}.md").read_text(encoding="utf-8")
    _, opening, meaning, _ = text.split("\n\n", 3)
    says, _, summary = _on_one_line(opening).partition(": ")
    summary = summary[0].upper() + summary[1:]
    return Explanation(code, _SEVERITIES[says.split(",")[0]], says, summary, _on_one_line(meaning), text)


def _on_one_line(paragraph: str) -> str:
    return " ".join(paragraph.split())
