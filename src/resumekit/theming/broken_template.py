"""Where a template is broken, from the error that it raised."""

from __future__ import annotations

import re
from pathlib import Path

from jinja2 import TemplateNotFound, TemplateSyntaxError

from resumekit.errors import Place, Problem

from .discovery import Theme


def template_problem(error: Exception, theme: Theme, template: str) -> Problem:
    """Return what a theme's template did wrong, with its place in that template or in one that it builds on."""
    if isinstance(error, TemplateNotFound):
        return Problem("no-template", f"theme '{theme.name}' has no template '{error.name}'", file=str(theme.folder))
    file, line = _where(error) or (str(theme.folder / template), 1)
    message, _, hint = str(error).partition("\n")
    if isinstance(error, TemplateSyntaxError):
        file, line, message = str(error.filename or file), error.lineno, error.message or message
    text = Path(file).read_text(encoding="utf-8").splitlines() if Path(file).is_file() else []
    source = text[line - 1] if 0 < line <= len(text) else ""
    start, length = _span(source, message)
    place = Place(file, line, start + 1, length, source)
    return Problem("broken-template", f"theme '{theme.name}': {message}", place, hint=hint or None)


def _span(source: str, message: str) -> tuple[int, int]:
    """Return where in its line the word is that a message names first; else where the line has text."""
    named = re.search(r"'(\w+)'", message)
    word = named and re.search(rf"\b{named[1]}\b", source)
    if word:
        return word.start(), len(word[0])
    return len(source) - len(source.lstrip()), max(1, len(source.strip()))


def _where(error: Exception) -> tuple[str, int] | None:
    """Return the template's file and line that the traceback ends in."""
    found = None
    trace = error.__traceback__
    while trace:
        if trace.tb_frame.f_code.co_filename.endswith(".j2"):
            found = (trace.tb_frame.f_code.co_filename, trace.tb_lineno)
        trace = trace.tb_next
    return found
