"""East Asian characters in a text of another language: tag them with their language, which selects their shapes.

The same code point has Chinese, Japanese and Korean shapes, and assistive software needs the language to read it
aloud. Authors do not tag their titles, so the language is guessed from the characters: kana are Japanese, hangul
Korean, and the national character sets, available as Python codecs, separate Traditional Chinese from Simplified.
"""

from __future__ import annotations

import re
from functools import cache

from .inline import Foreign, Inlines, Words

_CJK = (
    "\u3000-\u30ff\u3130-\u318f\u31f0-\u31ff"  # punctuation, kana, hangul letters
    "\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff"  # Han
    "\uac00-\ud7af\uff00-\uffef"  # hangul, full and half width
)
_HAN_SETS = (("zh-Hant", "big5"), ("zh-Hans", "gb2312"), ("ja", "shift_jis"), ("ko", "euc_kr"))


def split_scripts(text: str, page: str) -> Inlines:
    """Return the text as words and as runs of East Asian characters in another language than the page's."""
    if not text or max(text) < "\u3000":
        return (Words(text),) if text else ()
    made: list[Words | Foreign] = []
    at = 0
    for run in _pattern(f"[{_CJK}](?:[{_CJK} ]*[{_CJK}])?").finditer(text):
        language = language_of(run.group(), page)
        if language == page:
            continue
        if run.start() > at:
            made.append(Words(text[at : run.start()]))
        made.append(Foreign(language, run.group()))
        at = run.end()
    if at < len(text):
        made.append(Words(text[at:]))
    return tuple(made)


def language_of(run: str, page: str) -> str:
    """Return the most likely language of East Asian characters on a page in a given language.

    Han characters alone have the language of an East Asian page; elsewhere the default is Simplified Chinese.
    """
    if _pattern("[\u3040-\u30ff\u31f0-\u31ff\uff66-\uff9d]").search(run):
        certain = "ja"
    elif _pattern("[\u3130-\u318f\uac00-\ud7af]").search(run):
        certain = "ko"
    elif page.split("-")[0] in {"zh", "ja", "ko"}:
        return page
    else:
        fitting = [language for language, charset in _HAN_SETS if _fits(run, charset)]
        return fitting[0] if fitting and "zh-Hans" not in fitting else "zh-Hans"
    return page if page.split("-")[0] == certain else certain


@cache
def _pattern(pattern: str) -> re.Pattern[str]:
    """Compile a pattern on first use: wide ranges take milliseconds, and most pages need none."""
    return re.compile(pattern)


def _fits(run: str, charset: str) -> bool:
    try:
        run.encode(charset)
    except UnicodeEncodeError:
        return False
    return True
