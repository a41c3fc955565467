"""For any résumé and theme, programs read every word from the PDF, in order, and find every link."""

from __future__ import annotations

import json
import random
import unicodedata
from pathlib import Path
from typing import Any
from urllib.parse import unquote

import pikepdf
import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from end_to_end.readers import pdfminer_without_layout, without_layout
from resumekit.check import check, check_read_back
from strategies import FUZZ_INPUTS, fuzzing, resumes
from theming.themes import BUILT_IN
from typeset.builds import built

from .readable import Readable

PDFS, SHARES = (max(20, FUZZ_INPUTS // 200), 20) if fuzzing else (12, 1)
"""Number of PDFs per test, and number of parallel tests they are split into."""

each_share = pytest.mark.parametrize("share", range(SHARES))
some = settings(
    max_examples=PDFS // SHARES,
    phases=[Phase.explicit, Phase.reuse, Phase.generate],  # shrinking a failing résumé would take minutes
)
themes = st.sampled_from(BUILT_IN)


@pytest.fixture(scope="module")
def file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("read-back") / "resume.pdf"


@each_share
@some
@given(theme=themes, data=resumes, seed=st.integers(0, 2**32))
def test_every_word_and_every_link_arrives(share: int, file: Path, theme: str, data: dict[str, Any], seed: int) -> None:
    wanted = Readable(random.Random(seed))
    build = built(theme, json.dumps(wanted.resume(data), ensure_ascii=False))
    assert check(build.document, build.resume, build.artifact) == ()
    assert check_read_back(build.document, build.view, build.artifact.data) == ()
    file.write_bytes(build.artifact.data)
    text = comparable(pdfminer_without_layout(file))
    for words in wanted.phrases:
        found = [text.find(comparable(word)) for word in words]
        assert -1 not in found, words
        assert found == sorted(found), words
    assert {unquote(address) for address in wanted.links} <= links_in(file)


@each_share
@some
@given(theme=themes, data=resumes)
def test_any_text_arrives_or_is_reported(share: int, theme: str, data: dict[str, Any]) -> None:
    build = built(theme, json.dumps(without_pictures(data), ensure_ascii=False))
    reported = {problem.code for problem in check(build.document, build.resume, build.artifact)}
    assert reported <= {"undrawn-character", "borrowed-font", "page-count"}
    assert "undrawn-character" in reported or check_read_back(build.document, build.view, build.artifact.data) == ()


def without_pictures(data: Any) -> Any:
    """Return plain data without pictures, whose files do not exist, and without its theme."""
    if isinstance(data, dict):
        left_out = {"image", "images", "theme"}
        return {key: without_pictures(item) for key, item in data.items() if key not in left_out}
    return [without_pictures(item) for item in data] if isinstance(data, list) else data


def comparable(text: str) -> str:
    """Return a text without changes made by layout, and without presentation forms of letters."""
    return without_layout(unicodedata.normalize("NFKC", text))


def links_in(file: Path) -> set[str]:
    """Return the targets of the links in a PDF, with and without the scheme that we add."""
    with pikepdf.open(file) as pdf:
        uris = [str(note.A.URI) for page in pdf.pages for note in page.get("/Annots", []) if "/A" in note]
    return {form for uri in map(unquote, uris) for form in (uri, uri.removeprefix("https://"))}
