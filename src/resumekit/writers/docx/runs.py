"""From the inline tree to runs."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml.ns import qn
from docx.text.paragraph import Paragraph

from resumekit.present import Inline, Inlines
from resumekit.present.inline import Code, Emphasis, Foreign, LineBreak, Link, Strong, Words

from .bidi_runs import stretches
from .style_names import style_id
from .word_design import WordDesign
from .word_languages import word_language
from .wordml import Element, text, w

_SPACE = re.compile("[\t\n\r ]+")
_NOT_IN_ADDRESSES = re.compile(r"[\x00-\x20\"<>\\^`{|}\x7f]|%(?![0-9A-Fa-f]{2})")


@dataclass(frozen=True, slots=True)
class Voice:
    """How a run sounds: its character style, and what of weight and slope is not as in its paragraph.

    `mirrored` is where signs between letters of both directions belong to; where it is None, to the page.
    """

    style: str = ""
    bold: bool | None = None
    italic: bool = False
    language: str = ""
    mirrored: bool | None = None


PLAIN = Voice()


class Pen:
    """Writes into the paragraphs of one document."""

    def __init__(self, design: WordDesign) -> None:
        self._design = design

    def write(self, paragraph: Paragraph, inlines: Inlines | str, voice: Voice = PLAIN) -> None:
        """Write a text at the end of a paragraph."""
        for element in self._elements(paragraph, _parsed(inlines), voice):
            paragraph._p.append(element)

    def link(self, paragraph: Paragraph, url: str, inlines: Inlines | str, voice: Voice = PLAIN) -> None:
        """Write a text that leads to a URL; without a URL, the text alone."""
        self.write(paragraph, (Link(url, _parsed(inlines)),) if url else inlines, voice)

    def _elements(self, paragraph: Paragraph, inlines: Inlines, voice: Voice) -> Iterator[Element]:
        for inline in inlines:
            yield from self._inline(paragraph, inline, voice)

    def _inline(self, paragraph: Paragraph, inline: Inline, voice: Voice) -> Iterator[Element]:
        match inline:
            case Words(words):
                yield from self._runs(words, voice)
            case Foreign(language, words):
                yield from self._runs(words, replace(voice, language=language))
            case Strong(children):
                strong = replace(voice, style=voice.style or "Strong", bold=True)
                yield from self._elements(paragraph, children, strong)
            case Emphasis(children):
                emphasis = replace(voice, style=voice.style or "Emphasis", italic=True)
                yield from self._elements(paragraph, children, emphasis)
            case Code(words):
                yield from self._runs(words, replace(voice, style=_style_of(voice, "HTML Code"), mirrored=False))
            case Link(url, children):
                relation = paragraph.part.relate_to(_address(url), RELATIONSHIP_TYPE.HYPERLINK, is_external=True)
                linked = replace(voice, style="Hyperlink")
                yield _hyperlink(relation, self._elements(paragraph, children, linked))
            case LineBreak():
                yield w("r", w("br"))

    def _runs(self, words: str, voice: Voice) -> Iterator[Element]:
        mirrored = self._design.mirrored if voice.mirrored is None else voice.mirrored
        for stretch, from_right in stretches(_SPACE.sub(" ", words), mirrored=mirrored):
            if stretch:
                yield w("r", self._properties(voice, from_right), text(stretch))

    def _properties(self, voice: Voice, from_right: bool) -> Element | None:
        """Return what of a run is not as in its paragraph.

        Weight and slope are said by the run itself, whatever its style says: a style that says bold in a paragraph
        whose style says so too would take it back.
        """
        made: list[Element] = []
        if voice.style:
            made.append(w("rStyle", val=style_id(voice.style)))
        if voice.language:
            made.append(w("rFonts", hint="eastAsia", eastAsia=self._east_asian(voice.language)))
        if voice.bold is not None:
            made += [w("b", val=int(voice.bold)), w("bCs", val=int(voice.bold))]
        if voice.italic:
            made += [w("i"), w("iCs")]
        if from_right:
            made.append(w("rtl"))
        if voice.language:
            made.append(w("lang", eastAsia=word_language(voice.language)))
        return w("rPr", *made) if made else None

    def _east_asian(self, language: str) -> str:
        return self._design.text.east_asian(word_language(language))


def _parsed(inlines: Inlines | str) -> Inlines:
    return (Words(inlines),) if isinstance(inlines, str) else inlines


def _style_of(voice: Voice, own: str) -> str:
    """Return a run's own style, but in a link that of links."""
    return voice.style if voice.style == "Hyperlink" else own


def _hyperlink(relation: str, children: Iterator[Element]) -> Element:
    element = w("hyperlink", *children, history=1)
    element.set(qn("r:id"), relation)
    return element


def _address(url: str) -> str:
    """Return a URL without signs that may not stand in one: Office takes a document with them for damaged."""
    return _NOT_IN_ADDRESSES.sub(lambda found: f"%{ord(found.group()):02X}", url)
