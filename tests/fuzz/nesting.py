"""Generated inputs: one thing inside another, to any depth."""

from __future__ import annotations

import json
import random
from collections.abc import Sequence
from typing import Any

from attacks import long_inputs
from resumekit.importing import InputFile

from .entries import Source
from .fixtures import RESUME, VALUES, planted

DEPTHS = [1, 2, 3, 5, 10, 19, 20, 21, 39, 40, 41, 42, 100, 260, 300, 1000, 3000]

Pairs = Sequence[tuple[str, str]]

MARKDOWN: Pairs = [
    *[("*", "*"), ("**", "**"), ("_", "_"), ("__", "__"), ("***", "***"), ("`", "`"), ("``", "``"), ("~~", "~~")],
    *[("**a ", " b**"), ("*a ", " b*"), ("_a _b ", "_ c_"), ("[", "](https://a.example)"), ("[a ", "](b)")],
    *[("![", "](a.png)"), ("<", ">"), ("(", ")"), ("<b>", "</b>"), ("\\*", "\\*"), ("[", "]"), ("[a](", ")")],
    *[("> ", ""), ("- ", ""), ("1. ", ""), ("    ", ""), ("&lt;", "&gt;"), ("- *a\n  ", "*"), ("**", "*"), ("*", "**")],
]
FLOW: Pairs = [
    *[("[", "]"), ("{a: ", "}"), ('{"a": ', "}"), ("[[", "]]"), ("[1, ", "]"), ("{highlights: [", "]}"), ("- ", "")],
    *[("? ", ""), ("&a [", "]"), ("!!seq [", "]"), ("{? ", "}"), ("[{a: ", "}]"), ("{text: x, highlights: [", "]}")],
    *[("{extends: ", "}"), ("{set: ", "}"), ("!include [", "]"), ("{<<: ", "}"), ("[{", "}]")],
]
BRACES: Pairs = [
    *[("{", "}"), ("{{", "}}"), ("\\emph{", "}"), ("\\textbf{", "}"), ("\\'{", "}"), ("{\\'", "}"), ("$", "$")],
    *[("{\\bf ", "}"), ("\\frac{a}{", "}"), ("$\\sqrt{", "}$"), ("\\begin{a}", "\\end{a}"), ("\\(", "\\)")],
    *[("{a, ", "}"), ("{a and ", "}"), ('"', '"'), ("\\href{a}{", "}"), ("[", "]"), ("\\left(", "\\right)")],
]
HTML: Pairs = [
    *[("<blockquote>", "</blockquote>"), ("<ul><li>", "</li></ul>"), ("<ol><li>", "</li></ol>"), ("<p>", "</p>")],
    *[("<b>", "</b>"), ("<em>", "</em>"), ("<a href='https://a.example'>", "</a>"), ("<div>", "</div>"), ("<", ">")],
    *[("<table><tr><td>", "</td></tr></table>"), ("<h1>", "</h1>"), ("<!--", "-->"), ("<b>", ""), ("<li>", "")],
    *[("<ul>", "</ul>"), ("<span style='", "'>"), ("&amp;", ""), ("&lt;p&gt;", "&lt;/p&gt;"), ("<br>", "")],
]
XML: Pairs = [
    *[
        ("<a>", "</a>"),
        ("<Identification>", "</Identification>"),
        ("<a b='c'>", "</a>"),
        ("<x:a xmlns:x='y'>", "</x:a>"),
    ],
    *[("<WorkExperienceList><WorkExperience>", "</WorkExperience></WorkExperienceList>"), ("<![CDATA[", "]]>")],
]
PDF: Pairs = [("[", "]"), ("<<", ">>"), ("<</A ", ">>"), ("(", ")"), ("<</Kids[", "]>>"), ("[<</Parent 2 0 R/A", ">>]")]
LINES: Pairs = [
    *[("- ", "\n"), ("> ", "\n"), ("* ", "\n"), ("  ", ""), ("# ", ""), ("(", ")"), ("[", "]"), ("• ", "\n")],
    *[("**", "**"), ("\t", "\n"), ("1. ", ""), ("<b>", "</b>"), ("a: ", ""), ("(a, ", ")"), ("2020 - ", "")],
]


