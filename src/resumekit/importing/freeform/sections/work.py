"""Read `work` and `volunteer`: which part of an entry's head is the role, the employer, the place."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Any

from resumekit.importing.draft_resume import TracedText

from ..layout.blocks import Block
from ..layout.span_markdown import escaped
from ..lexicon.contact_patterns import trimmed_address, web_pattern
from ..lexicon.vocabulary import is_organization, is_place, is_role
from .entry_blocks import EntryChunk, split_entries
from .entry_bodies import body_fields
from .entry_dates import period_fields
from .entry_heads import EntryHead, Part, parse_head, split_at_commas, split_at_employer, split_place

_MAX_PLACE_WORDS = 3
_REGION = re.compile(r"[A-Z]{2,3}")


@dataclass(slots=True)
class _JobHead:
    """An entry's head: `names` are role, employer and other parts in their order in the file, without the place."""

    names: list[Part]
    location: str
    url: str
    head: EntryHead


def read_work(blocks: Sequence[Block], employer_key: str = "name") -> list[dict[str, Any]]:
    """Return the entries of `work`, or those of `volunteer`, whose key for the employer is `organization`."""
    chunks = split_entries(blocks, roles=True)
    jobs = [_job_head(chunk) for chunk in chunks]
    employers = {
        at
        for at, (chunk, below) in enumerate(pairwise(chunks))
        if below.inner and not chunk.inner and not jobs[at].head.period
    }
    role_first, is_certain = _order([job for at, job in enumerate(jobs) if at not in employers])
    result: list[dict[str, Any]] = []
    for at, (chunk, job) in enumerate(zip(chunks, jobs, strict=True)):
        if at in employers:
            result.append(_employer(chunk, job, employer_key))
        elif chunk.inner and result and employer_key != "name":
            if at - 1 in employers:
                result[-1] |= _role(chunk, job)
            else:
                result.append({employer_key: result[-1].get(employer_key)} | _role(chunk, job))
        elif chunk.inner and result and employer_key == "name":
            _add_role(result[-1], _role(chunk, job))
        else:
            result.append(_entry(chunk, job, role_first, is_certain, employer_key))
    return [_flattened(entry) for entry in result if entry]


def _flattened(entry: dict[str, Any]) -> dict[str, Any]:
    """Return an entry; a single role becomes part of the entry instead of a list."""
    positions: list[dict[str, Any]] = entry.get("positions", [])
    if len(positions) != 1 or positions[0].keys() & entry.keys():
        return entry
    return {key: value for key, value in entry.items() if key != "positions"} | positions[0]


def _job_head(chunk: EntryChunk) -> _JobHead:
    head = parse_head(chunk.head)
    parts = [each for part in head.parts for each in split_at_employer(part)]
    url = next((part.url for part in parts if part.url.startswith("http")), "")
    web_parts = [part for part in parts if web_pattern().fullmatch(part.text)]
    if web_parts:
        url = web_parts[0].url or trimmed_address(web_parts[0].text)
    parts = [part for part in parts if part not in web_parts]
    location, parts = _place_beside_date(parts, head.date_line)
    if not location:
        location, parts = _location(parts)
    if len(parts) == 1:
        parts = split_at_commas(parts[0])
        more, parts = _location(parts)
        location = location or more
    elif not location and parts:
        parts, location = _place_inside(parts)
    if not location and len(parts) == 2 and is_role(parts[0].text) and len(pieces := split_at_commas(parts[1])) == 2:
        parts = [parts[0], *pieces]
    if not location and len(parts) == 3 and _may_be_place(parts[2], parts[1]):
        location = TracedText(parts[2].text, doubt=parts[2].text)
        parts = parts[:2]
    elif not location and _has_place_inside(parts):
        location = TracedText(parts[1].text, doubt=parts[1].text)
        parts = [parts[0], parts[2]]
    return _JobHead(parts, location, url, head)


def _place_beside_date(parts: list[Part], date_line: int) -> tuple[str, list[Part]]:
    """Return the place that shares a line with the date below a heading of role and employer, and the other parts."""
    if len(parts) == 2 and parts[0].heading and not parts[1].heading and parts[1].line == date_line != parts[0].line:
        pieces = split_at_commas(parts[0])
        if len(pieces) == 2 and _role_lean(*pieces) and not _role_lean(parts[0], parts[1]) > 2:
            return parts[1].text, pieces
    return "", parts


def _has_place_inside(parts: list[Part]) -> bool:
    """Return whether an unknown town is beside the employer, above the role, or the other way round."""
    if len(parts) != 3 or parts[2].line == parts[1].line:
        return False
    return bool(_role_lean(parts[0], parts[2])) and _may_be_place(parts[1], parts[0])


def _may_be_place(part: Part, before: Part) -> bool:
    """Return whether a part after role and employer may be an unknown town."""
    is_short = len(part.text.split()) <= _MAX_PLACE_WORDS and not any(map(str.isdigit, part.text))
    other = is_role(part.text) or is_organization(part.text)
    return is_short and part.line == before.line and part.text[:1].isupper() and not other


