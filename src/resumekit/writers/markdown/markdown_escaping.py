"""What has a meaning in CommonMark, or on GitHub, and how it is written where it is to have none."""

from __future__ import annotations

import re
import unicodedata

# A `_` within a word, an `&` that begins no entity and a `$` before a number mean nothing; they stay readable.
_MARKUP = re.compile(r"[\\`*\[\]<~|]|(?<![^\W_])_|_(?![^\W_])|&(?=#?\w+;)|\$(?=[^\s\d])")
_LINE_BREAK = re.compile(r"\s*\n\s*")
_AT_LINE_START = re.compile(
    r"""  [#]{1,6}(?=\s|$) | > | [-+](?=\s|$)    # a heading, a quotation, a bullet
        | =+(?=\s*$) | [-:](?=[-:\s]*$)         # what makes a heading or a table of the line above
        | (?P<number>\d{1,9})(?=[.)](?:\s|$))""",
    re.VERBOSE,
)
# GitHub makes a link of a bare URL, and of what follows it up to a space; no backslash is an escape there.
_URL = r"(?:www(?=\.)|(?:https?|ftp)(?=://))"
_SPOILED_URL = re.compile(rf"{_URL}(?=[^ \t\n]*(?:\\|&#))", re.IGNORECASE)
_SPOILED_OR_LAST_URL = re.compile(rf"{_URL}(?=[^ \t\n]*(?:\\|&#|$))", re.IGNORECASE)
_CLOSING = re.compile(r"(^|\s)(?=#+$)")
_WITHIN_WORD = re.compile(r"(?<=[^\W_])_")
_IN_ADDRESS = re.compile(r"[\\<>()]|&(?=#?\w+;)")


def escaped(text: str) -> str:
    """Return a text in which nothing is markup, unless it begins a line."""
    return _MARKUP.sub(r"\\\g<0>", _LINE_BREAK.sub(" ", text))


def escaped_text(text: str, following: str) -> str:
    """Return an escaped text as it stands before other markup: it makes no picture of a link, and takes in nothing."""
    if following == "[" and text.endswith("!"):
        text = f"{text[:-1]}\\!"
    ends = not following or following.startswith("](")
    return (_SPOILED_URL if ends else _SPOILED_OR_LAST_URL).sub(r"\g<0>\\", text)


def escaped_line(line: str) -> str:
    """Return a line of a paragraph that is nothing else, and makes nothing else of the line above it."""
    line = line.strip(" \t")
    found = _AT_LINE_START.match(line)
    if not found:
        return line
    at = len(found["number"] or "")
    return f"{line[:at]}\\{line[at:]}"


def escaped_heading(line: str) -> str:
    """Return the text of a heading, which signs of number at its end would close."""
    return _CLOSING.sub(r"\1\\", line.strip(" \t"))


def escaped_address(url: str) -> str:
    """Return a URL as it stands in the round brackets of a link."""
    return _IN_ADDRESS.sub(r"\\\g<0>", url)


def code_span(text: str) -> str:
    """Return code between more backticks than it has itself."""
    fence = "`" * (1 + max(map(len, re.findall("`+", text)), default=0))
    is_padded = text.startswith(" ") and text.endswith(" ") and text.strip(" ")
    space = " " if is_padded or text.startswith("`") or text.endswith("`") else ""
    return f"{fence}{space}{text}{space}{fence}"


def with_entity(text: str, *, at_end: bool) -> str:
    """Return an escaped text with its first or last letter as an entity, which is punctuation to what is beside it."""
    text = _WITHIN_WORD.sub(r"\\_", text)  # an entity is no part of a word
    return f"{text[:-1]}&#{ord(text[-1])};" if at_end else f"&#{ord(text[0])};{text[1:]}"


def is_boundary(character: str) -> bool:
    """Tell whether every version of CommonMark takes a character, or none, for white space or punctuation."""
    if not character or character.isspace():
        return True
    return is_ascii_punctuation(character) or unicodedata.category(character).startswith("P")


def is_sign(character: str) -> bool:
    """Tell whether some version does not take a character for a letter; symbols such as `€` are signs since 0.31."""
    return is_boundary(character) or unicodedata.category(character).startswith("S")


def is_ascii_punctuation(character: str) -> bool:
    """Tell whether a character can be escaped with a backslash."""
    return character.isascii() and not character.isalnum() and character.isprintable()
