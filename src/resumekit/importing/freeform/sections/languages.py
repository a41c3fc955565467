"""Read `languages`."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

from ..layout.blocks import Block, groups, join
from ..layout.span_markdown import escaped
from ..lexicon.proficiency import is_level
from .labelled_lists import items_in

_BEFORE_LEVEL = re.compile(r"[(（:：]|(?<=\s)[–—-]")


def read_languages(blocks: Sequence[Block]) -> list[dict[str, Any]]:
    """Return languages, each with its fluency."""
    result: list[dict[str, Any]] = []
    for block in blocks:
        parts = [join(part) for part in groups(block.spans)]
        if len(parts) == 2 and not items_in(parts[0])[1:]:
            result.append({"language": escaped(parts[0].strip(" :：")), "fluency": escaped(parts[1])})
            continue
        items = [item for part in parts for item in items_in(part)]
        if len(items) > 1 and is_level(items[1]) and not is_level(items[0]):
            items = [f"{items[0]}: {', '.join(items[1:])}"] if all(map(is_level, items[1:])) else _paired(items)
        result += [_language(item) for item in items]
    return _with_levels_below(result)


def name_and_level(item: str) -> tuple[str, str] | None:
    """Return the two parts of an item such as `German (fluent)` or `German: fluent`, or None."""
    text = item.strip()
    for found in _BEFORE_LEVEL.finditer(text, 1):
        is_bracket = found[0] in "(（"
        if is_bracket and text[-1] not in ")）":
            continue
        if level := text[found.end() : -1 if is_bracket else None].strip():
            return text[: found.start()].strip(), level
    return None


def _paired(items: list[str]) -> list[str]:
    """Return the items, with each level joined to the language before it."""
    result: list[str] = []
    for item in items:
        if result and is_level(item):
            result[-1] += f": {item}"
        else:
            result.append(item)
    return result


def _language(text: str) -> dict[str, Any]:
    if named := name_and_level(text):
        return {"language": escaped(named[0]), "fluency": escaped(named[1])}
    first, _, rest = text.partition(" ")
    if rest and is_level(rest):
        return {"language": escaped(first), "fluency": escaped(rest)}
    if is_level(first) and rest:
        return {"language": escaped(rest), "fluency": escaped(first)}
    return {"language": escaped(text)}


def _with_levels_below(languages: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Return the languages, with a level on a line of its own joined to the language above."""
    result: list[dict[str, Any]] = []
    for each in languages:
        if result and "fluency" not in each and "fluency" not in result[-1] and is_level(each["language"]):
            result[-1]["fluency"] = each["language"]
        else:
            result.append(each)
    return result
