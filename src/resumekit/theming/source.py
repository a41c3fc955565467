"""From a view and a theme to the HTML that is typeset."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from pathlib import Path

from jinja2 import TemplateNotFound, TemplateSyntaxError
from markupsafe import Markup

from resumekit.errors import Place, Problem, ThemeError
from resumekit.present import ResumeView

from .discovery import Theme
from .environment import PARTS, environment, read_file
from .html_writer import to_plain
from .icons import icon_style
from .look import Look
from .manifest import SAME, Choice, Font, Option, Toggle

TEMPLATE = "resume.html.j2"
STYLE = "resume.css"
_NO_FOOTER = "@page {@bottom-left {content: none} @bottom-center {content: none} @bottom-right {content: none}}"


@dataclass(frozen=True, slots=True)
class Source:
    """A page before it is set: HTML with its style inside, and the theme's folders for what the style names."""

    html: str
    theme_folders: tuple[Path, ...]


def render(view: ResumeView, look: Look) -> Source:
    """Return the page in HTML.

    Raises:
        ThemeError: the template is broken, or uses what the view does not have; with its place.
    """
    theme = look.theme
    jinja = environment(theme.lookup)
    style = "\n".join([(PARTS / "base.css").read_text(encoding="utf-8"), *_styles(theme), _settings(look)])
    try:
        html = jinja.get_template(TEMPLATE).render(
            resume=to_plain(replace(view, photo=None) if look.options.get("photo") == "none" else view),
            options=dict(look.options),
            classes=_classes(look),
            style=Markup(_safe_style(style)),  # noqa: S704 (a theme's style, which cannot end its element)
        )
    except ThemeError:
        raise
    except Exception as error:  # whatever a template manages to raise is the theme's fault, and has its place
        raise ThemeError(_template_problem(error, theme)) from error
    return Source(html, theme.lookup)


def _styles(theme: Theme) -> list[str]:
    """Return the style sheets, a parent's before its child's."""
    styles = (read_file(folder, STYLE) for folder in reversed(theme.lookup))
    return [style for style in styles if style is not None]


def _settings(look: Look) -> str:
    """Return what the résumé chose, as the last word of the style: custom properties and the paper."""
    declared = look.theme.manifest.options
    properties = "".join(
        f"--{name}: {_in_css(declared.get(name), value)};"
        for name, value in look.options.items()
        if isinstance(value, str)
    )
    rules = [f":root {{{properties}}}", f"@page {{size: {look.paper}; margin: {look.margin};}}"]
    if look.options.get("page-numbers") is False:
        rules.append(_NO_FOOTER)
    if look.options.get("icons"):
        rules.append(icon_style(str(look.options.get("accent", "#000"))))
    return "\n".join(rules)


def _in_css(option: Option | None, value: str) -> str:
    """Return a value as a style sheet has it; a heading font that is the `same` as the text's is left to the text's."""
    if not isinstance(option, Font):
        return value
    return "var(--font)" if value == SAME else f'"{value}"'


def _classes(look: Look) -> str:
    """Return what the page is told of choices and switches: `dates-end columns-2 icons`."""
    options = look.theme.manifest.options
    names = (
        name if value is True else f"{name}-{value}"
        for name, value in look.options.items()
        if value and isinstance(options.get(name), Choice | Toggle)
    )
    return " ".join(names)


def _safe_style(style: str) -> str:
    """Keep a style sheet from ending its element early."""
    return re.sub(r"</(?=style)", r"<\\/", style, flags=re.IGNORECASE)


def _template_problem(error: Exception, theme: Theme) -> Problem:
    if isinstance(error, TemplateNotFound):
        return Problem("no-template", f"theme '{theme.name}' has no template '{error.name}'", file=str(theme.folder))
    file, line = _where(error, theme)
    message = f"theme '{theme.name}': {error}"
    if isinstance(error, TemplateSyntaxError):
        file, line, message = (
            str(error.filename or file),
            error.lineno,
            f"theme '{theme.name}': {error.message}",
        )
    text = Path(file).read_text(encoding="utf-8").splitlines() if Path(file).is_file() else []
    source = text[line - 1] if 0 < line <= len(text) else ""
    indent = len(source) - len(source.lstrip())
    return Problem("broken-template", message, Place(file, line, indent + 1, max(1, len(source.strip())), source))


def _where(error: Exception, theme: Theme) -> tuple[str, int]:
    """Return the template's file and line that the traceback ends in."""
    found = (str(theme.folder / TEMPLATE), 1)
    trace = error.__traceback__
    while trace:
        if trace.tb_frame.f_code.co_filename.endswith(".j2"):
            found = (trace.tb_frame.f_code.co_filename, trace.tb_lineno)
        trace = trace.tb_next
    return found
