"""The table of LaTeX engines: to add an engine, add a row."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Mapping
from dataclasses import dataclass

from resumekit.errors import Problem, UsageError, available, with_suggestion
from resumekit.processes import program_named
from resumekit.typeset.typesetting import WEASYPRINT

_SECONDS_FOR_VERSION = 20


@dataclass(frozen=True, slots=True)
class Engine:
    """A program that compiles a .tex to PDF: its arguments, and the packages that install it, by package manager.

    `reruns`: run it again when its log asks for that; otherwise it does so itself. `opentype`: it can use fonts other
    than TeX's own. `from_right`: the text of its right-to-left pages can be extracted in reading order.
    """

    name: str
    arguments: tuple[str, ...]
    packages: Mapping[str, str]
    reruns: bool = True
    opentype: bool = True
    from_right: bool = True


# Continue after errors, so that one run reports all characters that an engine lacks.
_TEX_LIVE = ("-no-shell-escape", "-interaction=nonstopmode", "-file-line-error")
# The default driver, but without compressed object streams, so that `compilation` finds the date.
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
            from_right=False,  # it places the letters of a word one by one to the left: readers see them reversed
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
            reruns=False,
        ),
    )
}
"""The values of `--engine` besides WeasyPrint."""

_INSTALL = {
    "apt-get": "apt-get install",
    "brew": "brew install",
    "dnf": "dnf install",
    "apk": "apk add",
    "pacman": "pacman -S",
}


def engine_named(name: str) -> Engine | None:
    """Return an engine from the table, or None for WeasyPrint.

    Raises:
        UsageError: the engine is unknown.
    """
    if name in (known := [WEASYPRINT, *ENGINES]):
        return ENGINES.get(name)
    message = with_suggestion(f"unknown engine '{name}'", name, known)
    raise UsageError(Problem("unknown-engine", message, hint=available(known)))


def program_of(engine: Engine) -> str | None:
    """Return the path of an engine's program, or None if it is not installed."""
    return program_named(engine.name)


def install_line(engine: Engine) -> str:
    """Return the command that installs an engine with this machine's package manager."""
    for manager, install in _INSTALL.items():
        if shutil.which(manager) and manager in engine.packages:
            return f"{install} {engine.packages[manager]}"
    if engine.name == "tectonic":
        return "install Tectonic: https://tectonic-typesetting.github.io"
    return "install TeX Live: https://tug.org/texlive"


def version_of(program: str) -> str:
    """Return the first line of `--version` of an engine's program, or an empty string if that fails."""
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
