"""What every part of the presentation needs to know: the language and its words."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from resumekit.schema import PartialDate, Period, parse_locale

from .dates import DateFormat, format_date, format_period
from .inline import Blocks, Inlines, Words
from .markdown import blocks, inlines
from .view import PairView
from .words import WordList, words

if TYPE_CHECKING:
    from babel import Locale

    from resumekit.schema.scalar_types import Text


@dataclass(frozen=True, slots=True)
class Context:
    """The language of the page: CLDR's locale and our own words."""

    tag: str
    locale: Locale
    words: WordList
    dates: DateFormat

    @classmethod
    def of(cls, tag: str, dates: DateFormat = "short") -> Context:
        """Return the context for a language tag."""
        return cls(tag, parse_locale(tag), words(tag), dates)

    def date(self, value: PartialDate | str | None) -> str:
        """Return a date in words, or nothing."""
        return format_date(value, self.locale, self.dates) if value else ""

    def period(self, period: Period) -> str:
        """Return a range of dates in words, or nothing."""
        return format_period(period, self.locale, self.words.present, self.dates)

    def details(self, **values: Inlines) -> tuple[PairView, ...]:
        """Return a labelled pair for each value that there is, by the name of its label."""
        return tuple(PairView((Words(self.words.labels[name]),), value) for name, value in values.items() if value)

    def text(self, value: Text | None) -> Inlines:
        """Return a text of one paragraph, parsed. Translations have been picked by `tailor`."""
        assert not isinstance(value, dict), "tailor.translate picks one language first"
        return inlines(value, self.tag) if value else ()

    def paragraphs(self, value: Text | None) -> Blocks:
        """Return a text of paragraphs and lists, parsed."""
        assert not isinstance(value, dict), "tailor.translate picks one language first"
        return blocks(value, self.tag) if value else ()

    def joined(self, values: tuple[Text, ...]) -> Inlines:
        """Return texts as one, with commas between."""
        made: Inlines = ()
        for value in values:
            if not value:
                continue
            made += ((Words(", "),) if made else ()) + self.text(value)
        return made
