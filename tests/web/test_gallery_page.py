"""The page of `themes gallery` in a browser and a validator, with themes that work and some that fail."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from resumekit.gallery import gallery_files, preview_themes
from resumekit.load import parse
from theming.themes import BUILT_IN, write_theme

from .chromium import Browser

pytestmark = pytest.mark.formats

RESUME = b"basics: {name: Ada <Example> & Co}\nwork: [{name: Example Ltd, position: Engineer, startDate: 2020}]\n"


@pytest.fixture(scope="module")
def page(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The page, with a theme that is broken, one that is none, one named with umlauts, and a folder that is no name."""
    folder = tmp_path_factory.mktemp("gallery")
    write_theme(folder / "themes/torn", {"resume.html.j2": "{{ resume.nmae }}"})
    write_theme(folder / "themes/odd", manifest="options: {mood: {default: good}}")
    write_theme(folder / "themes/Größe-1", manifest="extends: plain\n")
    write_theme(folder / "themes/two words", manifest="extends: plain\n")
    shown = preview_themes(parse(RESUME, name="resume.yaml", folder=folder), today=date(2026, 1, 1), dpi=30)
    assert {one.name for one in shown} == {"torn", "odd", "Größe-1", *BUILT_IN}
    for name, data in gallery_files(shown, "Ada <Example> & Co"):
        (folder / name).write_bytes(data)
    return folder / "index.html"


def test_a_validator_finds_no_error(page: Path, errors_of: Callable[..., list[str]]) -> None:
    assert errors_of(page) == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [1280, 390])
def test_axe_finds_nothing(browser: Browser, page: Path, scheme: str, width: int) -> None:
    browser.show(page, width=width, scheme=scheme)
    assert browser.violations() == []


def test_nothing_leaves_the_narrowest_screen(browser: Browser, page: Path) -> None:
    browser.show(page, width=320)
    assert browser.evaluate("document.documentElement.scrollWidth") <= 320


def test_the_page_asks_for_nothing_but_its_pictures(browser: Browser, page: Path) -> None:
    browser.requests()
    browser.show(page, width=1280)
    assert all(address.startswith(f"{page.parent.as_uri()}/") for address in browser.requests())


def test_each_link_leads_to_a_theme_or_a_picture(browser: Browser, page: Path) -> None:
    browser.show(page, width=1280)
    inner = "[...document.links].filter(link => link.hash)"
    assert browser.evaluate(f"{inner}.length") > len(BUILT_IN)
    assert browser.evaluate(f"{inner}.every(link => document.getElementById(decodeURIComponent(link.hash.slice(1))))")
