"""Load the word lists: one YAML file per topic in `words/`, read on first use.

A file maps the names of groups to lists, and a comment at its top says what the items are: in most files, regular
expressions. Their order is kept, as the first that matches counts.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import Any

import yaml

_FOLDER = Path(__file__).parent / "words"
_Loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


@cache
def word_groups(topic: str) -> Mapping[str, tuple[str, ...]]:
    """Return the groups of a topic, each with its items in the order of the file."""
    return MappingProxyType({group: tuple(items) for group, items in _load(topic).items()})


def alternatives(topic: str, *groups: str) -> str:
    """Return the items of one or more groups as the alternatives of a regular expression, without brackets."""
    return "|".join(item for group in groups for item in word_groups(topic)[group])


@cache
def networks() -> Mapping[str, str]:
    """Return the name of each social network by its host."""
    return MappingProxyType(_load("networks"))


@cache
def network_names() -> Mapping[str, str]:
    """Return the name of each social network by the name in lower case."""
    return MappingProxyType({name.casefold(): name for name in networks().values()})


def _load(topic: str) -> dict[str, Any]:
    content = yaml.load((_FOLDER / f"{topic}.yaml").read_text(encoding="utf-8"), Loader=_Loader)  # noqa: S506 (a safe loader)
    assert isinstance(content, dict)
    return content
