"""A sample of each format, with the resume.yaml that it becomes, which a person has checked."""

from __future__ import annotations

import csv
import html
import io
import re
import zipfile
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from resumekit.importing import ImportResult, InputFile, import_file
from resumekit.load import parse
from resumekit.schema import Resume, validate

from .word_counting import missing

SAMPLES = Path(__file__).parent / "samples"
FILES = sorted(path for path in SAMPLES.iterdir() if ".expected" not in path.suffixes)


_FIELD = re.compile(r"\w+\s+=\s(\{(?:[^{}]|\{[^{}]*\})*\}|\"[^\"]*\"|\w+)")
_IN_XML = re.compile(r">([^<>]+?)<| \w+=\"([^\"]*)\"")
_LATEX = {"{\\'e}": "é", '{\\"u}': "ü", '{\\"o}': "ö", "\\": "", " and ": " ", "letters": "Example Letters"}


def original_of(path: Path) -> InputFile:
    """A sample as input; a folder is packed into an archive."""
    return InputFile(path.name, packed(path) if path.is_dir() else path.read_bytes())


def packed(folder: Path) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        for path in sorted(folder.iterdir()):
            archive.writestr(zipfile.ZipInfo(f"Basic_Export/{path.name}"), path.read_bytes())
    return made.getvalue()


def imported(path: Path) -> ImportResult:
    return import_file(original_of(path))


def validated(made: ImportResult) -> Resume:
    return validate(parse(made.data, name="resume.yaml", folder=Path()), today=date(2026, 1, 15))[0]


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_a_sample_becomes_the_expected_file(path: Path, golden: Callable[[Path, str], None]) -> None:
    made = imported(path)
    said = "".join(f"# {problem.severity}: {problem.message} [{problem.code}]\n" for problem in made.problems)
    golden(path.with_name(f"{path.name}.expected.yaml"), made.data.decode() + (f"\n{said}" if said else ""))


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_an_imported_sample_is_valid(path: Path) -> None:
    validated(imported(path))


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_no_word_of_a_sample_is_missing(path: Path) -> None:
    assert missing(said_in(path), imported(path)) == []


def said_in(path: Path) -> Any:
    """The texts of a sample, without the syntax of its format."""
    if path.is_dir():
        return [row for table in path.iterdir() if table.name != "Connections.csv" for row in rows_of(table)]
    if path.suffix == ".bib":
        return [
            without_latex(found) for found in _FIELD.findall(path.read_text(encoding="utf-8").partition("@article")[2])
        ]
    if path.suffix == ".xml":
        return texts_of_xml(path.read_text(encoding="utf-8"))
    return original_of(path).values


def without_latex(field: str) -> str:
    for latex, text in _LATEX.items():
        field = field.replace(latex, text)
    return field.replace("{", "").replace("}", "")


def texts_of_xml(text: str) -> list[str]:
    """The texts of a file, except labels that repeat what their position says."""
    bare = re.sub(r"<\?.*?\?>|<!--.*?-->|<Photo>.*?</Photo>|xsi:\w+=\"[^\"]*\"|xmlns\S*", "", text)
    found = [html.unescape(html.unescape(one or other)) for one, other in _IN_XML.findall(bare)]
    return [words for words in found if words not in {"Email", "Telephone", "Web", "language", "false"}]


def rows_of(table: Path) -> list[dict[str, str]]:
    lines = table.read_text(encoding="utf-8").rpartition("\n\nEmail")
    return list(csv.DictReader(io.StringIO("".join(lines[1:]).lstrip() if lines[1] else lines[2])))
