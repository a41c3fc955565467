"""Themes for tests: the built-in ones, and small ones written for a single test."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from textwrap import dedent

from present.resumes import document_of
from resumekit.present import ResumeView
from resumekit.theming import Design, Theme, find_theme, render_html
from resumekit.theming.discovery import builtin_themes

BUILT_IN = sorted(manifest.parent.name for manifest in builtin_themes().glob("*/theme.yaml"))


def write_theme(folder: Path, files: Mapping[str, str] | None = None, *, manifest: str = "") -> Path:
    """Write a theme: the given files, and a manifest that starts with the required keys."""
    folder.mkdir(parents=True, exist_ok=True)
    about = f"name: {folder.name}\nsummary: For a test.\n"
    (folder / "theme.yaml").write_text(about + dedent(manifest), encoding="utf-8")
    for name, text in (files or {}).items():
        (folder / name).write_text(text, encoding="utf-8")
    return folder


def built_in(name: str) -> Theme:
    """Return a built-in theme."""
    return find_theme(name, project=Path("no-such-project"))


def design_in(theme: Theme, **options: str) -> Design:
    """Return the design of a theme with some of its options."""
    return Design.of(theme, options, None, document_of("basics: {}"))


def set_in(theme: Theme, view: ResumeView, **options: str) -> str:
    """Return the page of a view in a theme, with some of its options."""
    return render_html(view, design_in(theme, **options))
