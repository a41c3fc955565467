"""`python -m resumekit`, and the `resumekit` command."""

from __future__ import annotations

import gc
import io
import os
import sys
from contextlib import suppress
from typing import Any, NoReturn


def main() -> None:
    """Run the command line, and end as soon as it has."""
    _replace_standard_streams()
    code = _run_to_the_end()
    # Destroying a million objects one by one would take a quarter of the build time.
    os._exit(code)


def _run_to_the_end() -> int:
    try:
        code = _run()
        sys.stdout.flush()
    except SystemExit as ended:  # standard output failed
        code = int(ended.code or 0)
    sys.stderr.flush()
    return code


def _run() -> int:
    if sys.argv[1:] == ["--version"]:  # answered before anything is imported
        from .version import __version__

        sys.stdout.write(f"resumekit {__version__}\n")
        return 0
    # A command makes many objects, drops few and ends soon: the collector would find no garbage.
    gc.disable()
    # Plug-ins of pydantic would run foreign code on the résumé, and looking for them costs as much as validating it.
    os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")
    from .cli import run

    return run()


class _StandardOutput(io.FileIO):
    """Standard output, whose failure ends the program: only here can it be told from the failure of a file."""

    _failed = False

    def write(self, data: Any, /) -> int:
        if self._failed:  # what is still buffered is dropped
            return memoryview(data).nbytes
        try:
            return super().write(data) or 0
        except BrokenPipeError:  # the reader closed the pipe (`| head`), which is fine
            self._failed = True
            raise SystemExit(0) from None
        except OSError as error:
            self._failed = True
            _end_without_output(error.strerror)


class _ClosedOutput(io.RawIOBase):
    """Standard output that the caller has closed (`>&-`): a command fails if it prints something."""

    _failed = False

    def writable(self) -> bool:
        return True

    def write(self, data: Any, /) -> int:
        if not self._failed:
            self._failed = True
            _end_without_output("it is closed")
        return memoryview(data).nbytes


def _end_without_output(why: str | None) -> NoReturn:
    sys.stderr.write(f"standard output: error: cannot be written: {why} [unwritable]\n")
    raise SystemExit(7) from None


class _StandardError(io.FileIO):
    """Standard error, whose failure changes nothing: there is nowhere to report it."""

    def write(self, data: Any, /) -> int:
        with suppress(OSError):
            return super().write(data) or 0
        return memoryview(data).nbytes


def _replace_standard_streams() -> None:
    """Replace standard output and error by streams that handle their own failures.

    `sys.__stdout__` stays None if the caller has closed standard output, as with `>&-`.
    """
    # Otherwise, the next file to be opened would become standard output, and receive the warnings of C libraries.
    while (descriptor := os.open(os.devnull, os.O_RDWR)) <= 2:
        pass
    os.close(descriptor)
    for name, number, kind in (("stdout", 1, _StandardOutput), ("stderr", 2, _StandardError)):
        before = getattr(sys, name)
        if before is None:
            nowhere = _ClosedOutput() if name == "stdout" else io.FileIO(os.devnull, "w")
            setattr(sys, name, io.TextIOWrapper(io.BufferedWriter(nowhere), encoding="utf-8", newline="\n"))
        elif isinstance(getattr(before.buffer, "raw", before.buffer), io.FileIO):  # not the console of Windows
            options = {"encoding": before.encoding, "errors": before.errors, "line_buffering": before.line_buffering}
            raw = kind(number, "w", closefd=False)
            setattr(sys, name, io.TextIOWrapper(io.BufferedWriter(raw), newline="\n", **options))


if __name__ == "__main__":
    main()
