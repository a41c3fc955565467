"""Read `publications`."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import islice
from typing import Any

from resumekit.importing.draft_resume import TracedText

from ..layout.blocks import Block
from ..layout.span_markdown import escaped
from ..lexicon.contact_patterns import web_pattern
from ..lexicon.vocabulary import is_organization, is_publisher
from .entry_blocks import EntryChunk
from .entry_bodies import body_fields
from .entry_dates import date_field
from .entry_heads import Part, parse_head
from .reference_items import link_and_text, reference_items, text_and_date

_DOI = re.compile(r"(?:doi\s*[:：]?\s*|https?://(?:dx\.)?doi\.org/)?(10\.\d{4,9}/[^\s,;]+[^\s,;.)])", re.IGNORECASE)
_QUOTED = re.compile(r"[“\"„«「『]([^”\"“»」』]{8,})[”\"“»」』]")
_AUTHORS = re.compile(
    r"((?:(?:[A-Z]\.[ -]?)+\s?[\w'’-]+|[A-Z][\w'’-]+,?\s(?:[A-Z]\.[ -]?)+|[A-Z][\w'’-]+\s[A-Z][\w'’-]+)"
    r"(?:(?:,|;| and| &|, and| und)\s+(?:(?:[A-Z]\.[ -]?)+\s?[\w'’-]+|[A-Z][\w'’-]+,?\s(?:[A-Z]\.[ -]?)+|"
    r"[A-Z][\w'’-]+\s[A-Z][\w'’-]+|et al\.?))*)"
    r"\s*(?:[:.,(]|\s(?=[“\"„(]))\s*"
)
_AUTHOR_SEPARATOR = re.compile(r"\s*(?:;|,? and |,? & |,? und |,\s+(?=[A-Z]\.|[A-Z][\w'’-]+\s[A-Z]|et al))\s*")

_MAX_SEPARATORS = 20
"""The most full stops and commas in a reference after which the publisher is looked for."""


def read_publications(blocks: Sequence[Block]) -> list[dict[str, Any]]:
    """Return the entries of `publications`."""
    return [_publication(chunk) for chunk in reference_items(blocks)]


def _publication(chunk: EntryChunk) -> dict[str, Any]:
    result: dict[str, Any] = {}
    text, period = text_and_date(chunk)
    if doi := _DOI.search(text):
        result["doi"] = doi[1]
        text = (text[: doi.start()] + text[doi.end() :]).strip(" ,;·()[]")
    url, text = link_and_text(chunk, text)
    if _DOI.search(url):
        result.setdefault("doi", _DOI.search(url)[1])  # type: ignore[index]
    elif url:
        result["url"] = url
    parts = parse_head(chunk.head).parts
    if chunk.head and (chunk.head[0].heading or (len(chunk.head) > 1 and parts)):
        result |= _fields_from_parts(parts)
    else:
        result |= _fields_from_paragraph(text, chunk)
    if period:
        result["releaseDate"] = date_field(period)
    return result | body_fields(chunk.body)


def _fields_from_parts(parts: list[Part]) -> dict[str, Any]:
    parts = [part for part in parts if not _DOI.search(part.text) and not web_pattern().fullmatch(part.text)]
    result: dict[str, Any] = {"name": escaped(parts[0].text)} if parts else {}
    rest = parts[1:]
    publisher = next((part for part in rest if is_publisher(part.text)), None)
    for part in list(rest):
        found = _AUTHORS.fullmatch(f"{part.text}.")
        if found and part is not publisher and "authors" not in result:
            result["authors"] = _authors(part.text)
            rest.remove(part)
    if rest:
        result["publisher"] = escaped(", ".join(part.text for part in rest))
    return result


def _fields_from_paragraph(text: str, chunk: EntryChunk) -> dict[str, Any]:
    """Return the fields of a reference in one paragraph: authors, title, publisher."""
    result: dict[str, Any] = {}
    quoted = _QUOTED.search(text)
    authors = _AUTHORS.match(text)
    if quoted:
        before, after = text[: quoted.start()].strip(" ,.:;"), text[quoted.end() :].strip(" ,.:;")
        result["name"] = escaped(quoted[1].strip(" ,.")) if before or after else escaped(quoted[1])
        if before:
            result["authors"] = _authors(before)
        if after:
            result["publisher"] = escaped(
                re.sub(r"^in:?\s+", "", after, flags=re.IGNORECASE) if after.lower().startswith("in:") else after
            )
        return result
    if (
        authors
        and len(authors[0]) < len(text)
        and (re.search(r"[A-Z]\.|,| and |et al", authors[1]) and not is_publisher(authors[1]))
    ):
        result["authors"] = _authors(authors[1])
        text = text[authors.end() :].strip(" ,.:;()")
    name, publisher = _split_publisher(text)
    result["name"] = TracedText(escaped(name), doubt=text if not publisher and len(text) > 160 else None)
    if publisher:
        result["publisher"] = escaped(publisher)
    return result


def _split_publisher(text: str) -> tuple[str, str]:
    """Split a title from the publisher after it: at a full stop, a separator or a comma."""
    for separator in (r"[.?!]\s+(?=[\w“\"])", r"\s+[·|–—]\s+", r",\s+(?:in\s+)?|\.\s+In:?\s+"):
        for found in islice(re.finditer(separator, text), _MAX_SEPARATORS):
            title, rest = text[: found.end()].strip(" ,.·|–—"), text[found.end() :].strip(" .·")
            if (
                len(title) > 12
                and rest
                and (is_publisher(rest) or is_organization(rest))
                and (not is_publisher(title) or "." in found[0])
            ):
                return title, rest
    return text.strip(" ."), ""


def _authors(text: str) -> list[str]:
    return [
        escaped(name.strip(" ,.") + ("." if re.search(r"\b[A-Z]\.$", name.strip(" ,")) else ""))
        for name in _AUTHOR_SEPARATOR.split(text)
        if name.strip(" ,.")
    ]
