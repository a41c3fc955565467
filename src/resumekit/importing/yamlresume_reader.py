"""YAMLResume: the sections of JSON Resume under `content`, with written-out dates and Markdown lists in summaries."""

from __future__ import annotations

from resumekit.errors import Problem, SchemaError

from .country_codes import country_code
from .draft_resume import DraftResume, TracedText
from .field_reader import Data, FieldReader, compact, merged
from .input_file import InputFile
from .markdown_lists import summary_or_highlights

_TAGS = {"no": "nb", "zh-hans": "zh-Hans", "zh-hant-tw": "zh-Hant-TW", "zh-hant-hk": "zh-Hant-HK", "pt-br": "pt-BR"}
_SECTIONS = "work volunteer education awards certificates publications skills languages interests references projects"
_NAME_LENGTH = (2, 128)
_RENAMED_KEYS = {"degree": "studyType"}


def knows(file: InputFile) -> bool:
    """Return whether a file is YAMLResume, in YAML or JSON."""
    content = file.mapping.get("content")
    return isinstance(content, dict) and not {"basics", *_SECTIONS.split()}.isdisjoint(content)


def read(file: InputFile) -> DraftResume:
    """Return the résumé, with its language and the page settings of its first layout that has some."""
    _check_name_length(file)
    top = FieldReader(file.mapping)
    content = top.nested("content")
    resume: dict[str, Data] = {"basics": _basics(content)}
    for section in _SECTIONS.split():
        resume[section] = [_entry(section, fields) for fields in content.nested_list(section)]
    resume |= _design(top)
    return DraftResume(merged(resume, content.extensions(), top.extensions()))


def _check_name_length(file: InputFile) -> None:
    """Reject names that YAMLResume rejects, such as a single letter.

    Raises:
        SchemaError: the name is too short or too long; has the location of the name.
    """
    content = file.mapping.get("content")
    basics = content.get("basics") if isinstance(content, dict) else None
    name = basics.get("name") if isinstance(basics, dict) else None
    if isinstance(name, str) and not _NAME_LENGTH[0] <= len(name) <= _NAME_LENGTH[1]:
        spans = file.tree.spans["content", "basics", "name"]
        message = "YAMLResume requires a name of {} to {} characters".format(*_NAME_LENGTH)
        raise SchemaError(Problem("bad-value", message, file.source.location(spans.value)))


def _basics(content: FieldReader) -> dict[str, Data]:
    basics, place = content.nested("basics"), content.nested("location")
    location = compact(
        address=place.text("address"),
        postalCode=place.text("postalCode"),
        city=place.text("city"),
        region=place.text("region"),
        countryCode=country_code(place.text("country")),
    )
    return {
        **compact(
            name=basics.text("name"),
            label=basics.text("headline"),
            image=basics.text("image"),
            email=basics.text("email"),
            phone=basics.text("phone"),
            url=basics.text("url"),
            summary=basics.text("summary"),
            location=location,
            profiles=[
                _fields(fields, "network", "username", "url") | fields.extensions()
                for fields in content.nested_list("profiles")
            ],
        ),
        **basics.extensions(),
        **place.extensions(),
    }


def _entry(section: str, fields: FieldReader) -> dict[str, Data]:
    """Return an entry. Most of its keys have the same names in both formats."""
    entry = compact(startDate=fields.date("startDate"), endDate=fields.date("endDate"))
    entry |= compact(date=fields.date_or_text("date"), releaseDate=fields.date_or_text("releaseDate"))
    if section == "references":
        entry |= compact(reference=fields.text("summary"))
    entry |= summary_or_highlights(fields.text("summary"))
    if section in {"skills", "interests", "projects"}:
        entry |= compact(keywords=fields.texts("keywords"))
    if courses := fields.texts("courses"):
        entry |= {"courses": courses}
    texts = "name title position organization institution area degree score description url level language fluency"
    return entry | _fields(fields, *texts.split(), "awarder", "issuer", "publisher") | fields.extensions()


def _fields(fields: FieldReader, *keys: str) -> dict[str, Data]:
    return compact(**{_RENAMED_KEYS.get(key, key): fields.text(key) for key in keys})


def _design(top: FieldReader) -> dict[str, Data]:
    """Return the language, and the page of the first layout that has page settings."""
    language = top.nested("locale").text("language")
    layouts = [*top.nested_list("layouts"), top.nested("layout")]
    pages = [page for layout in layouts if (page := _page(layout.nested("page")))]
    tag = language and TracedText(_TAGS.get(language.lower(), language), language.origin)
    return compact(locale=tag, page=pages[0] if pages else None)


def _page(page: FieldReader) -> dict[str, Data]:
    margins = page.nested("margins")
    sides = [margins.text(side) for side in ("top", "right", "bottom", "left")]
    return compact(size=page.text("paperSize"), margin=" ".join(filter(None, sides)) if all(sides) else None)
