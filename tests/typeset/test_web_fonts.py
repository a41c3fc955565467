"""The fonts that are embedded in an HTML page."""

from __future__ import annotations

from pathlib import Path

from resumekit.typeset.folders import Folders
from resumekit.typeset.web_fonts import font_faces

FONT = ':root { --font: "Inter"; }'


def test_capitals_of_a_style_sheet_are_embedded(tmp_path: Path) -> None:
    folders = Folders(tmp_path, ())
    assert font_faces("Summary", f"{FONT} h2 {{ text-transform: uppercase; }}", folders) == font_faces(
        "SummarySUMMARY", FONT, folders
    )
    assert font_faces("Summary", FONT, folders) != font_faces("SummarySUMMARY", FONT, folders)
