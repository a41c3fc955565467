"""What an engine could not do, in words that a user can act on."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from resumekit.errors import Problem, SourceLocation

from .engine_log import Fault
from .engine_process import Ending, Limits
from .engines import Engine, install_line
from .source_map import Origin

MAX_FAULTS = 5
"""So many errors are told: TeX goes on after one, and what it then stumbles over is often the same."""

_NO_FILE = re.compile(r"File [`'](.+?)' not found")
_NO_FONT = re.compile(r"The font \"(.+?)\" cannot be found|Font \S+?=(\S+).* not load(?:ed|able)")


def overran(engine: Engine, ending: Ending, limits: Limits) -> Problem:
    """Return the problem of an engine that was ended."""
    hint = "`--engine weasyprint` tells whether it is the LaTeX template"
    if ending == "too-slow":
        message = f"{engine.name} took more than {limits.seconds:g} seconds"
        return Problem("engine-too-slow", message, hint=hint)
    return Problem("engine-failed", f"{engine.name} wrote more than {limits.megabytes:g} MB", hint=hint)


def gave_up(engine: Engine, faults: tuple[Fault, ...], last_words: str, origin: Origin) -> Iterator[Problem]:
    """Yield a problem for each error, each once; where the log has none, one with what the engine said last."""
    for fault in list(dict.fromkeys(faults))[:MAX_FAULTS] or [Fault(last_words or "it does not say why")]:
        yield _problem(engine, fault, origin)


def sticking_out(wide: Iterable[tuple[int, float]], origin: Origin) -> Iterator[str]:
    """Yield a remark for each line with something that is too wide for it."""
    for line, points in wide:
        field = origin.in_resume(line)
        where = f"{field.file}:{field.line}, " if field else ""
        yield f"this sticks out of its line by {points:.0f} pt: {where}{origin.kept}:{line}"


def _problem(engine: Engine, fault: Fault, origin: Origin) -> Problem:
    if found := _NO_FILE.search(fault.message):  # told where the next thing begins, if at all
        fault = replace(fault, line=origin.line_with(_stem(found[1])) or fault.line)
    locations, kept = _locations(fault, origin), str(origin.kept)
    first = locations[0] if locations else None
    if found:
        message = f"{engine.name} has no file '{found[1]}'"
        hint = f"{install_line(engine)}; where TeX Live has an installer of its own: tlmgr install {_stem(found[1])}"
        return Problem("no-tex-file", message, first, file=kept, hint=hint)
    if found := _NO_FONT.search(fault.message):
        message = f"{engine.name} has no font '{found[1] or found[2]}'"
        return Problem("no-tex-font", message, first, file=kept, hint=install_line(engine))
    message = f"{engine.name} gave up: {fault.message}"
    message += f" {fault.command}" if fault.message == "Undefined control sequence" else ""
    others = [f"{location.file}:{location.line}" for location in locations[1:]]
    hint = f"see {', '.join([*others, str(origin.kept.with_suffix('.log'))])}"
    return Problem("engine-failed", message, first, file=kept, hint=hint)


def _locations(fault: Fault, origin: Origin) -> list[SourceLocation]:
    """Return where an error can be mended, nearest first: the template, the field that it prints, the .tex itself."""
    template = origin.in_template(fault.line, fault.command)
    return [location for location in (template, origin.in_resume(fault.line), origin.in_tex(fault.line)) if location]


def _stem(file: str) -> str:
    return file.rpartition("/")[2].partition(".")[0]
