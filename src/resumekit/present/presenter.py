"""The presenter: turns a Resume into a ResumeView."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import suppress
from dataclasses import replace
from datetime import date as Day
from unicodedata import combining, east_asian_width

from resumekit.schema import SECTIONS, PartialDate, Resume
from resumekit.schema.custom import CustomSection

from .context import Context
from .dates import DateFormat
from .entry_parts import bullets, pairs
from .entry_views import GROUPS, PRESENTERS, custom
from .header import contacts, photo
from .inline import Inlines, Words, part, plain
from .page_breaks import break_above_title
from .person_names import read_name
from .view import EntryView, ResumeView, SectionView

NO_NAME = "Résumé"
"""The title of a page that has neither a name nor a label."""


def present(
    resume: Resume, dates: DateFormat = "short", order: tuple[str, ...] = (), today: Day | None = None
) -> ResumeView:
    """Return everything that the page prints, in the language and the order that the résumé sets.

    Sections that the résumé does not list in `order` follow in the `order` of the theme, then in the usual one. `today`
    is the date of the page, unless `meta.lastModified` is a date.
    """
    context = Context.of(resume.locale or next(iter(resume.written_in), "en"), dates)
    basics = resume.basics
    name, label = context.text(basics.name), context.text(basics.label)
    parting = read_name(plain(name)).parting
    return ResumeView(
        language=context.tag,
        direction="rtl" if context.locale.text_direction == "rtl" else "ltr",
        comma=context.comma,
        title=" – ".join(filter(None, (plain(name), plain(label)))) or NO_NAME,
        author=plain(name),
        name=name,
        given_name=part(name, 0, parting[0]) if parting else (),
        family_name=part(name, parting[1], len(plain(name))) if parting else name,
        name_length=_width(plain(name) or plain(label) or NO_NAME),
        label=label,
        photo=photo(basics, context),
        contacts=tuple(contacts(basics, context)),
        date=context.date(_last_change(resume) or (PartialDate(today.year, today.month, today.day) if today else None)),
        facts=pairs(basics.facts, context),
        sections=tuple(_in_order(_sections(resume, context), resume, order)),
    )


def _last_change(resume: Resume) -> PartialDate | None:
    """Return the date in `meta.lastModified`, which JSON Resume defines as a date with a time."""
    with suppress(ValueError):
        return PartialDate.parse(str(resume.meta.get("lastModified", "")).partition("T")[0])
    return None


def _width(text: str) -> int:
    """Return the number of characters, without combining ones; East Asian ones count twice."""
    return sum(1 + (east_asian_width(sign) in "FW") for sign in text if not combining(sign))


def _in_order(sections: dict[str, SectionView], resume: Resume, order: tuple[str, ...]) -> Iterator[SectionView]:
    """Yield the sections, neither hidden nor empty: first those that the résumé lists, then those in `order`."""
    for name in dict.fromkeys((*resume.order, *order, *sections)):
        section = sections.get(name)
        if section and name not in resume.hide and _has_content(section):
            asked = resume.break_.get(name) or section.page_break
            yield break_above_title(replace(section, page_break=asked))


def _sections(resume: Resume, context: Context) -> dict[str, SectionView]:
    made = {
        "summary": SectionView(
            "summary", _title("summary", resume, context), text=context.paragraphs(resume.basics.summary)
        )
    }
    for name in SECTIONS[1:]:
        kind = "groups" if name in GROUPS else "entries"
        sources = [source for source in getattr(resume, name) if not getattr(source, "code", None)]
        entries = _entries(_with_own_name(PRESENTERS[name](source, context), resume, context) for source in sources)
        made[name] = SectionView(name, _title(name, resume, context), kind, entries=entries)  # type: ignore[arg-type]
    for section in resume.sections:
        made[section.key] = _custom_section(section, resume, context)
    return made


def _custom_section(section: CustomSection, resume: Resume, context: Context) -> SectionView:
    return SectionView(
        section.key,
        context.text(resume.titles.get(section.key, section.title)),
        text=context.paragraphs(section.text),
        entries=_entries(custom(entry, context) for entry in section.entries),
        pairs=pairs(section.pairs, context),
        bullets=bullets(section.items, context),
        page_break=section.break_ or "",
    )


def _with_own_name(entry: EntryView, resume: Resume, context: Context) -> EntryView:
    """Return the entry; among its people, the person of the résumé is strong."""
    own = plain(context.text(resume.basics.name)) if entry.people else ""
    if not own:
        return entry
    from .own_name import with_own_name  # late: few résumés need its patterns

    return replace(entry, people=with_own_name(entry.people, own, context.tag))


def _entries(made: Iterable[EntryView]) -> tuple[EntryView, ...]:
    """Return the entries that are not empty."""
    return tuple(entry for entry in made if entry != _without_content(entry))


def _without_content(entry: EntryView) -> EntryView:
    return EntryView(size=entry.size, page_break=entry.page_break, logo=entry.logo, link_on=entry.link_on)


def _title(name: str, resume: Resume, context: Context) -> Inlines:
    if name in resume.titles:
        return context.text(resume.titles[name])
    return (Words(context.words.sections[name]),)


def _has_content(section: SectionView) -> bool:
    return bool(section.text or section.entries or section.pairs or section.bullets.bullets)
