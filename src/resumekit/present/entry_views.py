"""Entry views: one function per section turns its entries into the common shape for themes."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from resumekit.schema import Entry

from .context import Context
from .entry_parts import bullets, count, keywords, link, logo, picture
from .inline import Inlines, Link, Words, plain
from .page_breaks import break_above_employer
from .view import EntryView, KeywordView


def _entry(source: Entry, context: Context, fallback_alt: str = "", **fields: Any) -> EntryView:
    """Return an entry with the fields that all entries share, and the given fields of its section."""
    fallback = fallback_alt or plain(fields.get("title") or fields.get("organization") or ())
    view = EntryView(
        place=context.text(source.location),
        summary=context.paragraphs(source.summary),
        highlights=bullets(source.highlights, context),
        pictures=tuple(picture(image, context, fallback) for image in source.images),
        logo=logo(getattr(source, "logo", None), context, fallback),
        page_break=source.break_ or "",
    )
    view = replace(view, **fields)
    lines = 1 + bool(view.organization) + bool(view.summary) * 2 + count(view.highlights) + 3 * bool(view.pictures)
    return replace(view, size=lines + sum(role.size for role in view.roles))


def work(source: Any, context: Context) -> EntryView:
    """Return an employer, with its roles if there are several."""
    made = _entry(
        source,
        context,
        plain(context.text(source.name)),
        title=context.text(source.position),
        organization=context.text(source.name),
        description=context.text(source.description),
        **context.dated(source),
        link=link(source.url),
        link_on="organization",
        roles=tuple(
            _entry(
                role,
                context,
                plain(context.text(source.name)),
                title=context.text(role.position),
                **context.dated(role),
                link=link(role.url),
            )
            for role in source.positions
        ),
    )
    return break_above_employer(made)


def volunteer(source: Any, context: Context) -> EntryView:
    """Return a voluntary role."""
    return _entry(
        source,
        context,
        plain(context.text(source.organization)),
        title=context.text(source.position),
        organization=context.text(source.organization),
        **context.dated(source),
        link=link(source.url),
        link_on="organization",
    )


def project(source: Any, context: Context) -> EntryView:
    """Return a project."""
    return _entry(
        source,
        context,
        plain(context.text(source.name)),
        title=context.text(source.name),
        description=context.text(source.description),
        **context.dated(source),
        link=link(source.url),
        details=context.details(
            roles=context.joined(source.roles), entity=context.text(source.entity), type=context.text(source.type)
        ),
        keywords=tuple(KeywordView(context.text(keyword)) for keyword in source.keywords),
    )


def education(source: Any, context: Context) -> EntryView:
    """Return a degree: the subject is the title, the school the organization."""
    return _entry(
        source,
        context,
        plain(context.text(source.institution)),
        title=context.listed(context.text(source.study_type), context.text(source.area)),
        organization=context.text(source.institution),
        **context.dated(source),
        link=link(source.url),
        link_on="organization",
        details=context.details(score=_verbatim(source.score), courses=context.joined(source.courses)),
    )


def certificate(source: Any, context: Context) -> EntryView:
    """Return a certificate."""
    return _entry(
        source,
        context,
        title=context.text(source.name),
        organization=context.text(source.issuer),
        **context.dated(source.date),
        link=link(source.url),
    )


def award(source: Any, context: Context) -> EntryView:
    """Return an award."""
    return _entry(
        source,
        context,
        title=context.text(source.title),
        organization=context.text(source.awarder),
        **context.dated(source.date),
    )


def publication(source: Any, context: Context) -> EntryView:
    """Return a publication; a DOI leads to its resolver."""
    doi = (source.doi or "").removeprefix("https://doi.org/").removeprefix("doi:")
    by_doi = link(f"https://doi.org/{doi}") if doi else None
    return _entry(
        source,
        context,
        title=context.text(source.name),
        organization=context.text(source.publisher),
        **context.dated(source.release_date),
        link=link(source.url) or by_doi,
        people=tuple(context.text(author) for author in source.authors),
        details=context.details(doi=(Link(by_doi.url, _verbatim(doi)),)) if by_doi and source.url else (),
    )


def patent(source: Any, context: Context) -> EntryView:
    """Return a patent; its number fills the field `organization`."""
    return _entry(
        source,
        context,
        title=context.text(source.title),
        organization=_verbatim(source.number),
        **context.dated(source.date),
        link=link(source.url),
        people=tuple(context.text(inventor) for inventor in source.inventors),
        details=context.details(status=context.text(source.status)),
    )


def skill(source: Any, context: Context) -> EntryView:
    """Return a group of skills."""
    return _entry(
        source,
        context,
        title=context.text(source.name),
        level=context.text(source.level),
        keywords=keywords(source.keywords, context),
    )


def language(source: Any, context: Context) -> EntryView:
    """Return a language spoken."""
    return _entry(source, context, title=context.text(source.language), level=context.text(source.fluency))


def interest(source: Any, context: Context) -> EntryView:
    """Return an interest."""
    return _entry(source, context, title=context.text(source.name), keywords=keywords(source.keywords, context))


def reference(source: Any, context: Context) -> EntryView:
    """Return a reference; its text precedes the summary of the entry."""
    said = context.paragraphs(source.reference)
    return _entry(source, context, title=context.text(source.name), summary=said + context.paragraphs(source.summary))


def custom(source: Any, context: Context) -> EntryView:
    """Return an entry of a custom section."""
    dated = context.dated(source if context.period(source) else source.date)
    both = context.comma.join(filter(None, (context.date(source.date), context.period(source))))
    return _entry(
        source,
        context,
        title=context.text(source.title),
        organization=context.text(source.subtitle),
        **dated | {"date": both},
        link=link(source.url),
    )


def _verbatim(value: str | None) -> Inlines:
    return (Words(value),) if value else ()


PRESENTERS: dict[str, Callable[[Any, Context], EntryView]] = {
    "work": work,
    "projects": project,
    "education": education,
    "skills": skill,
    "languages": language,
    "certificates": certificate,
    "awards": award,
    "publications": publication,
    "patents": patent,
    "volunteer": volunteer,
    "interests": interest,
    "references": reference,
}
"""The function that presents the entries of each section."""

GROUPS = frozenset({"skills", "languages", "interests"})
"""The sections whose entries are a name and keywords."""
