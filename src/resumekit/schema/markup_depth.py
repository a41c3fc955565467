"""How deep the emphasis of a Markdown text is nested, without parsing it."""

from __future__ import annotations

import re
from dataclasses import dataclass

MAX_EMPHASIS = 20
"""Levels of emphasis; what parses and prints a text calls itself at each."""

_PARAGRAPH_BREAK = re.compile(r"\n\s*\n")
_MARKS = re.compile(r"\\.|(\*+|_+)", re.DOTALL)


@dataclass(slots=True)
class _Opening:
    """Marks that may start emphasis: how many levels of it, and how deep what they enclose is nested so far."""

    levels: int
    depth: int = 0


def emphasis_depth(text: str) -> int:
    """Return how many levels of emphasis are nested at most; a mark that closes nothing does not count."""
    if text.count("*") + text.count("_") <= 2 * MAX_EMPHASIS:
        return 0  # too few marks for what is not allowed, as in nearly every text
    return max(map(_depth, _PARAGRAPH_BREAK.split(text)))


def _depth(paragraph: str) -> int:
    deepest = 0
    openings: list[_Opening] = []
    for found in _MARKS.finditer(paragraph):
        levels = (len(found[1] or "") + 1) // 2  # two marks make strong text, one emphasis
        if not paragraph[: found.start()][-1:].isspace():
            while levels and openings:
                inner = openings[-1]
                closed = min(levels, inner.levels)
                levels, inner.levels, inner.depth = levels - closed, inner.levels - closed, inner.depth + closed
                deepest = max(deepest, inner.depth)
                if not inner.levels:
                    openings.pop()
                    if openings:
                        openings[-1].depth = max(openings[-1].depth, inner.depth)
        if levels and not paragraph[found.end() : found.end() + 1].isspace():
            openings.append(_Opening(levels))
    return deepest
