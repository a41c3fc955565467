"""Write headings, paragraphs and lists as Markdown."""

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

from ..flow import Heading, ItemList, Lines, ListItem, Part, flow
from ..prepared_edition import PreparedEdition
from .markdown_escaping import escape, escape_heading, escape_line
from .markdown_inline import inline_markdown

_LETTERS = re.compile(r"[a-z]+\.")
# Other list markers cannot interrupt a paragraph and would become its text.
_INTERRUPTS = re.compile(r"[-*] \S|1[.)] \S")


def write(edition: PreparedEdition) -> Artifact:
    """Return the résumé as Markdown."""
    return Artifact("md", markdown(edition.view).encode())


def markdown(view: ResumeView) -> str:
    """Return a whole view as CommonMark."""
    return "".join(f"{line}\n" for line in _lines_of(flow(view)))


def _lines_of(parts: Iterable[Part], *, within: bool = False) -> list[str]:
    """Return the lines of consecutive parts; `within` a list item they are not separated by blank lines."""
    made: list[str] = []
    before: Part | None = None
    alternate = False
    for part in _single_lists(parts):
        alternate = isinstance(part, ItemList) and isinstance(before, ItemList) and not alternate
        lines = _part(part, alternate)
        if lines:
            is_close = _is_close(before, part) or (within and isinstance(before, Lines) and _INTERRUPTS.match(lines[0]))
            made += lines if is_close or not made else ["", *lines]
            before = part
    return made


def _is_close(before: Part | None, part: Part) -> bool:
    """Return whether a part directly follows the title of an entry."""
    return isinstance(before, Heading) and before.level > 2 and not isinstance(part, Heading)


def _part(part: Part, alternate: bool) -> list[str]:
    match part:
        case Heading(level, text):
            title = escape_heading(inline_markdown(text, line_break=" "))
            return [f"{'#' * level} {title}"] if title else []
        case Lines(rows):
            return _paragraph(inline_markdown(_joined(LineBreak(), (_joined(Words(" · "), row) for row in rows))))
        case ItemList(items):
            return [line for item in items for line in _item(item, alternate)]
        case PictureView(file, alt, caption):
            picture = f"![{escape(alt)}]({quote(file)})"
            return [picture + "\\" * bool(caption), *_paragraph(inline_markdown(caption))]


def _joined(separator: Inline, texts: Iterable[Inlines]) -> Inlines:
    return tuple(chain.from_iterable((separator, *text) for text in texts))[1:]


def _paragraph(markdown: str) -> list[str]:
    return list(map(escape_line, markdown.split("\n"))) if markdown else []


def _item(item: ListItem, alternate: bool) -> Iterator[str]:
    """Yield the lines of a list item. CommonMark has no lettered lists: a letter becomes the first word of a bullet."""
    number = item.mark.removesuffix(".")
    if number.isdecimal():
        marker = f"{number}{')' if alternate else '.'} "
    else:
        marker = "* " if alternate else "- "
        item = _with_mark(item) if _LETTERS.fullmatch(item.mark) else item
    for count, line in enumerate(_lines_of(item.parts, within=True)):
        yield f"{' ' * len(marker) if count else marker}{line}".rstrip(" ")


def _with_mark(item: ListItem) -> ListItem:
    mark = Words(f"{item.mark} ")
    match item.parts:
        case (Lines(((first, *others), *rows)), *parts):
            return replace(item, parts=(Lines((((mark, *first), *others), *rows)), *parts))
        case parts:
            return replace(item, parts=(Lines((((mark,),),)), *parts))


def _single_lists(parts: Iterable[Part]) -> Iterator[Part]:
    """Yield the parts, splitting a list where its numbers skip one: CommonMark only takes the first number."""
    for part in parts:
        if not isinstance(part, ItemList):
            yield part
            continue
        group: list[ListItem] = []
        for item in part.items:
            if group and not _follows(group[-1].mark, item.mark):
                yield ItemList(tuple(group))
                group = []
            group.append(item)
        yield ItemList(tuple(group))


def _follows(mark: str, next_mark: str) -> bool:
    first, second = mark.removesuffix("."), next_mark.removesuffix(".")
    return not second.isdecimal() or int(second) == int(first) + 1
