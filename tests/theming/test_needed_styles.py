"""Rules of shared style sheets that only some pages need."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
import tinycss2
import weasyprint

from present.resumes import Filler, view_of
from resumekit.present import ResumeView
from resumekit.theming import render_html
from resumekit.theming.environment import PARTS
from resumekit.theming.style_sheets import names_in, needed_for

from .themes import BUILT_IN, built_in, design_in, set_in

SHARED = sorted(PARTS.rglob("*.css"))
SHORT = view_of("basics: {name: Ada}")
FULL = view_of(Filler().resume())


def rules_of(style: str) -> Iterator[tuple[int, str]]:
    """Yield the line and the selectors of each rule, also of those in `@media`."""

    def rules_in(nodes: list[tinycss2.ast.Node]) -> Iterator[tuple[int, str]]:
        for node in nodes:
            if node.type == "qualified-rule":
                yield node.source_line, tinycss2.serialize(node.prelude).strip()
            elif node.lower_at_keyword == "media":
                yield from rules_in(tinycss2.parse_rule_list(node.content, skip_comments=True, skip_whitespace=True))
            else:
                yield node.source_line, f"@{node.lower_at_keyword} {tinycss2.serialize(node.prelude).strip()}"

    return rules_in(tinycss2.parse_stylesheet(style, skip_comments=True, skip_whitespace=True))


@pytest.mark.parametrize("view", [SHORT, FULL], ids=["short", "full"])
@pytest.mark.parametrize("theme", BUILT_IN)
def test_rules_that_are_left_out_match_no_element(theme: str, view: ResumeView) -> None:
    page = set_in(built_in(theme), view)
    root = weasyprint.HTML(string=page).wrapper_element
    names = names_in(page)
    left_out = 0
    for style in (file.read_text(encoding="utf-8") for file in SHARED):
        kept = set(rules_of(needed_for(names, style)))
        every = set(rules_of(style))
        assert kept <= every
        for _, selectors in every - kept:
            left_out += 1
            assert not selectors.startswith("@")
            assert root.query(selectors) is None, selectors
    assert left_out


@pytest.mark.parametrize(
    "selectors",
    [
        "p",
        ".a.b > p",
        "#c, .d",
        ".d, #c",
        "body > *",
        ":root",
        "p:not(.d)",
        "p:has(.d, :not(.e))",
        ":where(p:not(:has(.d > :not(.e)))) .b",
        ':is(.d, [title="e, f"]) + p',
        "p::before",
        "p:nth-last-of-type(2)",
    ],
)
def test_rules_that_may_match_are_kept(selectors: str) -> None:
    style = f".z {{}}\n/* About d, e (and f. */\n{selectors} {{ color: red }}"
    assert f"{selectors} {{ color: red }}" in needed_for(names_in('<P class="a b" id=c>'), style)


@pytest.mark.parametrize("selectors", [".d", ".a .d", "q, .d:not(.a)", ".d > :is(p, .a)", "#a > .q.a"])
def test_rules_that_cannot_match_are_left_out(selectors: str) -> None:
    assert needed_for(names_in('<p class="a b" id="c">'), f"p {{}}\n{selectors} {{\n  margin: 0;\n}}") == "p {}\n\n\n"


def page_with(dates: str) -> str:
    return render_html(FULL, design_in(built_in("modern"), dates=dates))


def test_a_page_has_the_rules_that_it_needs_and_no_others() -> None:
    assert ".dates-start .date" in page_with("start")
    assert ".dates-start .date" not in page_with("end")


def test_rules_keep_their_lines_so_that_messages_about_them_are_located() -> None:
    style = (PARTS / "base.css").read_text(encoding="utf-8").split("\n")
    last = style.index("@page :first {")
    assert set_in(built_in("modern"), SHORT).partition("<style>\n")[2].split("\n")[last] == style[last]
