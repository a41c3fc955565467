"""A view in a theme's HTML template, with all of its style inside."""

from __future__ import annotations

import re
from collections.abc import Iterator

from markupsafe import Markup

from resumekit.errors import ThemeError
from resumekit.present import ResumeView, plain
from resumekit.present.words import words

from .broken_template import encodable, template_problem
from .column_widths import longest_date, longest_label
from .design import Design
from .environment import PARTS, environment
from .html_writer import to_plain
from .icons import icon_style
from .manifest import SAME, Choice, Font, Line, Option, OptionValue, Toggle
from .page_footer import PLACES, footer_of, footer_style
from .ratings import rating, rating_style
from .shared_defaults import shared_option, shared_options
from .style_sheets import names_in, needed_for, style_sheets

TEMPLATE = "resume.html.j2"
_UNNUMBERED = f"@page {{{' '.join(f'@{place} {{content: none !important}}' for place in PLACES)}}}"
"""Removes name and number from every page, even those that the theme names: hence `!important`."""

_STYLE_PLACE = Markup("<the style>")
"""Stands for the style until the rest of the page is known; in a text, its brackets would be escaped."""


def page_html(view: ResumeView, design: Design) -> str:
    """Return the page of a view, as the design prints it, in HTML.

    Raises:
        ThemeError: the template is broken, or uses a name that the view does not have; with its location.
    """
    theme = design.theme
    try:
        labels = words(view.language).labels
        jinja = environment(theme.lookup, design=shared_options(design), comma=view.comma, labels=labels)
        template = jinja.get_template(TEMPLATE)
        page = template.render(
            resume=to_plain(view),
            options=dict(design.options),
            classes=_classes(design),
            style=_STYLE_PLACE,
        )
        names = names_in(page)
        sheets = (needed_for(names, text) if PARTS in file.parents else text for file, text in style_sheets(design))
        style = "\n".join([*sheets, _settings(design, view)])
        return encodable(page.replace(_STYLE_PLACE, _safe_style(style)))
    except ThemeError:
        raise
    except Exception as error:  # anything that a template raises is the theme's fault
        raise ThemeError(template_problem(error, theme, TEMPLATE)) from error


def _settings(design: Design, view: ResumeView) -> str:
    """Return the résumé's settings, which come last in the style: custom properties and the paper."""
    declared = design.theme.manifest.options
    properties = "".join(
        f"--{name}: {_in_css(declared.get(name), value)};"
        for name, value in design.options.items()
        if isinstance(value, str) and not isinstance(declared.get(name), Line)
    )
    properties += "".join(f"--margin-{side}: {margin};" for side, margin in design.margins.items())
    rules = [f":root {{{properties}}}", f"@page {{size: {design.paper}; margin: {design.margin};}}"]
    if design.options.get("dates") in ("start", "end"):
        rules.append(f":root {{--longest-date: {longest_date(view):.1f}rem;}}")
    rules.append(f":root {{--longest-label: {longest_label(view):.1f}rem;}}")
    if footer := footer_of(design, view):
        rules.append(footer_style(footer))
    elif design.options.get("page-numbers") is False:
        rules.append(_UNNUMBERED)
    if (icons := shared_option(design, "icons")) in ("simple", "brand"):
        rules.append(icon_style(str(icons), str(shared_option(design, "accent")), view))
    if shared_option(design, "levels") == "dots":
        rules.append(rating_style(_ratings(view), str(shared_option(design, "accent"))))
    return "\n".join(rules)


def _ratings(view: ResumeView) -> list[int]:
    """Return the numbers of dots that levels of the résumé have, each once."""
    entries = [item for section in view.sections for entry in section.entries for item in (entry, *entry.roles)]
    levels = [entry.level for entry in entries]
    levels += [keyword.level for entry in entries for keyword in entry.keywords]
    return sorted({rating(plain(level)) for level in levels} - {0})


def _in_css(option: Option | None, value: str) -> str:
    """Return a value in CSS; a heading font that is the `same` as the text's refers to that one."""
    if not isinstance(option, Font):
        return value
    return "var(--font)" if value == SAME else f'"{value}"'


def _classes(design: Design) -> str:
    """Return the page's classes, one for each choice and each switch that is on: `dates-end columns-2 justify`.

    A choice that was a switch keeps its class, unless it is what `no` stands for: `icons icons-simple`.
    """
    return " ".join(name for pair in design.options.items() for name in _classes_of(design, *pair))


def _classes_of(design: Design, name: str, value: OptionValue) -> Iterator[str]:
    option = design.theme.manifest.options.get(name)
    if isinstance(option, Toggle) and value:
        yield name
    if isinstance(option, Choice):
        if option.no and value != option.no:
            yield name
        yield f"{name}-{value}"


def _safe_style(style: str) -> str:
    """Keep a style sheet from closing its element early."""
    return re.sub(r"</(?=style)", r"<\\/", style, flags=re.IGNORECASE)
