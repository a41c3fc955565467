"""Split the blocks of a résumé into sections."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace

from ..layout.blocks import Block, groups, join
from ..lexicon.contact_patterns import EMAIL, is_contact_link
from ..lexicon.date_ranges import period_of
from ..lexicon.section_titles import section_of

_MAX_TITLE_LENGTH = 50
_TITLE_LEVEL = 2
_MAX_HEADER_BLOCKS = 8
_Style = tuple[int, float, bool, bool]
"""Heading level, size, bold, all capitals."""


@dataclass(frozen=True, slots=True)
class Section:
    """The blocks under one title. `kind` is a section of the schema, `contact`, or empty for a custom section."""

    title: str
    kind: str
    blocks: tuple[Block, ...]


def with_separate_titles(blocks: Sequence[Block]) -> list[Block]:
    """Return the blocks, with section titles in blocks of their own."""
    markers = _title_markers(blocks)
    return [part for block in blocks for part in _split_title(_as_title(block) if block.marker in markers else block)]


def _title_markers(blocks: Sequence[Block]) -> set[str]:
    """Return the markers that mark section titles and little else, as in `■ Skills`."""
    marked = Counter(block.marker for block in blocks if block.depth == 1)
    titles = Counter(block.marker for block in blocks if block.depth == 1 and section_of(_title_text(block)))
    return {marker for marker, count in titles.items() if count > 1 and 2 * count >= marked[marker]}


def _as_title(block: Block) -> Block:
    """Return a list item as a title, without its marker."""
    return replace(block, marker="", depth=0, heading=block.heading or _TITLE_LEVEL, gap=True)


def sections_of(blocks: list[Block], name: int | None) -> list[Section]:
    """Return the sections in order; blocks above the first title come first, without a title.

    `name` is the index of the block with the person's name, which starts a part without a title wherever it is.
    """
    styles = _title_styles(blocks)
    result: list[tuple[str, str, list[Block]]] = [("", "", [])]
    for at, block in enumerate(blocks):
        if at == name or (block.starts_column and _has_contact_details(blocks[at : at + _MAX_HEADER_BLOCKS])):
            result.append(("", "", [block]))
        elif (title := _title_of(block, styles, blocks, at)) is not None:
            result.append((title, section_of(title) or "", []))
        else:
            result[-1][2].append(block)
    return [Section(title, kind, tuple(inside)) for title, kind, inside in result if title or inside]


def _has_contact_details(blocks: list[Block]) -> bool:
    """Return whether the lines at the top of a column hold contact details."""
    end = next((at for at, block in enumerate(blocks) if section_of(_title_text(block))), len(blocks))
    return any(
        EMAIL.search(block.text) or any(is_contact_link(span.url) for span in block.spans) for block in blocks[:end]
    )


def _style(block: Block) -> _Style:
    return block.heading, round(block.size * 2) / 2, block.bold, block.all_caps


def _title_styles(blocks: list[Block]) -> Counter[_Style]:
    """Return the styles of the blocks with a usual section title, and the number of blocks in each."""
    known = [block for block in blocks if _may_be_title(block) and section_of(_title_text(block))]
    if not known:
        return Counter()
    styles = Counter(map(_style, known))
    levels = [style[0] for style in styles.elements() if style[0]]
    if len(levels) * 2 > sum(styles.values()):  # the file marks its headings
        level = Counter(levels).most_common(1)[0][0]
        return Counter({style: count for style, count in styles.items() if style[0] == level})
    return styles


def _title_text(block: Block) -> str:
    """Return the text of a block as a title, without a colon at its end."""
    return block.text.rstrip(" :：")


def _split_title(block: Block) -> list[Block]:
    """Return a block; if it is a section title beside the first line of the section, the two separately."""
    parts = groups(block.spans)
    if len(parts) < 2 or block.depth or block.heading or not section_of(join(parts[0])):
        return [block]
    title = replace(block, spans=parts[0])
    rest = replace(block, spans=tuple(span for part in parts[1:] for span in part), gap=False)
    is_prominent = (title.bold and not rest.bold) or title.all_caps or title.size > rest.size * 1.1
    return [title, rest] if is_prominent else [block]


def _may_be_title(block: Block) -> bool:
    text = block.text
    return (
        not block.depth and 1 < len(text) <= _MAX_TITLE_LENGTH and any(map(str.isalpha, text)) and not period_of(text)
    )


def _title_of(block: Block, styles: Counter[_Style], blocks: list[Block], at: int) -> str | None:
    """Return the title of the section that a block starts, or None."""
    if not _may_be_title(block):
        return None
    text, style = _title_text(block), _style(block)
    if section_of(text):
        return text if _is_title_style(style, styles, blocks) and not _is_label(block, blocks, at, styles) else None
    if at + 1 >= len(blocks) or re.search(r"[@,;]|\.$", text):
        return None
    if style[0]:
        return text if style in styles or any(style[0] == other[0] for other in styles) else None
    return text if styles[style] and _stands_out(style, styles, blocks) and block.gap else None


def _is_title_style(style: _Style, styles: Counter[_Style], blocks: list[Block]) -> bool:
    """Return whether a usual title has the style of most usual titles, or a more prominent one."""
    if style[0] and any(style[0] == other[0] for other in styles):
        return True
    if not styles or styles[style]:
        most = styles.most_common(1)[0] if styles else (style, 1)
        return styles[style] * 4 >= most[1] or _prominence(style) >= _prominence(most[0])
    return False


def _prominence(style: _Style) -> tuple[bool, float, bool, bool]:
    return bool(style[0]), style[1], style[3], style[2]


def _is_label(block: Block, blocks: list[Block], at: int, styles: Counter[_Style]) -> bool:
    """Return whether a usual title is only the label of a group: `Languages` above programming languages."""
    if block.heading or not blocks[at - 1 : at] or len(styles) > 1:
        return False
    return not block.gap and not block.text.isupper() and not block.bold and at > 0 and not block.size


def _stands_out(style: _Style, styles: Counter[_Style], blocks: list[Block]) -> bool:
    """Return whether the style of titles is used for little else, so that other blocks in it are titles too."""
    same_style = [block for block in blocks if _style(block) == style and not block.depth]
    known = [block for block in same_style if section_of(_title_text(block))]
    unknown = len(same_style) - len(known)
    dated = sum(period_of(block.text) is not None for block in same_style)
    body = Counter(_style(block) for block in blocks if len(block.text) > _MAX_TITLE_LENGTH).most_common(1)
    is_body = (bool(body) and body[0][0] == style) or (style == (0, style[1], False, False) and not style[1])
    larger = bool(body) and style[1] > body[0][0][1] * 1.05
    if is_body or dated:
        return False
    return ((larger or style[3]) and unknown <= 2 * len(known) + 1) or (len(known) >= 3 and unknown <= len(known) // 2)
