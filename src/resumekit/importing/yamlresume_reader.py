"""YAMLResume: JSON Resume's sections under `content`, dates in words, lists in its summaries."""

from __future__ import annotations

from resumekit.errors import Problem, SchemaError

from .country_codes import country_code
from .draft_resume import Draft, Quote
from .field_reader import Data, Part, joined, made
from .input_file import Original
from .markdown_lists import summary_or_bullets

_TAGS = {"no": "nb", "zh-hans": "zh-Hans", "zh-hant-tw": "zh-Hant-TW", "zh-hant-hk": "zh-Hant-HK", "pt-br": "pt-BR"}
_SECTIONS = "work volunteer education awards certificates publications skills languages interests references projects"
_NAME_LENGTH = (2, 128)
_OTHER_NAMES = {"degree": "studyType"}


def knows(original: Original) -> bool:
    """Tell whether a file is YAMLResume, as YAML or as JSON."""
    content = original.mapping.get("content")
    return isinstance(content, dict) and not {"basics", *_SECTIONS.split()}.isdisjoint(content)


def read(original: Original) -> Draft:
    """Return the résumé, with what has an equivalent here of its locale and its first layout."""
    _refuse_a_short_name(original)
    top = Part(original.mapping)
    content = top.part("content")
    resume: dict[str, Data] = {"basics": _basics(content)}
    for section in _SECTIONS.split():
        resume[section] = [_entry(section, part) for part in content.parts(section)]
    resume |= _looks(top)
    return Draft(joined(resume, content.aside(), top.aside()))


def _refuse_a_short_name(original: Original) -> None:
    """Refuse what YAMLResume refuses as well: a name that is no more than a letter.

    Raises:
        SchemaError: with the place of the name.
    """
    content = original.mapping.get("content")
    basics = content.get("basics") if isinstance(content, dict) else None
    name = basics.get("name") if isinstance(basics, dict) else None
    if isinstance(name, str) and not _NAME_LENGTH[0] <= len(name) <= _NAME_LENGTH[1]:
        spans = original.tree.spans["content", "basics", "name"]
        message = "a name has {} to {} characters in YAMLResume".format(*_NAME_LENGTH)
        raise SchemaError(Problem("bad-value", message, original.source.location(spans.value)))


def _basics(content: Part) -> dict[str, Data]:
    basics, place = content.part("basics"), content.part("location")
    location = made(
        address=place.text("address"),
        postalCode=place.text("postalCode"),
        city=place.text("city"),
        region=place.text("region"),
        countryCode=country_code(place.text("country")),
    )
    return {
        **made(
            name=basics.text("name"),
            label=basics.text("headline"),
            image=basics.text("image"),
            email=basics.text("email"),
            phone=basics.text("phone"),
            url=basics.text("url"),
            summary=basics.text("summary"),
            location=location,
            profiles=[_fields(part, "network", "username", "url") | part.aside() for part in content.parts("profiles")],
        ),
        **basics.aside(),
        **place.aside(),
    }


def _entry(section: str, part: Part) -> dict[str, Data]:
    """Return an entry: its fields have the names that ours have, but for a few."""
    entry = made(startDate=part.date("startDate"), endDate=part.date("endDate"))
    entry |= made(date=part.loose_date("date"), releaseDate=part.loose_date("releaseDate"))
    if section == "references":
        entry |= made(reference=part.text("summary"))
    entry |= summary_or_bullets(part.text("summary"))
    if section in {"skills", "interests", "projects"}:
        entry |= made(keywords=part.texts("keywords"))
    if courses := part.texts("courses"):
        entry |= {"courses": courses}
    texts = "name title position organization institution area degree score description url level language fluency"
    return entry | _fields(part, *texts.split(), "awarder", "issuer", "publisher") | part.aside()


def _fields(part: Part, *keys: str) -> dict[str, Data]:
    return made(**{_OTHER_NAMES.get(key, key): part.text(key) for key in keys})


def _looks(top: Part) -> dict[str, Data]:
    """Return the language, and the paper of the first layout that has any."""
    language = top.part("locale").text("language")
    layouts = [*top.parts("layouts"), top.part("layout")]
    pages = [page for layout in layouts if (page := _page(layout.part("page")))]
    tag = language and Quote(_TAGS.get(language.lower(), language), language.origin)
    return made(locale=tag, page=pages[0] if pages else None)


def _page(page: Part) -> dict[str, Data]:
    margins = page.part("margins")
    sides = [margins.text(side) for side in ("top", "right", "bottom", "left")]
    return made(size=page.text("paperSize"), margin=" ".join(filter(None, sides)) if all(sides) else None)
