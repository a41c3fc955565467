"""The engines: one row each. A new engine is a new row."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Mapping
from dataclasses import dataclass

from resumekit.errors import Problem, UsageError, available, with_suggestion
from resumekit.typeset.typesetting import WEASYPRINT

_SECONDS_FOR_VERSION = 20


@dataclass(frozen=True, slots=True)
class Engine:
    """A program that makes a PDF of a .tex: its arguments, and the packages that bring it, by package manager.

    `again` tells whether it has to be run again when its log asks for that, else it sees to it itself; `opentype`,
    whether it can draw with fonts that are not TeX's own; `from_right`, whether machines can read a page from right to
    left that it sets.
    """

    name: str
    arguments: tuple[str, ...]
    packages: Mapping[str, str]
    again: bool = True
    opentype: bool = True
    from_right: bool = True


# Errors do not stop a run, so that one run tells all characters that an engine lacks.
_TEX_LIVE = ("-no-shell-escape", "-interaction=nonstopmode", "-file-line-error")
# As it is called by default, but with the date where `compilation` finds it: outside compressed objects.
_XDVIPDFMX = "-output-driver=xdvipdfmx -q -E -C 0x40"

_BREW = "--cask basictex"
_DNF = "texlive-collection-latexrecommended texlive-collection-fontsrecommended"
_APK = "texmf-dist-latexrecommended texmf-dist-fontsrecommended"
_PACMAN = "texlive-latexrecommended texlive-fontsrecommended"

ENGINES = {
    engine.name: engine
    for engine in (
        Engine(
            "xelatex",
            (*_TEX_LIVE, _XDVIPDFMX),
            {
                "apt-get": "texlive-xetex texlive-fonts-recommended lmodern",
                "brew": _BREW,
                "dnf": f"texlive-collection-xetex {_DNF}",
                "apk": f"texlive-xetex {_APK}",
                "pacman": f"texlive-xetex {_PACMAN}",
            },
        ),
        Engine(
            "lualatex",
            (*_TEX_LIVE, "--nosocket"),
            {
                "apt-get": "texlive-luatex texlive-latex-recommended lmodern",
                "brew": _BREW,
                "dnf": f"texlive-collection-luatex {_DNF}",
                "apk": f"texlive-luatex {_APK}",
                "pacman": f"texlive-luatex {_PACMAN}",
            },
            from_right=False,  # it writes the letters of each word one by one to the left, and readers turn them round
        ),
        Engine(
            "pdflatex",
            _TEX_LIVE,
            {
                "apt-get": "texlive-latex-recommended lmodern",
                "brew": _BREW,
                "dnf": _DNF,
                "apk": f"texlive {_APK}",
                "pacman": _PACMAN,
            },
            opentype=False,
            from_right=False,
        ),
        Engine(
            "tectonic",
            ("-X", "compile", "--untrusted", "--keep-logs"),
            {"brew": "tectonic", "apk": "tectonic", "pacman": "tectonic"},
            again=False,
        ),
    )
}
"""What `--engine` knows besides WeasyPrint."""

_INSTALL = {
    "apt-get": "apt-get install",
    "brew": "brew install",
    "dnf": "dnf install",
    "apk": "apk add",
    "pacman": "pacman -S",
}


def engine_named(name: str) -> Engine | None:
    """Return an engine of the table, or None for WeasyPrint.

    Raises:
        UsageError: there is none of that name.
    """
    if name in (known := [WEASYPRINT, *ENGINES]):
        return ENGINES.get(name)
    message = with_suggestion(f"no engine '{name}'", name, known)
    raise UsageError(Problem("unknown-engine", message, hint=available(known)))


def program_of(engine: Engine) -> str | None:
    """Return the path of an engine's program, or None if it is not on this machine."""
    return shutil.which(engine.name)


def install_line(engine: Engine) -> str:
    """Return the line that installs an engine with the package manager of this machine."""
    for manager, install in _INSTALL.items():
        if shutil.which(manager) and manager in engine.packages:
            return f"{install} {engine.packages[manager]}"
    if engine.name == "tectonic":
        return "see https://tectonic-typesetting.github.io; not a package of every system"
    return "install TeX Live: https://tug.org/texlive"


def version_of(program: str) -> str:
    """Return the first line that an engine's program says of itself, or nothing if it says none."""
    try:
        done = subprocess.run(  # noqa: S603 (a row of the table above)
            [program, "--version"],
            stdin=subprocess.DEVNULL,
            capture_output=True,
            encoding="utf-8",
            errors="replace",
            timeout=_SECONDS_FOR_VERSION,
            check=True,
        )
    except (OSError, subprocess.SubprocessError):
        return ""
    return done.stdout.partition("\n")[0].strip()
