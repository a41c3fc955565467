"""The parsed declarations match the installed WeasyPrint."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]
MODULE = ROOT / "src/resumekit/typeset/pango_declarations.py"
# In a process of its own: the declarations are overheard when WeasyPrint is first imported.
COMPILE = """
import sys
from pathlib import Path
from declarations import compile_declarations
Path(sys.argv[1]).write_text(compile_declarations(), encoding="utf-8")
"""


def test_the_declarations_are_up_to_date(tmp_path: Path) -> None:
    made = tmp_path / "made.py"
    subprocess.run([sys.executable, "-c", COMPILE, made], cwd=ROOT / "tools", check=True, stdout=subprocess.DEVNULL)
    assert made.read_text(encoding="utf-8") == MODULE.read_text(encoding="utf-8"), "run: python tools/declarations.py"
