"""Stage 3, tailor: choose what of a résumé one application sees.

Takes  a schema.Resume and an Edition: the variant, the language, and whether it is for everybody.
Gives  a Resume of the same type with fewer items, every translated text in one language; and problems.
Raises SchemaError: no such variant or language.
Never  adds anything, and never reads files.
"""

from .edition import WHOLE, Edition, tailor
from .examination import examine
from .languages import translate
from .letters import ReadyLetter, ready_letters
from .pictures import without_pictures
from .privacy import REDACTABLE, redactable
from .settings import theme_options_of, variants_of, with_settings
from .tags import tag_problems

__all__ = [
    "REDACTABLE",
    "WHOLE",
    "Edition",
    "ReadyLetter",
    "examine",
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
