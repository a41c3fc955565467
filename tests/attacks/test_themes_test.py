"""`themes test` on themes that make far too much of a page: it ends, and names the theme."""

from __future__ import annotations

from pathlib import Path

import pytest

from resumekit.contract import isolation
from resumekit.errors import ThemeError
from resumekit.processes import Limits
from theming.themes import built_in

from .themes import PAGE, make_theme, run

_SECONDS = 90
"""Of processor time: ten for each of eight samples, and a little more."""

FONT = Path(__file__).parents[2] / "src/resumekit/fonts/ibm-plex-sans-condensed/IBMPlexSansCondensed-Regular.ttf"
FAMILY = "IBM Plex Sans Condensed"

RULES = "".join(f"p.c{number} {{ color: #123456; margin: {number}px }}\n" for number in range(90_000))  # under 5 MB
FEWER_RULES = RULES[: len(RULES) // 30] + "} h1 { letter-spacing: 1em; font-size: 5pt; color: #eee }"
BOXES = "<p style='position: absolute' class='c{{ i }}'>x</p>"

THEMES = {
    "characters": (PAGE + "{% for i in range(99) %}{% for j in range(9999) %}aaaa {% endfor %}{% endfor %}", ""),
    "tags": (PAGE + "{% for i in range(60) %}{% for j in range(9999) %}<b>a</b>{% endfor %}{% endfor %}", ""),
    "rules": (PAGE + "<h1>{{ resume.name }}</h1>", RULES),
    "boxes": (PAGE + "{% for i in range(10) %}{% for j in range(10000) %}" + BOXES + "{% endfor %}{% endfor %}", ""),
    "huge page": (PAGE + "<style>@page { size: 9000mm 9000mm }</style>{{ resume.name }}", ""),
}
JUST_WITHIN_LIMITS = {
    "rules that fit on a page": (PAGE + "<h1>{{ resume.name }}</h1>" * 400, FEWER_RULES),
    "boxes that fit on a page": (PAGE + "{% for i in range(1500) %}" + BOXES + "{% endfor %}", FEWER_RULES),
}


@pytest.mark.attacks
@pytest.mark.parametrize("name", THEMES)
def test_a_theme_that_takes_too_much_is_named(name: str, tmp_path: Path) -> None:
    assert_ends(tmp_path, *THEMES[name])


@pytest.mark.fuzz  # they take more than a minute each
@pytest.mark.parametrize("name", JUST_WITHIN_LIMITS)
def test_a_theme_just_within_the_limits_of_a_sample_ends(name: str, tmp_path: Path) -> None:
    assert_ends(tmp_path, *JUST_WITHIN_LIMITS[name])


def assert_ends(folder: Path, template: str, style: str) -> None:
    """Test a theme, and check that this ends with a report."""
    make_theme(folder, template, style)
    ended = run(folder, "themes", "test", "evil", timeout=600)
    assert ended.exit_code in {5, 6}, ended.output
    assert "evil" in ended.output
    assert "Traceback" not in ended.output
    assert ended.seconds < _SECONDS


def test_all_samples_together_have_a_limit_of_their_own(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(isolation, "_WHOLE", Limits(seconds=0.1, memory=2_000_000_000))
    with pytest.raises(ThemeError, match=r"checking the samples takes more than 0\.1 seconds"):
        isolation.run_isolated_contract(built_in("plain"), lambda render: None)


@pytest.mark.attacks
@pytest.mark.parametrize("kind", ["padded", "empty", "damaged"])
def test_a_font_that_is_large_or_damaged_is_no_crash(kind: str, tmp_path: Path) -> None:
    theme = make_theme(tmp_path, PAGE + f"<h1 style='font-family: {FAMILY}'>{{{{ resume.name }}}}</h1>")
    data = FONT.read_bytes()
    damaged = bytearray(data)
    damaged[len(data) // 3 : len(data) // 2] = bytes(range(256)) * (len(data) // 1000)
    fonts = {"padded": data + bytes(50_000_000), "empty": data[:4] + bytes(50_000_000), "damaged": bytes(damaged)}
    (theme / "fonts").mkdir()
    (theme / "fonts" / "evil.ttf").write_bytes(fonts[kind])
    ended = run(tmp_path, "themes", "test", "evil")
    assert ended.exit_code in {5, 6}, ended.output
    assert "themes/evil/" in ended.output
    assert "Traceback" not in ended.output
    assert ended.seconds < _SECONDS
