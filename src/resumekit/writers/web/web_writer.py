"""Prepare the theme's page for the web."""

from __future__ import annotations

from functools import partial
from html import escape

from resumekit.errors import Problem, ThemeError
from resumekit.present import ResumeView, plain
from resumekit.present.inline import Paragraph
from resumekit.processes import Limits, Unfinished, run_isolated
from resumekit.theming import Design
from resumekit.theming.html_text import NO_BREAK
from resumekit.theming.markup import beginning_of_head, tokens_of
from resumekit.theming.web_style import own_screen_style, screen_style
from resumekit.typeset import Artifact
from resumekit.typeset.web_fonts import font_faces

from ..prepared_edition import PreparedEdition
from .browser_style import for_browsers
from .dark_mode import dark_style
from .schema_org import person_script
from .single_file import single_file

_POLICY = (
    "default-src 'none'; style-src 'unsafe-inline'; img-src data:; font-src data:; base-uri 'none'; form-action 'none'"
)
_FIRST = f'<meta charset="utf-8">\n<meta http-equiv="Content-Security-Policy" content="{_POLICY}">\n'
"""The beginning of the head: a policy holds only for what follows it."""

STYLE_LIMITS = Limits(seconds=5, memory=500_000_000)
"""Adapting the style of a bundled theme takes 20 milliseconds."""

_MAX_DESCRIPTION = 160
"""The number of characters of a description that search engines show."""


def write(edition: PreparedEdition) -> Artifact:
    """Return the page as one HTML file."""
    view, design = edition.view, edition.design
    html = edition.html.replace(NO_BREAK, "")  # or it would be part of an address that someone copies
    head = beginning_of_head(html)
    before, style, after = _around_style(html, head)
    style, dark = _for_screens(style, design)
    own = own_screen_style(design.theme)
    fonts, helping = font_faces(before + after, style + own, edition.folders)
    fallback = ", ".join([*(f'"{family}"' for family in helping), "system-ui", "sans-serif"])
    styles = (fonts, style, f":root {{ --fallback: {fallback}; }}", dark, own)
    sheet = "\n".join(styles).replace("</", "<\\/")  # so that a theme cannot close the style element
    own_head = f"{_description(view)}<style>\n{sheet}</style>\n{person_script(view, edition.resume)}"
    page = f"{before[:head]}\n{_FIRST}{before[head:].lstrip()}{own_head}{after.lstrip()}"
    return single_file(page, edition.folders)


def _for_screens(style: str, design: Design) -> tuple[str, str]:
    """Return the styles for screens and for dark screens, made within limits: a hostile style takes very long.

    Raises:
        ThemeError: it takes too long, or too much memory.
    """
    try:
        made: tuple[str, str] = run_isolated(partial(_styles, style, design), STYLE_LIMITS)
    except Unfinished:
        message = f"theme '{design.theme.name}': adapting its style to screens takes too long"
        file = str(design.theme.folder / "resume.css")
        raise ThemeError(Problem("template-too-slow", message, file=file, hint="simplify the style sheet")) from None
    return made


def _styles(style: str, design: Design) -> tuple[str, str]:
    adapted = "\n".join((for_browsers(style, design), screen_style()))
    return adapted, dark_style(adapted)


def _around_style(html: str, head: int) -> tuple[str, str, str]:
    """Return the first style of a page, with what is before and after its element; without one, split the head."""
    tokens = tokens_of(html)
    for token in tokens:
        if token.kind == "start" and token.name == "style":
            style, end = next(tokens), next(tokens)
            return html[: token.start], html[style.start : style.end], html[end.end :]
    return html[:head], "", html[head:]


def _description(view: ResumeView) -> str:
    """Return the description for search engines: name and headline, and as much of the summary as fits."""
    summary = (section.text for section in view.sections if section.id == "summary")
    words = (plain(block.children) for text in summary for block in text if isinstance(block, Paragraph))
    who = ", ".join(filter(None, (plain(view.name), plain(view.label)))) or view.title
    text = " ".join(f"{who}. {' '.join(words)}".split())
    if len(text) > _MAX_DESCRIPTION:
        text = text[: _MAX_DESCRIPTION - 1].rpartition(" ")[0].rstrip(".,;:") + "…"
    return f'<meta name="description" content="{escape(text.removesuffix(". ").strip())}">\n'
