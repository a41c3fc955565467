"""What each failure prints: one clear problem, the exit code of its kind; and nothing is written."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from conftest import Run
from resumekit.writers import FORMATS

from .conftest import files_in

LONG = "a" * 300

FAILURES = [
    # usage
    ("build --frob", 2, "No such option: --frob"),
    ("frob", 2, "No such command 'frob'"),
    ("build a b", 2, "unexpected extra argument"),
    (
        "build -f odt",
        2,
        f"error: unknown format 'odt' [unknown-format]\n  = available: {', '.join(FORMATS)}\n",
    ),
    ("build -f htm", 2, "error: unknown format 'htm'; did you mean 'html'? [unknown-format]"),
    ("build -f pdf,,html", 2, "unknown format ''"),
    ("build -o resume.yaml", 7, "cannot be written: File exists [unwritable]"),
    ("build --set basics.name", 2, "--set:1:1: error: 'basics.name' is not of the form PATH=VALUE [bad-set]"),
    ("build --set basics.name.first=Ada", 2, "cannot be set: 'basics.name' is text [bad-set]"),
    # cannot be read
    ("build resum.yaml", 3, "resum.yaml: error: file does not exist [not-found]\n  = did you mean 'resume.yaml'?\n"),
    ("validate nowhere/resume.yaml", 3, "nowhere/resume.yaml: error: file does not exist [not-found]\n"),
    ("build empty", 3, "empty: error: no resume.yaml, resume.yml or resume.json in this folder [no-source]"),
    ("validate empty", 3, "empty: error: no resume.yaml, resume.yml or resume.json in this folder [no-source]"),
    ("build resume.yaml/x", 3, "resume.yaml/x: error: cannot be read: Not a directory [unreadable]"),
    (f"build {LONG}", 3, f"{LONG}: error: cannot be read: File name too long [unreadable]"),
    (f"validate {LONG}", 3, f"{LONG}: error: cannot be read: File name too long [unreadable]"),
    ("build broken.yaml", 3, "broken.yaml:1:10: error: invalid YAML: a value that contains ': ' needs quotes"),
    ("build binary.yaml", 3, "binary.yaml:1:1: error: invalid UTF-8 [not-utf-8]"),
    ("build --set basics.name=[", 3, "--set:1:14: error: invalid YAML: unclosed bracket"),
    # not a résumé
    ("build key.yaml", 4, "key.yaml:1:10: error: unknown key 'emial' in basics; did you mean 'email'? [unknown-key]"),
    ("build date.yaml", 4, "date.yaml:1:20: error: '2020-13' is not a valid date: there is no month 13 [bad-date]"),
    ("build picture.yaml", 4, "picture.yaml:1:17: error: picture 'ada.png' does not exist [no-picture]"),
    ("build --set basics.emial=x", 4, "--set:1:14: error: unknown key 'emial' in basics; did you mean 'email'?"),
    ("build output.yaml", 4, "unknown field {nmae} in output.name; did you mean 'name'? [unknown-field]"),
    # themes
    ("build -t moderm", 5, "error: unknown theme 'moderm'; did you mean 'modern'? [unknown-theme]"),
    ("build -t ./moderm", 5, "'moderm' is not a theme folder [unknown-theme]"),
    (f"build -t {LONG}", 5, f"unknown theme '{LONG[:100]}"),
    (f"build -t ./{LONG}", 5, "[unknown-theme]"),
    ("build theme.yaml", 5, "theme.yaml:1:8: error: unknown theme 'moderm'; did you mean 'modern'? [unknown-theme]"),
    ("build option.yaml", 5, "option.yaml:1:23: error: unknown option 'acent' for theme 'modern'; did you mean"),
    ("build --set theme.accent=blue", 5, "--set:1:14: error: accent: 'blue' is not a colour such as #"),
    ("build --set theme=moderm", 5, "--set:1:7: error: unknown theme 'moderm'; did you mean 'modern'? [unknown-theme]"),
    ("themes show moderm", 5, "unknown theme 'moderm'; did you mean 'modern'?"),
    ("new fresh --theme moderm", 5, "unknown theme 'moderm'; did you mean 'modern'?"),
    # cannot be written
    ("build -f html -o resume.yaml/dist", 7, "resume.yaml/dist/resume.html: error: cannot be written: Not a directory"),
    ("build -f html -o taken", 7, "taken/resume.html: error: cannot be written: Is a directory [unwritable]"),
    (f"build -f html -o {LONG}", 7, "cannot be written: File name too long [unwritable]"),
    ("new resume.yaml/fresh", 7, "cannot be written: Not a directory [unwritable]"),
    ("new .", 7, "resume.yaml already exists; nothing was written [already-there]"),
]


@pytest.fixture
def filled(project: Path) -> Path:
    """A project whose résumés are all invalid, except one."""
    texts = {
        "resume.yaml": "basics: {name: Ada Example}",
        "broken.yaml": "name: Ada: b",
        "key.yaml": "basics: {emial: ada@example.org}",
        "date.yaml": "work: [{startDate: 2020-13}]",
        "picture.yaml": "basics: {image: ada.png}",
        "theme.yaml": "theme: moderm",
        "option.yaml": "theme: {name: modern, acent: '#fff'}",
        "output.yaml": "output: {name: '{nmae}'}",
    }
    for name, text in texts.items():
        (project / name).write_text(text + "\n", encoding="utf-8")
    (project / "binary.yaml").write_bytes(b"\x89PNG\r\n\x1a\n\0")
    (project / "empty").mkdir()
    (project / "taken" / "resume.html").mkdir(parents=True)
    return project


@pytest.mark.parametrize(("arguments", "exit_code", "said"), FAILURES, ids=lambda value: str(value)[:60])
def test_a_failure_is_one_clear_problem_with_the_exit_code_of_its_kind(
    filled: Path, invoke: Callable[..., Run], arguments: str, exit_code: int, said: str
) -> None:
    before = files_in(filled)
    done = invoke(*arguments.split())
    assert said in done.stderr
    assert done.exit_code == exit_code
    assert done.stderr.count("error: ") + done.stderr.count("Error: ") == 1
    assert "Traceback" not in done.stderr
    assert done.stdout == ""
    assert files_in(filled) == before


def test_a_failed_build_keeps_the_previous_output(filled: Path, invoke: Callable[..., Run]) -> None:
    assert invoke("build", "-f", "html").exit_code == 0
    before = files_in(filled / "dist")
    assert list(before) == ["resume.html"]
    (filled / "resume.yaml").write_text("basics: {nmae: Ada}\n")
    assert invoke("build", "-f", "html").exit_code == 4
    assert files_in(filled / "dist") == before


def test_every_problem_of_a_file_is_reported_in_one_run(project: Path, invoke: Callable[..., Run]) -> None:
    (project / "resume.yaml").write_text("basics: {emial: a, image: gone.png}\nwork: [{startDate: x}]\nwrok: [a]\n")
    done = invoke("validate")
    assert [line for line in done.stderr.splitlines() if "[no-picture]" in line]
    assert done.stderr.count("error: ") == 4


@pytest.mark.skipif(sys.platform != "linux", reason="the dynamic loader of Linux")
@pytest.mark.parametrize("command", [["build"], ["build", "-f", "html,pdf"], ["doctor"]], ids=" ".join)
def test_without_pango_the_install_command_is_printed_and_nothing_is_written(
    filled: Path, tmp_path: Path, run: Callable[..., Run], command: list[str]
) -> None:
    libraries = tmp_path / "libraries"
    libraries.mkdir()
    (libraries / "libpango-1.0.so.0").touch()  # found before the real one, but not a library
    before = files_in(filled)
    done = run(*command, env={"LD_LIBRARY_PATH": str(libraries)})
    said = done.stderr + done.stdout
    assert done.exit_code == 6
    assert "WeasyPrint needs a library that is missing: libpango-1.0-0" in said
    assert "apt-get install libpangoft2-1.0-0" in said
    assert "Traceback" not in said
    assert files_in(filled) == before


@pytest.mark.parametrize(("arguments", "exit_code"), [("build nowhere.yaml", 3), ("build -t moderm", 5), ("frob", 2)])
def test_the_process_ends_with_the_exit_code(
    filled: Path, run: Callable[..., Run], arguments: str, exit_code: int
) -> None:
    done = run(*arguments.split())
    assert (done.exit_code, done.stdout) == (exit_code, "")
    assert "rror: " in done.stderr
