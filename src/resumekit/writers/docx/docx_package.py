"""Create an empty document, and pack a finished one."""

from __future__ import annotations

from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from docx.document import Document
from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import XmlPart
from docx.opc.parts.coreprops import CorePropertiesPart
from docx.oxml.coreprops import CT_CoreProperties
from docx.oxml.ns import nsdecls
from docx.oxml.parser import parse_xml
from docx.package import Package
from docx.parts.document import DocumentPart
from docx.parts.settings import SettingsPart
from docx.parts.styles import StylesPart

from resumekit.present import ResumeView

from .numbering import Numbering
from .page_setup import PageSetup
from .styles import style_sheet
from .word_design import WordDesign
from .word_fonts import CODE, Family, font_table
from .wordml import Element, printable, w

_LONGEST_PROPERTY = 255
"""Word's limit, in characters."""

_UNIX = 3
"""The operating system recorded in the archive: always the same one."""


def empty_document(view: ResumeView, design: WordDesign, numbering: Numbering) -> Document:
    """Return a document without text, with the styles, lists and properties of a résumé."""
    package = Package()
    root = parse_xml(f"<w:document {nsdecls('w', 'r', 'wp', 'a', 'pic')}/>")
    root.append(w("body", w("sectPr", w("bidi") if design.rtl else None)))
    part = DocumentPart(PackURI("/word/document.xml"), CONTENT_TYPE.WML_DOCUMENT_MAIN, root, package)
    package.relate_to(part, RELATIONSHIP_TYPE.OFFICE_DOCUMENT)
    package.relate_to(_properties(view, package), RELATIONSHIP_TYPE.CORE_PROPERTIES)
    families = (design.text, design.headings, Family(CODE, "Courier New", "modern"))
    for kind, name, element, content in (
        (StylesPart, "styles", style_sheet(design), CONTENT_TYPE.WML_STYLES),
        (XmlPart, "numbering", numbering.element, CONTENT_TYPE.WML_NUMBERING),
        (SettingsPart, "settings", _settings(design), CONTENT_TYPE.WML_SETTINGS),
        (XmlPart, "fontTable", font_table(families), CONTENT_TYPE.WML_FONT_TABLE),
    ):
        part.relate_to(kind(PackURI(f"/word/{name}.xml"), content, element, package), _relation(name))
    document: Document = part.document
    _set_page(document, design.page_setup)
    return document


def document_bytes(document: Document) -> bytes:
    """Return the bytes of a document: reproducible, without a date."""
    saved, made = BytesIO(), BytesIO()
    document.save(saved)
    with ZipFile(saved) as parts, ZipFile(made, "w") as package:
        for name in parts.namelist():
            entry = ZipInfo(name)
            entry.create_system = _UNIX
            package.writestr(entry, parts.read(name), ZIP_DEFLATED)
    return made.getvalue()


def _relation(name: str) -> str:
    return f"http://schemas.openxmlformats.org/officeDocument/2006/relationships/{name}"


def _properties(view: ResumeView, package: Package) -> CorePropertiesPart:
    element = CT_CoreProperties.new()
    part = CorePropertiesPart(PackURI("/docProps/core.xml"), CONTENT_TYPE.OPC_CORE_PROPERTIES, element, package)
    for name in ("title", "author"):
        setattr(part.core_properties, name, printable(getattr(view, name))[:_LONGEST_PROPERTY])
    part.core_properties.language = view.language
    return part


def _settings(design: WordDesign) -> Element:
    """Return the settings, with the layout of Word 2013, which later versions did not change."""
    tag = design.language
    mode = w("compatSetting", name="compatibilityMode", uri="http://schemas.microsoft.com/office/word", val=15)
    return w(
        "settings",
        w("defaultTabStop", val=round(20 * design.size)),
        w("compat", mode),
        w("themeFontLang", val=tag, eastAsia=tag, bidi=tag),
    )


def _set_page(document: Document, page_setup: PageSetup) -> None:
    section = document.sections[0]
    section.page_width, section.page_height = page_setup.width, page_setup.height
    section.top_margin, section.bottom_margin = page_setup.top, page_setup.bottom
    section.left_margin, section.right_margin = page_setup.left, page_setup.right
    section.header_distance, section.footer_distance = page_setup.top // 2, page_setup.bottom // 2
