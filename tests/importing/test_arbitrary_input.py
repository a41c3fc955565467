"""Whatever is in a file: it is a valid résumé, or a problem; never a traceback."""

from __future__ import annotations

import copy
import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from resumekit.errors import ResumekitError
from resumekit.importing import READERS, Imported, Original, read
from strategies import any_bytes, json_like, texts, yaml_like

from .test_samples import FILES, original_of, validated

ORIGINALS = {path.name: original_of(path) for path in FILES}
VALUES = {name: original.values for name, original in ORIGINALS.items() if original.values}


def imported(original: Original, kind: str | None = None) -> Imported | None:
    try:
        made = read(original, kind)
    except ResumekitError:
        return None
    if made.name == "resume.yaml":
        validated(made)
    return made


@given(any_bytes | yaml_like.map(str.encode) | json_like.map(str.encode))
def test_any_bytes(data: bytes) -> None:
    imported(Original("given", data))


@given(any_bytes | yaml_like.map(str.encode), st.sampled_from([kind for kind in READERS if kind != "pdf"]))
def test_any_bytes_that_are_said_to_be_of_a_kind(data: bytes, kind: str) -> None:
    imported(Original("given", data), kind)


@given(st.data())
@pytest.mark.parametrize("name", ORIGINALS)
def test_a_sample_with_some_bytes_changed(name: str, data: st.DataObject) -> None:
    changed = bytearray(ORIGINALS[name].data)
    locations = st.integers(0, len(changed) - 1)
    for location, junk in data.draw(
        st.lists(st.tuples(locations, st.binary(max_size=4) | texts.map(str.encode)), max_size=4)
    ):
        changed[location : location + data.draw(st.integers(0, 20))] = junk
    imported(Original(name, bytes(changed)))


@given(st.data())
@pytest.mark.parametrize("name", ORIGINALS)
def test_a_sample_that_was_cut_short(name: str, data: st.DataObject) -> None:
    whole = ORIGINALS[name].data
    imported(Original(name, whole[: data.draw(st.integers(0, len(whole)))]))


anything = st.recursive(
    texts
    | st.none()
    | st.booleans()
    | st.integers(0, 3000)
    | st.sampled_from(["2021-13", "present", "- a\n  - b", "http://"]),
    lambda inner: (
        st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(["name", "text", "x-a", "a b"]) | texts, inner)
    ),
    max_leaves=6,
)


@given(st.data())
@pytest.mark.parametrize("name", VALUES)
def test_a_sample_with_something_else_in_the_place_of_a_value(name: str, data: st.DataObject) -> None:
    values = copy.deepcopy(VALUES[name])
    for _ in range(data.draw(st.integers(1, 3))):
        replace_somewhere(values, data)
    imported(Original(Path(name).stem, json.dumps(values).encode()))


def replace_somewhere(value: Any, data: st.DataObject) -> None:
    """Go down to a random place, and put anything there."""
    steps: list[Any] = list(value) if isinstance(value, dict) else list(range(len(value)))
    if not steps:
        return
    step = data.draw(st.sampled_from(steps))
    if isinstance(value[step], dict | list) and data.draw(st.booleans()):
        replace_somewhere(value[step], data)
    else:
        value[step] = data.draw(anything)
