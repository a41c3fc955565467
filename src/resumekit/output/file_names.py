"""Names of output files."""

from __future__ import annotations

import re
from collections.abc import Mapping

from resumekit.errors import Problem, SchemaError, available
from resumekit.schema.presentation import NAME_FIELDS, unknown_field_messages

MAX_STEM = 200
"""In bytes; file systems allow 255, including the extension."""

_FIELD = re.compile(r"\{([^{}]*)\}")
# Windows reserves these for devices, with any extension.
_DEVICE = re.compile(r"(?i)(con|prn|aux|nul|com\d|lpt\d)(\..*)?")


def file_stem(pattern: str, values: Mapping[str, str]) -> str:
    """Return a file name without its extension: the pattern with its fields filled in.

    The result is always one plain name, whatever the values: no folder, no leading dot, no device.

    Raises:
        SchemaError: the pattern has an unknown field.
    """
    for message in unknown_field_messages(pattern):
        raise SchemaError(Problem("unknown-field", message, hint=available(NAME_FIELDS)))
    filled = _FIELD.sub(lambda found: values.get(found[1], ""), pattern)
    name = re.sub(r"[\x00-\x1f<>:\"/\\|?*\s]+", "-", filled)
    name = _cut(re.sub(r"([-_])[-_]+", r"\1", name).strip("-_. ")).rstrip("-_. ")
    return f"_{name}" if _DEVICE.fullmatch(name) else name or "resume"


def _cut(name: str) -> str:
    return name.encode()[:MAX_STEM].decode(errors="ignore")
