"""Decode bytes and check that the text may be a résumé."""

from __future__ import annotations

import codecs
import re
from pathlib import Path

from resumekit.errors import LoadError, Problem

from .allowed_characters import advice, describe, first_forbidden
from .document import Source

_BINARY = re.compile(rb"[\x00-\x08\x0e-\x1a\x1c-\x1f]")
"""Control characters that no text has in any encoding of a byte per character."""

_BEGINNING = 4096


def decode_source(data: bytes, name: str) -> Source:
    """Decode bytes in UTF-8 or UTF-16; every line in the result ends with a line feed.

    Raises:
        LoadError: the bytes are in neither encoding, or contain a character that is not text.
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
            message, hint = "starts with a UTF-16 byte order mark but is not valid UTF-16", "save it as UTF-8"
            raise LoadError(Problem("not-utf-8", message, file=name, hint=hint)) from None
        source = Source(name, _with_line_feeds(error.object.decode("utf-8", "replace")))
        offset = len(_with_line_feeds(error.object[: error.start].decode("utf-8")))
        location = source.location(source.span(offset))
        raise LoadError(Problem("not-utf-8", "invalid UTF-8", location, hint=_encoding_hint(error, name))) from None


def _with_line_feeds(text: str) -> str:
    """Return the text with every line ending turned into a line feed."""
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _encoding_hint(error: UnicodeDecodeError, name: str) -> str:
    if _BINARY.search(error.object[:_BEGINNING]):
        return "this is not a text file; check its name"
    if error.end == len(error.object) and error.reason == "unexpected end of data":
        return "the file ends in the middle of a character; it may be truncated"
    return f"probably Latin-1 or Windows-1252; convert it with `iconv -f windows-1252 -t utf-8 {Path(name).name}`"


def _check_characters(source: Source) -> None:
    if found := first_forbidden(source.text):
        character = found.group()
        hint = "the file may be UTF-16 or binary; save it as UTF-8 text" if character == "\0" else advice(character)
        message = f"{describe(character)} is not allowed"
        location = source.location(source.span(found.start()))
        raise LoadError(Problem("forbidden-character", message, location, hint=hint))
