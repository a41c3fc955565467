"""How to reach the person: whether it leads there."""

from __future__ import annotations

import re
from collections.abc import Iterator
from urllib.parse import unquote, urlsplit

from resumekit.errors import Problem

from .subject import Subject

_ACCOUNTS = {
    "behance.net": "",
    "bitbucket.org": "",
    "bsky.app": "profile/",
    "codeberg.org": "",
    "codepen.io": "",
    "dev.to": "",
    "dribbble.com": "",
    "github.com": "",
    "gitlab.com": "",
    "huggingface.co": "",
    "instagram.com": "",
    "kaggle.com": "",
    "keybase.io": "",
    "leetcode.com": "u/",
    "linkedin.com": "in/",
    "npmjs.com": "~",
    "soundcloud.com": "",
    "t.me": "",
    "twitch.tv": "",
    "twitter.com": "",
    "x.com": "",
}
"""Hosts at which the path names the account, and what stands before it there; elsewhere only `/@account` does."""

_LENGTHENED = {"bsky.app", "linkedin.com"}
"""Hosts whose accounts go on after the name: by a domain, by a number."""

_MIRRORS = re.compile(r"^(?:www|m|mobile|[a-z]{2})\.(?=.+\.)")

_NUMBER = re.compile(r"(?i)(?:tel:)?([+\d\s()./·‐-―-]+)(?:[,;]?\s*(?:extension|ext\b\.?|x|#)\s*=?\s*\d{1,6})?")
_DIGITS = range(5, 16)
"""How many a number has, without its extension: the smallest countries have five, and E.164 allows fifteen."""
_LONGEST = 100
"""In characters: the pattern takes the square of the time, and nobody writes a number so."""


def profile_of_another(subject: Subject) -> Iterator[Problem]:
    """Yield a warning for each profile whose address names another account than its username does."""
    for index, profile in enumerate(subject.resume.basics.profiles):
        host, accounts = _accounts_in(profile.url or "")
        username = (profile.username or "").strip().rstrip("/").rpartition("/")[2].lstrip("@~").partition("@")[0]
        is_name_of_account = username and not re.search(r"\s", username)  # `Ada Example` is only what is shown
        if accounts and is_name_of_account and not any(_agree(account, username, host) for account in accounts):
            message = f"this is the address of '{accounts[0]}', not of '{username}'"
            hint = "the page shows the username and links to the address: one of them is mistyped"
            path = ("basics", "profiles", index, "url")
            yield subject.problem("profile-mismatch", message, path, hint=hint, severity="warning")


def phone_not_dialable(subject: Subject) -> Iterator[Problem]:
    """Yield a warning where the phone number is none that can be dialled."""
    phone = (subject.resume.basics.phone or "").strip()
    number = _NUMBER.fullmatch(phone) if len(phone) < _LONGEST else None
    digits = sum(character.isdecimal() for character in number[1]) if number else 0
    if phone and digits not in _DIGITS:
        message = f"'{phone}' cannot be dialled"
        hint = "one number alone, best with its country, as in +44 20 7946 0000; for others there is `facts`"
        yield subject.problem("undialable-phone", message, ("basics", "phone"), hint=hint, severity="warning")


def _accounts_in(url: str) -> tuple[str, list[str]]:
    """Return the host of a profile's address, and what in its path may be the account."""
    parts = urlsplit(url)
    host = _MIRRORS.sub("", (parts.hostname or "").lower())
    path = unquote(parts.path).strip("/")
    before = "@" if path.startswith("@") else _ACCOUNTS.get(host)
    if before is None or not path.startswith(before):
        return host, []
    return host, [part for part in path.removeprefix(before).split("/") if part]


def _agree(account: str, username: str, host: str) -> bool:
    if host in _LENGTHENED:
        return _letters(account).startswith(_letters(username))
    return account.casefold() == username.casefold()


def _letters(name: str) -> str:
    return "".join(character for character in name.casefold() if character.isalnum())
