"""Trees of inline text for tests, including ones that no Markdown source produces."""

from __future__ import annotations

from collections.abc import Iterator

from hypothesis import strategies as st

from resumekit.present import Inline, Inlines
from resumekit.present.inline import Code, Emphasis, Foreign, LineBreak, Link, Strong, Words
from strategies import texts

_MARKS = [*"*_[]<>!|~#+-=$&;.()\\`'\"", "**", "***", "__", "``", "](https://example.org/a_(b)c)", "\\\n", "\n", " "]
_SIGNS = ["a", "b", "é", "我", "“", "€", "1.", "- ", "---", "===", "&amp;", "&#32;", "&nbsp;", "<b>", "</script>"]
_ADDRESSES = ["www.example.org", "https://example.org/a_b", "ada@example.org", "$a$", "[ ] ", ":-: | -"]

typed = texts | st.lists(st.sampled_from(_MARKS + _SIGNS + _ADDRESSES), max_size=14).map("".join)
"""Texts that are or resemble Markdown."""

URLS = [
    "https://example.org",
    "https://example.org/(a\\b",
    "mailto:ada@example.org",
    "https://example.org/?a=1&copy;=`<*>",
]

_leaves: st.SearchStrategy[Inline] = (
    st.builds(Words, st.lists(st.sampled_from([*"ab *_`[]!\\.,€我&#1-+<\n"]), min_size=1, max_size=4).map("".join))
    | st.builds(Foreign, st.just("zh-Hant"), st.sampled_from(["我", " 我"]))
    | st.builds(Code, st.sampled_from(["a", "`", "``a", " a ", "a|b", " `", "*", "www.a"]))
    | st.just(LineBreak())
)


def _some(inner: st.SearchStrategy[Inline], least: int = 1) -> st.SearchStrategy[Inlines]:
    return st.lists(inner, min_size=least, max_size=3).map(tuple)


def _emphatic(inner: st.SearchStrategy[Inline]) -> st.SearchStrategy[Inline]:
    return st.builds(Strong, _some(inner)) | st.builds(Emphasis, _some(inner))


_emphasised = st.recursive(_leaves, _emphatic, max_leaves=6)
_links = st.builds(Link, st.sampled_from(URLS), _some(_emphasised, least=0))

trees: st.SearchStrategy[Inlines] = _some(st.recursive(_emphasised | _links, _emphatic, max_leaves=6))
"""Inline text of every shape; links are not nested."""


def texts_in(inlines: Inlines) -> Iterator[str]:
    """Yield the texts of a tree."""
    for inline in inlines:
        match inline:
            case Words(text) | Code(text) | Foreign(_, text):
                yield text
            case LineBreak():
                yield "\n"
            case Strong(children) | Emphasis(children) | Link(_, children):
                yield from texts_in(children)
