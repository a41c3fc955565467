"""Archive PDFs, which contain attachments and conform to both PDF/A-3a and PDF/UA-1.

WeasyPrint writes one kind of PDF at a time. It writes PDF/A-3a, which is already tagged; this module adds the rest
just before the file is written.
"""

from __future__ import annotations

import base64
import io
from collections.abc import Iterable
from contextlib import suppress
from typing import Any

from .request import Attachment

VARIANT = "pdf/a-3a"

# Metadata that PDF/A does not define needs an extension schema (ISO 19005-3, 6.6.2.3).
_IS_ACCESSIBLE = b"""
<rdf:Description rdf:about="" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/" pdfuaid:part="1"/>
<rdf:Description rdf:about=""
    xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/"
    xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#"
    xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">
  <pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">
    <pdfaSchema:schema>PDF/UA identification schema</pdfaSchema:schema>
    <pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>
    <pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>
    <pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">
      <pdfaProperty:name>part</pdfaProperty:name>
      <pdfaProperty:valueType>Integer</pdfaProperty:valueType>
      <pdfaProperty:category>internal</pdfaProperty:category>
      <pdfaProperty:description>The part of ISO 14289 that the file follows</pdfaProperty:description>
    </rdf:li></rdf:Seq></pdfaSchema:property>
  </rdf:li></rdf:Bag></pdfaExtension:schemas>
</rdf:Description>
"""
_END = b"</rdf:RDF>"


def extras(weasyprint: Any, attachments: Iterable[Attachment], fetcher: Any) -> dict[str, Any]:
    """Return the options, besides VARIANT, with which WeasyPrint writes the file."""
    ordered = sorted(attachments, key=lambda attachment: attachment.name)  # a PDF lists names in order
    return {"attachments": [_attachment(weasyprint, one, fetcher) for one in ordered], "finisher": _finish}


def in_screen_colours(data: bytes) -> bytes:
    """Return a CMYK photo as RGB: CMYK would need the colour profile of a printing press (6.2.4.3)."""
    from PIL import Image

    with suppress(OSError):  # not a JPEG, or a damaged one: WeasyPrint reports it
        photo = Image.open(io.BytesIO(data), formats=["JPEG"])
        if photo.mode == "CMYK":
            converted = io.BytesIO()
            photo.convert("RGB").save(converted, "JPEG", quality=95)
            return converted.getvalue()
    return data


def _attachment(weasyprint: Any, attachment: Attachment, fetcher: Any) -> Any:
    data = base64.b64encode(attachment.data).decode("ascii")
    return weasyprint.Attachment(
        url=f"data:{attachment.media_type};base64,{data}",  # with bytes, WeasyPrint would guess the media type
        url_fetcher=fetcher,
        name=attachment.name,
        description=attachment.description,
        created=attachment.modified,
        modified=attachment.modified,
        relationship=attachment.relationship,
    )


def _finish(document: Any, pdf: Any) -> None:
    """Declare WeasyPrint's PDF/A as PDF/UA as well, and correct its mistakes."""
    if "AF" in pdf.catalog:  # WeasyPrint lists each file twice
        pdf.catalog["AF"][:] = dict.fromkeys(pdf.catalog["AF"])
    for stream in (thing for thing in pdf.objects if hasattr(thing, "extra")):
        if stream.extra.get("Subtype") == "/Image":
            stream.extra["Interpolate"] = "false"  # images must be rendered the same everywhere (6.2.8)
        if stream.extra.get("Type") == "/Metadata":
            (metadata,) = stream.stream
            stream.stream = [metadata.replace(_END, _IS_ACCESSIBLE + _END)]
