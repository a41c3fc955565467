"""Time grows linearly with the input, whatever it has too much of; where it cannot, a limit is an error."""

from __future__ import annotations

import random
from collections.abc import Callable
from datetime import date
from functools import partial
from pathlib import Path
from typing import Any

import pytest

from load.test_picture_files import png
from resumekit.diagnostics import diagnose
from resumekit.errors import LoadError, SchemaError
from resumekit.importing import InputFile, import_file
from resumekit.importing.draft_resume import TracedText
from resumekit.importing.freeform.assembly import draft_of
from resumekit.importing.freeform.layout.docx_blocks import blocks_of
from resumekit.importing.freeform.lexicon.date_ranges import periods_in
from resumekit.importing.html_to_markdown import as_markdown
from resumekit.importing.readers import detect_format
from resumekit.load import override, parse
from resumekit.load.png_pixels import has_all_pixels
from resumekit.pipeline import BuildOptions, build
from resumekit.present.markdown import blocks, inlines
from resumekit.schema.markup_depth import emphasis_depth
from resumekit.theming.html_writer import blocks_html
from typeset.builds import built

from . import long_inputs as given
from .long_inputs import TITLES, UNITS
from .timing import assert_linear

pytestmark = pytest.mark.attacks

TODAY = date(2026, 1, 1)
SIZE = 1_500


def imported(data: bytes, format_: str = "text") -> None:
    periods_in.cache_clear()
    import_file(InputFile("cv", data), format_)


def drafted(data: bytes) -> None:
    """Read a Word document in this process, where its time can be measured."""
    periods_in.cache_clear()
    draft_of(blocks_of(data))


def diagnosed(data: bytes, name: str = "resume.json") -> None:
    diagnose(parse(data, name=name, folder=Path("no-such-folder")), today=TODAY)


def every(pairs: dict[str, Any]) -> pytest.MarkDecorator:
    """Parametrize over the values of a mapping."""
    return pytest.mark.parametrize("case", pairs.values(), ids=pairs.keys())


@pytest.mark.parametrize("name", UNITS)
def test_a_long_text_below_the_name(name: str) -> None:
    assert_linear(imported, lambda size: given.text(UNITS[name], size), SIZE)


@pytest.mark.parametrize("title", TITLES)
def test_a_long_text_of_every_kind_in_a_section(title: str) -> None:
    for unit in UNITS.values():
        assert_linear(imported, partial(given.text, unit, title=title), 1_000)


@pytest.mark.parametrize(
    ("title", "unit"),
    [
        ("Skills", "a, "),
        ("Skills", "a; "),
        ("Languages", "("),
        ("Languages", "(native) "),
        ("Education", "a, ("),
        ("Publications", "1. "),
        ("Publications", "A. B, "),
        ("Experience", "a b\n"),
        ("Experience", "- a\n"),
        ("Hobbies", "A: b\n"),
    ],
)
def test_a_long_section(title: str, unit: str) -> None:
    assert_linear(imported, lambda size: given.text(unit, size, title), SIZE)


@every(
    {
        "paragraphs": lambda size: given.paragraph("Cared for 30 patients") * size,
        "headings": lambda size: (
            f"<w:p><w:pPr><w:pStyle w:val='Heading2'/></w:pPr>{given.paragraph('Nurse')[5:]}" * size
        ),
        "runs": lambda size: f"<w:p>{given.paragraph('Nurse ')[5:-6] * size}</w:p>",
        "cells": lambda size: given.table(1, size),
        "rows": lambda size: given.table(size, 2),
    }
)
def test_a_long_word_document(case: Callable[[int], str]) -> None:
    assert_linear(drafted, lambda size: given.docx(case(size)), 60)


@every(
    {
        "line breaks": "<br>",
        "lists": "<ul><li>",
        "open tags": "<a",
        "open attributes": "<a href='",
        "open comments": "<!--",
        "comments": "<!-- a -->",
        "declarations": "<![",
        "instructions": "<?",
        "ends": "</",
        "paragraphs": "<p>a",
    }
)
def test_long_html(case: str) -> None:
    assert_linear(lambda html: as_markdown(TracedText(html)), lambda size: given.html(case, size), SIZE)


