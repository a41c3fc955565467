"""What counts as the same text, and as addressed to the same audience."""

from __future__ import annotations

from typing import Any

Audience = tuple[frozenset[str], bool]
"""The tags, and whether public builds omit the item; two versions for different variants differ in these."""


def normalized(value: object) -> str:
    """Return a text or its translations with spaces and case normalized."""
    return " ".join(str(value or "").split()).casefold()


def audience_of(*holders: Any) -> Audience:
    """Return the audience of an item from the item and everything that contains it, each with `tags` and `private`."""
    tags = frozenset(tag for holder in holders for tag in holder.tags)
    return tags, any(holder.private for holder in holders)
