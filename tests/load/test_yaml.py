"""YAML: every scalar is text as typed, every location is exact, merges and aliases are expanded."""

from __future__ import annotations

from pathlib import Path
from textwrap import dedent

import pytest

from resumekit.errors import LoadError
from resumekit.load import Document, KeyPath, Value, parse


def read(text: str) -> Document:
    return parse(dedent(text).encode(), name="resume.yaml", folder=Path())


BARE = "no on true 012 1_000 1.10 1e3 .inf 12:30:45 0x1F 2020-01-15 = R&D C++ a#b a:b"


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        *((word, word) for word in BARE.split()),
        ("+44 20 7946 0000", "+44 20 7946 0000"),
        ("'no'", "no"),
        ('"a\\tb\\u00e9"', "a\tbé"),
        ("'it''s'", "it's"),
        ("null", None),
        ("~", None),
        ("", None),
        ("''", ""),
        ("'null'", "null"),
        ("!!str 012", "012"),
        ("|\n  one\n  two\n", "one\ntwo\n"),
        (">-\n  one\n  two\n", "one two"),
        ("one\n  two", "one two"),
        ("9" * 5000, "9" * 5000),
    ],
)
def test_a_scalar_is_the_text_that_was_typed(typed: str, meant: str | None) -> None:
    assert read(f"x: {typed}\n").data == {"x": meant}


@pytest.mark.parametrize("key", ["1", "true", "2020-01-15", "null", "'null'", "''"])
def test_a_key_is_text_too(key: str) -> None:
    assert read(f"{key}: a\n").data == {key.strip("'"): "a"}


SAMPLE = """\
    # a comment
    basics:
      name: Ada  # another
      "label": 'An "analyst"'
      summary: |
        One.
        Two.
    work:
      - name: 李, 住所
        highlights: [a, {text: b}]
      -
        name: &n Example
    x-again: *n
"""


@pytest.mark.parametrize(
    ("path", "value", "key"),
    [
        (("basics",), "name: Ada  # another", "basics"),
        (("basics", "name"), "Ada", "name"),
        (("basics", "label"), "'An \"analyst\"'", '"label"'),
        (("basics", "summary"), "|", "summary"),
        (("work",), "- name: 李, 住所", "work"),
        (("work", 0), "name: 李, 住所", None),
        (("work", 0, "name"), "李, 住所", "name"),
        (("work", 0, "highlights"), "[a, {text: b}]", "highlights"),
        (("work", 0, "highlights", 0), "a", None),
        (("work", 0, "highlights", 1, "text"), "b", "text"),
        (("work", 1, "name"), "&n Example", "name"),
        (("x-again",), "&n Example", "x-again"),
    ],
    ids=str,
)
def test_a_location_is_exact(path: KeyPath, value: str, key: str | None) -> None:
    document = read(SAMPLE)
    of_value, of_key = document.location(path), document.location(path, of_key=True)
    assert of_value.source[of_value.column - 1 : of_value.column - 1 + of_value.length] == value
    assert of_key.source[of_key.column - 1 : of_key.column - 1 + of_key.length] == (key or value)
    assert dedent(SAMPLE).splitlines()[of_value.line - 1] == of_value.source


def test_a_path_without_spans_has_the_location_of_its_nearest_ancestor() -> None:
    document = read(SAMPLE)
    assert document.location(("basics", "email", "x")) == document.location(("basics",))
    assert document.location(("nowhere",)).line == 2


@pytest.mark.parametrize(
    ("path", "part", "line", "column"),
    [
        (("basics", "summary"), "Two", 7, 5),
        (("basics", "name"), "da", 3, 10),
        (("basics", "name"), "\N{ZERO WIDTH SPACE}", 3, 9),
        (("work", 0, "name"), "住", 9, 14),
    ],
)
def test_part_of_a_text_is_located(path: KeyPath, part: str, line: int, column: int) -> None:
    location = read(SAMPLE).location_within(path, part)
    assert (location.line, location.column) == (line, column)


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("a: &a [x]\nb: *a", {"a": ["x"], "b": ["x"]}),
        ("a: &a x\nb: &a y\nc: *a", {"a": "x", "b": "y", "c": "y"}),
        ("a: &a {b: c}\nd: {<<: *a, e: f}", {"a": {"b": "c"}, "d": {"e": "f", "b": "c"}}),
        ("a: &a {b: c}\nd: {b: own, <<: *a}", {"a": {"b": "c"}, "d": {"b": "own"}}),
        ("a: &a {b: 1}\nc: &c {b: 2}\nd: {<<: [*a, *c]}", {"a": {"b": "1"}, "c": {"b": "2"}, "d": {"b": "1"}}),
        ("a: &a {b: 1}\nc: &c {<<: *a}\nd: {<<: *c}", {"a": {"b": "1"}, "c": {"b": "1"}, "d": {"b": "1"}}),
        ("a: {<<: {b: 1}, <<: {c: 2}}", {"a": {"b": "1", "c": "2"}}),
        ("a: {'<<': {b: 1}}", {"a": {"<<": {"b": "1"}}}),
        ("a: &a\nb: *a", {"a": None, "b": None}),
    ],
)
def test_aliases_and_merges_are_expanded(text: str, meant: Value) -> None:
    assert read(text).data == meant


def test_aliases_count_towards_the_depth() -> None:
    anchor = f"a: &a {'[' * 20}x{']' * 20}\n"
    assert read(f"{anchor}b: {'[' * 19}*a{']' * 19}\n")
    with pytest.raises(LoadError, match="nested more than 40 levels deep"):
        read(f"{anchor}b: {'[' * 20}*a{']' * 20}\n")


def test_merged_keys_count_towards_the_number_of_values() -> None:
    many = ", ".join(f"k{number}: v" for number in range(300))
    with pytest.raises(LoadError, match="more than 50000 values, counting merges"):
        read(f"a: &a {{{many}}}\nb:\n" + "- <<: *a\n" * 170)


def test_part_of_a_text_is_located_on_each_line_that_contains_it() -> None:
    document = read("a: |\n  one two\n  three\n  two two\n")
    locations = [(one.line, one.column) for one in document.locations_within(("a",), "two")]
    assert locations == [(2, 7), (4, 3)]
    assert list(document.locations_within(("a",), "four")) == [document.location(("a",))]


def test_merged_values_are_located_where_they_were_typed() -> None:
    document = read("x-a: &a\n  city: London\nbasics:\n  location:\n    <<: *a\n    region: X\n")
    assert document.location(("basics", "location", "city")).line == 2
    assert document.location(("basics", "location", "region")).line == 6
    assert document.data["basics"] == {"location": {"region": "X", "city": "London"}}


@pytest.mark.parametrize("text", ["%YAML 1.2\n---\na: b\n", "---\na: b\n...\n", "\ufeffa: b\n", "\n\na: b"])
def test_document_markers_and_directives_are_accepted(text: str) -> None:
    assert read(text).data == {"a": "b"}
