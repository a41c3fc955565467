"""Read the text and commands of a TeX document without TeX.

The reader knows the commands that print a character, rejects characters that are not text in TeX, and checks braces.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

CHARACTERS = {
    "textbackslash": "\\",
    "textasciitilde": "~",
    "textasciicircum": "^",
    "textasciigrave": "`",
    **{character: character for character in "{}#$%&_"},
    ",": " ",
    "-": "",
    "/": "",
    "enspace": " ",
    "quad": " ",
    "hspace": "",
    "wbr": "",
    "br": " ",
}
"""The commands that print a character, a space, or nothing."""

DRAWING = frozenset({"fallback", "rtl", "ltr", "mbox"})
"""The commands that only affect how text is drawn, and depend on its characters."""

_WITHOUT_WORDS = {"href": 1, "hspace": 1, "foreign": 1, "from": 1, "image": 2, "photo": 2, "begin": 1, "end": 1}
_WITHOUT_WORDS |= {"renewcommand": 2}
"""How many arguments of a command are not text: URLs, lengths, names."""

_TOKEN = re.compile(r"\\([A-Za-z]+)[ ]?|\\([^A-Za-z])|([{}~$#&^_%])|([^\\{}~$#&^_%]+)", re.DOTALL)


class TexReader:
    """The `text` of a document or a part of one, its `commands` in order, and the `urls` of its links."""

    def __init__(self, tex: str) -> None:
        self.text = ""
        self.commands: list[str] = []
        self.urls: list[str] = []
        self._tokens = _TOKEN.finditer(tex)
        self._depth = 0
        for token in self._tokens:
            self._read(token)
        assert self._depth == 0, "unclosed brace"

    def _read(self, token: re.Match[str]) -> None:
        word, symbol, special, text = token.groups()
        name = word or symbol
        if name in CHARACTERS:
            self.text += CHARACTERS[name]
        elif name:
            assert word, f"unknown command \\{symbol}"
            self.commands += [] if word in DRAWING else [word]
        elif special:
            self._depth += {"{": 1, "}": -1}.get(special, 0)
            self.text += {"~": " "}.get(special, "")
            assert special in "{}~", f"{special} is not text in TeX"
            assert self._depth >= 0, "unmatched closing brace"
        else:
            self.text += text
        for _ in range(_WITHOUT_WORDS.get(name or "", 0)):
            self._hold(name, "".join(self._group()))

    def _hold(self, name: str, argument: str) -> None:
        if name == "href":
            self.urls.append(re.sub(r"\\([#%&])", r"\1", argument))
        if name in ("begin", "end"):
            self.commands[-1] += f" {argument}"
            if (name, argument) == ("begin", "illustrated"):
                self._group()

    def _group(self) -> Iterator[str]:
        """Yield the tokens of an argument unchanged."""
        opened = 0
        for token in self._tokens:
            opened += {"{": 1, "}": -1}.get(token[3] or "", 0)
            if opened == 0:
                return
            if opened > 1 or token[3] != "{":
                yield token[0]


def body(document: str) -> str:
    """Return the content between the beginning and the end of a document."""
    _, _, rest = document.rpartition("\n\\begin{document}\n")
    assert rest.endswith("\\end{document}\n")
    return rest.removesuffix("\\end{document}\n")
