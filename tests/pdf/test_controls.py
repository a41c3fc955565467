"""The validator can fail: one sound document passes, and each copy of it that lacks one thing does not."""

from collections.abc import Mapping

import pytest
import weasyprint

from .verapdf import VeraPdf, Verdict

pytestmark = [pytest.mark.pdf, pytest.mark.xdist_group("controls")]

SOUND = """<html lang="en"><head><title>Ada Lovelace</title></head><body>
<h1>Ada Lovelace</h1><p>Wrote the <a href="https://engines.example.org">first program</a>.</p>
</body></html>"""

TAGGED = {
    "sound": SOUND,
    "no title": SOUND.replace("<title>Ada Lovelace</title>", ""),
    "no language": SOUND.replace(' lang="en"', ""),
    "no glyph": SOUND.replace("Wrote", "\ue000"),
}


@pytest.fixture(scope="module")
def verdicts(verapdf: VeraPdf, tmp_path_factory: pytest.TempPathFactory) -> Mapping[str, Verdict]:
    """Typeset with plain WeasyPrint, without any of our stages, and validate all in one JVM."""
    folder = tmp_path_factory.mktemp("controls")
    for name, html in TAGGED.items():
        weasyprint.HTML(string=html).write_pdf(folder / f"{name}.pdf", pdf_variant="pdf/ua-1")
    weasyprint.HTML(string=SOUND).write_pdf(folder / "no tags.pdf")
    (folder / "no PDF.pdf").write_text("not a PDF\n")
    return {verdict.file.stem: verdict for verdict in verapdf.validate("ua1", sorted(folder.iterdir()))}


def test_a_sound_document_passes(verdicts: Mapping[str, Verdict]) -> None:
    assert verdicts["sound"].compliant, str(verdicts["sound"])


@pytest.mark.parametrize(
    ("lacking", "rules"),
    [
        ("no tags", {"6.2-1", "7.1-3", "7.1-11"}),  # not marked, content without a tag, no structure tree
        ("no title", {"7.1-9"}),
        ("no language", {"7.2-29"}),
        ("no glyph", {"7.21.8-1"}),  # .notdef in the place of the character
    ],
)
def test_a_document_that_lacks_one_thing_fails(verdicts: Mapping[str, Verdict], lacking: str, rules: set[str]) -> None:
    assert not verdicts[lacking].compliant
    assert rules <= verdicts[lacking].rules


def test_a_file_that_is_no_pdf_fails(verdicts: Mapping[str, Verdict]) -> None:
    assert not verdicts["no PDF"].compliant
    assert verdicts["no PDF"].error
