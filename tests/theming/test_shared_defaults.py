"""The defaults of shared options have one source, for all formats and for themes that do not declare them."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from present.resumes import view_of
from resumekit.load import load
from resumekit.theming import Design, Theme, render_tex, shared_option
from resumekit.theming.manifest import SHARED
from resumekit.writers.docx.word_design import WordDesign

SHARED_OPTIONS: dict[str, Any] = load(SHARED).data
BARE = {"resume.html.j2": "{% extends 'resumekit/page.html.j2' %}"}


def design_in(theme: Theme, **options: str) -> Design:
    return Design(theme, options, "A4", "16mm")


@pytest.mark.parametrize("name", SHARED_OPTIONS)
def test_a_theme_without_an_option_has_the_shared_default(theme_of: Callable[..., Theme], name: str) -> None:
    declared = SHARED_OPTIONS[name]
    switches = {"yes": True, "no": False}
    wanted = switches[declared["default"]] if declared["type"] == "switch" else declared["default"]
    assert shared_option(design_in(theme_of(BARE)), name) == wanted


def test_a_declared_option_has_the_value_of_the_design(theme_of: Callable[..., Theme]) -> None:
    theme = theme_of(BARE, "options: {size: {default: 11pt}}")
    assert shared_option(design_in(theme, size="10pt"), "size") == "10pt"


def test_an_option_of_the_same_name_and_another_type_does_not_count(theme_of: Callable[..., Theme]) -> None:
    theme = theme_of(BARE, "options: {size: {type: number, default: '2', min: '1', max: '3', help: How many.}}")
    assert shared_option(design_in(theme, size="2"), "size") == SHARED_OPTIONS["size"]["default"]


def test_latex_and_docx_take_the_shared_defaults(theme_of: Callable[..., Theme]) -> None:
    design, view = design_in(theme_of(BARE)), view_of("basics: {name: Ada}")
    tex = render_tex(view, design)
    assert r"\definecolor{accent}{HTML}{1D4F91}" in tex
    assert r"\rem=9.6bp" in tex
    assert r"\family{\setmainfont}{Inter}" in tex
    word = WordDesign.of(design, view)
    assert (word.accent, word.size, word.text.name, word.headings.name) == ("1D4F91", 9.6, "Inter", "Inter")
    assert (word.photo.shape, word.photo.at_start, word.page_numbers, word.justified) == ("rounded", False, True, False)
