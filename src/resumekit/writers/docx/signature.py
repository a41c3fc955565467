"""The lines at the end for the place and date and for the signature, in themes with the option `signature`."""

from __future__ import annotations

from collections.abc import Sequence

from docx.enum.text import WD_TAB_LEADER
from docx.shared import Length, Pt
from docx.text.paragraph import Paragraph

from resumekit.present.view import SectionView
from resumekit.present.words import words

from .document_builder import DocumentBuilder
from .runs import RunFormat
from .style_names import LABEL, SIGNATURE

SIGNATURE_SECTION = "signature"
"""The section whose content is on the lines."""

_ENDS = (0.36, 0.48, 0.84)
"""The end of the first line, and the start and the end of the second, as fractions of the text width."""

_ROOM = 3.5
"""The space for writing by hand, as a multiple of the text size."""


def write_lines(
    builder: DocumentBuilder, language: str, section: SectionView | None, above: Sequence[Paragraph]
) -> None:
    """Write the lines and what is below them: the title of the section, if there is one, and a word for the signature.

    `above` is what the section has to say, already written.
    """
    ends = [Length(int(builder.design.page_setup.text_width * end)) for end in _ENDS]
    for paragraph in above:
        paragraph.paragraph_format.left_indent = Length(0)
        paragraph.paragraph_format.keep_with_next = True
    rule = builder.paragraph(SIGNATURE)
    rule.paragraph_format.keep_with_next = True
    [*above, rule][0].paragraph_format.space_before = Pt(_ROOM * builder.design.size)
    for end, leader in zip(ends, (WD_TAB_LEADER.LINES, WD_TAB_LEADER.SPACES, WD_TAB_LEADER.LINES), strict=True):
        rule.paragraph_format.tab_stops.add_tab_stop(end, leader=leader)
        builder.tab(rule)
    known = words(language)
    title = section.title if section and section.title else known.label("place_date")
    labels = builder.paragraph(SIGNATURE, title, RunFormat(LABEL))
    labels.paragraph_format.tab_stops.add_tab_stop(ends[1])
    builder.tab(labels)
    builder.runs.write(labels, known.label("signature"), RunFormat(LABEL))