@every(
    {
        "authors": lambda size: given.bibtex(author=" and ".join(["Sample, Ann"] * size)),
        "accents": lambda size: given.bibtex("\\'e" * size),
        "braces": lambda size: given.bibtex(author="{a} " * size),
        "publications": lambda size: given.bibtex() * (size // 20),
    }
)
def test_a_long_bibliography(case: Callable[[int], bytes]) -> None:
    assert_linear(lambda data: imported(data, "bibtex"), case, 1_000)


def test_rendercv_sections_of_the_same_name() -> None:
    def make(size: int) -> bytes:
        return given.rendercv({"a" + "!" * number: ["a"] for number in range(size)})

    assert_linear(lambda data: imported(data, "rendercv"), make, 60)


RESUMES = {
    "unknown keys": lambda n: {f"key{at}": "x" for at in range(n)},
    "unknown keys of entries": lambda n: {"work": given.numbered(n, lambda at: {"name": "A", f"key{at}": "x"})},
    "bad dates": lambda n: {"work": given.numbered(n, lambda at: {"name": f"A{at}", "startDate": "20x0"})},
    "missing keys": lambda n: {"sections": given.numbered(n, lambda at: {"txet": "a"})},
    "values set": lambda n: {"variants": {"v": {"set": {f"x-a.k{at}": "v" for at in range(n)}}}},
    "values set in entries": lambda n: {
        "work": given.numbered(n, lambda at: {"name": f"A{at}"}),
        "variants": {"v": {"set": {f"work.{at}.name": "B" for at in range(n)}}},
    },
    "tags included": lambda n: {
        "work": given.numbered(n, lambda at: {"name": f"A{at}", "tags": [f"t{at}"]}),
        "variants": {"v": {"include": given.numbered(n, lambda at: f"t{at}")}},
    },
    "unused tags": lambda n: {
        "work": [{"name": "A", "tags": given.numbered(n, lambda at: f"t{at}")}],
        "variants": {"v": {"include": ["t0"]}},
    },
    "keywords": lambda n: {"skills": [{"name": "A", "keywords": given.numbered(n, lambda at: f"k{at}")}]},
    "the same bullet": lambda n: {"work": [{"name": "A", "highlights": ["Cared for thirty patients a day"] * n}]},
    "the same entry": lambda n: {"work": [{"name": "A", "position": "B", "startDate": "2020"}] * n},
    "private paths": lambda n: {
        "private": given.numbered(n, lambda at: f"work.{at}.name"),
        "work": given.numbered(n, lambda at: {"name": f"A{at}"}),
    },
    "unknown sections in order": lambda n: {"order": given.numbered(n, lambda at: f"s{at}")},
    "sections of the same name": lambda n: {"sections": [{"title": "A", "text": "b"}] * n},
    "invisible characters": lambda n: {"work": [{"name": "a\u200bb"}] * n},
}


@every(RESUMES)
@pytest.mark.parametrize("suffix", ["json", "yaml"])
def test_a_long_resume(case: Callable[[int], dict[str, Any]], suffix: str) -> None:
    assert_linear(lambda data: diagnosed(data, f"resume.{suffix}"), lambda n: given.resume(**case(n)), 60)


def test_tags_that_no_item_has() -> None:
    """No more than 200 known names are compared with each."""

    def make(n: int) -> bytes:
        tags = [{"name": f"A{at}", "tags": [f"t{at}"]} for at in range(n)]
        return given.resume(work=tags, variants={"v": {"include": given.numbered(n, lambda at: f"unknown {at}")}})

    assert_linear(diagnosed, make, 100)


def test_many_values_on_the_command_line() -> None:
    document = parse(given.resume(work=[{"name": "A"}] * 200), name="resume.json", folder=Path())
    assert_linear(
        lambda values: override(document, values),
        lambda n: given.numbered(n, lambda at: f"x-a.k{at}=v"),
        100,
    )


@pytest.mark.parametrize(
    "unit",
    ["[", "[ ", "[a](", "[a](b) ", "*", "**a ", "_a ", "*a_ ", "> ", "<", "<http:", "&", "\\", "`", "- a\n", "a\n\n"],
)
def test_a_long_markdown_text(unit: str) -> None:
    def presented(text: str) -> None:
        emphasis_depth(text)
        blocks_html(blocks(text))
        inlines(text)

    assert_linear(presented, lambda size: given.run(unit, size), 1_500)


@pytest.mark.parametrize("format_", ["md", "txt", "tex", "docx", "json", "html"])
@pytest.mark.parametrize("kind", ["entries", "text"])
def test_a_long_resume_in_a_format_without_pages(kind: str, format_: str) -> None:
    def make(n: int) -> bytes:
        if kind == "text":
            return given.resume(sections=[{"title": f"A{at}", "text": "a **b** [c](https://d.example) " * 99}
                                          for at in range(n // 20 + 1)])  # fmt: skip
        return given.resume(work=given.numbered(n, lambda at: {"name": f"A{at}", "highlights": ["b", "c *d*"]}))

    def written(data: bytes) -> None:
        document = parse(data, name="resume.json", folder=Path("no-such-folder"))
        build(document, BuildOptions(formats=(format_,), output=None), today=TODAY)

    assert_linear(written, make, 40)


@pytest.mark.parametrize(
    "unit", ["a", ">", "1", "ab-", "ab/", "ab.", "😀", "क", "س", "漢", "ไทย", "a\u00a0", "ab\u00ad"]
)
def test_a_long_word_on_a_page(unit: str) -> None:
    """A word is at most 3,000 characters long."""
    assert_linear(
        lambda text: built("modern", text),
        lambda size: given.resume(basics={"summary": given.run(unit, size)}).decode(),
        600,
    )


LIMITS = {
    "a long word": ({"basics": {"summary": "a" * 3_001}}, "word-too-long"),
    "a long name": ({"basics": {"name": "a" * 3_001}}, "word-too-long"),
    "a word with marks": ({"basics": {"summary": "**" + "ab-" * 1_001 + "**"}}, "word-too-long"),
    "a word joined by emoji": ({"basics": {"summary": "😀" * 3_001}}, "word-too-long"),
    "a long keyword": ({"skills": [{"name": "A", "keywords": ["a" * 3_001]}]}, "word-too-long"),
    "a long translation": ({"basics": {"label": {"en": "a", "de": "a" * 3_001}}}, "word-too-long"),
    "a long address": ({"basics": {"url": "https://example.org/" + "a" * 3_000}}, "word-too-long"),
    "a long text": ({"basics": {"summary": "a " * 10_001}}, "text-too-long"),
    "many variants": ({"variants": {f"v{at}": {} for at in range(101)}}, "too-many-variants"),
    "a chain of variants": (
        {"variants": {f"v{at}": {"extends": f"v{at + 1}"} for at in range(800)} | {"v800": {}}},
        "too-many-variants",
    ),
}


@every(LIMITS)
def test_a_limit_is_an_error_with_its_place(case: tuple[dict[str, Any], str]) -> None:
    data, code = case
    document = parse(given.resume(**data), name="resume.json", folder=Path("no-such-folder"))
    problems, exit_code = diagnose(document, today=TODAY)
    assert exit_code == SchemaError.exit_code
    assert {problem.code for problem in problems if problem.severity == "error"} == {code}
    assert all(problem.location for problem in problems)


@every(
    {
        "an address": {"basics": {"url": "https://example.org/" + "a" * 2_000}},
        "an address in a text": {"basics": {"summary": f"[here](https://example.org/{'a' * 2_000})"}},
        "Han": {"basics": {"summary": "漢" * 20_000}},
        "Thai": {"basics": {"summary": "ภาษาไทย" * 2_800}},
        "hangul and Latin": {"basics": {"summary": "한국어CV" * 4_000}},
        "a hundred variants": {"variants": {f"v{at}": {} for at in range(100)}},
    }
)
def test_what_is_long_for_a_reason_is_within_the_limits(case: dict[str, Any]) -> None:
    document = parse(given.resume(**case), name="resume.json", folder=Path("no-such-folder"))
    problems, exit_code = diagnose(document, today=TODAY)
    assert not exit_code, problems


@pytest.mark.parametrize("unit", ["\n \n", "\n\n", " \n#a\n", "\t#\n \n"])
@pytest.mark.parametrize(
    ("read", "before", "after"),
    [
        (lambda data: detect_format(InputFile("cv", data)), "", "x y"),
        (lambda data: refused(data), "[tool]\n", "x"),
    ],
    ids=["format of a file", "broken YAML"],
)
def test_blank_lines_and_comments(read: Callable[[bytes], object], before: str, after: str, unit: str) -> None:
    """Few of them: where each can be read in two ways, a dozen take minutes."""
    assert_linear(read, lambda size: f"{before}{unit * size}{after}".encode(), 4)


def test_a_png_whose_first_rows_decompress_to_far_more_than_its_last() -> None:
    def make(size: int) -> bytes:
        return png(8_000, 21 * size, pixels=bytes(20 * 1_001 * size) + random.Random(1).randbytes(1_001 * size))

    assert_linear(has_all_pixels, make, 1_000)


def refused(data: bytes) -> None:
    with pytest.raises(LoadError):
        parse(data, name="resume.yaml", folder=Path("no-such-folder"))


def test_a_text_of_too_many_characters_is_not_imported() -> None:
    with pytest.raises(LoadError) as raised:
        imported(given.text("a ", 400_001))
    assert raised.value.problems[0].code == "too-large"
