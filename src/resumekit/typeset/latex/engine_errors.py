"""An engine's errors as problems that a user can act on."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from resumekit.errors import Problem, SourceLocation

from .engine_log import LoggedError
from .engine_process import Limits, Outcome
from .engines import Engine, install_line
from .source_map import SourceMap

MAX_ERRORS = 5
"""How many errors are reported at most: TeX continues after an error, and later ones often follow from it."""

_NO_FILE = re.compile(r"File [`'](.+?)' not found")
_NO_FONT = re.compile(r"The font \"(.+?)\" cannot be found|Font \S+?=(\S+).* not load(?:ed|able)")


def limit_exceeded(engine: Engine, outcome: Outcome, limits: Limits) -> Problem:
    """Return the problem of an engine that was stopped at a limit."""
    hint = "build with `--engine weasyprint` to see whether the LaTeX template is the cause"
    if outcome == "too-slow":
        message = f"{engine.name} took more than {limits.seconds:g} seconds"
        return Problem("engine-too-slow", message, hint=hint)
    return Problem("engine-failed", f"{engine.name} wrote more than {limits.megabytes:g} MB", hint=hint)


def engine_failure(
    engine: Engine, errors: tuple[LoggedError, ...], last_line: str, source_map: SourceMap
) -> Iterator[Problem]:
    """Yield a problem for each distinct error; if the log has none, one that quotes the engine's last line."""
    for error in list(dict.fromkeys(errors))[:MAX_ERRORS] or [LoggedError(last_line or "no reason given")]:
        yield _problem(engine, error, source_map)


def overfull_remarks(overfull: Iterable[tuple[int, float]], source_map: SourceMap) -> Iterator[str]:
    """Yield a remark for each line whose content is too wide for it."""
    for line, points in overfull:
        field = source_map.in_resume(line)
        where = f"{field.file}:{field.line}, " if field else ""
        yield f"line is too wide by {points:.0f} pt: {where}{source_map.kept}:{line}"


def _problem(engine: Engine, error: LoggedError, source_map: SourceMap) -> Problem:
    if missing := _NO_FILE.search(error.message):  # reported on the line after the one that loads the file, if at all
        error = replace(error, line=source_map.line_containing(_stem(missing[1])) or error.line)
    locations, kept = _locations(error, source_map), str(source_map.kept)
    first = locations[0] if locations else None
    if missing:
        message = f"{engine.name} cannot find the file '{missing[1]}'"
        hint = f"{install_line(engine)}; in a TeX Live with its own installer: tlmgr install {_stem(missing[1])}"
        return Problem("no-tex-file", message, first, file=kept, hint=hint)
    if missing := _NO_FONT.search(error.message):
        message = f"{engine.name} cannot find the font '{missing[1] or missing[2]}'"
        return Problem("no-tex-font", message, first, file=kept, hint=install_line(engine))
    message = f"{engine.name} failed: {error.message}"
    message += f" {error.command}" if error.message == "Undefined control sequence" else ""
    others = [f"{location.file}:{location.line}" for location in locations[1:]]
    hint = f"see {', '.join([*others, str(source_map.kept.with_suffix('.log'))])}"
    return Problem("engine-failed", message, first, file=kept, hint=hint)


def _locations(error: LoggedError, source_map: SourceMap) -> list[SourceLocation]:
    """Return where an error can be fixed, best first: the template, the field it prints, the .tex itself."""
    template, field = source_map.in_template(error.line, error.command), source_map.in_resume(error.line)
    return [location for location in (template, field, source_map.in_tex(error.line)) if location]


def _stem(file: str) -> str:
    return file.rpartition("/")[2].partition(".")[0]
