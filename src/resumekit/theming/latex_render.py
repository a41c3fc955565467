"""Render a view in a design as a LaTeX document that people can read, edit, and compile with any engine."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import partial
from pathlib import Path
from typing import Any

from jinja2 import Environment, nodes
from jinja2.compiler import CodeGenerator, Frame
from markupsafe import Markup

from resumekit.errors import ThemeError
from resumekit.present import ResumeView
from resumekit.present.words import words

from .broken_template import encodable, template_problem
from .citations import journal_tex
from .design import Design
from .environment import environment
from .latex_escaping import escape
from .latex_markup import TexWriter, markup
from .latex_scripts import script_of
from .latex_style import options_of, style_of
from .page_footer import footer_of
from .printed_view import printed_view
from .shared_defaults import shared_option, shared_options

TEMPLATE = "resume.tex.j2"
_DEFAULT = "resumekit/document.tex.j2"
"""The template for themes without one of their own; it follows the shared options and the custom properties."""

_FOOTER = {"page": r"\thepage{}", "pages": r"\pageref*{last}"}

_DELIMITERS = {
    "block_start_string": r"\BLOCK{",
    "block_end_string": "}",
    "variable_start_string": r"\VAR{",
    "variable_end_string": "}",
    "comment_start_string": r"\#{",
    "comment_end_string": "}",
    "line_statement_prefix": "%%",
    "line_comment_prefix": "%#",
}


def render_tex(view: ResumeView, design: Design, pictures: Mapping[str, str] | None = None) -> str:
    """Return the document.

    `pictures` maps the file of each picture in the résumé to its name beside the document; a picture without a name is
    reduced to its caption.

    Raises:
        ThemeError: the template is broken, or uses a field that the view does not have; with the location.
    """
    view = printed_view(view, design)
    writer = TexWriter(
        script_of(view.language),
        {} if pictures is None else pictures,
        rtl=view.direction == "rtl",
        capitals=shared_option(design, "heading-case") == "capitals",
    )
    resume = writer.to_plain(view)
    footer = markup("".join(_FOOTER.get(kind) or writer.words(words) for kind, words in footer_of(design, view)))
    try:
        jinja = tex_environment(design.theme.lookup)
        known = {"comma": view.comma, "design": shared_options(design), "labels": words(view.language).labels}
        jinja.globals |= known  # global, so that macros have them
        jinja.globals["constants"] = partial(_constants, environment(design.theme.lookup))
        template = jinja.select_template([TEMPLATE, _DEFAULT])
        style = style_of(design, view, f"{resume!r}{footer}") | {"footer": footer}
        text = encodable(template.render(resume=resume, options=options_of(design), style=style))
    except ThemeError:
        raise
    except Exception as error:  # any exception from a template is the theme's fault and is reported with its location
        raise ThemeError(template_problem(error, design.theme, TEMPLATE)) from error
    return _tidied(text)


def tex_environment(folders: Sequence[Path]) -> Environment:
    r"""Return the themes' sandbox with delimiters that suit TeX: `\VAR{…}`, `\BLOCK{…}`, `%%` at the start of a line.

    Markup means TeX here: the writer escapes the leaves, and anything else that a template prints is escaped on output.
    """
    made = environment(folders).overlay(finalize=_escaped, keep_trailing_newline=True, **_DELIMITERS)  # type: ignore[arg-type]
    made.filters["journal"] = journal_tex
    made.code_generator_class = _TexCode
    return made


def _constants(html: Environment, name: str) -> dict[str, Any]:
    """Return what an HTML template sets: the words of a form, which the theme's LaTeX template prints as well.

    Text stays text: it is escaped when it is printed, and what is marked as HTML is not TeX.
    """
    return {key: _unmarked(value) for key, value in vars(html.get_template(name).module).items() if key[0] != "_"}


def _unmarked(value: Any) -> Any:
    match value:
        case dict():
            return {key: _unmarked(item) for key, item in value.items()}
        case list() | tuple():
            return [_unmarked(item) for item in value]
        case str():
            return str(value)
    return None


class _TexCode(CodeGenerator):
    """Compiles templates so that constants are escaped like other values; Jinja would escape them for HTML first."""

    def _output_child_to_const(self, node: nodes.Expr, frame: Frame, finalize: Any) -> str:
        if isinstance(node, nodes.TemplateData):
            return super()._output_child_to_const(node, frame, finalize)
        raise nodes.Impossible


def _escaped(value: Any) -> Any:
    return value if isinstance(value, Markup) else markup(escape(str(value)))


_TRAILING_SPACE = re.compile(r"[ \t]+$", re.MULTILINE)
_BLANK_LINE_BEFORE = re.compile(
    r"(?<!\\newpage)(?<!divided)\n+"
    r"(?=[ ]*(?:% ---|\\newpage|\\(?:un)?divided|\\section|\\begin\{(?:entry|role|whole|document)\}|\\end\{document\}))"
)
_NO_BLANK_LINE = re.compile(r"(?<=\n)([ ]*\\begin\{(?!document).*\n)\n+|\n+(?=\n[ ]*\\end\{(?!document))")


def _tidied(text: str) -> str:
    """Return a document with a blank line before each new part, and none within a part."""
    text = _BLANK_LINE_BEFORE.sub("\n\n", _TRAILING_SPACE.sub("", text))
    return re.sub(r"\n{3,}", "\n\n", _NO_BLANK_LINE.sub(lambda match: match[1] or "", text)).lstrip("\n")
