"""resumekit for programs: build, render and validate a résumé from a path, a mapping, text or bytes.

Every function may be called from several threads, changes nothing in the process, and writes no file unless it is asked
to. docs/python.md has examples.
"""

from __future__ import annotations

import json
import os
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypedDict, Unpack

from resumekit.errors import Problem, UsageError

if TYPE_CHECKING:
    from resumekit.load import Document, OptionAssignment
    from resumekit.pipeline import BuildResult
    from resumekit.schema import Resume

Source = str | bytes | os.PathLike[str] | Mapping[str, Any]
"""A résumé or a letter: a path, or its content as a mapping, text or bytes.

Text is YAML or JSON. A text of one line with neither `: ` nor `{` cannot be a résumé, and is taken for a path.
"""


class Options(TypedDict, total=False):
    """What `build` and `render` have in common; the defaults are those of `resumekit build`.

    `overrides` maps paths such as `basics.label` to values. `pages` is a number of pages to fit the résumé to,
    `auto` or `free`. `redact` has
    names of fields such as `email`. With `strict`, warnings are errors. With `verify`, PDFs are read back. `folder` is
    where pictures, fonts and themes are looked up if the source is not a path; the current folder by default. Entries
    that start after `today` get a warning.
    """

    theme: str | None
    variant: str | None
    language: str | None
    public: bool
    redact: Sequence[str]
    overrides: Mapping[str, Any]
    pages: int | str | None
    engine: str
    dpi: int
    strict: bool
    verify: bool
    folder: str | os.PathLike[str]
    today: date


@dataclass(frozen=True, slots=True)
class Rendered:
    """One file in memory: its bytes, the number of pages it shows (0 where a format has none), and warnings."""

    data: bytes
    pages: int
    problems: tuple[Problem, ...]


@dataclass(frozen=True, slots=True)
class Validated:
    """All problems of a résumé or letter, in the order of the source.

    `resume` is None for a letter, and if there is an error. `exit_code` is what `resumekit validate` exits with.
    """

    resume: Resume | None
    problems: tuple[Problem, ...]
    exit_code: int

    @property
    def is_valid(self) -> bool:
        """Whether there is no error; there may be warnings and remarks."""
        return self.exit_code == 0


def build(
    source: Source,
    *,
    output: str | os.PathLike[str] | None = "dist",
    formats: str | Sequence[str] = "pdf",
    all_editions: bool = False,
    **options: Unpack[Options],
) -> BuildResult:
    """Build a résumé as `resumekit build` does; the result has the bytes and the path of each file.

    Files are written to the folder `output`; with None, no file is touched. With `all_editions`, every variant in every
    language is built.

    Raises:
        ResumekitError: the build failed; the subclass says at which stage, `problems` why.
    """
    from resumekit.pipeline import BuildOptions
    from resumekit.pipeline import build as run
    from resumekit.tailor import Edition
    from resumekit.typeset import library_typesetter

    edition = Edition(
        options.get("variant"),
        options.get("language"),
        options.get("public", False),
        tuple(options.get("redact", ())),
    )
    settings = BuildOptions(
        theme=options.get("theme"),
        formats=(formats,) if isinstance(formats, str) else tuple(formats),
        output=None if output is None else Path(output),
        assignments=tuple(_assignments(options)),
        edition=edition,
        all=all_editions,
        dpi=options.get("dpi", 150),
        strict=options.get("strict", False),
        verify=options.get("verify", True),
        engine=options.get("engine", "weasyprint"),
    )
    readable = _readable(source, options.get("folder", "."))
    return run(readable, settings, today=options.get("today"), typesetter=library_typesetter)


