"""The page for the web: complete, without hidden data, and reproducible."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from typing import Any

import pytest

from present.resumes import Filler
from resumekit.writers.web.browser_style import for_browsers
from resumekit.writers.web.dark_mode import GROUND, dark, dark_style
from theming.themes import BUILT_IN
from typeset.builds import TEXTS

from .manuscripts import artifacts_of, manuscript_of


def page_of(text: str, **told: Any) -> str:
    return artifacts_of(manuscript_of(text, **told), ["html"])[0].data.decode()


def person_of(page: str) -> dict[str, Any]:
    (data,) = re.findall(r'<script type="application/ld\+json">(.*?)</script>', page, re.DOTALL)
    found: dict[str, Any] = json.loads(data)
    return found


def test_every_visible_word_is_in_the_page_and_no_hidden_one() -> None:
    filler = Filler()
    page = page_of(filler.resume())
    shown = {word: path for word, path in filler.words.items() if not path.endswith((".width", "Date", ".date"))}
    assert {path for word, path in shown.items() if word not in page} <= {"basics.profiles[].url"}
    assert [word for word in filler.hidden if word in page] == []


def test_search_engines_get_what_the_page_shows() -> None:
    person = person_of(
        page_of("""
        basics: {name: Ada Example, label: Engineer, email: ada@example.org, url: "https://example.org"}
        work:
          - {name: Example Ltd, position: Lead, startDate: 2020}
          - {name: Before Ltd, position: Engineer, startDate: 2010, endDate: 2019}
        skills: [{name: Tools, keywords: [Python]}]
    """)
    )
    assert (person["name"], person["jobTitle"], person["email"]) == ("Ada Example", "Engineer", "ada@example.org")
    assert person["worksFor"] == [{"@type": "Organization", "name": "Example Ltd"}]
    assert person["knowsAbout"] == ["Python"]
    assert "telephone" not in person


def test_search_engines_do_not_get_a_hidden_section() -> None:
    page = page_of("basics: {name: A}\nskills: [{name: Tools, keywords: [Python]}]\nhide: [skills]")
    assert "Python" not in page


def test_no_text_ends_the_script() -> None:
    person = person_of(page_of("basics: {name: 'A</script><!--<script>&'}"))
    assert person["name"] == "A</script><!--<script>&"


def description_of(page: str) -> str:
    (found,) = re.findall(r'<meta name="description" content="([^"]*)">', page)
    return str(found)


@pytest.mark.parametrize(
    ("summary", "description"),
    [
        ("Counts.", "Ada, Analyst. Counts."),
        # "Ada, Analyst. " has 14 characters: 29 words of four and a space, and one of one, make 160.
        ("abcd " * 29 + "e", "Ada, Analyst. " + "abcd " * 29 + "e"),
        ("abcd " * 29 + "ef", "Ada, Analyst. " + "abcd " * 28 + "abcd…"),
        ("abcd " * 27 + "abcd. " + "a" * 90, "Ada, Analyst. " + "abcd " * 27 + "abcd…"),
    ],
)
def test_the_description_has_at_most_160_characters(summary: str, description: str) -> None:
    page = page_of(f"basics: {{name: Ada, label: Analyst, summary: '{summary}'}}")
    assert description_of(page) == description
    assert len(description) <= 160


@pytest.mark.parametrize("name", TEXTS)
def test_the_same_résumé_gives_the_same_page(name: str) -> None:
    assert page_of(TEXTS[name]) == page_of(TEXTS[name])


def test_the_fonts_of_the_theme_are_embedded() -> None:
    page = page_of("basics: {name: Ada}", theme="classic")
    assert '@font-face { font-family: "EB Garamond"; font-weight: 400' in page
    assert page.count("data:font/woff;base64,") >= 2


@pytest.mark.parametrize("colour", ["#1d4f91", "#7a2420", "#565e68", "#000", "#595959"])
def test_colours_legible_on_white_are_legible_in_dark_mode(colour: str) -> None:
    from resumekit.contrast import contrast
    from resumekit.writers.web.dark_mode import _channels

    assert contrast(_channels(dark(colour)), _channels(GROUND)) >= 4.5


def test_white_becomes_the_dark_background_and_other_rules_are_unchanged() -> None:
    assert dark("#ffffff") == GROUND
    assert "margin" not in dark_style("a { color: #123456; margin: 0 } p { margin: 1em }")


@pytest.mark.parametrize(
    ("written", "wanted"),
    [
        ("#1d4f91", "#8ab2e8"),
        ("#1d4f9180", "#8ab2e880"),
        ("rgb(29, 79, 145)", "rgb(138 178 232)"),
        ("rgba(29,79,145,.5)", "rgb(138 178 232 / .5)"),
        ("rgb(29 79 145 / 5%)", "rgb(138 178 232 / 5%)"),
        ("hsl(214 67% 34%)", "rgb(138 178 232)"),
        ("hsla(214deg, 67%, 34%, 0.4)", "rgb(138 178 232 / 0.4)"),
        ("white", GROUND),
    ],
)
def test_colours_are_changed_in_any_notation(written: str, wanted: str) -> None:
    assert f"a {{ color: {wanted}; }}" in dark_style(f"a {{ color: {written}; margin: 0 }}")


@pytest.mark.parametrize("written", ["rgb(1.2.3 4 5)", "rgb(from red r g b)", "#12345", "rgb()", "hsl(var(--x) 1% 1%)"])
def test_other_values_are_not_in_the_dark_style(written: str) -> None:
    assert dark_style(f"a {{ color: {written} }}") == dark_style("")


@pytest.mark.parametrize("theme", BUILT_IN)
def test_every_family_of_the_theme_is_embedded(theme: str) -> None:
    manuscript = manuscript_of("basics: {name: Ada}", theme=theme)
    families = {str(manuscript.design.options[name]) for name in ("font", "heading-font")} - {"same"}
    page = page_of("basics: {name: Ada}", theme=theme)
    assert {family for family in families if f'@font-face {{ font-family: "{family}"' not in page} == set()


def test_millimetres_grow_with_the_text() -> None:
    design = manuscript_of("basics: {name: Ada}", theme="modern").design
    design = replace(design, options={**design.options, "size": "12pt"})
    style = for_browsers(":root { --column: 25.4mm; } @page { margin: 1mm; } p { margin: -12.7mm auto }", design)
    assert ":root { --column: 6rem; }" in style
    assert "p { margin: -3rem auto }" in style
    assert "1mm" not in style


def test_a_url_is_valid_in_html_and_keeps_its_target() -> None:
    page = page_of("basics: {name: Ada, url: 'https://example.org/100%?a=%zz&b=%41'}")
    assert 'href="https://example.org/100%25?a=%25zz&amp;b=%41"' in page
