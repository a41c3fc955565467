"""What search engines read of a page: a schema.org `Person`, of nothing but what the page shows."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any

from resumekit.present import ResumeView, plain
from resumekit.present.view import EntryView
from resumekit.schema import Resume


def person_script(view: ResumeView, resume: Resume) -> str:
    """Return the person as JSON-LD in its element; nothing where there is no name."""
    if not view.name:
        return ""
    data = json.dumps(person(view, resume), ensure_ascii=False, indent=1)
    # In a script `<` alone can do harm: `</script>` ends it, `<!--` hides its end.
    safe = data.replace("<", "\\u003c").replace(">", "\\u003e").replace("&", "\\u0026")
    return f'<script type="application/ld+json">\n{safe}\n</script>\n'


def person(view: ResumeView, resume: Resume) -> dict[str, Any]:
    """Return what schema.org has words for; see https://schema.org/Person."""
    said = {
        "@context": "https://schema.org",
        "@type": "Person",
        "name": plain(view.name),
        "jobTitle": plain(view.label),
        "email": _contact(view, "email"),
        "telephone": _contact(view, "phone"),
        "address": _contact(view, "location"),
        "url": next((way.url for way in view.contacts if way.kind == "url"), ""),
        "sameAs": [way.url for way in view.contacts if way.kind == "profile" and way.url],
        "worksFor": _organizations(_employers(view, resume)),
        "alumniOf": _organizations(plain(entry.organization) for entry in _entries(view, "education")),
        "knowsLanguage": _once(plain(entry.title) for entry in _entries(view, "languages")),
        "knowsAbout": _once(plain(word.text) for entry in _entries(view, "skills") for word in entry.keywords),
    }
    return {name: value for name, value in said.items() if value}


def _contact(view: ResumeView, kind: str) -> str:
    return next((way.text for way in view.contacts if way.kind == kind), "")


def _entries(view: ResumeView, section: str) -> Iterable[EntryView]:
    return (entry for found in view.sections if found.id == section for entry in found.entries)


def _employers(view: ResumeView, resume: Resume) -> Iterable[str]:
    """Return where the person works now, as far as the page says so."""
    shown = {plain(text) for entry in _entries(view, "work") for text in (entry.title, entry.organization)}
    now = (job.name for job in resume.work if any(_goes_on(period) for period in job.positions or (job,)))
    return (str(name) for name in now if name in shown)


def _goes_on(period: Any) -> bool:
    return bool(period.start_date) and period.end_date in (None, "present")


def _organizations(names: Iterable[str]) -> list[dict[str, str]]:
    return [{"@type": "Organization", "name": name} for name in _once(names)]


def _once(texts: Iterable[str]) -> list[str]:
    return list(dict.fromkeys(filter(None, texts)))
