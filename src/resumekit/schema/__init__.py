"""Schema: turn plain values into a résumé, or into problems with locations.

Takes  a load.Document.
Gives  a frozen Resume, which is JSON Resume v1 with extensions; and warnings.
Raises SchemaError: all problems of the document together.
Never  changes what the user typed.
"""

from .basics import Basics
from .editor_schema import json_schema
from .entry import Entry, Highlight, Image, ImageFile, Keyword, Pair, Period
from .field_paths import named_as_in
from .language import parse_locale
from .model import Model
from .partial_date import PartialDate
from .picture_validation import named_pictures, picture_problems
from .resume import Resume
from .scalar_types import LINK_SCHEMES, Translations
from .sections import SECTIONS, section_names
from .serialization import dump
from .validation import inspect, validate

__all__ = [
    "LINK_SCHEMES",
    "SECTIONS",
    "Basics",
    "Entry",
    "Highlight",
    "Image",
    "ImageFile",
    "Keyword",
    "Model",
    "Pair",
    "PartialDate",
    "Period",
    "Resume",
    "Translations",
    "dump",
    "inspect",
    "json_schema",
    "named_as_in",
    "named_pictures",
    "parse_locale",
    "picture_problems",
    "section_names",
    "validate",
]
