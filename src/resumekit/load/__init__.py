"""Stage 1, load: read a source and remember where everything in it stands.

Takes  the path of a YAML or JSON file, or `-` for standard input, or its bytes.
Gives  a Document: plain values (every scalar is text, as typed) and the place of every key and value.
Raises LoadError: missing, too large, not UTF-8, broken syntax, over a limit, a character that is not text.
Never  knows what a résumé is.
"""

from .document import Document, KeyPath, Source, Span, Spot, Value
from .overrides import override
from .pictures import PictureFault, find_picture, is_remote
from .reading import default_source, load, parse

__all__ = [
    "Document",
    "KeyPath",
    "PictureFault",
    "Source",
    "Span",
    "Spot",
    "Value",
    "default_source",
    "find_picture",
    "is_remote",
    "load",
    "override",
    "parse",
]
