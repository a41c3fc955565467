"""Plain text and Markdown, in any encoding."""

from __future__ import annotations

import re

from resumekit.errors import LoadError, Problem
from resumekit.load.decoding import decode_source

from .draft_resume import DraftResume
from .freeform.assembly import draft_of
from .freeform.layout.text_blocks import blocks_of, is_markdown
from .input_file import MAX_TEXT_BYTES, InputFile

MAX_CHARACTERS = 400_000

_LOOKS_LIKE_DATA = re.compile(r"(?:[^\S\n]*(?:#.*)?\n)*(?:\$schema|basics|cv|content|resume|meta)\s*:")
_NOT_TEXT = re.compile(r"[\x00-\x08\x0e-\x1f\x7f\ufffd]|%PDF-")
_MIN_LINES = 2

_ENCODINGS = ["cp1252", "cp1250", "cp1251", "koi8_r", "cp932", "euc_jp", "gb18030", "big5", "cp949", "mac_roman"]
_ENCODINGS += ["utf_16_le", "utf_16_be"]
"""The encodings to detect if a text is not UTF-8."""

_BREAKS = str.maketrans(dict.fromkeys("\v\f\x1c\x1d\x1e\x85\u2028\u2029", "\n"))


def knows(file: InputFile) -> bool:
    """Return whether a file is text of several lines, and not data that belongs to another reader."""
    text = file.beginning
    if file.data[:2] == b"PK" or file.is_json or file.is_yaml or _LOOKS_LIKE_DATA.match(text):
        return False
    return not _NOT_TEXT.search(text) and len([line for line in text.splitlines() if line.strip()]) >= _MIN_LINES


def read(file: InputFile) -> DraftResume:
    """Return the résumé in a text.

    Raises:
        LoadError: it is too large or contains no text.
    """
    text = decode_source(_as_utf_8(file), file.name).text
    if len(text) > MAX_CHARACTERS:
        message = f"more than {MAX_CHARACTERS:,} characters"
        raise LoadError(Problem("too-large", message, file=file.name, hint="check that this is the right file"))
    if not any(map(str.isalnum, text)):
        raise LoadError(Problem("no-text", "this file contains no text", file=file.name))
    return draft_of(blocks_of(text, markdown=is_markdown(text)))


def _as_utf_8(file: InputFile) -> bytes:
    """Return the text as UTF-8 if its encoding can be detected, otherwise the bytes unchanged."""
    data = file.data[:MAX_TEXT_BYTES]
    text = _decoded(data)
    return data if text is None else text.replace("\r\n", "\n").translate(_BREAKS).encode()


def _decoded(data: bytes) -> str | None:
    from charset_normalizer import from_bytes

    for encoding in ("utf-8-sig", "utf-16") if data[:2] in (b"\xff\xfe", b"\xfe\xff") else ("utf-8-sig",):
        try:
            return data.decode(encoding)
        except UnicodeDecodeError:
            continue
    best = from_bytes(data, cp_isolation=_ENCODINGS).best()
    return None if best is None else str(best)
