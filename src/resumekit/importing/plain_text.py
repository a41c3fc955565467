"""A résumé as plain text or Markdown, in whatever encoding."""

from __future__ import annotations

import re

from resumekit.errors import LoadError, Problem
from resumekit.load.decoding import decode_source

from .draft import Draft
from .freeform.resume import draft_of
from .freeform.text_blocks import blocks_of, is_markdown
from .original import MAX_TEXT_BYTES, Original

MAX_CHARACTERS = 400_000

_DATA = re.compile(r"(?:\s*(?:#.*)?\n)*(?:\$schema|basics|cv|content|resume|meta)\s*:")
_NOT_TEXT = re.compile(r"[\x00-\x08\x0e-\x1f\x7f\ufffd]|%PDF-")
_FEWEST_LINES = 2

_ENCODINGS = ["cp1252", "cp1250", "cp1251", "koi8_r", "cp932", "euc_jp", "gb18030", "big5", "cp949", "mac_roman"]
_ENCODINGS += ["utf_16_le", "utf_16_be"]
"""What text is in that is not UTF-8."""

_BREAKS = str.maketrans(dict.fromkeys("\v\f\x1c\x1d\x1e\x85\u2028\u2029", "\n"))


def knows(original: Original) -> bool:
    """Tell whether a file is text of several lines, and no data that another reader should have known."""
    text = original.beginning
    if original.data[:2] == b"PK" or original.is_json or original.is_yaml or _DATA.match(text):
        return False
    return not _NOT_TEXT.search(text) and len([line for line in text.splitlines() if line.strip()]) >= _FEWEST_LINES


def read(original: Original) -> Draft:
    """Return the résumé that a text is.

    Raises:
        LoadError: it is too large, or no text.
    """
    text = decode_source(_as_utf_8(original), original.name).text
    if len(text) > MAX_CHARACTERS:
        message = f"more than {MAX_CHARACTERS:,} characters".replace(",", " ")
        raise LoadError(Problem("too-large", message, file=original.name, hint="is this the right file?"))
    if not any(map(str.isalnum, text)):
        raise LoadError(Problem("no-text", "there are no words in this file", file=original.name))
    return draft_of(blocks_of(text, markdown=is_markdown(text)))


def _as_utf_8(original: Original) -> bytes:
    """Return the text as UTF-8, if it is in any encoding that its bytes can be told by; else as it is."""
    data = original.data[:MAX_TEXT_BYTES]
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
