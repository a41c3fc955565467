"""Entries are extracted as a whole: name, role, dates and bullets together, with nothing of another entry between.

`make test` has pictures beside the entries in every second theme; `make fuzz` tests each theme with and without them.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache
from pathlib import Path

import pytest
from PIL import Image

from theming.themes import BUILT_IN
from typeset.builds import built

from .readers import IN_ORDER, READERS

# Each text is a word that names its section, entry and field: `qc2title`. For dates, the year does: the third entry of
# the second section lasts from 2120 to 2121.
ENTRIES = {
    "a": "work: [{entries}]",
    "b": "projects: [{entries}]",
    "c": "education: [{entries}]",
    "d": "volunteer: [{entries}]",
    "e": "publications: [{entries}]",
    "f": "sections: [{{title: Talks, entries: [{entries}]}}]",
}
FIELDS = {
    "a": "name: {0}employer, position: {0}title, location: {0}place, description: {0}about, url: {0}link.example.org",
    "b": "name: {0}title, description: {0}about, url: {0}link.example.org, keywords: [{0}keyword], entity: {0}entity",
    "c": "institution: {0}employer, area: {0}title, score: {0}score, courses: [{0}course], location: {0}place",
    "d": "organization: {0}employer, position: {0}title, location: {0}place",
    "e": "name: {0}title, publisher: {0}employer, authors: [{0}author, {0}other]",
    "f": "title: {0}title, subtitle: {0}employer, location: {0}place",
}
BODY = (
    "summary: {0}summary in a few words that fill more than one line of the page so that it is set as a paragraph is,"
    " highlights: [{0}bullet, {{text: {0}outer, list: letters, highlights: [{0}inner, {0}innermost]}}, {0}last]"
)
DATES = {"e": "releaseDate: {0}0", **dict.fromkeys("abcdf", "startDate: {0}0, endDate: {0}1")}
PICTURE = "images: [{{file: a.png, alt: A picture, width: 30mm}}]"
WORD = re.compile(r"q([a-f])(\d)[a-z]+")
YEAR = re.compile(r"\b2([0-5])([0-2])[01]\b")

each_reader = pytest.mark.parametrize("reader", READERS)
each_theme = pytest.mark.parametrize(
    ("theme", "pictures"),
    [
        pytest.param(theme, pictures, marks=[] if number % 2 == pictures else [pytest.mark.fuzz])
        for number, theme in enumerate(BUILT_IN)
        for pictures in (False, True)
    ],
)

Written = Callable[[str, bool], Path]


def résumé(*, pictures: bool) -> str:
    """Return a résumé with three entries in each section."""
    parts = ["basics: {name: Ada Lovelace}", "order: [work, projects, education, volunteer, publications, talks]"]
    for section, frame in ENTRIES.items():
        entries = []
        for number in range(3):
            dates = DATES[section].format(f"2{'abcdef'.index(section)}{number}")
            fields = [FIELDS[section], BODY, *([PICTURE] if pictures and number != 1 else [])]
            entries.append(f"{{{', '.join(fields).format(f'q{section}{number}')}, {dates}}}")
        parts.append(frame.format(entries=", ".join(entries)))
    return "\n".join(parts)


@pytest.fixture(scope="session")
def written(tmp_path_factory: pytest.TempPathFactory) -> Written:
    """Build the résumé in a theme, once; return the path of the PDF."""
    folder = tmp_path_factory.mktemp("order")
    Image.new("RGB", (60, 40), "#1d4f91").save(folder / "a.png")

    @cache
    def write(theme: str, pictures: bool) -> Path:
        path = folder / f"{theme}-{pictures}.pdf"
        path.write_bytes(built(theme, résumé(pictures=pictures), folder, links="below").artifact.data)
        return path

    return write


def entries_in(text: str, *, dates: bool = False) -> list[tuple[str, str]]:
    """Return the entries that a text mentions, in order."""
    found = []
    for word in re.finditer(f"{WORD.pattern}|{YEAR.pattern}", text):
        if word[1]:
            found.append((word[1], word[2]))
        elif dates:
            found.append(("abcdef"[int(word[3])], word[4]))
    return [entry for entry, before in zip(found, [None, *found], strict=False) if entry != before]


@each_theme
@each_reader
def test_entries_are_read_one_after_the_other(written: Written, theme: str, reader: str, pictures: bool) -> None:
    text = READERS[reader](written(theme, pictures)).lower()
    assert sorted(WORD.findall(text)) == sorted(WORD.findall(résumé(pictures=pictures)))
    entries = entries_in(text)
    assert entries == sorted(set(entries))


@each_theme
@each_reader
def test_the_dates_of_an_entry_are_read_within_it(written: Written, theme: str, reader: str, pictures: bool) -> None:
    text = READERS[reader](written(theme, pictures)).lower()
    assert sorted(YEAR.findall(text)) == sorted(YEAR.findall(résumé(pictures=pictures)))
    entries = entries_in(text, dates=True)
    assert entries == sorted(set(entries))


@each_theme
@each_reader
def test_a_mark_is_read_before_its_bullet(written: Written, theme: str, reader: str, pictures: bool) -> None:
    text = READERS[reader](written(theme, pictures)).lower()
    for entry in {f"q{section}{number}" for section, number in WORD.findall(text)}:
        for mark, field in (("•", "bullet"), ("•", "outer"), ("a.", "inner"), ("b.", "innermost"), ("•", "last")):
            assert re.search(rf"{re.escape(mark)}\s*{entry}{field}\b", text), f"{entry}{field}"


# --- a full side column next to a long career

SIDE = {
    "a": "skills: [{entries}]",
    "b": "languages: [{entries}]",
    "c": "interests: [{entries}]",
    "d": "sections: [{{title: Details, pairs: [{entries}]}}]",
}
SIDE_FIELDS = {
    "a": "name: {0}name, level: {0}level, keywords: [{0}word, {{name: {0}other, level: {0}fluent}}, {0}last]",
    "b": "language: {0}name, fluency: {0}level",
    "c": "name: {0}name, keywords: [{0}word, {0}last]",
    "d": "label: {0}label, value: {0}value",
}
IN_COLUMNS = ["sidebar", "split", "swiss"]


def with_full_side_column() -> str:
    """Return a résumé whose skills, languages and pairs fill a column, and whose career fills the page next to it."""
    parts = ["basics: {name: Ada Lovelace, label: Analyst, email: ada@example.org}"]
    for section, frame in SIDE.items():
        entries = [f"{{{SIDE_FIELDS[section].format(f'q{section}{number}')}}}" for number in range(4)]
        parts.append(frame.format(entries=", ".join(entries)))
    career = [f"{{name: Employer, position: qe{number}title, {BODY.format(f'qe{number}')}}}" for number in range(4)]
    return "\n".join([*parts, f"work: [{', '.join(career)}]"])


@pytest.fixture(scope="module")
def full_page(tmp_path_factory: pytest.TempPathFactory) -> Callable[[str], Path]:
    folder = tmp_path_factory.mktemp("side")

    @cache
    def write(theme: str) -> Path:
        path = folder / f"{theme}.pdf"
        path.write_bytes(built(theme, with_full_side_column()).artifact.data)
        return path

    return write


@pytest.mark.parametrize("theme", IN_COLUMNS)
@pytest.mark.parametrize("reader", ["poppler", "pdfium"])  # pdfminer joins the words of a line
def test_all_words_of_an_entry_beside_a_career_are_read_together(
    full_page: Callable[[str], Path], theme: str, reader: str
) -> None:
    text = IN_ORDER[reader](full_page(theme)).lower()
    assert sorted(WORD.findall(text)) == sorted(WORD.findall(with_full_side_column()))
    entries = entries_in(text)
    assert len(entries) == len(set(entries)) == 20


@pytest.mark.parametrize("theme", IN_COLUMNS)
@each_reader
def test_they_are_where_a_reader_guesses_columns_too(full_page: Callable[[str], Path], theme: str, reader: str) -> None:
    entries = entries_in(READERS[reader](full_page(theme)).lower())
    assert len(entries) == len(set(entries)) == 20
