"""How large a source may be. A résumé stays far below; what goes beyond is a mistake or an attack."""

MAX_BYTES = 1_000_000
MAX_DEPTH = 40
MAX_NODES = 50_000
"""Values after aliases are followed, so that a handful of anchors cannot stand for millions of items."""
MAX_ALIASES = 200
MAX_INCLUDES = 100

TOO_DEEP = "no résumé needs so many: look for brackets that are never closed"
TOO_MANY = "write out what the aliases stand for, or look for a list that was pasted by mistake"
TOO_LARGE = "a résumé is a few pages of text, and pictures are files of their own: is this the right file?"
