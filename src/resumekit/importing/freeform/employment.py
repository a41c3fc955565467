"""Employers, volunteering, projects: who is who among the parts of an entry's head."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Any

from resumekit.importing.draft_resume import TracedText as Quote

from .blocks import Block
from .contacts import WEB, web_address
from .dating import as_period
from .entries import Chunk, chunks_of
from .highlights import story_of
from .leads import Lead, Part, at_commas, at_word, lead_of, split_place
from .markup import escaped
from .words import is_organization, is_place, is_role

_MOST_WORDS_OF_PLACE = 3
_REGION = re.compile(r"[A-Z]{2,3}")


@dataclass(slots=True)
class _Post:
    """An entry's head: its names, role and employer in whatever order they stood, its place, and what is left."""

    names: list[Part]
    location: str
    url: str
    lead: Lead


def work_of(blocks: Sequence[Block], employer: str = "name") -> list[dict[str, Any]]:
    """Return the entries of `work`; or those of `volunteer`, where the employer is called `organization`."""
    chunks = chunks_of(blocks, roles=True)
    posts = [_post(chunk) for chunk in chunks]
    holders = {
        at
        for at, (chunk, below) in enumerate(pairwise(chunks))
        if below.inner and not chunk.inner and not posts[at].lead.period
    }
    role_first, sure = _order([post for at, post in enumerate(posts) if at not in holders])
    made: list[dict[str, Any]] = []
    for at, (chunk, post) in enumerate(zip(chunks, posts, strict=True)):
        if at in holders:
            made.append(_holder(chunk, post, employer))
        elif chunk.inner and made and employer != "name":
            if at - 1 in holders:
                made[-1] |= _role(chunk, post)
            else:
                made.append({employer: made[-1].get(employer)} | _role(chunk, post))
        elif chunk.inner and made and employer == "name":
            _add_role(made[-1], _role(chunk, post))
        else:
            made.append(_entry(chunk, post, role_first, sure, employer))
    return [_simple(entry) for entry in made if entry]


def _simple(entry: dict[str, Any]) -> dict[str, Any]:
    """Return an entry; one with a single role as one without a list of them."""
    positions: list[dict[str, Any]] = entry.get("positions", [])
    if len(positions) != 1 or positions[0].keys() & entry.keys():
        return entry
    return {key: value for key, value in entry.items() if key != "positions"} | positions[0]


def _post(chunk: Chunk) -> _Post:
    lead = lead_of(chunk.head)
    parts = [each for part in lead.parts for each in at_word(part)]
    url = next((part.url for part in parts if part.url.startswith("http")), "")
    addresses = [part for part in parts if WEB.fullmatch(part.text)]
    if addresses:
        url = addresses[0].url or web_address(addresses[0].text)
    parts = [part for part in parts if part not in addresses]
    location, parts = _place_beside_date(parts, lead.dated)
    if not location:
        location, parts = _location(parts)
    if len(parts) == 1:
        parts = at_commas(parts[0])
        more, parts = _location(parts)
        location = location or more
    elif not location and parts:
        parts, location = _place_inside(parts)
    if not location and len(parts) == 2 and is_role(parts[0].text) and len(pieces := at_commas(parts[1])) == 2:
        parts = [parts[0], *pieces]
    if not location and len(parts) == 3 and _may_be_place(parts[2], parts[1]):
        location = Quote(parts[2].text, doubt=parts[2].text)
        parts = parts[:2]
    return _Post(parts, location, url, lead)


def _place_beside_date(parts: list[Part], dated: int) -> tuple[str, list[Part]]:
    """Return what stands in the line of the date alone, where role and employer are both in the heading above it."""
    if len(parts) == 2 and parts[0].heading and not parts[1].heading and parts[1].line == dated != parts[0].line:
        pieces = at_commas(parts[0])
        if len(pieces) == 2 and _lean(*pieces) and not _lean(parts[0], parts[1]) > 2:
            return parts[1].text, pieces
    return "", parts


def _may_be_place(part: Part, before: Part) -> bool:
    """Tell whether a word behind role and employer may be a town that is not known."""
    few = len(part.text.split()) <= _MOST_WORDS_OF_PLACE and not any(map(str.isdigit, part.text))
    other = is_role(part.text) or is_organization(part.text)
    return few and part.line == before.line and part.text[:1].isupper() and not other


