"""Prepare the theme's page for the web."""

from __future__ import annotations

from html import escape

from resumekit.present import ResumeView, plain
from resumekit.present.inline import Paragraph
from resumekit.theming.web_style import own_screen_style, screen_style
from resumekit.typeset import Artifact, web_page
from resumekit.typeset.web_fonts import font_faces

from ..prepared_edition import PreparedEdition
from .browser_style import for_browsers
from .dark_mode import dark_style
from .schema_org import person_script

_POLICY = (
    "default-src 'none'; style-src 'unsafe-inline'; img-src data:; font-src data:; base-uri 'none'; form-action 'none'"
)
_MAX_DESCRIPTION = 160
"""The number of characters of a description that search engines show."""


def write(edition: PreparedEdition) -> Artifact:
    """Return the page as one HTML file."""
    view, design = edition.view, edition.design
    before, _, rest = edition.html.partition("<style>")
    style, _, after = rest.partition("</style>")
    style = "\n".join((for_browsers(style, design), screen_style()))
    own = own_screen_style(design.theme)
    fonts, helping = font_faces(before + after, style + own, edition.folders)
    fallback = ", ".join([*(f'"{family}"' for family in helping), "system-ui", "sans-serif"])
    styles = (fonts, style, f":root {{ --fallback: {fallback}; }}", dark_style(style), own)
    sheet = "\n".join(styles).replace("</", "<\\/")  # so that a theme cannot close the style element
    policy = f'<meta http-equiv="Content-Security-Policy" content="{_POLICY}">\n'
    head = f"{policy}{_description(view)}<style>\n{sheet}</style>\n"
    page = f"{before}{head}{person_script(view, edition.resume)}{after.lstrip()}"
    return web_page(page, edition.folders)


def _description(view: ResumeView) -> str:
    """Return the description for search engines: name and headline, and as much of the summary as fits."""
    summary = (section.text for section in view.sections if section.id == "summary")
    words = (plain(block.children) for text in summary for block in text if isinstance(block, Paragraph))
    who = ", ".join(filter(None, (plain(view.name), plain(view.label)))) or view.title
    text = " ".join(f"{who}. {' '.join(words)}".split())
    if len(text) > _MAX_DESCRIPTION:
        text = text[: _MAX_DESCRIPTION - 1].rpartition(" ")[0].rstrip(".,;:") + "…"
    return f'<meta name="description" content="{escape(text.removesuffix(". ").strip())}">\n'
