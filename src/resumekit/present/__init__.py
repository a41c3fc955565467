"""Present: turn a résumé into the text that a page prints.

Takes  a schema.Resume in one language.
Gives  a frozen ResumeView: every string final, dates in the words of the language, Markdown parsed once.
Raises nothing: any valid résumé can be presented.
Never  knows the theme, the target format or the file system.
"""

from .dates import DateFormat
from .inline import Block, Blocks, Inline, Inlines, plain
from .letter_view import present_letter
from .pictures import picture_files
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
    "picture_files",
    "plain",
    "present",
    "present_letter",
]
