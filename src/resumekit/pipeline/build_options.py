"""The options and the result of a build."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from resumekit.errors import Problem
from resumekit.load import OptionAssignment
from resumekit.tailor import WHOLE, Edition
from resumekit.typeset import WEASYPRINT


@dataclass(frozen=True, slots=True)
class BuildOptions:
    """The options of `resumekit build`.

    `theme` replaces the résumé's; `assignments` are `PATH=VALUE`, as for `--set`, or made by other options. `output` is
    a folder; `-`, standard output, takes one file; with None nothing is written. `edition` says which version of the
    résumé is built; with `all`, every variant in every language is. `dpi` is the resolution of PNGs. With `strict`,
    warnings stop the build. With `verify`, HTML pages and PDFs are read back, even if only PNGs are wanted; a lost text
    or link, or hidden text, stops the build. `engine` is `weasyprint` or a LaTeX engine, whose source and log are kept
    when a build fails, and with `keep` always.
    """

    theme: str | None = None
    formats: tuple[str, ...] = ("pdf",)
    output: Path | None = Path("dist")
    assignments: tuple[str | OptionAssignment, ...] = ()
    edition: Edition = WHOLE
    all: bool = False
    dpi: int = 150
    strict: bool = False
    verify: bool = True
    engine: str = WEASYPRINT
    keep: bool = False


@dataclass(frozen=True, slots=True)
class BuildResult:
    """The result of a build.

    `artifacts` has the bytes of each file by name: edition by edition, formats in their order. `files` are the paths
    that were written, in the same order. `pages` counts the pages of all editions, `problems` are warnings and remarks.
    `fitted` has the stem of the files of each edition that was changed to fit, with the values that were chosen.
    """

    artifacts: Mapping[str, bytes]
    files: tuple[Path, ...]
    pages: int
    problems: tuple[Problem, ...]
    fitted: Mapping[str, str] = field(default_factory=dict)
