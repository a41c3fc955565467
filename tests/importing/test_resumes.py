"""Twenty résumés as people write them: PDFs from LaTeX and LibreOffice, Word documents, texts in six languages.

`python -m tools.samples` makes the PDFs and documents from what stands in `sources` and in the tool.
"""

from __future__ import annotations

import re
import unicodedata
import zipfile
from collections.abc import Callable
from html import unescape
from pathlib import Path

import pytest
import yaml

from resumekit.importing import InputFile, import_file
from resumekit.importing.freeform.lexicon.section_titles import section_of
from resumekit.importing.freeform.sections.person_name import document_title
from resumekit.pdfium import read_pdf

from .free_form import absent, words_of
from .test_samples import validated

RESUMES = Path(__file__).parent / "resumes"
FILES = sorted(path for path in RESUMES.iterdir() if path.is_file() and path.suffix != ".yaml")
_MARKUP = re.compile(r"<[^>]*>")
_LABELS = re.compile(
    r"\b(?:E-?Mail|Phone|Tel(?:efon)?|Tél|Location|Adresse|GPA)\b|(?:氏名|メール|電話|住所|电话|邮箱|地址)(?=[:：])",
    re.IGNORECASE,
)
_SIGN = re.compile(r"^\W*(?:o|\d{1,2}[.)]|\[\d\])?\s+|^\W+", re.MULTILINE)


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_a_résumé_becomes_what_is_expected(path: Path, golden: Callable[[Path, str], None]) -> None:
    made = import_file(InputFile(path.name, path.read_bytes()))
    validated(made)
    said = "".join(f"# {problem.severity}: {problem.message} [{problem.code}]\n" for problem in made.problems)
    golden(path.with_name(f"{path.name}.expected.yaml"), made.data.decode() + (f"\n{said}" if said else ""))


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_no_word_of_a_résumé_is_missing(path: Path) -> None:
    made = import_file(InputFile(path.name, path.read_bytes()))
    lines = [told(line) for line in text_of(path).splitlines() if not section_of(_SIGN.sub("", line).strip())]
    name = words_of(yaml.load(made.data, yaml.BaseLoader)["basics"]["name"])  # may stand at the edge of each page
    missing = absent(lines, made)
    assert [word for word in missing if word not in name] == []


def told(line: str) -> str:
    """A line without what only says what stands beside it."""
    for pattern in (_SIGN, document_title(), _LABELS):
        line = pattern.sub(" ", line)
    return line


def text_of(path: Path) -> str:
    """All that a file says, told by other means than the reader's."""
    if path.suffix == ".pdf":
        reading = read_pdf(path.read_bytes())
        assert reading is not None
        text = re.sub(r"^\s*\d+\s*$", "", "\n".join(reading.pages), flags=re.MULTILINE)
        text = re.sub(r"[\x02\ufffe]\s*", "" if path.name.startswith("latex") else "-", text).replace("\x1b", "ff")
        return unicodedata.normalize("NFKC", text)
    if path.suffix == ".docx":
        with zipfile.ZipFile(path) as archive:
            parts = [name for name in archive.namelist() if re.fullmatch(r"word/(document|header\d*)\.xml", name)]
            xml = "\n".join(archive.read(name).decode() for name in parts)
        return unescape(_MARKUP.sub("", xml.replace("</w:p>", "\n").replace("<w:tab/>", "\t")))
    data = path.read_bytes()
    text = data.decode("cp1252" if path.name == "text-german.txt" else "utf-8")
    return re.sub(r"\]\([^)]*\)", "]", text)  # where a link leads is more than it says


def test_there_are_twenty() -> None:
    assert len(FILES) >= 20
