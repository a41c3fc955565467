"""The language of a page, its words and its date format: passed to all presenters."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from resumekit.schema import PartialDate, Period, parse_locale

from .dates import DateFormat, format_bounds, format_date, format_period
from .inline import Blocks, Inlines, Words, listed
from .list_marks import list_mark
from .markdown import blocks, inlines
from .view import PairView
from .words import WordList, words

if TYPE_CHECKING:
    from babel import Locale

    from resumekit.schema.scalar_types import Text


@dataclass(frozen=True, slots=True)
class Context:
    """The language of a page: its tag, CLDR's locale, our own words, and the format of dates."""

    tag: str
    locale: Locale
    words: WordList
    dates: DateFormat
    comma: str = ", "
    """The mark between the items of a list, with its space."""

    @classmethod
    def of(cls, tag: str, dates: DateFormat = "short") -> Context:
        """Return the context for a language tag."""
        locale = parse_locale(tag)
        return cls(tag, locale, words(tag), dates, list_mark(locale))

    def date(self, value: PartialDate | str | None) -> str:
        """Return a formatted date, or an empty text."""
        return format_date(value, self.locale, self.dates) if value else ""

    def period(self, period: Period) -> str:
        """Return a formatted range of dates, or an empty text."""
        return format_period(period, self.locale, self.words.present, self.dates)

    def dated(self, value: PartialDate | str | Period | None) -> dict[str, str]:
        """Return the fields `date`, `start` and `end` of an entry with a date or a range of dates."""
        if not isinstance(value, Period):
            return {"date": self.date(value), "end": self.date(value)}
        start, end = format_bounds(value, self.locale, self.words.present, self.dates)
        return {"date": self.period(value), "start": start, "end": end}

    def details(self, **values: Inlines) -> tuple[PairView, ...]:
        """Return a labelled pair for each value that is not empty; the keywords are names of labels."""
        return tuple(PairView((Words(self.words.label(name)),), value) for name, value in values.items() if value)

    def text(self, value: Text | None) -> Inlines:
        """Return a text of one paragraph, parsed. `tailor` has selected its language."""
        assert not isinstance(value, dict), "tailor.translate selects one language first"
        return inlines(value, self.tag) if value else ()

    def paragraphs(self, value: Text | None) -> Blocks:
        """Return a text of paragraphs and lists, parsed."""
        assert not isinstance(value, dict), "tailor.translate selects one language first"
        return blocks(value, self.tag) if value else ()

    def joined(self, values: tuple[Text, ...]) -> Inlines:
        """Return texts joined by commas."""
        return self.listed(*(self.text(value) for value in values))

    def listed(self, *texts: Inlines) -> Inlines:
        """Return the texts that are not empty, joined by commas."""
        return listed(texts, self.comma)
