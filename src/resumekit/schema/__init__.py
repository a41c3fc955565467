"""Stage 2, schema: turn plain values into a résumé, or into problems with places.

Takes  a load.Document.
Gives  a frozen Resume: JSON Resume v1, enlarged; and warnings.
Raises SchemaError: every problem of the document at once.
Never  changes what was typed.
"""

from .basics import Basics
from .dumping import dump
from .entry import Entry, Highlight, Image, Keyword, Pair, Period
from .field_paths import named_as_in
from .json_schema import json_schema
from .language import parse_locale
from .model import Model
from .partial_date import PartialDate
from .pictures import picture_problems
from .resume import Resume
from .sections import SECTIONS, section_names
from .text import LINK_SCHEMES, Translations
from .validation import inspect, validate

__all__ = [
    "LINK_SCHEMES",
    "SECTIONS",
    "Basics",
    "Entry",
    "Highlight",
    "Image",
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
    "parse_locale",
    "picture_problems",
    "section_names",
    "validate",
]
