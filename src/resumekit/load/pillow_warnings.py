"""Silence for Pillow, which warns about pictures in ways that users cannot act on.

Filters of warnings belong to the whole process, and threads that change them at the same time may restore each other's;
so only one thread decodes at a time.
"""

from __future__ import annotations

import threading
import warnings
from collections.abc import Iterator
from contextlib import contextmanager

_ONE_AT_A_TIME = threading.RLock()


@contextmanager
def without_pillow_warnings() -> Iterator[None]:
    """Ignore warnings of many pixels, for which our limit is lower, and of damaged metadata, which is dropped."""
    with _ONE_AT_A_TIME, warnings.catch_warnings():
        warnings.simplefilter("ignore")
        yield