def nested(chance: random.Random, pairs: Pairs, core: str = "x") -> str:
    """Return a text inside pairs of marks of one kind, two, or any; some of them are not closed."""
    kinds = chance.choices(pairs, k=chance.choice([1, 1, 2, 5]))
    layers = chance.choices(kinds, k=chance.choice(DEPTHS))
    opening = "".join(opening for opening, _ in layers)
    closing = "".join(closing for _, closing in reversed(layers))
    if chance.random() < 0.2:
        closing = closing[: chance.randint(0, len(closing))]
    return f"{opening}{core}{closing}"


def markdown(chance: random.Random) -> str:
    """Return Markdown with nested marks, perhaps between words."""
    return chance.choice(["{}", "a {} b", "{}\n\n{}", "a{}", "- {}"]).format(*(nested(chance, MARKDOWN),) * 2)


def value(chance: random.Random) -> Any:
    """Return lists and mappings inside each other."""
    made: Any = chance.choice([None, "x", 1, True, [], {}])
    keys = ["a", "text", "highlights", "items", "name", "", "positions", "x-a"]
    for _ in range(min(300, chance.choice(DEPTHS))):
        made = [made] if chance.random() < 0.5 else {chance.choice(keys): made}
        if chance.random() < 0.1 and isinstance(made, dict):
            made["text"] = "a"
    return made


def highlights(chance: random.Random) -> Any:
    """Return bullets under bullets."""
    made: Any = ["x"]
    for _ in range(chance.choice([1, 5, 15, 17, 18, 19, 20, 40])):
        made = [{"text": "a", "highlights": made, "list": chance.choice(["bullets", "numbers", "letters", "x"])}]
    return made


def text_source(chance: random.Random) -> Source:
    """Return a valid résumé, but for one text with nested Markdown."""
    return Source.of(planted(chance, RESUME, chance.choice([markdown, markdown, html])))


def source(chance: random.Random) -> Source:
    """Return a source with nested values."""
    kind = chance.random()
    if kind < 0.4:
        key = chance.choice(["", "work: ", "x-a: ", "basics: {summary: ", "basics:\n  ", "variants: ", "private: "])
        return Source(f"{key}{nested(chance, FLOW)}".encode(), chance.choice(["resume.yaml", "resume.json", "<stdin>"]))
    if kind < 0.6:
        lines = ("  " * depth + chance.choice(["a:", "- a:", "- -", "work:"]) for depth in range(chance.choice(DEPTHS)))
        return Source("\n".join(lines).encode(), "resume.yaml")
    return Source.of(planted(chance, RESUME, chance.choice([value, highlights]), leaves=False))


def html(chance: random.Random) -> str:
    """Return HTML with nested elements."""
    return nested(chance, HTML)


def bibtex(chance: random.Random) -> InputFile:
    """Return a bibliography with nested braces in one field, or between the fields."""
    inner = nested(chance, BRACES)
    field = chance.choice(["title", "author", "editor", "abstract", "journal", "year", "month", "url", "note", "date"])
    before, after = chance.choice([("{", "}"), ('"', '"'), ("", ""), ("{a ", " b}"), ("{{", "}}")])
    entry = f"@article{{key, title={{A}}, {field}={before}{inner}{after}, year={{2019}}}}\n"
    whole = chance.choice([entry, entry, entry, f"@string{{a = {inner}}}\n{entry}", f"{inner}\n{entry}", entry + inner])
    return InputFile("old.bib", whole.encode())


