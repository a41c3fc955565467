"""No word of a free-form résumé is missing from the result and the report together."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from resumekit.importing import InputFile, import_file
from resumekit.importing.freeform.lexicon.contact_patterns import label_pattern
from strategies import seldom, texts

from .free_form import absent
from .test_samples import validated

Line = tuple[str, str]
"""A line of a text, and what it says: without what only names its place, as `E-mail:` does."""

TITLES = ["Experience", "Volunteer", "Education", "Skills", "Projects", "Languages", "Publications", "Patents"]
TITLES += [
    "Awards",
    "Certificates",
    "Interests",
    "References",
    "Summary",
    "Contact",
    "THINGS OF MY OWN",
    "## Of My Own",
]

words = st.from_regex(r"[a-zà-öø-ÿ]{2,9}", fullmatch=True) | st.sampled_from(
    ["Engineer", "Ltd", "University", "BSc", "Berlin", "in", "of", "at", "GmbH", "London", "Journal", "C++", "R&D"]
)
phrases = st.lists(words, min_size=1, max_size=5).map(" ".join)
dates = st.sampled_from(
    [
        "2020",
        "May 2020",
        "2019 - 2021",
        "Sep 2021 - Present",
        "06/2017 – 08/2018",
        "2012年4月",
        "Summer 2020",
        "12/11/2020",
    ]
)
values = phrases | dates | st.sampled_from(["https://example.org/a_b?c=%20d", "+44 20 7946 0000", "ada@example.org"])


def joined(*parts: st.SearchStrategy[str]) -> st.SearchStrategy[Line]:
    return st.tuples(*parts).map("".join).map(lambda line: (line, line))


separators = st.sampled_from([", ", " | ", " - ", " — ", " at ", ": ", " · ", "  (", "; ", "\t", "     "])
heads = joined(values, separators, values) | joined(values, separators, values, separators, dates)
indents = st.sampled_from(["", "  ", "    ", "\t"])
bullets = joined(indents, st.sampled_from(["- ", "• ", "* "]), values, st.sampled_from(["", "."]))
lettered = st.builds(
    lambda indent, sign, text: (f"{indent}{sign} {text}", text),
    indents,
    st.sampled_from(["a.", "b.", "1.", "2)", "o "]),
    values,
)
labelled = st.sampled_from(["E-mail: ", "Phone: ", "GitHub: "]).flatmap(
    lambda label: values.map(lambda value: (label + value, value))
)
anything = texts.map(lambda text: (" ".join(text.split()), text))
lines = st.one_of(joined(values), heads, bullets, lettered, labelled, st.just(("", "")), anything)
sections = st.tuples(st.sampled_from(TITLES).map(lambda title: ("\n" + title, "")), st.lists(lines, max_size=8))


@st.composite
def resumes(draw: Any) -> list[Line]:
    made = [*draw(st.lists(lines, min_size=1, max_size=5))]
    for title, inside in draw(st.lists(sections, max_size=4)):
        made += [title, *inside]
    return made


@seldom
@given(resumes())
def test_no_word_of_a_text_is_missing(resume: list[Line]) -> None:
    text = "\n".join(line for line, _ in resume)
    if any(map(str.isalnum, text)):
        made = import_file(InputFile("given.txt", text.encode()), "text")
        validated(made)
        assert not absent(told(resume), made)


def told(lines: Iterable[Line]) -> list[str]:
    """What lines say that do not only name what follows, and are no name for the second time, as atop of each page."""
    made: list[str] = []
    seen: set[str] = set()
    for line in lines:
        keys = {key for text in line if " " in (key := " ".join(re.findall(r"\w+", text)))}
        made += [] if keys & seen or label_pattern().fullmatch(line[1].strip()) else [line[1]]
        seen |= keys
    return made
