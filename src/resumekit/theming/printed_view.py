"""The view as a design prints it on the page: without the photo or the addresses that its options leave out."""

from __future__ import annotations

from dataclasses import replace
from typing import Literal

from resumekit.present import ResumeView
from resumekit.present.inline import own_text
from resumekit.present.view import ContactView, EntryView, SectionView

from .design import Design
from .shared_defaults import shared_option

_ADDRESSES = frozenset({"below", "address"})
"""The values of the option `links` that print addresses."""


def printed_view(view: ResumeView, design: Design) -> ResumeView:
    """Return the view with what the page prints: a link whose address is not printed has no text.

    Other formats print everything, so this is not a matter of the view itself.
    """
    links = str(shared_option(design, "links"))
    if shared_option(design, "photo") == "none":
        view = replace(view, photo=None)
    view = replace(view, contacts=tuple(map(_as_address, view.contacts)))
    if links not in _ADDRESSES:
        view = replace(view, sections=tuple(map(_without_addresses, view.sections)))
    return view


def named_by_link(entry: EntryView) -> Literal["title", "organization"]:
    """Return which name of an entry its link belongs to: the other one if that is missing."""
    if getattr(entry, entry.link_on):
        return entry.link_on
    return "organization" if entry.link_on == "title" else "title"


def _as_address(contact: ContactView) -> ContactView:
    """Return a profile as its address if that says the same: `github.com/sample`, not `GitHub sample`.

    It can be typed from paper, and is known as an address by machines that do not follow links.
    """
    address = contact.address.lower()
    said = (contact.label.lower().replace(" ", ""), contact.text.lower().lstrip("@"))
    if contact.kind == "profile" and all(part in address for part in said):
        return replace(contact, text=contact.address, label="")
    return contact


def _without_addresses(section: SectionView) -> SectionView:
    return replace(section, entries=tuple(map(_with_linked_name, section.entries)))


def _with_linked_name(entry: EntryView) -> EntryView:
    """Return an entry whose name is the link; the address stays where there is no name, or it has links of its own."""
    roles = tuple(map(_with_linked_name, entry.roles))
    if entry.link and own_text(getattr(entry, named_by_link(entry))).strip():
        return replace(entry, roles=roles, link=replace(entry.link, text=""))
    return replace(entry, roles=roles)
