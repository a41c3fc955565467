"""Stage 4, present: turn a résumé into the words that a page prints.

Takes  a schema.Resume whose translations have been picked.
Gives  a frozen ResumeView: every string final, dates in the words of the language, Markdown parsed once.
Raises nothing: what passed validation can always be presented.
Never  knows the theme, the target format or the file system.
"""

from .dates import DateFormat
from .inline import Block, Blocks, Inline, Inlines, plain
from .letters import present_letter
from .presenter import present
from .view import ResumeView
from .words import languages

__all__ = [
    "Block",
    "Blocks",
    "DateFormat",
    "Inline",
    "Inlines",
    "ResumeView",
    "languages",
    "plain",
    "present",
    "present_letter",
]
