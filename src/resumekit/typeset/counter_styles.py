"""WeasyPrint's counter styles, each parsed when a page first counts in it: all 50 cost 3 % of a build."""

from __future__ import annotations

import re
from typing import Any

COUNTER_STYLE = re.compile(r"@counter-style\s+([\w-]+)\s*\{[^{}]*\}")
"""A rule of WeasyPrint's style sheet, with the name of the style."""


def counter_styles() -> Any:
    """Return WeasyPrint's counter styles, for a page to add its own: of the same name, its own counts."""
    import weasyprint
    from weasyprint.css.counters import CounterStyle

    unparsed = {rule[1]: rule[0] for rule in COUNTER_STYLE.finditer(weasyprint.html.UA)}

    class CounterStyles(CounterStyle):  # type: ignore[misc]
        def __contains__(self, name: object) -> bool:
            if not super().__contains__(name) and (rule := unparsed.pop(name, None)):
                weasyprint.CSS(string=rule, counter_style=self)
            return bool(super().__contains__(name))

    return CounterStyles()
