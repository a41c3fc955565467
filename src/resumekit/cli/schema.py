"""`resumekit schema`."""

from __future__ import annotations

import typer

SCHEMA = "resume.schema.json"
"""The file that the first line of a `resume.yaml` names, for editors."""


def schema() -> None:
    """Print the JSON Schema of resume.yaml, for editors."""
    typer.echo(schema_file().decode(), nl=False)


def schema_file() -> bytes:
    """Return the JSON Schema as it stands in a file."""
    import json

    from resumekit.schema import json_schema

    return f"{json.dumps(json_schema(), indent=2, ensure_ascii=False)}\n".encode()
