"""Find the line with the person's name, and lines that are not text."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from ..layout.blocks import Block, groups, join
from ..lexicon.contact_patterns import EMAIL, label_pattern, web_pattern
from ..lexicon.date_ranges import period_of
from ..lexicon.section_titles import section_of
from ..lexicon.word_lists import alternatives

_FILE_NAME = re.compile(r"\S+\.(?:jpe?g|png|gif|webp|svg|bmp|pdf|docx?)", re.IGNORECASE)
_MAX_NAME_LENGTH = 50


@cache
def document_title() -> re.Pattern[str]:
    """Return the pattern of the title of a résumé, such as `Curriculum vitae of`."""
    titles, of = alternatives("documents", "titles"), alternatives("documents", "of")
    return re.compile(rf"(?:{titles})\s*(?:{of})?\s*[:：–-]?\s*", re.IGNORECASE)


@cache
def name_label() -> re.Pattern[str]:
    """Return the pattern of a label before the person's name."""
    return re.compile(rf"^(?:{alternatives('documents', 'name_labels')})\s*[:：]\s*", re.IGNORECASE)


def name_in(blocks: Sequence[Block]) -> int | None:
    """Return the index of the block with the person's name: the largest, or the first plausible one near the top."""
    if (at := _largest(blocks)) is not None:
        return at
    top = [at for at, block in enumerate(blocks) if _could_be_name(block)]
    if not top:
        return None
    sizes = [blocks[at].largest_size for at in top]
    largest = max(sizes)
    body = sorted(block.size for block in blocks)[len(blocks) // 2]
    if largest > body * 1.15:
        return top[sizes.index(largest)]
    titled = [at for at in top if blocks[at].heading == 1]
    first = top[0] if top[0] < 8 else None
    return titled[0] if titled and titled[0] < 8 else first


def _largest(blocks: Sequence[Block]) -> int | None:
    """Return the index of the one block that is much larger than body text."""
    sizes = sorted({block.largest_size for block in blocks}, reverse=True)
    body = sorted(block.size for block in blocks)[len(blocks) // 2] if blocks else 0
    if not sizes or sizes[0] < 1.25 * body or not body:
        return None
    largest_blocks = [at for at, block in enumerate(blocks) if block.largest_size == sizes[0]]
    text = name_text(blocks[largest_blocks[0]])
    fits = len(largest_blocks) == 1 and len(text) <= 3 * _MAX_NAME_LENGTH and any(map(str.isalpha, text))
    return (
        largest_blocks[0]
        if fits and not section_of(text) and not document_title().fullmatch(text) and not period_of(text)
        else None
    )


def _could_be_name(block: Block) -> bool:
    text = name_text(block)
    if block.depth or not 1 < len(text) <= _MAX_NAME_LENGTH or section_of(text) or is_opaque(text):
        return False
    if len(text.split()) > 7 or document_title().fullmatch(text):
        return False
    return bool(document_title().match(text)) or _is_mostly_letters(text)


def _is_mostly_letters(text: str) -> bool:
    """Return whether a line is mostly letters, and is neither a contact detail nor the end of a sentence."""
    letters = sum(char.isalpha() or char in " .,'’-()" for char in text)
    is_contact = EMAIL.search(text) or web_pattern().search(text) or label_pattern().match(f"{text}:")
    return letters >= 0.9 * len(text) and not is_contact and not period_of(text) and text[-1] not in ".。:："


def name_text(block: Block) -> str:
    """Return the name in a block: the large text in the first part of the line, without a label."""
    largest = block.largest_size
    spans = [span for group in groups(block.spans)[:1] for span in group if span.size >= largest * 0.8]
    text = join(spans).strip(" |·,")
    text = name_label().sub("", text)
    has_more = document_title().match(text) and not document_title().fullmatch(text)
    return document_title().sub("", text, count=1) if has_more and not largest else text


def is_opaque(text: str) -> bool:
    """Return whether a line is not text: the name of a picture's file, or random letters and digits."""
    if " " in text.strip() or not text.strip():
        return False
    mixed = (
        len(text) >= 12 and not text.isupper() and bool(re.search(r"[A-Za-z]\d|\d[A-Za-z]", text)) and text.isalnum()
    )
    return bool(_FILE_NAME.fullmatch(text)) or (mixed and sum(map(str.isdigit, text)) >= 2)


def is_running_title(block: Block, name: str) -> bool:
    """Return whether a line only says that this is a résumé and whose, as a running header does."""
    parts = [join(group) for group in groups(block.spans)]
    return (
        bool(parts)
        and not block.depth
        and all(document_title().fullmatch(part) or _repeats_name(part, name) for part in parts)
    )


def _repeats_name(text: str, name: str) -> bool:
    """Return whether a text repeats the name, perhaps without the title before it."""
    words = text.casefold().split()
    before, rest = name.casefold().split()[: -len(words)], name.casefold().split()[-len(words) :]
    return len(words) > 1 and words == rest and all(word.endswith(".") for word in before)
