"""Generated inputs of any size: an excess of one thing."""

from __future__ import annotations

import io
import json
import zipfile
from collections.abc import Callable
from typing import Any

UNITS = {
    "letters": "a",
    "digits": "1",
    "digits apart": "1 ",
    "encoded": "QUJDabc123+/",
    "phone numbers": "+44 20 7946 0000 ",
    "e-mails": "a@b.org ",
    "e-mails with commas": "a@b.org,",
    "addresses": "https://example.org/a ",
    "one address": "www.example.org/a/",
    "years": "2020 ",
    "periods": "Jan 2020 - Mar 2021 ",
    "ISO dates": "2020-01-02 ",
    "Japanese dates": "令和3年4月",
    "Chinese dates": "2020年4月",
    "Han": "漢",
    "Thai": "ภาษา",
    "hangul": "한",
    "numbered": "1. ",
    "fractions": "1/",
    "ranges": "1-",
    "postal codes": "12345 ",
    "commas": "a, ",
    "colons": "a: ",
    "bars": "a | ",
    "levels": "(native) ",
    "hyphens": "a-a",
    "brackets": "[",
    "parentheses": "(",
    "stars": "**a ",
    "underscores": "_a ",
    "links": "[a](b) ",
    "open links": "[a](",
    "pictures": "![a](",
    "tags": "<a.b",
    "tabs": "a\t",
    "spaces": "   ",
    "no-break spaces": "\u00a0",
    "words": "Lorem Ipsum ",
    "zero width": "\u200b",
    "emoji": "😀",
    "percents": "%41",
    "entities": "&amp;",
    "backticks": "`a ",
    "hashes": "# ",
    "semicolons": "a; ",
    "full stops": "a. ",
    "bullets": "• a\n",
    "lines": "a b\n",
    "paragraphs": "a b\n\n",
}
"""What a text is made of, by name."""

TITLES = ("Experience", "Education", "Skills", "Languages", "Publications", "Patents", "Awards", "Projects", "Hobbies")


def run(unit: str, size: int) -> str:
    """Return as many characters of a repeated text."""
    return (unit * (size // len(unit) + 1))[:size]


def text(unit: str, size: int, title: str = "") -> bytes:
    """Return a résumé as text, with a long run below the name or below the title of a section."""
    place = f"{title}\n\nNurse, Example Hospital\n2019 - 2020\n" if title else ""
    return f"Jane Quillfeather\njane@example.org\n\n{place}{run(unit, size)}\n".encode()


def resume(**data: Any) -> bytes:
    """Return a résumé as JSON, which is YAML as well."""
    return json.dumps({"basics": {"name": "Jane Quillfeather"}, **data}, ensure_ascii=False).encode()


def html(unit: str, size: int) -> str:
    """Return HTML of a rich-text editor."""
    return f"<p>{run(unit, size)}"


def bibtex(title: str = "A", author: str = "Sample, Ann") -> bytes:
    """Return a file with one publication."""
    return f"@article{{key, title={{{title}}}, author={{{author}}}, year={{2019}}}}\n".encode()


def rendercv(sections: dict[str, Any]) -> bytes:
    """Return a RenderCV file."""
    return json.dumps({"cv": {"name": "Jane Quillfeather", "sections": sections}}, ensure_ascii=False).encode()


_NAMESPACE = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


def docx(body: str) -> bytes:
    """Return a Word document with this body in WordprocessingML."""
    import docx as python_docx

    made, template = io.BytesIO(), io.BytesIO()
    python_docx.Document().save(template)
    with zipfile.ZipFile(template) as old, zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as new:
        for part in old.namelist():
            data = old.read(part)
            if part == "word/document.xml":
                data = f'<w:document xmlns:w="{_NAMESPACE}"><w:body>{body}</w:body></w:document>'.encode()
            new.writestr(part, data)
    return made.getvalue()


def paragraph(words: str, inside: str = "") -> str:
    """Return a paragraph in WordprocessingML."""
    return f"<w:p><w:r><w:t>{words}</w:t>{inside}</w:r></w:p>"


def text_boxes(depth: int) -> str:
    """Return text boxes inside each other."""
    made = ""
    for _ in range(depth):
        made = paragraph("Nurse", f"<w:pict><w:txbxContent>{made}</w:txbxContent></w:pict>")
    return made


def table(rows: int, columns: int) -> str:
    """Return a table in WordprocessingML."""
    cells = "".join(f"<w:tc>{paragraph(f'cell {number}')}</w:tc>" for number in range(columns))
    return f"<w:tbl>{f'<w:tr>{cells}</w:tr>' * rows}</w:tbl>"


def numbered(count: int, make: Callable[[int], Any]) -> list[Any]:
    """Return a list of distinct items."""
    return [make(number) for number in range(count)]
