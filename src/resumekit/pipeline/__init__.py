"""All stages in a row: load, plan, prepare, write, typeset, check, save. Open `building.py` first.

Takes  a path or a Document, and BuildOptions.
Gives  a BuildResult: the files, the number of pages, warnings and remarks.
Raises ResumekitError: a stage failed.
Never  saves anything unless every file of every edition is ready.
"""

from .build_options import BuildOptions, BuildResult
from .building import Progress, build
from .page_requests import page_request, start_typesetting
from .planning import PlannedEdition, plan
from .preparation import BuildJob, prepare

__all__ = [
    "BuildJob",
    "BuildOptions",
    "BuildResult",
    "PlannedEdition",
    "Progress",
    "build",
    "page_request",
    "plan",
    "prepare",
    "start_typesetting",
]
