"""`python -m resumekit`, and the `resumekit` command."""

from __future__ import annotations

import gc
import os
import sys


def main() -> None:
    """Run the command line, and end as soon as it has."""
    for name in ("stdout", "stderr"):
        if getattr(sys, name) is None:  # closed by the caller, as with `>&-`
            setattr(sys, name, open(os.devnull, "w", encoding="utf-8"))  # noqa: PTH123, SIM115
    code = _run_to_the_end()
    # Destroying a million objects one by one would take a quarter of the build time.
    os._exit(code)


def _run_to_the_end() -> int:
    try:
        code = _run()
        sys.stdout.flush()
    except BrokenPipeError:  # the reader closed the pipe (`| head`), which is fine
        return 0
    except OSError as error:
        sys.stderr.write(f"standard output: error: cannot be written: {error.strerror} [unwritable]\n")
        code = 7
    sys.stderr.flush()
    return code


def _run() -> int:
    if sys.argv[1:] == ["--version"]:  # answered before anything is imported
        from .version import __version__

        sys.stdout.write(f"resumekit {__version__}\n")
        return 0
    # A command makes many objects, drops few and ends soon: the collector would find no garbage.
    gc.disable()
    # Plug-ins of pydantic would run foreign code on the résumé, and looking for them costs as much as validating it.
    os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")
    from .cli import run

    return run()


if __name__ == "__main__":
    main()
