"""The words of the view, in its order, in every format of every résumé, as programs read them that are not ours."""

from __future__ import annotations

import io
import json
import re
from collections.abc import Callable
from functools import cache
from html.parser import HTMLParser
from pathlib import Path
from unicodedata import normalize

import docx
import pytest

from end_to_end.readers import out_of_order, poppler, without_layout
from resumekit.load import parse
from resumekit.present import present
from resumekit.schema import validate
from resumekit.tailor import translate
from resumekit.theming.printed_view import printed_view
from resumekit.writers import FORMATS, PreparedEdition
from typeset.builds import draw_pictures

from .manuscripts import artifacts_of, manuscript_of
from .markdown_reader import MarkdownReader
from .reading import misplaced, texts_in_order
from .sources import PUBLIC, SOURCES
from .test_docx_office import EAST_ASIAN, RIGHT_TO_LEFT

RESUMES = {**SOURCES, "right-to-left.yaml": RIGHT_TO_LEFT.encode(), "east-asian.yaml": EAST_ASIAN.encode()}
IN_MAKE_TEST = ["full.yaml", "hostile.yaml", "east-asian.yaml"]
IN_LINES = {"entries": "line", "keywords": "below", "links": "below"}
"""A design whose entries begin with one line, in the order of the view. Others are for the tests of themes."""
DESIGNED = {"pdf", "html", "docx"}
"""The formats that print what the design prints, and publications as citations, which begin with the authors."""
_UNSEEN = re.compile("[\u200b\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]")
_ADDRESS = re.compile(r"\((?:https?:|[^()\s]+@)[^\s]+\)")
"""Where a link leads, as text has it in brackets behind its words."""
_REACH = 1500
"""How many characters may stand between two texts: in a row of many columns, or at the end of a page."""


class _Page(HTMLParser):
    """Collects what somebody sees of a page."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.said: list[str] = []
        self._unseen = 0
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: object) -> None:
        self._unseen += tag in {"head", "style", "script"}

    def handle_endtag(self, tag: str) -> None:
        self._unseen -= tag in {"head", "style", "script"}

    def handle_data(self, data: str) -> None:
        if not self._unseen:
            self.said.append(data)


def in_word(data: bytes) -> str:
    """Return what python-docx finds in the body of a document, that of tables where they stand."""
    document = docx.Document(io.BytesIO(data))
    said = []
    for block in document.iter_inner_content():
        cells = [cell for row in getattr(block, "rows", ()) for cell in row.cells]
        said += [inner.text for part in cells or [block] for inner in getattr(part, "paragraphs", [part])]
    return "\n".join(said)


def in_pdf(data: bytes, folder: Path) -> str:
    """Return what pdftotext finds, in the order of the file."""
    path = folder / f"{abs(hash(data))}.pdf"
    path.write_bytes(data)
    return poppler(path, "-raw")


READERS: dict[str, Callable[[bytes, Path], str]] = {
    "pdf": in_pdf,
    "html": lambda data, _: "".join(_Page(data.decode()).said),
    "docx": lambda data, _: in_word(data),
    "md": lambda data, _: MarkdownReader(data.decode()).text,
    "txt": lambda data, _: _ADDRESS.sub("", data.decode()),
}
EVERY = [
    pytest.param(name, format_, marks=() if format_ != "pdf" or name in IN_MAKE_TEST else pytest.mark.formats)
    for name in RESUMES
    for format_ in READERS
    if (name, format_) != ("right-to-left.yaml", "pdf")  # has a test of its own
]


@pytest.fixture(scope="module")
def manuscript(tmp_path_factory: pytest.TempPathFactory) -> Callable[[str], PreparedEdition]:
    """Return a résumé ready to be written, with its pictures beside it."""
    folder = tmp_path_factory.mktemp("résumés")
    draw_pictures(folder)
    return cache(
        lambda name: manuscript_of(RESUMES[name], name=name, folder=folder, options=IN_LINES, is_complete=True)
    )


def read(text: str) -> str:
    return without_layout(_UNSEEN.sub("", normalize("NFC", text)))


@pytest.mark.parametrize(("name", "format_"), EVERY)
def test_every_word_is_read_in_its_order(
    manuscript: Callable[[str], PreparedEdition], tmp_path: Path, name: str, format_: str
) -> None:
    edition = manuscript(name)
    (made,) = artifacts_of(edition, [format_])
    text = READERS[format_](made.data, tmp_path)
    if format_ == "docx":  # a date is in the first row of its entry even if the employer is in the second
        assert misplaced(text, edition) == []
        return
    view = printed_view(edition.view, edition.design) if format_ in DESIGNED else edition.view
    wanted = texts_in_order(view, citing=format_ in DESIGNED)
    assert out_of_order(read(text), map(read, wanted), _REACH) == []


def test_a_pdf_from_right_to_left_is_read_in_its_order(
    manuscript: Callable[[str], PreparedEdition], tmp_path: Path
) -> None:
    """Without `-raw`, which turns the words of a line round; it then takes the dates for a column of their own."""
    view = manuscript("right-to-left.yaml").view
    (pdf,) = artifacts_of(manuscript("right-to-left.yaml"), ["pdf"])
    (tmp_path / "resume.pdf").write_bytes(pdf.data)
    text = read(poppler(tmp_path / "resume.pdf"))
    dates = {entry.date for section in view.sections for entry in section.entries if entry.date}
    assert (
        out_of_order(
            text, (read(wanted) for wanted in texts_in_order(view, citing=True) if wanted not in dates), _REACH
        )
        == []
    )
    assert [word for date in dates for word in date.split() if read(word) not in text] == []


@pytest.mark.parametrize("name", RESUMES)
def test_json_says_the_same_to_whoever_reads_it(manuscript: Callable[[str], PreparedEdition], name: str) -> None:
    (made,) = artifacts_of(manuscript(name), ["json"])
    assert isinstance(json.loads(made.data), dict)
    document = parse(made.data, name="resume.json", folder=manuscript(name).document.folder)
    assert present(translate(validate(document)[0])) == manuscript(name).view


@pytest.mark.parametrize("name", IN_MAKE_TEST[:1])
def test_there_is_a_picture_of_each_page_that_is_read(manuscript: Callable[[str], PreparedEdition], name: str) -> None:
    pdf, *pictures = artifacts_of(manuscript(name), ["pdf", "png"])
    assert [picture.page for picture in pictures] == list(range(1, pdf.pages + 1))


@pytest.mark.parametrize("format_", READERS)
def test_what_is_lost_or_out_of_place_is_found(
    manuscript: Callable[[str], PreparedEdition], tmp_path: Path, format_: str
) -> None:
    (made,) = artifacts_of(manuscript("full.yaml"), [format_])
    wanted = texts_in_order(manuscript("full.yaml").view, citing=format_ in DESIGNED)
    text = read(READERS[format_](made.data, tmp_path))
    lost = wanted[len(wanted) // 2]
    assert out_of_order(text.replace(read(lost), ""), map(read, wanted), _REACH) == [read(lost)]
    assert out_of_order(text, map(read, reversed(wanted)), _REACH)


def test_no_format_is_forgotten() -> None:
    assert {*READERS, "json", "png", "tex"} == set(FORMATS)
    assert set(IN_MAKE_TEST) <= set(RESUMES)
    assert len(PUBLIC) == len([name for name in SOURCES if name.endswith(".json")])
