"""Stage 3, tailor: choose what of a résumé one application sees.

Takes  a schema.Resume and the language to print.
Gives  a Resume of the same type, with every translated text in that one language.
Raises nothing: what passed validation can always be tailored.
Never  adds anything, and never reads files.
"""

from .languages import translate
from .pictures import without_pictures

__all__ = ["translate", "without_pictures"]
