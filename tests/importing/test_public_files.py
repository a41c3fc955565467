"""Public files in supported formats are imported: the result is valid, and no word is missing."""

from __future__ import annotations

from pathlib import Path

import pytest

from conftest import ROOT
from resumekit.errors import ResumekitError
from resumekit.importing import InputFile, import_file
from resumekit.pipeline import BuildOptions, build

from .test_samples import validated
from .word_counting import missing

CORPUS = ROOT.parent / "shared" / "corpus"
BROKEN = {
    "yamlresume/invalid-yaml.yml": ("broken-yaml", 27),
    "yamlresume/invalid-schema.yml": ("bad-value", 26),
    "fresh/johnny-trouble.broken.json": ("broken-json", 249),
}
FOLDERS = ("fresh", "json-resume", "rendercv", "yamlresume")
FILES = sorted(path.relative_to(CORPUS).as_posix() for folder in FOLDERS for path in (CORPUS / folder).glob("*.*"))
FILES = [name for name in FILES if name not in BROKEN and not name.endswith("schema.json")]

pytestmark = pytest.mark.skipif(not FILES, reason="the corpus is not next to this checkout")


def original(name: str) -> InputFile:
    return InputFile(name, (CORPUS / name).read_bytes())


@pytest.mark.parametrize("name", FILES)
def test_a_public_file_is_imported_completely(name: str) -> None:
    source = original(name)
    made = import_file(source, folder=CORPUS)
    validated(made)
    assert missing(source.values, made) == []
    assert [problem for problem in made.problems if problem.severity != "info"] == []


@pytest.mark.parametrize("name", [name for name in FILES if "json-resume" not in name])
def test_a_public_file_in_another_format_is_built_directly(tmp_path: Path, name: str) -> None:
    result = build(CORPUS / name, BuildOptions(output=tmp_path))
    assert result.pages >= 1
    about_pages = {"nearly-empty-page", "hole-in-page"}  # nobody has tuned these texts for our themes
    assert {problem.code for problem in result.problems if problem.severity != "info"} <= {"future-start"} | about_pages


@pytest.mark.parametrize("name", BROKEN)
def test_a_broken_file_is_rejected_with_the_right_line(name: str) -> None:
    with pytest.raises(ResumekitError) as caught:
        import_file(original(name))
    (problem,) = caught.value.problems
    assert problem.location is not None
    assert (problem.code, problem.location.line) == BROKEN[name]
