"""Sources of a résumé: files, folders, standard input, bytes; encodings and limits."""

from __future__ import annotations

import contextlib
import io
import sys
import time
from pathlib import Path

import pytest

from resumekit.errors import LoadError, Problem
from resumekit.load import default_source, load, parse, read_bytes

TEXT = "basics: {name: Ada Exämple}\n"
DATA = {"basics": {"name": "Ada Exämple"}}


def refused(data: bytes, name: str = "resume.yaml") -> Problem:
    with pytest.raises(LoadError) as caught:
        parse(data, name=name, folder=Path())
    (problem,) = caught.value.problems
    return problem


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le-sig", "utf-16-be-sig"])
def test_common_unicode_encodings_are_read(encoding: str) -> None:
    marks = {"utf-16-le-sig": b"\xff\xfe", "utf-16-be-sig": b"\xfe\xff"}
    raw = marks.get(encoding, b"") + TEXT.encode(encoding.removesuffix("-sig") if encoding in marks else encoding)
    assert parse(raw, name="resume.yaml", folder=Path()).data == DATA


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_line_endings_of_all_systems_are_read(end: str) -> None:
    document = parse(f"a: b{end}c: |{end}  d{end}  e{end}".encode(), name="resume.yaml", folder=Path())
    assert document.data == {"a": "b", "c": "d\ne\n"}
    assert document.location(("c",)).line == 2
    assert document.location(("c",)).source == "c: |"


@pytest.mark.parametrize("start", [b"", b"\xef\xbb\xbf"])
@pytest.mark.parametrize("end", [b"\n", b"\r\n", b"\r"])
def test_the_location_of_an_invalid_byte_is_exact_after_any_line_ending_or_mark(start: bytes, end: bytes) -> None:
    problem = refused(start + "é: b".encode() + end + "ü: x".encode() + b"\xe4y" + end)
    assert problem.code == "not-utf-8"
    assert problem.location
    assert (problem.location.line, problem.location.column, problem.location.source) == (2, 5, "ü: x\ufffdy")


@pytest.mark.parametrize(
    ("name", "text", "format_"),
    [
        ("resume.yaml", "a: b", "yaml"),
        ("resume.yml", '{"a": "b"}', "yaml"),
        ("resume.json", '{"a": "b"}', "json"),
        ("RESUME.JSON", '{"a": "b"}', "json"),
        ("RESUME.YAML", '{"a": "b"}', "yaml"),
        ("<stdin>", ' {"a": "b"}', "json"),
        ("<stdin>", "a: b", "yaml"),
        ("resume", '{"a": "b"}', "json"),
    ],
)
def test_the_suffix_or_else_the_first_character_tells_json_from_yaml(name: str, text: str, format_: str) -> None:
    document = parse(text.encode(), name=name, folder=Path())
    assert document.format == format_
    assert document.data == {"a": "b"}


def test_a_file_is_read_with_its_name_and_folder(tmp_path: Path) -> None:
    path = tmp_path / "cv.yaml"
    path.write_text(TEXT, encoding="utf-8")
    document = load(path)
    assert (document.data, document.source.name, document.folder) == (DATA, str(path), tmp_path)


def test_a_folder_stands_for_the_résumé_in_it(tmp_path: Path) -> None:
    (tmp_path / "resume.json").write_text('{"a": "json"}')
    assert load(tmp_path).data == {"a": "json"}
    (tmp_path / "resume.yaml").write_text("a: yaml")
    document = load(tmp_path)
    assert document.data == {"a": "yaml"}, "resume.yaml comes first"
    assert document.folder == tmp_path
    assert default_source(tmp_path) == tmp_path / "resume.yaml"


def test_a_folder_without_a_résumé_is_refused_by_its_name(tmp_path: Path) -> None:
    with pytest.raises(LoadError) as caught:
        load(tmp_path)
    (problem,) = caught.value.problems
    assert (problem.code, problem.file) == ("no-source", str(tmp_path))


def test_standard_input_is_read_for_a_dash(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(TEXT.encode())))
    document = load(Path("-"))
    assert (document.data, document.source.name, document.folder) == (DATA, "<stdin>", tmp_path)


def test_standard_input_that_is_closed_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", None)
    with pytest.raises(LoadError, match="closed"):
        load(Path("-"))


@pytest.mark.parametrize(
    ("name", "code", "hint"),
    [
        ("resum.yaml", "not-found", "did you mean 'resume.yaml'?"),
        ("nothing-like-it", "not-found", None),
        ("nowhere/resume.yaml", "not-found", None),
        ("resume.yaml/resume.yaml", "unreadable", None),
        ("a" * 300, "unreadable", None),
    ],
)
def test_a_missing_or_unreadable_path_is_refused(tmp_path: Path, name: str, code: str, hint: str | None) -> None:
    (tmp_path / "resume.yaml").touch()
    with pytest.raises(LoadError) as caught:
        load(tmp_path / name)
    (problem,) = caught.value.problems
    assert (problem.code, problem.file, problem.hint) == (code, str(tmp_path / name), hint)


def test_an_endless_device_is_read_up_to_the_limit() -> None:
    with pytest.raises(LoadError, match="larger than 1 MB"):
        load(Path("/dev/zero"))


