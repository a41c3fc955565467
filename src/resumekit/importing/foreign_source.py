"""A file of another format that is built, or validated, as it is: without an import before."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from typing import Any

from resumekit.errors import LoadError, Problem, ResumekitError
from resumekit.load import Document, KeyPath, Source, SourceSpans, load, read_bytes

_ANOTHERS = ("cv", "content", "info", "employment", "contact", "disposition", "recognition", "SkillsPassport")
"""Keys that stand at the top of files of other formats, and of no résumé here."""

_NOT_OURS = ("not-a-mapping", "not-utf-8", "forbidden-character")
"""What is wrong with a file that is neither YAML nor JSON, or not with a résumé in it."""

_OUR_SUFFIXES = (".yaml", ".yml", ".json")
_MAX_BYTES = 50_000_000


def load_any(path: Path) -> tuple[Document, tuple[Problem, ...]]:
    """Load a résumé, be it one of ours or in a format that can be built as it is; `-` is standard input.

    Raises:
        LoadError: it cannot be read as one; where it can be imported, the hint says so.
        SchemaError: see `adopt`.
    """
    try:
        return adopt(load(path))
    except LoadError as error:
        raise LoadError(*(_with_the_way_out(problem, path) for problem in error.problems)) from None


def _with_the_way_out(problem: Problem, path: Path) -> Problem:
    """Say of a file that is no source, but for standard input and what another one includes, how it becomes one."""
    file = problem.location.file if problem.location else problem.file
    if problem.code not in _NOT_OURS or file != str(path):
        return problem
    from .input_file import Original
    from .readers import READERS

    with suppress(ResumekitError):  # broken besides: what was said of it stands
        original = Original(str(path), read_bytes(path, _MAX_BYTES))
        kind = next((kind for kind, reader in READERS.items() if reader.knows(original)), None)
        if kind and not (kind == "text" and path.suffix in _OUR_SUFFIXES):  # whatever is text looks like text
            title = READERS[kind].title
            return replace(problem, hint=f"it looks like {title}: `resumekit import {path}` makes a resume.yaml of it")
    return problem


def adopt(document: Document) -> tuple[Document, tuple[Problem, ...]]:
    """Return the résumé in a file of another format, and what became of its values; one of ours as it is.

    What is in it has the place of what it was made from.

    Raises:
        LoadError: no résumé can be made of it.
        SchemaError: the file is not what its own format asks for.
    """
    if "basics" in document.data or not any(key in document.data for key in _ANOTHERS):
        return document, ()
    from .input_file import Original
    from .readers import MAPPINGS, READERS

    original = Original(document.source.name, document.source.original)
    reader = next((READERS[name] for name in MAPPINGS if READERS[name].knows(original)), None)
    return _adopted(document, original, reader) if reader else (document, ())


def _adopted(document: Document, original: Any, reader: Any) -> tuple[Document, tuple[Problem, ...]]:
    from .import_report import account
    from .repair import settled

    draft = reader.read(original)
    made = settled(draft, document.folder)
    source = Source(document.source.name, made.text, made.text.encode())
    spans = dict(_spans(made.resume, (), document))
    data = {key: _plain(value) for key, value in made.resume.items()}
    return Document(source, document.folder, "yaml", data, spans), account(made, draft.losses, original)


def _spans(value: Any, path: KeyPath, document: Document) -> Iterator[tuple[KeyPath, SourceSpans]]:
    """Yield where each value is from; a mapping or a list is from where the first text in it is."""
    inner = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    found = [spans for step, item in inner for spans in _spans(item, (*path, step), document)]
    origin = getattr(value, "origin", None)
    own = document.spans.get(origin) if origin is not None else found[0][1] if found else None
    yield path, own or document.spans[()]
    yield from found


def _plain(value: Any) -> Any:
    """Return a value whose texts are nothing more."""
    if isinstance(value, dict):
        return {key: _plain(item) for key, item in value.items()}
    return [_plain(item) for item in value] if isinstance(value, list) else value and str(value)
