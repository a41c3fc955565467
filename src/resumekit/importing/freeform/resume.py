"""Blocks in, a draft of a résumé out."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from resumekit.importing.draft_resume import DraftResume as Draft
from resumekit.importing.draft_resume import TracedText as Quote
from resumekit.schema.sections import SECTIONS

from .accounting import losses_at, losses_of, texts_in, words_of
from .blocks import Block
from .employment import work_of
from .head import head_of
from .headings import Section, sections_of, with_titles_alone
from .naming import DOCUMENT, is_opaque, name_in
from .others import custom_of, projects_of
from .papers import patents_of, proofs_of, publications_of
from .people import interests_of, languages_of, prose_of, references_of, skills_of
from .schooling import education_of
from .titles import CONTACT, language_of, same

_READ: dict[str, Callable[[Sequence[Block]], list[dict[str, Any]]]] = {
    "work": work_of,
    "volunteer": lambda blocks: work_of(blocks, "organization"),
    "projects": projects_of,
    "education": education_of,
    "skills": skills_of,
    "languages": languages_of,
    "certificates": lambda blocks: proofs_of(blocks, "name", "issuer"),
    "awards": lambda blocks: proofs_of(blocks, "title", "awarder"),
    "publications": publications_of,
    "patents": patents_of,
    "interests": interests_of,
    "references": references_of,
}


def draft_of(blocks: Sequence[Block], edges: Sequence[Block] = ()) -> Draft:
    """Return the résumé that blocks make; `edges` is what stands at the edges of pages, and is none of it."""
    blocks = [block for block in blocks if block.text]
    opaque = [block for block in blocks if is_opaque(block.text)]
    kept = with_titles_alone([block for block in blocks if block not in opaque and not DOCUMENT.fullmatch(block.text)])
    name = name_in(kept)
    sections = sections_of(kept, name)
    basics = _basics(sections, kept[name] if name is not None else None)
    resume: dict[str, Any] = {"basics": basics}
    for section in sections:
        _add(resume, section)
    titles = [section.title for section in sections if section.title]
    _arrange(resume, sections, titles)
    if not any(map(words_of, texts_in(resume))):
        opaque = list(blocks)
    if opaque:
        resume["x-unplaced"] = [Quote(block.text, doubt=block.where) for block in opaque]
    return Draft(resume, losses=(*losses_of(blocks, resume, titles), *losses_at(edges, resume)))


def _basics(sections: list[Section], name: Block | None) -> dict[str, Any]:
    above = [block for section in sections if not section.title for block in section.blocks if block is not name]
    details = [block for section in sections if section.kind == CONTACT for block in section.blocks]
    basics = head_of(name, above, details)
    summaries = [prose_of(section.blocks) for section in sections if section.kind == "summary" and section.blocks]
    if summaries:
        basics["summary"] = "\n\n".join(filter(None, [basics.get("summary", ""), *summaries]))
    return basics


def _add(resume: dict[str, Any], section: Section) -> None:
    if not section.title or section.kind in (CONTACT, "summary") or not section.blocks:
        return
    if section.kind:
        resume.setdefault(section.kind, []).extend(_READ[section.kind](section.blocks))
    else:
        resume.setdefault("sections", []).append(custom_of(section.title, section.blocks))


def _arrange(resume: dict[str, Any], sections: list[Section], titles: list[str]) -> None:
    """Keep the language, the order and the titles of the sections where they are not the usual ones."""
    from resumekit.present.words import words

    language = language_of(titles)
    if language and language != "en":
        resume["locale"] = language
    usual = words(language or "en").sections
    told: dict[str, str] = {}
    for section in sections:
        if section.kind and section.kind != CONTACT and section.blocks:
            told.setdefault(section.kind, section.title)
    renamed = {kind: title for kind, title in told.items() if not same(title, usual[kind])}
    if renamed:
        resume["titles"] = {
            kind: title.title() if title.isupper() and title.isascii() else title for kind, title in renamed.items()
        }
    if list(told) != [kind for kind in SECTIONS if kind in told]:
        resume["order"] = list(told)
