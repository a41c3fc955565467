"""What an engine's log says, as far as a résumé is concerned. Pure: text in, facts out."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass

SOURCE = "resume.tex"
"""What an engine is given to read; lines of other files are none of the résumé's."""

_TOO_LONG = 5.0
"""Points by which a line may stick out before it is worth a word: less is not seen."""

_CONTEXT = 2000
"""Characters after an error in which its line is told: a missing file's stands under the next error."""

_FAULT = re.compile(r"^(?:!|(?P<file>[^\s:!][^:\n]*\.\w+):(?P<line>\d+):) (?P<message>.+)$", re.MULTILINE)
_ENDS_IT = re.compile(r" ?==> Fatal error|Emergency stop|\*\*\* ")
_LINE = re.compile(r"^l\.(\d+) ", re.MULTILINE)
_COMMAND_LAST = re.compile(r"(\\(?:[A-Za-z@]+|[^A-Za-z@]))\s*$")
_UNKNOWN = re.compile(r"Unicode char(?:acter)? .*?\(U\+([0-9A-F]+)\)")
_MISSING = re.compile(
    r"^Missing character: There is no (.+?)(?: \(U\+([0-9A-F]+)\))? in font (?!nullfont)([^!\n]*)", re.MULTILINE
)
_TOO_WIDE = re.compile(r"^Overfull \\hbox \(([\d.]+)pt too wide\) .*?at lines? (\d+)", re.MULTILINE)
_AGAIN = re.compile(r"\brerun (?:to get|latex)\b", re.IGNORECASE)
_PAGES = re.compile(r"^Output written on \S+ \((\d+) pages?", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Fault:
    """An error: what the engine says, the 1-based line of the source (0: unknown), the command it stumbled over."""

    message: str
    line: int = 0
    command: str = ""


@dataclass(frozen=True, slots=True)
class Transcript:
    """The errors in their order, the characters that were not drawn, and whether the log asks for another run.

    `wide` are the lines of the source that something sticks out in, with by how many points.
    """

    faults: tuple[Fault, ...]
    undrawn: tuple[str, ...]
    remarks: tuple[str, ...]
    wide: tuple[tuple[int, float], ...]
    pages: int
    again: bool


def read_log(log: str) -> Transcript:
    """Return what a log says."""
    return Transcript(
        faults=tuple(_faults(log)),
        undrawn=tuple(dict.fromkeys(filter(_is_visible, _undrawn(log)))),
        remarks=tuple(dict.fromkeys(_remarks(log))),
        wide=tuple((int(line), float(points)) for points, line in _TOO_WIDE.findall(log) if float(points) > _TOO_LONG),
        pages=int(found[1]) if (found := _PAGES.search(log)) else 0,
        again=bool(_AGAIN.search(log)),
    )


def _faults(log: str) -> Iterator[Fault]:
    """Yield the errors but those about characters, which are told with their places, and the words of giving up."""
    for found in _FAULT.finditer(log):
        message, context = found["message"], log[found.end() : found.end() + _CONTEXT]
        if not (_UNKNOWN.search(message) or _ENDS_IT.match(message)):
            yield Fault(_shortened(message), _line(found, context), _command(context))


def _shortened(message: str) -> str:
    """Return a message without what every message of LaTeX begins or ends with."""
    return re.sub(r"^(?:LaTeX|Package \S+) Error: ", "", message).strip(" .")


def _line(found: re.Match[str], context: str) -> int:
    if found["line"]:
        return int(found["line"]) if found["file"].removeprefix("./") == SOURCE else 0
    return int(told[1]) if (told := _LINE.search(context)) else 0


def _command(context: str) -> str:
    """Return the command at the end of the first line of the context, where the engine stopped reading."""
    found = _COMMAND_LAST.search(context.lstrip("\n").partition("\n")[0])
    return found[1] if found else ""


def _undrawn(log: str) -> Iterator[str]:
    for code in _UNKNOWN.findall(log):
        yield chr(int(code, 16))
    for shown, code, _ in _MISSING.findall(log):
        if code:
            yield chr(int(code, 16))
        elif len(shown) == 1:
            yield shown


def _remarks(log: str) -> Iterator[str]:
    for shown, code, font in _MISSING.findall(log):
        if not code and len(shown) > 1:
            yield f"there is no {shown} in the font {font}"


def _is_visible(character: str) -> bool:
    """Tell whether a character is drawn at all: spaces are not, and joiners change what stands beside them."""
    joins = unicodedata.category(character) == "Cf" or "\ufe00" <= character <= "\ufe0f"
    return not (joins or character.isspace())
