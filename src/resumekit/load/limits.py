"""Limits on the size of a source. Real résumés stay far below them; anything larger is a mistake or an attack."""

MAX_BYTES = 1_000_000
MAX_DEPTH = 40
MAX_NODES = 50_000
"""Counted after aliases are expanded, so that a handful of anchors cannot expand to millions of items."""
MAX_ALIASES = 200
MAX_INCLUDES = 100

TOO_DEEP = "look for a bracket that is never closed"
TOO_MANY = "write out the aliased values, or remove a list pasted by mistake"
TOO_LARGE = "a résumé is a few pages of text, with pictures in separate files; check the file name"
