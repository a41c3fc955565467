"""Write inline text as runs."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml.ns import qn
from docx.text.paragraph import Paragraph

from resumekit.present import Inline, Inlines
from resumekit.present.inline import Code, Emphasis, Foreign, LineBreak, Link, Strong, Words

from .bidi_runs import direction_runs
from .style_names import CONTACT_LINK, style_id
from .word_design import WordDesign
from .word_languages import word_language
from .wordml import Element, text, w

_SPACE = re.compile("[\t\n\r ]+")
_INVALID_IN_URL = re.compile(r"[\x00-\x20\"<>\\^`{|}\x7f]|%(?![0-9A-Fa-f]{2})")


@dataclass(frozen=True, slots=True)
class RunFormat:
    """The format of a run: its character style, and weight and slope where they differ from the paragraph's.

    `rtl` is the base direction, which applies to punctuation between letters of both directions; None means the
    page's.
    """

    style: str = ""
    bold: bool | None = None
    italic: bool = False
    language: str = ""
    rtl: bool | None = None


PLAIN = RunFormat()


class RunWriter:
    """Writes text into the paragraphs of one document."""

    def __init__(self, design: WordDesign) -> None:
        self._design = design

    def write(self, paragraph: Paragraph, inlines: Inlines | str, run_format: RunFormat = PLAIN) -> None:
        """Append a text to a paragraph."""
        for element in self._elements(paragraph, _parsed(inlines), run_format):
            paragraph._p.append(element)

    def link(self, paragraph: Paragraph, url: str, inlines: Inlines | str, run_format: RunFormat = PLAIN) -> None:
        """Append a text linked to a URL; without a URL, the text alone."""
        self.write(paragraph, (Link(url, _parsed(inlines)),) if url else inlines, run_format)

    def _elements(self, paragraph: Paragraph, inlines: Inlines, run_format: RunFormat) -> Iterator[Element]:
        for inline in inlines:
            yield from self._inline(paragraph, inline, run_format)

    def _inline(self, paragraph: Paragraph, inline: Inline, run_format: RunFormat) -> Iterator[Element]:
        match inline:
            case Words(words):
                yield from self._runs(words, run_format)
            case Foreign(language, words):
                yield from self._runs(words, replace(run_format, language=language))
            case Strong(children):
                strong = replace(run_format, style=run_format.style or "Strong", bold=True)
                yield from self._elements(paragraph, children, strong)
            case Emphasis(children):
                emphasis = replace(run_format, style=run_format.style or "Emphasis", italic=True)
                yield from self._elements(paragraph, children, emphasis)
            case Code(words):
                yield from self._runs(words, replace(run_format, style=_style_of(run_format, "HTML Code"), rtl=False))
            case Link(url, children):
                relation = paragraph.part.relate_to(_valid_url(url), RELATIONSHIP_TYPE.HYPERLINK, is_external=True)
                linked = replace(run_format, style=_style_of(run_format, "Hyperlink"))
                yield _hyperlink(relation, self._elements(paragraph, children, linked))
            case LineBreak():
                yield w("r", w("br"))

    def _runs(self, words: str, run_format: RunFormat) -> Iterator[Element]:
        base_rtl = self._design.rtl if run_format.rtl is None else run_format.rtl
        for part, rtl in direction_runs(_SPACE.sub(" ", words), rtl=base_rtl):
            if part:
                yield w("r", self._properties(run_format, rtl), text(part))

    def _properties(self, run_format: RunFormat, rtl: bool) -> Element | None:
        """Return the properties in which a run differs from its paragraph.

        Weight and slope are set on the run itself, whatever its style says: Word toggles them, so a bold character
        style in a bold paragraph style would not be bold.
        """
        made: list[Element] = []
        if run_format.style:
            made.append(w("rStyle", val=style_id(run_format.style)))
        if run_format.language:
            made.append(w("rFonts", hint="eastAsia", eastAsia=self._east_asian(run_format.language)))
        if run_format.bold is not None:
            made += [w("b", val=int(run_format.bold)), w("bCs", val=int(run_format.bold))]
        if run_format.italic:
            made += [w("i"), w("iCs")]
        if rtl:
            made.append(w("rtl"))
        if run_format.language:
            made.append(w("lang", eastAsia=word_language(run_format.language)))
        return w("rPr", *made) if made else None

    def _east_asian(self, language: str) -> str:
        return self._design.text.east_asian(word_language(language))


def _parsed(inlines: Inlines | str) -> Inlines:
    return (Words(inlines),) if isinstance(inlines, str) else inlines


def _style_of(run_format: RunFormat, own: str) -> str:
    """Return a run's own style, or inside a link the link style."""
    return run_format.style if run_format.style in {"Hyperlink", CONTACT_LINK} else own


def _hyperlink(relation: str, children: Iterator[Element]) -> Element:
    element = w("hyperlink", *children, history=1)
    element.set(qn("r:id"), relation)
    return element


def _valid_url(url: str) -> str:
    """Return a URL with invalid characters percent-encoded: Office reports a document with them as damaged."""
    return _INVALID_IN_URL.sub(lambda found: f"%{ord(found.group()):02X}", url)
