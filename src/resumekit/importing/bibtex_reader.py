"""BibTeX and BibLaTeX, as publications; accents and signs of LaTeX become the characters that they stand for."""

from __future__ import annotations

import logging
import re
from typing import TYPE_CHECKING, Any

from resumekit.errors import LoadError, Problem
from resumekit.load.document import Span

from .draft_resume import Draft, Loss, Quote
from .field_reader import Data, Part, made
from .foreign_dates import when
from .input_file import Original

if TYPE_CHECKING:
    from bibtexparser.model import Block, Entry

_SIGN = re.compile(r"(?m)^\s*@(?:string|comment|preamble|[a-z]+)\s*[{(]", re.IGNORECASE)
_AN_ENTRY = re.compile(r"(?m)^\s*@(?!string|comment|preamble)[a-z]+\s*[{(]\s*[^\s,={}]*\s*,", re.IGNORECASE)
_PUBLISHERS = ("journaltitle", "journal", "booktitle", "publisher", "school", "institution", "organization")
_NOT_TEXT = {"url", "doi", "eprint", "file"}
_ACCENT = re.compile(r"\\[A-Za-z'`^\"~=.&%$#_{}-]|[{}]|~|--")


def knows(original: Original) -> bool:
    """Tell whether a text begins with entries of BibTeX."""
    text = original.beginning
    return "\0" not in text and bool(_AN_ENTRY.search(text)) and bool(_SIGN.search(text))


def read(original: Original) -> Draft:
    """Return the publications; what cannot be read of the file is listed with its line.

    Raises:
        LoadError: no entry can be read.
    """
    from bibtexparser.entrypoint import parse_string
    from bibtexparser.model import Entry, ExplicitComment, ImplicitComment, Preamble

    logging.getLogger("bibtexparser").setLevel(logging.CRITICAL)
    library = parse_string(original.source.text)
    entries = [block for block in library.blocks if isinstance(block, Entry)]
    comments = [block for block in library.blocks if isinstance(block, ExplicitComment | ImplicitComment | Preamble)]
    if not entries:
        raise LoadError(_broken(library.failed_blocks, original))
    publications = [_publication(entry) for entry in entries if entry.entry_type.lower() != "patent"]
    patents = [_patent(entry) for entry in entries if entry.entry_type.lower() == "patent"]
    losses = [_loss(block, original, "this cannot be read as BibTeX") for block in library.failed_blocks]
    losses += [_loss(block, original, "it is no publication") for block in comments]
    return Draft(made(publications=publications, patents=patents), losses=tuple(loss for loss in losses if loss.value))


def _publication(entry: Entry) -> dict[str, Data]:
    part = _part(entry)
    return {
        **made(
            name=_titled(part),
            publisher=part.text(*_PUBLISHERS),
            releaseDate=_date(part),
            url=part.text("url"),
            authors=_names(part, "author") or _names(part, "editor"),
            doi=part.text("doi"),
            summary=part.text("abstract"),
        ),
        **part.aside(),
    }


def _patent(entry: Entry) -> dict[str, Data]:
    part = _part(entry)
    return {
        **made(
            title=_titled(part),
            number=part.text("number"),
            status=part.text("type"),
            date=_date(part),
            url=part.text("url"),
            inventors=_names(part, "author"),
            summary=part.text("abstract"),
        ),
        **part.aside(),
    }


def _part(entry: Entry) -> Part:
    fields: dict[str, Any] = {"bibtype": entry.entry_type, "bibkey": entry.key}
    for field in entry.fields:
        text, key = str(field.value), field.key.lower()
        fields[key] = " ".join((text if key in _NOT_TEXT else _decoded(text, key)).split())
    return Part(fields)


def _decoded(text: str, key: str) -> str:
    """Return a text of LaTeX in characters; braces that keep a name together stay where names are told apart."""
    if key in {"author", "editor"} or not _ACCENT.search(text):
        return text
    from pylatexenc.latex2text import LatexNodes2Text

    return str(LatexNodes2Text(keep_comments=True, math_mode="verbatim").latex_to_text(text))


def _titled(part: Part) -> str | None:
    title, subtitle = part.text("title"), part.text("subtitle")
    return f"{title}: {subtitle}" if title and subtitle else title


def _date(part: Part) -> Quote | None:
    """Return the date; BibTeX has it as a year and a month, BibLaTeX as one."""
    if "date" in part:
        return part.loose_date("date")
    year, month, day = (str(part.peek(key) or "") for key in ("year", "month", "day"))
    found = when(" ".join(filter(None, (day, month, year))).strip())
    if month and found and found.doubt is None and len(found) > 4:
        for key in ("year", "month", "day"):
            part.take(key)
        return found
    return part.loose_date("year")


def _names(part: Part, key: str) -> list[Data]:
    """Return names as on a title page, `Ada Example`, of which BibTeX has `Example, Ada and Sample, B.`."""
    text = part.text(key)
    return [_decoded(_turned(name), "name") for name in _apart(text) if name.strip()] if text else []


def _apart(text: str) -> list[str]:
    """Return what stands between `and`s that are in no braces."""
    found, depth = [""], 0
    for word in re.split(r"(\s+|[{}])", text):
        depth += {"{": 1, "}": -1}.get(word, 0)
        if word == "and" and depth <= 0:
            found.append("")
        else:
            found[-1] += word
    return found


def _turned(name: str) -> str:
    if name.strip().startswith("{"):
        return name.strip()
    family, *others = (part.strip() for part in name.split(","))
    return " ".join(part for part in ([others[-1], family, *others[:-1]] if others else [family]) if part)


def _loss(block: Block, original: Original, why: str) -> Loss:
    line = (block.start_line or 0) + 1
    value = str(block.raw or "").strip()
    location = original.source.location(Span(line, 1, line, len(original.source.line(line)) + 1))
    return Loss(f"line {line}", value, why, location)


def _broken(failed: list[Any], original: Original) -> Problem:
    hint = "an entry looks like @article{key, title = {…}, year = {2018}}"
    location = _loss(failed[0], original, "").location if failed else None
    return Problem("broken-bibtex", "no entry of this file can be read", location, file=original.name, hint=hint)
