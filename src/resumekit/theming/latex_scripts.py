"""Which characters of a page its font is sure to have, and which have to be looked for.

TeX sets a text in one font and leaves out what that lacks. So whatever a font for text may lack is marked in the
document, and there a font is looked for that has it.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

# What all Latin families that come along have.
_WESTERN = " -~\u00a0-£¥§-«\u00ad-°´¶-¸º»¿-ÿ\u2000-\u2011–—‘’“”•…\u202f\u205f\u2060-\u2064€™\ufe00-\ufe0f\ufeff"
_LATIN = _WESTERN + "Ā-īĮ-ıĶķĹ-ľŁ-ňŊ-ťŨ-žȘ-ț‚„‹›"
_HAN = "\u3000-\u30ff\u3130-\u318f\u31f0-\u31ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\uac00-\ud7af\uff00-\uffef"

CJK = "Noto Sans CJK"
"""The family of pages in East Asian scripts."""


@dataclass(frozen=True, slots=True)
class Script:
    """How the pages of a language are written.

    `usual` are the characters that need no second thought, as in the brackets of a pattern; `sample` is one of them
    that a family may lack, which cannot be the page's then. `family` is the page's, where a script needs its own.
    """

    usual: str = _LATIN
    sample: str = ""
    family: str = ""

    def parts(self, text: str) -> Iterator[tuple[str, bool]]:
        """Yield a text in parts, each with whether its font has to be looked for.

        What has to is words, those of one script one after the other, but Latin ones each alone; and any other sign, as
        often as it is repeated.
        """
        usual = re.compile(f"[{self.usual}]*")
        if usual.fullmatch(text):
            yield text, False
            return
        tokens = ["".join(run) for _, run in groupby(text, key=_kind)]
        kinds = _kinds(tokens, usual)
        for run in re.finditer(r"([A-Z])(?:s\1)*|!|[su]+", kinds):
            yield "".join(tokens[run.start() : run.end()]), run.group() < "a"


def _kind(sign: str) -> str:
    """Tell letters and what joins them from all else, which is of its own kind."""
    return "letter" if unicodedata.category(sign)[0] in "LM" or sign in "\u200c\u200d" else sign


def _kinds(tokens: list[str], usual: re.Pattern[str]) -> str:
    """Return a letter a token: a capital for each script of rare words, `!` for a rare sign, `s` a space, `u` usual."""
    scripts: dict[str, str] = {}
    kinds = ""
    for token in tokens:
        if usual.fullmatch(token):
            kinds += "u" if token.strip() else "s"
        elif _kind(token[0]) == "letter":
            rare = next(sign for sign in token if not usual.fullmatch(sign))
            script = unicodedata.name(rare, "?").split()[0]
            alone = script == "LATIN"  # few fonts have all of its rare letters
            kinds += "!" if alone else scripts.setdefault(script, chr(ord("A") + len(scripts) % 26))
        else:
            kinds += "!"
    return kinds


_SCRIPTS = {
    "Cyrl": Script(_LATIN + "\u0400-\u045f\u0490-\u04ff", "Ж"),
    "Grek": Script(_LATIN + "\u0386-\u03ce", "Ω"),
    "Arab": Script(_WESTERN + "\u0600-\u06ff", family="IBM Plex Sans Arabic"),
    **dict.fromkeys(("Hans", "Hant", "Jpan", "Kore"), Script(_WESTERN + _HAN, family=CJK)),
}
_VIETNAMESE = Script(_LATIN + "ƠơƯư\u1ea0-\u1ef9", "ế")


def script_of(language: str) -> Script:
    """Return how a language is written, by its tag."""
    from babel.core import get_global

    primary, *subtags = language.split("-")
    likely = get_global("likely_subtags").get(primary, "").split("_")[1:2]
    named = [subtag for subtag in subtags if len(subtag) == 4]
    return _VIETNAMESE if primary == "vi" else _SCRIPTS.get((named or likely or [""])[0].title(), Script())
