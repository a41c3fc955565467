"""resumekit: a résumé as code.

    resumekit.build("resume.yaml", theme="compact")          # writes dist/resume.pdf
    resumekit.render({"basics": {"name": "Ada Example"}})    # a PDF as bytes; no file is touched
    resumekit.validate(Path("resume.yaml")).problems         # everything that is wrong, with locations

The public API is `__all__`; it is documented in docs/python.md. Packages such as `resumekit.load` are the stages of a
build, described in docs/architecture.md.
"""

from __future__ import annotations

import importlib
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from .api import Rendered, Source, Validated, build, render, validate
    from .errors import (
        LoadError,
        OutputError,
        Problem,
        ResumekitError,
        SchemaError,
        SourceLocation,
        ThemeError,
        TypesetError,
        UsageError,
    )
    from .pipeline import BuildResult
    from .schema import Resume
    from .version import __version__

_MODULES = {
    "BuildResult": "pipeline",
    "LoadError": "errors",
    "OutputError": "errors",
    "Problem": "errors",
    "Rendered": "api",
    "Resume": "schema",
    "ResumekitError": "errors",
    "SchemaError": "errors",
    "Source": "api",
    "SourceLocation": "errors",
    "ThemeError": "errors",
    "TypesetError": "errors",
    "UsageError": "errors",
    "Validated": "api",
    "__version__": "version",
    "build": "api",
    "render": "api",
    "validate": "api",
}
"""The module of each public name; it is imported on first use, so that `import resumekit` costs nothing."""

__all__ = [
    "BuildResult",
    "LoadError",
    "OutputError",
    "Problem",
    "Rendered",
    "Resume",
    "ResumekitError",
    "SchemaError",
    "Source",
    "SourceLocation",
    "ThemeError",
    "TypesetError",
    "UsageError",
    "Validated",
    "__version__",
    "build",
    "render",
    "validate",
]


def __getattr__(name: str) -> Any:
    if name not in _MODULES:
        raise AttributeError(f"module 'resumekit' has no attribute '{name}'")
    value = getattr(importlib.import_module(f"{__name__}.{_MODULES[name]}"), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return list(__all__)
