"""Finds the changes between two résumés, and distinguishes moved items from changed ones."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Any, Literal

from resumekit.schema import Resume, dump

Kind = Literal["added", "removed", "changed", "moved"]

_NAME_KEYS = (
    "id",
    "name",
    "title",
    "institution",
    "organization",
    "position",
    "label",
    "network",
    "language",
    "text",
    "file",
)
"""The keys that identify a list item, the most specific first."""

_SIMILAR = 0.6
"""The similarity ratio above which two texts count as one changed text."""


@dataclass(frozen=True, slots=True)
class Change:
    """One difference. `path` is its path in the second résumé, or in the first for a removal.

    `before` and `after` are plain values, or None; for a move, they are positions in the list, counted from 1. `name`
    identifies the list item that the change is in.
    """

    kind: Kind
    path: tuple[str | int, ...]
    before: Any = None
    after: Any = None
    name: str = ""


def compare(first: Resume, second: Resume) -> tuple[Change, ...]:
    """Return every difference between two résumés, in the order of the second."""
    return tuple(_between(dump(first), dump(second), (), ""))


def _between(before: Any, after: Any, path: tuple[str | int, ...], name: str) -> Iterator[Change]:
    if before == after:
        return
    if isinstance(before, dict) and isinstance(after, dict):
        for key in (*after, *(key for key in before if key not in after)):
            if before.get(key) is after.get(key) is None and (key in before) != (key in after):
                yield Change(
                    "added" if key in after else "removed", (*path, key), name=name
                )  # `x-own:` without a value
            yield from _between(before.get(key), after.get(key), (*path, key), name)
    elif isinstance(before or [], list) and isinstance(after or [], list) and (before or after):
        yield from _between_lists(before or [], after or [], path)
    elif before is None:
        yield Change("added", path, after=after, name=name)
    elif after is None:
        yield Change("removed", path, before=before, name=name)
    else:
        yield Change("changed", path, before, after, name)


def _between_lists(before: Sequence[Any], after: Sequence[Any], path: tuple[str | int, ...]) -> Iterator[Change]:
    pairs = _match(before, after)
    staying = _longest_increasing_subsequence([pairs[new] for new in sorted(pairs)])
    for new, item in enumerate(after):
        name = name_of(item)
        if new not in pairs:
            yield Change("added", (*path, new), after=item, name=name)
            continue
        old = pairs[new]
        if old not in staying:
            yield Change("moved", (*path, new), old + 1, new + 1, name)
        yield from _between(before[old], item, (*path, new), name)
    for old, item in enumerate(before):
        if old not in pairs.values():
            yield Change("removed", (*path, old), before=item, name=name_of(item))


def _match(before: Sequence[Any], after: Sequence[Any]) -> dict[int, int]:
    """Pair items, as indices of `after` to `before`: equal ones, then those of the same name, then similar ones."""
    pairs: dict[int, int] = {}
    for matches in (lambda one, other: one == other, _same_name, _similar):
        free = [old for old in range(len(before)) if old not in pairs.values()]
        for new in range(len(after)):
            if new not in pairs:
                found = next((old for old in free if matches(before[old], after[new])), None)
                if found is not None:
                    pairs[new] = found
                    free.remove(found)
    return pairs


def _same_name(one: Any, other: Any) -> bool:
    return isinstance(one, dict) and bool(name_of(one)) and name_of(one) == name_of(other)


def _similar(one: Any, other: Any) -> bool:
    texts = str(name_of(one) or one), str(name_of(other) or other)
    return SequenceMatcher(None, *texts, autojunk=False).ratio() >= _SIMILAR


def name_of(item: Any) -> str:
    """Return the name that identifies a list item, or an empty string."""
    if isinstance(item, str):
        return item
    if isinstance(item, dict):
        return next((str(item[key]) for key in _NAME_KEYS if isinstance(item.get(key), str)), "")
    return ""


def _longest_increasing_subsequence(positions: Sequence[int]) -> set[int]:
    """Return a longest subset of positions that kept their order: these items did not move, the others did."""
    ends: list[int] = []
    lengths = []
    for position in positions:
        at = bisect_left(ends, position)
        ends[at : at + 1] = [position]
        lengths.append(at)
    chosen: set[int] = set()
    wanted = len(ends) - 1
    for position, length in zip(reversed(positions), reversed(lengths), strict=True):
        if length == wanted and all(position < other for other in chosen):
            chosen.add(position)
            wanted -= 1
    return chosen
