"""The names of styles: Word's own, under which its outline and lists and its readers know them, and a few of ours."""

from __future__ import annotations

from typing import Literal

Marker = Literal["bullets", "numbers", "letters"]

CONTACT, DETAILS, LABELLED = "Contact Details", "Entry Details", "Labelled Text"
END_OF_PICTURES = "End of Pictures"
ORGANIZATION, ASIDE, LABEL = "Organization", "Dates and Places", "Label"
OUR_OWN = frozenset({CONTACT, DETAILS, LABELLED, END_OF_PICTURES, ORGANIZATION, ASIDE, LABEL})

LISTS: dict[Marker, str] = {"bullets": "List Bullet", "numbers": "List Number"}
"""The styles of lists; letters are numbers of another kind."""

LIST_LEVELS = 5
"""As many as there are styles for; deeper ones use the last."""


def list_style(marker: Marker, level: int) -> str:
    """Return the style for a level, counted from 0: `List Bullet`, `List Bullet 2` and so on."""
    name = LISTS.get(marker, LISTS["numbers"])
    number = min(level + 1, LIST_LEVELS)
    return f"{name} {number}" if number > 1 else name


def style_id(name: str) -> str:
    """Return what paragraphs and runs call a style: `Heading1` for `heading 1`."""
    return "".join(word[0].upper() + word[1:] for word in name.split())
