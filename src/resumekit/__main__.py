"""`python -m resumekit`, and the `resumekit` command."""

from __future__ import annotations

import sys


def main() -> None:
    """Run the command line; `--version` alone answers before anything is imported."""
    if sys.argv[1:] == ["--version"]:
        from .version import __version__

        sys.stdout.write(f"resumekit {__version__}\n")
        return
    from .cli import run

    sys.exit(run())


if __name__ == "__main__":
    main()
