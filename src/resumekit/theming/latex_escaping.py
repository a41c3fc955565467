"""Escape text and URLs for TeX: everything in a résumé is printed as text, and nothing is a command.

The shared preamble (`parts/document.tex.j2`) makes quotes, `<`, `|`, `*` and brackets print as typed, so they need no
escape and the file stays readable.
"""

from __future__ import annotations

import re
import unicodedata
from urllib.parse import quote

_COMMANDS = {
    "\\": r"\textbackslash{}",
    "{": r"\{",
    "}": r"\}",
    "#": r"\#",
    "$": r"\$",
    "%": r"\%",
    "&": r"\&",
    "_": r"\_",
    "~": r"\textasciitilde{}",
    "^": r"\textasciicircum{}",
    "`": r"\textasciigrave{}",
    "\u00a0": "~",
    "\u00ad": r"\-",
    "\u200b": r"\hspace{0pt}",
    "\u2011": r"\mbox{-}",
    **dict.fromkeys("\u2000\u2002", r"\enspace{}"),
    **dict.fromkeys("\u2001\u2003", r"\quad{}"),
    **dict.fromkeys("\u2004\u2005\u2006\u2008\u2009\u200a\u202f\u205f", r"\,"),
    "\u2007": "~",
}
# Joiners, direction marks and variation selectors: invisible, and missing from most fonts.
_INVISIBLE = "\u200c-\u200f\u2060-\u2064\ufe00-\ufe0f\ufeff"
_SPECIAL = re.compile(rf"[{re.escape(''.join(_COMMANDS))}]|[{_INVISIBLE}]|[ \t\r\n]+")
# Two of these in a row would become one character: an en dash, a guillemet, a low quote.
_LIGATURES = re.compile(r"([-<>,'])(?=\1)")
_COMPOSED = re.compile("\\w[\u0300-\u036f]+")

_LONG_WORD = re.compile(r"[^\s\u0590-\uffff]{31,}")
_BREAK_AFTER = re.escape("/.-_?&=@:+,;")
_PIECE = re.compile(rf".{{7,20}}?[{_BREAK_AFTER}]+|.{{1,12}}(?![\u0300-\u036f])|.+")


def escape(text: str) -> str:
    """Return TeX that prints a text."""
    return _LIGATURES.sub(r"\1\\/", _SPECIAL.sub(_command, composed(text)))


def composed(text: str) -> str:
    """Return a text with letters and combining marks composed where possible: TeX cannot combine them itself."""
    return _COMPOSED.sub(lambda match: unicodedata.normalize("NFC", match.group()), text)


def _command(match: re.Match[str]) -> str:
    special = match.group()
    return _COMMANDS.get(special, " " if special.isspace() else "")


def escape_words(text: str) -> str:
    """Return running text as TeX; words of more than 30 characters may break, so that they do not leave the page."""
    escaped, at = "", 0
    for word in _LONG_WORD.finditer(text):
        escaped += escape(text[at : word.start()]) + r"\wbr{}".join(map(escape, _PIECE.findall(word.group())))
        at = word.end()
    return escaped + escape(text[at:])


def escape_url(url: str) -> str:
    r"""Return a URL as the argument of `\href`, in which only three characters need a backslash.

    Only the first `#` starts a fragment (RFC 3986, 3.5); hyperref would truncate the URL at a second one.
    """
    address, mark, fragment = quote(url, safe="!*();:@&=+$,/?#-._~%").partition("#")
    return re.sub(r"[#%&]", r"\\\g<0>", address + mark + fragment.replace("#", "%23"))


def length(css: str) -> str:
    """Return a CSS length as a TeX length; TeX's own `pt` is slightly smaller, CSS's is its `bp`."""
    return re.sub(r"pt$", "bp", css)
