"""Word documents in common layouts. All people, companies and schools are fictional."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

import docx
from docx.enum.text import WD_TAB_ALIGNMENT, WD_TAB_LEADER
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Pt

Document = Any


def lines(holder: Any, *texts: str, style: str | None = None) -> None:
    """Add paragraphs; text between asterisks is bold, and tabs are kept."""
    for text in texts:
        words(holder.add_paragraph(style=style), text)


def words(paragraph: Any, text: str) -> None:
    """Add text to a paragraph; text between asterisks is bold."""
    for at, piece in enumerate(text.split("*")):
        if piece:
            paragraph.add_run(piece).bold = bool(at % 2) or None


def table(document: Document, rows: Sequence[Sequence[str]], widths: Sequence[float]) -> Any:
    """Add a table without borders; a line in a cell that starts with a hyphen is a bullet."""
    made = document.add_table(len(rows), len(rows[0]))
    made.autofit = False
    for row, texts in zip(made.rows, rows, strict=True):
        for cell, text, width in zip(row.cells, texts, widths, strict=True):
            cell.width = Cm(width)
            first, *more = text.split("\n")
            words(cell.paragraphs[0], first)
            for line in more:
                is_bullet = line.startswith("- ")
                words(cell.add_paragraph(style="List Bullet" if is_bullet else None), line.removeprefix("- "))
    return made


def right_tab(document: Document) -> None:
    """Add a tab stop at the right margin."""
    stops = document.styles["Normal"].paragraph_format.tab_stops
    stops.add_tab_stop(Cm(15.2), WD_TAB_ALIGNMENT.RIGHT, WD_TAB_LEADER.SPACES)


def link(paragraph: Any, text: str, url: str) -> None:
    """Add a link to a paragraph."""
    relation = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink"
    element = OxmlElement("w:hyperlink")
    element.set(qn("r:id"), paragraph.part.relate_to(url, relation, is_external=True))
    run = OxmlElement("w:r")
    run.append(OxmlElement("w:t"))
    run[-1].text = text
    element.append(run)
    paragraph._p.append(element)


def word_headings() -> Document:
    """Word's own styles: headings, nested bullets, links."""
    made = docx.Document()
    made.add_heading("Flora Fictional", 0)
    paragraph = made.add_paragraph("Product Manager | Dublin, Ireland | +353 1 555 0123 | ")
    link(paragraph, "flora@example.ie", "mailto:flora@example.ie")
    paragraph.add_run(" | ")
    link(paragraph, "LinkedIn", "https://www.linkedin.com/in/flora-fictional")
    made.add_heading("Summary", 1)
    lines(made, "Product manager who has brought three invented products to two real markets.")
    made.add_heading("Work Experience", 1)
    made.add_heading("Senior Product Manager, Fictional Foods plc", 2)
    lines(made, "May 2020 – Present, Dublin")
    lines(made, "Launched a soup that tastes of nothing", style="List Bullet")
    lines(made, "in 12 countries", "with 3 partners", style="List Bullet 2")
    lines(made, "Halved the time from idea to shelf", style="List Bullet")
    made.add_heading("Product Manager, Imaginary Drinks Ltd", 2)
    lines(made, "January 2016 – April 2020, Cork")
    lines(made, "Ran the first trial of water without water", style="List Bullet")
    made.add_heading("Education", 1)
    made.add_heading("MBA, Invented Business School", 2)
    lines(made, "2014 – 2015")
    made.add_heading("BA Economics, University of Example", 2)
    lines(made, "2010 – 2013")
    made.add_heading("Skills", 1)
    lines(made, "*Methods:* interviews, prototypes, pricing", "*Tools:* Excel, SQL, Figma")
    return made


