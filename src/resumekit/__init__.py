"""resumekit: a résumé as code.

The public names are those of `__all__`; each is one stage of `build`, to be used alone where that is needed:

    document = resumekit.load(Path("resume.yaml"))
    resume, warnings = resumekit.validate(document)
    view = resumekit.present(resumekit.translate(resume))
    theme = resumekit.find_theme("modern", project=Path("."))
    source = resumekit.render(view, resumekit.choose_look(theme, {}, resume.page, document))
    artifact = resumekit.typeset(source, resumekit.Job(resumekit.Folders(Path("."), theme.lookup)))

or all at once: `resumekit.build(Path("resume.yaml"))`.
"""

from __future__ import annotations

import importlib
import sys
from types import ModuleType
from typing import TYPE_CHECKING, Any

from .version import __version__

if TYPE_CHECKING:
    from .check import check
    from .errors import Problem, ResumekitError, SourceLocation
    from .load import Document, load, override, parse
    from .output import write
    from .pipeline import BuildOptions, BuildResult, build
    from .present import ResumeView, present
    from .schema import Resume, json_schema, validate
    from .tailor import translate
    from .theming import Design, Source, Theme, choose_look, find_theme, list_themes, render
    from .typeset import Artifact, Folders, Job, typeset

_HOMES = {
    "Artifact": "typeset",
    "BuildOptions": "pipeline",
    "BuildResult": "pipeline",
    "Document": "load",
    "Folders": "typeset",
    "Job": "typeset",
    "Design": "theming",
    "SourceLocation": "errors",
    "Problem": "errors",
    "Resume": "schema",
    "ResumeView": "present",
    "ResumekitError": "errors",
    "Source": "theming",
    "Theme": "theming",
    "build": "pipeline",
    "check": "check",
    "choose_look": "theming",
    "find_theme": "theming",
    "json_schema": "schema",
    "list_themes": "theming",
    "load": "load",
    "override": "load",
    "parse": "load",
    "present": "present",
    "render": "theming",
    "translate": "tailor",
    "typeset": "typeset",
    "validate": "schema",
    "write": "output",
}
"""Where each public name lives; imported when it is first asked for, so that `import resumekit` costs nothing."""

__all__ = [
    "Artifact",
    "BuildOptions",
    "BuildResult",
    "Design",
    "Document",
    "Folders",
    "Job",
    "Problem",
    "Resume",
    "ResumeView",
    "ResumekitError",
    "Source",
    "SourceLocation",
    "Theme",
    "__version__",
    "build",
    "check",
    "choose_look",
    "find_theme",
    "json_schema",
    "list_themes",
    "load",
    "override",
    "parse",
    "present",
    "render",
    "translate",
    "typeset",
    "validate",
    "write",
]


class _Package(ModuleType):
    """This package, with its public names resolved when they are first asked for.

    Some stages share their name with the package that they live in: `resumekit.load` is the function, though
    importing `resumekit.load` would, as for any package, set the attribute to the module.
    """

    def __getattr__(self, name: str) -> Any:
        if name not in _HOMES:
            raise AttributeError(f"module 'resumekit' has no attribute '{name}'")
        value = getattr(importlib.import_module(f"resumekit.{_HOMES[name]}"), name)
        setattr(self, name, value)
        return value

    def __setattr__(self, name: str, value: object) -> None:
        if not (name in _HOMES and isinstance(value, ModuleType)):
            super().__setattr__(name, value)

    def __dir__(self) -> list[str]:
        return sorted({*super().__dir__(), *__all__})


sys.modules[__name__].__class__ = _Package
