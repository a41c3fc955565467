"""Metadata for search engines: a schema.org `Person` with only what the page shows."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any

from resumekit.present import ResumeView, plain
from resumekit.present.view import EntryView
from resumekit.schema import Resume


def person_script(view: ResumeView, resume: Resume) -> str:
    """Return a script element with the person as JSON-LD, or an empty string if there is no name."""
    if not view.name:
        return ""
    data = json.dumps(person(view, resume), ensure_ascii=False, indent=1)
    # Only `<` is dangerous in a script: `</script>` ends it, `<!--` hides its end.
    safe = data.replace("<", "\\u003c").replace(">", "\\u003e").replace("&", "\\u0026")
    return f'<script type="application/ld+json">\n{safe}\n</script>\n'


def person(view: ResumeView, resume: Resume) -> dict[str, Any]:
    """Return the properties that schema.org defines; see https://schema.org/Person."""
    properties = {
        "@context": "https://schema.org",
        "@type": "Person",
        "name": plain(view.name),
        "jobTitle": plain(view.label),
        "email": _contact(view, "email"),
        "telephone": _contact(view, "phone"),
        "address": _contact(view, "location"),
        "url": next((contact.url for contact in view.contacts if contact.kind == "url"), ""),
        "sameAs": [contact.url for contact in view.contacts if contact.kind == "profile" and contact.url],
        "worksFor": _organizations(_employers(view, resume)),
        "alumniOf": _organizations(plain(entry.organization) for entry in _entries(view, "education")),
        "knowsLanguage": _unique(plain(entry.title) for entry in _entries(view, "languages")),
        "knowsAbout": _unique(plain(word.text) for entry in _entries(view, "skills") for word in entry.keywords),
    }
    return {name: value for name, value in properties.items() if value}


def _contact(view: ResumeView, kind: str) -> str:
    return next((contact.text for contact in view.contacts if contact.kind == kind), "")


def _entries(view: ResumeView, section: str) -> Iterable[EntryView]:
    return (entry for found in view.sections if found.id == section for entry in found.entries)


def _employers(view: ResumeView, resume: Resume) -> Iterable[str]:
    """Return the current employers that the page shows."""
    shown = {plain(text) for entry in _entries(view, "work") for text in (entry.title, entry.organization)}
    now = (job.name for job in resume.work if any(_is_current(period) for period in job.positions or (job,)))
    return (str(name) for name in now if name in shown)


def _is_current(period: Any) -> bool:
    return bool(period.start_date) and period.end_date in (None, "present")


def _organizations(names: Iterable[str]) -> list[dict[str, str]]:
    return [{"@type": "Organization", "name": name} for name in _unique(names)]


def _unique(texts: Iterable[str]) -> list[str]:
    return list(dict.fromkeys(filter(None, texts)))
