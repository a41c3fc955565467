"""Hostile texts in place of harmless ones, in any field of a view except file names and URLs."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields, is_dataclass, replace
from typing import Any

from hypothesis import strategies as st

from resumekit.load.characters import first_refused
from typeset.builds import FILLER

NASTY = [
    *("*", "**", "_", "__", "`", "```", "~~~", "#", "# ", "## ", "1.", "1. ", "2) ", "- ", "+ ", "> ", "===", "---"),
    *("<b>", "<script>", "<!--", "-->", "</p>", "&amp;", "&#60;", "&", "[", "]", "](", "[x]: y", "![", "|", "| - |"),
    *(
        "\\",
        "\\\\",
        "$",
        "$x$",
        "~",
        "!",
        "www.example.org",
        "https://example.org/_a_",
        "ada@example.org",
        "  ",
        "[ ] ",
    ),
    *(":", ":-:"),
]
_TEXTS = (
    st.lists(st.sampled_from(NASTY) | st.text(st.characters(exclude_categories=["C", "Z"])), min_size=1, max_size=4)
    .map("".join)
    .filter(lambda text: text.strip() and not first_refused(text))
    .filter(lambda text: not text.endswith((":", "：")))  # a label ending in a colon gets no other
)

substitutes = st.dictionaries(st.sampled_from(sorted(FILLER.words)), _TEXTS, min_size=1, max_size=12)
"""Texts to replace some words of the full résumé."""


def with_texts(value: Any, texts: Mapping[str, str]) -> Any:
    """Return a view, or a part of one, with some words replaced by texts."""
    if isinstance(value, str):
        for word, text in texts.items():
            value = value.replace(word, text)
        return value
    if isinstance(value, tuple):
        return tuple(with_texts(item, texts) for item in value)
    if is_dataclass(value) and not isinstance(value, type):
        names = (field.name for field in fields(value) if field.name not in {"url", "file"})
        return replace(value, **{name: with_texts(getattr(value, name), texts) for name in names})
    return value
