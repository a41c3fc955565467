"""Standard input, output and error: closed, full, gone, or in another encoding."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from conftest import ROOT, Run
from test_docs import commands

RESUME = "basics: {name: Ada Exämple}\n"
RESUMEKIT = [sys.executable, "-m", "resumekit"]

pytestmark = pytest.mark.skipif(os.name != "posix", reason="the shell's redirections")


PRINTING = {
    "--version": "--version",
    "--help": "--help",
    "--show-completion": "--show-completion",
    "new": "new project",
    "import": "import books.bib -o -",
    "validate": "validate",
    "validate in JSON": "validate --format json",
    "validate in SARIF": "validate --format sarif",
    "validate --explain": "validate --explain unknown-key",
    "build": "build -f txt -o -",
    "diff": "diff resume.yaml resume.yaml --format json",
    "schema": "schema",
    "doctor": "doctor",
    "themes": "themes",
    "themes list": "themes list",
    "themes show": "themes show plain",
    "themes new": "themes new mine",
    "themes test": "themes test ./unsound --format json",
}
"""A command line that prints something, for each command that does."""

SILENT = {"themes gallery"}


def through_the_shell(command: str, folder: Path, shell: str = "sh") -> Run:
    """Run a command line in a shell, where `resumekit` is the command under test."""
    script = f'resumekit() {{ "{sys.executable}" -m resumekit "$@"; }}; {command}'
    done = subprocess.run([shell, "-c", script], cwd=folder, capture_output=True, encoding="utf-8", timeout=60)
    return Run(done.returncode, done.stdout, done.stderr)


@pytest.mark.parametrize("command", ["schema", "validate", "themes list", "--help", "--version"])
def test_a_reader_that_has_gone_is_not_an_error(write_resume: Callable[..., Path], command: str) -> None:
    folder = write_resume(RESUME).parent
    process = subprocess.Popen(
        [*RESUMEKIT, *command.split()], cwd=folder, stdout=subprocess.PIPE, stderr=subprocess.PIPE
    )
    assert process.stdout
    assert process.stderr
    process.stdout.close()  # long before anything is written
    with process.stderr:
        assert process.stderr.read() == b""
    assert process.wait(timeout=60) == 0


@pytest.mark.parametrize(
    ("command", "exit_code"),
    [
        ("resumekit validate -q >&-", 0),
        ("resumekit validate 2>&-", 0),
        ("resumekit validate <&-", 0),
        ("resumekit validate -q <&- >&- 2>&-", 0),
        ("resumekit schema >&- 2>&-", 7),
        ("resumekit build -f html <&- >&- 2>&-", 0),
        ("resumekit validate gone.yaml 2>&-", 3),
    ],
)
def test_a_closed_stream_is_an_error_only_if_something_is_printed_there(
    write_resume: Callable[..., Path], command: str, exit_code: int
) -> None:
    done = through_the_shell(command, write_resume(RESUME).parent)
    assert done.exit_code == exit_code
    assert "Traceback" not in done.stderr


def test_closed_or_empty_standard_input_is_refused(project: Path) -> None:
    done = through_the_shell("resumekit validate - <&-", project)
    assert (done.exit_code, done.stderr) == (3, "<stdin>: error: standard input is closed [unreadable]\n")
    empty = through_the_shell("resumekit validate - </dev/null", project)
    assert empty.exit_code == 3
    assert empty.stderr.startswith("<stdin>: error: the file is empty;")


@pytest.mark.parametrize(
    ("output", "reason"),
    [
        ("&-", "it is closed"),
        pytest.param(
            "/dev/full",
            "No space left on device",
            marks=pytest.mark.skipif(not Path("/dev/full").exists(), reason="no device that is always full"),
        ),
    ],
)
@pytest.mark.parametrize("name", PRINTING)
def test_a_command_that_cannot_print_its_result_fails(
    write_resume: Callable[..., Path], name: str, output: str, reason: str
) -> None:
    folder = write_resume(RESUME).parent
    (folder / "books.bib").write_text("@book{a, title={On Engines}, author={Ada Example}, year={1843}}")
    (folder / "unsound").mkdir()
    (folder / "unsound" / "theme.yaml").write_text("name: unsound\nsummary: Fails at once.\n")
    (folder / "unsound" / "resume.html.j2").write_text("{{ nothing }}")
    done = through_the_shell(f"resumekit {PRINTING[name]} >{output}", folder, shell="bash")
    assert done.exit_code == 7
    assert done.stderr.endswith(f"standard output: error: cannot be written: {reason} [unwritable]\n")
    assert "Traceback" not in done.stderr


def test_every_command_is_among_them() -> None:
    names = {name for name, _ in commands()}
    assert names - SILENT == names & PRINTING.keys()


@pytest.mark.parametrize("locale", ["C", "POSIX", "C.UTF-8"])
def test_any_locale_works(write_resume: Callable[..., Path], run: Callable[..., Run], locale: str) -> None:
    write_resume("basics: {nmae: 李}\n", "李.yaml")
    plain = {"LC_ALL": locale, "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0", "PYTHONIOENCODING": ""}
    done = run("validate", "李.yaml", env=plain)
    assert done.exit_code == 4
    assert "unknown key 'nmae' in basics; did you mean 'name'? [unknown-key]" in done.stderr


def test_control_characters_of_a_file_do_not_reach_the_terminal(
    write_resume: Callable[..., Path], run: Callable[..., Run]
) -> None:
    write_resume('basics: {"na\\x1b]0;owned\\x07me": Ada}\n')
    write_resume("a: \x1b[2Jb\n", "raw.yaml")
    write_resume("basics: {nmae\u200e: Ada}\n", "mark.yaml")
    for name in ("resume.yaml", "raw.yaml", "mark.yaml", "\x1b[31mgone.yaml"):
        done = run("validate", name)
        assert done.exit_code in {3, 4}
        assert not {"\x1b", "\x07", "\u200e"} & {*done.stderr, *done.stdout}


def test_an_interrupt_has_its_own_exit_code(project: Path, tmp_path: Path) -> None:
    hook = tmp_path / "hook"
    hook.mkdir()
    # The interrupt comes at a known moment: when the résumé is read.
    (hook / "sitecustomize.py").write_text(
        "import io, sys\n"
        "class Interrupted(io.BytesIO):\n"
        "    def read(self, *_):\n"
        "        raise KeyboardInterrupt\n"
        "sys.stdin = io.TextIOWrapper(Interrupted())\n"
    )
    done = subprocess.run(
        [*RESUMEKIT, "build", "-", "-f", "html"],
        cwd=project,
        env={**os.environ, "PYTHONPATH": os.pathsep.join([str(hook), str(ROOT / "src")])},
        capture_output=True,
        encoding="utf-8",
    )
    assert done.returncode == 130
    assert "Traceback" not in done.stderr
    assert [*project.iterdir()] == []


def test_a_single_file_can_go_to_standard_output(write_resume: Callable[..., Path]) -> None:
    folder = write_resume(RESUME).parent
    done = through_the_shell("resumekit build -f txt -o - && resumekit build -q -o - | head -c 5", folder)
    assert (done.exit_code, done.stderr) == (0, "")
    assert done.stdout.startswith("Ada Exämple")
    assert done.stdout.endswith("%PDF-")
    assert [path.name for path in folder.iterdir()] == ["resume.yaml"]


@pytest.mark.parametrize(
    ("options", "code"),
    [("-f txt,md", "several-files"), ("--watch", "contradicting-options"), ("--open", "contradicting-options")],
)
def test_standard_output_takes_a_single_file_once(write_resume: Callable[..., Path], options: str, code: str) -> None:
    done = through_the_shell(f"resumekit build {options} -o -", write_resume(RESUME).parent)
    assert (done.exit_code, done.stdout) == (2, "")
    assert f"[{code}]" in done.stderr
