"""Arbitrary files give a valid résumé or a problem, never a traceback."""

from __future__ import annotations

import copy
import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from resumekit.errors import ResumekitError
from resumekit.importing import READERS, ImportResult, InputFile, import_file
from strategies import any_bytes, json_like, texts, yaml_like

from .test_samples import FILES, original_of, validated

ORIGINALS = {path.name: original_of(path) for path in FILES}
VALUES = {name: file.values for name, file in ORIGINALS.items() if file.values}


def imported(file: InputFile, kind: str | None = None) -> ImportResult | None:
    try:
        made = import_file(file, kind)
    except ResumekitError:
        return None
    if made.name == "resume.yaml":
        validated(made)
    return made


@given(any_bytes | yaml_like.map(str.encode) | json_like.map(str.encode))
def test_any_bytes(data: bytes) -> None:
    imported(InputFile("given", data))


@given(any_bytes | yaml_like.map(str.encode), st.sampled_from([kind for kind in READERS if kind != "pdf"]))
def test_any_bytes_with_a_given_format(data: bytes, kind: str) -> None:
    imported(InputFile("given", data), kind)


@given(st.data())
@pytest.mark.parametrize("name", ORIGINALS)
def test_a_sample_with_some_bytes_changed(name: str, data: st.DataObject) -> None:
    changed = bytearray(ORIGINALS[name].data)
    locations = st.integers(0, len(changed) - 1)
    for location, junk in data.draw(
        st.lists(st.tuples(locations, st.binary(max_size=4) | texts.map(str.encode)), max_size=4)
    ):
        changed[location : location + data.draw(st.integers(0, 20))] = junk
    imported(InputFile(name, bytes(changed)))


@given(st.data())
@pytest.mark.parametrize("name", ORIGINALS)
def test_a_truncated_sample(name: str, data: st.DataObject) -> None:
    whole = ORIGINALS[name].data
    imported(InputFile(name, whole[: data.draw(st.integers(0, len(whole)))]))


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
def test_a_sample_with_arbitrary_values(name: str, data: st.DataObject) -> None:
    values = copy.deepcopy(VALUES[name])
    for _ in range(data.draw(st.integers(1, 3))):
        replace_somewhere(values, data)
    imported(InputFile(Path(name).stem, json.dumps(values).encode()))


def replace_somewhere(value: Any, data: st.DataObject) -> None:
    """Replace a random nested value with an arbitrary one."""
    steps: list[Any] = list(value) if isinstance(value, dict) else list(range(len(value)))
    if not steps:
        return
    step = data.draw(st.sampled_from(steps))
    if isinstance(value[step], dict | list) and data.draw(st.booleans()):
        replace_somewhere(value[step], data)
    else:
        value[step] = data.draw(anything)