def test_a_file_may_be_as_large_as_the_limit(tmp_path: Path) -> None:
    path = tmp_path / "file"
    path.write_bytes(b"12345")
    assert read_bytes(path, 5) == b"12345"
    with pytest.raises(LoadError, match="larger than"):
        read_bytes(path, 4)


MEGABYTE = 1_000_000
HOSTILE = {
    "one scalar": "a: " + "x" * (MEGABYTE - 10),
    "one line of brackets": "a: " + "[" * (MEGABYTE - 10),
    "keys": "".join(f"k{number}: v\n" for number in range(100_000))[:MEGABYTE],
    "one key a hundred thousand times": "k: v\n" * 100_000,
    "items": "a:\n" + "- b\n" * 200_000,
    "anchors": "a: [" + "".join(f"&a{number} b, " for number in range(60_000)) + "]",
    "aliases": "a: &a b\nc: [" + "*a, " * 100_000 + "]",
    "merges of many keys": "a: &a {" + "".join(f"k{n}: v, " for n in range(9000)) + "}\nb:\n" + "- <<: *a\n" * 190,
    "merges of merges": "a0: &a0 {k: v}\n"
    + "".join(f"a{n}: &a{n} {{<<: [*a{n - 1}, *a{n - 1}, *a{n - 1}, *a{n - 1}]}}\n" for n in range(1, 40)),
    "quotes": "a: '" + "''" * 400_000 + "'",
    "escapes": 'a: "' + "\\n" * 400_000 + '"',
    "comments": "a: b\n" + "#\n" * 400_000,
    "folded lines": "a: >\n" + " x\n" * 300_000,
}


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE)
@pytest.mark.parametrize("name", ["resume.yaml", "resume.json"])
def test_a_megabyte_of_anything_is_handled_quickly(text: str, name: str) -> None:
    began = time.process_time()
    with contextlib.suppress(LoadError):
        parse(text.encode(), name=name, folder=Path())
    assert time.process_time() - began < 5, "this guards against minutes; it takes well under a second"


def test_the_limits_are_exact() -> None:
    fits = "a: " + "x" * (MEGABYTE - 3)
    assert parse(fits.encode(), name="resume.yaml", folder=Path())
    assert refused(fits.encode() + b"x").code == "too-large"
    for name, opened, closed in (("resume.yaml", "a: ", ""), ("resume.json", '{"a": ', "}")):
        deep = 39
        assert parse((opened + "[" * deep + "]" * deep + closed).encode(), name=name, folder=Path())
        problem = refused((opened + "[" * 41 + "]" * 41 + closed).encode(), name)
        assert (problem.code, problem.location and problem.location.column) == ("too-deep", len(opened) + 41)
        many = ", ".join(["1"] * 49_998)
        assert parse(f"{opened}[{many}]{closed}".encode(), name=name, folder=Path())
        assert refused(f"{opened}[{many}, 1]{closed}".encode(), name).code == "too-many-values"
    aliases = "a: &a b\nc: [" + "*a, " * 200
    assert parse(f"{aliases}]".encode(), name="resume.yaml", folder=Path())
    assert refused(f"{aliases}*a]".encode()).code == "too-many-aliases"


@pytest.mark.parametrize(
    ("text", "line", "column"), [('{"a": 1 "b": 2}', 1, 9), ('{"a": 1\n "b": 2}', 1, 7)], ids=["same line", "next line"]
)
def test_a_missing_comma_is_reported_where_it_is_missing(text: str, line: int, column: int) -> None:
    problem = refused(text.encode(), "resume.json")
    assert problem.location
    assert (problem.location.line, problem.location.column) == (line, column)


FORBIDDEN = [*range(0x09), 0x0B, 0x0C, *range(0x0E, 0x20), *range(0x7F, 0xA0), 0x2028, 0x2029]
FORBIDDEN += [*range(0x202A, 0x202F), *range(0x2066, 0x206A), 0xFDD0, 0xFDEF, 0xFFFE, 0xFFFF]


@pytest.mark.parametrize("code", FORBIDDEN, ids=lambda code: f"U+{code:04X}")
def test_a_character_that_is_not_text_is_refused_raw_and_escaped(code: int) -> None:
    raw = refused(f"a: b\nc: d{chr(code)}e\n".encode())
    assert raw.code == "forbidden-character"
    assert raw.location
    assert (raw.location.line, raw.location.column) == (2, 5)
    for name in ("resume.yaml", "resume.json"):
        escaped = refused(f'{{"a": "b",\n"c": "\\u{code:04x}"}}'.encode(), name)
        assert escaped.code == "forbidden-character"
        assert f"U+{code:04X}" in escaped.message
        assert escaped.location
        assert escaped.location.line == 2


WRITTEN = ["\t", "é", "e\u0301", "\u200d", "\u200e", "\xa0", "\ufffd", "𝔸", "👩🏽‍🚀", "العربية", "\ue000"]


@pytest.mark.parametrize("text", WRITTEN, ids=ascii)
def test_a_character_that_people_write_is_kept(text: str) -> None:
    assert parse(f"a: 'b{text}c'\n".encode(), name="resume.yaml", folder=Path()).data == {"a": f"b{text}c"}
