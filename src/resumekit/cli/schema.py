"""`resumekit schema`."""

from __future__ import annotations

import typer

SCHEMA = "resume.schema.json"
"""The file that the first line of a `resume.yaml` names, so that editors find the schema."""


def schema() -> None:
    """Print the JSON Schema of resume.yaml."""
    typer.echo(schema_file().decode(), nl=False)


def schema_file() -> bytes:
    """Return the content of the JSON Schema file."""
    import json

    from resumekit.schema import json_schema

    return f"{json.dumps(json_schema(), indent=2, ensure_ascii=False)}\n".encode()
