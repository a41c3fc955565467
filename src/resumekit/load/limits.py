"""How large a source may be. A résumé stays far below; what goes beyond is a mistake or an attack."""

MAX_BYTES = 1_000_000
MAX_DEPTH = 40
MAX_NODES = 50_000
"""Values after aliases are followed, so that a handful of anchors cannot stand for millions of items."""
MAX_ALIASES = 200
