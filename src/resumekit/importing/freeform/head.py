"""The head of the page: who it is, and how to reach them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any
from urllib.parse import unquote

from resumekit.importing.draft_resume import TracedText as Quote

from .blocks import Block, join
from .contacts import (
    ADDRESS_LABELS,
    EMAIL,
    LABELS,
    NETWORKS,
    PHONE,
    WEB,
    host_and_path,
    is_phone,
    profile_of,
    web_address,
)
from .markup import escaped, marked_up
from .naming import DOCUMENT, NAME_LABEL, name_text, says_whose
from .periods import period_of
from .pieces import BETWEEN, is_name, location_of, pieces_of, without
from .words import has_postal_code, is_degree, is_place, is_role

_NUMBERED = re.compile(r",\s*\d{1,4}\w?\s+\w|\w\s+\d{1,4}\w?\s*,")
"""An address: the number of a house before or behind the street, and a comma."""

_FACT = re.compile(r"\s*([^\d:：@/]{2,30}?)\s*[:：]\s*(.+)")


def head_of(name: Block | None, blocks: Sequence[Block], details: Sequence[Block]) -> dict[str, Any]:
    """Return `basics`: from the block of the name, those around it, and those under a title such as `Contact`."""
    made: dict[str, Any] = {}
    reading = _Head(made)
    if name:
        text = name_text(name)
        made["name"] = escaped(text)
        rest = NAME_LABEL.sub("", name.text).replace(text, "", 1) if text in name.text else ""
        for piece in BETWEEN.split(rest):
            reading.take(piece.strip(" |·,"), "")
    for block in blocks:
        reading.read(block, after_name=True)
    for block in details:
        reading.read(block, after_name=False)
    return reading.finished()


class _Head:
    """What has been read of the head so far."""

    def __init__(self, made: dict[str, Any]) -> None:
        self.made = made
        self.prose: list[str] = []
        self.unsure: list[str] = []
        self._network = ""

    def read(self, block: Block, *, after_name: bool) -> None:
        """Take what a block says."""
        text = block.text
        if says_whose(block, self.made.get("name", "")):
            return
        if len(text) > 130 and not EMAIL.search(text) and not PHONE.search(text) and after_name:
            self.prose.append(marked_up(block.spans))
            return
        for spans in pieces_of(block):
            piece = join(spans)
            url = next((span.url for span in spans if span.url), "")
            self.take(piece, url)

    def take(self, piece: str, url: str) -> None:
        """Take some words, and where they lead."""
        piece = piece.strip(" |·,;").strip()
        if DOCUMENT.fullmatch(piece):
            return
        if not any(map(str.isalnum, piece)):
            if url:
                self._link(url, "")
            return
        for reader in (self._email, self._web, self._phone, self._named_link, self._labelled, self._plain):
            rest = reader(piece, url)
            if rest is None:
                return
            if rest != piece:
                self.take(rest, "")
                return

    def _email(self, piece: str, url: str) -> str | None:
        found = EMAIL.search(piece)
        linked = unquote(url.removeprefix("mailto:").partition("?")[0]) if url.startswith("mailto:") else ""
        if linked and "email" not in self.made:
            self.made["email"] = linked
            if linked in "".join(piece.split()) or LABELS.fullmatch(piece):  # perhaps broken over lines
                return None
        if not found:
            return piece
        rest = without(piece, found)
        if "email" not in self.made:
            self.made["email"] = found[0]
        elif found[0] != self.made["email"]:
            self._fact("E-mail", found[0])
        return rest

    def _web(self, piece: str, url: str) -> str | None:
        found = WEB.search(piece)
        if not found:
            return piece
        address = web_address(found[0])
        target = url if url.startswith("http") and host_and_path(url)[0] == host_and_path(address)[0] else address
        whole = url.startswith("http") and target == url  # what it shows may be shortened, or broken over lines
        rest = without(piece, found, piece[found.start() :] if whole else address)
        if rest and (rest.casefold() in NETWORKS or (whole and is_name(rest))):
            self._link(target, rest)
            return None
        self._link(target, "")
        return rest or None

    def _link(self, url: str, shown: str) -> None:
        if url.startswith("mailto:"):
            self.made.setdefault("email", url.removeprefix("mailto:").partition("?")[0])
        elif url.startswith("tel:"):
            self.made.setdefault("phone", url.removeprefix("tel:"))
        elif profile := profile_of(url):
            if profile not in self.made.setdefault("profiles", []):
                self.made["profiles"].append(profile)
        elif "url" not in self.made and not shown:
            self.made["url"] = url
        elif host_and_path(url) != host_and_path(self.made.get("url", "")):
            self.made.setdefault("profiles", []).append(
                {"network": escaped(shown) or host_and_path(url)[0], "url": url if "://" in url else f"https://{url}"}
            )

    def _phone(self, piece: str, url: str) -> str | None:
        if url.startswith("tel:") and "phone" not in self.made and not PHONE.search(piece) and re.search(r"\d", piece):
            self.made["phone"] = piece
            return None
        found = next((each for each in PHONE.finditer(piece) if is_phone(each[0])), None)
        if not found or (period_of(piece) and not piece.lstrip().startswith("+")):
            return piece
        rest = without(piece, found)
        if "phone" not in self.made:
            self.made["phone"] = found[0].strip()
        elif found[0].strip() != self.made["phone"]:
            self._fact(rest.strip(" :：") or "Phone", found[0].strip())
            return None
        return rest

    def _named_link(self, piece: str, url: str) -> str | None:
        """Take `GitHub: name`, `GitHub` with a link, or a name that leads to a network."""
        found = re.match(
            rf"({'|'.join(map(re.escape, sorted(NETWORKS, key=len, reverse=True)))})(?:\s*[:：]\s*|\s+|$)@?(.*)",
            piece,
            re.IGNORECASE,
        )
        profile = profile_of(url) if url.startswith("http") else None
        if found and len(found[2].split()) <= 2:
            made: dict[str, Any] = {"network": NETWORKS[found[1].casefold()]}
            if found[2]:
                made["username"] = escaped(found[2])
            self.made.setdefault("profiles", []).append((profile or {}) | made | ({"url": url} if url else {}))
            return None
        if profile:
            self.made.setdefault("profiles", []).append(
                profile | ({"username": piece} if len(piece.split()) == 1 and piece.casefold() not in NETWORKS else {})
            )
            return None
        if url.startswith("http"):
            label, _, shown = piece.rpartition(" ")
            if "url" not in self.made and LABELS.fullmatch(piece):
                self.made["url"] = url
            else:
                self.made.setdefault("profiles", []).append(
                    {"network": label or shown, "username": shown if label else None, "url": url}
                )
            return None
        return piece

    def _labelled(self, piece: str, url: str) -> str | None:
        location = ADDRESS_LABELS.match(piece)
        if (
            location
            and len(location[0]) < len(piece)
            and (location[0].rstrip()[-1] in ":：" or location[0][0] in "📍🏠")
        ):
            self._location(piece[location.end() :])
            return None
        if LABELS.fullmatch(piece):
            return None
        found = LABELS.match(piece)
        if found and found[0].rstrip()[-1:] in ":：" and is_place(piece[found.end() :]):
            return piece[found.end() :]
        if fact := _FACT.fullmatch(piece):
            if fact[1].casefold() in NETWORKS:
                return piece
            self._fact(fact[1].strip(), fact[2].strip())
            return None
        return piece

    def _plain(self, piece: str, url: str) -> str | None:
        located = "location" in self.made
        if not located and (is_place(piece) or (has_postal_code(piece) and not period_of(piece) and len(piece) < 90)):
            self._location(piece)
        elif not located and _NUMBERED.search(piece) and not is_role(piece) and len(piece) < 90:
            self._location(piece, doubt=piece)
        elif (
            "label" not in self.made
            and not self.prose
            and len(piece) <= 120
            and not piece.endswith((".", "。"))
            and not period_of(piece)
        ):
            self.made["label"] = Quote(escaped(piece), doubt=None if self._is_sure_label(piece) else piece)
        elif (
            not located
            and "," in piece
            and len(piece) < 60
            and not piece.endswith(".")
            and not is_role(piece)
            and not is_degree(piece)
        ):
            self._location(piece, doubt=piece)
        elif not self.prose and len(piece) <= 60 and not piece.endswith((".", "。")) and not is_place(piece):
            self._more(piece)
        else:
            self.prose.append(escaped(piece))
        return None

    def _more(self, piece: str) -> None:
        """Take a few words that stand beside the label: more of it, or a fact."""
        label = self.made.get("label", Quote(""))
        if label and (is_role(piece) or is_degree(piece)):
            self.made["label"] = Quote(f"{label}, {escaped(piece)}", doubt=label.doubt)
        else:
            self.made.setdefault("facts", []).append({"label": escaped(piece)})

    def _is_sure_label(self, piece: str) -> bool:
        return is_role(piece) or is_degree(piece) or "location" not in self.made or not re.search(r"\d", piece)

    def _fact(self, label: str, value: str) -> None:
        self.made.setdefault("facts", []).append({"label": escaped(label), "value": escaped(value)})

    def _location(self, text: str, doubt: str | None = None) -> None:
        self.made["location"] = location_of(text.strip(), doubt)

    def finished(self) -> dict[str, Any]:
        """Return `basics`."""
        if self.prose:
            self.made["summary"] = "\n\n".join(self.prose)
        return self.made
