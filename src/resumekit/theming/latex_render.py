"""From a view and a look to a LaTeX document that people can read, go on editing, and compile with any engine."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from jinja2 import Environment, nodes
from jinja2.compiler import CodeGenerator, Frame
from markupsafe import Markup

from resumekit.errors import ThemeError
from resumekit.present import ResumeView

from .broken_template import template_problem
from .design import Design
from .environment import environment
from .latex_escaping import escape
from .latex_scripts import script_of
from .latex_style import options_of, style_of
from .latex_writer import TexWriter, markup

TEMPLATE = "resume.tex.j2"
_FRAME = "resumekit/document.tex.j2"
"""What a theme without a LaTeX template is set in, with the theme's colour, fonts, sizes, paper and margins."""

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

    `pictures` says which name each picture of the view will have beside it, by its file in the résumé; without a name,
    only its caption is there.

    Raises:
        ThemeError: the template is broken, or uses what the view does not have; with its place.
    """
    if design.options.get("photo") == "none":
        view = replace(view, photo=None)
    resume = TexWriter(
        script_of(view.language), {} if pictures is None else pictures, view.direction == "rtl"
    ).to_plain(view)
    try:
        template = tex_environment(design.theme.lookup).select_template([TEMPLATE, _FRAME])
        text = template.render(resume=resume, options=options_of(design), style=style_of(design, view, repr(resume)))
    except ThemeError:
        raise
    except Exception as error:  # whatever a template manages to raise is the theme's fault, and has its place
        raise ThemeError(template_problem(error, design.theme, TEMPLATE)) from error
    return _tidy(text)


def tex_environment(folders: Sequence[Path]) -> Environment:
    r"""Return the sandbox of themes with marks that go well with TeX: `\VAR{…}`, `\BLOCK{…}`, or `%%` before a line.

    Markup is TeX here: leaves are escaped by the writer, and whatever else a template prints is escaped as it comes.
    """
    made = environment(folders).overlay(finalize=_finished, keep_trailing_newline=True, **_DELIMITERS)  # type: ignore[arg-type]
    made.code_generator_class = _TexCode
    return made


class _TexCode(CodeGenerator):
    """Compiles templates so that constants are printed like all else; Jinja would escape them for HTML first."""

    def _output_child_to_const(self, node: nodes.Expr, frame: Frame, finalize: Any) -> str:
        if isinstance(node, nodes.TemplateData):
            return super()._output_child_to_const(node, frame, finalize)
        raise nodes.Impossible


def _finished(value: Any) -> Any:
    return value if isinstance(value, Markup) else markup(escape(str(value)))


_SPACE_AT_END = re.compile(r"[ \t]+$", re.MULTILINE)
_AIR_BEFORE = re.compile(
    r"(?<!\\newpage)(?<!divided)\n+"
    r"(?=[ ]*(?:% ---|\\newpage|\\(?:un)?divided|\\section|\\begin\{(?:entry|role|whole|document)\}|\\end\{document\}))"
)
_NO_AIR = re.compile(r"(?<=\n)([ ]*\\begin\{(?!document).*\n)\n+|\n+(?=\n[ ]*\\end\{(?!document))")


def _tidy(text: str) -> str:
    """Return a document with an empty line before what begins something new, and none within what belongs together."""
    text = _AIR_BEFORE.sub("\n\n", _SPACE_AT_END.sub("", text))
    return re.sub(r"\n{3,}", "\n\n", _NO_AIR.sub(lambda found: found[1] or "", text)).lstrip("\n")
