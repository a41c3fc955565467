"""The base URLs of addresses in a page: two hosts that never exist.

Their names are reserved for such uses (RFC 2606). `theming` writes them, `typeset` maps them to folders, and `schema`
refuses them in a résumé. So no path of the machine gets into a page, and a résumé gives the same bytes in every folder.
"""

from pathlib import PurePosixPath
from urllib.parse import quote

RESUME_HOST = "https://resume.invalid/"
THEME_HOST = "https://theme.invalid/"


def picture_address(name: str) -> str:
    """Return the URL that pages use for a picture that the résumé names."""
    return RESUME_HOST + quote(name)


_LOADABLE = frozenset({".png", ".jpg", ".jpeg", ".gif", ".webp", ".svg", ".ttf", ".otf", ".woff", ".woff2"})


def is_loadable(path: str) -> bool:
    """Return whether a theme's file is a picture or a font: a page loads nothing else from its theme's folder."""
    return PurePosixPath(path).suffix.lower() in _LOADABLE