def _location(parts: list[Part]) -> tuple[str, list[Part]]:
    """Return the place among parts, and the others; the first part is never one."""
    parts = [each for at, part in enumerate(parts) for each in (_unmixed(part) if at and len(parts) == 2 else [part])]
    for at, part in enumerate(parts):
        if at and is_place(part.text):
            rest = list(parts[:at] + parts[at + 1 :])
            more = [each for each in rest[at:] if is_place(each.text)]
            return ", ".join([part.text, *(each.text for each in more)]), [each for each in rest if each not in more]
    return "", parts


def _unmixed(part: Part) -> list[Part]:
    """Return a part, divided before the place that it ends with: it is the only one that can name the employer."""
    pieces = at_commas(part)
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


def _lean(one: Part, other: Part) -> int:
    """Return how much two names look like role and employer; less than 0 for employer and role.

    Of two headings, the one below the other is the role.
    """
    if one.heading and other.heading and one.heading != other.heading:
        return 4 if one.heading > other.heading else -4
    first, second = one.text, other.text
    roles = is_role(first) - is_role(second)
    companies = is_organization(second) - is_organization(first)
    return 2 * roles + companies


def _order(posts: list[_Post]) -> tuple[bool, bool]:
    """Return whether the role comes first in most entries, and whether that is more than a guess."""
    leans = [_lean(post.names[0], post.names[1]) for post in posts if len(post.names) > 1]
    total = sum((lean > 0) - (lean < 0) for lean in leans)
    return total >= 0, total != 0


def _entry(chunk: Chunk, post: _Post, role_first: bool, sure: bool, employer: str) -> dict[str, Any]:
    made: dict[str, Any] = {}
    rest: list[Part] = []
    doubt = None if sure else chunk.head[0].text if chunk.head else None
    if len(post.names) == 1:
        text = post.names[0].text
        is_employer = (is_organization(text) and not is_role(text)) or (not is_role(text) and not post.lead.period)
        made["position" if not is_employer and is_role(text) else employer] = _quote(
            text, None if is_role(text) or is_employer else doubt
        )
    elif post.names:
        lean = _lean(post.names[0], post.names[1])
        first = lean > 0 if abs(lean) >= 2 else role_first
        role, company = post.names[:2] if first else post.names[1::-1]
        unsure = doubt if not lean and not sure else None
        made["position"], made[employer] = _quote(role.text, unsure), _quote(company.text, unsure)
        rest = post.names[2:]
    return _completed(made, chunk, post, rest, employer)


def _completed(made: dict[str, Any], chunk: Chunk, post: _Post, rest: list[Part], employer: str) -> dict[str, Any]:
    if post.location:
        made["location"] = Quote(escaped(post.location), doubt=getattr(post.location, "doubt", None))
    made |= as_period(post.lead.period)
    if post.url:
        made["url"] = post.url
    story = story_of(chunk.body)
    if rest:
        about = ", ".join(escaped(part.text) for part in rest)
        story = {"summary": "\n\n".join(filter(None, [about, story.get("summary", "")]))} | {
            key: value for key, value in story.items() if key != "summary"
        }
    return made | story


def _holder(chunk: Chunk, post: _Post, employer: str) -> dict[str, Any]:
    """Return an employer whose roles follow, each with a date of its own."""
    first, rest = next(iter(post.names), None), post.names[1:]
    if first and rest and len(post.lead.parts) == 1:  # commas in a name
        first, rest = replace(first, text=", ".join(part.text for part in post.names)), []
    made: dict[str, Any] = {employer: escaped(first.text)} if first else {}
    if rest and employer == "name":
        made["description"] = escaped(", ".join(part.text for part in rest))
        rest = []
    return _completed(made, chunk, post, rest, employer)


def _quote(text: str, doubt: str | None) -> str:
    return Quote(escaped(text), doubt=doubt)


def _role(chunk: Chunk, post: _Post) -> dict[str, Any]:
    """Return one of several roles at an employer."""
    made: dict[str, Any] = {"position": escaped(", ".join(part.text for part in post.names))} if post.names else {}
    return _completed(made, chunk, post, [], "name")


def _add_role(entry: dict[str, Any], role: dict[str, Any]) -> None:
    """Add a role to an employer; the one that it began with becomes the first of several."""
    if "positions" not in entry:
        own: dict[str, Any] = {
            key: entry.pop(key) for key in ("position", "startDate", "endDate", "summary", "highlights") if key in entry
        }
        entry["positions"] = [own] if "position" in own else []
        if not entry["positions"]:
            entry.update(own)
    entry["positions"].append(role)
