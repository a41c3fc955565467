"""What counts as the same text, and as said to the same readers."""

from __future__ import annotations

from typing import Any

Audience = tuple[frozenset[str], bool]
"""The tags that variants choose by, and whether a public build leaves it out: two versions of one thing differ here."""


def folded(value: object) -> str:
    """Return a text, or several languages of it, without what makes no difference: spaces and capitals."""
    return " ".join(str(value or "").split()).casefold()


def audience_of(*holders: Any) -> Audience:
    """Return for whom something is, given all that it stands in: each may have `tags`, and be `private`."""
    tags = frozenset(tag for holder in holders for tag in holder.tags)
    return tags, any(holder.private for holder in holders)
