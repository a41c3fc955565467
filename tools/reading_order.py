"""Write the table of docs/reading-order.md: which readers read which theme in order.

    python tools/reading_order.py [--python PYTHON] [THEME ...]

With themes, only print their rows. `PYTHON` is an interpreter that has pypdf and PyMuPDF, which is under the AGPL and
so no dependency. PDFBox is read with Java, from Debian's libpdfbox-java. Readers that are missing are left out.

The samples are those of `themes test`, and the résumés of this repository with a unique word in place of each word.
"""

from __future__ import annotations

import argparse
import json
import re
import subprocess
import sys
from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import partial
from pathlib import Path
from tempfile import NamedTemporaryFile
from typing import Any

from resumekit.contract.reading_order import wrong_reading_order
from resumekit.contract.sample_render import render_sample
from resumekit.contract.samples import SAMPLES, Sample
from resumekit.load import load, parse
from resumekit.pdfium import read_pdf
from resumekit.theming import Theme, find_theme
from resumekit.theming.discovery import builtin_themes

ROOT = Path(__file__).parents[1]
PAGE = ROOT / "docs" / "reading-order.md"
START, END = "<!-- written by `python tools/reading_order.py` -->\n", "<!-- end -->"
RESUMES = {"root": ROOT / "resume.yaml", "gallery": ROOT / "docs" / "images" / "sample.yaml"}

JARS = [Path("/usr/share/java") / f"{name}.jar" for name in ("pdfbox", "fontbox", "commons-logging")]
PYTHON_READERS = {
    "pypdf": "from pypdf import PdfReader as read; pages = [page.extract_text() for page in read(sys.argv[1]).pages]",
    "PyMuPDF": "from pymupdf import open as read; pages = [page.get_text() for page in read(sys.argv[1])]",
}

Read = Callable[[bytes], tuple[str, ...]]

# --- samples

DATE = re.compile(r"\d{4}(?=(-\d\d){0,2}$)")
KEPT = {"variants", "meta", "theme", "page", "order", "hide", "output", "locale", "tags", "list", "titles", "private"}


class UniqueWords:
    """Replaces each word of four letters or more with one that occurs nowhere else, and each year."""

    def __init__(self) -> None:
        self.words: dict[str, str] = {}

    def of(self, value: Any, path: str = "") -> Any:
        """Return a value of a résumé with unique words."""
        if isinstance(value, dict):
            return {
                key: inner if key in KEPT else self.of(inner, f"{path}.{key}".lstrip("."))
                for key, inner in value.items()
                if key not in ("variants", "image", "images")
            }
        if isinstance(value, list):
            return [self.of(inner, f"{path}[]") for inner in value]
        if not isinstance(value, str) or "://" in value or "@" in value or value == "present":
            return value
        if DATE.match(value):
            return DATE.sub(lambda _: self._note(f"{1001 + len(self.words)}", path), value)
        return re.sub(r"[^\W\d_]{4,}", lambda _: self._note(f"word{len(self.words):03}", path), value.replace("`", ""))

    def _note(self, word: str, path: str) -> str:
        self.words[word] = path
        return word


def unique(path: Path) -> Sample:
    """Return a résumé as a sample."""
    document, unique_words = load(path), UniqueWords()
    text = json.dumps(unique_words.of(document.data)).encode()
    return Sample(path.stem, parse(text, name=f"{path.stem}.json", folder=path.parent), unique_words.words)


# --- readers


def _output(*command_and_pdf: Any) -> tuple[str, ...]:
    *command, pdf = command_and_pdf
    with NamedTemporaryFile(suffix=".pdf") as file:
        file.write(pdf)
        file.flush()
        done = subprocess.run([*command, file.name], capture_output=True, check=True)
    return tuple(done.stdout.decode().split("\f"))


def others(python: str) -> dict[str, Read]:
    """Return the installed readers that `themes test` does not use."""
    found: dict[str, Read] = {}
    for name, code in PYTHON_READERS.items():
        program = f"import sys; {code}; sys.stdout.buffer.write(chr(12).join(pages).encode())"
        if not subprocess.run([python, "-c", code.partition(";")[0]], capture_output=True, check=False).returncode:
            found[name] = partial(_output, python, "-c", program)
    if all(jar.is_file() for jar in JARS):
        found["PDFBox"] = _pdfbox
    return found


def _pdfbox(pdf: bytes) -> tuple[str, ...]:
    """Read page by page, because PDFBox does not tell where a page ends."""
    command = "java", "-cp", ":".join(map(str, JARS)), "org.apache.pdfbox.ExtractText", "-console", "-encoding", "UTF-8"
    read = read_pdf(pdf)
    pages = range(1, len(read.pages) + 1) if read else ()
    return tuple(_output(*command, "-startPage", f"{page}", "-endPage", f"{page}", pdf)[0] for page in pages)


# --- the table


def wrong(theme: Theme, readers: dict[str, Read]) -> dict[str, list[str]]:
    """Return the samples of a theme that each reader reads out of order, and print the reasons."""
    samples = {name: SAMPLES[name] for name in ("full", "order")}
    samples |= {name: partial(unique, path) for name, path in RESUMES.items()}
    failed: dict[str, list[str]] = {}
    for sample, made in samples.items():
        render = render_sample(theme, made())
        texts = {**render.extracted, **{name: read(render.artifact.data) for name, read in readers.items()}}
        for name, text in texts.items():
            again = replace(render)
            again.__dict__["extracted"] = {name: text}
            failed.setdefault(name, [])
            if finding := next(wrong_reading_order(again), None):
                print(f"{theme.name}, {sample}, {name}: {finding.message}", file=sys.stderr)
                failed[name].append(sample)
    return failed


def lines(themes: list[str], readers: dict[str, Read]) -> Iterator[str]:
    """Yield the lines of the table."""
    for number, name in enumerate(themes):
        failed = wrong(find_theme(name, project=ROOT / "docs"), readers)
        if not number:
            yield f"| theme | {' | '.join(failed)} |"
            yield "| --- |" + " --- |" * len(failed)
        yield f"| `{name}` | {' | '.join(', '.join(samples) or 'in order' for samples in failed.values())} |"


def main() -> None:
    """Renew the table, or print the rows of the themes that are named."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("themes", nargs="*", metavar="THEME")
    parser.add_argument("--python", default=sys.executable)
    given = parser.parse_args()
    themes = given.themes or sorted(path.parent.name for path in builtin_themes().glob("*/theme.yaml"))
    table = "".join(f"{line}\n" for line in lines(themes, others(given.python)))
    print(table, end="")
    if not given.themes:
        before, _, rest = PAGE.read_text(encoding="utf-8").partition(START)
        _, _, after = rest.partition(END)
        PAGE.write_text(f"{before}{START}\n{table}\n{END}{after}", encoding="utf-8")


if __name__ == "__main__":
    main()
