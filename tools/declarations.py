"""Compile WeasyPrint's C declarations in advance, so that no build has to parse them.

Takes  the installed WeasyPrint.
Gives  `src/resumekit/typeset/pango_declarations.py`.

WeasyPrint declares the functions of Pango, HarfBuzz and fontconfig in C. cffi parses this text at each start, and again
for each new type that WeasyPrint names later, which takes a tenth of the time of a build. cffi can write the parsed
form to a Python module instead. Run this tool again when WeasyPrint changes; a test fails until then.
"""

from __future__ import annotations

import hashlib
import tempfile
from pathlib import Path
from unittest import mock

import cffi

TARGET = Path(__file__).parents[1] / "src/resumekit/typeset/pango_declarations.py"

_HEAD = '''"""What WeasyPrint declares of Pango, HarfBuzz and fontconfig, parsed: made by tools/declarations.py.

A form of the C declarations in weasyprint/text/ffi.py, which are under the BSD 3-clause licence, copyright Simon
Sapin and contributors. It serves only the file of exactly this content.
"""

# ruff: noqa

import _cffi_backend

SHA256 = "{digest}"


class _Declared(_cffi_backend.FFI):  # type: ignore[misc]
    """What `cffi.FFI()` is after parsing the declarations."""

    def cdef(self, source: str) -> None:
        """Do nothing: everything is declared already."""


'''


def compile_declarations() -> str:
    """Return the text of the module."""
    declarations: list[str] = []
    parse = cffi.FFI.cdef

    def listen(self: cffi.FFI, text: str, *arguments: object) -> None:
        declarations.append(text)
        parse(self, text, *arguments)

    with mock.patch.object(cffi.FFI, "cdef", listen):
        import weasyprint.text.ffi
    builder = cffi.FFI()
    builder.set_source("pango_declarations", None)
    for text in declarations:
        builder.cdef(text)
    with tempfile.TemporaryDirectory() as folder:
        made = Path(folder) / "pango_declarations.py"
        builder.emit_python_code(str(made))
        code = made.read_text(encoding="utf-8")
    digest = hashlib.sha256(Path(weasyprint.text.ffi.__file__).read_bytes()).hexdigest()
    _, _, call = code.partition("ffi = ")
    return _HEAD.format(digest=digest) + "ffi = " + call.replace("_cffi_backend.FFI(", "_Declared(", 1)


if __name__ == "__main__":
    TARGET.write_text(compile_declarations(), encoding="utf-8")
