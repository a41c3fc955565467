"""Checks of the pictures that a résumé names: which are checked, and with which severity."""

from __future__ import annotations

import os
from io import BytesIO
from pathlib import Path
from unittest.mock import Mock

import pytest
from PIL import Image

from resumekit.errors import SchemaError
from resumekit.load import parse
from resumekit.schema import inspect, picture_problems


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
        "work: [{logo: gone.png}]",
        "education: [{logo: {file: gone.png, alt: other.png}}]",
        "volunteer: [{logo: gone.png}]",
        "sections: [{title: Talks, entries: [{images: [gone.png]}]}]",
        "work: [{images: [gone.png, gone.png]}, {images: [gone.png]}]",
    ],
)
def test_every_picture_is_checked(text: str) -> None:
    assert severities(text) == {"gone.png": "error"}


@pytest.mark.parametrize(
    "text",
    [
        "x-images: [gone.png]",
        "x-draft: {basics: {image: gone.png}, images: [gone.png]}",
        "basics: {x-old: {image: gone.png}}",
        "work: [{images: [], x-images: [gone.png]}]",
        "basics: {image: ''}",
        "work: [{x-note: {logo: gone.png}}]",
        "projects: [{logo: gone.png}]",
        "basics: {image: }",
    ],
)
def test_other_values_are_not_checked(text: str) -> None:
    assert severities(text) == {}


def test_json_and_urls_get_only_a_warning() -> None:
    assert severities('{"basics": {"image": "gone.png"}}', "resume.json") == {"gone.png": "warning"}
    for url in ("https://example.org/ada.png", "data:image/png;base64,AAAA"):
        assert severities(f"basics: {{image: '{url}'}}") == {url: "warning"}
    assert severities("basics: {image: 'file:///gone.png'}") == {"file:///gone.png": "error"}


def test_a_problem_is_located_at_the_first_use_of_its_picture() -> None:
    text = "work:\n- images: [gone.png]\n- images:\n  - gone.png\n"
    (problem,) = picture_problems(parse(text.encode(), name="resume.yaml", folder=Path())).values()
    assert problem.location
    assert (problem.location.line, problem.location.column) == (2, 12)


def test_a_picture_with_many_names_is_decoded_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    opens = Mock(wraps=Image.open)
    monkeypatch.setattr(Image, "open", opens)
    (tmp_path / "whole.jpg").write_bytes(picture("jpeg"))
    (tmp_path / "half.jpg").write_bytes(picture("jpeg")[:500])
    (tmp_path / "linked.jpg").symlink_to("half.jpg")
    names = [f"{'./' * number}{name}.jpg" for number in range(9) for name in ("whole", "half", "linked")]
    text = f"work: [{{images: [{', '.join(names)}]}}]"
    problems = picture_problems(parse(text.encode(), name="resume.yaml", folder=tmp_path))
    assert {*problems} == {name for name in names if "whole" not in name}
    assert sorted(call.args[0] for call in opens.mock_calls) == [tmp_path / "half.jpg", tmp_path / "whole.jpg"]


def picture(format_: str, size: tuple[int, int] = (40, 40)) -> bytes:
    made = BytesIO()
    Image.effect_noise(size, 50).convert("RGB").save(made, format_)
    return made.getvalue()


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A résumé's folder with every picture that cannot be printed."""
    made = tmp_path_factory.mktemp("pictures") / "résumé"
    made.mkdir()
    for format_ in ("png", "jpeg", "webp"):
        whole = picture(format_)
        (made / f"whole.{format_}").write_bytes(whole)
        (made / f"cut-short.{format_}").write_bytes(whole[: len(whole) * 2 // 3])
    spoiled = bytearray(picture("png"))
    spoiled[len(spoiled) // 2] ^= 0xFF
    (made / "spoiled.png").write_bytes(spoiled)
    (made / "text.png").write_text("no picture")
    (made / "empty.png").touch()
    (made / "folder.png").mkdir()
    os.mkfifo(made / "pipe.png")
    (made.parent / "outside.png").write_bytes(picture("png"))
    (made / "link.png").symlink_to("../outside.png")
    (made / "heavy.png").write_bytes(picture("png"))
    os.truncate(made / "heavy.png", 11_000_000)
    (made / "wide.png").write_bytes(flat_picture(6500, 4000))
    return made


def flat_picture(width: int, height: int) -> bytes:
    made = BytesIO()
    Image.new("1", (width, height)).save(made, "PNG")
    return made.getvalue()


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("cut-short.png", "damaged-picture"),
        ("cut-short.jpeg", "damaged-picture"),
        ("cut-short.webp", "damaged-picture"),
        ("spoiled.png", "damaged-picture"),
        ("text.png", "not-a-picture"),
        ("empty.png", "not-a-picture"),
        ("folder.png", "not-a-picture"),
        ("pipe.png", "not-a-picture"),
        ("link.png", "outside-folder"),
        ("heavy.png", "picture-too-large"),  # 11 MB
        ("wide.png", "picture-too-large"),  # 26 megapixels
        ("gone.png", "no-picture"),
        ("aux.png", "bad-path"),
    ],
)
@pytest.mark.parametrize("text", ["basics:\n  image: {}\n", "work:\n  - images:\n      - {{alt: A, file: {}}}\n"])
def test_a_picture_that_cannot_be_printed_is_an_error_where_it_is_named(
    folder: Path, text: str, name: str, code: str
) -> None:
    with pytest.raises(SchemaError) as caught:
        inspect(parse(text.format(name).encode(), name="resume.yaml", folder=folder))
    (problem,) = caught.value.problems
    assert (problem.code, problem.severity) == (code, "error")
    assert problem.hint
    assert problem.location
    assert problem.location.source[problem.location.column - 1 :].startswith(name)


@pytest.mark.parametrize("name", ["whole.png", "whole.jpeg", "whole.webp"])
def test_an_intact_picture_is_accepted(folder: Path, name: str) -> None:
    assert inspect(parse(f"basics: {{image: {name}}}".encode(), name="resume.yaml", folder=folder))[1] == ()
