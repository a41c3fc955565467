"""RenderCV 2: `cv` has sections of any name, each with entries of one of nine types; plus `design` and `locale`."""

from __future__ import annotations

import re

from resumekit.importing.draft_resume import DraftResume, TracedText
from resumekit.importing.field_reader import Data, FieldReader, compact, merged
from resumekit.importing.input_file import InputFile

from .design_mapping import map_design
from .section_mapping import map_sections

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
"""Base URLs of social networks, as RenderCV links them."""


def knows(file: InputFile) -> bool:
    """Return whether a file is in RenderCV's format."""
    cv = file.mapping.get("cv")
    return isinstance(cv, dict) and not {"name", "sections", "headline", "email"}.isdisjoint(cv)


def read(file: InputFile) -> DraftResume:
    """Return the résumé. `settings`, and parts of `design` without an equivalent, become extension keys."""
    top = FieldReader(file.mapping)
    cv = top.nested("cv")
    basics = _basics(cv)
    resume, summary = map_sections(cv.nested("sections"), file)
    resume = {"basics": basics | compact(summary=summary)} | resume | map_design(top)
    return DraftResume(merged(resume, cv.extensions(), top.extensions()))


def _basics(cv: FieldReader) -> dict[str, Data]:
    first = {key: cv.texts(key) for key in ("email", "phone", "website")}
    profiles = [_profile(fields) for fields in cv.nested_list("social_networks")]
    profiles += [_connection(fields) for fields in cv.nested_list("custom_connections")]
    return compact(
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


def _number(phone: TracedText | None) -> TracedText | None:
    return phone and TracedText(phone.removeprefix("tel:"), phone.origin)


def _profile(fields: FieldReader) -> dict[str, Data]:
    network, username = fields.text("network"), fields.text("username")
    return compact(network=network, username=username, url=_address(network, username)) | fields.extensions()


def _address(network: str | None, username: str | None) -> str | None:
    if network == "Mastodon" and username and (found := re.fullmatch(r"@?([^@\s]+)@([^@\s/]+)", username)):
        return f"https://{found[2]}/@{found[1]}"
    return f"{_NETWORKS[network]}{username}" if network in _NETWORKS and username else None


def _connection(fields: FieldReader) -> dict[str, Data]:
    return compact(username=fields.text("placeholder"), url=fields.text("url")) | fields.extensions()
