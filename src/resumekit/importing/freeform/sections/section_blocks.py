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
    prominent = _prominent_styles(blocks)
    result: list[tuple[str, str, list[Block]]] = [("", "", [])]
    for at, block in enumerate(blocks):
        if at == name or (block.starts_column and _has_contact_details(blocks[at : at + _MAX_HEADER_BLOCKS])):
            result.append(("", "", [block]))
        elif (title := _title_of(block, styles, prominent, blocks, at)) is not None:
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


def _title_of(
    block: Block, styles: Counter[_Style], prominent: set[_Style], blocks: list[Block], at: int
) -> str | None:
    """Return the title of the section that a block starts, or None."""
    if not _may_be_title(block):
        return None
    text, style = _title_text(block), _style(block)
    if section_of(text):
        return text if _is_title_style(style, styles) and not _is_label(block, blocks, at, styles) else None
    if at + 1 >= len(blocks) or re.search(r"[@,;]|\.$", text):
        return None
    if style[0]:
        return text if style in styles or any(style[0] == other[0] for other in styles) else None
    return text if styles[style] and style in prominent and block.gap else None


def _is_title_style(style: _Style, styles: Counter[_Style]) -> bool:
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


def _prominent_styles(blocks: list[Block]) -> set[_Style]:
    """Return the styles that are used for titles and little else, so that other blocks in them are titles too."""
    by_style: dict[_Style, list[Block]] = {}
    for block in blocks:
        if not block.depth:
            by_style.setdefault(_style(block), []).append(block)
    long = Counter(_style(block) for block in blocks if len(block.text) > _MAX_TITLE_LENGTH)
    body = long.most_common(1)[0][0] if long else None
    return {style for style, same_style in by_style.items() if _stands_out(style, same_style, body)}


def _stands_out(style: _Style, same_style: list[Block], body: _Style | None) -> bool:
    """Return whether the blocks in a style are titles, given the style of body text."""
    known = sum(section_of(_title_text(block)) is not None for block in same_style)
    unknown = len(same_style) - known
    is_body = style == body or (style == (0, style[1], False, False) and not style[1])
    if is_body or any(period_of(block.text) for block in same_style):
        return False
    larger = body is not None and style[1] > body[1] * 1.05
    return ((larger or style[3]) and unknown <= 2 * known + 1) or (known >= 3 and unknown <= known // 2)
