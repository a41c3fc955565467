"""Read `education`: institution, degree, subject, score, courses."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from typing import Any

from resumekit.importing.draft_resume import TracedText

from ..layout.blocks import Block
from ..layout.span_markdown import escaped
from ..lexicon.vocabulary import degree_pattern, is_degree, is_organization, is_place, is_school
from ..lexicon.word_lists import alternatives
from .entry_blocks import EntryChunk, split_entries
from .entry_bodies import body_fields
from .entry_dates import period_fields
from .entry_heads import Part, parse_head, split_at_commas, split_at_employer, split_place


@cache
def score_pattern() -> re.Pattern[str]:
    """Return the pattern of a labelled score; its first group is the score."""
    return re.compile(
        rf"[(,;]?\s*(?:{alternatives('education', 'score_labels')})"
        r"\s*(?:of|:|：|=|–|-)?\s*([\d.,]+(?:\s*(?:/|out of|von)\s*[\d.,]+)?[%]?)\s*[)]?",
        re.IGNORECASE,
    )


@cache
def _before_subject() -> re.Pattern[str]:
    words = alternatives("education", "before_subject")
    return re.compile(rf"\s*(?:\b(?:{words})\b|\bd['’]|[,:：–—-]|(?=\())\s*", re.IGNORECASE)


@cache
def _course_label() -> re.Pattern[str]:
    qualifiers, labels = alternatives("education", "course_qualifiers"), alternatives("education", "course_labels")
    return re.compile(rf"\s*(?:(?:{qualifiers}) )?(?:{labels})\s*(?:[:：]|$)\s*", re.IGNORECASE)


def read_education(blocks: Sequence[Block]) -> list[dict[str, Any]]:
    """Return the entries of `education`."""
    return [result for chunk in split_entries(blocks) if (result := _entry(chunk))]


def _entry(chunk: EntryChunk) -> dict[str, Any]:
    result: dict[str, Any] = {}
    body = list(chunk.body)
    head = parse_head(chunk.head)
    parts: list[Part] = []
    for part in head.parts:
        text = _take_score(part.text, result)
        parts += [Part(text, part.line, part.style, part.url)] if text else []
    body = [block for block in body if not _take_detail(block, result)]
    _assign(_split_mixed(parts), result)
    result |= period_fields(head.period)
    if url := next((part.url for part in parts if part.url.startswith("http")), ""):
        result["url"] = url
    rest = result.pop("rest", [])
    fields = body_fields(body)
    if rest:
        fields["summary"] = "\n\n".join(filter(None, [", ".join(rest), fields.get("summary", "")]))
    return result | fields


def _take_score(text: str, result: dict[str, Any]) -> str:
    """Return a text without the score in it, which goes to `score`."""
    found = score_pattern().search(text)
    if not found or "score" in result:
        return text
    result["score"] = " ".join(found[1].split()).rstrip(".,")
    return (text[: found.start()] + " " + text[found.end() :]).strip(" ,;()|")


def _take_detail(block: Block, result: dict[str, Any]) -> bool:
    """Return whether a line of the body is only a score or courses, which go to `score` and `courses`."""
    text = block.text
    if (score := score_pattern().fullmatch(text.rstrip("."))) and "score" not in result:
        result["score"] = score[1]
        return True
    if (courses := _course_label().match(text)) and "courses" not in result and text[courses.end() :]:
        result["courses"] = [
            escaped(each.strip(" ."))
            for each in re.split(r"[,;、，]\s*(?![^()]{0,200}\))", text[courses.end() :])
            if each.strip(" .")
        ]
        return True
    return False


def _split_mixed(parts: list[Part]) -> list[Part]:
    """Return the parts, with those that hold both degree and school split at commas."""
    result: list[Part] = []
    for whole in parts:
        for part in split_at_employer(whole):
            pieces = split_at_commas(part)
            schools = [is_school(piece.text) and not is_degree(piece.text) for piece in pieces]
            both = len(pieces) > 1 and any(schools) and not all(schools)
            result += pieces if both or len(parts) == 1 else [part]
    return result


def _assign(parts: list[Part], result: dict[str, Any]) -> None:
    """Assign the parts to institution, degree and location."""
    rest: list[str] = []
    for part in parts:
        text, location = split_place(part.text)
        if is_place(part.text) and not is_school(part.text):
            text, location = "", part.text
        if location and "location" not in result:
            result["location"] = escaped(location)
        elif location:
            text = part.text
        if not text:
            continue
        if is_school(text) and not _starts_with_degree(text) and "institution" not in result:
            result["institution"] = escaped(text)
        elif is_degree(text) and "studyType" not in result:
            _degree(text, result)
        else:
            rest.append(text)
    _assign_rest(rest, result)


def _starts_with_degree(text: str) -> bool:
    return bool(degree_pattern().match(text))


def _degree(text: str, result: dict[str, Any]) -> None:
    """Split `BSc in Mathematics`, `M.Sc. Informatik`, `Master's degree, Physics` into kind of study and subject."""
    found = degree_pattern().match(text)
    if not found:
        result["studyType"] = escaped(text)
        return
    kind, area = text[: found.end()].strip(), text[found.end() :]
    if bracket := re.match(r"\s*\([^()]{1,12}\)", area):
        kind, area = kind + area[: bracket.end()], area[bracket.end() :]
    separator = _before_subject().match(area)
    subject = area[separator.end() :].strip(" ,") if separator else area.strip(" .,")
    if subject.startswith("(") and subject.endswith(")"):
        subject = subject[1:-1]
    result["studyType"] = escaped(kind.rstrip(","))
    if subject:
        result["area"] = escaped(subject)


def _assign_rest(rest: list[str], result: dict[str, Any]) -> None:
    """Assign the unrecognized parts to the empty fields."""
    for text in list(rest):
        if "institution" not in result and (is_organization(text) or "studyType" in result):
            result["institution"] = TracedText(escaped(text), doubt=None if is_organization(text) else text)
        elif "area" not in result:
            result["area"] = escaped(text)
        else:
            continue
        rest.remove(text)
    if rest:
        result["rest"] = [escaped(text) for text in rest]
