"""The résumés that a theme is tried with: invented, each to strain it in another way."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache, partial
from pathlib import Path

from resumekit.load import Document, load, parse

from .filler import Filler

FOLDER = Path(__file__).parent / "samples"
_PICTURE = "sample.png"


@dataclass(frozen=True, slots=True)
class Sample:
    """A résumé; of one that was made for it, `words` tells the field that each word stands in."""

    name: str
    document: Document
    words: Mapping[str, str]


@cache
def _written(name: str) -> Sample:
    return Sample(name, load(FOLDER / f"{name}.yaml"), {})


@cache
def _full() -> Sample:
    return _filled("full", Filler(picture=_PICTURE))


@cache
def _order() -> Sample:
    return _filled("order", Filler(copies=2, without={"image", "images"}, prose=True))


def _filled(name: str, filler: Filler) -> Sample:
    text = json.dumps(filler.data()).encode()
    return Sample(name, parse(text, name=f"{name}.json", folder=FOLDER), filler.words)


_WRITTEN = ("minimal", "sparse", "long", "hostile", "right-to-left", "cjk")

SAMPLES: Mapping[str, Callable[[], Sample]] = {
    "full": _full,
    "order": _order,
    **{name: partial(_written, name) for name in _WRITTEN},
}
"""By name. `full` has a word of its own in every field of the schema, `order` the same several times, in sentences and
without pictures, for readers that guess columns. The others are files that people can read."""
