"""The head of the page: who it is, and how to reach them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from typing import Any
from urllib.parse import unquote

from resumekit.importing.draft_resume import TracedText

from ..layout.blocks import Block, join
from ..layout.span_markdown import escaped, marked_up
from ..lexicon.contact_patterns import (
    EMAIL,
    PHONE,
    address_label_pattern,
    host_and_path,
    is_phone,
    label_pattern,
    profile_of,
    trimmed_address,
    web_pattern,
)
from ..lexicon.date_ranges import period_of
from ..lexicon.vocabulary import has_postal_code, is_degree, is_place, is_role
from ..lexicon.word_lists import network_names
from .contact_tokens import SEPARATOR, location_of, may_be_link_name, tokens_of, without_match
from .person_name import document_title, is_running_title, name_label, name_text

_STREET = re.compile(r",\s*\d{1,4}\w?\s+\w|\w\s+\d{1,4}\w?\s*,")
"""A postal address: a house number before or after the street, and a comma."""

_MAX_LINE_LENGTH = 2_000
"""The length of a line from which it is prose, whatever it contains."""

_MAX_DETAILS = 100
"""The most contact details that are taken out of the text around them."""

_FACT = re.compile(r"\s*([^\d:：@/]{2,30}?)\s*[:：]\s*(.+)")


@cache
def _named_account() -> re.Pattern[str]:
    names = "|".join(map(re.escape, sorted(network_names(), key=len, reverse=True)))
    return re.compile(rf"({names})(?:\s*[:：]\s*|\s+|$)@?(.*)", re.IGNORECASE)


def read_basics(name: Block | None, blocks: Sequence[Block], details: Sequence[Block]) -> dict[str, Any]:
    """Return `basics`: from the block of the name, those around it, and those under a title such as `Contact`."""
    reader = _BasicsReader()
    if name:
        text = name_text(name)
        reader.fields["name"] = escaped(text)
        rest = name_label().sub("", name.text).replace(text, "", 1) if text in name.text else ""
        for piece in SEPARATOR.split(rest):
            reader.take(piece.strip(" |·,"), "")
    for block in blocks:
        reader.read(block, after_name=True)
    for block in details:
        reader.read(block, after_name=False)
    return reader.finished()


class _BasicsReader:
    """Collects the fields of `basics` token by token."""

    def __init__(self) -> None:
        self.fields: dict[str, Any] = {}
        self.prose: list[str] = []
        self._details = 0

    def read(self, block: Block, *, after_name: bool) -> None:
        """Read a block; a long paragraph after the name is part of the summary."""
        text = block.text
        if is_running_title(block, self.fields.get("name", "")):
            return
        is_paragraph = after_name and len(text) > 130 and not EMAIL.search(text) and not PHONE.search(text)
        if is_paragraph or len(text) > _MAX_LINE_LENGTH:
            self.prose.append(marked_up(block.spans))
            return
        for spans in tokens_of(block):
            token = join(spans)
            url = next((span.url for span in spans if span.url), "")
            self.take(token, url)

    def take(self, token: str, url: str) -> None:
        """Read a token and its link target: one contact detail after another."""
        rest = self._take_one(token, url)
        while rest is not None and self._details < _MAX_DETAILS:
            self._details += 1
            rest = self._take_one(rest, "")
        if rest is not None:
            self.prose.append(escaped(rest))

    def _take_one(self, token: str, url: str) -> str | None:
        """Read the first contact detail in a token.

        Each reader takes what it recognizes and returns the rest of the token, or None if nothing is left.
        """
        token = token.strip(" |·,;").strip()
        if document_title().fullmatch(token):
            return None
        if not any(map(str.isalnum, token)):
            if url:
                self._link(url, "")
            return None
        readers = (self._email, self._web, self._phone, self._named_link, self._labelled, self._plain)
        return next((rest for reader in readers if (rest := reader(token, url)) != token), None)

    def _email(self, token: str, url: str) -> str | None:
        found = EMAIL.search(token)
        linked = unquote(url.removeprefix("mailto:").partition("?")[0]) if url.startswith("mailto:") else ""
        if linked and "email" not in self.fields:
            self.fields["email"] = linked
            if linked in "".join(token.split()) or label_pattern().fullmatch(token):  # may be broken across lines
                return None
        if not found:
            return token
        rest = without_match(token, found)
        if "email" not in self.fields:
            self.fields["email"] = found[0]
        elif found[0] != self.fields["email"]:
            self._fact("E-mail", found[0])
        return rest

    def _web(self, token: str, url: str) -> str | None:
        found = web_pattern().search(token)
        if not found:
            return token
        address = trimmed_address(found[0])
        target = url if url.startswith("http") and host_and_path(url)[0] == host_and_path(address)[0] else address
        whole = url.startswith("http") and target == url  # the text shown may be shortened, or broken across lines
        rest = without_match(token, found, token[found.start() :] if whole else address)
        if rest and (rest.casefold() in network_names() or (whole and may_be_link_name(rest))):
            self._link(target, rest)
            return None
        self._link(target, "")
        return rest or None

    def _link(self, url: str, shown: str) -> None:
        if url.startswith("mailto:"):
            self.fields.setdefault("email", url.removeprefix("mailto:").partition("?")[0])
        elif url.startswith("tel:"):
            self.fields.setdefault("phone", url.removeprefix("tel:"))
        elif profile := profile_of(url):
            if profile not in self.fields.setdefault("profiles", []):
                self.fields["profiles"].append(profile)
        elif "url" not in self.fields and not shown:
            self.fields["url"] = url
        elif host_and_path(url) != host_and_path(self.fields.get("url", "")):
            self.fields.setdefault("profiles", []).append(
                {"network": escaped(shown) or host_and_path(url)[0], "url": url if "://" in url else f"https://{url}"}
            )

    def _phone(self, token: str, url: str) -> str | None:
        if (
            url.startswith("tel:")
            and "phone" not in self.fields
            and not PHONE.search(token)
            and re.search(r"\d", token)
        ):
            self.fields["phone"] = token
            return None
        found = next((each for each in PHONE.finditer(token) if is_phone(each[0])), None)
        if not found or (period_of(token) and not token.lstrip().startswith("+")):
            return token
        rest = without_match(token, found)
        if "phone" not in self.fields:
            self.fields["phone"] = found[0].strip()
        elif found[0].strip() != self.fields["phone"]:
            self._fact(rest.strip(" :：") or "Phone", found[0].strip())
            return None
        return rest

    def _named_link(self, token: str, url: str) -> str | None:
        """Read `GitHub: name`, `GitHub` with a link, or a user name with a link to a network."""
        found = _named_account().match(token)
        profile = profile_of(url) if url.startswith("http") else None
        if found and len(found[2].split()) <= 2:
            result: dict[str, Any] = {"network": network_names()[found[1].casefold()]}
            if found[2]:
                result["username"] = escaped(found[2])
            self.fields.setdefault("profiles", []).append((profile or {}) | result | ({"url": url} if url else {}))
            return None
        if profile:
            self.fields.setdefault("profiles", []).append(
                profile
                | ({"username": token} if len(token.split()) == 1 and token.casefold() not in network_names() else {})
            )
            return None
        if url.startswith("http"):
            label, _, shown = token.rpartition(" ")
            if "url" not in self.fields and label_pattern().fullmatch(token):
                self.fields["url"] = url
            else:
                self.fields.setdefault("profiles", []).append(
                    {"network": label or shown, "username": shown if label else None, "url": url}
                )
            return None
        return token

    def _labelled(self, token: str, url: str) -> str | None:
        location = address_label_pattern().match(token)
        if (
            location
            and len(location[0]) < len(token)
            and (location[0].rstrip()[-1] in ":：" or location[0][0] in "📍🏠")
        ):
            self._location(token[location.end() :])
            return None
        if label_pattern().fullmatch(token):
            return None
        found = label_pattern().match(token)
        if found and found[0].rstrip()[-1:] in ":：" and is_place(token[found.end() :]):
            return token[found.end() :]
        if fact := _FACT.fullmatch(token):
            if fact[1].casefold() in network_names():
                return token
            self._fact(fact[1].strip(), fact[2].strip())
            return None
        return token

    def _plain(self, token: str, url: str) -> str | None:
        has_location = "location" in self.fields
        if not has_location and (
            is_place(token) or (has_postal_code(token) and not period_of(token) and len(token) < 90)
        ):
            self._location(token)
        elif not has_location and _STREET.search(token) and not is_role(token) and len(token) < 90:
            self._location(token, doubt=token)
        elif (
            "label" not in self.fields
            and not self.prose
            and len(token) <= 120
            and not token.endswith((".", "。"))
            and not period_of(token)
        ):
            self.fields["label"] = TracedText(escaped(token), doubt=None if self._is_certain_label(token) else token)
        elif (
            not has_location
            and "," in token
            and len(token) < 60
            and not token.endswith(".")
            and not is_role(token)
            and not is_degree(token)
        ):
            self._location(token, doubt=token)
        elif not self.prose and len(token) <= 60 and not token.endswith((".", "。")) and not is_place(token):
            self._beside_label(token)
        else:
            self.prose.append(escaped(token))
        return None

    def _beside_label(self, token: str) -> None:
        """Read a short text beside the label: more of the label, or a fact."""
        label = self.fields.get("label", TracedText(""))
        if label and (is_role(token) or is_degree(token)):
            self.fields["label"] = TracedText(f"{label}, {escaped(token)}", doubt=label.doubt)
        else:
            self.fields.setdefault("facts", []).append({"label": escaped(token)})

    def _is_certain_label(self, token: str) -> bool:
        return is_role(token) or is_degree(token) or "location" not in self.fields or not re.search(r"\d", token)

    def _fact(self, label: str, value: str) -> None:
        self.fields.setdefault("facts", []).append({"label": escaped(label), "value": escaped(value)})

    def _location(self, text: str, doubt: str | None = None) -> None:
        self.fields["location"] = location_of(text.strip(), doubt)

    def finished(self) -> dict[str, Any]:
        """Return `basics`."""
        if self.prose:
            self.fields["summary"] = "\n\n".join(self.prose)
        return self.fields
