"""What a build makes of one source: one edition or all of them, of a résumé or of letters."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from resumekit.errors import Problem, SchemaError
from resumekit.importing import load_any
from resumekit.load import STANDARD_INPUT, Assignment, Document, assign
from resumekit.output import file_stem
from resumekit.present import ResumeView, plain, present, present_letter
from resumekit.schema import Resume, inspect
from resumekit.schema.letter import PRESENTATION_FIELDS, Letter, is_letter, validate_letter
from resumekit.tailor import Edition, ready_letters, tag_problems, theme_options_of, variants_of, with_settings
from resumekit.theming import Design, choose_look, chosen_theme, shared_options
from resumekit.writers import Manuscript


@dataclass(frozen=True, slots=True)
class Version:
    """An edition to build, as its variant has it, and what is wrong with it.

    `document` has the words, `looks` theme and page: the same, unless it is a `letter`, which goes with a résumé.
    """

    edition: Edition
    document: Document
    designs: Document
    resume: Resume
    problems: tuple[Problem, ...]
    today: date
    letter: Letter | None = None

    @property
    def has_warnings(self) -> bool:
        """Whether something was warned of, such as a picture that cannot be printed."""
        return any(problem.severity == "warning" for problem in self.problems)


@dataclass(frozen=True, slots=True)
class Proof:
    """An edition whose page is being set; `name` tells one of several letters from the others."""

    edition: Edition
    name: str
    manuscript: Manuscript
    problems: tuple[Problem, ...]


def versions(document: Document, asked: Edition, *, all_: bool, today: date) -> Iterator[Version]:
    """Yield the editions to build: the one that is asked for, or every variant in every language.

    Raises:
        SchemaError: no such variant, or one that makes no valid résumé.
        LoadError: a letter's résumé cannot be read.
    """
    letter = validate_letter(document) if is_letter(document.data) else None
    designs = _with_looks_of(document, load_any(_resume_of(document, letter))[0]) if letter else document
    variants = (letter.variant,) if letter and letter.variant else (all_ and variants_of(designs)) or (asked.variant,)
    for variant in variants:
        settled = with_settings(designs, variant) if variant else designs
        resume, problems = inspect(settled, today=today)
        problems += tuple(tag_problems(settled, resume))
        if any(problem.severity == "error" for problem in problems):
            raise SchemaError(*problems)
        for language in (all_ and resume.written_in) or (asked.language,):
            edition = replace(asked, variant=variant, language=language)
            yield Version(edition, document if letter else settled, settled, resume, problems, today, letter)


def _resume_of(document: Document, letter: Letter) -> Path:
    """Return the path of a letter's résumé: inside the letter's folder, like all that a file names."""
    path = document.folder / letter.resume
    if not path.resolve().is_relative_to(document.folder.resolve()):
        message = f"'{letter.resume}' is outside the letter's folder"
        raise SchemaError(document.problem("outside-folder", message, ("resume",), hint="put the letter beside it"))
    return path


def _with_looks_of(letter: Document, resume: Document) -> Document:
    """Return a résumé with what its letter says of theme and page, each with its place in the letter."""
    given = [(key, letter.data[key]) for key in PRESENTATION_FIELDS if letter.data.get(key) is not None]
    return assign(
        resume,
        [
            Assignment(key, value, {path[1:]: spans for path, spans in letter.spans.items() if path[:1] == (key,)})
            for key, value in given
        ],
    )


def views_of(version: Version, resume: Resume, design: Design) -> Iterator[tuple[str, ResumeView]]:
    """Yield what the pages of an edition say, each with a name where there are several."""
    if version.letter is None:
        yield "", present(resume, design.date_format, design.order)
        return
    for letter in ready_letters(version.document, version.letter, resume):
        yield letter.name, present_letter(letter, resume, version.today)


def look_of(version: Version, resume: Resume, name: str | None) -> tuple[Design, tuple[Problem, ...]]:
    """Return how an edition is to look, with a word on each option that does not go with its theme.

    Options that were given to another theme are kept as far as this one has them, and left out else; those that a
    variant gives with its own theme have to fit.
    """
    document = version.designs
    theme, given = chosen_theme(document, resume, name)
    if not name and not version.edition.variant:
        return choose_look(theme, given, resume.page, document), ()
    own = theme_options_of(document, version.edition.variant) if not name else ()
    kept, left_out = shared_options(theme, {key: value for key, value in given.items() if key not in own}, document)
    kept |= {key: given[key] for key in own if key in given}
    return choose_look(theme, kept, resume.page, document), left_out


def stem_of(source: Path, proof: Proof, today: date) -> str:
    """Return what the files of an edition are called: `resume`, `resume-backend`, `resume-backend.de`, `letter-1`.

    A pattern of the résumé's own that does not name the variant or the language has them put after it.
    """
    manuscript, edition = proof.manuscript, proof.edition
    output, view = manuscript.resume.output, manuscript.view
    pattern = output.name if output else None
    stem = "resume" if source == STANDARD_INPUT or source.is_dir() else source.stem
    if pattern:
        values = {
            "name": plain(view.name),
            "label": plain(view.label),
            "lang": view.language,
            "theme": manuscript.design.theme.name,
            "date": f"{today:%Y-%m-%d}",
            "variant": edition.variant or "",
        }
        stem = file_stem(pattern, values)
    if proof.name:
        stem += f"-{file_stem('{name}', {'name': proof.name})}"
    if edition.variant and "{variant}" not in (pattern or ""):
        stem += f"-{file_stem('{variant}', {'variant': edition.variant})}"
    if edition.language and "{lang}" not in (pattern or ""):
        stem += f".{view.language}"
    return stem
