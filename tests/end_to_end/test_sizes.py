"""Very long lists and words: nothing is lost, and everything stays on the page.

`make test` tests some of the usual cases in each theme; `make fuzz` tests every case.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import reduce
from itertools import product
from string import ascii_lowercase
from typing import Any

import pytest
import yaml

from resumekit.check import check, check_read_back
from theming.themes import BUILT_IN
from turns import in_turn
from typeset.builds import Build, built

from .readers import characters_off_the_page, without_layout

each_theme = pytest.mark.parametrize("theme", BUILT_IN)

LETTERS = "".join(map("".join, product(ascii_lowercase[:10], repeat=3)))
"""Three thousand letters, made of all combinations of three of ten letters."""

PLACES = {
    "name": "basics: {{name: '{}'}}",
    "label": "basics: {{name: Ada, label: '{}'}}",
    "summary": "basics: {{summary: '{}'}}",
    "address": "basics: {{location: {{address: '{}'}}}}",
    "home page": "basics: {{url: 'https://example.org/{}'}}",
    "fact": "basics: {{facts: [{{label: A fact, value: '{}'}}]}}",
    "title": "work: [{{name: X, position: '{}', startDate: 2020}}]",
    "employer": "work: [{{name: '{}', position: X, startDate: 2020}}]",
    "place": "work: [{{name: X, location: '{}', startDate: 2020}}]",
    "bullet": "work: [{{name: X, highlights: ['{}']}}]",
    "inner bullet": "work: [{{name: X, highlights: [{{text: a, list: letters, highlights: ['{}']}}]}}]",
    "url": "work: [{{url: 'https://example.org/{}'}}]",
    "role": "work: [{{name: X, positions: [{{position: '{}', startDate: 2020}}]}}]",
    "date": "awards: [{{title: X, date: '{}'}}]",
    "keyword": "skills: [{{name: X, keywords: ['{}']}}]",
    "name of a group": "skills: [{{name: '{}', keywords: [X]}}]",
    "level": "languages: [{{language: X, fluency: '{}'}}]",
    "author": "publications: [{{name: X, authors: ['{}']}}]",
    "detail": "education: [{{area: X, score: '{}'}}]",
    "section": "sections: [{{title: '{}', id: x, text: y}}]",
    "label of a pair": "sections: [{{title: T, pairs: [{{label: '{}', value: v}}]}}]",
    "value of a pair": "sections: [{{title: U, pairs: [{{label: l, value: '{}'}}]}}]",
}
IN_FUZZ = [pytest.mark.fuzz]
ENTRY = "{{name: employer{0}, position: title{0}, startDate: 2020-01, highlights: [bullet{0}]}}"
LISTS = {
    "bullets": ("work: [{{name: X, highlights: [{}]}}]", "item{0}"),
    "inner bullets": ("work: [{{name: X, highlights: [{{text: a, list: letters, highlights: [{}]}}]}}]", "item{0}"),
    "keywords": ("skills: [{{name: X, keywords: [{}]}}]", "item{0}"),
    "entries": ("work: [{}]", ENTRY),
    "items": ("sections: [{{title: T, items: [{}]}}]", "item{0}"),
    "sections": ("sections: [{}]", "{{title: section{0}, text: item{0}}}"),
}


def text_of(build: Build) -> str:
    return without_layout(build.text())


def sizes() -> Iterator[Any]:
    """Yield kinds of lists and their lengths; two thousand entries take half a minute, so only in one theme."""
    for kind in LISTS:
        for size in (1, 2, 50, 300):
            for number, theme in enumerate(BUILT_IN):
                quick = size == 50 and kind == ("bullets", "entries")[number % 2]
                yield pytest.param(theme, kind, size, marks=[] if quick else IN_FUZZ)
        yield pytest.param(BUILT_IN[0], kind, 2_000, marks=[] if kind == "keywords" else IN_FUZZ)


@pytest.mark.parametrize(("theme", "kind", "size"), list(sizes()))
def test_a_list_of_any_length_arrives_whole_and_in_order(theme: str, kind: str, size: int) -> None:
    frame, item = LISTS[kind]
    build = built(theme, frame.format(", ".join(item.format(f"{number:04}x") for number in range(size))))
    text = text_of(build)
    wanted = [word for number in range(size) for word in (f"item{number:04}x", f"bullet{number:04}x") if word in text]
    assert len(wanted) == size
    assert sorted(wanted, key=text.index) == wanted
    assert check(build.document, build.resume, build.artifact) == ()
    assert check_read_back(build.document, build.view, build.artifact.data) == ()


def words() -> Iterator[Any]:
    """Yield themes and places: now a title in one theme and a bullet in the next."""
    for number, theme in enumerate(BUILT_IN):
        now = ("title", "bullet")[number % 2]
        yield from (pytest.param(theme, place, marks=[] if place == now else IN_FUZZ) for place in PLACES)


@pytest.mark.parametrize(("theme", "place"), list(words()))
def test_a_word_of_three_thousand_letters_arrives_whole(theme: str, place: str) -> None:
    text = text_of(built(theme, PLACES[place].format(LETTERS)))
    assert LETTERS in re.sub("[^a-j]", "", text)  # text next to it at the end of a page has other letters


@pytest.mark.parametrize(("theme", "length"), list(in_turn(BUILT_IN, [120, 24, 6])))
def test_texts_longer_than_a_line_stay_on_the_page_wherever_they_stand(theme: str, length: int) -> None:
    letters = {place: LETTERS[120 * number : 120 * (number + 1)] for number, place in enumerate(PLACES)}
    frames = [
        yaml.safe_load(
            frame.format(
                letters[place] if "https:" in frame else " ".join(re.findall(f".{{1,{length}}}", letters[place]))
            )
        )
        for place, frame in PLACES.items()
    ]
    build = built(theme, yaml.safe_dump(reduce(merged, frames)))
    text = text_of(build)
    assert [place for place, word in letters.items() if word not in text] == []
    assert characters_off_the_page(build.artifact.data) == ""


def merged(one: Any, other: Any) -> Any:
    """Merge two résumés: concatenate lists, and keep the first of two single values."""
    if isinstance(one, list):
        return [*one, *other]
    if isinstance(one, dict):
        common = {key: merged(one[key], other[key]) for key in one.keys() & other.keys()}
        return {**one, **other, **common}
    return one


@pytest.mark.fuzz
@each_theme
@pytest.mark.parametrize("place", PLACES)
def test_a_word_longer_than_a_line_stays_on_the_page(theme: str, place: str) -> None:
    build = built(theme, PLACES[place].format(LETTERS[:120]))
    assert LETTERS[:120] in text_of(build)
    assert characters_off_the_page(build.artifact.data) == ""
