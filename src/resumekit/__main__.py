"""`python -m resumekit`, and the `resumekit` command."""

from __future__ import annotations

import gc
import os
import sys


def main() -> None:
    """Run the command line; `--version` alone answers before anything is imported."""
    if sys.argv[1:] == ["--version"]:
        from .version import __version__

        sys.stdout.write(f"resumekit {__version__}\n")
        return
    # A command makes many objects, drops few and ends soon: the collector would look for garbage that is not there.
    gc.disable()
    # Plug-ins of pydantic would run foreign code on the résumé, and looking for them costs as much as validating it.
    os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")
    from .cli import run

    code = run()
    sys.stdout.flush()
    sys.stderr.flush()
    # Taking a million objects apart one by one would be a quarter of the time of a build.
    os._exit(code)


if __name__ == "__main__":
    main()
