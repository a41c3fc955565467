"""Editions ready to be written, and the files that come of them."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from textwrap import dedent
from types import MappingProxyType

from resumekit.load import parse
from resumekit.pipeline import BuildOptions, start_typesetting
from resumekit.present import present
from resumekit.schema import Resume, validate
from resumekit.tailor import translate
from resumekit.theming import Design, render_html
from resumekit.typeset import Artifact, Typesetter, typeset_here
from resumekit.writers import PreparedEdition, write_content, write_pages
from theming.themes import built_in

NOWHERE = Path("no-such-folder")


def manuscript_of(
    source: str | bytes,
    *,
    name: str = "resume.yaml",
    folder: Path = NOWHERE,
    theme: str = "modern",
    options: Mapping[str, str] = MappingProxyType({}),
    tailor: Callable[[Resume], Resume] = lambda resume: resume,
    is_complete: bool = False,
    is_page: bool = True,
) -> PreparedEdition:
    """Return an edition of a résumé, as a build without options prepares it; `is_page` for formats made of its HTML."""
    data = dedent(source).encode() if isinstance(source, str) else source
    document = parse(data, name=name, folder=folder)
    resume = tailor(translate(validate(document)[0]))
    design = Design.of(built_in(theme), options, resume.page, document)
    view = present(resume)
    return PreparedEdition(document, resume, view, design, is_complete, render_html(view, design) if is_page else "")


def artifacts_of(
    edition: PreparedEdition, formats: Sequence[str], *, dpi: int = 150, typesetter: Typesetter = typeset_here
) -> tuple[Artifact, ...]:
    """Return an edition in these formats, in their order."""
    pdf = start_typesetting(edition, BuildOptions(formats=tuple(formats)), typesetter)
    made = write_content(edition, formats) | write_pages(pdf, formats, dpi)
    return tuple(artifact for name in formats for artifact in made[name])


def pdf_of(edition: PreparedEdition) -> bytes:
    """Return an edition as a PDF."""
    (pdf,) = artifacts_of(edition, ["pdf"])
    return pdf.data
