"""The DOCX file itself: reproducible bytes, page setup, properties, and no other metadata."""

from __future__ import annotations

import io
import os
import subprocess
import sys
import zipfile
from dataclasses import replace
from datetime import datetime
from pathlib import Path

import docx
import pytest

from conftest import ROOT
from typeset.builds import TEXTS, draw_pictures

from .docx_files import artifact_of, docx_of
from .docx_reader import NAMESPACES, DocxReader, name, value
from .manuscripts import artifacts_of, manuscript_of

CORPUS = ROOT.parent / "shared" / "corpus" / "json-resume"

WRITE = """
import sys
from pathlib import Path
from writers.docx_files import artifact_of
sys.stdout.buffer.write(artifact_of(Path(sys.argv[1]).read_text(encoding="utf-8"), Path(sys.argv[2])).data)
"""


def test_the_same_résumé_gives_the_same_bytes_in_another_process(tmp_path: Path) -> None:
    draw_pictures(tmp_path)
    source = tmp_path / "resume.yaml"
    source.write_text(TEXTS["full"], encoding="utf-8")
    environment = {"PYTHONHASHSEED": "4242", "TZ": "Pacific/Kiritimati", "SOURCE_DATE_EPOCH": "86400"}
    elsewhere = subprocess.run(
        [sys.executable, "-c", WRITE, source, tmp_path],
        env={**os.environ, **environment, "PYTHONPATH": f"{ROOT / 'src'}{os.pathsep}{ROOT / 'tests'}"},
        stdout=subprocess.PIPE,
        check=True,
    )
    assert elsewhere.stdout == artifact_of(TEXTS["full"], tmp_path).data


