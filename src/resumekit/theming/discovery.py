"""Finding themes: the places where they can be, in the order in which they are searched."""

from __future__ import annotations

import importlib.util
import os
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from resumekit.errors import Problem, ThemeError, available, with_suggestion
from resumekit.load import load

from .manifest import MANIFEST, Manifest, read_manifest

ENTRY_POINTS = "resumekit.themes"
NAME = re.compile(r"[A-Za-z0-9][\w-]{0,63}")
"""A valid theme name: a folder of that name is safe on every system."""


@dataclass(frozen=True, slots=True)
class Theme:
    """A theme: its folder, its manifest, and the folders in which its files are looked up, its own first.

    `origin` is `path`, `project`, `user`, `built-in` or `package`.
    """

    name: str
    folder: Path
    origin: str
    manifest: Manifest
    lookup: tuple[Path, ...]


def find_theme(name: str, *, project: Path) -> Theme:
    """Return the theme with this name or path, searched in the order that `docs/themes.md` gives.

    A name with a slash is a path relative to the project's folder. `project` is the folder of the résumé.

    Raises:
        ThemeError: the theme is unknown or broken, or two packages provide it.
    """
    return _load(name, project, ())


def list_themes(project: Path) -> tuple[Theme, ...]:
    """Return every theme that can be found by name, sorted by name; broken ones are skipped."""
    found = []
    for name in theme_names(project):
        try:
            found.append(find_theme(name, project=project))
        except ThemeError:
            continue
    return tuple(found)


def theme_names(project: Path) -> tuple[str, ...]:
    """Return the names of all themes, broken ones included, sorted.

    Raises:
        ThemeError: two packages provide a theme of the same name.
    """
    return tuple(sorted({name for _, folder in _locations(project) for name in _names_in(folder)} | set(_packages())))


def builtin_themes() -> Path:
    """Return the folder of the built-in themes: inside the installed package, or at the root of a source checkout."""
    packaged = Path(__file__).parent.parent / "themes"
    return packaged if packaged.is_dir() else Path(__file__).parents[3] / "themes"


def _load(name: str, project: Path, children: tuple[str, ...]) -> Theme:
    if name in children:
        message = f"theme '{name}' extends itself: {' → '.join((*children, name))}"
        raise ThemeError(Problem("theme-cycle", message, hint="remove `extends` from one of them"))
    origin, folder = _locate(name, project)
    manifest = read_manifest(folder)
    lookup: tuple[Path, ...] = (folder,)
    if manifest.extends:
        parent = _parent(manifest.extends, folder, project, (*children, name))
        lookup += parent.lookup
        manifest = manifest.model_copy(
            update={
                "api": max(parent.manifest.api, manifest.api),
                "order": manifest.order or parent.manifest.order,
                "options": {**parent.manifest.options, **manifest.options},
                "page": parent.manifest.page.model_copy(update=manifest.page.model_dump(exclude_unset=True)),
            }
        )
    return Theme(manifest.name, folder, origin, manifest, lookup)


def _parent(name: str, folder: Path, project: Path, children: tuple[str, ...]) -> Theme:
    """Return the theme that the one in a folder extends; if it is not found, the error points at `extends`."""
    try:
        return _load(name, project, children)
    except ThemeError as error:
        location = load(folder / MANIFEST).location(("extends",))
        raise ThemeError(
            *(problem if problem.location else replace(problem, location=location) for problem in error.problems)
        ) from None


def _locate(name: str, project: Path) -> tuple[str, Path]:
    if "/" in name:
        folder = project / name
        if not _is_theme(folder):
            _check_readable(folder)
            hint = f"a theme folder contains a {MANIFEST}"
            raise ThemeError(Problem("unknown-theme", f"'{folder}' is not a theme folder", hint=hint))
        return "path", folder
    if NAME.fullmatch(name):
        for origin, location in _locations(project):
            if _is_theme(location / name):
                return origin, location / name
        if name in (packages := _packages()):
            return "package", packages[name]
        for _, location in _locations(project):
            _check_readable(location / name)
    known = sorted({known for _, location in _locations(project) for known in _names_in(location)} | set(_packages()))
    message = with_suggestion(f"unknown theme '{name}'", name, known)
    raise ThemeError(Problem("unknown-theme", message, hint=available(known)))


def _is_theme(folder: Path) -> bool:
    try:
        return (folder / MANIFEST).is_file()
    except OSError:  # a name too long for the file system, or a folder that cannot be read
        return False


def _check_readable(folder: Path) -> None:
    """Check that a folder which is not a theme is not one that cannot be read.

    Raises:
        ThemeError: it cannot.
    """
    try:
        (folder / MANIFEST).stat()
    except PermissionError as error:
        raise ThemeError(Problem("unreadable", f"cannot be read: {error.strerror}", file=str(folder))) from None
    except OSError:
        return


def _locations(project: Path) -> Iterator[tuple[str, Path]]:
    from platformdirs import user_config_path

    builtin = builtin_themes()
    own = project / "themes"
    if os.path.realpath(own) != os.path.realpath(builtin):  # in resumekit's own checkout, the two are the same folder
        yield "project", own
    yield "user", user_config_path("resumekit") / "themes"
    yield "built-in", builtin


def _names_in(folder: Path) -> Iterator[str]:
    """Yield the names of the themes in a folder; a theme in a folder such as `my theme` has only a path."""
    if folder.is_dir():
        names = (path.parent.name for path in folder.glob(f"*/{MANIFEST}"))
        yield from (name for name in names if NAME.fullmatch(name))


def _packages() -> dict[str, Path]:
    """Return the themes of installed packages, by name. Packages are located, never imported: a theme is data.

    Raises:
        ThemeError: two packages provide a theme of the same name.
    """
    from importlib.metadata import entry_points  # late: needed only for themes that are found nowhere else

    found: dict[str, Path] = {}
    for point in entry_points(group=ENTRY_POINTS):
        folder = _folder_of(point.module) if NAME.fullmatch(point.name) else None
        if folder and point.name in found:
            raise ThemeError(
                Problem(
                    "ambiguous-theme",
                    f"two packages provide a theme '{point.name}': {found[point.name]} and {folder}",
                    hint="uninstall one of them",
                )
            )
        if folder:
            found[point.name] = folder
    return found


def _folder_of(module: str) -> Path | None:
    """Return the folder of a package, found through its top-level package: finding a nested one imports its parents."""
    topmost, *below = module.split(".")
    spec = importlib.util.find_spec(topmost)
    folders = [Path(location, *below) for location in (spec.submodule_search_locations if spec else None) or ()]
    return next((folder for folder in folders if (folder / MANIFEST).is_file()), None)
