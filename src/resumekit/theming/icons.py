"""Icons before contacts, dates and places: CSS backgrounds, which machines read neither as text nor as figures."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from urllib.parse import quote

from resumekit.present import ResumeView

_DRAWINGS = Path(__file__).parent / "drawings"
"""The icons: `simple` ones are stroked, the marks in `brand` filled."""

_OF_NETWORKS = {
    "bluesky": "bubble",
    "github": "branch",
    "gitlab": "code",
    "google-scholar": "cap",
    "linkedin": "case",
    "mastodon": "bubble",
    "medium": "lines",
    "orcid": "card",
    "stack-overflow": "stack",
    "telegram": "plane",
    "whatsapp": "bubble",
    "x": "bubble",
    "xing": "case",
    "youtube": "video",
}
"""The networks that have an icon, with their simple one: what the network is for."""

_BOX = (
    ".contact::before { content: ''; display: inline-block; width: 1em; height: 1em; margin-inline-end: 0.4em; "
    "vertical-align: -0.14em; background-size: contain; background-repeat: no-repeat; }"
)


def icon_style(icons: str, colour: str, view: ResumeView) -> str:
    """Return the rules that draw the icons of a page in a colour; `icons` is the set, `simple` or `brand`.

    Every contact of the page gets an icon; `--icon-date` and `--icon-place` are for the theme to use.
    """
    date, place = (_simple(name, colour) for name in ("date", "location"))
    properties = f":root {{ --icon-date: {date}; --icon-place: {place}; }}"
    return "\n".join([properties, _BOX, *dict.fromkeys(_rules(icons, colour, view))])


def _rules(icons: str, colour: str, view: ResumeView) -> Iterator[str]:
    """Yield the rules of kinds of contacts, then those of networks, which override them."""
    for contact in view.contacts:
        yield _rule(contact.kind, _simple(contact.kind, colour))
    for name in (contact.network for contact in view.contacts if contact.network in _OF_NETWORKS):
        yield _rule(
            f"network-{name}", _brand(name, colour) if icons == "brand" else _simple(_OF_NETWORKS[name], colour)
        )


def _rule(selector: str, icon: str) -> str:
    return f".contact.{selector}::before {{ background-image: {icon}; }}"


def _simple(name: str, colour: str) -> str:
    return _address("simple", name, f'stroke="{colour}"')


def _brand(name: str, colour: str) -> str:
    return _address("brand", name, f'fill="{colour}"')


def _address(folder: str, name: str, paint: str) -> str:
    svg = (_DRAWINGS / folder / f"{name}.svg").read_text(encoding="utf-8").strip()
    return f'url("data:image/svg+xml,{quote(svg.replace("<svg ", f"<svg {paint} ", 1))}")'
