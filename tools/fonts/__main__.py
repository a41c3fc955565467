"""Build the font families named on the command line, or all of them."""

from __future__ import annotations

import argparse
import shutil
from pathlib import Path

import fontTools

from .faces import Family
from .families import FAMILIES
from .packages import fetch
from .readme import FONTTOOLS, readme
from .recipes import original, untouched

ROOT = Path(__file__).resolve().parents[2]
FONTS = ROOT / "src" / "resumekit" / "fonts"
CACHE = ROOT / ".cache" / "fonts"


def build(family: Family, fonts: Path, cache: Path) -> None:
    """Rebuild the folder of one family."""
    package = fetch(family.package, cache)
    licence = (package / family.licence).read_bytes()
    if b"with Reserved Font Name" in licence and family.make not in (original, untouched):
        raise SystemExit(f"{family.name}: its licence reserves the font name, so the font must not be changed")
    folder = fonts / family.folder
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    (folder / "OFL.txt").write_bytes(licence)
    for face in family.faces:
        source = fetch(face.package, cache) if face.package else package
        data = family.make(source / face.source, family.name, face)
        (folder / family.file(face)).write_bytes(data)
        print(f"{family.folder}/{family.file(face)}  {len(data):,}")


def main() -> None:
    """Build the families named on the command line, or all of them."""
    parser = argparse.ArgumentParser(description="Build the fonts that are bundled with resumekit.")
    parser.add_argument("family", nargs="*", help="folder name of a family (default: all)")
    parser.add_argument("--output", type=Path, metavar="DIR", default=FONTS, help="where to write the folders")
    parser.add_argument("--cache", type=Path, metavar="DIR", default=CACHE, help="where to keep downloads")
    options = parser.parse_args()
    if fontTools.version != FONTTOOLS:
        raise SystemExit(f"fontTools {FONTTOOLS} is required, but {fontTools.version} is installed")
    for family in FAMILIES:
        if not options.family or family.folder in options.family:
            build(family, options.output, options.cache)
    (options.output / "README.md").write_text(readme(options.output), encoding="utf-8")


if __name__ == "__main__":
    main()
