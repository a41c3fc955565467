"""Social networks: a short name for each, found by what the résumé calls it or by the host of an address."""

from __future__ import annotations

import re
from urllib.parse import urlsplit

_HOSTS = {
    "bsky.app": "bluesky",
    "github.com": "github",
    "gitlab.com": "gitlab",
    "linkedin.com": "linkedin",
    "mastodon.social": "mastodon",
    "medium.com": "medium",
    "orcid.org": "orcid",
    "scholar.google.com": "google-scholar",
    "stackoverflow.com": "stack-overflow",
    "t.me": "telegram",
    "telegram.me": "telegram",
    "twitter.com": "x",
    "wa.me": "whatsapp",
    "whatsapp.com": "whatsapp",
    "x.com": "x",
    "xing.com": "xing",
    "youtu.be": "youtube",
    "youtube.com": "youtube",
}
_OTHER_NAMES = {"scholar": "google-scholar", "twitter": "x"}
_BY_LETTERS = {name.replace("-", ""): name for name in _HOSTS.values()} | _OTHER_NAMES


def network_of(called: str, url: str) -> str:
    """Return `github`, `stack-overflow` …; of a network that is not known its own name as `a-slug`, or nothing."""
    known = _BY_LETTERS.get(re.sub(r"[^a-z]", "", called.lower())) or _by_host(url)
    return known or re.sub(r"[^a-z0-9]+", "-", called.lower()).strip("-")


def _by_host(url: str) -> str:
    """Return the network of a host or of the domain above it: `user.medium.com`, `de.linkedin.com`."""
    try:
        host = (urlsplit(url).hostname or "").lower()
    except ValueError:
        return ""
    return next((name for domain, name in _HOSTS.items() if host == domain or host.endswith(f".{domain}")), "")
