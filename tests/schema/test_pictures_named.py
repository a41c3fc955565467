"""The pictures that a résumé names: which are looked at, and how much a bad one matters."""

from __future__ import annotations

from pathlib import Path

import pytest

from resumekit.load import parse
from resumekit.schema import picture_problems


def severities(text: str, name: str = "resume.yaml") -> dict[str, str]:
    problems = picture_problems(parse(text.encode(), name=name, folder=Path(__file__).parent))
    return {file: problem.severity for file, problem in problems.items()}


@pytest.mark.parametrize(
    "text",
    [
        "basics: {image: gone.png}",
        "basics: {picture: gone.png}",
        "basics: {image: {file: gone.png, alt: other.png}}",
        "work: [{images: [gone.png]}]",
        "work: [{images: [{file: gone.png, caption: other.png}]}]",
        "work: [{positions: [{images: [gone.png]}]}]",
        "sections: [{title: Talks, entries: [{images: [gone.png]}]}]",
        "work: [{images: [gone.png, gone.png]}, {images: [gone.png]}]",
    ],
)
def test_every_picture_is_looked_at(text: str) -> None:
    assert severities(text) == {"gone.png": "error"}


@pytest.mark.parametrize(
    "text",
    [
        "x-images: [gone.png]",
        "x-draft: {basics: {image: gone.png}, images: [gone.png]}",
        "basics: {x-old: {image: gone.png}}",
        "work: [{images: [], x-images: [gone.png]}]",
        "basics: {image: ''}",
        "basics: {image: }",
    ],
)
def test_what_is_no_picture_is_not(text: str) -> None:
    assert severities(text) == {}


def test_what_a_machine_wrote_or_json_resume_asks_for_is_only_a_warning() -> None:
    assert severities('{"basics": {"image": "gone.png"}}', "resume.json") == {"gone.png": "warning"}
    for url in ("https://example.org/ada.png", "data:image/png;base64,AAAA"):
        assert severities(f"basics: {{image: '{url}'}}") == {url: "warning"}
    assert severities("basics: {image: 'file:///gone.png'}") == {"file:///gone.png": "error"}


def test_a_problem_points_at_the_first_place_of_its_picture() -> None:
    text = "work:\n- images: [gone.png]\n- images:\n  - gone.png\n"
    (problem,) = picture_problems(parse(text.encode(), name="resume.yaml", folder=Path())).values()
    assert problem.place
    assert (problem.place.line, problem.place.column) == (2, 12)