def _location(parts: list[Part]) -> tuple[str, list[Part]]:
    """Return the place among parts, and the others; the first part is never the place."""
    if len(parts) == 2:
        parts = [parts[0], *_split_before_place(parts[1])]
    for at, part in enumerate(parts):
        if at and is_place(part.text):
            rest = list(parts[:at] + parts[at + 1 :])
            more = [each for each in rest[at:] if is_place(each.text)]
            return ", ".join([part.text, *(each.text for each in more)]), [each for each in rest if each not in more]
    return "", parts


def _split_before_place(part: Part) -> list[Part]:
    """Return a part, split before the place at its end: it is the only part that can name the employer."""
    pieces = split_at_commas(part)
    end = len(pieces)
    while end and (is_place(pieces[end - 1].text) or _REGION.fullmatch(pieces[end - 1].text)):
        end -= 1
    if not 0 < end < len(pieces) or (end == 1 and _REGION.fullmatch(pieces[-1].text) and len(pieces) == 2):
        return [part]
    return [replace(part, text=", ".join(piece.text for piece in some)) for some in (pieces[:end], pieces[end:])]


def _place_inside(parts: list[Part]) -> tuple[list[Part], str]:
    for at, part in enumerate(parts):
        text, location = split_place(part.text)
        if location and text:
            return [*parts[:at], replace(part, text=text), *parts[at + 1 :]], location
    return parts, ""


def _role_lean(one: Part, other: Part) -> int:
    """Return how strongly two parts look like role and employer; negative for employer and role.

    Of two headings at different levels, the deeper one is the role.
    """
    if one.heading and other.heading and one.heading != other.heading:
        return 4 if one.heading > other.heading else -4
    first, second = one.text, other.text
    role_score = is_role(first) - is_role(second)
    employer_score = is_organization(second) - is_organization(first)
    return 2 * role_score + employer_score


def _order(jobs: list[_JobHead]) -> tuple[bool, bool]:
    """Return whether the role comes first in most entries, and whether that is certain."""
    leans = [_role_lean(job.names[0], job.names[1]) for job in jobs if len(job.names) > 1]
    total = sum((lean > 0) - (lean < 0) for lean in leans)
    return total >= 0, total != 0


def _entry(chunk: EntryChunk, job: _JobHead, role_first: bool, is_certain: bool, employer_key: str) -> dict[str, Any]:
    result: dict[str, Any] = {}
    rest: list[Part] = []
    doubt = None if is_certain else chunk.head[0].text if chunk.head else None
    if len(job.names) == 1:
        text = job.names[0].text
        is_employer = (is_organization(text) and not is_role(text)) or (not is_role(text) and not job.head.period)
        result["position" if not is_employer and is_role(text) else employer_key] = _quote(
            text, None if is_role(text) or is_employer else doubt
        )
    elif job.names:
        lean = _role_lean(job.names[0], job.names[1])
        first = lean > 0 if abs(lean) >= 2 else role_first
        role, company = job.names[:2] if first else job.names[1::-1]
        doubt_here = doubt if not lean and not is_certain else None
        result["position"], result[employer_key] = _quote(role.text, doubt_here), _quote(company.text, doubt_here)
        rest = job.names[2:]
    return _completed(result, chunk, job, rest)


def _completed(result: dict[str, Any], chunk: EntryChunk, job: _JobHead, rest: list[Part]) -> dict[str, Any]:
    """Return an entry with its location, dates, link and body; the remaining parts start the summary."""
    if job.location:
        result["location"] = TracedText(escaped(job.location), doubt=getattr(job.location, "doubt", None))
    result |= period_fields(job.head.period)
    if job.url:
        result["url"] = job.url
    body = body_fields(chunk.body)
    if rest:
        about = ", ".join(escaped(part.text) for part in rest)
        body = {"summary": "\n\n".join(filter(None, [about, body.get("summary", "")]))} | {
            key: value for key, value in body.items() if key != "summary"
        }
    return result | body


def _employer(chunk: EntryChunk, job: _JobHead, employer_key: str) -> dict[str, Any]:
    """Return an employer whose roles follow as entries, each with its own date."""
    first, rest = next(iter(job.names), None), job.names[1:]
    if first and rest and len(job.head.parts) == 1:  # the name contains commas
        first, rest = replace(first, text=", ".join(part.text for part in job.names)), []
    result: dict[str, Any] = {employer_key: escaped(first.text)} if first else {}
    if rest and employer_key == "name":
        result["description"] = escaped(", ".join(part.text for part in rest))
        rest = []
    return _completed(result, chunk, job, rest)


def _quote(text: str, doubt: str | None) -> str:
    return TracedText(escaped(text), doubt=doubt)


def _role(chunk: EntryChunk, job: _JobHead) -> dict[str, Any]:
    """Return one of several roles at an employer."""
    result: dict[str, Any] = {"position": escaped(", ".join(part.text for part in job.names))} if job.names else {}
    return _completed(result, chunk, job, [])


def _add_role(entry: dict[str, Any], role: dict[str, Any]) -> None:
    """Add a role to an employer; the role of the entry itself becomes the first of the list."""
    if "positions" not in entry:
        own: dict[str, Any] = {
            key: entry.pop(key) for key in ("position", "startDate", "endDate", "summary", "highlights") if key in entry
        }
        entry["positions"] = [own] if "position" in own else []
        if not entry["positions"]:
            entry.update(own)
    entry["positions"].append(role)
