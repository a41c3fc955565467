"""Extract from an engine's log what matters to a résumé. Pure: text in, facts out."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass

SOURCE = "resume.tex"
"""The file that an engine compiles; line numbers of other files do not refer to the résumé."""

_MIN_OVERFULL = 5.0
"""Points by which a line must be too wide to be reported: less is not visible."""

_CONTEXT = 2000
"""Characters after an error in which its line number is searched: that of a missing file follows the next error."""

_ERROR = re.compile(r"^(?:!|(?P<file>[^\s:!][^:\n]*\.\w+):(?P<line>\d+):) (?P<message>.+)$", re.MULTILINE)
_ABORT = re.compile(r" ?==> Fatal error|Emergency stop|\*\*\* ")
_LINE = re.compile(r"^l\.(\d+) ", re.MULTILINE)
_LAST_COMMAND = re.compile(r"(\\(?:[A-Za-z@]+|[^A-Za-z@]))\s*$")
_UNKNOWN_CHARACTER = re.compile(r"Unicode char(?:acter)? .*?\(U\+([0-9A-F]+)\)")
_MISSING_CHARACTER = re.compile(
    r"^Missing character: There is no (.+?)(?: \(U\+([0-9A-F]+)\))? in font (?!nullfont)([^!\n]*)", re.MULTILINE
)
_OVERFULL_BOX = re.compile(r"^Overfull \\hbox \(([\d.]+)pt too wide\) .*?at lines? (\d+)", re.MULTILINE)
_RERUN = re.compile(r"\brerun (?:to get|latex)\b", re.IGNORECASE)
_PAGES = re.compile(r"^Output written on \S+ \((\d+) pages?", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class LoggedError:
    """An error: the engine's message, the 1-based line of the source (0: unknown), the command that caused it."""

    message: str
    line: int = 0
    command: str = ""


@dataclass(frozen=True, slots=True)
class EngineLog:
    """The errors in order, the characters that were not drawn, other remarks, and whether to run the engine again.

    `overfull` lists the lines of the source that are too wide, each with the excess in points.
    """

    errors: tuple[LoggedError, ...]
    undrawn: tuple[str, ...]
    remarks: tuple[str, ...]
    overfull: tuple[tuple[int, float], ...]
    pages: int
    rerun: bool


def read_log(log: str) -> EngineLog:
    """Parse the text of a log."""
    overfull = ((int(line), float(points)) for points, line in _OVERFULL_BOX.findall(log))
    return EngineLog(
        errors=tuple(_errors(log)),
        undrawn=tuple(dict.fromkeys(filter(_is_visible, _undrawn(log)))),
        remarks=tuple(dict.fromkeys(_remarks(log))),
        overfull=tuple((line, points) for line, points in overfull if points > _MIN_OVERFULL),
        pages=int(match[1]) if (match := _PAGES.search(log)) else 0,
        rerun=bool(_RERUN.search(log)),
    )


def _errors(log: str) -> Iterator[LoggedError]:
    """Yield the errors, except those about characters, which are reported with their locations, and abort messages."""
    for match in _ERROR.finditer(log):
        message, context = match["message"], log[match.end() : match.end() + _CONTEXT]
        if not (_UNKNOWN_CHARACTER.search(message) or _ABORT.match(message)):
            yield LoggedError(_shortened(message), _line(match, context), _command(context))


def _shortened(message: str) -> str:
    """Return a message without the prefix and punctuation that every LaTeX message has."""
    return re.sub(r"^(?:LaTeX|Package \S+) Error: ", "", message).strip(" .")


def _line(error: re.Match[str], context: str) -> int:
    if error["line"]:
        return int(error["line"]) if error["file"].removeprefix("./") == SOURCE else 0
    return int(match[1]) if (match := _LINE.search(context)) else 0


def _command(context: str) -> str:
    """Return the command at the end of the first line of the context, which is where the engine stopped reading."""
    match = _LAST_COMMAND.search(context.lstrip("\n").partition("\n")[0])
    return match[1] if match else ""


def _undrawn(log: str) -> Iterator[str]:
    for code in _UNKNOWN_CHARACTER.findall(log):
        yield chr(int(code, 16))
    for shown, code, _ in _MISSING_CHARACTER.findall(log):
        if code:
            yield chr(int(code, 16))
        elif len(shown) == 1:
            yield shown


def _remarks(log: str) -> Iterator[str]:
    for shown, code, font in _MISSING_CHARACTER.findall(log):
        if not code and len(shown) > 1:
            yield f"the font {font} has no {shown}"


def _is_visible(character: str) -> bool:
    """Return whether a character is drawn: spaces are not, and joiners only change the characters beside them."""
    joins = unicodedata.category(character) == "Cf" or "\ufe00" <= character <= "\ufe0f"
    return not (joins or character.isspace())
