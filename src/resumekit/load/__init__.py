"""Load: read a source and record where every key and value is.

Takes  the path of a YAML or JSON file, or `-` for standard input, or its bytes.
Gives  a Document: plain values (every scalar is text, as typed) and the location of every key and value.
Raises LoadError: missing, too large, not UTF-8, invalid syntax, over a limit, a character that is not text.
Never  knows what a résumé is.
"""

from .document import Document, KeyPath, Source, SourceSpans, Span, Value, paths_in
from .loader import STANDARD_INPUT, default_source, load, parse, read_bytes
from .overrides import Assignment, AssignmentPathError, Changes, OptionAssignment, assign, is_set_by_option, override
from .picture_files import PictureError, find_picture, is_remote
from .picture_metadata import PictureDecodeError, strip_metadata
from .revisions import load_revision, revision_of

__all__ = [
    "STANDARD_INPUT",
    "Assignment",
    "AssignmentPathError",
    "Changes",
    "Document",
    "KeyPath",
    "OptionAssignment",
    "PictureDecodeError",
    "PictureError",
    "Source",
    "SourceSpans",
    "Span",
    "Value",
    "assign",
    "default_source",
    "find_picture",
    "is_remote",
    "is_set_by_option",
    "load",
    "load_revision",
    "override",
    "parse",
    "paths_in",
    "read_bytes",
    "revision_of",
    "strip_metadata",
]
