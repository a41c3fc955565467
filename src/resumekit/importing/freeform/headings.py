"""Where the sections of a résumé begin."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace

from .blocks import Block, groups, join
from .contacts import EMAIL, is_contact
from .periods import period_of
from .titles import section_of

_LONGEST = 50
_OF_SECTIONS = 2
_FEW = 8
_Look = tuple[int, float, bool, bool]


@dataclass(frozen=True, slots=True)
class Section:
    """Blocks under one title. `kind` is the name of a section of the schema, `contact`, or empty for one of its own."""

    title: str
    kind: str
    blocks: tuple[Block, ...]
    where: str = ""


def with_titles_alone(blocks: Sequence[Block]) -> list[Block]:
    """Return the blocks, titles of sections divided from what stands beside them."""
    signs = _signs_of_titles(blocks)
    return [each for block in blocks for each in _divided(_bare(block) if block.marker in signs else block)]


def _signs_of_titles(blocks: Sequence[Block]) -> set[str]:
    """Return the signs that stand before titles of sections, and hardly before anything else: `■ Skills`."""
    marked = Counter(block.marker for block in blocks if block.depth == 1)
    titles = Counter(block.marker for block in blocks if block.depth == 1 and section_of(_words(block)))
    return {sign for sign, count in titles.items() if count > 1 and 2 * count >= marked[sign]}


def _bare(block: Block) -> Block:
    """Return a block without the sign before it."""
    return replace(block, marker="", depth=0, heading=block.heading or _OF_SECTIONS, gap=True)


def sections_of(blocks: list[Block], name: int | None) -> list[Section]:
    """Return the sections in their order; what stands above the first title comes first, without a title.

    `name` is the index of the block that is the person's name: it begins a part without a title wherever it stands.
    """
    designs = _looks_of_titles(blocks)
    made: list[tuple[str, str, list[Block], str]] = [("", "", [], "")]
    for at, block in enumerate(blocks):
        if at == name or (block.column and _reaches(blocks[at : at + _FEW])):
            made.append(("", "", [block], block.where))
        elif (title := _title_of(block, designs, blocks, at)) is not None:
            kind = section_of(title) or ""
            made.append((title, kind, [], block.where))
        else:
            made[-1][2].append(block)
    return [Section(title, kind, tuple(inside), where) for title, kind, inside, where in made if title or inside]


def _reaches(blocks: list[Block]) -> bool:
    """Tell whether the lines at the top of a column reach a person."""
    end = next((at for at, block in enumerate(blocks) if section_of(_words(block))), len(blocks))
    return any(EMAIL.search(block.text) or any(is_contact(span.url) for span in block.spans) for block in blocks[:end])


def _look(block: Block) -> _Look:
    return block.heading, round(block.size * 2) / 2, block.bold, block.capitals


def _looks_of_titles(blocks: list[Block]) -> Counter[_Look]:
    """Return how the blocks look that have a title that is usual for a section, and how many do."""
    known = [block for block in blocks if _could_be_title(block) and section_of(_words(block))]
    if not known:
        return Counter()
    designs = Counter(map(_look, known))
    levels = [design[0] for design in designs.elements() if design[0]]
    if len(levels) * 2 > sum(designs.values()):  # the file says what its headings are
        level = Counter(levels).most_common(1)[0][0]
        return Counter({design: count for design, count in designs.items() if design[0] == level})
    return designs


def _words(block: Block) -> str:
    """Return the words that would be the title: in a table, those of the first cell."""
    return block.text.rstrip(" :：")


def _divided(block: Block) -> list[Block]:
    """Return a block; or a title of a section that stands beside its first line, and that line."""
    parts = groups(block.spans)
    if len(parts) < 2 or block.depth or block.heading or not section_of(join(parts[0])):
        return [block]
    title = replace(block, spans=parts[0])
    rest = replace(block, spans=tuple(span for part in parts[1:] for span in part), gap=False)
    strong = (title.bold and not rest.bold) or title.capitals or title.size > rest.size * 1.1
    return [title, rest] if strong else [block]


def _could_be_title(block: Block) -> bool:
    text = block.text
    return not block.depth and 1 < len(text) <= _LONGEST and any(map(str.isalpha, text)) and not period_of(text)


def _title_of(block: Block, designs: Counter[_Look], blocks: list[Block], at: int) -> str | None:
    """Return the title of the section that a block begins, or None."""
    if not _could_be_title(block):
        return None
    words, design = _words(block), _look(block)
    if section_of(words):
        return words if _is_as_strong(design, designs, blocks) and not _is_label(block, blocks, at, designs) else None
    if at + 1 >= len(blocks) or re.search(r"[@,;]|\.$", words):
        return None
    if design[0]:
        return words if design in designs or any(design[0] == other[0] for other in designs) else None
    return words if designs[design] and _stands_out(design, designs, blocks) and block.gap else None


def _is_as_strong(design: _Look, designs: Counter[_Look], blocks: list[Block]) -> bool:
    """Tell whether a usual title looks like most usual titles, or stronger."""
    if design[0] and any(design[0] == other[0] for other in designs):
        return True
    if not designs or designs[design]:
        most = designs.most_common(1)[0] if designs else (design, 1)
        return designs[design] * 4 >= most[1] or _strength(design) >= _strength(most[0])
    return False


def _strength(design: _Look) -> tuple[bool, float, bool, bool]:
    return bool(design[0]), design[1], design[3], design[2]


def _is_label(block: Block, blocks: list[Block], at: int, designs: Counter[_Look]) -> bool:
    """Tell whether a usual title is but the label of a group: `Languages` above programming languages."""
    if block.heading or not blocks[at - 1 : at] or len(designs) > 1:
        return False
    return not block.gap and not block.text.isupper() and not block.bold and at > 0 and not block.size


def _stands_out(design: _Look, designs: Counter[_Look], blocks: list[Block]) -> bool:
    """Tell whether titles look unlike all else, so that what looks like them is a title too."""
    alike = [block for block in blocks if _look(block) == design and not block.depth]
    known = [block for block in alike if section_of(_words(block))]
    unknown = len(alike) - len(known)
    dated = sum(period_of(block.text) is not None for block in alike)
    body = Counter(_look(block) for block in blocks if len(block.text) > _LONGEST).most_common(1)
    is_body = (bool(body) and body[0][0] == design) or (design == (0, design[1], False, False) and not design[1])
    larger = bool(body) and design[1] > body[0][0][1] * 1.05
    if is_body or dated:
        return False
    return ((larger or design[3]) and unknown <= 2 * len(known) + 1) or (len(known) >= 3 and unknown <= len(known) // 2)
