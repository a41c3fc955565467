"""`resumekit diff`: files, variants, languages and revisions."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from conftest import Run

RESUME = """
basics: {name: Ada, label: {en: Analyst, de: Analystin}}
languages: [en, de]
work: [{name: A, tags: [a]}, {name: B}]
variants: {short: {exclude: [a], set: {basics.name: Ada B.}}}
"""


@pytest.fixture
def resume(write_resume: Callable[..., Path]) -> Path:
    return write_resume(RESUME)


@pytest.mark.parametrize(
    ("first", "second", "said"),
    [
        ("@en", "@de", ["basics.label", "- Analyst", "+ Analystin"]),
        ("resume.yaml", "@short", ["basics.name", "- work.0"]),
        ("resume.yaml@short", "other.yaml", ["+ Eve", "- work.0"]),
    ],
)
def test_sides_can_be_files_variants_and_languages(
    resume: Path,
    write_resume: Callable[..., Path],
    invoke: Callable[..., Run],
    first: str,
    second: str,
    said: list[str],
) -> None:
    write_resume("basics: {name: Eve}", "other.yaml")
    done = invoke("diff", first, second)
    assert done.exit_code == 0
    for words in said:
        assert words in done.stdout
    assert invoke("diff", first, second, "--strict").exit_code == 1


def test_a_side_can_be_a_git_revision(resume: Path, run: Callable[..., Run]) -> None:
    def git(*arguments: str) -> None:
        settings = ["-c", "user.name=a", "-c", "user.email=a@example.org", "-c", "commit.gpgsign=false"]
        subprocess.run(["git", *settings, *arguments], cwd=resume.parent, check=True, capture_output=True)

    git("init")
    git("add", ".")
    git("commit", "-m", "first")
    resume.write_text(RESUME.replace("name: Ada,", "name: Eve,"), encoding="utf-8")
    done = run("diff", "HEAD:resume.yaml", "resume.yaml", "--format", "json")
    (change,) = json.loads(done.stdout)["changes"]
    assert (change["path"], change["before"], change["after"]) == (["basics", "name"], "Ada", "Eve")
    for wrong in ("HEAD~9:resume.yaml", "HEAD:none.yaml", "nothing:resume.yaml"):
        done = run("diff", wrong, "resume.yaml")
        assert (done.exit_code, done.stdout) == (3, "")
        assert "[no-revision]" in done.stderr


def test_a_revision_cannot_smuggle_in_a_git_option(resume: Path, invoke: Callable[..., Run]) -> None:
    done = invoke("diff", "resume.yaml", "--", "--help:resume.yaml")
    assert done.exit_code == 3
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize(
    ("arguments", "exit_code", "code"),
    [
        (("none.yaml", "resume.yaml"), 3, "not-found"),
        (("@none-at-all-x", "resume.yaml"), 4, "unknown-variant"),
        (("@fr_FR", "resume.yaml"), 4, "unknown-language"),
        (("@en", "@de", "--format", "jsn"), 2, "unknown-format"),
    ],
)
def test_an_invalid_side_is_reported(
    resume: Path, invoke: Callable[..., Run], arguments: tuple[str, ...], exit_code: int, code: str
) -> None:
    done = invoke("diff", *arguments)
    assert done.exit_code == exit_code
    assert f"[{code}]" in done.stderr


def test_a_misspelt_variant_is_not_taken_for_a_language(resume: Path, invoke: Callable[..., Run]) -> None:
    assert "unknown variant 'shrot'; did you mean 'short'?" in invoke("diff", "@shrot", "@en").stderr
    resume.write_text("basics: {name: Ada}", encoding="utf-8")
    assert "unknown language 'shrot'" in invoke("diff", "@shrot", "@en").stderr


def test_html_goes_to_standard_output(resume: Path, invoke: Callable[..., Run]) -> None:
    done = invoke("diff", "@en", "@de", "--format", "html")
    assert done.stdout.startswith("<!doctype html>")
    assert done.stderr == ""
