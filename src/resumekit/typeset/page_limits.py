"""How long to wait for a page, and what is said of one that exceeded a limit."""

from __future__ import annotations

from typing import Literal

from resumekit.errors import Problem, TypesetError

from .request import TypesetRequest

_LAYOUTS = 6
"""As many as a page is laid out at most: five to fit it to a number of pages, and one with a borrowed font."""

_WAITING = 6
"""How much longer than its processor time a page may take: other processes may have the processor."""

_HINTS = {
    "time": "does the theme nest boxes deeply, or make very large tables? try `--theme modern`",
    "memory": "does the theme make very large boxes, tables or pictures? try `--theme modern`",
}


def wall_seconds(request: TypesetRequest) -> float:
    """Return how long to wait for a page, by the clock on the wall."""
    return request.limits.seconds * _LAYOUTS * _WAITING


def unfinished(reason: Literal["time", "memory", "crash"], request: TypesetRequest) -> TypesetError:
    """Return the error for a page that exceeded a limit, or whose process crashed."""
    theme = f" on the theme '{request.folders.themes[0].name}'" if request.folders.themes else ""
    limits = request.limits
    match reason:
        case "time":
            spent = f"WeasyPrint spent more than {limits.seconds:.0f} seconds{theme}"
            return TypesetError(Problem("engine-too-slow", spent, hint=_HINTS[reason]))
        case "memory":
            used = f"WeasyPrint used more than {limits.memory / 1e9:.0f} GB of memory{theme}"
            return TypesetError(Problem("engine-too-large", used, hint=_HINTS[reason]))
        case "crash":
            return TypesetError(Problem("engine-failed", "WeasyPrint's process exited unexpectedly"))
