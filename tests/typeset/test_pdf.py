"""PDFs: metadata, structure, and completeness of the text."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from unicodedata import normalize
from urllib.parse import quote

import pikepdf
import pytest

from end_to_end.readers import characters_off_the_page
from resumekit.check import check, check_read_back
from resumekit.present import plain
from theming.themes import BUILT_IN

from .builds import CASES, FILLER, Builds, built, squeezed, texts_of

IN_A_URL = "/:?&=#%!$'()*+,;@[]~"
"""The characters that are allowed in a URL, besides letters and digits."""

each_theme = pytest.mark.parametrize("theme", BUILT_IN)
each_case = pytest.mark.parametrize(("theme", "name"), CASES)


def addresses_in(pdf: pikepdf.Pdf) -> set[str]:
    """Return the targets of the links in a PDF."""
    annotations = [annotation for page in pdf.pages for annotation in page.get("/Annots", [])]
    return {str(annotation.A.URI) for annotation in annotations if "/A" in annotation and "/URI" in annotation.A}


def urls_in(value: object) -> Iterator[str]:
    """Yield the URLs of a view in the form used in a PDF: in ASCII, with each percent sign starting an encoded byte."""
    if isinstance(value, tuple):
        for item in value:
            yield from urls_in(item)
    elif is_dataclass(value):
        for field in fields(value):
            inner = getattr(value, field.name)
            if field.name == "url" and inner:
                yield quote(re.sub("%(?![0-9a-fA-F]{2})", "%25", inner), safe=IN_A_URL)
            yield from urls_in(inner)


def bookmarks_in(pdf: pikepdf.Pdf) -> Iterator[str]:
    with pdf.open_outline() as outline:
        for item in outline.root:
            yield str(item.title)
            yield from (str(inner.title) for inner in item.children)


@each_case
def test_the_engine_has_no_remarks(builds: Builds, theme: str, name: str) -> None:
    artifact = builds(theme, name).artifact
    assert (artifact.remarks, artifact.refused, artifact.undrawn, artifact.borrowed) == ((), (), (), ())


@each_case
def test_a_pdf_is_well_formed(builds: Builds, theme: str, name: str) -> None:
    with builds(theme, name).pdf() as pdf:
        assert pdf.check_pdf_syntax() == []


@each_case
def test_a_pdf_has_as_many_pages_as_the_artifact_says(builds: Builds, theme: str, name: str) -> None:
    build = builds(theme, name)
    with build.pdf() as pdf:
        assert len(pdf.pages) == build.artifact.pages >= 1


@each_theme
def test_every_field_of_the_schema_is_in_the_text_or_leads_somewhere(builds: Builds, theme: str) -> None:
    build = builds(theme, "full")
    with build.pdf() as pdf:
        there = build.text().lower() + " ".join(addresses_in(pdf))
    missing = {path for word, path in FILLER.words.items() if word not in there}
    assert {path.rpartition(".")[2] for path in missing} <= {"file", "width", "alt", "id"}


@each_case
def test_every_word_of_the_view_is_in_the_text(builds: Builds, theme: str, name: str) -> None:
    build = builds(theme, name)
    invisible = re.compile("[\N{ZERO WIDTH SPACE}\N{WORD JOINER}\N{SOFT HYPHEN}]")

    def as_read(text: str) -> str:
        return normalize("NFC", squeezed(invisible.sub("", text))).casefold()

    there = as_read(build.text())
    entries = [entry for section in build.view.sections for top in section.entries for entry in (top, *top.roles)]
    wanted = [
        *(plain(section.title) for section in build.view.sections),
        *(plain(part) for entry in entries for part in (entry.title, entry.organization, entry.description)),
        *(plain(entry.place) for entry in entries),
        *(plain(bullet.text) for entry in entries for bullet in entry.highlights.bullets),
        *(plain(pair.text) for entry in entries for pair in entry.details),
    ]
    missing = [text for text in wanted if as_read(text) not in there]
    assert missing == []


@each_case
def test_nothing_is_missing_when_it_is_read_back_and_nothing_is_off_its_page(
    builds: Builds, theme: str, name: str
) -> None:
    build = builds(theme, name)
    assert check(build.document, build.resume, build.artifact) == ()
    assert check_read_back(build.document, build.view, build.artifact.data) == ()
    assert characters_off_the_page(build.artifact.data) == ""


@each_case
def test_every_url_is_a_link(builds: Builds, theme: str, name: str) -> None:
    build = builds(theme, name)
    with build.pdf() as pdf:
        assert set(urls_in(build.view)) - addresses_in(pdf) == set()


@each_case
def test_no_link_leads_to_this_machine(builds: Builds, theme: str, name: str) -> None:
    build = builds(theme, name)
    with build.pdf() as pdf:
        assert addresses_in(pdf) <= set(urls_in(build.view))
    assert str(builds.folder).encode() not in build.artifact.data
    assert b"resume.invalid" not in build.artifact.data


@each_theme
def test_a_pdf_has_an_author_and_a_language(theme: str) -> None:
    build = built(theme, "basics: {name: Ada **Łovelace**, label: Analyst}\nlocale: en-GB")
    with build.pdf() as pdf:
        assert str(pdf.Root.Lang) == "en-GB"
        assert str(pdf.docinfo["/Title"]) == "Ada Łovelace – Analyst"
        assert str(pdf.docinfo["/Author"]) == "Ada Łovelace"
        assert bool(pdf.Root.MarkInfo.Marked)
        assert bool(pdf.Root.ViewerPreferences.DisplayDocTitle)
        with pdf.open_metadata() as metadata:
            assert metadata["pdfuaid:part"] == "1"
            assert metadata["dc:title"] == "Ada Łovelace – Analyst"


@each_theme
def test_a_pdf_without_a_name_still_has_a_title(theme: str) -> None:
    with built(theme, "work: [{name: X}]").pdf() as pdf:
        assert str(pdf.docinfo["/Title"]) == "Résumé"
        assert "/Author" not in pdf.docinfo


@each_theme
def test_a_pdf_does_not_reveal_when_or_where_it_was_made(builds: Builds, theme: str) -> None:
    with builds(theme, "full").pdf() as pdf:
        assert {"/CreationDate", "/ModDate"}.isdisjoint(pdf.docinfo.keys())


@each_theme
def test_every_section_has_a_bookmark(builds: Builds, theme: str) -> None:
    build = builds(theme, "full")
    with build.pdf() as pdf:
        titles = [plain(section.title) for section in build.view.sections]
        found = [title for title in bookmarks_in(pdf) if title in titles]
    assert found == titles


@each_theme
def test_pictures_are_figures_with_alternative_text(builds: Builds, theme: str) -> None:
    with builds(theme, "full").pdf() as pdf:
        figures = [element for element in elements_in(pdf.Root.StructTreeRoot) if element.get("/S") == "/Figure"]
        described = {str(figure.Alt) for figure in figures}
    expected = {word for word, path in FILLER.words.items() if path.endswith(".alt")}
    assert described == expected


def elements_in(node: pikepdf.Object) -> Iterator[pikepdf.Object]:
    """Yield every element of a structure tree."""
    children = node.get("/K", pikepdf.Array())
    for child in children if isinstance(children, pikepdf.Array) else [children]:
        if isinstance(child, pikepdf.Dictionary) and "/S" in child:
            yield child
            yield from elements_in(child)


@each_theme
def test_pages_are_numbered_from_the_second_on(theme: str) -> None:
    entries = "[{name: X}, {name: Y, break: before}, {name: Z, break: before}]"
    pages = texts_of(built(theme, f"basics: {{name: Ada Lovelace}}\nwork: {entries}").artifact.data)
    assert len(pages) == 3
    for number, text in enumerate(pages, start=1):
        assert (str(number) in text.split()) == (number > 1)
        assert "Ada Lovelace" in " ".join(text.split())


@each_theme
def test_a_page_has_the_size_that_the_résumé_sets(theme: str) -> None:
    for size, points in {"A4": (595, 842), "Letter": (612, 792), "A5": (420, 595)}.items():
        with built(theme, f"basics: {{name: Ada}}\npage: {{size: {size}}}").pdf() as pdf:
            _, _, width, height = (round(float(edge)) for edge in pdf.pages[0].mediabox)
            assert (width, height) == points


@each_theme
def test_all_fonts_of_a_pdf_are_embedded(builds: Builds, theme: str) -> None:
    with pikepdf.open(io.BytesIO(builds(theme, "hostile").artifact.data)) as pdf:
        dictionaries = [value for value in pdf.objects if isinstance(value, pikepdf.Dictionary)]
        fonts = [value for value in dictionaries if value.get("/Type") == "/FontDescriptor"]
        assert fonts
        assert all({"/FontFile", "/FontFile2", "/FontFile3"} & set(font.keys()) for font in fonts)
