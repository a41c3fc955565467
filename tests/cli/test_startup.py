"""No command imports what it does not need."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

HEAVY = {
    "weasyprint",
    "PIL",
    "fontTools",
    "pydyf",
    "tinycss2",
    "cffi",
    "markdown_it",
    "babel",
    "jinja2",
    "platformdirs",
    "resumekit.present",
    "resumekit.theming",
    "resumekit.typeset",
    "resumekit.check",
}
"""What only a build needs: engines, themes and the view."""


def imported(folder: Path, *command: str) -> set[str]:
    """Return the modules that a command imports, as Python reports them."""
    done = subprocess.run(
        [sys.executable, "-X", "importtime", "-m", "resumekit", *command],
        cwd=folder,
        capture_output=True,
        encoding="utf-8",
    )
    lines = (line for line in done.stderr.splitlines() if line.startswith("import time:"))
    return {line.rpartition("|")[2].strip() for line in lines}


@pytest.mark.parametrize(
    ("command", "needed"),
    [
        ("validate", "resumekit.schema.resume"),
        ("validate --set basics.label=Analyst", "resumekit.load.overrides"),
        ("schema", "resumekit.schema.editor_schema"),
        ("--help", "resumekit.cli.application"),
    ],
)
def test_a_command_imports_neither_engines_nor_themes(
    write_resume: Callable[..., Path], command: str, needed: str
) -> None:
    folder = write_resume("basics: {name: Ada Example}\n").parent
    loaded = imported(folder, *command.split())
    assert needed in loaded
    assert loaded & HEAVY == set()


def test_the_version_is_printed_before_anything_is_imported(project: Path) -> None:
    loaded = imported(project, "--version")
    assert {name for name in loaded if name.startswith("resumekit")} == {"resumekit", "resumekit.version"}
    assert not loaded & {"typer", "pydantic", "yaml", *HEAVY}


def test_pillow_is_imported_only_for_pictures(project: Path, write_resume: Callable[..., Path]) -> None:
    write_resume("basics: {image: text.png}\n")
    (project / "text.png").write_text("no picture")
    loaded = imported(project, "validate")
    assert "PIL" in loaded
    assert "weasyprint" not in loaded


def test_importing_the_package_imports_nothing_else(project: Path) -> None:
    code = "import sys, resumekit; print(*sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], cwd=project, capture_output=True, encoding="utf-8", check=True)
    ours = {name for name in done.stdout.split() if name.startswith("resumekit")}
    assert ours == {"resumekit"}
    assert not HEAVY & set(done.stdout.split())
