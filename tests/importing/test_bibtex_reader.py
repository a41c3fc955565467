"""LaTeX in BibTeX that is nested without sense, or broken: the text stays as it was written."""

from __future__ import annotations

import pytest
import yaml

from attacks.long_inputs import bibtex
from resumekit.importing import InputFile, import_file


def title_of(title: str) -> str:
    made = import_file(InputFile("old.bib", bibtex(title)))
    (publication,) = yaml.safe_load(made.data)["publications"]
    return str(publication["name"])


def test_braces_as_people_nest_them_are_read() -> None:
    assert title_of("{A {\\emph{Study} of {{\\'{e}}}}}t{\\'{\\i}}") == "A Study of étí"


@pytest.mark.parametrize(
    "title",
    [
        "\\'{" * 60 + "e" + "}" * 60,  # each accent is set on every letter and every accent inside: 2 to the 60th
        "{\\'" * 60 + "e" + "}" * 60,
        "{" * 300 + "X" + "}" * 300,
        "\\href{a}",  # pylatexenc raises IndexError for the missing argument
    ],
)
def test_what_cannot_be_read_stays_as_it_is(title: str) -> None:
    assert title_of(title) == title
