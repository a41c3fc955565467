"""Text and addresses as TeX: whatever is written in a résumé is text on the page, and none of it is a command.

The preamble that our documents share (`parts/document.tex.j2`) sees to it that quotes, `<`, `|`, `*` and brackets print
as they are typed, so that they need no escape and the file stays readable.
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
# Joiners, marks of direction and variants of a picture: they draw nothing, and few fonts have them.
_UNSEEN = "\u200c-\u200f\u2060-\u2064\ufe00-\ufe0f\ufeff"
_SPECIAL = re.compile(rf"[{re.escape(''.join(_COMMANDS))}]|[{_UNSEEN}]|[ \t\r\n]+")
# Two of these in a row would become one sign: an en dash, a guillemet, a low quote.
_LIGATURES = re.compile(r"([-<>,'])(?=\1)")
_COMPOSED = re.compile("\\w[\u0300-\u036f]+")

_LONG_WORD = re.compile(r"[^\s\u0590-\uffff]{31,}")
_JOINTS = re.escape("/.-_?&=@:+,;")
_PIECE = re.compile(rf".{{7,20}}?[{_JOINTS}]+|.{{1,12}}(?![\u0300-\u036f])|.+")


def escape(text: str) -> str:
    """Return a text as TeX that prints it."""
    return _LIGATURES.sub(r"\1\\/", _SPECIAL.sub(_command, composed(text)))


def composed(text: str) -> str:
    """Return a text with letters and their marks as one sign, where there is one: TeX cannot put them together."""
    return _COMPOSED.sub(lambda found: unicodedata.normalize("NFC", found.group()), text)


def _command(found: re.Match[str]) -> str:
    sign = found.group()
    return _COMMANDS.get(sign, " " if sign.isspace() else "")


def escape_words(text: str) -> str:
    """Return running text as TeX: a word of more than 30 characters may break rather than leave the page."""
    made, at = "", 0
    for word in _LONG_WORD.finditer(text):
        made += escape(text[at : word.start()]) + r"\wbr{}".join(map(escape, _PIECE.findall(word.group())))
        at = word.end()
    return made + escape(text[at:])


def escape_url(url: str) -> str:
    r"""Return the address of a link as the argument of `\href`, in which only three characters need a backslash.

    Of several `#` only the first one begins a fragment (RFC 3986, 3.5), and hyperref would cut the address at another.
    """
    address, mark, fragment = quote(url, safe="!*();:@&=+$,/?#-._~%").partition("#")
    return re.sub(r"[#%&]", r"\\\g<0>", address + mark + fragment.replace("#", "%23"))


def length(css: str) -> str:
    """Return a length of CSS as one of TeX, whose own `pt` is a little smaller."""
    return re.sub(r"pt$", "bp", css)
