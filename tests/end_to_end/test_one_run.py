"""Several formats in one run share one loading of the résumé, one view, one page and one layout."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from resumekit.pipeline import BuildOptions, build, loading, preparation
from resumekit.typeset import PendingPdf, TypesetRequest, typeset_here
from resumekit.writers import FORMATS


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

    count(loading, "read_source")
    for stage in ("tailor", "present", "render_html"):
        count(preparation, stage)
    return times


def test_all_formats_share_the_work(counted: Counter[str], write_resume: Callable[..., Path], tmp_path: Path) -> None:
    def typesetter(request: TypesetRequest) -> PendingPdf:
        counted["typeset"] += 1
        return typeset_here(request)

    resume = write_resume("basics: {name: Ada Example}\nwork: [{name: Example Ltd, highlights: [a, b]}]\n")
    made = build(resume, BuildOptions(formats=tuple(FORMATS), output=tmp_path / "out"), typesetter=typesetter)
    assert {path.suffix[1:] for path in made.files} == set(FORMATS)
    assert counted == dict.fromkeys(("read_source", "tailor", "present", "render_html", "typeset"), 1)


def test_formats_without_pages_typeset_none(
    counted: Counter[str], write_resume: Callable[..., Path], tmp_path: Path
) -> None:
    resume = write_resume("basics: {name: Ada Example}\n")
    build(resume, BuildOptions(formats=("docx", "md", "txt", "json"), output=tmp_path / "out"))
    assert counted == dict.fromkeys(("read_source", "tailor", "present"), 1)
