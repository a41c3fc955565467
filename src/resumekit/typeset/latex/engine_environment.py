"""The environment variables of an engine: the paths of its programs and caches, and nothing else."""

from __future__ import annotations

import os
from pathlib import Path

_INHERITED = ("PATH", "HOME", "XDG_CACHE_HOME", "SOURCE_DATE_EPOCH")

_FIXED = {
    # Read and write only inside the folder and TeX's own trees.
    "openin_any": "p",
    "openout_any": "p",
    # Report a missing bitmap font as an error instead of starting another program to make it.
    "MKTEXTFM": "0",
    "MKTEXMF": "0",
    "MKTEXPK": "0",
    # Apply `SOURCE_DATE_EPOCH` to \today as well, and do not wrap the lines of the log.
    "FORCE_SOURCE_DATE": "1",
    "max_print_line": "1000",
    "error_line": "254",
    "half_error_line": "238",
}


def engine_environment(folder: Path) -> dict[str, str]:
    """Return the environment of an engine; `folder` is for its temporary files.

    It hides the user's own TeX files and settings.
    """
    inherited = {name: os.environ[name] for name in _INHERITED if os.environ.get(name)}
    cache, nowhere = str(_font_cache(folder)), str(folder / "none")
    return {
        "SOURCE_DATE_EPOCH": "0",
        **inherited,
        **_FIXED,
        "TMPDIR": str(folder),
        "TEXMFHOME": nowhere,
        "TEXMFCONFIG": nowhere,
        "TEXMFVAR": cache,
        "TEXMFCACHE": cache,
    }


def _font_cache(folder: Path) -> Path:
    """Return where LuaLaTeX caches font data: in resumekit's cache, or if that is read-only, in this run's folder."""
    from platformdirs import user_cache_path

    cache = user_cache_path("resumekit") / "texmf-var"
    try:
        cache.mkdir(parents=True, exist_ok=True)
    except OSError:
        return folder / "cache"
    return cache if os.access(cache, os.W_OK) else folder / "cache"
