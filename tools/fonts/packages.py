"""The packages that contain the fonts, downloaded with the registries' own clients."""

from __future__ import annotations

import hashlib
import subprocess
import sys
import tarfile
import zipfile
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class Package:
    """One archive in a registry. The hash proves that it is the archive these fonts were built from."""

    registry: str
    name: str
    version: str
    sha256: str

    def __str__(self) -> str:
        """Return its name as in the README."""
        return f"{self.registry}: `{self.name}` {self.version}"


def fetch(package: Package, cache: Path) -> Path:
    """Return the folder of an unpacked package, downloading it with the registry's client if necessary."""
    folder = cache / f"{package.name.lstrip('@').replace('/', '-')}-{package.version}"
    if not any(folder.glob("archive/*")):
        download(package, folder / "archive")
    (archive,) = (folder / "archive").iterdir()
    digest = hashlib.sha256(archive.read_bytes()).hexdigest()
    if digest != package.sha256:
        raise SystemExit(f"{package} has the SHA-256 hash {digest}, expected {package.sha256}")
    if not (folder / "unpacked").is_dir():
        unpack(archive, folder / "unpacked")
    return folder / "unpacked"


def download(package: Package, folder: Path) -> None:
    """Download the archive of a package into a new folder."""
    pip = (sys.executable, "-m", "pip", "download", "--quiet", "--no-deps", "--only-binary=:all:")
    command = {
        "PyPI": (*pip, f"{package.name}=={package.version}"),
        "npm": ("npm", "pack", "--silent", f"{package.name}@{package.version}"),
        "Debian": ("apt-get", "download", "--quiet", f"{package.name}={package.version}"),
    }[package.registry]
    folder.mkdir(parents=True, exist_ok=True)
    subprocess.run(command, cwd=folder, check=True, stdout=subprocess.DEVNULL)


def unpack(archive: Path, folder: Path) -> None:
    """Unpack a wheel, a Debian package or an npm tarball."""
    if archive.suffix == ".whl":
        with zipfile.ZipFile(archive) as wheel:
            wheel.extractall(folder)
    elif archive.suffix == ".deb":
        subprocess.run(("dpkg-deb", "--extract", archive, folder), check=True)
    else:
        with tarfile.open(archive) as tarball:
            if hasattr(tarfile, "data_filter"):  # missing in Python 3.11.0 to 3.11.3; the archive's hash is pinned
                tarball.extraction_filter = tarfile.data_filter
            tarball.extractall(folder)
