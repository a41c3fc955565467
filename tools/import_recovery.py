"""Print how much of each fixture is recovered when it is built and imported again, by theme and format.

    python tools/import_recovery.py [THEME|FORMAT ...] [-v]

With `-v`, also print what was lost.
"""

from __future__ import annotations

import sys
from pathlib import Path
from tempfile import TemporaryDirectory

sys.path.insert(0, str(Path(__file__).parents[1] / "tests"))

from importing.recovery import THEMES, measured


def main() -> None:
    """Print the share recovered with each theme, and with `-v` what was lost."""
    chosen = [word for word in sys.argv[1:] if not word.startswith("-")]
    with TemporaryDirectory() as folder:
        for theme, form in [*((theme, "pdf") for theme in THEMES), ("modern", "docx")]:
            if not chosen or theme in chosen or form in chosen:
                found, of, missing = measured(theme, form, Path(folder))
                print(f"{theme:10} {form:5} {found:4} of {of:4}  {found / of:6.1%}", flush=True)
                if "-v" in sys.argv:
                    print("\n".join(f"    {each}" for each in missing))


if __name__ == "__main__":
    main()
