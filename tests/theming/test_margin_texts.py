"""With `page-numbers: no`, no page has text in its margins."""

from __future__ import annotations

from pathlib import Path

import pytest

from present.resumes import document_of, view_of
from resumekit.theming import Design, Theme, find_theme, render_html
from resumekit.typeset import Folders, TypesetRequest, typeset
from typeset.builds import texts_of

from .themes import BUILT_IN, built_in, write_theme

TWO_PAGES = "basics: {name: Ada Example}\nwork: [{name: A}, {name: B, break: before}]"

NAMED = """
:root { --footer: 8pt Inter; --quiet: #555; }
main { page: own; }
@page own { @top-center { content: "Margin"; } @bottom-right { content: counter(page); } }
"""


def second_page(theme: Theme, **options: str) -> str:
    design = Design.of(theme, options, None, document_of("basics: {}"))
    artifact = typeset(
        TypesetRequest(render_html(view_of(TWO_PAGES), design), Folders(Path("no-such-folder"), theme.lookup))
    )
    return texts_of(artifact.data)[1]


def sides_of(theme: str) -> list[dict[str, str]]:
    return [{"side": "start"}, {"side": "end"}] if "side" in built_in(theme).manifest.options else [{}]


@pytest.mark.parametrize(("theme", "more"), [(theme, more) for theme in BUILT_IN for more in sides_of(theme)])
def test_the_name_and_number_in_page_margins_can_be_omitted(theme: str, more: dict[str, str]) -> None:
    chosen = built_in(theme)
    assert "Ada Example" in second_page(chosen, **more)
    assert "Ada Example" not in second_page(chosen, **more, **{"page-numbers": "no"})


def test_named_pages_of_a_theme_are_no_exception(tmp_path: Path) -> None:
    write_theme(
        tmp_path / "mine",
        {"resume.html.j2": "{% extends 'resumekit/page.html.j2' %}{% import 'resumekit/parts.html.j2' as parts %}"
        "{% block section %}{{ parts.content(section) }}{% endblock %}", "resume.css": NAMED},
        manifest="options: {page-numbers: }",
    )  # fmt: skip
    theme = find_theme(f"{tmp_path}/mine", project=Path())
    assert "Margin" in second_page(theme)
    assert "Margin" not in second_page(theme, **{"page-numbers": "no"})
