"""Tailor: select what one application shows of a résumé.

Takes  a schema.Resume and an Edition: the variant, the language, and whether it is public.
Gives  a Resume of the same type with fewer items, every translated text in one language; and problems.
Raises SchemaError: unknown variant or language. UsageError: unknown field to redact.
Never  adds anything, and never reads files.
"""

from .edition import WHOLE, Edition, tailor
from .letter_fields import ReadyLetter, ready_letters
from .omitted_pictures import without_pictures
from .picture_numbers import number_pictures
from .privacy import REDACTABLE, redactable
from .source_check import examine
from .tag_checks import tag_problems
from .translation import translate
from .variant_settings import theme_options_of, variants_of, with_settings

__all__ = [
    "REDACTABLE",
    "WHOLE",
    "Edition",
    "ReadyLetter",
    "examine",
    "number_pictures",
    "ready_letters",
    "redactable",
    "tag_problems",
    "tailor",
    "theme_options_of",
    "translate",
    "variants_of",
    "with_settings",
    "without_pictures",
]
