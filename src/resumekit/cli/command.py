"""How the help of a command names its arguments."""

from __future__ import annotations

import re
from typing import Any

from typer.core import TyperCommand

_DESCRIBED_DEFAULT = re.compile(r"\[default: \((.*)\)\]")


class Command(TyperCommand):
    """A command whose help names each argument by its metavar alone.

    Typer would write `{A} {B}` in the usage line, `RESUME <list[Path]>` in the list of arguments, and a default that
    is described in words in parentheses.
    """

    def collect_usage_pieces(self, ctx: Any) -> list[str]:
        """Return the parts of the usage line."""
        return [piece.strip("{}") for piece in super().collect_usage_pieces(ctx)]

    def format_options(self, ctx: Any, formatter: Any) -> None:
        """Write the arguments, then the options."""
        sections: dict[str, list[tuple[str, str]]] = {"Arguments": [], "Options": []}
        for param in self.get_params(ctx):
            if record := param.get_help_record(ctx):
                is_argument = param.param_type_name == "argument"
                name = param.metavar or param.name if is_argument else record[0]
                text = _DESCRIBED_DEFAULT.sub(r"[default: \1]", record[1])
                sections["Arguments" if is_argument else "Options"].append((str(name), text))
        for title, records in sections.items():
            if records:
                with formatter.section(title):
                    formatter.write_dl(records)
