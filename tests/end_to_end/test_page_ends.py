"""No page ends with a heading or the first line of an entry."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from PIL import Image

from theming.themes import BUILT_IN
from typeset.builds import built, texts_of

# Each text is one word that names its kind: the head of a section, the lead of an entry, or part of a body. An address
# is none, since most themes put it on the title instead of printing it.
WORD = re.compile(r"(head|lead|body)q")
BODY = "bodyq, bodyq, bodyq"
PICTURE = "{file: a.png, alt: A picture, width: 30mm}"
ENTRIES = (
    f"title: leadq, subtitle: leadq, date: leadq, location: leadq, highlights: [{BODY}]",
    f"title: leadq, summary: bodyq, highlights: [{BODY}], images: [{PICTURE}]",
    "title: leadq, subtitle: leadq, summary: bodyq",
    f"title: leadq, date: leadq, url: example.org, highlights: [{BODY}, {BODY}, {BODY}]",
)
CONTENTS = (
    *(f"entries: [{{{entry}}}, {{{entry}}}]" for entry in ENTRIES),
    "text: bodyq",
    "pairs: [{label: bodyq, value: bodyq}, {label: bodyq, value: bodyq}]",
    f"items: [{BODY}]",
)
SECTIONS = [f"{{title: headq, id: s{number}, {content}}}" for number, content in enumerate(CONTENTS)]


def résumé(lines: int) -> str:
    """Return a résumé with a number of lines before everything else."""
    filler = ", ".join(["bodyq"] * lines)
    roles = ", ".join([f"{{position: leadq, startDate: 2020, highlights: [{BODY}]}}"] * 3)
    return (
        f"work: [{{name: leadq, highlights: [{filler}]}}, {{name: leadq, positions: [{roles}]}}]\n"
        f"projects: [{{name: leadq, description: leadq, startDate: 2020, highlights: [{BODY}]}}]\n"
        "skills: [{name: leadq, keywords: [bodyq, bodyq]}, {name: leadq, level: bodyq, keywords: [bodyq]}]\n"
        "publications: [{name: leadq, publisher: leadq, authors: [leadq], summary: bodyq}]\n"
        "titles: {work: headq, projects: headq, skills: headq, publications: headq}\n"
        f"sections: [{', '.join(SECTIONS)}]"
    )


@pytest.fixture(scope="session")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with a picture."""
    made = tmp_path_factory.mktemp("ends")
    Image.new("RGB", (60, 40), "#1d4f91").save(made / "a.png")
    return made


def last_words(theme: str, lines: int, folder: Path) -> list[str]:
    """Return the kind of the last word on each page."""
    found = [WORD.findall(text.lower()) for text in texts_of(built(theme, résumé(lines), folder).artifact.data)]
    assert sum(map(len, found)) == len(WORD.findall(résumé(lines)))
    return [kinds[-1] for kinds in found]


def cases() -> Iterator[object]:
    """Yield each theme with each number of lines; each thirtieth now, others in each theme, and all to fuzz."""
    for number, theme in enumerate(BUILT_IN):
        for lines in range(1, 61):
            yield pytest.param(theme, lines, marks=[] if (lines + 7 * number) % 30 == 1 else [pytest.mark.fuzz])


@pytest.mark.parametrize(("theme", "lines"), list(cases()))
def test_no_heading_and_no_lead_ends_a_page(folder: Path, theme: str, lines: int) -> None:
    assert set(last_words(theme, lines, folder)) == {"body"}
