"""An archive PDF returns its source byte for byte; any other PDF gives a clear message and does no harm."""

from __future__ import annotations

import codecs
from contextlib import suppress

import pikepdf
import pytest
from hypothesis import given
from hypothesis import strategies as st

from resumekit.errors import LoadError
from resumekit.importing import READERS, ImportResult, InputFile, import_file
from resumekit.importing.pdf import pdf_reader
from resumekit.load.limits import MAX_BYTES

from .pdfs import our_pdf, strange_pdf

# Workers of pytest-xdist have threads that `threading` does not know of; Python 3.12 warns of a fork then.
pytestmark = pytest.mark.filterwarnings("ignore:This process .* is multi-threaded:DeprecationWarning")

LINES = "# Ünïcödé\nbasics: {name: Ada Example}\noutput: {pdf: archive}\n"
JSON = '{"basics": {"name": "Ada Example"}, "output": {"pdf": "archive"}}'
SOURCES = {
    "plain": LINES.encode(),
    "CRLF": LINES.replace("\n", "\r\n").encode(),
    "CR": LINES.replace("\n", "\r").encode(),
    "BOM": codecs.BOM_UTF8 + LINES.encode(),
    "UTF-16": LINES.encode("utf-16"),
    "UTF-16 of the other order": codecs.BOM_UTF16_BE + LINES.replace("\n", "\r\n").encode("utf-16-be"),
    "no line feed at the end": LINES.rstrip().encode(),
    "white space all around": b"\n\n" + LINES.encode() + b"  \n\n",
    "large": LINES.encode() + b"# a comment that goes on and on\n" * 25_000,
}


def read(data: bytes, name: str) -> ImportResult:
    return import_file(InputFile(name, data))


def refusal(data: bytes) -> tuple[str, ...]:
    with pytest.raises(LoadError) as caught:
        read(data, "given.pdf")
    files = [problem.location.file if problem.location else problem.file or "" for problem in caught.value.problems]
    assert all(file.startswith("given.pdf") for file in files)
    return tuple(problem.code for problem in caught.value.problems)


@pytest.mark.parametrize("name", SOURCES)
def test_the_source_comes_back_byte_for_byte(name: str) -> None:
    assert read(our_pdf(SOURCES[name]), "given.pdf") == ImportResult("resume.yaml", SOURCES[name])


def test_a_json_source_comes_back_as_json() -> None:
    assert read(our_pdf(JSON.encode(), "cv.json"), "given.pdf") == ImportResult("resume.json", JSON.encode())


@given(st.text(st.characters(codec="utf-8", exclude_categories=["C", "Zl", "Zp"]), max_size=200))
def test_any_source_comes_back(comment: str) -> None:
    source = f"{LINES}# {comment}\n".encode()
    assert read(strange_pdf({"resume.yaml": source}), "given.pdf").data == source


def test_the_source_is_preferred_to_its_export() -> None:
    files = {"source.json": b'{"basics": {"name": "B"}}', "resume.json": b'{"basics": {"name": "C"}}'}
    assert read(strange_pdf(files), "given.pdf") == ImportResult("resume.json", files["source.json"])
    assert read(strange_pdf(files | {"resume.yaml": b"basics: {}"}), "given.pdf").name == "resume.yaml"
    assert read(strange_pdf({"resume.json": files["resume.json"]}), "given.pdf").data == files["resume.json"]


@pytest.mark.parametrize(
    "data",
    [b"", b"basics: {name: Ada}", b"\x89PNG\r\n\x1a\n", b" " * 2000 + b"%PDF-1.7", b"{}"],
    ids=["empty", "YAML", "PNG", "a PDF that begins too late", "JSON"],
)
def test_other_files_are_rejected_with_a_list_of_supported_formats(data: bytes) -> None:
    with pytest.raises(LoadError) as caught:
        read(data, "given.txt")
    (problem,) = caught.value.problems
    assert problem.code == "no-reader"
    assert ("empty" in problem.message) == (not data)
    assert all(reader.title in (problem.hint or "") for reader in READERS.values())


@pytest.mark.parametrize("name", ["letter.txt", "RESUME.YAML", "../resume.yaml", ""])
def test_a_pdf_without_source_and_text_is_rejected(name: str) -> None:
    assert refusal(strange_pdf({name: b"basics: {}"} if name else {})) == ("no-text",)


@pytest.mark.parametrize("kept", [9, 100, 0.5, 0.9, 0.99])
def test_a_truncated_pdf_is_rejected(kept: float) -> None:
    whole = our_pdf(SOURCES["plain"])
    cut = whole[: int(kept if kept > 1 else kept * len(whole))]
    assert refusal(cut)[0] in {"broken-pdf", "no-text"}


def test_a_pdf_with_a_password_is_rejected() -> None:
    locked = strange_pdf({"resume.yaml": b"basics: {}"}, encryption=pikepdf.Encryption(owner="a", user="b"))
    assert refusal(locked) == ("broken-pdf",)


@pytest.mark.parametrize(
    ("source", "code"),
    [
        (b"\x1b]0;owned\x07", "forbidden-character"),
        (b"\x00\xff\xfe\x80", "not-utf-8"),
        (b"\xff\xfea", "not-utf-8"),
    ],
)
def test_a_source_that_is_not_text_is_rejected(source: bytes, code: str) -> None:
    assert refusal(strange_pdf({"resume.yaml": source})) == (code,)


def test_a_bomb_does_not_go_off() -> None:
    bomb = strange_pdf({"resume.yaml": b"a" * 100_000_000}, compress_streams=True)
    assert len(bomb) < 200_000
    assert refusal(bomb) == ("no-text",)


def test_only_the_first_of_many_embedded_files_are_read() -> None:
    names = {f"a{number:03}.yaml": b"basics: {}" for number in range(200)}
    assert refusal(strange_pdf(names | {"resume.yaml": b"basics: {}"})) == ("no-text",)


def test_a_source_of_the_largest_size_comes_back() -> None:
    source = b"basics: {}\n#".ljust(MAX_BYTES, b"-")
    assert read(strange_pdf({"resume.yaml": source}), "given.pdf").data == source
    assert refusal(strange_pdf({"resume.yaml": source + b"-"})) == ("no-text",)


def test_missing_pdfium_is_reported(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pdf_reader, "load_pdfium", lambda: False)
    with pytest.raises(LoadError) as caught:
        read(our_pdf(SOURCES["plain"]), "given.pdf")
    assert [problem.code for problem in caught.value.problems] == ["no-pdfium"]


OURS = our_pdf(SOURCES["plain"])
CHANGES = st.lists(st.tuples(st.integers(0, len(OURS) - 1), st.binary(min_size=0, max_size=8)), min_size=1, max_size=8)


@given(CHANGES)
def test_a_pdf_with_some_bytes_changed_gives_a_source_or_a_problem(changes: list[tuple[int, bytes]]) -> None:
    changed = bytearray(OURS)
    for location, data in changes:
        changed[location : location + len(data)] = data
    with suppress(LoadError):
        assert read(bytes(changed), "given.pdf").name in {"resume.yaml", "resume.json"}
