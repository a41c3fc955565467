"""The invented résumés that a theme is tested with; each stresses it in another way."""

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
    """A sample résumé; `words` maps each word of a generated sample to its field, and is empty for a written one."""

    name: str
    document: Document
    words: Mapping[str, str]


@cache
def _written(name: str) -> Sample:
    return Sample(name, load(FOLDER / f"{name}.yaml"), {})


@cache
def _full() -> Sample:
    return _generated("full", Filler(picture=_PICTURE))


@cache
def _order() -> Sample:
    return _generated("order", Filler(copies=2, without={"image", "images", "logo"}, prose=True))


def _generated(name: str, filler: Filler) -> Sample:
    text = json.dumps(filler.data()).encode()
    return Sample(name, parse(text, name=f"{name}.json", folder=FOLDER), filler.words)


_WRITTEN = ("minimal", "sparse", "long", "hostile", "right-to-left", "cjk")

SAMPLES: Mapping[str, Callable[[], Sample]] = {
    "full": _full,
    "order": _order,
    **{name: partial(_written, name) for name in _WRITTEN},
}
"""All samples by name. `full` has a unique word in every field of the schema; `order` has several of each, in sentences
and without pictures, for extractors that guess columns. The others are written by hand."""
