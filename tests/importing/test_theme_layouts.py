"""What a PDF has where other files have it elsewhere: places beside employers, dates below titles and in columns."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from .recovery import built, imported, share

RESUME = """
basics: {name: Maya Sampleqvist, label: Computer Science Graduate, email: maya@example.org}
work:
- {name: Sampleson AB, position: Backend Developer Intern, location: Lund, startDate: 2024-06, endDate: 2024-08}
- {name: Uppsala University, position: Teaching Assistant, location: Uppsala, startDate: 2022-01}
education:
- institution: Chalmers University of Technology
  studyType: MSc
  area: Computer Science and Engineering
  location: Gothenburg, Sweden
  startDate: 2024-09
  endDate: 2026-06
- {institution: Lund University, studyType: BSc, area: Computer Science, startDate: 2021, endDate: 2024}
skills: [{name: Languages, keywords: [Rust, Go]}]
"""


@pytest.mark.parametrize("theme", ["accent", "rirekisho", "sidebar", "timeline"])
def test_every_name_and_date_comes_back(theme: str, tmp_path: Path) -> None:
    source = tmp_path / "resume.yaml"
    source.write_text(RESUME, encoding="utf-8")
    back = imported(built(source, theme, "pdf", tmp_path), "given.pdf")
    _, of, missing = share(yaml.load(RESUME, yaml.BaseLoader), back)
    assert of == 21
    assert missing == []
    assert not {"facts", "summary"} & back["basics"].keys()
