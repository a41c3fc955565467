"""Shared options: declared once, and the same for all themes that adopt them."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from fontTools.ttLib import TTFont

from present.resumes import document_of, view_of
from resumekit.errors import ThemeError
from resumekit.load import load
from resumekit.theming import Design, Theme, render_html
from resumekit.theming.families import BUNDLED, bundled_families, families_in
from resumekit.theming.manifest import SHARED

from .themes import BUILT_IN, built_in

NAMES = list(load(SHARED).data)
PAGE = {"resume.html.j2": "{% extends 'resumekit/page.html.j2' %}"}


def page_of(theme: Theme, settings: str, resume: str = "{}") -> str:
    document = document_of(f"theme: {{name: mine, {settings}}}")
    chosen = document.data["theme"]
    assert isinstance(chosen, dict)
    design = Design.of(theme, {key: value for key, value in chosen.items() if key != "name"}, None, document)
    return render_html(view_of(resume), design)


@pytest.mark.parametrize("theme", BUILT_IN)
def test_every_built_in_theme_has_all_shared_options(theme: str) -> None:
    assert set(NAMES) <= set(built_in(theme).manifest.options)


def test_a_theme_adopts_the_options_it_names_and_can_override_their_keys(theme_of: Callable[..., Theme]) -> None:
    options = theme_of(PAGE, "options:\n  size: {default: 10pt, max: 11pt}\n  icons:\n").manifest.options
    assert list(options) == ["size", "icons"]
    assert options["size"].model_dump() | {"help": ""} == {
        "type": "length",
        "default": "10pt",
        "min": "8.5pt",
        "max": "11pt",
        "help": "",
        "extensions": {},
    }
    assert options["icons"].default == "no"


def test_an_option_that_is_not_shared_needs_a_type(theme_of: Callable[..., Theme]) -> None:
    with pytest.raises(ThemeError) as error:
        theme_of(PAGE, "options:\n  sise: {default: 10pt}\n  mood:\n")
    first, second = error.value.problems
    assert (first.code, first.message) == ("missing-key", "'type' is missing in options.sise; did you mean 'size'?")
    assert first.location
    assert (first.location.line, first.location.source.strip()) == (4, "sise: {default: 10pt}")
    assert second.message == "'type' is missing in options.mood"


def test_choices_and_switches_are_classes_of_the_page(theme_of: Callable[..., Theme]) -> None:
    theme = theme_of(PAGE, "options: {dates: , icons: , columns: , size: }")
    assert '<body class="dates-end columns-1">' in page_of(theme, "size: 9pt")
    assert '<body class="dates-start icons columns-2">' in page_of(theme, "dates: start, icons: yes, columns: 2")


def test_a_page_without_options_has_no_classes(theme_of: Callable[..., Theme]) -> None:
    assert "<body>" in page_of(theme_of(PAGE), "")


def test_a_bundled_family_can_be_chosen(theme_of: Callable[..., Theme]) -> None:
    theme = theme_of(PAGE, "options: {font: , heading-font: }")
    html = page_of(theme, "font: EB Garamond")
    assert '--font: "EB Garamond";' in html
    assert "--heading-font: var(--font);" in html
    assert '--heading-font: "Inter";' in page_of(theme, "heading-font: Inter")


@pytest.mark.parametrize("family", ["Intre", "Comic Sans", "x;}", "a{b", '"', "\\", "7" * 80])
def test_an_unknown_family_is_an_error_with_its_location(theme_of: Callable[..., Theme], family: str) -> None:
    theme = theme_of(PAGE, "options: {font: }")
    with pytest.raises(ThemeError) as error:
        Design.of(theme, {"font": family}, None, document_of("theme: {name: mine, font: x}"))
    (problem,) = error.value.problems
    assert problem.code == "bad-option"
    assert problem.location


def test_a_font_of_the_project_can_be_chosen(theme_of: Callable[..., Theme], tmp_path: Path) -> None:
    theme = theme_of(PAGE, "options: {font: }")
    document = document_of("theme: {name: mine, font: Cut by Hand}", tmp_path)
    with pytest.raises(ThemeError):
        Design.of(theme, {"font": "Cut by Hand"}, None, document)
    (tmp_path / "fonts").mkdir()
    (tmp_path / "fonts" / "notes.ttf").write_text("no font")
    with TTFont(BUNDLED / "figtree" / "Figtree-Regular.ttf") as font:
        font["name"].setName("Cut by Hand", 1, 3, 1, 0x409)
        font.save(tmp_path / "fonts" / "own.ttf")
    assert Design.of(theme, {"font": "Cut by Hand"}, None, document).options["font"] == "Cut by Hand"


def test_folders_of_fonts_are_named_after_their_families() -> None:
    for name in bundled_families():
        assert {family.lower().replace(" ", "-") for family in families_in(BUNDLED / name)} & {name}


def test_without_page_numbers_the_footer_is_empty(theme_of: Callable[..., Theme]) -> None:
    theme = theme_of(PAGE, "options: {page-numbers: }")
    assert page_of(theme, "page-numbers: no").count("content: none") > page_of(theme, "page-numbers: yes").count(
        "content: none"
    )


def test_the_photo_can_be_omitted(theme_of: Callable[..., Theme]) -> None:
    template = "{% if resume.photo %}a photo{% endif %}"
    theme = theme_of({"resume.html.j2": template}, "options: {photo: }")
    resume = "basics: {image: a.png}"
    assert "a photo" in page_of(theme, "photo: round", resume)
    assert "a photo" not in page_of(theme, "photo: none", resume)


def test_icons_are_drawn_in_the_accent(theme_of: Callable[..., Theme]) -> None:
    theme = theme_of({"resume.html.j2": "<style>{{ style }}</style>"}, "options: {icons: , accent: }")
    html = page_of(theme, "icons: yes, accent: '#aabbcc'")
    assert "%23aabbcc" in html
    assert "contact.email::before" in html
    assert "contact.email::before" not in page_of(theme, "")
