"""RenderCV 2: `cv` with sections of any name, each with entries of one of nine types; `design` and `locale`."""

from __future__ import annotations

import re

from resumekit.importing.draft_resume import Draft, Quote
from resumekit.importing.field_reader import Data, Part, joined, made
from resumekit.importing.input_file import Original

from .design_mapping import designs
from .section_mapping import sections

_NETWORKS = {
    "LinkedIn": "https://linkedin.com/in/",
    "GitHub": "https://github.com/",
    "GitLab": "https://gitlab.com/",
    "IMDB": "https://imdb.com/name/",
    "Instagram": "https://instagram.com/",
    "ORCID": "https://orcid.org/",
    "StackOverflow": "https://stackoverflow.com/users/",
    "ResearchGate": "https://researchgate.net/profile/",
    "YouTube": "https://youtube.com/@",
    "Google Scholar": "https://scholar.google.com/citations?user=",
    "Telegram": "https://t.me/",
    "WhatsApp": "https://wa.me/",
    "Leetcode": "https://leetcode.com/u/",
    "X": "https://x.com/",
    "Bluesky": "https://bsky.app/profile/",
    "Reddit": "https://reddit.com/user/",
}
"""Where the accounts on a network are, as RenderCV links them."""


def knows(original: Original) -> bool:
    """Tell whether a file is RenderCV's."""
    cv = original.mapping.get("cv")
    return isinstance(cv, dict) and not {"name", "sections", "headline", "email"}.isdisjoint(cv)


def read(original: Original) -> Draft:
    """Return the résumé; `settings`, and what of `design` has no equivalent here, are kept aside."""
    top = Part(original.mapping)
    cv = top.part("cv")
    basics = _basics(cv)
    resume, summary = sections(cv.part("sections"), original)
    resume = {"basics": basics | made(summary=summary)} | resume | designs(top)
    return Draft(joined(resume, cv.aside(), top.aside()))


def _basics(cv: Part) -> dict[str, Data]:
    first = {key: cv.texts(key) for key in ("email", "phone", "website")}
    profiles = [_profile(part) for part in cv.parts("social_networks")]
    profiles += [_connection(part) for part in cv.parts("custom_connections")]
    return made(
        name=cv.text("name"),
        label=cv.text("headline"),
        image=cv.text("photo"),
        email=next(iter(first["email"]), None),
        phone=_number(next(iter(first["phone"]), None)),
        url=next(iter(first["website"]), None),
        location=cv.text("location"),
        profiles=profiles,
        **{f"x-{key}": texts[1:] for key, texts in first.items()},
    )


def _number(phone: Quote | None) -> Quote | None:
    return phone and Quote(phone.removeprefix("tel:"), phone.origin)


def _profile(part: Part) -> dict[str, Data]:
    network, username = part.text("network"), part.text("username")
    return made(network=network, username=username, url=_address(network, username)) | part.aside()


def _address(network: str | None, username: str | None) -> str | None:
    if network == "Mastodon" and username and (found := re.fullmatch(r"@?([^@\s]+)@([^@\s/]+)", username)):
        return f"https://{found[2]}/@{found[1]}"
    return f"{_NETWORKS[network]}{username}" if network in _NETWORKS and username else None


def _connection(part: Part) -> dict[str, Data]:
    return made(username=part.text("placeholder"), url=part.text("url")) | part.aside()
