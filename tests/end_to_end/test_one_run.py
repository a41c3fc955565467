"""Several formats in one run share one loading of the résumé, one view, one page and one layout."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from resumekit import BuildOptions, Source, build, pipeline
from resumekit.typeset import Job, Setting, typeset_here
from resumekit.writers import FORMATS, manuscript


@pytest.fixture
def counted(monkeypatch: pytest.MonkeyPatch) -> Counter[str]:
    """Count the calls of each stage."""
    times: Counter[str] = Counter()

    def count(module: Any, stage: str) -> None:
        work = getattr(module, stage)

        def counting(*arguments: Any, **options: Any) -> Any:
            times[stage] += 1
            return work(*arguments, **options)

        monkeypatch.setattr(module, stage, counting)

    for stage in ("load_any", "tailor", "views_of"):
        count(pipeline, stage)
    count(manuscript, "render")
    return times


def test_all_formats_share_the_work(counted: Counter[str], write_resume: Callable[..., Path], tmp_path: Path) -> None:
    def typesetter(source: Source, job: Job) -> Setting:
        counted["typeset"] += 1
        return typeset_here(source, job)

    resume = write_resume("basics: {name: Ada Example}\nwork: [{name: Example Ltd, highlights: [a, b]}]\n")
    made = build(resume, BuildOptions(formats=tuple(FORMATS), output=tmp_path / "out"), typesetter=typesetter)
    assert {path.suffix[1:] for path in made.files} == set(FORMATS)
    assert counted == dict.fromkeys(("load_any", "tailor", "views_of", "render", "typeset"), 1)


def test_formats_without_pages_typeset_none(
    counted: Counter[str], write_resume: Callable[..., Path], tmp_path: Path
) -> None:
    resume = write_resume("basics: {name: Ada Example}\n")
    build(resume, BuildOptions(formats=("docx", "md", "txt", "json"), output=tmp_path / "out"))
    assert counted == dict.fromkeys(("load_any", "tailor", "views_of"), 1)
