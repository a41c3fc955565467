"""Lists have the commas of their language, in all formats."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from resumekit.present import ResumeView, plain
from resumekit.theming import Design, render_html
from resumekit.theming.latex_render import render_tex
from resumekit.writers.markdown.markdown_writer import markdown
from resumekit.writers.plain_text.plain_text_writer import plain_text
from theming.themes import built_in

from .resumes import document_of, view_of

MARKS = {
    "en": ", ",
    "de": ", ",
    "ja": "、",
    "zh-Hans": "、",
    "zh-TW": "、",
    "ko": ", ",
    "ar": "، ",
    "fa": "، ",
    "ur": "، ",
    "he": ", ",
    "uz-Arab": "، ",
    "uz": ", ",
}
RESUME = """
basics: {location: {city: Ulm, region: BW}}
education: [{studyType: MSc, area: Physics, courses: [Optics, Lasers]}]
skills: [{name: Tools, keywords: [Saw, {name: Drill, level: expert}]}]
publications: [{name: On nails, authors: [Mustermann, Beispiel]}]
"""


@pytest.mark.parametrize(("language", "mark"), MARKS.items())
def test_a_view_has_the_mark_of_its_language(language: str, mark: str) -> None:
    view = view_of(f"{RESUME}\nlocale: {language}")
    degree = view.sections[0].entries[0]
    assert (view.comma, plain(degree.title)) == (mark, f"MSc{mark}Physics")
    assert plain(degree.details[0].text) == f"Optics{mark}Lasers"
    assert view.contacts[0].text == f"Ulm{mark}BW"


@pytest.mark.parametrize("write", [plain_text, markdown])
def test_texts_have_it(write: Callable[[ResumeView], str]) -> None:
    made = write(view_of(f"{RESUME}\nlocale: ja"))
    assert "Saw、Drill (expert)" in made
    assert "Mustermann、Beispiel" in made


def test_pages_have_it() -> None:
    view = view_of(f"{RESUME}\nlocale: ja")
    design = Design.of(built_in("plain"), {}, None, document_of("basics: {}"))
    for page in (render_html(view, design), render_tex(view, design)):
        assert "Saw、Drill (expert)" in page
        assert "Mustermann、Beispiel" in page


def test_an_empty_item_has_no_mark() -> None:
    view = view_of("education: [{institution: X, studyType: '', area: Physics, courses: ['', Optics, '']}]")
    degree = view.sections[0].entries[0]
    assert (plain(degree.title), plain(degree.details[0].text)) == ("Physics", "Optics")
