"""Elements of WordprocessingML. lxml escapes the text when it writes them."""

from __future__ import annotations

import re
from typing import cast

from docx.oxml.ns import qn
from docx.oxml.parser import OxmlElement
from docx.oxml.xmlchemy import BaseOxmlElement

Element = BaseOxmlElement

_NOT_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
"""Characters that XML 1.0 cannot represent. The loader rejects them; any that remain are dropped."""


def w(tag: str, *children: Element | None, **attributes: str | int) -> Element:
    """Return an element in Word's namespace, with attributes in that namespace and the children that are not None."""
    named = {qn(f"w:{name}"): str(value) for name, value in attributes.items()}
    element = cast(Element, OxmlElement(f"w:{tag}", named))
    element.extend([child for child in children if child is not None])
    return element


def text(characters: str) -> Element:
    """Return a text element that preserves leading and trailing spaces."""
    element = w("t")
    element.set(qn("xml:space"), "preserve")
    element.text = printable(characters)
    return element


def printable(characters: str) -> str:
    """Return a text without characters that XML cannot represent."""
    return _NOT_XML.sub("", characters)
