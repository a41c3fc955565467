"""Publications, patents, certificates, awards: one paragraph or bullet each, or an entry of several lines."""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence
from typing import Any

from resumekit.importing.draft_resume import TracedText as Quote

from .blocks import Block
from .contacts import WEB, web_address
from .dating import as_date
from .entries import Chunk, chunks_of, is_dated
from .highlights import story_of
from .leads import Part, at_commas, closed, lead_of
from .markup import escaped, marked_up
from .periods import Period, periods_in
from .words import is_organization, is_publisher

_DOI = re.compile(r"(?:doi\s*[:：]?\s*|https?://(?:dx\.)?doi\.org/)?(10\.\d{4,9}/[^\s,;]+[^\s,;.)])", re.IGNORECASE)
_NUMBER = re.compile(r"\b(?:[A-Z]{2}\s?\d[\d,/]{4,}\d\s?(?:[A-Z]\d?)?|(?:No\.|Nr\.|Patent)\s*[\d,/]{5,})")
_STATUS = re.compile(
    r"\b(?:granted|pending|filed|published|issued|erteilt|angemeldet|délivré|concedida|出願中|登録|公開|已授权|申请中)\b",
    re.IGNORECASE,
)
_QUOTED = re.compile(r"[“\"„«「『]([^”\"“»」』]{8,})[”\"“»」』]")
_AUTHORS = re.compile(
    r"((?:(?:[A-Z]\.[ -]?)+\s?[\w'’-]+|[A-Z][\w'’-]+,?\s(?:[A-Z]\.[ -]?)+|[A-Z][\w'’-]+\s[A-Z][\w'’-]+)"
    r"(?:(?:,|;| and| &|, and| und)\s+(?:(?:[A-Z]\.[ -]?)+\s?[\w'’-]+|[A-Z][\w'’-]+,?\s(?:[A-Z]\.[ -]?)+|"
    r"[A-Z][\w'’-]+\s[A-Z][\w'’-]+|et al\.?))*)"
    r"\s*(?:[:.,(]|\s(?=[“\"„(]))\s*"
)
_NAMES = re.compile(r"\s*(?:;|,? and |,? & |,? und |,\s+(?=[A-Z]\.|[A-Z][\w'’-]+\s[A-Z]|et al))\s*")


def publications_of(blocks: Sequence[Block]) -> list[dict[str, Any]]:
    """Return the entries of `publications`."""
    return [_publication(chunk) for chunk in _items(blocks)]


def patents_of(blocks: Sequence[Block]) -> list[dict[str, Any]]:
    """Return the entries of `patents`."""
    return [_patent(chunk) for chunk in _items(blocks)]


def proofs_of(blocks: Sequence[Block], name: str, giver: str) -> list[dict[str, Any]]:
    """Return the entries of `certificates` or of `awards`: what it is called, who gave it, when."""
    return [_proof(chunk, name, giver) for chunk in _items(blocks)]


def _items(blocks: Sequence[Block]) -> list[Chunk]:
    """Return entries: each outermost bullet is one where all is bullets; else each paragraph or dated group."""
    heads = [block for block in blocks if not block.depth]
    if not heads or (blocks[0].depth and len(heads) * 3 < len(blocks)):
        outer = min((block.depth for block in blocks), default=0)
        starts = [at for at, block in enumerate(blocks) if block.depth <= outer]
        bounds = [*starts, len(blocks)]
        return [Chunk((blocks[a],), tuple(blocks[a + 1 : b])) for a, b in itertools.pairwise(bounds)]
    if any(block.heading for block in blocks):
        return chunks_of(blocks)
    dated = sum(is_dated(block) or any(periods_in(block.text)) for block in heads)
    if dated >= len(heads) * 0.75 and not any(block.bold for block in heads):
        return [Chunk((block,), ()) if not block.depth else Chunk((), (block,)) for block in blocks]
    return chunks_of(blocks)


def _text_and_date(chunk: Chunk) -> tuple[str, Period | None]:
    """Return the words of a head without its last date, and the date."""
    text = " · ".join(block.text for block in chunk.head)
    found = [each for each in periods_in(text) if each.begin]
    in_brackets = [
        each
        for each in found
        if text[each.start - 1 : each.start] in "(（[" and text[each.end : each.end + 1] in ")）]"
    ]
    ending = [each for each in found if not text[each.end :].strip(" .)")]
    chosen = next(reversed(in_brackets or ending), None)
    if chosen is None and found and (len(found) == 1 or chunk.head[0].heading):
        chosen = found[-1]
    if chosen is None:
        return text, None
    brackets = chosen in in_brackets
    inside = not brackets and text.count("(", 0, chosen.start) > text.count(")", 0, chosen.start)
    if inside:  # (ICPR 2014): the year is one of the words of a name
        return text.strip(), chosen
    left, right = text[: chosen.start - brackets].rstrip(" ,"), text[chosen.end + brackets :].strip()
    return f"{left} {right}".strip(" ,;·") if re.match(r"[\w(]", right) else f"{left}{right}".strip(" ,;·"), chosen


def _address(chunk: Chunk, text: str) -> tuple[str, str]:
    """Return the address that an entry leads to, and its words without it."""
    if found := re.search(r"https?://\S+|www\.\S+", text):
        url = web_address(found[0])
        return url, text.replace(url, "").strip(" ,;·|()[]")
    url = next((span.url for block in chunk.head for span in block.spans if span.url.startswith("http")), "")
    return url, text


