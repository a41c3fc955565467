"""Contact details: whether addresses and phone numbers work."""

from __future__ import annotations

import re
from collections.abc import Iterator
from urllib.parse import unquote, urlsplit

from resumekit.errors import Problem

from ..reserved_hosts import reserved_host_problems
from .rule_context import RuleContext

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
"""Hosts whose paths name the account, with the prefix before it; on other hosts only `/@account` names one."""

_LENGTHENED = {"bsky.app", "linkedin.com"}
"""Hosts that append something to the account name: a domain, a number."""

_MIRRORS = re.compile(r"^(?:www|m|mobile|[a-z]{2})\.(?=.+\.)")

_NUMBER = re.compile(r"(?i)(?:tel:)?([+\d\s()./·‐-―-]+)(?:[,;]?\s*(?:extension|ext\b\.?|x|#)\s*=?\s*\d{1,6})?")
_DIGITS = range(5, 16)
"""Digits in a phone number without its extension: five in the smallest countries, at most fifteen in E.164."""
_MAX_LENGTH = 100
"""Characters in a phone number; matching takes quadratic time, and no real number is this long."""


def profile_mismatches(context: RuleContext) -> Iterator[Problem]:
    """Yield a warning for each profile whose address names a different account than its username."""
    for index, profile in enumerate(context.resume.basics.profiles):
        host, accounts = _accounts_in(profile.url or "")
        username = (profile.username or "").strip().rstrip("/").rpartition("/")[2].lstrip("@~").partition("@")[0]
        is_account_name = username and not re.search(r"\s", username)  # `Ada Example` is a display name
        if accounts and is_account_name and not any(_agree(account, username, host) for account in accounts):
            message = f"this is the address of '{accounts[0]}', but the username is '{username}'"
            hint = "the page shows the username and links to the address; correct one of them"
            path = ("basics", "profiles", index, "url")
            yield context.problem("profile-mismatch", message, path, hint=hint, severity="warning")


def undialable_phone(context: RuleContext) -> Iterator[Problem]:
    """Yield a warning if the phone number cannot be dialled."""
    phone = (context.resume.basics.phone or "").strip()
    number = _NUMBER.fullmatch(phone) if len(phone) < _MAX_LENGTH else None
    digits = sum(character.isdecimal() for character in number[1]) if number else 0
    if phone and digits not in _DIGITS:
        message = f"'{phone}' cannot be dialled"
        hint = "enter a single number with country code, as in +44 20 7946 0000; use `facts` for more"
        yield context.problem("undialable-phone", message, ("basics", "phone"), hint=hint, severity="warning")


def reserved_hosts(context: RuleContext) -> Iterator[Problem]:
    """Yield an error for each address whose host name resumekit uses itself."""
    yield from reserved_host_problems(context.document)


def _accounts_in(url: str) -> tuple[str, list[str]]:
    """Return the host of a profile address, and the parts of its path that may be the account."""
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
