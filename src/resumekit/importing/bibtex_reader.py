"""BibTeX and BibLaTeX: entries become publications and patents; LaTeX accents and symbols become Unicode characters."""

from __future__ import annotations

import logging
import re
from typing import TYPE_CHECKING, Any

from resumekit.errors import LoadError, Problem
from resumekit.load.document import Span

from .draft_resume import DraftResume, TracedText, UnmappedValue
from .field_reader import Data, FieldReader, compact
from .foreign_dates import parse_date
from .input_file import InputFile

if TYPE_CHECKING:
    from bibtexparser.model import Block, Entry

_BLOCK = re.compile(r"(?m)^\s*@(?:string|comment|preamble|[a-z]+)\s*[{(]", re.IGNORECASE)
_ENTRY = re.compile(r"(?m)^\s*@(?!string|comment|preamble)[a-z]+\s*[{(]\s*[^\s,={}]*\s*,", re.IGNORECASE)
_PUBLISHERS = ("journaltitle", "journal", "booktitle", "publisher", "school", "institution", "organization")
_NOT_TEXT = {"url", "doi", "eprint", "file"}
_LATEX = re.compile(r"\\[A-Za-z'`^\"~=.&%$#_{}-]|[{}]|~|--")
_MAX_BRACES = 8
"""Levels of braces. At each level, an accent doubles what it is set on, and the LaTeX parser recurses."""


def knows(file: InputFile) -> bool:
    """Return whether a file contains BibTeX entries."""
    text = file.beginning
    return "\0" not in text and bool(_ENTRY.search(text)) and bool(_BLOCK.search(text))


def read(file: InputFile) -> DraftResume:
    """Return the publications and patents. Blocks that cannot be read are listed with their line numbers.

    Raises:
        LoadError: the file has no readable entry.
    """
    from bibtexparser.entrypoint import parse_string
    from bibtexparser.model import Entry, ExplicitComment, ImplicitComment, Preamble

    logging.getLogger("bibtexparser").setLevel(logging.CRITICAL)
    library = parse_string(file.source.text)
    entries = [block for block in library.blocks if isinstance(block, Entry)]
    comments = [block for block in library.blocks if isinstance(block, ExplicitComment | ImplicitComment | Preamble)]
    if not entries:
        raise LoadError(_broken(library.failed_blocks, file))
    publications = [_publication(entry) for entry in entries if entry.entry_type.lower() != "patent"]
    patents = [_patent(entry) for entry in entries if entry.entry_type.lower() == "patent"]
    unmapped = [_unmapped(block, file, "it is not valid BibTeX") for block in library.failed_blocks]
    unmapped += [_unmapped(block, file, "it is not a publication") for block in comments]
    resume = compact(publications=publications, patents=patents)
    return DraftResume(resume, losses=tuple(value for value in unmapped if value.value))


def _publication(entry: Entry) -> dict[str, Data]:
    fields = _fields(entry)
    return {
        **compact(
            name=_title(fields),
            publisher=fields.text(*_PUBLISHERS),
            releaseDate=_date(fields),
            url=fields.text("url"),
            authors=_names(fields, "author") or _names(fields, "editor"),
            doi=fields.text("doi"),
            summary=fields.text("abstract"),
        ),
        **fields.extensions(),
    }


def _patent(entry: Entry) -> dict[str, Data]:
    fields = _fields(entry)
    return {
        **compact(
            title=_title(fields),
            number=fields.text("number"),
            status=fields.text("type"),
            date=_date(fields),
            url=fields.text("url"),
            inventors=_names(fields, "author"),
            summary=fields.text("abstract"),
        ),
        **fields.extensions(),
    }


def _fields(entry: Entry) -> FieldReader:
    fields: dict[str, Any] = {"bibtype": entry.entry_type, "bibkey": entry.key}
    for field in entry.fields:
        text, key = str(field.value), field.key.lower()
        fields[key] = " ".join((text if key in _NOT_TEXT else _decoded(text, key)).split())
    return FieldReader(fields)


def _decoded(text: str, key: str) -> str:
    """Return a LaTeX text as plain text, or as written if it is nested too deeply or broken.

    Names keep their braces, which are needed to split them.
    """
    if key in {"author", "editor"} or not _LATEX.search(text) or _levels_of_braces(text) > _MAX_BRACES:
        return text
    from pylatexenc.latex2text import LatexNodes2Text

    try:
        return str(LatexNodes2Text(keep_comments=True, math_mode="verbatim").latex_to_text(text))
    except Exception:  # the parser raises errors of any kind, as for a command without its arguments
        return text


def _levels_of_braces(text: str) -> int:
    deepest = level = 0
    for brace in re.findall("[{}]", text):
        level = level + 1 if brace == "{" else max(0, level - 1)
        deepest = max(deepest, level)
    return deepest


def _title(fields: FieldReader) -> str | None:
    title, subtitle = fields.text("title"), fields.text("subtitle")
    return f"{title}: {subtitle}" if title and subtitle else title


def _date(fields: FieldReader) -> TracedText | None:
    """Return the date: BibLaTeX has one field, BibTeX separate ones for year, month and day."""
    if "date" in fields:
        return fields.date_or_text("date")
    year, month, day = (str(fields.peek(key) or "") for key in ("year", "month", "day"))
    date = parse_date(" ".join(filter(None, (day, month, year))).strip())
    if month and date and date.doubt is None and len(date) > 4:
        for key in ("year", "month", "day"):
            fields.take(key)
        return date
    return fields.date_or_text("year")


def _names(fields: FieldReader, key: str) -> list[Data]:
    """Return names with the given name first: `Ada Example` for each name of `Example, Ada and Sample, B.`."""
    text = fields.text(key)
    return [_decoded(_given_name_first(name), "name") for name in _split_names(text) if name.strip()] if text else []


def _split_names(text: str) -> list[str]:
    """Split at each `and` that is not in braces."""
    names: list[list[str]] = [[]]
    depth = 0
    for word in re.split(r"(\s+|[{}])", text):
        depth += {"{": 1, "}": -1}.get(word, 0)
        if word == "and" and depth <= 0:
            names.append([])
        else:
            names[-1].append(word)
    return ["".join(words) for words in names]


def _given_name_first(name: str) -> str:
    if name.strip().startswith("{"):
        return name.strip()
    family, *others = (part.strip() for part in name.split(","))
    return " ".join(part for part in ([others[-1], family, *others[:-1]] if others else [family]) if part)


def _unmapped(block: Block, file: InputFile, why: str) -> UnmappedValue:
    line = (block.start_line or 0) + 1
    value = str(block.raw or "").strip()
    location = file.source.location(Span(line, 1, line, len(file.source.line(line)) + 1))
    return UnmappedValue(f"line {line}", value, why, location)


def _broken(failed: list[Any], file: InputFile) -> Problem:
    hint = "write entries as @article{key, title = {…}, year = {2018}}"
    location = _unmapped(failed[0], file, "").location if failed else None
    return Problem("broken-bibtex", "this file has no readable entry", location, file=file.name, hint=hint)
