"""Short items that share lines: contacts, facts, languages."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from resumekit.present import Inlines
from resumekit.present.inline import LineBreak, Words

from .estimated_width import estimated_width


def between(texts: Sequence[str], separator: str, room: float) -> Iterator[Inlines]:
    """Yield what precedes each item: nothing, the separator, or a line break where the line could be full.

    If the program broke the line, it would leave a separator at its end. `room` is the width of lines as a multiple of
    the text size.
    """
    used, gap = 0.0, estimated_width(separator)
    for number, width in enumerate(map(estimated_width, texts)):
        fits = used + gap + width <= room
        used = used + gap + width if fits else width
        yield () if not number else (Words(separator),) if fits else (LineBreak(),)
