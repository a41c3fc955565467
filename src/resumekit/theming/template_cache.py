"""The cache of compiled templates: compiling takes five times as long as rendering."""

from __future__ import annotations

import hashlib
import io
from contextlib import suppress
from typing import IO, BinaryIO

import jinja2
from jinja2 import Environment, FileSystemBytecodeCache
from jinja2.bccache import Bucket
from jinja2.sandbox import SandboxedEnvironment

from resumekit.private_folders import private_folder
from resumekit.version import __version__


def template_cache() -> FileSystemBytecodeCache | None:
    """Return the cache, or None if its folder cannot be trusted: then templates are compiled each time."""
    from platformdirs import user_cache_path

    folder = private_folder(user_cache_path("resumekit") / "templates")
    return _TemplateCache(str(folder)) if folder else None


class _TemplateCache(FileSystemBytecodeCache):
    """A cache that ignores write errors, because it only saves time, and what does not fit its checksum."""

    def get_bucket(self, environment: Environment, name: str, filename: str | None, source: str) -> Bucket:
        bucket = _Bucket(environment, self.get_cache_key(name, filename), self.get_source_checksum(source))
        self.load_bytecode(bucket)
        return bucket

    def dump_bytecode(self, bucket: Bucket) -> None:
        with suppress(OSError):
            super().dump_bytecode(bucket)


class _Bucket(Bucket):
    """The code of one template. A file that does not fit is treated like none, and is written again."""

    def load_bytecode(self, f: BinaryIO) -> None:
        checksum, data = f.read(hashlib.sha256().digest_size), f.read()
        if checksum == self._checksum(data):  # unmarshalling anything else can crash Python
            super().load_bytecode(io.BytesIO(data))
        else:
            self.reset()

    def write_bytecode(self, f: IO[bytes]) -> None:
        buffer = io.BytesIO()
        super().write_bytecode(buffer)
        data = buffer.getvalue()
        f.write(self._checksum(data) + data)

    def _checksum(self, data: bytes) -> bytes:
        """Return a checksum of the code and of what compiled it: another compiler may have had fewer limits."""
        operators = getattr(self.environment, "intercepted_binops", SandboxedEnvironment.intercepted_binops)
        compiler = f"resumekit {__version__}, Jinja {jinja2.__version__}, {sorted(operators)}\n"
        return hashlib.sha256(compiler.encode() + data).digest()
