"""Any input gives a Document with correct locations, or a LoadError located in the text."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any, Literal

import pytest
from hypothesis import assume, example, given

from resumekit.errors import LoadError, SourceLocation, UsageError
from resumekit.load import Document, Value, override, parse
from strategies import any_bytes, data, json_like, keys, often, scalars, texts, yaml_like

Format = Literal["yaml", "json"]


def read(text: str | bytes, format_: Format = "yaml") -> Document:
    raw = text if isinstance(text, bytes) else text.encode()
    return parse(raw, name=f"resume.{format_}", folder=Path())


def assert_in_the_text(location: SourceLocation, text: str) -> None:
    """Check that a location exists in the text, or is the end of it."""
    lines = text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n").split("\n")
    assert 1 <= location.line <= len(lines)
    assert location.source == lines[location.line - 1]
    assert 1 <= location.column <= len(location.source) + 1
    assert location.length >= 1
    assert location.column + location.length <= len(location.source) + 2


def assert_answers(raw: str | bytes, format_: Format) -> None:
    try:
        document = read(raw, format_)
    except LoadError as error:
        (problem,) = error.problems
        assert problem.message
        if isinstance(raw, str) and problem.location:
            assert_in_the_text(problem.location, raw)
        else:
            assert problem.location or problem.file == f"resume.{format_}"
        return
    assert isinstance(document.data, dict)
    for path, _ in document.scalars():
        assert path in document.spans


@often
@given(raw=any_bytes)
@example(raw=b"\xff\xfe\x00")
@example(raw=b"\xef\xbb\xbf\xff")
def test_any_bytes_give_a_document_or_an_error(raw: bytes) -> None:
    assert_answers(raw, "yaml")
    assert_answers(raw, "json")


@often
@given(text=yaml_like)
@example(text="? : :")
@example(text="a: &a\n  <<: {<<: *a}")
@example(text="\ufeff\ufeffa: b")
def test_any_yaml_like_text_gives_a_document_or_an_error(text: str) -> None:
    assert_answers(text, "yaml")


@often
@given(text=json_like)
@example(text='{"a": "\\u12"}')
@example(text='{"a": -}')
def test_any_json_like_text_gives_a_document_or_an_error(text: str) -> None:
    assert_answers(text, "json")


def as_text(value: Any) -> Value:
    """Return plain data as a Document holds it: every scalar is text as written in JSON."""
    if isinstance(value, dict):
        return {key: as_text(item) for key, item in value.items()}
    if isinstance(value, list):
        return [as_text(item) for item in value]
    return value if value is None or isinstance(value, str) else json.dumps(value)


@given(value=data)
@example(value={"<<": "text", "null": None, "": "", "a": {"<<": {"b": "c"}}})
@example(value={"a": "\ufeff", "b": "\x9f"[:0], "c": "line\nline", "d": " "})
def test_json_is_read_as_it_was_written(value: dict[str, Any]) -> None:
    assert read(json.dumps(value), "json").data == as_text(value)


@given(value=data)
@example(value={"<<": {"b": "c"}})
@example(value={"a": ""})
def test_the_yaml_and_the_json_reader_agree(value: dict[str, Any]) -> None:
    text = json.dumps(value, ensure_ascii=False, indent=1)
    in_json, in_yaml = read(text, "json"), read(text, "yaml")
    assert in_yaml.data == in_json.data
    assert set(in_yaml.spans) == set(in_json.spans)
    for path, spans in in_json.spans.items():
        in_both = in_yaml.spans[path]
        assert (in_both.value.line, in_both.value.column) == (spans.value.line, spans.value.column)
        assert in_both.key == spans.key


@pytest.mark.parametrize("format_", ["yaml", "json"])
@given(value=data)
def test_every_value_is_where_its_span_says(format_: Format, value: dict[str, Any]) -> None:
    document = read(json.dumps(value, ensure_ascii=False), format_)
    for path, text in document.scalars():
        location = document.location(path)
        assert_in_the_text(location, document.source.text)
        written = location.source[location.column - 1 : location.column - 1 + location.length]
        assert text == written or (written[0] == '"' and json.loads(written) == text)


@given(value=data)
def test_every_key_is_where_its_span_says(value: dict[str, Any]) -> None:
    document = read(json.dumps(value, ensure_ascii=False))
    for path in document.spans:
        if path and isinstance(path[-1], str):
            location = document.location(path, of_key=True)
            assert json.loads(location.source[location.column - 1 : location.column - 1 + location.length]) == path[-1]


@given(value=data, name=keys, new=texts)
@example(value={"a": {"b": "c"}}, name="a", new="d")
@example(value={}, name="007", new="")
def test_setting_a_value_changes_it_and_nothing_else(value: dict[str, Any], name: str, new: str) -> None:
    assume(not any(mark in name for mark in ".=\n") and name.strip() == name)
    document = read(json.dumps(value), "json")
    before = json.dumps(document.data)
    assignment = f"{name}={json.dumps(new, ensure_ascii=False)}"
    changed = override(document, [assignment])
    assert json.dumps(document.data) == before, "the document itself stays"
    assert changed.data == {**document.data, name: new}
    assert changed.location((name,)).file == "--set"
    assert changed.location((name,)).source == assignment


@given(value=data, assignment=yaml_like, scalar=scalars)
@example(value={"a": []}, assignment="a." + "9" * 5000, scalar=None)
@example(value={}, assignment=".".join("a" * 3000), scalar=None)
@example(value={"a": None}, assignment="a.0.0.b=\ud83d", scalar=None)
def test_any_assignment_is_applied_or_refused(value: dict[str, Any], assignment: str, scalar: Any) -> None:
    document = read(json.dumps(value), "json")
    for text in (assignment, f"basics.{assignment}", f"{assignment}={json.dumps(scalar)}"):
        try:
            changed = override(document, [text])
        except (UsageError, LoadError):
            continue
        assert all(changed.location(path) for path, _ in changed.scalars())
