"""Pictures that cannot be printed are left out, wherever they stand; the others stay."""

from __future__ import annotations

from pathlib import Path

from resumekit.load import parse
from resumekit.schema import Image, Resume, validate
from resumekit.tailor import without_pictures

TEXT = b"""
basics: {name: Ada, image: gone.png}
work:
  - {name: Example, images: [gone.png, here.png], positions: [{position: Lead, images: [gone.png]}]}
sections: [{title: Talks, entries: [{title: Looms, images: [here.png, {file: gone.png, alt: x}]}]}]
"""


def resume() -> Resume:
    return validate(parse(TEXT, name="resume.yaml", folder=Path()))[0]


def test_a_picture_is_left_out_wherever_it_stands() -> None:
    made = without_pictures(resume(), {"gone.png"})
    here = (Image(file="here.png"),)
    assert made.basics.image is None
    assert made.work[0].images == here
    assert made.work[0].positions[0].images == ()
    assert made.sections[0].entries[0].images == here


def test_nothing_else_changes() -> None:
    whole = resume()
    assert without_pictures(whole, set()) is whole
    assert without_pictures(whole, {"other.png"}) == whole
    assert without_pictures(whole, {"gone.png"}).model_dump_json().count("Lead") == 1
    assert whole == resume()
