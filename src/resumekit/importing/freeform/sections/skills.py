"""Read `skills`."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from ..layout.blocks import Block
from ..layout.span_markdown import escaped
from ..lexicon.proficiency import is_level, is_plain_level
from .labelled_lists import label_and_items
from .languages import name_and_level


def read_skills(blocks: Sequence[Block]) -> list[dict[str, Any]]:
    """Return groups of skills: a name and its keywords, on one line or on several."""
    result: list[dict[str, Any]] = []
    is_open = False  # whether the lines that follow belong to the group above
    for at, block in enumerate(blocks):
        label, items = label_and_items(block)
        if label and items:
            result.append({"name": escaped(label)})
            is_open = False
        elif label and _names_group(block, blocks[at + 1 : at + 2]):
            result.append({"name": escaped(label)})
            is_open = True
            continue
        elif not result or ("name" in result[-1] and not is_open):
            result.append({})
        _add_items(result[-1], items or [label])
    return result


def _names_group(block: Block, below: Sequence[Block]) -> bool:
    """Return whether a line with a single item is the name of a group."""
    if block.heading or block.bold or any(each.depth > block.depth for each in below):
        return True
    return any(not label_and_items(each)[0] for each in below)


def _add_items(group: dict[str, Any], items: list[str]) -> None:
    """Add the items of a line to a group; the first may be the level of the whole group."""
    is_first = "name" in group and "level" not in group and "keywords" not in group
    if is_first and is_level(items[0]) and (len(items) == 1 or is_plain_level(items[0])):
        group["level"] = escaped(items[0])
        items = items[1:]
    if items:
        group.setdefault("keywords", []).extend(map(_keyword, items))


def _keyword(item: str) -> Any:
    named = name_and_level(item)
    return {"name": escaped(named[0]), "level": escaped(named[1])} if named and is_level(named[1]) else escaped(item)