def test_the_file_holds_no_date_and_no_operating_system() -> None:
    with zipfile.ZipFile(io.BytesIO(artifact_of(HEAD).data)) as archive:
        assert {entry.date_time for entry in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        assert {entry.create_system for entry in archive.infolist()} == {3}
        text = b"".join(map(archive.read, archive.namelist())).decode("utf-8")
    assert "dcterms:created" not in text
    assert str(datetime.now().year) not in text


HEAD = "basics: {name: Ada Example, label: Analyst}\nlocale: en-GB"


def test_the_properties_are_only_those_of_the_résumé() -> None:
    properties = docx.Document(io.BytesIO(artifact_of(HEAD).data)).core_properties
    assert (properties.title, properties.author, properties.language) == (
        "Ada Example – Analyst",
        "Ada Example",
        "en-GB",
    )
    assert (properties.last_modified_by, properties.comments, properties.created, properties.modified) == (
        "",
        "",
        None,
        None,
    )


def test_a_very_long_name_is_cut_to_words_limit() -> None:
    properties = docx.Document(io.BytesIO(artifact_of(f"basics: {{name: {'Ada ' * 200}}}").data)).core_properties
    assert len(properties.title) == len(properties.author) == 255


def test_word_does_not_open_it_in_compatibility_mode() -> None:
    mode = docx_of(HEAD).xml("word/settings.xml").find("w:compat/w:compatSetting", NAMESPACES)
    assert mode is not None
    assert (mode.get(name("w:name")), value(mode)) == ("compatibilityMode", "15")


# --- page setup


@pytest.mark.parametrize(
    ("page", "wanted"),
    [
        ("{size: A4, margin: 20mm}", (210, 297, 20, 20, 20, 20)),
        ("{size: Letter, margin: 1in 0.5in}", (215.9, 279.4, 25.4, 12.7, 25.4, 12.7)),
        ("{size: A5, margin: 10mm 2cm 36pt 15mm}", (148, 210, 10, 20, 12.7, 15)),
        ("{size: A5, margin: 10mm 20mm 30mm}", (148, 210, 10, 20, 30, 20)),
        ("{size: A5, margin: 500mm}", (148, 210, 84, 59.2, 84, 59.2)),
    ],
)
def test_paper_and_margins_are_those_of_the_page(page: str, wanted: tuple[float, ...]) -> None:
    section = docx.Document(io.BytesIO(artifact_of(f"{HEAD}\npage: {page}").data)).sections[0]
    sides = (section.top_margin, section.right_margin, section.bottom_margin, section.left_margin)
    lengths = (section.page_width, section.page_height, *sides)
    assert [length.mm for length in lengths if length is not None] == pytest.approx(wanted, abs=0.05)


def test_the_footer_has_name_and_number_from_the_second_page() -> None:
    section = docx.Document(io.BytesIO(artifact_of(HEAD).data)).sections[0]
    assert section.different_first_page_header_footer
    assert [paragraph.text for paragraph in section.footer.paragraphs] == ["Ada Example\t"]
    footer = docx_of(HEAD).xml("word/footer1.xml").find(".//w:fldSimple", NAMESPACES)
    assert footer is not None
    assert footer.get(name("w:instr")) == "PAGE"


# --- design


def test_accent_size_and_fonts_are_those_of_the_theme() -> None:
    design = manuscript_of(f"{HEAD}\n").design
    reader = docx_of(HEAD)
    assert (
        value(reader.styles["Heading1"].find("w:rPr/w:color", NAMESPACES)) == str(design.options["accent"])[1:].upper()
    )
    default = reader.xml("word/styles.xml").find("w:docDefaults/w:rPrDefault/w:rPr", NAMESPACES)
    assert default is not None
    size = float(str(design.options["size"]).removesuffix("pt"))
    assert int(value(default.find("w:sz", NAMESPACES))) == round(2 * size)
    fonts = default.find("w:rFonts", NAMESPACES)
    assert fonts is not None
    assert fonts.get(name("w:ascii")) == design.options["font"]


def with_option(option: str, chosen: str | bool) -> DocxReader:
    manuscript = manuscript_of(f"{HEAD}\nwork: [{{name: X, highlights: [a]}}]", is_page=False)
    design = replace(manuscript.design, options={**manuscript.design.options, option: chosen})
    (made,) = artifacts_of(replace(manuscript, design=design), ["docx"])
    return DocxReader(made.data)


def test_theme_options_apply_to_docx() -> None:
    assert value(with_option("accent", "#abc").styles["Heading1"].find("w:rPr/w:color", NAMESPACES)) == "AABBCC"
    straight = with_option("justify", True).styles["ListBullet"].find("w:pPr/w:jc", NAMESPACES)
    assert value(straight) == "both"
    assert "word/footer1.xml" not in with_option("page-numbers", False).parts
    assert b'w:ascii="Newsreader"' in with_option("heading-font", "Newsreader").parts["word/styles.xml"]
    tight, loose = (with_option("density", density).styles["Heading1"] for density in ("0.5", "1"))
    gaps = [int(style.find("w:pPr/w:spacing", NAMESPACES).attrib[name("w:before")]) for style in (tight, loose)]  # type: ignore[union-attr]
    assert 2 * gaps[0] == pytest.approx(gaps[1], abs=1)


def test_an_option_of_the_same_name_and_another_type_is_ignored() -> None:
    manuscript = manuscript_of(HEAD)
    theme = manuscript.design.theme
    size = theme.manifest.options["density"].model_copy()
    manifest = theme.manifest.model_copy(update={"options": {"size": size}})
    design = replace(manuscript.design, theme=replace(theme, manifest=manifest), options={"size": "1"})
    (made,) = artifacts_of(replace(manuscript, design=design), ["docx"])
    default = DocxReader(made.data).xml("word/styles.xml").find("w:docDefaults/w:rPrDefault/w:rPr/w:sz", NAMESPACES)
    assert value(default) == "19"  # the shared default, 9.6 pt, in half points


def test_lines_are_as_high_as_in_the_theme_with_any_font() -> None:
    spacing = (
        with_option("leading", "1.5")
        .xml("word/styles.xml")
        .find("w:docDefaults/w:pPrDefault/w:pPr/w:spacing", NAMESPACES)
    )
    assert spacing is not None
    assert (spacing.get(name("w:line")), spacing.get(name("w:lineRule"))) == ("282", "atLeast")  # 1.5 × 9.4 pt


def test_captions_are_at_least_eight_points() -> None:
    small = with_option("size", "8.5pt").styles["Caption"].find("w:rPr/w:sz", NAMESPACES)
    assert value(small) == "16"


def test_each_level_of_a_list_is_indented_by_one_and_a_half_text_sizes() -> None:
    numbering = with_option("size", "10pt").xml("word/numbering.xml")
    indents = [
        element.get(name("w:left")) for element in numbering.iterfind("w:abstractNum/w:lvl/w:pPr/w:ind", NAMESPACES)
    ]
    assert indents[:3] == ["300", "600", "900"]


def test_every_font_has_a_substitute() -> None:
    fonts = docx_of(HEAD, theme="classic").xml("word/fontTable.xml").iterfind("w:font", NAMESPACES)
    table = {font.get(name("w:name")): value(font.find("w:altName", NAMESPACES)) for font in fonts}
    assert "" not in {stand_in for font, stand_in in table.items() if font != "Calibri"}


# --- any résumé


@pytest.mark.parametrize("file", sorted(CORPUS.glob("*.json")) or [None], ids=lambda path: path and path.stem)
def test_a_public_résumé_becomes_a_document(file: Path | None) -> None:
    if file is None:
        pytest.skip("the corpus is not beside this checkout")
    manuscript = manuscript_of(file.read_bytes(), name=file.name, folder=file.parent, is_page=False)
    (made,) = artifacts_of(manuscript, ["docx"])
    assert DocxReader(made.data).lines[0].style == "Title"


@pytest.mark.parametrize("text", TEXTS)
def test_an_unusual_résumé_does_too(text: str, tmp_path: Path) -> None:
    draw_pictures(tmp_path)
    reader = docx_of(TEXTS[text], tmp_path)
    assert docx.Document(io.BytesIO(reader.data)).paragraphs[0].text == reader.lines[0].text
