"""How to reach a person: what tells an e-mail address, a number, a web address, an account on a network."""

from __future__ import annotations

import re
from typing import Any
from urllib.parse import unquote

EMAIL = re.compile(r"[\w.!#$%&*+/=?^`{}~'-]+@[\w-]+(?:\.[\w-]+)+", re.UNICODE)
WEB = re.compile(
    r"(?:https?://|www\.)[^\s<>|，。]+|(?<![\w@.-])(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\.)+(?:com|org|net|io|"
    r"dev|me|eu|de|fr|jp|cn|tw|uk|ch|at|it|es|nl|app|tech|"
    r"info|ai|co|edu|gov|xyz|page|blog|be|se|no|dk|fi|pl|cz|in|us|ca|au|br|kr|ru|example|invalid|"
    r"test)(?:/[^\s<>|，。]*)?(?![\w@])",
    re.IGNORECASE,
)
PHONE = re.compile(r"(?<![\w./])(?:\+|\(\+|00)?\(?\d[\d\s().\-/\u2010-\u2015\xa0]{6,20}\d(?![\w])")
_TRAILING = ".,;:)]}"
_NETWORKS = {
    "github.com": "GitHub",
    "gitlab.com": "GitLab",
    "linkedin.com": "LinkedIn",
    "twitter.com": "Twitter",
    "x.com": "X",
    "stackoverflow.com": "Stack Overflow",
    "scholar.google.com": "Google Scholar",
    "orcid.org": "ORCID",
    "medium.com": "Medium",
    "xing.com": "XING",
    "facebook.com": "Facebook",
    "instagram.com": "Instagram",
    "youtube.com": "YouTube",
    "kaggle.com": "Kaggle",
    "bitbucket.org": "Bitbucket",
    "behance.net": "Behance",
    "dribbble.com": "Dribbble",
    "researchgate.net": "ResearchGate",
    "qiita.com": "Qiita",
    "zenn.dev": "Zenn",
    "mastodon.social": "Mastodon",
    "bsky.app": "Bluesky",
    "keybase.io": "Keybase",
    "leetcode.com": "LeetCode",
    "dev.to": "DEV",
    "codepen.io": "CodePen",
    "speakerdeck.com": "Speaker Deck",
    "note.com": "note",
}
NETWORKS = {name.casefold(): name for name in _NETWORKS.values()}
"""The names of networks by themselves in lower case."""

LABELS = re.compile(
    r"(?:e-?mail|mail|phone|tel(?:ephone|efon)?|mobile|mobil|cell|handy|fax|web(?:site|seite)?|homepage|"
    r"url|portfolio|blog|address|adresse|anschrift|"
    r"location|wohnort|ort|contact|kontakt|home|courriel|téléphone|tél|portable|site(?: web)?|teléfono|móvil|"
    r"correo(?: electrónico)?|dirección|"
    r"telefono|cellulare|indirizzo|sito|電話(?:番号)?|携帯(?:電話)?|メール(?:アドレス)?|e-?メール|住所|現住所|电话|手机|電郵|邮箱|电子邮箱|郵箱|电子邮件|"
    r"地址|住址|手機|网站|網站|個人網站|이메일|전화|주소|телефон|почта|адрес|сайт|[☎✆📞📱✉📧🌐🏠📍⌂])\s*[.:：]?\s*",
    re.IGNORECASE,
)
"""What is written before an address or a number to tell what it is."""

ADDRESS_LABELS = re.compile(
    r"(?:address|adresse|anschrift|location|wohnort|ort|home|dirección|indirizzo|住所|現住所|地址|住址|주소|адрес|📍|🏠|"
    r"based in)\s*[.:：]?\s*",
    re.IGNORECASE,
)


def web_address(text: str) -> str:
    """Return an address as it was written, without the punctuation of the sentence around it."""
    while text and text[-1] in _TRAILING and not (text[-1] == ")" and text.count("(") >= text.count(")")):
        text = text[:-1]
    return text


def host_and_path(url: str) -> tuple[str, str]:
    """Return the host of an address without `www.`, and its path."""
    rest = re.sub(r"^[a-z]+://", "", url.strip(), flags=re.IGNORECASE)
    host, _, path = rest.partition("/")
    return host.lower().removeprefix("www."), path.strip("/")


def profile_of(url: str) -> dict[str, Any] | None:
    """Return the profile that an address leads to, or None where its host is no network that is known."""
    host, path = host_and_path(url)
    network = next((name for known, name in _NETWORKS.items() if host == known or host.endswith(f".{known}")), None)
    if not network or not path:
        return None
    steps = [step for step in unquote(path.split("?")[0]).split("/") if step]
    if network == "LinkedIn" and steps and steps[0] in {"in", "pub"}:
        steps = steps[1:]
    elif steps and steps[0] in {"users", "profile", "u", "c"} and len(steps) > 1:
        steps = steps[-1:]
    made: dict[str, Any] = {"network": network}
    if steps:
        made["username"] = steps[0].removeprefix("@")
    return made | {"url": url if "://" in url else f"https://{url}"}


def is_phone(text: str) -> bool:
    """Tell whether digits and signs are a telephone number, and neither years nor the number of a house."""
    digits = sum(map(str.isdigit, text))
    return 7 <= digits <= 15 and not re.fullmatch(r"\s*\(?(?:19|20)\d\d\s*[-–/.]\s*(?:19|20)?\d\d\)?\s*", text)


def is_contact(url: str) -> bool:
    """Tell whether an address is one to write to, or to call."""
    return url.startswith(("mailto:", "tel:"))
