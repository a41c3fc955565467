"""Build the fonts that are bundled with resumekit.

Takes  only the packages pinned with the families, downloaded once by name, version and hash into a cache.
Gives  `src/resumekit/fonts/`: one folder per family, with its licence, and a README that lists their content.
Raises SystemExit if a package does not match its pinned hash, or if a licence forbids what a recipe does.
Never  changes a font whose licence reserves its name, and never writes different bytes on a second run.

    python -m pip install "fonttools[repacker]==4.68.0"
    python -m tools.fonts              # every family, and the README; downloads packages with pip and npm
    python -m tools.fonts inter        # one family, and the README
"""
