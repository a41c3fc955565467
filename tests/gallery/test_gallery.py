"""The theme gallery: images of a résumé in every theme, and a page that loads nothing else."""

from __future__ import annotations

import io
import re
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from PIL import Image

from conftest import Run
from resumekit.gallery import ThemePreview, gallery_files, preview_themes
from resumekit.load import load
from theming.page_reader import PageReader
from theming.themes import BUILT_IN, write_theme

RESUME = """
basics: {name: Ada <Example>}
theme: {name: modern, accent: "#123456", side: end}
work: [{name: Example Ltd, position: Engineer}]
"""
PLAIN = {
    "resume.html.j2": "{% extends 'resumekit/page.html.j2' %}{% block head %}<h1>{{ resume.name }}</h1>{% endblock %}"
}


@pytest.fixture
def shown(project: Path, write_resume: Callable[..., Path]) -> dict[str, ThemePreview]:
    write_theme(project / "themes" / "mine", PLAIN)
    write_theme(project / "themes" / "torn", {"resume.html.j2": "{{ resume.nmae }}"})
    write_theme(project / "themes" / "odd", manifest="options: {mood: {default: good}}")
    return {found.name: found for found in preview_themes(load(write_resume(RESUME)), today=date(2026, 1, 1), dpi=30)}


def test_each_theme_has_an_image_of_each_page(shown: dict[str, ThemePreview]) -> None:
    assert list(shown) == sorted([*BUILT_IN, "mine", "odd", "torn"])
    for name in (*BUILT_IN, "mine"):
        (page,) = shown[name].pages
        assert Image.open(io.BytesIO(page.data)).size == (248, 351)
        assert shown[name].problems == ()


def test_a_theme_that_fails_is_reported_and_the_others_continue(shown: dict[str, ThemePreview]) -> None:
    assert [problem.code for problem in shown["torn"].problems] == ["broken-template"]
    assert [problem.code for problem in shown["odd"].problems] == ["missing-key"]
    assert shown["torn"].theme
    assert shown["odd"].theme is None


def test_the_page_shows_them_and_loads_nothing_else(shown: dict[str, ThemePreview]) -> None:
    *pictures, (index, data) = gallery_files(tuple(shown.values()), "<resume>")
    assert index == "index.html"
    html = data.decode()
    page = PageReader(html)
    named = set(re.findall(r'(?:src|href)="([^"#]+)"', html))
    assert named == {name for name, _ in pictures}
    assert all("/" not in name for name in named)
    assert not re.search(r"url\(|@import|<script|<link", html)
    assert page.text.count(f"<resume> in {len(BUILT_IN) + 3} themes") == 2
    assert "nmae" in page.text
    assert {f"{name}, page 1 of 1" for name in BUILT_IN} <= set(page.values)


def test_the_command_writes_the_files_and_locates_the_fault_of_a_theme(
    project: Path, write_resume: Callable[..., Path], invoke: Callable[..., Run]
) -> None:
    write_resume(RESUME)
    write_theme(project / "themes" / "torn", {"resume.html.j2": "{{ resume.nmae }}"})
    done = invoke("themes", "gallery", "-o", "shown")
    assert done.exit_code == 1
    assert "torn/resume.html.j2:1:11: error" in done.stderr
    assert {path.name for path in (project / "shown").iterdir()} == {
        "index.html",
        *(f"{name}-1.png" for name in BUILT_IN),
    }


def test_an_invalid_résumé_has_no_gallery(
    project: Path, write_resume: Callable[..., Path], invoke: Callable[..., Run]
) -> None:
    write_resume("basics: {nmae: Ada}")
    done = invoke("themes", "gallery")
    assert done.exit_code == 4
    assert not (project / "dist").exists()
