"""What a document of TeX says, read without TeX: its words, and the commands between them.

The reader knows the commands that stand for signs, takes no sign for text that TeX would not, and minds every brace.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

SIGNS = {
    "textbackslash": "\\",
    "textasciitilde": "~",
    "textasciicircum": "^",
    "textasciigrave": "`",
    **{sign: sign for sign in "{}#$%&_"},
    ",": " ",
    "-": "",
    "/": "",
    "enspace": " ",
    "quad": " ",
    "hspace": "",
    "wbr": "",
    "br": " ",
}
"""The commands that stand for a sign, for a space, or for nothing."""

DRAWING = frozenset({"fallback", "rtl", "ltr", "mbox", "own"})
"""The commands that only say how words are drawn, and depend on what they are."""

_WITHOUT_WORDS = {"href": 1, "hspace": 1, "foreign": 1, "from": 1, "image": 2, "photo": 2, "begin": 1, "end": 1}
_WITHOUT_WORDS |= {"renewcommand": 2}
"""How many arguments of a command are no words: addresses, lengths, names."""

_TOKEN = re.compile(r"\\([A-Za-z]+)[ ]?|\\([^A-Za-z])|([{}~$#&^_%])|([^\\{}~$#&^_%]+)", re.DOTALL)


class TexReader:
    """The `text` of a document or a part of one, its `commands` in their order, and the `urls` of its links."""

    def __init__(self, tex: str) -> None:
        self.text = ""
        self.commands: list[str] = []
        self.urls: list[str] = []
        self._tokens = _TOKEN.finditer(tex)
        self._depth = 0
        for token in self._tokens:
            self._read(token)
        assert self._depth == 0, "a brace is left open"

    def _read(self, token: re.Match[str]) -> None:
        word, sign, special, text = token.groups()
        name = word or sign
        if name in SIGNS:
            self.text += SIGNS[name]
        elif name:
            assert word, f"the command \\{sign} is none of ours"
            self.commands += [] if word in DRAWING else [word]
        elif special:
            self._depth += {"{": 1, "}": -1}.get(special, 0)
            self.text += {"~": " "}.get(special, "")
            assert special in "{}~", f"{special} is no text to TeX"
            assert self._depth >= 0, "a brace is closed that was not open"
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
        """Yield what an argument is made of, as it stands."""
        opened = 0
        for token in self._tokens:
            opened += {"{": 1, "}": -1}.get(token[3] or "", 0)
            if opened == 0:
                return
            if opened > 1 or token[3] != "{":
                yield token[0]


def body(document: str) -> str:
    """Return what stands between the beginning and the end of a document."""
    _, _, rest = document.rpartition("\n\\begin{document}\n")
    assert rest.endswith("\\end{document}\n")
    return rest.removesuffix("\\end{document}\n")
