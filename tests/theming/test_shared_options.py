"""Shared options: declared once, and the same for all themes that adopt them."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import PIL.Image
import pytest
import weasyprint
from fontTools.ttLib import TTFont

from present.resumes import document_of, view_of
from resumekit.errors import ThemeError
from resumekit.load import load
from resumekit.theming import Design, Theme, render_html
from resumekit.theming.environment import PARTS
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


MEANINGLESS = {
    "lebenslauf": {"header", "icons", "separators"},  # personal data are a table
    "rirekisho": {"first", "header", "heading-case", "headings", "icons", "photo-side", "separators"},  # a form
    "sidebar": {"header", "separators"},  # contacts are in the second column
    "swiss": {"header", "headings", "separators"},  # all are places in its grid
}
"""The shared options that the layout of a theme decides; `side` is for themes with two columns."""


@pytest.mark.parametrize("theme", BUILT_IN)
def test_every_built_in_theme_has_all_shared_options_that_its_layout_allows(theme: str) -> None:
    left_out = MEANINGLESS.get(theme, set()) | (set() if theme in ("sidebar", "split") else {"side"})
    assert set(NAMES) - set(built_in(theme).manifest.options) == left_out


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
    assert options["icons"].default == "none"


def test_an_option_that_is_not_shared_needs_a_type(theme_of: Callable[..., Theme]) -> None:
    with pytest.raises(ThemeError) as error:
        theme_of(PAGE, "options:\n  sise: {default: 10pt}\n  mood:\n")
    first, second = error.value.problems
    assert (first.code, first.message) == ("missing-key", "'type' is missing in options.sise; did you mean 'size'?")
    assert first.location
    assert (first.location.line, first.location.source.strip()) == (4, "sise: {default: 10pt}")
    assert second.message == "'type' is missing in options.mood"


def test_choices_and_switches_are_classes_of_the_page(theme_of: Callable[..., Theme]) -> None:
    theme = theme_of(PAGE, "options: {dates: , justify: , columns: , size: }")
    assert '<body class="dates-end columns-1">' in page_of(theme, "size: 9pt")
    assert '<body class="dates-start justify columns-2">' in page_of(theme, "dates: start, justify: yes, columns: 2")


@pytest.mark.parametrize(
    ("value", "classes"),
    [
        ("yes", "icons icons-simple"),
        ("true", "icons icons-simple"),
        ("simple", "icons icons-simple"),
        ("brand", "icons icons-brand"),
        ("no", "icons-none"),
        ("off", "icons-none"),
        ("none", "icons-none"),
    ],
)
def test_a_choice_that_was_a_switch_accepts_its_values(
    theme_of: Callable[..., Theme], value: str, classes: str
) -> None:
    assert f'<body class="{classes}">' in page_of(theme_of(PAGE, "options: {icons: }"), f"icons: {value}")


def test_other_choices_are_no_switches(theme_of: Callable[..., Theme]) -> None:
    with pytest.raises(ThemeError, match="'yes' is not one of end, start, inline"):
        page_of(theme_of(PAGE, "options: {dates: }"), "dates: yes")


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


ICONS = {"resume.html.j2": "<style>{{ style }}</style>"}
CONTACTS = (
    "basics: {email: a@example.org, url: github.com/a, profiles: [{network: GitHub, username: a},"
    " {network: ORCID, username: b}, {network: Other, username: c}]}"
)


def icons_of(page: str) -> dict[str, str]:
    """Return the picture of each selector, in the order of the rules."""
    return dict(
        re.findall(r"\.contact\.([\w-]+)::before { background-image: url\(\"data:image/svg\+xml,([^\"]*)\"", page)
    )


@pytest.mark.parametrize("icons", ["simple", "brand"])
def test_icons_are_drawn_in_the_accent(theme_of: Callable[..., Theme], icons: str) -> None:
    theme = theme_of(ICONS, "options: {icons: , accent: }")
    made = icons_of(page_of(theme, f"icons: {icons}, accent: '#aabbcc'", CONTACTS))
    assert list(made) == ["email", "url", "profile", "network-github", "network-orcid"]  # what is more special is last
    assert all("%23aabbcc" in icon for icon in made.values())


def test_marks_of_networks_replace_their_drawings(theme_of: Callable[..., Theme]) -> None:
    theme = theme_of(ICONS, "options: {icons: }")
    simple, brand = (icons_of(page_of(theme, f"icons: {icons}", CONTACTS)) for icons in ("simple", "brand"))
    assert {name for name in simple if simple[name] != brand[name]} == {"network-github", "network-orcid"}


def test_every_network_with_an_icon_has_both(theme_of: Callable[..., Theme]) -> None:
    drawings = PARTS.parent / "drawings"
    marks = {path.stem for path in (drawings / "brand").glob("*.svg")}
    theme = theme_of(ICONS, "options: {icons: }")
    profiles = ", ".join(f"{{network: {name}, username: a}}" for name in marks)
    made = icons_of(page_of(theme, "icons: brand", f"basics: {{profiles: [{profiles}]}}"))
    assert {f"network-{name}" for name in marks} == {*made} - {"profile"}
    assert len(marks) == 14
    assert (drawings / "brand" / "LICENSE").is_file()


def test_icons_for_dates_and_places_are_there_only_with_icons(theme_of: Callable[..., Theme]) -> None:
    theme = theme_of(ICONS, "options: {icons: }")
    assert "--icon-date: url(" in page_of(theme, "icons: simple")
    assert "--icon-place: url(" in page_of(theme, "icons: simple")
    assert "data:image/svg" not in page_of(theme, "icons: none", CONTACTS)


@pytest.mark.parametrize(
    ("name", "size"),
    [("A" * 25, ""), ("A" * 26, "long-name"), ("A" * 33, "long-name"), ("山" * 17, "longest-name")],
)
def test_a_long_name_has_a_class(theme_of: Callable[..., Theme], name: str, size: str) -> None:
    template = "{% import 'resumekit/parts.html.j2' as parts %}{{ parts.name(resume) }}"
    page = page_of(theme_of({"resume.html.j2": template}), "", f"basics: {{name: {name}}}")
    assert re.findall(r"class=\"(l\w+-name)\"", page) == [size][: bool(size)]


@pytest.mark.parametrize(("shape", "ratio"), [("square", 1), ("rounded", 1), ("round", 1), ("passport", 45 / 35)])
def test_the_photo_has_its_shape(theme_of: Callable[..., Theme], tmp_path: Path, shape: str, ratio: float) -> None:
    """Also where the picture itself is wider than it is tall."""
    PIL.Image.new("RGB", (60, 40)).save(tmp_path / "a.png")
    template = (
        "{% extends 'resumekit/page.html.j2' %}{% import 'resumekit/parts.html.j2' as parts %}"
        "{% block head %}{{ parts.portrait(resume.photo) }}{% endblock %}"
    )
    theme = theme_of({"resume.html.j2": template}, "options: {photo: , photo-size: }")
    page = page_of(theme, f"photo: {shape}, photo-size: 35mm", "basics: {name: Ada, image: a.png}")
    document = weasyprint.HTML(string=page.replace("https://resume.invalid", tmp_path.as_uri())).render()
    (photo,) = (box for box in document.pages[0]._page_box.descendants() if box.element_tag == "img")
    assert (photo.width, photo.height) == pytest.approx((35 * 96 / 25.4, 35 * ratio * 96 / 25.4))
    assert [position.value for position in photo.style["object_position"][0][1:4:2]] == [50, 28]
