"""Levels as dots: which are on a scale, and where the dots are drawn."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from present.resumes import view_of
from resumekit.theming import Theme
from resumekit.theming.ratings import rating

from .themes import built_in, set_in

LEVELS = """
skills:
- {name: Python, level: Expert}
- {name: Data, keywords: [{name: SQL, level: 4/5}, {name: Kafka, level: some}]}
languages:
- {language: German, fluency: C1}
- {language: Welsh, fluency: enough to order tea}
"""


@pytest.mark.parametrize(
    ("level", "dots"),
    [
        *[("A1", 1), ("a2", 2), ("B1+", 3), ("B2 (Goethe-Zertifikat)", 4), ("Fluent (C1)", 5), ("C2", 5)],
        *[("1/5", 1), ("4/5", 4), ("3 of 4", 4), ("10/10", 5), ("1/100", 1), ("80 %", 4), ("100%", 5), ("2 von 5", 2)],
        *[("★★★☆☆", 3), ("⭐⭐⭐⭐☆", 4), ("●○○", 2)],
        *[("Beginner", 1), ("Intermediate", 3), ("advanced", 4), ("Expert", 5), ("Master", 5), ("Native speaker", 5)],
        *[("Elementary proficiency", 1), ("Limited working proficiency", 2), ("Professional working proficiency", 3)],
        *[("Full professional proficiency", 4), ("Native or bilingual proficiency", 5), ("upper-intermediate", 4)],
        *[("Muttersprache", 5), ("Fließend", 4), ("sehr gut", 4), ("gut", 3), ("Grundkenntnisse", 1)],
        *[("Langue maternelle", 5), ("courant", 4), ("Débutant", 1), ("Básico", 1), ("Lengua materna", 5)],
        *[("", 0), ("0/5", 0), ("6/5", 0), ("1/0", 0), ("enough to order tea", 0), ("10 years", 0), ("2020", 0)],
        *[("Masterful", 0), ("Basically none", 0), ("☆☆☆", 0), ("AA1", 0)],
    ],
)
def test_a_level_on_a_scale_has_dots(level: str, dots: int) -> None:
    assert rating(level) == dots


@given(st.text())
def test_any_level_has_at_most_five(level: str) -> None:
    assert 0 <= rating(level) <= 5


@pytest.mark.parametrize("theme", ["modern", "split", "timeline", "rirekisho"])
def test_dots_follow_the_words_of_levels_on_a_scale(theme: str) -> None:
    page = set_in(built_in(theme), view_of(LEVELS), levels="dots")
    assert re.findall(r'class="level rating-(\d)">([^<]*)<', page) == [("5", "Expert"), ("5", "C1")]
    assert 'class="level">enough to order tea<' in page
    assert set(re.findall(r"\.rating-(\d)::after", page)) == {"4", "5"}


def test_keywords_have_dots_as_tags_but_not_in_a_list() -> None:
    tags = set_in(built_in("modern"), view_of(LEVELS), levels="dots", skills="tags")
    assert '<span class="tag rating-4">SQL (4/5)</span>' in tags
    assert '<span class="tag">Kafka (some)</span>' in tags
    assert "rating-4" not in set_in(built_in("modern"), view_of(LEVELS), levels="dots").partition("<body")[2]


def test_levels_are_words_by_default() -> None:
    assert "rating-" not in set_in(built_in("modern"), view_of(LEVELS))


def test_a_theme_without_the_option_has_words(theme_of: Callable[..., Theme]) -> None:
    theme = theme_of({"resume.html.j2": "{% import 'resumekit/parts.html.j2' as parts %}[{{ parts.rated('C1') }}]"})
    assert set_in(theme, view_of(LEVELS)) == "[]"