def word_table() -> Document:
    """A table for the whole page: titles and dates at the left, the rest at the right."""
    made = docx.Document()
    lines(made, "*Gustav Beispielmann*")
    made.paragraphs[0].runs[0].font.size = Pt(22)
    lines(made, "Musterweg 3, 80331 München · 0151 555 0142 · gustav@example.de")
    rows = [
        ["*BERUFSERFAHRUNG*", ""],
        [
            "03/2017 – heute",
            "*Projektleiter*, Beispielbau GmbH, München\n- Leitung von acht Bauvorhaben\n- Budget eingehalten",
        ],
        ["09/2011 – 02/2017", "*Bauingenieur*, Muster und Söhne KG, Augsburg\n- Statik von Brücken"],
        ["*AUSBILDUNG*", ""],
        ["2006 – 2011", "*Diplom Bauingenieurwesen*, Hochschule Musterstadt"],
        ["2005", "*Abitur*, Gymnasium Beispielburg"],
        ["*KENNTNISSE*", ""],
        ["Software", "AutoCAD, MS Project, SAP"],
        ["Sprachen", "Deutsch, Englisch, Italienisch"],
    ]
    table(made, rows, (4.0, 12.0))
    return made


def word_sidebar() -> Document:
    """Two columns in a table with one row: contacts and skills beside the experience."""
    made = docx.Document()
    left = (
        "*CONTACT*\nhana@example.cz\n+420 555 010 123\nPrague, Czechia\n*SKILLS*\n- Illustration\n- Typography"
        "\n- Layout\n*LANGUAGES*\nCzech – native\nEnglish – C1"
    )
    right = (
        "*EXPERIENCE*\n*Graphic Designer*, Studio Smyšlené\n2018 – Present\n- Designed forty book covers"
        "\n- Drew a typeface\n*Junior Designer*, Vzor Media\n2015 – 2018\n- Set a weekly magazine"
        "\n*EDUCATION*\n*MA Graphic Design*, Academy of Examples\n2012 – 2015"
    )
    lines(made, "*Hana Vzorová*", "Graphic Designer")
    made.paragraphs[0].runs[0].font.size = Pt(26)
    table(made, [[left, right]], (5.5, 11.0))
    return made


def word_by_hand() -> Document:
    """No styles: bold lines, tabs, bullets typed as characters, manual line breaks."""
    made = docx.Document()
    right_tab(made)
    lines(
        made, "*IVAN INVENTED*", "12 Nowhere Lane, Leeds LS1 1AA", "Tel: 0113 555 0166    Email: ivan@example.co.uk", ""
    )
    lines(made, "*EMPLOYMENT HISTORY*", "*Example Hospital Trust*\tJune 2015 – Present", "Staff Nurse")
    lines(made, "•\tCared for up to twelve patients on a ward for invented illnesses", "•\tTrained student nurses", "")
    lines(made, "*Placeholder Care Home*\tSeptember 2012 – May 2015", "Care Assistant", "•\tNight shifts", "")
    lines(made, "*EDUCATION*", "*BSc (Hons) Nursing*, Leeds Example University\t2012 – 2015", "")
    lines(made, "*REFERENCES*", "Available on request")
    return made


def word_header() -> Document:
    """Spanish; name and contacts are in the page header."""
    made = docx.Document()
    header = made.sections[0].header
    words(header.paragraphs[0], "*Inés Ejemplo*")
    header.paragraphs[0].runs[0].font.size = Pt(20)
    lines(header, "Calle Inventada 5, 28001 Madrid | 600 555 014 | ines@example.es")
    made.add_heading("Experiencia profesional", 1)
    lines(made, "*Abogada*, Bufete Ejemplo, Madrid", "enero de 2019 – actualidad")
    lines(made, "Derecho mercantil para empresas inventadas", "Dos pleitos ganados", style="List Bullet")
    lines(made, "*Pasante*, Despacho Modelo, Toledo", "septiembre de 2017 – diciembre de 2018")
    lines(made, "Redacción de contratos", style="List Bullet")
    made.add_heading("Formación", 1)
    lines(made, "*Máster en Abogacía*, Universidad de Ejemplo", "2016 – 2017")
    lines(made, "*Grado en Derecho*, Universidad Modelo", "2012 – 2016")
    made.add_heading("Idiomas", 1)
    lines(made, "Español: nativo", "Inglés: C1", "Francés: B1")
    return made


