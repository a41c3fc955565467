"""Sources in another format that are built, validated or compared directly, without an import first."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from typing import Any

from resumekit.errors import LoadError, Problem, ResumekitError
from resumekit.load import Document, KeyPath, Source, SourceSpans, load, read_bytes

from .input_file import InputFile
from .readers import READERS, Reader, detect_format

_WRONG_FORMAT = ("not-a-mapping", "not-utf-8", "forbidden-character")
"""The problems of a file that is neither YAML nor JSON, or has no mapping at its top level."""

_SOURCE_SUFFIXES = (".yaml", ".yml", ".json")
_MAX_BYTES = 50_000_000


def read_source(path: Path) -> tuple[Document, tuple[Problem, ...]]:
    """Load a résumé source, in resumekit's format or in one that can be built directly; `-` is standard input.

    Raises:
        LoadError: the file cannot be loaded; if it can be imported, the hint says how.
        SchemaError: see `convert_foreign`.
    """
    try:
        return convert_foreign(load(path))
    except LoadError as error:
        raise LoadError(*(_with_import_hint(problem, path) for problem in error.problems)) from None


def _with_import_hint(problem: Problem, path: Path) -> Problem:
    """Add the import command to a problem if the file can be imported; not for standard input and included files."""
    name = problem.location.file if problem.location else problem.file
    if problem.code not in _WRONG_FORMAT or name != str(path):
        return problem
    with suppress(ResumekitError):  # the file is broken in other ways, too: keep the first problem as it is
        format_ = detect_format(InputFile(str(path), read_bytes(path, _MAX_BYTES)))
        if format_ and not (format_ == "text" and path.suffix in _SOURCE_SUFFIXES):  # any text counts as plain text
            hint = f"file format: {READERS[format_].title}; to convert it to YAML, run `resumekit import {path}`"
            return replace(problem, hint=hint)
    return problem


def convert_foreign(document: Document) -> tuple[Document, tuple[Problem, ...]]:
    """Return the résumé in a foreign document and the import report; a résumé in our own format is returned unchanged.

    Each value keeps the location of the value that it was made from.

    Raises:
        LoadError: no résumé can be made from the document.
        SchemaError: the document is not valid in its own format.
    """
    readers = [reader for reader in READERS.values() if reader.top_keys]
    foreign_keys = {key for reader in readers for key in reader.top_keys}
    if "basics" in document.data or foreign_keys.isdisjoint(document.data):
        return document, ()
    file = InputFile(document.source.name, document.source.original)
    reader = next((reader for reader in readers if reader.knows(file)), None)
    return _converted(document, file, reader) if reader else (document, ())


def _converted(document: Document, file: InputFile, reader: Reader) -> tuple[Document, tuple[Problem, ...]]:
    from .import_report import build_report
    from .repair import repair

    draft: Any = reader.read(file)  # a DraftResume: no such format embeds a source
    repaired = repair(draft, document.folder, file.name)
    source = Source(document.source.name, repaired.text, repaired.text.encode())
    spans = dict(_spans(repaired.resume, (), document))
    data = {key: _plain(value) for key, value in repaired.resume.items()}
    return Document(source, document.folder, "yaml", data, spans), build_report(repaired, draft.losses, file)


def _spans(value: Any, path: KeyPath, document: Document) -> Iterator[tuple[KeyPath, SourceSpans]]:
    """Yield the spans that each value comes from; a mapping or a list takes those of its first text."""
    items = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    nested = [spans for step, item in items for spans in _spans(item, (*path, step), document)]
    origin = getattr(value, "origin", None)
    own = document.spans.get(origin) if origin is not None else nested[0][1] if nested else None
    yield path, own or document.spans[()]
    yield from nested


def _plain(value: Any) -> Any:
    """Return a value with plain texts in place of traced ones."""
    if isinstance(value, dict):
        return {key: _plain(item) for key, item in value.items()}
    return [_plain(item) for item in value] if isinstance(value, list) else value and str(value)
