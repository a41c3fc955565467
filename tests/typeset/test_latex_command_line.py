"""`resumekit build --engine`, as far as it can be tested without TeX."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from conftest import Run

RESUME = "basics: {name: Ada Example}\n"


@pytest.fixture
def path(tmp_path: Path) -> dict[str, str]:
    """An environment with no programs but a shell, and a xelatex that rejects every document."""
    programs = tmp_path / "programs"
    programs.mkdir()
    for name in ("sh", "cat"):
        (programs / name).symlink_to(f"/bin/{name}")
    (programs / "xelatex").write_text("#!/bin/sh\necho 'I am not a real one' > resume.log\nexit 1\n", encoding="utf-8")
    (programs / "xelatex").chmod(0o755)
    return {"PATH": str(programs)}


def build(run: Callable[..., Run], project: Path, path: Mapping[str, str], *options: str) -> tuple[Run, set[str]]:
    """Build a small résumé; return the output of the command and the names of the files written."""
    (project / "resume.yaml").write_text(RESUME, encoding="utf-8")
    done = run("build", *options, env=path)
    return done, {file.name for file in (project / "dist").glob("*")}


def test_an_unknown_engine_is_a_usage_error(run: Callable[..., Run], project: Path, path: Mapping[str, str]) -> None:
    done, written = build(run, project, path, "--engine", "xelatx")
    assert (done.exit_code, done.stdout, written) == (2, "", set())
    assert done.stderr == (
        "error: unknown engine 'xelatx'; did you mean 'xelatex'? [unknown-engine]\n"
        "  = available: weasyprint, xelatex, lualatex, pdflatex, tectonic\n"
    )


def test_a_missing_engine_keeps_the_source(run: Callable[..., Run], project: Path, path: Mapping[str, str]) -> None:
    done, written = build(run, project, path, "--engine", "lualatex")
    assert (done.exit_code, done.stdout, written) == (6, "", {"resume.tex"})
    assert done.stderr == (
        "error: lualatex is not installed [no-engine]\n  = install TeX Live: https://tug.org/texlive\n"
    )


def test_a_failing_engine_keeps_source_and_log(run: Callable[..., Run], project: Path, path: Mapping[str, str]) -> None:
    done, written = build(run, project, path, "--engine", "xelatex")
    assert (done.exit_code, done.stdout, written) == (6, "", {"resume.tex", "resume.log"})
    assert "dist/resume.tex: error: xelatex failed" in done.stderr
    assert "  = see dist/resume.log\n" in done.stderr
    assert (project / "dist" / "resume.log").read_text() == "I am not a real one\n"


def test_formats_without_pages_need_no_engine(run: Callable[..., Run], project: Path, path: Mapping[str, str]) -> None:
    done, written = build(run, project, path, "--engine", "xelatex", "-f", "html,tex")
    assert (done, written) == (Run(0, "", ""), {"resume.html", "resume.tex"})


def test_weasyprint_may_be_named_too(run: Callable[..., Run], project: Path, path: Mapping[str, str]) -> None:
    done, written = build(run, project, path, "--engine", "weasyprint")
    assert (done, written) == (Run(0, "", ""), {"resume.pdf"})
