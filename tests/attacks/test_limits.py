"""Templates and pages that never end, or take all memory."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from .themes import PAGE, make_theme, run

_SECONDS = 10

TEMPLATES = {
    "nested loops": ("{% for i in range(99999) %}{% for j in range(99999) %}{% endfor %}{% endfor %}", "too-slow"),
    "macro that calls itself twice": (
        "{% macro m(n) %}{% if n %}{{ m(n-1) }}{{ m(n-1) }}{% endif %}{% endmacro %}{{ m(40) }}",
        "too-slow",
    ),
    "endless macro": ("{% macro m() %}{{ m() }}{% endmacro %}{{ m() }}", "broken-template"),
    "recursive loop": ("{% for i in [[1]] recursive %}{{ loop([[1]]) }}{% endfor %}", "broken-template"),
    "includes itself": ("{% include 'resume.html.j2' %}", "broken-template"),
    "power": ("{{ 9**99999999 }}", "too-large"),
    "power of a power": ("{{ 9**(9**9) }}", "too-large"),
    "squares": (
        "{% set n = namespace(x=9) %}{% for i in range(99) %}{% set n.x = n.x * n.x %}{% endfor %}",
        "too-large",
    ),
    "wide number": ("{{ '%1000000000d' % 1 }}", "too-large"),
    "wide format": ("{{ '{:1000000000}'.format(1) }}", "too-large"),
    "wide float": ("{{ '%.999999999f' % 1.0 }}", "too-large"),
    "long text": ("{{ 'a' * 10**9 }}", "too-large"),
    "long list": ("{{ (range(99999)|list) * 99999 }}", "too-large"),
    "replaced": ("{{ resume.name|replace('a', 'b' * 10**8) }}", "too-large"),
    "joined": ("{{ range(99999)|join('x' * 10000) }}", "too-large"),
    "centred": ("{{ 'a'|center(10**9) }}", "too-large"),
    "zeros": ("{{ '1'.zfill(10**9) }}", "too-large"),
    "indented": ("{{ ('\\n' * 10**6)|indent(1000, blank=true) }}", "too-large"),
    "doubled": (
        "{% set n = namespace(x='a') %}{% for i in range(99) %}{% set n.x = n.x ~ n.x %}{% endfor %}",
        "too-large",
    ),
    "printed again and again": ("{% for i in range(99999) %}{{ 'a' * 1000 }}{% endfor %}", "too-large"),
    "batches": ("{{ range(9)|batch(10**9, 'a')|list }}", "too-large"),
}

IN_MAKE_TEST = {"endless macro", "power", "long text", "doubled", "printed again and again"}
"""Templates of each kind; one that is too slow is tested in LaTeX."""

PAGES = {
    "wide cell": "<table><tr><td colspan=1000000>{{ resume.name }}</table>",
    "pages": "{% for i in range(3000) %}<div style='break-after: page'>x</div>{% endfor %}",
    "nested flex": "<div style='display: flex'>" * 11 + "{{ resume.name }}",
    "nested inline blocks": "<div style='display: inline-block'>" * 30 + "{{ resume.name }}",
    "deep": "<div>" * 5000 + "{{ resume.name }}",
    "tall cell": "<table><tr><td rowspan=1000000>{{ resume.name }}<td>y</table>",
    "many tracks": "<div style='display: grid; grid-template-columns: repeat(100000, 1px)'>{{ resume.name }}</div>",
    "far track": "<div style='display: grid'><p style='grid-column: 1000000'>{{ resume.name }}</p></div>",
    "many columns": "<div style='columns: 100000'>{{ resume.name }}</div>",
    "huge page": "<style>@page { size: 100000mm 100000mm }</style>{{ resume.name }}",
    "huge box": "<div style='width: 1e9px; height: 1e9px; background: red'>{{ resume.name }}</div>",
    "huge letters": "<p style='font-size: 1e9px'>{{ resume.name }}",
    "tiny page": "<style>@page { size: 1px 1px; margin: 0 }</style>" + "{{ resume.name }} " * 200,
    "long word": "<p>{{ 'a' * 100000 }}",
    "huge drawing": "<div style=\"height: 9em; background: url('data:image/svg+xml,"
    "<svg xmlns=%22http://www.w3.org/2000/svg%22 width=%221e9%22 height=%221e9%22/>')\">{{ resume.name }}</div>",
    "gradient": "<div style='height: 9em; background: repeating-linear-gradient(red, blue 1e-9px)'>{{ resume.name }}",
    "shadows": "<p style='border: 1px dotted; width: 1e7px'>{{ resume.name }}",
}


@pytest.mark.parametrize(
    "name", [pytest.param(name, marks=[] if name in IN_MAKE_TEST else pytest.mark.attacks) for name in TEMPLATES]
)
def test_a_template_that_takes_too_much_is_stopped_and_its_line_is_named(name: str, tmp_path: Path) -> None:
    template, code = TEMPLATES[name]
    make_theme(tmp_path, PAGE + template)
    ended = run(tmp_path, "build", "-t", "evil", "-f", "html", "-o", "dist")
    assert ended.exit_code == 5, ended.output
    assert f"{code}]" in ended.output
    assert "themes/evil/resume.html.j2" in ended.output
    if name != "printed again and again":  # no single line is to blame
        assert "resume.html.j2:2:" in ended.output
    assert ended.seconds < _SECONDS
    assert not (tmp_path / "dist").exists()


@pytest.mark.parametrize("name", ["nested loops", "power"])
def test_a_latex_template_is_limited_too(name: str, tmp_path: Path) -> None:
    theme = make_theme(tmp_path, PAGE)
    template = TEMPLATES[name][0].replace("{%", r"\BLOCK{").replace("%}", "}")
    template = template.replace("{{", r"\VAR{").replace("}}", "}")
    (theme / "resume.tex.j2").write_text(template)
    ended = run(tmp_path, "build", "-t", "evil", "-f", "tex", "-o", "dist")
    assert ended.exit_code == 5, ended.output
    assert "resume.tex.j2:1:" in ended.output
    assert ended.seconds < _SECONDS


@pytest.mark.parametrize(
    "style",
    [
        "@a" * 200_000 + ";",
        pytest.param(f"p{{{'top:0;' * 200_000}}}", marks=pytest.mark.attacks),
        pytest.param(f"p{{x:rgb({'1' * 200_000}}}", marks=pytest.mark.attacks),
    ],
    ids=["rules", "declarations", "digits"],
)
def test_a_style_that_takes_long_to_adapt_is_stopped(style: str, tmp_path: Path) -> None:
    make_theme(tmp_path, PAGE + "<h1>{{ resume.name }}</h1><h2>{{ resume.sections[0].title }}</h2><p>Hello", style)
    ended = run(tmp_path, "build", "-t", "evil", "-f", "html", "-o", "dist")
    assert (ended.exit_code, "template-too-slow]" in ended.output) == (5, True), ended.output
    assert ended.seconds < _SECONDS


@pytest.mark.parametrize(
    "name", ["web.css", "resume.css", "resume.html.j2", "resume.tex.j2", "theme.yaml", "fonts/a.ttf", "fonts/a/b.woff"]
)
def test_a_file_of_a_theme_that_has_gigabytes_is_not_read(name: str, tmp_path: Path) -> None:
    file = make_theme(tmp_path, PAGE + "<h1>{{ resume.name }}</h1>") / name
    file.parent.mkdir(parents=True, exist_ok=True)
    file.touch()
    os.truncate(file, 6_000_000_000)
    ended = run(tmp_path, "build", "-t", "evil", "-f", "html,tex", "-o", "dist")
    assert ended.exit_code == 5, ended.output
    assert f"themes/evil/{name}: error: larger than" in ended.output
    assert ended.seconds < _SECONDS
    assert not (tmp_path / "dist").exists()


def test_a_font_of_a_project_that_has_gigabytes_is_not_read(tmp_path: Path) -> None:
    make_theme(tmp_path, PAGE)
    (tmp_path / "fonts").mkdir()
    (tmp_path / "fonts/a.otf").touch()
    os.truncate(tmp_path / "fonts/a.otf", 6_000_000_000)
    ended = run(tmp_path, "build", "-f", "html")
    assert (ended.exit_code, "fonts/a.otf: error: larger than 200 MB" in ended.output) == (3, True), ended.output


@pytest.mark.attacks
@pytest.mark.parametrize(("name", "formats"), [*((name, "pdf") for name in PAGES), ("huge page", "png")])
def test_a_page_that_takes_too_much_is_stopped(name: str, formats: str, tmp_path: Path) -> None:
    make_theme(tmp_path, PAGE + PAGES[name])
    ended = run(tmp_path, "build", "-t", "evil", "-f", formats, "-o", "dist")
    assert ended.exit_code == 6, ended.output  # all of them lose text
    assert "Traceback" not in ended.output
    assert "exited unexpectedly" not in ended.output
    assert ended.seconds < _SECONDS * 1.2
    assert not (tmp_path / "dist").exists()


@pytest.mark.attacks
@pytest.mark.parametrize("name", ["wide cell"])
def test_every_command_that_makes_pages_is_limited(name: str, tmp_path: Path) -> None:
    make_theme(tmp_path, PAGE + PAGES[name])
    ended = run(tmp_path, "themes", "test", "evil")
    assert ended.exit_code == 6, ended.output
    assert "engine-too-slow" in ended.output
    assert ended.seconds < _SECONDS * 1.5
