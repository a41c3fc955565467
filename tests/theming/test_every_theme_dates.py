"""With dates in a column at the start, extractors read every date as a whole, whatever its length.

`make test` tests each form of dates in a third of the themes, `make fuzz` in all.
"""

from __future__ import annotations

from itertools import product

import pytest

from present.resumes import document_of, resume_of
from resumekit.check import check_read_back
from resumekit.present import present
from resumekit.theming import Design, render_html
from resumekit.typeset import Folders, TypesetRequest, typeset
from turns import in_turn

from .themes import BUILT_IN, built_in

RESUME = """
basics: {name: Ada Example}
work:
  - {name: Example Ltd, position: Engineer of Engines, startDate: 2020-09-12, endDate: 2020-10-12, highlights: [a]}
  - {name: Sample Ltd, position: Engineer, startDate: 2018-03, endDate: 2020-02, highlights: [a]}
awards: [{title: Prize of the Example Society, date: Summer and autumn of the year 2019 and again in 2020}, {title: B}]
"""


FORMS = [*product(["short", "long", "iso"], ["en", "de", "ja"])]


@pytest.mark.parametrize(("theme", "date_format", "locale"), list(in_turn(BUILT_IN, FORMS)))
def test_every_date_is_read_back(theme: str, date_format: str, locale: str) -> None:
    document, resume = document_of(RESUME), resume_of(f"{RESUME}\nlocale: {locale}")
    chosen = built_in(theme)
    design = Design.of(chosen, {"dates": "start", "date-format": date_format}, None, document)
    view = present(resume, design.date_format)
    artifact = typeset(TypesetRequest(render_html(view, design), Folders(document.folder, chosen.lookup)))
    assert check_read_back(document, view, artifact.data) == ()
