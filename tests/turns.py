"""Which themes are tested with which samples: each theme with some, each sample in some, since all take too long."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from typing import Any, TypeVar

import pytest

S = TypeVar("S")


def in_turn(themes: Sequence[str], samples: Sequence[object]) -> Iterator[Any]:
    """Yield parameters: each theme with each sample, of which `make test` takes a third, other ones in the next theme.

    `make fuzz` takes all. A sample that is a tuple gives several parameters.
    """
    for row, theme in enumerate(themes):
        for column, sample in enumerate(samples):
            marks = [] if (row + column) % 3 == 0 else [pytest.mark.fuzz]
            yield pytest.param(theme, *(sample if isinstance(sample, tuple) else (sample,)), marks=marks)


def some(themes: Sequence[str]) -> list[Any]:
    """Return parameters: the themes, of which `make test` takes each third one, for what hardly depends on a theme.

    `make fuzz` takes all.
    """
    return [pytest.param(theme, marks=[] if row % 3 == 0 else [pytest.mark.fuzz]) for row, theme in enumerate(themes)]


def spread(themes: Sequence[str], samples: Sequence[S], *, always: int = 1, of: int) -> list[tuple[str, S]]:
    """Pair each theme with the first samples, and with one `of` so many of the others, not the same ones in each theme.

    With EVERY_PAIR=1, each theme is paired with all.
    """
    step = 1 if os.environ.get("EVERY_PAIR") == "1" else of
    others = samples[always:]
    return [
        (theme, sample)
        for number, theme in enumerate(themes)
        for sample in [*samples[:always], *others[number % step :: step]]
    ]