def render(source: Source, format: str = "pdf", **options: Unpack[Options]) -> Rendered:  # noqa: A002
    """Return a résumé in one format, in memory; no file is written.

    Raises:
        ResumekitError: the build failed; the subclass says at which stage, `problems` why.
        UsageError: the format produces several files, such as `png` for several pages; use `build(output=None)`.
    """
    result = build(source, output=None, formats=format, **options)
    if len(result.artifacts) > 1:
        message = f"format '{format}' produces {len(result.artifacts)} files: {', '.join(result.artifacts)}"
        hint = "use `build(output=None)`, whose `artifacts` contain all of them"
        raise UsageError(Problem("several-files", message, hint=hint))
    (data,) = result.artifacts.values()
    return Rendered(data, result.pages, result.problems)


def validate(source: Source, *, folder: str | os.PathLike[str] = ".", today: date | None = None) -> Validated:
    """Return everything that is wrong with a résumé, its variants and its theme, or with a letter.

    Entries that start after `today` get a warning.

    Raises:
        LoadError: it cannot be read: missing, not UTF-8, broken YAML or JSON, over a limit.
    """
    from resumekit.diagnostics import diagnose
    from resumekit.importing import convert_foreign, read_source
    from resumekit.schema import validate as validated
    from resumekit.schema.letter import is_letter

    readable = _readable(source, folder)
    document, remarks = read_source(readable) if isinstance(readable, Path) else convert_foreign(readable)
    problems, exit_code = diagnose(document, today=today or date.today())
    resume = None if exit_code or is_letter(document.data) else validated(document)[0]
    return Validated(resume, remarks + problems, exit_code)


def _readable(source: Source, folder: str | os.PathLike[str]) -> Path | Document:
    """Return a source as the path of a file, or as the document that it holds.

    Raises:
        LoadError: the content cannot be read.
        UsageError: a mapping has a value that JSON cannot hold.
    """
    from resumekit.load import parse

    if isinstance(source, str) and not _is_content(source):
        return Path(source)
    if isinstance(source, Mapping):
        data = json.dumps(_plain(source, "", 0), ensure_ascii=False, indent=2).encode("utf-8", "surrogatepass")
        return parse(data, name="<mapping>", folder=Path(folder))
    if isinstance(source, str | bytes):
        data = source.encode("utf-8", "surrogatepass") if isinstance(source, str) else source
        return parse(data, name="<text>", folder=Path(folder))
    return Path(source)


def _is_content(text: str) -> bool:
    """Return whether a text can be a résumé, and is therefore not a path."""
    return "\n" in text or ": " in text or "{" in text or text.rstrip().endswith(":")


_MAX_DEPTH = 100
"""Nothing nested deeper can be a résumé, and JSON's encoder would recurse without end."""


def _plain(value: Any, path: str, depth: int) -> Any:
    """Return a value as JSON can hold it: dates as text, tuples as lists, keys as text."""
    if depth > _MAX_DEPTH:
        raise UsageError(Problem("bad-value", f"{path[:60]}…: nested more than {_MAX_DEPTH} levels deep"))
    if isinstance(value, Mapping):
        return {str(key): _plain(item, f"{path}.{key}".lstrip("."), depth + 1) for key, item in value.items()}
    if isinstance(value, list | tuple):
        return [_plain(item, f"{path}.{at}", depth + 1) for at, item in enumerate(value)]
    if isinstance(value, date):
        return value.isoformat()[:10]
    if value is None or isinstance(value, str | int) or (isinstance(value, float) and value - value == 0):
        return value
    kind = type(value).__name__
    message = f"{path}: a {kind} is not a value that a résumé can hold"
    raise UsageError(Problem("bad-value", message, hint="use text, numbers, dates, lists and mappings"))


def _assignments(options: Options) -> Iterator[str | OptionAssignment]:
    for path, value in options.get("overrides", {}).items():
        yield f"{path}={json.dumps(_plain(value, path, 0), ensure_ascii=False)}"
    if (pages := options.get("pages")) is not None:
        from resumekit.load import OptionAssignment  # late: `import resumekit` loads nothing else

        yield OptionAssignment("pages", "page.pages", str(pages))
