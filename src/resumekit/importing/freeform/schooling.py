"""Schools, degrees, grades."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

from resumekit.importing.draft_resume import TracedText as Quote

from .blocks import Block
from .dating import as_period
from .entries import Chunk, chunks_of
from .highlights import story_of
from .leads import Part, at_commas, at_word, lead_of, split_place
from .markup import escaped
from .words import DEGREE, is_degree, is_organization, is_place, is_school

SCORE = re.compile(
    r"[(,;]?\s*(?:(?:final |overall |cumulative )?c?gpa|grade|gesamtnote|abschlussnote|note|"
    r"notendurchschnitt|moyenne|mention|nota(?: media)?|voto|score|成績|平均)"
    r"\s*(?:of|:|：|=|–|-)?\s*([\d.,]+(?:\s*(?:/|out of|von)\s*[\d.,]+)?[%]?)\s*[)]?",
    re.IGNORECASE,
)
_IN = re.compile(
    r"\s*(?:\b(?:in|en|of|de|des|der|im fach|for)\b|\bd['’]|[,:：–—-]|(?=\())\s*",
    re.IGNORECASE,
)
_HONOURS = re.compile(r"\s*\([^()]*\)\s*$")
_COURSES = re.compile(
    r"\s*(?:relevant |selected |key )?(?:courses?|coursework|kurse|cours|cursos|履修科目)\s*(?:[:：]|$)\s*",
    re.IGNORECASE,
)


def education_of(blocks: Sequence[Block]) -> list[dict[str, Any]]:
    """Return the entries of `education`."""
    return [made for chunk in chunks_of(blocks) if (made := _entry(chunk))]


def _entry(chunk: Chunk) -> dict[str, Any]:
    made: dict[str, Any] = {}
    body = list(chunk.body)
    lead = lead_of(chunk.head)
    parts: list[Part] = []
    for part in lead.parts:
        text = _take_score(part.text, made)
        parts += [Part(text, part.line, part.design, part.url)] if text else []
    body = [block for block in body if not _is_detail(block, made)]
    _name(_divided(parts), made)
    made |= as_period(lead.period)
    if url := next((part.url for part in parts if part.url.startswith("http")), ""):
        made["url"] = url
    rest = made.pop("rest", [])
    story = story_of(body)
    if rest:
        story["summary"] = "\n\n".join(filter(None, [", ".join(rest), story.get("summary", "")]))
    return made | story


def _take_score(text: str, made: dict[str, Any]) -> str:
    """Return a text without the grade in it, which is put in its place."""
    found = SCORE.search(text)
    if not found or "score" in made:
        return text
    made["score"] = " ".join(found[1].split()).rstrip(".,")
    return (text[: found.start()] + " " + text[found.end() :]).strip(" ,;()|")


def _is_detail(block: Block, made: dict[str, Any]) -> bool:
    """Tell whether a line of the body is nothing but a grade or courses, which are put in their place."""
    text = block.text
    if (score := SCORE.fullmatch(text.rstrip("."))) and "score" not in made:
        made["score"] = score[1]
        return True
    if (courses := _COURSES.match(text)) and "courses" not in made and text[courses.end() :]:
        made["courses"] = [
            escaped(each.strip(" ."))
            for each in re.split(r"[,;、，]\s*(?![^(]*\))", text[courses.end() :])
            if each.strip(" .")
        ]
        return True
    return False


def _divided(parts: list[Part]) -> list[Part]:
    """Return the parts, those in which degree and school are one divided at commas."""
    made: list[Part] = []
    for whole in parts:
        for part in at_word(whole):
            pieces = at_commas(part)
            schools = [is_school(piece.text) and not is_degree(piece.text) for piece in pieces]
            both = len(pieces) > 1 and any(schools) and not all(schools)
            made += pieces if both or len(parts) == 1 else [part]
    return made


def _name(parts: list[Part], made: dict[str, Any]) -> None:
    """Tell the school from the degree and the place."""
    rest: list[str] = []
    for part in parts:
        text, location = split_place(part.text)
        if is_place(part.text) and not is_school(part.text):
            text, location = "", part.text
        if location and "location" not in made:
            made["location"] = escaped(location)
        elif location:
            text = part.text
        if not text:
            continue
        if is_school(text) and not _begins_with_degree(text) and "institution" not in made:
            made["institution"] = escaped(text)
        elif is_degree(text) and "studyType" not in made:
            _degree(text, made)
        else:
            rest.append(text)
    _place_the_rest(rest, made)


def _begins_with_degree(text: str) -> bool:
    return bool(DEGREE.match(text))


def _degree(text: str, made: dict[str, Any]) -> None:
    """Divide `BSc in Mathematics`, `M.Sc. Informatik`, `Master's degree, Physics` into kind and subject."""
    found = DEGREE.match(text)
    if not found:
        made["studyType"] = escaped(text)
        return
    kind, area = text[: found.end()].strip(), text[found.end() :]
    if bracket := re.match(r"\s*\([^()]{1,12}\)", area):
        kind, area = kind + area[: bracket.end()], area[bracket.end() :]
    separator = _IN.match(area)
    subject = area[separator.end() :].strip(" ,") if separator else area.strip(" .,")
    if subject.startswith("(") and subject.endswith(")"):
        subject = subject[1:-1]
    made["studyType"] = escaped(kind.rstrip(","))
    if subject:
        made["area"] = escaped(subject)


def _place_the_rest(rest: list[str], made: dict[str, Any]) -> None:
    """Give the names that say nothing of themselves to the fields that are empty."""
    for text in list(rest):
        if "institution" not in made and (is_organization(text) or "studyType" in made):
            made["institution"] = Quote(escaped(text), doubt=None if is_organization(text) else text)
        elif "area" not in made:
            made["area"] = escaped(text)
        else:
            continue
        rest.remove(text)
    if rest:
        made["rest"] = [escaped(text) for text in rest]
