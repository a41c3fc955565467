"""What is omitted and still appears elsewhere: in a text of the résumé, in a letter, in the name of a file."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from resumekit.errors import Problem
from resumekit.load import Document, KeyPath
from resumekit.schema import Resume
from resumekit.schema.field_paths import named_as_in

from .clues import Clue, Day, days_in, days_of, numbers_in, phone_of, phrases_of
from .edition import Edition
from .letter_fields import ReadyLetter
from .omissions import Omission, fields_of, omissions, omitted_places
from .words import Phrase, PhraseFinder, Word, phrase_of, readable, words_of

_SHOWN = 60
"""The number of characters of an omitted text that a message repeats."""


class _Trace(NamedTuple):
    """A part of a text that repeats what was omitted."""

    omission: Omission
    found: str


class OmissionSearch:
    """Looks for what one edition of a résumé omits."""

    def __init__(self, resume: Resume, edition: Edition) -> None:
        self._resume = resume
        self._edition = edition
        self._languages = tuple(dict.fromkeys(filter(None, (edition.language, resume.locale, *resume.written_in))))
        self._phones: dict[str, Omission] = {}
        self._days: dict[Day, Omission] = {}
        phrases: list[tuple[Phrase, tuple[Omission, Clue]]] = []
        public_words = self._words_of_the_shown_name(omitted := omissions(resume, edition))
        for omission in omitted:
            path, text = omission.field
            phrases += (
                (phrase, (omission, clue))
                for phrase, clue in phrases_of(text, path)
                if not all(word in public_words or _is_initial(word) for word in phrase)
            )
            if digits := phone_of(text):
                self._phones.setdefault(digits, omission)
            self._days |= dict.fromkeys(days_of(text, self._languages), omission)
        self._phrases = PhraseFinder(phrases)

    def in_resume(self, document: Document, printed: Resume) -> Iterator[Problem]:
        """Yield a warning for each omitted text that an edition still has. `printed` is in one language."""
        describing = defaultdict[str, bool](bool)
        for field in fields_of(printed):
            describing[field.text] |= not field.is_describing
        traces = {text: self._traces(text) for text in describing}
        places = self._places(document) if any(traces.values()) else {}
        for text, found in sorted(traces.items()):
            for trace in found:
                omitted = trace.omission.field
                if describing[text] or not (omitted.is_describing and omitted.text == text):
                    yield _problem(document, trace, places.get(text) or places.get(text.removeprefix("https://"), ()))

    def in_letter(self, document: Document, letter: ReadyLetter) -> Iterator[Problem]:
        """Yield a warning for each omitted text that a letter says."""
        for name, text in letter.texts.items():
            for trace in self._traces(text):
                yield _problem(document, trace, letter.places.get(name, ()))

    def is_told_by(self, name: str) -> bool:
        """Return whether a name of a file contains an omitted text, in any case."""
        text = readable(name)
        return any(self._numbers(text)) or any(
            omission.is_listed or not omission.field.is_describing
            for _, _, (omission, _) in self._phrases.find(words_of(text))
        )

    def _traces(self, text: str) -> list[_Trace]:
        """Return one trace for each omitted text that another text contains, the longest one."""
        text = readable(text)
        words = words_of(text)
        found: dict[str, _Trace] = {}
        for trace in (*self._found_phrases(text, words), *self._numbers(text), *self._found_days(text, words)):
            omitted = trace.omission.field.text
            if omitted not in found or len(trace.found) > len(found[omitted].found):
                found[omitted] = trace
        return list(found.values())

    def _found_phrases(self, text: str, words: list[Word]) -> Iterator[_Trace]:
        for begin, end, (omission, clue) in self._phrases.find(words):
            if clue.is_met(words, begin, end):
                yield _Trace(omission, text[words[begin].begin : words[end - 1].end])

    def _numbers(self, text: str) -> Iterator[_Trace]:
        if self._phones:
            for number, digits in numbers_in(text):
                yield from (_Trace(self._phones[each], number) for each in digits & self._phones.keys())

    def _found_days(self, text: str, words: list[Word]) -> Iterator[_Trace]:
        if self._days:
            for (begin, end), day in days_in(words, self._languages):
                if day in self._days:
                    yield _Trace(self._days[day], text[words[begin].begin : words[end - 1].end])

    def _words_of_the_shown_name(self, omitted: Iterable[Omission]) -> frozenset[str]:
        """Return the words of the person's name, unless it is omitted: repeated, they give nothing away."""
        if any(omission.field.path == ("basics", "name") for omission in omitted):
            return frozenset()
        names = fields_of(self._resume.basics.name or "")
        return frozenset(word for name in names for word in phrase_of(name.text))

    def _places(self, document: Document) -> Mapping[str, KeyPath]:
        """Return the first place of each text of the source that is not omitted itself."""
        hidden = {tuple(map(str, path)) for path in omitted_places(self._resume, self._edition)}
        hidden |= {tuple(named_as_in(document, ".".join(path)).split(".")) for path in hidden}
        places: dict[str, KeyPath] = {}
        for path, text in document.scalars():
            steps = tuple(map(str, path))
            if path[0] not in {"variants", "private"} and not any(
                steps[:length] in hidden for length in range(1, len(steps) + 1)
            ):
                places.setdefault(text.strip(), path)
        return places


def _is_initial(word: str) -> bool:
    return len(word) == 1 and word.isascii() and word.isalpha()


def _problem(document: Document, trace: _Trace, path: KeyPath) -> Problem:
    omitted = trace.omission.field.text
    shown = omitted if len(omitted) <= _SHOWN else f"{omitted[:_SHOWN].rstrip()}…"
    found = "it also" if trace.found.casefold() == omitted.casefold() else f"'{trace.found}'"
    return Problem(
        "still-there",
        f"'{shown}' is omitted, but {found} appears here",
        document.location_within(path, trace.found),
        severity="warning",
        hint="reword this text, or make it private as well",
    )