def office_headings() -> Document:
    """For LibreOffice: headings, and dates after tabs."""
    made = docx.Document()
    right_tab(made)
    made.add_heading("Jules Exemple", 0)
    lines(made, "Ingénieur logiciel", "jules@example.fr · +33 1 55 50 01 23 · Lyon, France · github.com/jules-exemple")
    made.add_heading("Expérience professionnelle", 1)
    lines(made, "*Ingénieur logiciel*, Société Exemple SA\tmars 2019 – aujourd’hui")
    about = "Conception d’un moteur de recherche pour des livres qui n’existent pas"
    lines(made, f"{about} et dont personne n’a jamais entendu parler", style="List Bullet")
    lines(made, "Encadrement de deux stagiaires", style="List Bullet")
    lines(made, "*Développeur*, Modèle SARL\tsept. 2015 – févr. 2019")
    lines(made, "Applications mobiles", style="List Bullet")
    made.add_heading("Formation", 1)
    lines(made, "*Diplôme d’ingénieur*, École Exemple\t2012 – 2015")
    made.add_heading("Compétences", 1)
    lines(made, "Langages : Java, Kotlin, Python", "Outils : Git, Docker")
    made.add_heading("Langues", 1)
    lines(made, "Français (langue maternelle), anglais (C1)")
    return made


def office_table() -> Document:
    """For LibreOffice: a table with a column of dates."""
    made = docx.Document()
    lines(made, "*Karin Påhitt*", "Stockholm, Sweden | karin@example.se | +46 8 555 010 12")
    made.paragraphs[0].runs[0].font.size = Pt(24)
    head = (
        "*Head of Logistics*, Påhitt AB, Stockholm\n- Runs a warehouse for 40,000 invented parts\n"
        "- Cut the time of delivery from five days to two, in all of the countries that the firm delivers to"
    )
    planner = "*Planner*, Exempel Frakt AB, Gothenburg\n- Planned 300 tours a week"
    made.add_heading("Experience", 1)
    table(made, [["Jan 2020 – Present", head], ["Aug 2014 – Dec 2019", planner]], (4.0, 12.0))
    made.add_heading("Education", 1)
    table(made, [["2011 – 2014", "*BSc Logistics*, University of Påhitt"]], (4.0, 12.0))
    made.add_heading("Skills", 1)
    lines(made, "Planning, SAP, negotiation, Excel")
    return made


_OF_LIAM: dict[str, list[tuple[str, list[str]]]] = {
    "EXPERIENCE": [
        (
            "*Site Reliability Engineer*, Nowhere Cloud Ltd (2019 – Present)",
            [
                "Keeps a service alive that answers every question with the same answer, for nine million people",
                "Wrote the handbook for alarms, and then removed two thirds of the alarms",
                "On call one week in six",
            ],
        ),
        (
            "*Systems Administrator*, Sample Council (2013 – 2019)",
            [
                "Looked after 600 machines in 14 schools and three libraries of the city",
                "Moved all of them to one directory in a weekend",
            ],
        ),
        ("*Technician*, Blank Computers (2010 – 2013)", ["Repaired laptops"]),
    ],
    "EDUCATION": [("*HND Computing*, Edinburgh Example College (2008 – 2010)", [])],
}


def office_plain() -> Document:
    """For LibreOffice: a narrow page, many broken lines, a numbered list."""
    made = docx.Document()
    made.sections[0].page_width = Cm(14.8)
    lines(made, "*Liam Nobody*", "liam@example.org, Edinburgh, UK")
    made.paragraphs[0].runs[0].font.size = Pt(20)
    for title, entries in _OF_LIAM.items():
        lines(made, f"*{title}*")
        made.paragraphs[-1].paragraph_format.space_before = Pt(14)
        for head, bullets in entries:
            lines(made, head)
            made.paragraphs[-1].paragraph_format.space_before = Pt(8)
            lines(made, *bullets, style="List Number" if len(bullets) > 2 else "List Bullet")
    lines(made, "*CERTIFICATES*", "Example Linux Professional, 2016", "Example Cloud Architect, 2021")
    return made


DOCUMENTS: dict[str, Callable[[], Document]] = {
    "word-headings": word_headings,
    "word-table": word_table,
    "word-sidebar": word_sidebar,
    "word-by-hand": word_by_hand,
    "word-header": word_header,
    "office-headings": office_headings,
    "office-table": office_table,
    "office-plain": office_plain,
}
"""By name. Of those that start with `office`, the PDF written by LibreOffice is kept."""
