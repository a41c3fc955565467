"""Style names: Word's built-in ones, on which its outline, its lists and other programs rely, and a few custom ones."""

from __future__ import annotations

from typing import Literal

Marker = Literal["bullets", "numbers", "letters"]

CONTACT, DETAILS, LABELLED, ROW = "Contact Details", "Entry Details", "Labelled Text", "Entry Row"
REFERENCE, SIGNATURE = "Bibliography", "Signature"
END_OF_PICTURES = "End of Pictures"
ORGANIZATION, MUTED_TEXT, LABEL, TAG, INITIALS = "Organization", "Dates and Places", "Label", "Tag", "Initials"
CONTACT_LINK = "Contact Link"
CUSTOM_STYLES = frozenset(
    {CONTACT, DETAILS, LABELLED, ROW, END_OF_PICTURES, ORGANIZATION, MUTED_TEXT, LABEL, TAG, INITIALS, CONTACT_LINK}
)

LISTS: dict[Marker, str] = {"bullets": "List Bullet", "numbers": "List Number"}
"""The list styles; lettered lists use that of numbers."""

LIST_LEVELS = 5
"""The levels with a style of their own; deeper ones use the last."""


def list_style(marker: Marker, level: int) -> str:
    """Return the style for a level, counted from 0: `List Bullet`, `List Bullet 2` and so on."""
    name = LISTS.get(marker, LISTS["numbers"])
    number = min(level + 1, LIST_LEVELS)
    return f"{name} {number}" if number > 1 else name


def style_id(name: str) -> str:
    """Return the id by which paragraphs and runs refer to a style: `Heading1` for `heading 1`."""
    return "".join(word[0].upper() + word[1:] for word in name.split())
