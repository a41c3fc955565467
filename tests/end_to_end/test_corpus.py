"""Every JSON Resume file of the public corpus builds in every theme.

`make test` builds each file in a sixth of the themes, from another one on for each file; `make fuzz` in all.
"""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from resumekit.pipeline import BuildOptions, build
from theming.themes import BUILT_IN

from .conftest import ROOT
from .readers import pdfium_reader, without_layout

CORPUS = ROOT.parent / "shared" / "corpus" / "json-resume"
FILES = [path for path in sorted(CORPUS.glob("*.json")) if path.name != "schema.json"]

pytestmark = pytest.mark.skipif(not FILES, reason="the corpus is not next to this checkout")


CASES = [
    pytest.param(file, theme, id=f"{file.stem}-{theme}", marks=[] if (start + number) % 6 == 0 else [pytest.mark.fuzz])
    for start, file in enumerate(FILES)
    for number, theme in enumerate(BUILT_IN)
]


@pytest.mark.parametrize(("file", "theme"), CASES)
def test_a_public_résumé_builds(tmp_path: Path, file: Path, theme: str) -> None:
    result = build(file, BuildOptions(theme=theme, formats=("pdf", "html"), output=tmp_path))
    assert [path.name for path in result.files] == [f"{file.stem}.pdf", f"{file.stem}.html"]
    assert result.pages >= 1
    warned = {problem.code for problem in result.problems if problem.severity != "info"}
    about_pages = {"nearly-empty-page", "hole-in-page"}  # nobody has tuned these texts for our themes
    assert warned <= {"unknown-key", "remote-picture", "no-picture", "future-start"} | about_pages
    text = without_layout(pdfium_reader(result.files[0]))
    basics = json.loads(file.read_text(encoding="utf-8")).get("basics", {})
    for wanted in (basics.get("name"), basics.get("email"), basics.get("label")):
        assert without_layout(wanted or "") in text
