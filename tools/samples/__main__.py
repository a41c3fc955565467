"""Rebuild the PDFs and Word documents in tests/importing/resumes, with LaTeX and LibreOffice.

    python -m tools.samples [NAME ...]

The texts are written by hand. The results are committed, so that the tests need none of these programs.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from pathlib import Path

from .word import DOCUMENTS

RESUMES = Path(__file__).parents[2] / "tests" / "importing" / "resumes"
SAME_DATE = {"SOURCE_DATE_EPOCH": "1735689600", "FORCE_SOURCE_DATE": "1"}


def main() -> None:
    """Build the named samples, or all of them."""
    chosen = sys.argv[1:]
    for source in sorted((RESUMES / "sources").glob("*.tex")):
        if not chosen or source.stem in chosen:
            compile_latex(source)
    for name, made in DOCUMENTS.items():
        if not chosen or name in chosen:
            with tempfile.TemporaryDirectory() as folder:
                document = Path(folder) / f"{name}.docx"
                made().save(str(document))
                convert(document) if name.startswith("office") else document.replace(RESUMES / document.name)


def compile_latex(source: Path) -> None:
    """Compile a source with the engine that its first line names."""
    engine = source.read_text(encoding="utf-8").partition(":")[0].removeprefix("% ")
    with tempfile.TemporaryDirectory() as folder:
        command = [engine, "-interaction=batchmode", "-halt-on-error", f"-output-directory={folder}", str(source)]
        subprocess.run(command, check=True, env={**os.environ, **SAME_DATE}, capture_output=True)
        (Path(folder) / f"{source.stem}.pdf").replace(RESUMES / f"{source.stem}.pdf")


def convert(document: Path) -> None:
    """Convert a document to PDF with LibreOffice."""
    profile = f"-env:UserInstallation={(document.parent / 'profile').as_uri()}"
    command = ["soffice", profile, "--headless", "--convert-to", "pdf", "--outdir", str(RESUMES), str(document)]
    subprocess.run(command, check=True, capture_output=True)


if __name__ == "__main__":
    main()