def foreign(chance: random.Random) -> InputFile:
    """Return a file to import with nested values, marks, elements or lines."""
    kind = chance.random()
    if kind < 0.5:
        name = chance.choice(list(VALUES))
        make = chance.choice([value, highlights, markdown, html])
        values = planted(chance, VALUES[name], make, leaves=chance.random() < 0.5)
        return InputFile(name, json.dumps(values).encode())
    if kind < 0.6:
        root = chance.choice(["SkillsPassport", "LearnerInfo", "Candidate"])
        return InputFile("old.xml", f"<{root}>{nested(chance, XML)}</{root}>".encode())
    title = chance.choice(["", *long_inputs.TITLES])
    text = f"Jane Quillfeather\njane@example.org\n\n{title}\n\n{nested(chance, [*LINES, *MARKDOWN])}\n"
    return InputFile(chance.choice(["old.txt", "old.md"]), text.encode())


def docx(chance: random.Random) -> InputFile:
    """Return a Word document with nested boxes, tables or unknown elements."""
    depth = chance.choice(DEPTHS[:-3])
    layers = chance.choice(
        [
            ("<w:tbl><w:tr><w:tc>", "</w:tc></w:tr></w:tbl>"),
            ("<w:sdt><w:sdtContent>", "</w:sdtContent></w:sdt>"),
            ("<w:p><w:r><w:pict><w:txbxContent>", "</w:txbxContent></w:pict></w:r></w:p>"),
            ("<w:ins>", "</w:ins>"),
            ("<w:p>", "</w:p>"),
            ("<w:p><w:hyperlink>", "</w:hyperlink></w:p>"),
        ]
    )
    body = layers[0] * depth + long_inputs.paragraph("Jane Quillfeather") + layers[1] * depth
    return InputFile("old.docx", long_inputs.docx(body + long_inputs.paragraph("Nurse, Example Hospital")))


def pdf(chance: random.Random) -> InputFile:
    """Return a PDF with nested operators, objects, pages or forms."""
    depth = chance.choice(DEPTHS[:-2])
    around, kids = ("", ""), 1
    kind = chance.choice(["operators", "objects", "pages", "forms", "loop"])
    if kind == "operators":
        marks = [
            ("q ", "Q "),
            ("BT ", "ET "),
            ("/A BMC ", "EMC "),
            ("/A <</B 1>> BDC ", "EMC "),
            ("[", "] "),
            ("<<", ">>"),
        ]
        opening, closing = chance.choice(marks)
        around = (opening * depth, closing * depth)
    elif kind in {"pages", "loop"}:
        kids = depth
    first = 5 + kids
    objects = {1: "<</Type/Catalog/Pages 2 0 R/X %s>>" % (nested(chance, PDF) if kind == "objects" else "1")}
    for number in range(kids):
        kid = 2 if kind == "loop" and number == kids - 1 else number + 3
        objects[number + 2] = f"<</Type/Pages/Count 1/Kids[{kid} 0 R]>>"
    fonts = "/Font<</F1<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>>>"
    forms = f"/XObject<</F {first} 0 R>>"
    objects[kids + 2] = f"<</Type/Page/Contents {kids + 3} 0 R/MediaBox[0 0 600 800]/Resources<<{fonts}{forms}>>>>"
    words = "BT /F1 12 Tf 72 700 Td (Jane Quillfeather, Nurse) Tj ET "
    objects[kids + 3] = _stream(f"{around[0]}{words}{'/F Do ' if kind == 'forms' else ''}{around[1]}")
    for number in range(depth if kind == "forms" else 0):
        inner = f"/Resources<</XObject<</F {first + (number + 1) % depth} 0 R>>{fonts}>>"
        objects[first + number] = _stream(f"{words}/F Do", f"/Type/XObject/Subtype/Form/BBox[0 0 9 9]{inner}")
    made = "%PDF-1.7\n" + "".join(f"{number} 0 obj\n{text}\nendobj\n" for number, text in objects.items())
    return InputFile("old.pdf", f"{made}trailer\n<</Root 1 0 R>>\n%%EOF\n".encode())


def _stream(content: str, about: str = "") -> str:
    return f"<</Length {len(content)}{about}>>\nstream\n{content}\nendstream"
