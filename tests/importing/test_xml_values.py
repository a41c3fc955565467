"""XML of a stranger: broken, with entities that grow or that name files, nested without end."""

from __future__ import annotations

import pytest

from resumekit.errors import LoadError
from resumekit.importing import InputFile, import_file

BOMB = '<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;">]>\n<SkillsPassport>&b;</SkillsPassport>'
FILE = '<?xml version="1.0"?>\n<!DOCTYPE x SYSTEM "file:///etc/passwd"><SkillsPassport/>'


@pytest.mark.parametrize(
    ("text", "code", "line"),
    [
        (BOMB, "document-type", 1),
        (FILE, "document-type", 2),
        ("<SkillsPassport>\n<LearnerInfo>\n</SkillsPassport>", "broken-xml", 3),
        ("<SkillsPassport>\n&unknown;</SkillsPassport>", "broken-xml", 2),
        ("<SkillsPassport>" + "<a>" * 50, "too-deep", 1),
        ("<SkillsPassport>" + "<a/>" * 60_000, "too-many-values", 1),
    ],
)
def test_it_is_rejected_with_its_location(text: str, code: str, line: int) -> None:
    with pytest.raises(LoadError) as caught:
        import_file(InputFile("given.xml", text.encode()))
    (problem,) = caught.value.problems
    assert problem.location is not None
    assert (problem.code, problem.location.file, problem.location.line) == (code, "given.xml", line)


def test_the_declared_encoding_does_not_matter() -> None:
    text = '<?xml version="1.0" encoding="UTF-16"?><SkillsPassport><LearnerInfo><Identification><PersonName>'
    text += "<FirstName>Ünï</FirstName></PersonName></Identification></LearnerInfo></SkillsPassport>"
    for encoding in ("utf-8", "utf-8-sig", "utf-16"):
        assert "name: Ünï" in import_file(InputFile("given.xml", text.encode(encoding))).data.decode()
