"""Make the fonts that travel with resumekit.

Takes  nothing but the packages pinned with the families, fetched once by name, version and hash into a cache.
Gives  `src/resumekit/fonts/`: one folder a family with its licence, and a README that tells what is in them.
Raises SystemExit when a package is not the pinned one, or a licence forbids what a recipe does.
Never  changes a font whose name its licence reserves, and never writes other bytes on a second run.

    python -m pip install "fonttools[repacker]==4.68.0"
    python -m tools.fonts              # every family, and the README; asks pip and npm for the packages
    python -m tools.fonts inter        # one family, and the README
"""
