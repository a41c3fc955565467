"""`--watch`: however an editor saves, the last content is built, and a broken file leaves the output intact."""

from __future__ import annotations

import os
import random
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from PIL import Image

from conftest import Run
from typeset.fonts import make_font

SECONDS = 20


def plainly(path: Path, text: str) -> None:
    path.write_text(text, encoding="utf-8")


def by_a_new_file(path: Path, text: str) -> None:
    (new := path.with_name(f"{path.name}.new")).write_text(text, encoding="utf-8")
    new.replace(path)


def with_a_backup(path: Path, text: str) -> None:
    path.replace(path.with_name(f"{path.name}~"))
    path.write_text(text, encoding="utf-8")


def by_deleting_first(path: Path, text: str) -> None:
    path.unlink()
    path.write_text(text, encoding="utf-8")


def in_two_goes(path: Path, text: str) -> None:
    with path.open("w", encoding="utf-8") as file:
        file.write(text[: len(text) // 2])
        file.flush()
        time.sleep(0.01)
        file.write(text[len(text) // 2 :])


EDITORS = [plainly, by_a_new_file, with_a_backup, by_deleting_first, in_two_goes]


@contextmanager
def watching(
    project: Path, *options: str, source: str = "resume.yaml", log: Path | None = None
) -> Iterator[Callable[[], str]]:
    """Run the command until the block ends; give what it has printed so far."""
    log = log or project.parent / "log"
    formats = () if "-f" in options else ("-f", "html")
    with log.open("w") as said:
        process = subprocess.Popen(
            [sys.executable, "-m", "resumekit", "build", source, "--watch", *formats, *options],
            cwd=project,
            stderr=said,
            stdout=said,
            env=dict(os.environ),
            preexec_fn=lambda: signal.signal(signal.SIGINT, signal.default_int_handler),  # shells ignore it behind `&`
        )
        try:
            until(lambda: "watching" in log.read_text())
            yield log.read_text
            process.send_signal(signal.SIGINT)
            assert process.wait(SECONDS) in (0, 130)
        finally:
            process.kill()


def until(holds: Callable[[], bool]) -> None:
    end = time.monotonic() + SECONDS
    while not holds():
        assert time.monotonic() < end, "it did not happen in time"
        time.sleep(0.02)


def resume(name: str) -> str:
    return f"basics:\n  name: {name}\n  summary: !include summary.md\ntheme: mine\n"


@pytest.fixture
def watched(project: Path) -> Path:
    (project / "resume.yaml").write_text(resume("Ada First"), encoding="utf-8")
    (project / "summary.md").write_text("A summary.\n", encoding="utf-8")
    theme = project / "themes" / "mine"
    theme.mkdir(parents=True)
    (theme / "theme.yaml").write_text("name: mine\nsummary: x\nextends: modern\n", encoding="utf-8")
    (theme / "resume.css").write_text("p { color: #111 }\n", encoding="utf-8")
    return project


def made(project: Path) -> str:
    path = project / "dist" / "resume.html"
    return path.read_text(encoding="utf-8") if path.exists() else ""


def test_the_last_of_many_saves_is_built(watched: Path) -> None:
    chance = random.Random(7)
    with watching(watched):
        until(lambda: "Ada First" in made(watched))
        for number in range(60):
            chance.choice(EDITORS)(watched / "resume.yaml", resume(f"Ada Number{number}"))
            time.sleep(chance.choice([0, 0.005, 0.05]))
        until(lambda: "Ada Number59" in made(watched))


def test_includes_and_themes_are_watched_too(watched: Path) -> None:
    with watching(watched):
        until(lambda: "A summary." in made(watched))
        by_a_new_file(watched / "summary.md", "Another summary.\n")
        until(lambda: "Another summary." in made(watched))
        plainly(watched / "themes" / "mine" / "resume.css", "p { color: #222 }\n")
        until(lambda: "#222" in made(watched))


def test_a_broken_save_is_reported_and_keeps_the_previous_output(watched: Path) -> None:
    with watching(watched) as said:
        until(lambda: "Ada First" in made(watched))
        plainly(watched / "resume.yaml", "basics: [\n")
        until(lambda: "[broken-yaml]" in said())
        assert "the previous output was kept" in said()
        assert "Ada First" in made(watched)
        plainly(watched / "resume.yaml", resume("Ada Again"))
        until(lambda: "Ada Again" in made(watched))


@pytest.mark.parametrize("formats", ["html", "md", "txt,json", "html,pdf,docx,tex"])
def test_files_built_beside_the_source_do_not_start_another_build(watched: Path, formats: str) -> None:
    first, *_ = formats.split(",")
    with watching(watched, "-o", ".", "-f", formats) as said:
        until(lambda: (watched / f"resume.{first}").exists())
        time.sleep(1.2)
        assert said().count(" built") == 1


def test_a_log_in_the_folder_does_not_start_another_build(watched: Path) -> None:
    with watching(watched, log=watched / "watch.log") as said:
        until(lambda: "Ada First" in made(watched))
        (watched / "another.yaml").write_text("basics: {name: Nobody}\n", encoding="utf-8")
        time.sleep(1.2)
        assert said().count(" built") == 1


def test_a_build_that_would_overwrite_its_source_is_refused(project: Path, run: Callable[..., Run]) -> None:
    source = project / "resume.json"
    source.write_text('{"basics": {"name": "Ada"}, "x": 1}', encoding="utf-8")
    done = run("build", "resume.json", "-f", "json", "-o", ".")
    assert done.exit_code == 2
    assert "[overwrites-source]" in done.stderr
    assert source.read_text(encoding="utf-8") == '{"basics": {"name": "Ada"}, "x": 1}'


def test_a_picture_and_a_font_are_watched_even_before_they_exist(watched: Path) -> None:
    text = resume("Ada First") + "sections: [{title: Things, entries: [{title: A, images: [{file: images/a.png}]}]}]\n"
    (watched / "resume.yaml").write_text(text, encoding="utf-8")
    with watching(watched) as said:
        until(lambda: "[no-picture]" in said())
        (watched / "images").mkdir()
        Image.new("RGB", (8, 8), "red").save(watched / "images" / "a.png")
        until(lambda: said().count(" built") == 1)
        (watched / "fonts").mkdir()
        make_font(watched / "fonts" / "some.ttf", family="Some Name")
        until(lambda: said().count(" built") == 2)


def test_a_letter_is_built_when_its_résumé_changes(watched: Path) -> None:
    (watched / "letter.yaml").write_text("resume: resume.yaml\nbody: I am {name}.\n", encoding="utf-8")
    with watching(watched, source="letter.yaml"):
        letter = watched / "dist" / "letter.html"
        until(lambda: letter.exists() and "I am Ada First" in letter.read_text(encoding="utf-8"))
        by_a_new_file(watched / "resume.yaml", resume("Ada Second"))
        until(lambda: "I am Ada Second" in letter.read_text(encoding="utf-8"))


def test_an_include_of_a_broken_source_is_watched(watched: Path) -> None:
    (watched / "summary.md").rename(watched / "summary.yaml")
    (watched / "summary.yaml").write_text("[", encoding="utf-8")
    (watched / "resume.yaml").write_text(resume("Ada First").replace("summary.md", "summary.yaml"), encoding="utf-8")
    with watching(watched) as said:
        until(lambda: "build failed" in said())
        plainly(watched / "summary.yaml", "Repaired.\n")
        until(lambda: "Repaired." in made(watched))


@pytest.mark.fuzz
def test_three_hundred_saves_in_half_a_minute(watched: Path) -> None:
    chance = random.Random(11)
    with watching(watched, "-f", "pdf,html") as said:
        until(lambda: "Ada First" in made(watched))
        began = time.monotonic()
        for number in range(300):
            text = resume(f"Ada Number{number}") if chance.random() < 0.9 else "basics: [\n"
            EDITORS[number % len(EDITORS)](watched / "resume.yaml", text)
            time.sleep(max(0.0, began + 0.1 * (number + 1) - time.monotonic()))
        plainly(watched / "resume.yaml", resume("Ada Last"))
        until(lambda: "Ada Last" in made(watched))
        assert "[broken-yaml]" in said()
        assert "Traceback" not in said()
