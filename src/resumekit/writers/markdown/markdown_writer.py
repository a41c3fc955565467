"""Headings, paragraphs and lists in Markdown."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import chain
from urllib.parse import quote

from resumekit.present import Inline, Inlines, ResumeView
from resumekit.present.inline import LineBreak, Words
from resumekit.present.view import PictureView
from resumekit.typeset import Artifact

from ..flow import Heading, Item, Items, Lines, Part, flow
from ..manuscript import Manuscript
from .markdown_escaping import escaped, escaped_heading, escaped_line
from .markdown_inline import inline_markdown

_LETTERS = re.compile(r"[a-z]+\.")
# What else begins like a list would be text of the paragraph above it.
_INTERRUPTS = re.compile(r"[-*] \S|1[.)] \S")


def write(manuscript: Manuscript) -> Artifact:
    """Return the résumé as Markdown."""
    return Artifact("md", markdown(manuscript.view).encode())


def markdown(view: ResumeView) -> str:
    """Return all that a view says, in CommonMark."""
    return "".join(f"{line}\n" for line in _lines_of(flow(view)))


def _lines_of(parts: Iterable[Part], *, within: bool = False) -> list[str]:
    """Return the lines of parts that follow one another; `within` an item of a list they stand close together."""
    made: list[str] = []
    before: Part | None = None
    alternate = False
    for part in _single_lists(parts):
        alternate = isinstance(part, Items) and isinstance(before, Items) and not alternate
        lines = _part(part, alternate)
        if lines:
            is_close = _is_close(before, part) or (within and isinstance(before, Lines) and _INTERRUPTS.match(lines[0]))
            made += lines if is_close or not made else ["", *lines]
            before = part
    return made


def _is_close(before: Part | None, part: Part) -> bool:
    """Tell whether a part stands right below the title of an entry."""
    return isinstance(before, Heading) and before.level > 2 and not isinstance(part, Heading)


def _part(part: Part, alternate: bool) -> list[str]:
    match part:
        case Heading(level, text):
            title = escaped_heading(inline_markdown(text, line_break=" "))
            return [f"{'#' * level} {title}"] if title else []
        case Lines(rows):
            return _paragraph(inline_markdown(_joined(LineBreak(), (_joined(Words(" · "), row) for row in rows))))
        case Items(items):
            return [line for item in items for line in _item(item, alternate)]
        case PictureView(file, alt, caption):
            picture = f"![{escaped(alt)}]({quote(file)})"
            return [picture + "\\" * bool(caption), *_paragraph(inline_markdown(caption))]


def _joined(separator: Inline, texts: Iterable[Inlines]) -> Inlines:
    return tuple(chain.from_iterable((separator, *text) for text in texts))[1:]


def _paragraph(markdown: str) -> list[str]:
    return list(map(escaped_line, markdown.split("\n"))) if markdown else []


def _item(item: Item, alternate: bool) -> Iterator[str]:
    """Yield an item of a list. CommonMark has no letters: they are the first word of a bullet."""
    number = item.mark.removesuffix(".")
    if number.isdecimal():
        sign = f"{number}{')' if alternate else '.'} "
    else:
        sign = "* " if alternate else "- "
        item = _with_mark(item) if _LETTERS.fullmatch(item.mark) else item
    for count, line in enumerate(_lines_of(item.parts, within=True)):
        yield f"{' ' * len(sign) if count else sign}{line}".rstrip(" ")


def _with_mark(item: Item) -> Item:
    mark = Words(f"{item.mark} ")
    match item.parts:
        case (Lines(((first, *others), *rows)), *parts):
            return replace(item, parts=(Lines((((mark, *first), *others), *rows)), *parts))
        case parts:
            return replace(item, parts=(Lines((((mark,),),)), *parts))


def _single_lists(parts: Iterable[Part]) -> Iterator[Part]:
    """Yield the parts, a list in several where its numbers leave some out: CommonMark counts on from the first."""
    for part in parts:
        if not isinstance(part, Items):
            yield part
            continue
        group: list[Item] = []
        for item in part.items:
            if group and not _follows(group[-1].mark, item.mark):
                yield Items(tuple(group))
                group = []
            group.append(item)
        yield Items(tuple(group))


def _follows(mark: str, next_mark: str) -> bool:
    first, second = mark.removesuffix("."), next_mark.removesuffix(".")
    return not second.isdecimal() or int(second) == int(first) + 1
