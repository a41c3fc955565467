"""Save: write the files."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path

from resumekit.errors import Problem, UsageError
from resumekit.output import STANDARD_OUTPUT, write
from resumekit.schema import named_pictures
from resumekit.typeset import WEASYPRINT, Artifact

from .build_options import BuildOptions
from .preparation import BuildJob


def save(files: Mapping[str, Artifact], jobs: Sequence[BuildJob], output: Path | None) -> tuple[Path, ...]:
    """Write the files into the output folder, or one file to standard output; return their paths.

    Raises:
        UsageError: several files would go to standard output, or one would replace an input.
        OutputError: a file cannot be written.
    """
    if output is None:
        return ()
    paths, inputs = _paths(files, output), _inputs(jobs)
    for path, artifact in paths.items():
        if path != STANDARD_OUTPUT and _real(path) in inputs and _differs(path, artifact.data):
            message = "this build would overwrite its own source"
            raise UsageError(
                Problem("overwrites-source", message, file=str(path), hint="choose another folder with `-o DIR`")
            )
    return tuple(write(artifact.data, path) for path, artifact in paths.items())


def _paths(files: Mapping[str, Artifact], output: Path) -> dict[Path, Artifact]:
    if output != STANDARD_OUTPUT:
        return {output / name: artifact for name, artifact in files.items()}
    if len(files) > 1:
        message = f"standard output takes one file, not {len(files)}: {', '.join(files)}"
        raise UsageError(Problem("several-files", message, hint="write to a folder with `-o DIR`"))
    return dict.fromkeys([output], *files.values())


def _inputs(jobs: Sequence[BuildJob]) -> set[Path]:
    """Return the files that the editions were read from, and the pictures they show, as absolute paths."""
    sources = {_real(Path(name)) for each in jobs for name in each.sources}
    documents = [each.content.document for each in jobs]
    pictures = [one.folder / name for one in documents for name in named_pictures(one)]
    return sources | {_real(path) for path in pictures if _exists(path)}


def _real(path: Path) -> Path:
    """Return the path with links followed; `Path.resolve` would raise an error where they lead in a circle."""
    return Path(os.path.realpath(path))


def _differs(path: Path, data: bytes) -> bool:
    return path.is_file() and path.read_bytes() != data


def _exists(path: Path) -> bool:
    try:
        return path.is_file()
    except (OSError, ValueError):  # JSON may name anything: a URL, a NUL
        return False


@contextmanager
def latex_kept(jobs: Sequence[BuildJob], options: BuildOptions) -> Iterator[None]:
    """Keep the source and log of each page that LaTeX typesets: if the build fails, and with `options.keep` always."""
    if options.engine == WEASYPRINT or options.output is None:
        yield
        return
    from resumekit.typeset.latex import Compilation

    folder = Path() if options.output == STANDARD_OUTPUT else options.output
    compilations = {folder / f"{each.stem}.tex": each.pdf for each in jobs if isinstance(each.pdf, Compilation)}
    for path, compilation in compilations.items():
        compilation.kept = path
    keep = True
    try:
        yield
        keep = options.keep
    finally:
        for path, compilation in compilations.items() if keep else ():
            write(compilation.tex.encode(), path)
            if compilation.log:  # empty if the engine did not run
                write(compilation.log.encode(), path.with_suffix(".log"))
