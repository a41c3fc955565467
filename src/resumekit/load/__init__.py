"""Stage 1, load: read a source and remember where everything in it stands.

Takes  the path of a YAML or JSON file, or `-` for standard input, or its bytes.
Gives  a Document: plain values (every scalar is text, as typed) and the place of every key and value.
Raises LoadError: missing, too large, not UTF-8, broken syntax, over a limit, a character that is not text.
Never  knows what a résumé is.
"""

from .bare_picture import DamagedPicture, bare
from .document import Document, KeyPath, Source, SourceSpans, Span, Value
from .overrides import Assignment, Misdirected, assign, override
from .pictures import PictureFault, find_picture, is_remote
from .reading import STANDARD_INPUT, default_source, load, parse, read_bytes
from .revisions import load_revision, revision_of

__all__ = [
    "STANDARD_INPUT",
    "Assignment",
    "DamagedPicture",
    "Document",
    "KeyPath",
    "Misdirected",
    "PictureFault",
    "Source",
    "SourceSpans",
    "Span",
    "Value",
    "assign",
    "bare",
    "default_source",
    "find_picture",
    "is_remote",
    "load",
    "load_revision",
    "override",
    "parse",
    "read_bytes",
    "revision_of",
]
