"""What every worker does, however it was started: typeset one requested page after another."""

from __future__ import annotations

import pickle
from contextlib import suppress
from typing import BinaryIO

from resumekit.errors import TypesetError

from .typesetting import typeset

MAX_SECONDS = 300
"""The time limit for one page; a hundred pages take ten seconds."""


def answer_requests(requests: BinaryIO, results: BinaryIO) -> None:
    """Read requests until there are no more, and answer each with an artifact or with problems."""
    with suppress(EOFError):
        while True:
            request = pickle.load(requests)  # noqa: S301 (from our own process)
            try:
                result: object = typeset(request)
            except TypesetError as error:
                result = error.problems
            pickle.dump(result, results)
            results.flush()
