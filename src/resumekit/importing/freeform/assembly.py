"""Assemble the draft of a résumé from blocks."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from resumekit.importing.draft_resume import DraftResume, TracedText
from resumekit.schema.sections import SECTIONS

from .layout.blocks import Block
from .lexicon.section_titles import CONTACT, is_same_title, language_of
from .sections.basics import read_basics
from .sections.credentials import read_credentials
from .sections.custom_sections import read_custom_section
from .sections.education import read_education
from .sections.entry_bodies import prose_of
from .sections.interests import read_interests
from .sections.languages import read_languages
from .sections.patents import read_patents
from .sections.person_name import document_title, is_opaque, name_in
from .sections.projects import read_projects
from .sections.publications import read_publications
from .sections.references import read_references
from .sections.section_blocks import Section, sections_of, with_separate_titles
from .sections.skills import read_skills
from .sections.work import read_work
from .word_losses import losses_at, losses_of, texts_in, words_of

_READERS: dict[str, Callable[[Sequence[Block]], list[dict[str, Any]]]] = {
    "work": read_work,
    "volunteer": lambda blocks: read_work(blocks, "organization"),
    "projects": read_projects,
    "education": read_education,
    "skills": read_skills,
    "languages": read_languages,
    "certificates": lambda blocks: read_credentials(blocks, "name", "issuer"),
    "awards": lambda blocks: read_credentials(blocks, "title", "awarder"),
    "publications": read_publications,
    "patents": read_patents,
    "interests": read_interests,
    "references": read_references,
}


def draft_of(blocks: Sequence[Block], edges: Sequence[Block] = ()) -> DraftResume:
    """Return the draft of a résumé; `edges` are running headers and footers, which only count towards losses."""
    blocks = [block for block in blocks if block.text]
    opaque = [block for block in blocks if is_opaque(block.text)]
    legible = [block for block in blocks if not is_opaque(block.text)]
    kept = with_separate_titles([block for block in legible if not document_title().fullmatch(block.text)])
    name = name_in(kept)
    sections = sections_of(kept, name)
    basics = _basics(sections, kept[name] if name is not None else None)
    resume: dict[str, Any] = {"basics": basics}
    for section in sections:
        _add(resume, section)
    titles = [section.title for section in sections if section.title]
    _set_arrangement(resume, sections, titles)
    if not any(map(words_of, texts_in(resume))):
        opaque = list(blocks)
    if opaque:
        resume["x-unplaced"] = [TracedText(block.text, doubt=block.source_label) for block in opaque]
    return DraftResume(resume, losses=(*losses_of(blocks, resume, titles), *losses_at(edges, resume)))


def _basics(sections: list[Section], name: Block | None) -> dict[str, Any]:
    above = [block for section in sections if not section.title for block in section.blocks if block is not name]
    details = [block for section in sections if section.kind == CONTACT for block in section.blocks]
    basics = read_basics(name, above, details)
    summaries = [prose_of(section.blocks) for section in sections if section.kind == "summary" and section.blocks]
    if summaries:
        basics["summary"] = "\n\n".join(filter(None, [basics.get("summary", ""), *summaries]))
    return basics


def _add(resume: dict[str, Any], section: Section) -> None:
    if not section.title or section.kind in (CONTACT, "summary") or not section.blocks:
        return
    if section.kind:
        resume.setdefault(section.kind, []).extend(_READERS[section.kind](section.blocks))
    else:
        resume.setdefault("sections", []).append(read_custom_section(section.title, section.blocks))


def _set_arrangement(resume: dict[str, Any], sections: list[Section], titles: list[str]) -> None:
    """Set `locale`, `titles` and `order` where they differ from the defaults."""
    from resumekit.present.words import words

    language = language_of(titles)
    if language and language != "en":
        resume["locale"] = language
    defaults = words(language or "en").sections
    found: dict[str, str] = {}
    for section in sections:
        if section.kind and section.kind != CONTACT and section.blocks:
            found.setdefault(section.kind, section.title)
    renamed = {kind: title for kind, title in found.items() if not is_same_title(title, defaults[kind])}
    if renamed:
        resume["titles"] = {
            kind: title.title() if title.isupper() and title.isascii() else title for kind, title in renamed.items()
        }
    if list(found) != [kind for kind in SECTIONS if kind in found]:
        resume["order"] = list(found)
