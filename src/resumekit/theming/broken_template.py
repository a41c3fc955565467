"""Locating a fault in a template from the exception it raised."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path
from typing import Literal

from jinja2 import TemplateNotFound, TemplateSyntaxError

from resumekit.errors import Problem, SourceLocation, available
from resumekit.load.allowed_characters import describe
from resumekit.processes import OutOfTime

from .discovery import Theme
from .environment import PARTS, PREFIX
from .template_limits import LIMITS, MAX_CHARACTERS, MAX_DIGITS, TooLarge


def encodable(page: str) -> str:
    r"""Return a rendered page if it can be written to a file.

    Raises:
        ValueError: it contains half of a character, which only an escape such as `"\ud800"` can produce.
    """
    try:
        page.encode()
    except UnicodeEncodeError as error:
        raise ValueError(f"{describe(page[error.start])} is not allowed") from None
    return page


def template_problem(error: Exception, theme: Theme, template: str) -> Problem:
    """Return the problem with a theme's template, located in that template or in one that it includes or extends."""
    if isinstance(error, TemplateNotFound):
        return _no_template(error, theme)
    file, line = _where(error) or (str(theme.folder / template), 1)
    if isinstance(error, OutOfTime | MemoryError | TooLarge):
        problem = limit_problem("time" if isinstance(error, OutOfTime) else "memory", theme, template)
        return replace(problem, location=_location(file, line, ""))
    message, _, hint = str(error).partition("\n")
    if isinstance(error, TemplateSyntaxError):
        file, line, message = str(error.filename or file), error.lineno, error.message or message
    location = _location(file, line, message)
    return Problem("broken-template", f"theme '{theme.name}': {message}", location, hint=hint or None)


def limit_problem(reason: Literal["time", "memory", "crash"], theme: Theme, template: str) -> Problem:
    """Return the problem with a template that exceeded a limit; it does not say in which line."""
    file, name = str(theme.folder / template), f"theme '{theme.name}'"
    match reason:
        case "time":
            message = f"{name}: the template takes more than {LIMITS.seconds:g} seconds"
            hint = "does it have a loop within a loop, or a macro that calls itself?"
            return Problem("template-too-slow", message, file=file, hint=hint)
        case "memory":
            message = f"{name}: the template makes too much: more than {LIMITS.memory // 1_000_000} MB in memory, "
            message += f"{MAX_CHARACTERS // 1_000_000} MB on the page, or {MAX_DIGITS:,} digits in a number"
            return Problem("template-too-large", message, file=file, hint="what does it repeat?")
        case "crash":
            return Problem("broken-template", f"{name}: the template crashes", file=file)


def _no_template(error: TemplateNotFound, theme: Theme) -> Problem:
    """Return the problem of a missing template, located where it is requested; the hint lists the available ones."""
    message = f"theme '{theme.name}' has no template '{error.name}'"
    if not (where := _where(error)):
        return Problem("no-template", message, file=str(theme.folder))
    own = [path.name for folder in theme.lookup for path in folder.glob("*.j2")]
    known = sorted({*own, *(f"{PREFIX}{path.name}" for path in PARTS.glob("*.j2"))})
    return Problem("no-template", message, _location(*where, f"'{error.name}'"), hint=available(known))


def _location(file: str, line: int, message: str) -> SourceLocation:
    text = Path(file).read_text(encoding="utf-8").splitlines() if Path(file).is_file() else []
    source = text[line - 1] if 0 < line <= len(text) else ""
    start, length = _span(source, message)
    return SourceLocation(file, line, start + 1, length, source)


def _span(source: str, message: str) -> tuple[int, int]:
    """Return the start and length of the first word that the message quotes, else of the whole text of the line."""
    named = re.search(r"'([^']+)'", message)
    word = named and re.search(rf"(?<!\w){re.escape(named[1])}(?!\w)", source)
    if word:
        return word.start(), len(word[0])
    return len(source) - len(source.lstrip()), max(1, len(source.strip()))


def _where(error: Exception) -> tuple[str, int] | None:
    """Return the file and line of the innermost template in the traceback; one of the theme takes precedence.

    When a bundled macro fails, the theme passed it a wrong argument.
    """
    found = []
    trace = error.__traceback__
    while trace:
        if trace.tb_frame.f_code.co_filename.endswith(".j2"):
            found.append((trace.tb_frame.f_code.co_filename, trace.tb_lineno))
        trace = trace.tb_next
    own = [(file, line) for file, line in found if not Path(file).is_relative_to(PARTS)]
    return next(reversed(own or found), None)
