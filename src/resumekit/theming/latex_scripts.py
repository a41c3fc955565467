"""Which characters the page's font certainly has, and which need a fallback font.

TeX sets a text in one font and drops the characters that it lacks. So the document marks all characters that a text
font may lack, and searches for a font that has them when it is compiled.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

# The characters that all bundled Latin families have.
_WESTERN = " -~\u00a0-£¥§-«\u00ad-°´¶-¸º»¿-ÿ\u2000-\u2011–—‘’“”•…\u202f\u205f\u2060-\u2064€™\ufe00-\ufe0f\ufeff"
_LATIN = _WESTERN + "Ā-īĮ-ıĶķĹ-ľŁ-ňŊ-ťŨ-žȘ-ț‚„‹›"
_HAN = "\u3000-\u30ff\u3130-\u318f\u31f0-\u31ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\uac00-\ud7af\uff00-\uffef"

CJK = "Noto Sans CJK"
"""The family for pages in East Asian scripts."""


@dataclass(frozen=True, slots=True)
class Script:
    """How the pages of a language are written.

    `covered` lists the characters that need no fallback, as in the brackets of a regular expression. `sample` is one of
    them that some families lack; such a family cannot be used for the page. `family` is the page's family if the script
    needs a specific one.
    """

    covered: str = _LATIN
    sample: str = ""
    family: str = ""

    def parts(self, text: str) -> Iterator[tuple[str, bool]]:
        """Yield a text in parts, each with whether it needs a fallback font.

        A part that needs one is either a sequence of words in one script (in Latin script, a single word), or a
        repeated character of any other kind.
        """
        covered = re.compile(f"[{self.covered}]*")
        if covered.fullmatch(text):
            yield text, False
            return
        tokens = ["".join(run) for _, run in groupby(text, key=_kind)]
        kinds = _kinds(tokens, covered)
        for run in re.finditer(r"([A-Z])(?:s\1)*|!|[su]+", kinds):
            yield "".join(tokens[run.start() : run.end()]), run.group() < "a"


def _kind(character: str) -> str:
    """Return `letter` for letters, marks and joiners; any other character is its own kind."""
    is_letter = unicodedata.category(character)[0] in "LM" or character in "\u200c\u200d"
    return "letter" if is_letter else character


def _kinds(tokens: list[str], covered: re.Pattern[str]) -> str:
    """Return one letter per token: `s` space, `u` covered, a capital for each script of uncovered words, else `!`."""
    scripts: dict[str, str] = {}
    kinds = ""
    for token in tokens:
        if covered.fullmatch(token):
            kinds += "u" if token.strip() else "s"
        elif _kind(token[0]) == "letter":
            rare = next(character for character in token if not covered.fullmatch(character))
            script = unicodedata.name(rare, "?").split()[0]
            alone = script == "LATIN"  # few fonts have all rare Latin letters
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
    """Return the script of a language tag."""
    from babel.core import get_global

    primary, *subtags = language.split("-")
    likely = get_global("likely_subtags").get(primary, "").split("_")[1:2]
    named = [subtag for subtag in subtags if len(subtag) == 4]
    return _VIETNAMESE if primary == "vi" else _SCRIPTS.get((named or likely or [""])[0].title(), Script())
