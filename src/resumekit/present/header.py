"""The header of the page: contact details and the photo."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from .context import Context
from .entry_parts import picture, printed_address, short_url
from .inline import plain
from .networks import network_of
from .view import ContactView, PictureView


def contacts(basics: Any, context: Context) -> Iterator[ContactView]:
    """Yield the contact details: e-mail, phone, location, home page, profiles."""
    if basics.email:
        yield ContactView("email", basics.email, f"mailto:{basics.email}")
    if basics.phone:
        number = _dialled(basics.phone)
        yield ContactView("phone", basics.phone, f"tel:{number}" if number else "")
    if basics.location and (location := _location(basics.location, context)):
        yield ContactView("location", location)
    if basics.url:
        yield ContactView(
            "url",
            short_url(basics.url),
            basics.url,
            network=network_of("", basics.url),
            address=printed_address(basics.url),
        )
    for profile in basics.profiles:
        if (way := _profile(profile)).text:
            yield way


def photo(basics: Any, context: Context) -> PictureView | None:
    """Return the photo; the default of its alternative text names the person."""
    if not basics.image:
        return None
    name = plain(context.text(basics.name))
    return picture(
        basics.image, context, context.words.photo.format(name=name) if name else context.words.photo_of_nobody
    )


def _dialled(phone: str) -> str:
    """Return the number to dial: without an extension, and without `(0)`, which is not dialled from abroad."""
    numbers = re.findall(r"[+0-9(][0-9() ./-]*", phone.replace("(0)", "") if "+" in phone else phone)
    return re.sub(r"[^0-9+]", "", max(numbers, key=len, default=""))


def _location(location: Any, context: Context) -> str:
    city = " ".join(filter(None, (location.postal_code, plain(context.text(location.city)))))
    country = location.country_code or ""
    parts = [
        *(plain(context.text(line)) for line in (location.address or "").splitlines()),
        city,
        plain(context.text(location.region)),
        context.locale.territories.get(country.upper(), country),
    ]
    return context.comma.join(part.strip(" ,") for part in parts if part.strip(" ,"))


def _profile(profile: Any) -> ContactView:
    called, url = profile.network or "", profile.url or ""
    network = network_of(called, url)
    shown = profile.username or (short_url(url) if url else "")
    if not shown:
        return ContactView("profile", called, network=network)
    return ContactView("profile", shown, url, called, network, printed_address(url))
