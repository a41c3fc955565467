"""`resumekit doctor`."""

from __future__ import annotations

import platform
from collections.abc import Iterator
from pathlib import Path

import typer

from resumekit.errors import ResumekitError
from resumekit.version import __version__

Finding = tuple[bool | None, str, str | None]
"""Whether the dependency is fine (None: absent, but optional), what was checked, and the command that fixes it."""

_STATUS = {True: "ok     ", False: "MISSING", None: "absent "}


def doctor() -> None:
    """Check dependencies and show how to install what is missing."""
    findings = [*_python(), *_engine(), *_files(), *_latex()]
    for ok, checked, fix in findings:
        typer.echo(f"{_STATUS[ok]}  {checked}")
        if fix:
            typer.echo(f"         {fix}")
    raise typer.Exit(6 if any(ok is False for ok, _, _ in findings) else 0)


def _python() -> Iterator[Finding]:
    yield True, f"resumekit {__version__}, Python {platform.python_version()} on {platform.system()}", None


def _engine() -> Iterator[Finding]:
    from resumekit.typeset.weasyprint_import import INSTALL, import_weasyprint, pango_version, subsets_with_harfbuzz

    try:
        weasyprint = import_weasyprint()
    except ResumekitError as error:
        yield from ((False, problem.message, problem.hint) for problem in error.problems)
        return
    yield True, f"WeasyPrint {weasyprint.__version__}, Pango {pango_version()}", None
    is_there = subsets_with_harfbuzz()
    fix = None if is_there else INSTALL.get(platform.system().lower())
    yield is_there, "HarfBuzz subset library: embeds fonts five times faster", fix


def _files() -> Iterator[Finding]:
    from resumekit.theming import list_themes
    from resumekit.typeset.folders import BUNDLED_FONTS

    fonts = sorted(folder.name for folder in BUNDLED_FONTS.glob("*/") if any(folder.glob("*.[ot]tf")))
    yield (
        bool(fonts),
        f"fonts: {', '.join(fonts) or 'none'}",
        None if fonts else "pip install --force-reinstall resumekit-cli",
    )
    themes = [theme.name for theme in list_themes(Path())]
    yield (
        bool(themes),
        f"themes: {', '.join(themes) or 'none'}",
        None if themes else "pip install --force-reinstall resumekit-cli",
    )


def _latex() -> Iterator[Finding]:
    from resumekit.typeset.latex import ENGINES, install_line, program_of, version_of

    for engine in ENGINES.values():
        program = program_of(engine)
        about = version_of(program) if program else "not installed"
        fix = None if program else install_line(engine)
        yield True if program else None, f"for --engine {engine.name}: {about}", fix
