"""Every form in which a file may contain a text: compressed, encoded, as glyphs of a page, in another file."""

from __future__ import annotations

import base64
import io
import re
import zipfile
from collections.abc import Iterable, Iterator
from html import unescape
from urllib.parse import unquote_to_bytes

import pikepdf

from typeset.builds import texts_of

_DATA_URL = re.compile(rb"data:[\w/+.-]*;base64,([A-Za-z0-9+/=]+)")


def leaked(name: str, data: bytes, secrets: Iterable[str]) -> set[str]:
    """Return the secrets, each one word of letters and digits, that a file or its name contains in any form."""
    whole = "\n".join([name, *map(_readings, _parts(data))]).lower()
    return {secret for secret in secrets if any(form.lower() in whole for form in _forms(secret) if len(form) > 5)}


def _forms(secret: str) -> Iterator[str]:
    """Yield a secret as text, in hexadecimal, and in base64 without what depends on the text around it."""
    yield secret
    for encoding in ("utf-8", "utf-16-be", "utf-16-le"):
        data = secret.encode(encoding)
        yield data.hex()
        yield from (base64.b64encode(b"\0" * before + data)[4:-4].decode() for before in (0, 1, 2))


def _readings(data: bytes) -> str:
    """Return a part as text in each encoding that keeps every byte, and without what may be between letters."""
    said = data.decode("utf-8", "replace")
    wide = (data.decode(encoding, "replace") for encoding in ("utf-16-be", "utf-16-le"))
    percent = unquote_to_bytes(data).decode("utf-8", "replace")
    bare = re.sub(r"<[^>]*>|[\s\u00ad\u200b\\*_`{}()-]", "", unescape(said))
    return "\n".join((said, data.decode("latin-1"), *wide, percent, bare))


def _parts(data: bytes) -> Iterator[bytes]:
    """Yield a file, and every file, stream and page in it."""
    yield data
    for encoded in _DATA_URL.findall(data):
        yield from _parts(base64.b64decode(encoded))
    if data.startswith(b"PK"):
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            for member in archive.infolist():
                yield member.filename.encode()
                yield member.comment + member.extra
                yield from _parts(archive.read(member))
    elif data.startswith(b"%PDF"):
        yield "".join(texts_of(data)).encode()
        with pikepdf.open(io.BytesIO(data)) as pdf:
            yield repr(dict(pdf.trailer.items())).encode()
            for item in pdf.objects:
                yield item.unparse(resolved=False) if not isinstance(item, pikepdf.Stream) else repr(item).encode()
                yield from _stream(item)


def _stream(item: pikepdf.Object) -> Iterator[bytes]:
    if isinstance(item, pikepdf.Stream):
        try:
            yield from _parts(item.read_bytes())
        except pikepdf.PdfError:  # a picture: its bytes as they are
            yield item.read_raw_bytes()
