"""The engine: temporary files, failures, messages, and missing libraries."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from pathlib import Path

import pytest

from resumekit.errors import TypesetError

from .builds import set_html
from .fonts import make_font

TOO_DEEP = "<div>" * 900


@pytest.fixture
def temporary(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty folder for temporary files."""
    folder = tmp_path / "temporary"
    folder.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(folder))
    return folder


def test_no_temporary_file_is_left(temporary: Path, tmp_path: Path) -> None:
    make_font(tmp_path / "theme" / "some.ttf", family="Some Name")
    face = "<style>@font-face { font-family: Faced; src: url(some.ttf) } p { font-family: Faced }</style><p>x</p>"
    set_html(face, tmp_path, tmp_path / "theme")
    assert list(temporary.iterdir()) == []
    assert tempfile.gettempdir() == str(temporary)


def test_no_temporary_file_is_left_when_the_engine_fails(temporary: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("FONTCONFIG_FILE", "before")
    with pytest.raises(TypesetError):
        set_html(TOO_DEEP)
    assert list(temporary.iterdir()) == []
    assert (tempfile.gettempdir(), os.environ["FONTCONFIG_FILE"]) == (str(temporary), "before")


def test_a_failure_of_the_engine_is_a_one_line_problem() -> None:
    with pytest.raises(TypesetError) as error:
        set_html(TOO_DEEP)
    (problem,) = error.value.problems
    assert problem.code == "engine-failed"
    assert problem.message.startswith("WeasyPrint failed: RecursionError")
    assert "\n" not in problem.message
    assert problem.hint


def test_each_remark_of_the_engine_is_kept_once() -> None:
    made = set_html("<style>p { colr: red } h1 { colr: red }</style><p>x</p><p>y</p>")
    assert len(made.remarks) == 2
    assert all("colr" in remark for remark in made.remarks)


def test_a_page_does_not_receive_the_remarks_on_another() -> None:
    set_html("<style>p { colr: red }</style><p>x</p>")
    assert set_html("<p>x</p>").remarks == ()


@pytest.mark.skipif(sys.platform != "linux", reason="breaks a library in the way that Linux finds it")
@pytest.mark.parametrize("library", ["libgobject-2.0.so.0", "libpango-1.0.so.0", "libpangoft2-1.0.so.0"])
def test_without_pango_one_problem_says_what_to_install(tmp_path: Path, library: str) -> None:
    (tmp_path / "project").mkdir()
    (tmp_path / "project" / "resume.yaml").write_text("basics: {name: Ada}\n")
    (tmp_path / library).touch()  # found first, and no library
    done = subprocess.run(
        [sys.executable, "-m", "resumekit", "build", "-f", "html,pdf"],
        cwd=tmp_path / "project",
        env=os.environ | {"LD_LIBRARY_PATH": str(tmp_path)},
        capture_output=True,
        encoding="utf-8",
    )
    assert (done.returncode, done.stdout) == (6, "")
    assert done.stderr.count("error:") == 1
    assert "[no-pango]" in done.stderr
    assert library.partition(".so")[0] in done.stderr
    assert "apt-get install" in done.stderr
    assert "Traceback" not in done.stderr
    assert [path.name for path in (tmp_path / "project").iterdir()] == ["resume.yaml"]
