"""The characters of a page that no reader can see, though machines read them.

First, the objects of the page are examined, which is cheap: text that contrasts with the paper and meets nothing else
is visible, and so is text that contrasts with everything behind it. The rest needs a close look.
"""

from __future__ import annotations

import ctypes

from .backdrop import Backdrop
from .library import Handle
from .page_objects import PageObject, page_box, page_objects
from .suspects import find_suspects


def hidden_characters(library: ctypes.CDLL, page: Handle, page_text: Handle) -> set[int]:
    """Return the numbers of the characters of a page that cannot be seen.

    The time that this takes grows with what a theme draws: run it within limits.
    """
    library.FPDFPage_SetRotation(page, 0)  # what can be seen does not depend on it, but where pixels are does
    objects = page_objects(library, page, page_text)
    suspects = find_suspects(objects, page_box(library, page))
    may_be_faint = [*suspects.faint, *_not_on_plain(library, page, objects, suspects.on_something)]
    if not (may_be_faint or suspects.overlaid):
        return set()
    from .close_look import invisible_characters  # rarely needed

    return invisible_characters(library, page, page_text, may_be_faint, suspects)


def _not_on_plain(
    library: ctypes.CDLL, page: Handle, objects: list[PageObject], texts: list[PageObject]
) -> list[PageObject]:
    """Return those texts whose colour is too close to what is behind them, or unknown."""
    if not texts:
        return []
    backdrop = Backdrop(library, page, objects)
    return [each for each in texts if not (each.colour and backdrop.contrasts_with(each.colour, each.box))]
