"""Icons before contacts, drawn as CSS backgrounds so that text extractors do not read them."""

from __future__ import annotations

from urllib.parse import quote

_DRAWINGS = {
    "email": '<rect x="1.5" y="3.5" width="13" height="9" rx="1.2"/><path d="M2 4.5l6 4.6 6-4.6"/>',
    "phone": '<path d="M3.2 2h2.6l1.3 3.2-1.7 1.3a8.6 8.6 0 0 0 4.1 4.1l1.3-1.7 3.2 1.3v2.6c0 .7-.6 1.2-1.3 1.2'
    'A11.8 11.8 0 0 1 2 3.3C2 2.6 2.5 2 3.2 2z"/>',
    "location": '<path d="M8 14.5S3 9.7 3 6.3a5 5 0 0 1 10 0c0 3.4-5 8.2-5 8.2z"/><circle cx="8" cy="6.3" r="1.7"/>',
    "url": '<circle cx="8" cy="8" r="6.3"/><path d="M1.7 8h12.6M8 1.7c4.4 4 4.4 8.6 0 12.6-4.4-4-4.4-8.6 0-12.6z"/>',
    "profile": '<circle cx="8" cy="5.2" r="3"/><path d="M2.2 14.2c0-3.4 2.6-5 5.8-5s5.8 1.6 5.8 5"/>',
}
"""SVG shapes by kind of contact, stroked in a square of 16 units."""


def icon_style(colour: str) -> str:
    """Return the style rules that draw an icon in this colour before each contact."""
    rules = [
        ".contact::before { content: ''; display: inline-block; width: 1em; height: 1em; margin-inline-end: 0.4em; "
        "vertical-align: -0.14em; background-size: contain; background-repeat: no-repeat; }"
    ]
    for kind, drawing in _DRAWINGS.items():
        svg = (
            f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 16 16" fill="none" stroke="{colour}" '
            f'stroke-width="1.3" stroke-linejoin="round">{drawing}</svg>'
        )
        rules.append(f'.contact.{kind}::before {{ background-image: url("data:image/svg+xml,{quote(svg)}"); }}')
    return "\n".join(rules)
