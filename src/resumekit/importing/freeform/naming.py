"""Which line is the person's name, and which lines are no words at all."""

from __future__ import annotations

import re
from collections.abc import Sequence

from .blocks import Block, groups, join
from .contacts import EMAIL, LABELS, WEB
from .periods import period_of
from .titles import section_of

_FILE = re.compile(r"\S+\.(?:jpe?g|png|gif|webp|svg|bmp|pdf|docx?)", re.IGNORECASE)
DOCUMENT = re.compile(
    r"(?:curriculum vitae|cv|résumé|resume|lebenslauf|履歴書|職務経歴書|个人简历|個人簡歷|履歷表|简历|履歷|"
    r"이력서|резюме)\s*(?:of|"
    r"von|de)?\s*[:：–-]?\s*",
    re.IGNORECASE,
)
"""What says that it is a résumé, and no more."""

NAME_LABEL = re.compile(r"^(?:name|氏名|姓名|お名前|성명|이름|имя)\s*[:：]\s*", re.IGNORECASE)
_LONGEST_NAME = 50


def name_in(blocks: Sequence[Block]) -> int | None:
    """Return the index of the block that is the person's name: the largest, or the first near the top that can be."""
    if (at := _largest(blocks)) is not None:
        return at
    top = [at for at, block in enumerate(blocks) if _could_be_name(block)]
    if not top:
        return None
    sizes = [blocks[at].largest for at in top]
    largest = max(sizes)
    body = sorted(block.size for block in blocks)[len(blocks) // 2]
    if largest > body * 1.15:
        return top[sizes.index(largest)]
    titled = [at for at in top if blocks[at].heading == 1]
    first = top[0] if top[0] < 8 else None
    return titled[0] if titled and titled[0] < 8 else first


def _largest(blocks: Sequence[Block]) -> int | None:
    """Return the index of the one block that is much larger than all others."""
    sizes = sorted({block.largest for block in blocks}, reverse=True)
    body = sorted(block.size for block in blocks)[len(blocks) // 2] if blocks else 0
    if not sizes or sizes[0] < 1.25 * body or not body:
        return None
    largest = [at for at, block in enumerate(blocks) if block.largest == sizes[0]]
    text = name_text(blocks[largest[0]])
    fits = len(largest) == 1 and len(text) <= 3 * _LONGEST_NAME and any(map(str.isalpha, text))
    return (
        largest[0] if fits and not section_of(text) and not DOCUMENT.fullmatch(text) and not period_of(text) else None
    )


def _could_be_name(block: Block) -> bool:
    text = name_text(block)
    if block.depth or not 1 < len(text) <= _LONGEST_NAME or section_of(text) or is_opaque(text):
        return False
    if len(text.split()) > 7 or DOCUMENT.fullmatch(text):
        return False
    return bool(DOCUMENT.match(text)) or _is_of_letters(text)


def _is_of_letters(text: str) -> bool:
    """Tell whether a line has hardly more than letters, and none that reach a person or end a sentence."""
    letters = sum(char.isalpha() or char in " .,'’-()" for char in text)
    reached = EMAIL.search(text) or WEB.search(text) or LABELS.match(f"{text}:")
    return letters >= 0.9 * len(text) and not reached and not period_of(text) and text[-1] not in ".。:："


def name_text(block: Block) -> str:
    """Return the words that are the name: in the first part of the line that is of its size."""
    largest = block.largest
    spans = [span for group in groups(block.spans)[:1] for span in group if span.size >= largest * 0.8]
    text = join(spans).strip(" |·,")
    text = NAME_LABEL.sub("", text)
    is_more = DOCUMENT.match(text) and not DOCUMENT.fullmatch(text)
    return DOCUMENT.sub("", text, count=1) if is_more and not largest else text


def is_opaque(text: str) -> bool:
    """Tell whether a line is no words: the name of a picture's file, or letters and digits in disorder."""
    if " " in text.strip() or not text.strip():
        return False
    mixed = (
        len(text) >= 12 and not text.isupper() and bool(re.search(r"[A-Za-z]\d|\d[A-Za-z]", text)) and text.isalnum()
    )
    return bool(_FILE.fullmatch(text)) or (mixed and sum(map(str.isdigit, text)) >= 2)


def says_whose(block: Block, name: str) -> bool:
    """Tell whether a line says no more than that this is a résumé, and whose, as each page's first line may do."""
    parts = [join(group) for group in groups(block.spans)]
    return bool(parts) and not block.depth and all(DOCUMENT.fullmatch(part) or _is_again(part, name) for part in parts)


def _is_again(text: str, name: str) -> bool:
    """Tell whether some words are a name once more, perhaps without the title before it."""
    words = text.casefold().split()
    before, rest = name.casefold().split()[: -len(words)], name.casefold().split()[-len(words) :]
    return len(words) > 1 and words == rest and all(word.endswith(".") for word in before)
