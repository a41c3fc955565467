"""Patterns of contact details: e-mail and web addresses, telephone numbers, accounts on social networks."""

from __future__ import annotations

import re
from functools import cache
from typing import Any
from urllib.parse import unquote

from .word_lists import alternatives, networks

_LOCAL_PART = r"[\w.!#$%&*+/=?^`{}~'-]"
EMAIL = re.compile(rf"(?<!{_LOCAL_PART}){_LOCAL_PART}++@[\w-]+(?:\.[\w-]+)+")
PHONE = re.compile(r"(?<![\w./])(?:\+|\(\+|00)?\(?\d[\d\s().\-/\u2010-\u2015\xa0]{6,20}\d(?![\w])")
_TRAILING_PUNCTUATION = ".,;:)]}"


@cache
def web_pattern() -> re.Pattern[str]:
    """Return the pattern of a web address, with or without a scheme."""
    return re.compile(
        r"(?:https?://|www\.)[^\s<>|，。]+|(?<![\w@.-])(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\.)+"
        rf"(?:{alternatives('contacts', 'domains')})(?:/[^\s<>|，。]*)?(?![\w@])",
        re.IGNORECASE,
    )


@cache
def label_pattern() -> re.Pattern[str]:
    """Return the pattern of a label before an address or a number, such as `E-mail:`."""
    return re.compile(rf"(?:{alternatives('contacts', 'labels')})\s*[.:：]?\s*", re.IGNORECASE)


@cache
def address_label_pattern() -> re.Pattern[str]:
    """Return the pattern of a label before a postal address or a place of residence."""
    return re.compile(rf"(?:{alternatives('contacts', 'address_labels')})\s*[.:：]?\s*", re.IGNORECASE)


def trimmed_address(text: str) -> str:
    """Return a web address as written, without the punctuation of the sentence around it."""
    while text and text[-1] in _TRAILING_PUNCTUATION and not (text[-1] == ")" and text.count("(") >= text.count(")")):
        text = text[:-1]
    return text


def host_and_path(url: str) -> tuple[str, str]:
    """Return the host of an address without `www.`, and its path."""
    rest = re.sub(r"^[a-z]+://", "", url.strip(), flags=re.IGNORECASE)
    host, _, path = rest.partition("/")
    return host.lower().removeprefix("www."), path.strip("/")


def profile_of(url: str) -> dict[str, Any] | None:
    """Return the profile that an address leads to, or None if its host is no known network."""
    host, path = host_and_path(url)
    network = next((name for known, name in networks().items() if host == known or host.endswith(f".{known}")), None)
    if not network or not path:
        return None
    steps = [step for step in unquote(path.split("?")[0]).split("/") if step]
    if network == "LinkedIn" and steps and steps[0] in {"in", "pub"}:
        steps = steps[1:]
    elif steps and steps[0] in {"users", "profile", "u", "c"} and len(steps) > 1:
        steps = steps[-1:]
    profile: dict[str, Any] = {"network": network}
    if steps:
        profile["username"] = steps[0].removeprefix("@")
    return profile | {"url": url if "://" in url else f"https://{url}"}


def is_phone(text: str) -> bool:
    """Return whether digits and punctuation are a telephone number, and neither years nor a house number."""
    digits = sum(map(str.isdigit, text))
    return 7 <= digits <= 15 and not re.fullmatch(r"\s*\(?(?:19|20)\d\d\s*[-–/.]\s*(?:19|20)?\d\d\)?\s*", text)


def is_contact_link(url: str) -> bool:
    """Return whether a link writes an e-mail or calls a number."""
    return url.startswith(("mailto:", "tel:"))
