"""Typesetting for programs that use resumekit as a library: in a process of its own.

Pango takes its fonts from the environment and from a default configuration that the whole process shares. A program's
own pages must not change because resumekit makes one, nor the other way round; so a worker makes all of them.
"""

from __future__ import annotations

from functools import partial

from resumekit.processes import Unfinished, call_in_worker

from .artifact import Artifact
from .page_limits import unfinished, wall_seconds
from .request import TypesetRequest
from .typesetting import PendingPdf, typeset_quickly


def library_typesetter(request: TypesetRequest) -> PendingPdf:
    """Typeset a page in the worker, once its PDF is waited for. Threads take turns."""
    return partial(_typeset, request)


def _typeset(request: TypesetRequest) -> Artifact:
    try:
        artifact: Artifact = call_in_worker(partial(typeset_quickly, request), wall_seconds(request))
    except Unfinished as ended:
        raise unfinished(ended.reason, request) from None
    return artifact
