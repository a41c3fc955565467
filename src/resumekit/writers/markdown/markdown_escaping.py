"""Escape text that would be markup in CommonMark or on GitHub."""

from __future__ import annotations

import re
import unicodedata

# A `_` within a word, an `&` that starts no entity and a `$` before a number are not markup; they stay readable.
_MARKUP = re.compile(r"[\\`*\[\]<~|]|(?<![^\W_])_|_(?![^\W_])|&(?=#?\w+;)|\$(?=[^\s\d])")
_LINE_BREAK = re.compile(r"\s*\n\s*")
_AT_LINE_START = re.compile(
    r"""  [#]{1,6}(?=\s|$) | > | [-+](?=\s|$)    # a heading, a quotation, a bullet
        | =+(?=\s*$) | [-:](?=[-:\s]*$)         # turns the line above into a heading or table
        | (?P<number>\d{1,9})(?=[.)](?:\s|$))""",
    re.VERBOSE,
)
# GitHub links a bare URL with everything up to the next space, and does not interpret backslashes in it.
_URL = r"(?:www(?=\.)|(?:https?|ftp)(?=://))"
_BROKEN_URL = re.compile(rf"{_URL}(?=[^ \t\n]*(?:\\|&#))", re.IGNORECASE)
_BROKEN_OR_FINAL_URL = re.compile(rf"{_URL}(?=[^ \t\n]*(?:\\|&#|$))", re.IGNORECASE)
_CLOSING_HASHES = re.compile(r"(^|\s)(?=#+$)")
_WITHIN_WORD = re.compile(r"(?<=[^\W_])_")
_SPECIAL_IN_URL = re.compile(r"[\\<>()]|&(?=#?\w+;)")


def escape(text: str) -> str:
    """Return a text without markup, except at the start of a line."""
    return _MARKUP.sub(r"\\\g<0>", _LINE_BREAK.sub(" ", text))


def escape_text(text: str, following: str) -> str:
    """Return an escaped text before other markup, so that it neither turns a link into a picture nor extends a URL."""
    if following == "[" and text.endswith("!"):
        text = f"{text[:-1]}\\!"
    ends = not following or following.startswith("](")
    return (_BROKEN_URL if ends else _BROKEN_OR_FINAL_URL).sub(r"\g<0>\\", text)


def escape_line(line: str) -> str:
    """Return a line of a paragraph, escaped so that neither it nor the line above becomes another block."""
    line = line.strip(" \t")
    found = _AT_LINE_START.match(line)
    if not found:
        return line
    at = len(found["number"] or "")
    return f"{line[:at]}\\{line[at:]}"


def escape_heading(line: str) -> str:
    """Return the text of a heading, with hashes at its end escaped, as they would be dropped."""
    return _CLOSING_HASHES.sub(r"\1\\", line.strip(" \t"))


def escape_url(url: str) -> str:
    """Return a URL for the parentheses of a link."""
    return _SPECIAL_IN_URL.sub(r"\\\g<0>", url)


def code_span(text: str) -> str:
    """Return a code span, delimited by more backticks than the code contains."""
    fence = "`" * (1 + max(map(len, re.findall("`+", text)), default=0))
    is_padded = text.startswith(" ") and text.endswith(" ") and text.strip(" ")
    space = " " if is_padded or text.startswith("`") or text.endswith("`") else ""
    return f"{fence}{space}{text}{space}{fence}"


def with_entity(text: str, *, at_end: bool) -> str:
    """Return an escaped text with its first or last letter as an entity, which counts as punctuation for delimiters."""
    text = _WITHIN_WORD.sub(r"\\_", text)  # an entity does not count as part of a word
    return f"{text[:-1]}&#{ord(text[-1])};" if at_end else f"&#{ord(text[0])};{text[1:]}"


def is_boundary(character: str) -> bool:
    """Return whether a character is white space or punctuation in every version of CommonMark; no character is."""
    if not character or character.isspace():
        return True
    return is_ascii_punctuation(character) or unicodedata.category(character).startswith("P")


def is_symbol(character: str) -> bool:
    """Return whether a character is punctuation in some version; symbols such as `€` are since 0.31."""
    return is_boundary(character) or unicodedata.category(character).startswith("S")


def is_ascii_punctuation(character: str) -> bool:
    """Return whether a character can be escaped with a backslash."""
    return character.isascii() and not character.isalnum() and character.isprintable()
