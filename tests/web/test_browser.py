"""What the page is in a real browser, and for a validator: every theme, in light and dark, on a phone and on a desk.

Each theme with two résumés that have nearly everything, and a third of the others; with EVERY_PAIR=1, with all.
"""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from theming.themes import BUILT_IN
from turns import spread
from typeset.builds import TEXTS, draw_pictures
from writers.manuscripts import artifacts_of, manuscript_of
from writers.test_docx_office import EAST_ASIAN, RIGHT_TO_LEFT

from .chromium import Browser

pytestmark = pytest.mark.formats

ROOT = Path(__file__).parents[2]
OWN = (ROOT / "resume.yaml").read_text(encoding="utf-8")
RESUMES = {"own": OWN, "full": TEXTS["full"], **TEXTS, "right-to-left": RIGHT_TO_LEFT, "east-asian": EAST_ASIAN}
CASES = spread(BUILT_IN, [*RESUMES], always=2, of=3)
each_page = pytest.mark.parametrize(("theme", "name"), CASES)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with each résumé in each theme as a page."""
    made = tmp_path_factory.mktemp("pages")
    draw_pictures(made)
    shutil.copytree(ROOT / "images", made / "images")
    for theme, name in CASES:
        (artifact,) = artifacts_of(manuscript_of(RESUMES[name], folder=made, theme=theme), ["html"])
        (made / f"{theme}-{name}.html").write_bytes(artifact.data)
    return made


def test_a_validator_finds_no_error(folder: Path, errors_of: Callable[..., list[str]]) -> None:
    broken = folder / "broken.html"
    broken.write_text("<!doctype html><p></b>", encoding="utf-8")
    assert errors_of(broken) != []
    broken.unlink()
    assert errors_of(*folder.glob("*.html")) == []


@each_page
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing(browser: Browser, folder: Path, theme: str, name: str, scheme: str) -> None:
    for width in (1280, 390):
        browser.show(folder / f"{theme}-{name}.html", width=width, scheme=scheme)
        assert browser.violations() == []


@each_page
def test_nothing_leaves_the_narrowest_screen(browser: Browser, folder: Path, theme: str, name: str) -> None:
    browser.show(folder / f"{theme}-{name}.html", width=320)
    assert browser.evaluate("document.documentElement.scrollWidth") <= 320


@each_page
def test_the_page_asks_for_nothing_but_itself(browser: Browser, folder: Path, theme: str, name: str) -> None:
    page = folder / f"{theme}-{name}.html"
    browser.requests()
    browser.show(page, width=1280)
    assert browser.requests() == [page.as_uri()]


@pytest.mark.parametrize("theme", BUILT_IN)
def test_the_fonts_of_the_theme_are_drawn(browser: Browser, folder: Path, theme: str) -> None:
    browser.show(folder / f"{theme}-own.html", width=1280)
    assert browser.evaluate("document.fonts.size") > 0
    assert browser.evaluate("[...document.fonts].filter(face => face.status == 'error').length") == 0
    assert browser.evaluate("[...document.fonts].filter(face => face.status == 'loaded').length") > 0


def test_what_is_wrong_is_found(browser: Browser, tmp_path: Path) -> None:
    page = tmp_path / "wrong.html"
    wide = "<p style='width: 900px; color: #bbb'>grey words</p><img src='https://resume.invalid/a.png'>"
    page.write_text(f"<!doctype html><title>x</title>{wide}", encoding="utf-8")
    browser.requests()
    browser.show(page, width=320)
    rules = {line.partition(":")[0] for line in browser.violations()}
    assert {"html-has-lang", "color-contrast", "image-alt"} <= rules
    assert browser.evaluate("document.documentElement.scrollWidth") > 320
    assert len(browser.requests()) == 2
