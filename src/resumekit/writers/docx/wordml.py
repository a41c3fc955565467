"""Elements of WordprocessingML. Text is escaped by lxml, at the leaf, where it writes them out."""

from __future__ import annotations

import re
from typing import cast

from docx.oxml.ns import qn
from docx.oxml.parser import OxmlElement
from docx.oxml.xmlchemy import BaseOxmlElement

Element = BaseOxmlElement

_NOT_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
"""What XML 1.0 cannot hold. No résumé brings any of it along; should one, a document without it is better than none."""


def w(tag: str, *children: Element | None, **attributes: str | int) -> Element:
    """Return an element of Word's namespace, with attributes of that namespace and those children that there are."""
    named = {qn(f"w:{name}"): str(value) for name, value in attributes.items()}
    element = cast(Element, OxmlElement(f"w:{tag}", named))
    element.extend([child for child in children if child is not None])
    return element


def text(characters: str) -> Element:
    """Return a text whose spaces at both ends count."""
    element = w("t")
    element.set(qn("xml:space"), "preserve")
    element.text = printable(characters)
    return element


def printable(characters: str) -> str:
    """Return a text as XML can hold it."""
    return _NOT_XML.sub("", characters)
