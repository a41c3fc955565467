"""The mark between the items of a list, which depends on the script: a comma, `、` or `،`."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from babel import Locale

_MARKS = {
    "Arab": "، ",
    "Thaa": "، ",
    "Syrc": "، ",
    "Nkoo": "، ",
    "Ethi": "፣ ",
    **dict.fromkeys(("Jpan", "Hans", "Hant"), "、"),
}
"""For each script that has a mark of its own; `、` is as wide as a character and needs no space."""


def list_mark(locale: Locale) -> str:
    """Return the mark of a language, with the space that follows it."""
    from babel.core import get_global

    likely = get_global("likely_subtags").get(locale.language, "").split("_")[1:2]
    return _MARKS.get(locale.script or "".join(likely), ", ")