def _publication(chunk: Chunk) -> dict[str, Any]:
    made: dict[str, Any] = {}
    text, period = _text_and_date(chunk)
    if doi := _DOI.search(text):
        made["doi"] = doi[1]
        text = (text[: doi.start()] + text[doi.end() :]).strip(" ,;·()[]")
    url, text = _address(chunk, text)
    if _DOI.search(url):
        made.setdefault("doi", _DOI.search(url)[1])  # type: ignore[index]
    elif url:
        made["url"] = url
    parts = lead_of(chunk.head).parts
    if chunk.head and (chunk.head[0].heading or (len(chunk.head) > 1 and parts)):
        made |= _by_parts(parts)
    else:
        made |= _by_sentence(text, chunk)
    if period:
        made["releaseDate"] = as_date(period)
    return made | story_of(chunk.body)


def _by_parts(parts: list[Part]) -> dict[str, Any]:
    parts = [part for part in parts if not _DOI.search(part.text) and not WEB.fullmatch(part.text)]
    made: dict[str, Any] = {"name": escaped(parts[0].text)} if parts else {}
    rest = parts[1:]
    publisher = next((part for part in rest if is_publisher(part.text)), None)
    for part in list(rest):
        found = _AUTHORS.fullmatch(f"{part.text}.")
        if found and part is not publisher and "authors" not in made:
            made["authors"] = _authors(part.text)
            rest.remove(part)
    if rest:
        made["publisher"] = escaped(", ".join(part.text for part in rest))
    return made


def _by_sentence(text: str, chunk: Chunk) -> dict[str, Any]:
    """Return the fields of a reference in one paragraph: authors, title, where it appeared."""
    made: dict[str, Any] = {}
    quoted = _QUOTED.search(text)
    authors = _AUTHORS.match(text)
    if quoted:
        before, after = text[: quoted.start()].strip(" ,.:;"), text[quoted.end() :].strip(" ,.:;")
        made["name"] = escaped(quoted[1].strip(" ,.")) if before or after else escaped(quoted[1])
        if before:
            made["authors"] = _authors(before)
        if after:
            made["publisher"] = escaped(
                re.sub(r"^in:?\s+", "", after, flags=re.IGNORECASE) if after.lower().startswith("in:") else after
            )
        return made
    if (
        authors
        and len(authors[0]) < len(text)
        and (re.search(r"[A-Z]\.|,| and |et al", authors[1]) and not is_publisher(authors[1]))
    ):
        made["authors"] = _authors(authors[1])
        text = text[authors.end() :].strip(" ,.:;()")
    name, publisher = _title_and_publisher(text)
    made["name"] = Quote(escaped(name), doubt=text if not publisher and len(text) > 160 else None)
    if publisher:
        made["publisher"] = escaped(publisher)
    return made


def _title_and_publisher(text: str) -> tuple[str, str]:
    """Divide a title from what follows it: at a full stop, or at the comma behind which a publisher is named."""
    for separator in (r"[.?!]\s+(?=[\w“\"])", r"\s+[·|–—]\s+", r",\s+(?:in\s+)?|\.\s+In:?\s+"):
        for found in re.finditer(separator, text):
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
        for name in _NAMES.split(text)
        if name.strip(" ,.")
    ]


def _patent(chunk: Chunk) -> dict[str, Any]:
    made: dict[str, Any] = {}
    text, period = _text_and_date(chunk)
    url, text = _address(chunk, text)
    if url:
        made["url"] = url
    if number := _NUMBER.search(text):
        made["number"] = number[0]
        text = (text[: number.start()].rstrip(" ,;·(–—-|:") + " " + text[number.end() :].lstrip(" )")).strip(" ,;·|:")
    if status := _STATUS.search(text):
        pieces = [piece for piece in re.split(r"\s*[,·|()–—]\s*", text) if piece]
        if len(pieces) > 1 and status[0] in pieces:
            made["status"] = status[0]
            text = ", ".join(piece for piece in pieces if piece != status[0])
    title, *rest = [closed(piece) for piece in re.split(r"\s[·|]\s", text)]
    made["title"] = escaped(title)
    if period:
        made["date"] = as_date(period)
    story = story_of(chunk.body)
    if rest:
        story["summary"] = "\n\n".join(filter(None, [escaped(", ".join(rest)), story.get("summary", "")]))
    return made | story


def _proof(chunk: Chunk, name: str, giver: str) -> dict[str, Any]:
    if not chunk.head:
        return story_of(chunk.body)
    lead = lead_of(chunk.head)
    parts = lead.parts
    made: dict[str, Any] = {}
    if len(parts) == 1 and not chunk.head[0].heading:
        pieces = at_commas(parts[0])
        if len(pieces) == 2:
            parts = pieces
        elif bracket := re.fullmatch(r"(.+?)\s*[(（]([^()（）]+)[)）]", parts[0].text):
            parts = [Part(text, 0, parts[0].design, parts[0].url) for text in bracket.groups()]
    if not parts:
        return {name: marked_up(chunk.head[0].spans)} | story_of(chunk.body)
    made[name] = escaped(parts[0].text)
    if parts[1:]:
        made[giver] = escaped(", ".join(part.text for part in parts[1:] if not WEB.fullmatch(part.text)))
    if lead.period:
        made["date"] = as_date(lead.period)
    url = next((part.url or part.text for part in parts if part.url.startswith("http") or WEB.fullmatch(part.text)), "")
    if url and name == "name":
        made["url"] = web_address(url)
    return made | story_of(chunk.body)
