"""What an engine is told of the machine: where its programs and its caches are, and nothing else."""

from __future__ import annotations

import os
from pathlib import Path

_KEPT = ("PATH", "HOME", "XDG_CACHE_HOME", "SOURCE_DATE_EPOCH")

_FIXED = {
    # Nothing outside the folder and TeX's own trees is read or written.
    "openin_any": "p",
    "openout_any": "p",
    # A missing bitmap font is an error; no other program is started to make it.
    "MKTEXTFM": "0",
    "MKTEXMF": "0",
    "MKTEXPK": "0",
    # `SOURCE_DATE_EPOCH` holds for \today as well, and lines of the log are whole.
    "FORCE_SOURCE_DATE": "1",
    "max_print_line": "1000",
    "error_line": "254",
    "half_error_line": "238",
}


def environment(folder: Path) -> dict[str, str]:
    """Return the environment of an engine; `folder` is for its temporary files.

    Neither the TeX files of the user nor the user's settings are seen.
    """
    known = {name: os.environ[name] for name in _KEPT if os.environ.get(name)}
    cache, nowhere = str(_cache(folder)), str(folder / "none")
    return {
        "SOURCE_DATE_EPOCH": "0",
        **known,
        **_FIXED,
        "TMPDIR": str(folder),
        "TEXMFHOME": nowhere,
        "TEXMFCONFIG": nowhere,
        "TEXMFVAR": cache,
        "TEXMFCACHE": cache,
    }


def _cache(folder: Path) -> Path:
    """Return where LuaLaTeX keeps what it has read of fonts: a folder of ours, else one for this run alone."""
    from platformdirs import user_cache_path

    cache = user_cache_path("resumekit") / "texmf-var"
    try:
        cache.mkdir(parents=True, exist_ok=True)
    except OSError:
        return folder / "cache"
    return cache if os.access(cache, os.W_OK) else folder / "cache"
