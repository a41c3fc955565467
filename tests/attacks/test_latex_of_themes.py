"""A theme without a LaTeX template is data in LaTeX too: no value of its manifest becomes a command."""

from __future__ import annotations

from pathlib import Path

import pytest

from resumekit.errors import ThemeError
from resumekit.pipeline import BuildOptions, build

_COMMAND = r"\input{/etc/passwd}"

VALUES = {
    "margin": rf"page: {{margin: '16mm]{{geometry}}{_COMMAND} 1mm 1mm 1mm'}}",
    "short margin": r"page: {margin: '\jobname'}",
    "choice of a parent's template": (
        rf"options: {{pictures: {{type: choice, choices: ['{_COMMAND}'], default: '{_COMMAND}', help: x}}}}"
    ),
    "caret notation": r"options: {pictures: {type: choice, choices: ['^^5cinput x'], default: '^^5cinput x', help: x}}",
    "font": rf"options: {{font: {{default: 'Inter}}{_COMMAND}'}}}}",
    "bounds of a length": r"options: {pictures: {type: length, min: '\x', max: '\y', default: '\x', help: x}}",
    "colour": rf"options: {{accent: {{default: '{_COMMAND}'}}}}",
}


@pytest.mark.parametrize("value", VALUES.values(), ids=VALUES)
def test_no_value_of_a_manifest_is_a_command(project: Path, value: str) -> None:
    theme = project / "themes/evil"
    theme.mkdir(parents=True)
    (theme / "theme.yaml").write_text(f"name: evil\nsummary: A theme.\nextends: compact\n{value}\n", encoding="utf-8")
    (project / "resume.yaml").write_text("basics: {name: Jane Quillfeather}\n", encoding="utf-8")
    with pytest.raises(ThemeError) as caught:
        build(project / "resume.yaml", BuildOptions(theme="evil", formats=("tex",), output=None))
    assert {problem.code for problem in caught.value.problems} <= {"bad-value", "bad-default"}
    assert all(problem.location for problem in caught.value.problems)
