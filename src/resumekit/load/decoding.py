"""From bytes to a text that can be a résumé's."""

from __future__ import annotations

import codecs
from pathlib import Path

from resumekit.errors import LoadError, Problem

from .characters import advice, describe, first_refused
from .document import Source


def source_of(data: bytes, name: str) -> Source:
    """Return the text of some bytes, UTF-8 or UTF-16, with every line ended by a line feed.

    Raises:
        LoadError: it is neither, or has a character that is not text.
    """
    source = Source(name, _decode(data, name), data)
    _check_characters(source)
    return source


def _decode(data: bytes, name: str) -> str:
    utf_16 = data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE))
    try:
        return _with_line_feeds(data.decode("utf-16" if utf_16 else "utf-8-sig"))
    except UnicodeDecodeError as error:
        if utf_16:
            message, hint = "it begins as UTF-16 does, but is not UTF-16", "save it as UTF-8"
            raise LoadError(Problem("not-utf-8", message, file=name, hint=hint)) from None
        source = Source(name, _with_line_feeds(error.object.decode("utf-8", "replace")))
        offset = len(_with_line_feeds(error.object[: error.start].decode("utf-8")))
        location = source.location(source.span(offset))
        raise LoadError(Problem("not-utf-8", "this is not UTF-8", location, hint=_encoding_hint(error, name))) from None


def _with_line_feeds(text: str) -> str:
    """Return the text with every line ended by a line feed."""
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _encoding_hint(error: UnicodeDecodeError, name: str) -> str:
    if error.end == len(error.object) and error.reason == "unexpected end of data":
        return "the file ends in the middle of a character: it may have been cut short"
    return (
        f"it looks like Latin-1 or Windows-1252: `iconv -f windows-1252 -t utf-8 {Path(name).name}` prints it converted"
    )


def _check_characters(source: Source) -> None:
    if found := first_refused(source.text):
        message = f"{describe(found.group())} is not allowed in a résumé"
        hint = "this may be UTF-16, or no text: save it as UTF-8" if found.group() == "\0" else advice(found.group())
        location = source.location(source.span(found.start()))
        raise LoadError(Problem("forbidden-character", message, location, hint=hint))
