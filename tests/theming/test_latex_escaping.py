"""Escaping for TeX: every text prints as typed, and none of it is a command."""

from __future__ import annotations

import re
import string
import unicodedata
from urllib.parse import unquote

import pytest
from hypothesis import given
from hypothesis import strategies as st

from resumekit.load.characters import first_refused
from resumekit.theming.latex_escaping import escape, escape_url, escape_words, length

from .tex_reader import TexReader

HOSTILE = [
    "\\input{/etc/passwd}",
    "^^5c",
    "\\",
    "{",
    "}",
    "%",
    "#1",
    "$x$",
    "&",
    "~",
    "_",
    "--",
    "---",
    "<<",
    ">>",
    ",,",
]
HOSTILE += [
    "''",
    "``",
    "?`",
    "!`",
    "\\\\",
    "\\end{document}",
    "\n\n",
    "\t",
    "\u00a0",
    "\u2009",
    "\u2011",
    "\u00ad",
    "é",
]
TEXTS = st.lists(st.sampled_from(HOSTILE) | st.text(st.characters(exclude_categories=["Cs"])), max_size=6).map("".join)
TEXTS = TEXTS.filter(lambda text: not first_refused(text))

_INVISIBLE = re.compile("[\u00ad\u200b-\u200f\u2060-\u2064\ufe00-\ufe0f\ufeff]")
_SPACES = re.compile("[ \t\r\n\u00a0\u2000-\u200a\u202f\u205f]+")


def shown(text: str) -> str:
    """Return the visible part of a text: white space becomes one space, invisible characters are dropped."""
    return unicodedata.normalize("NFC", _SPACES.sub(" ", _INVISIBLE.sub("", text)).replace("\u2011", "-"))


@given(TEXTS)
def test_a_text_prints_as_it_is(text: str) -> None:
    for tex in (escape(text), escape_words(text)):
        reader = TexReader(tex)
        assert shown(reader.text) == shown(text)
        assert reader.commands == []


@given(TEXTS)
def test_no_text_ends_a_paragraph_or_forms_a_ligature(text: str) -> None:
    for tex in (escape(text), escape_words(text)):
        assert "\n" not in tex
        assert not re.search(r"--|<<|>>|,,|''|`", re.sub(r"\\[,-]", "|", tex))


@pytest.mark.parametrize("character", string.printable.strip())
def test_every_ascii_character_prints_as_it_is(character: str) -> None:
    assert TexReader(escape(character * 3)).text == character * 3


@pytest.mark.parametrize("text", ['the compiler\'s "frontend" [x] <y> |z| *a* -b- c/d (e), f; g: h! i? j@k + l = m'])
def test_text_that_needs_no_escape_is_unchanged(text: str) -> None:
    assert escape(text) == text


def test_letters_and_combining_marks_are_composed() -> None:
    assert escape("re\u0301sume\u0301 x\u0323\u0302y") == "résumé x\u0323\u0302y"


@pytest.mark.parametrize("joiner", ["\u200d", "\u200c", "\u2060", "\ufe0f", "\ufeff", "\u200e"])
def test_invisible_characters_are_dropped(joiner: str) -> None:
    assert escape(f"a{joiner}b") == "ab"


def test_a_long_word_may_break_and_a_short_one_may_not() -> None:
    assert r"\wbr{}" not in escape_words("donaudampfschifffahrtsgesellsc " * 3)
    pieces = escape_words(f"see https://example.org/{'path/' * 9} there").split(r"\wbr{}")
    assert all(len(piece) <= 40 for piece in pieces)
    assert pieces[0].startswith("see https://")
    assert pieces[-1].endswith(" there")


def test_words_in_scripts_without_spaces_are_left_to_the_engine() -> None:
    assert r"\wbr" not in escape_words("神經網路的混合精度量化方法" * 5)


@given(st.text(st.characters(exclude_categories=["C", "Z"]), min_size=1))
def test_a_url_is_preserved(path: str) -> None:
    (url,) = TexReader(rf"\href{{{escape_url(f'https://example.org/{path}')}}}{{x}}").urls
    assert re.fullmatch(r"[A-Za-z0-9!*();:@&=+$,/?#._~%-]*", url)
    assert unquote(url) == unquote(f"https://example.org/{path}")


@pytest.mark.parametrize(
    ("css", "tex"), [("10pt", "10bp"), ("9.6pt", "9.6bp"), ("25mm", "25mm"), ("1in", "1in"), ("", "")]
)
def test_a_css_length_keeps_its_size_in_tex(css: str, tex: str) -> None:
    assert length(css) == tex
