"""Write a view as TeX: every leaf is escaped here, so templates need no filters and cannot forget one."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, fields, is_dataclass, replace
from typing import Any

from markupsafe import Markup

from resumekit.present import Block, Blocks, Inline, Inlines
from resumekit.present.inline import Code, Emphasis, Foreign, LineBreak, Link, ListBlock, Paragraph, Strong, Words
from resumekit.present.view import BulletsView, EntryView, PictureView, SectionView

from .html_writer import Plain
from .latex_escaping import composed, escape, escape_url, escape_words, length
from .latex_scripts import Script
from .printed_view import named_by_link

_PRINTED = frozenset({"address", "date", "end", "label", "start", "text"})
"""The fields of a view that hold printed text as a plain string."""

_INDENT = "  "

_INITIALS = 3
"""How many letters of a title are its initials, as in `parts.html.j2`."""

# A left-to-right run on a right-to-left page: from a word to the last word or number after it. Neutral characters
# around it take the page's direction (UAX #9, N1 and N2), except those that end a word or number: C++, 95%.
_LETTER = "A-Za-z\u00c0-\u024f"
_WORD = rf"[{_LETTER}](?:[{_LETTER}0-9_.+#/@:&'-]*[{_LETTER}0-9_+#])?"
_LTR_RUN = re.compile(rf"{_WORD}(?:[^\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff]*?(?:{_WORD}|[0-9]%?))*")


def markup(tex: str) -> Markup:
    """Mark a string as TeX, so that a template does not escape it again."""
    return Markup(tex)  # noqa: S704 (built from escaped leaves only)


@dataclass(frozen=True, slots=True)
class TexWriter:
    """Writes a view in one script and direction; `pictures` maps files to their names beside the document.

    With `capitals`, the titles of sections are in capitals.
    """

    script: Script
    pictures: Mapping[str, str]
    rtl: bool = False
    capitals: bool = False

    def to_plain(self, view: Any) -> dict[str, Plain]:
        """Return a view as dictionaries, lists and strings of TeX; paragraphs and lists become one string."""
        plain = {field.name: self._leaf(field.name, field.type, getattr(view, field.name)) for field in fields(view)}
        if isinstance(view, PictureView):
            plain |= {"name": markup(escape(self.pictures.get(view.file, ""))), "width": markup(length(view.width))}
        if isinstance(view, SectionView):
            title = _in_capitals(view.title) if self.capitals else view.title
            plain |= {"title": markup(self.inlines(title)), "initials": markup(self._initials(title))}
        if isinstance(view, EntryView):
            plain["linked"] = self._linked_names(view)
        return plain

    def _linked_names(self, entry: EntryView) -> dict[str, Plain]:
        """Return the title and the organization, the one of the link (`by`) as a link if its address is not printed."""
        by = named_by_link(entry)
        url = entry.link.url if entry.link and not entry.link.text else ""
        names = {"title": entry.title, "organization": entry.organization}
        return {
            "by": by,
            **{name: markup(self.inlines(text, url if name == by else "")) for name, text in names.items()},
        }

    def _initials(self, title: Inlines) -> str:
        r"""Return a title as two arguments of `\initials`: its first letters, and the rest.

        All of it is first in a script without capitals, and if it is more than words.
        """
        match title:
            case (Words(text),) if len(text) > _INITIALS and text[:_INITIALS].upper() != text[:_INITIALS].lower():
                return rf"\initials{{{self.words(text[:_INITIALS])}}}{{{self.words(text[_INITIALS:])}}}"
        return rf"\initials{{{self.inlines(title)}}}{{}}"

    def _leaf(self, name: str, annotation: Any, value: Any) -> Plain:
        if isinstance(value, str):
            return markup(
                self.words(value) if name in _PRINTED else escape_url(value) if name == "url" else escape(value)
            )
        if annotation == "Inlines":
            return markup(self.inlines(value))
        if annotation == "Blocks":
            return markup("\n".join(self._blocks(value)))
        if annotation == "tuple[Inlines, ...]":
            return [markup(self.inlines(item)) for item in value]
        if isinstance(value, BulletsView):
            return markup("\n".join(self._bullets(value)))
        if isinstance(value, tuple):
            return [self.to_plain(item) for item in value]
        return self.to_plain(value) if is_dataclass(value) else value

    def words(self, text: str) -> str:
        """Return plain text, marking parts that need a fallback font or run against the page's direction."""
        at, made = 0, ""
        for run in _LTR_RUN.finditer(text) if self.rtl else ():
            made += self._parts(text[at : run.start()]) + rf"\ltr{{{self._parts(run.group())}}}"
            at = run.end()
        return made + self._parts(text[at:])

    def _parts(self, text: str) -> str:
        return "".join(
            self._fallback(part) if needs_fallback else escape_words(part)
            for part, needs_fallback in self.script.parts(text)
        )

    def _fallback(self, text: str) -> str:
        marked = rf"\fallback{{{composed(text)}}}"
        against = not self.rtl and unicodedata.bidirectional(text[0]) in {"R", "AL"}
        return rf"\rtl{{{marked}}}" if against else marked

    def inlines(self, inlines: Inlines, url: str = "") -> str:
        """Return inline text as TeX, linked to the URL if one is given."""
        if url and not any(_links_in(inlines)):
            return rf"\href{{{escape_url(url)}}}{{{self.inlines(inlines)}}}"
        return "".join(self._inline(inline, url) for inline in inlines)

    def _inline(self, inline: Inline, url: str) -> str:
        match inline:
            case Words() | Foreign() | Code() if url:
                return self.inlines((inline,), url)
            case Words(text):
                return self.words(text)
            case Foreign(language, text):
                return rf"\foreign{{{language}}}{{{escape(text)}}}"
            case Strong(children):
                return rf"\textbf{{{self.inlines(children, url)}}}"
            case Emphasis(children):
                return rf"\emph{{{self.inlines(children, url)}}}"
            case Code(text):
                return rf"\code{{{self.words(text)}}}"
            case Link(own, children):
                return rf"\href{{{escape_url(own)}}}{{{self.inlines(children)}}}"
            case LineBreak():
                return r"\br{}"

    def _blocks(self, blocks: Blocks) -> Iterator[str]:
        """Yield the lines of paragraphs and lists, separated by blank lines."""
        for number, block in enumerate(blocks):
            if number:
                yield ""
            yield from self._block(block)

    def _block(self, block: Block) -> Iterator[str]:
        match block:
            case Paragraph(children):
                yield self.inlines(children)
            case ListBlock(items, numbers):
                yield from _environment("numbers" if numbers else "bullets", self._items(items, numbers))

    def _items(self, items: Iterable[Blocks], numbers: tuple[int, ...]) -> Iterator[str]:
        for index, item in enumerate(items):
            if numbers and numbers[index] != (numbers[index - 1] if index else 0) + 1:
                yield rf"\from{{{numbers[index]}}}"
            first, *below = self._blocks(item) if item else ("",)
            starts_with_text = isinstance(item[0], Paragraph) if item else True
            yield from (rf"\item {first}", *below) if starts_with_text else (r"\item", first, *below)

    def _bullets(self, view: BulletsView) -> Iterator[str]:
        if view.bullets:
            yield from _environment(view.marker, self._bullet_lines(view))

    def _bullet_lines(self, view: BulletsView) -> Iterator[str]:
        for bullet in view.bullets:
            yield rf"\item {self.inlines(bullet.text)}".rstrip()
            yield from self._bullets(bullet.bullets)


def _links_in(inlines: Inlines) -> Iterator[Link]:
    """Yield the links in a text."""
    for inline in inlines:
        match inline:
            case Link():
                yield inline
            case Strong(children) | Emphasis(children):
                yield from _links_in(children)


def _environment(name: str, lines: Iterable[str]) -> Iterator[str]:
    yield rf"\begin{{{name}}}"
    yield from (f"{_INDENT}{line}" if line else "" for line in lines)
    yield rf"\end{{{name}}}"


def _in_capitals(inlines: Inlines) -> Inlines:
    return tuple(_capitals(inline) for inline in inlines)


def _capitals(inline: Inline) -> Inline:
    match inline:
        case Words(text) | Code(text):
            return replace(inline, text=text.upper())
        case Strong(children) | Emphasis(children) | Link(_, children):
            return replace(inline, children=_in_capitals(children))
    return inline
