"""`resumekit themes test`: its output for people and for programs, and its exit code.

One test takes all samples, in a process of its own.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from conftest import Run
from resumekit.contract import SAMPLES
from theming.themes import write_theme

from .few_samples import take_few_samples

Command = Callable[..., Run]


def test_a_theme_that_keeps_the_contract_passes(run: Command, project: Path) -> None:
    done = run("themes", "test", "plain", "--keep", "looks")
    assert done.exit_code == 0
    assert done.stdout.startswith(f"plain: passes ({len(SAMPLES)} samples, ")
    assert "PDFium" in done.stdout
    assert {path.name for path in (project / "looks").iterdir()} == {f"plain-{name}.pdf" for name in SAMPLES}


def test_a_theme_that_breaks_it_fails_with_locations(
    invoke: Command, project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    take_few_samples(monkeypatch)
    write_theme(project / "themes/bad", {"resume.css": "\n.date { float: right }\n"}, manifest="extends: plain\n")
    done = invoke("themes", "test", "bad")
    assert done.exit_code == 5
    assert done.stdout.startswith("bad: fails (")
    assert f"{Path('themes/bad/resume.css')}:2:9: error: `span.date` floats" in done.stderr
    assert "[floating-text]" in done.stderr
    assert "(in the samples sparse, cjk)" in done.stderr


def test_programs_get_json(invoke: Command, project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    take_few_samples(monkeypatch)
    write_theme(project / "elsewhere/bad", {"resume.css": "h2 { letter-spacing: 1em }"}, manifest="extends: plain\n")
    done = invoke("themes", "test", "elsewhere/bad", "--format", "json")
    assert (done.exit_code, done.stderr) == (5, "")
    (file,) = json.loads(done.stdout)["files"]
    assert file["valid"] is False
    assert [(problem["code"], problem["line"]) for problem in file["problems"]][:1] == [("letter-spacing", 1)]


def test_programs_get_json_if_nothing_can_be_tested(invoke: Command, project: Path) -> None:
    write_theme(project / "themes/bad", {"resume.html.j2": "{{ resume.nme }}"}, manifest="extends: plain\n")
    for name, code in (("bad", "broken-template"), ("nowhere", "unknown-theme")):
        done = invoke("themes", "test", name, "--format", "json")
        assert (done.exit_code, done.stderr) == (5, "")
        (file,) = json.loads(done.stdout)["files"]
        assert [problem["code"] for problem in file["problems"]] == [code]


def test_an_unknown_theme_is_an_error(invoke: Command) -> None:
    done = invoke("themes", "test", "modrn")
    assert done.exit_code == 5
    assert "did you mean 'modern'?" in done.stderr


def test_a_broken_template_is_an_error(invoke: Command, project: Path) -> None:
    write_theme(project / "themes/bad", {"resume.html.j2": "\n{{ resume.nme }}"}, manifest="extends: plain\n")
    done = invoke("themes", "test", "bad")
    assert done.exit_code == 5
    assert "resume.html.j2:2:" in done.stderr
