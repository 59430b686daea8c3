"""Capitalised names: people, bodies, outlets, states, places; nobody decides here who they are."""

import re
from collections.abc import Callable, Iterator
from functools import lru_cache
from itertools import pairwise
from typing import Literal

from stemma.find.capitals import Capitals, Word
from stemma.find.gazetteer import find_demonym, find_outlet, is_body, is_given_name
from stemma.find.terms import KEPT_TEXTS, per_language, stem_word
from stemma.lang.language import Language
from stemma.model import Kind, Name, Span

NameKind = Kind | Literal["place", "unknown"]


class _Scanner(Capitals):
    """Finds the names of one text in one language."""

    # ------------------------------------------------------------ runs of capitals

    def find(self) -> list[Name]:
        """All names, in order."""
        names = [name for run in self._find_runs() for name in self._read_run(run)]
        persons = {part for name in names if name.kind == "person" for part in name.text.split()}
        names = [self._as_person(name) if self._is_known_person(name, persons) else name for name in names]
        return sorted([*names, *self._find_in_headlines(names)], key=lambda name: name.span)

    def _is_known_person(self, name: Name, persons: set[str]) -> bool:
        """A part of a person's name said elsewhere, or a longer form of it: "Roe" and "Ann Roe"."""
        words = name.text.split()
        is_longer = 2 <= len(words) <= 3 and words[-1] in persons and words[0] not in persons
        return name.kind == "unknown" and (name.text in persons or is_longer)

    def _as_person(self, name: Name) -> Name:
        return Name(span=name.span, text=name.text, kind="person")

    def _find_runs(self) -> Iterator[list[Word]]:
        run: list[Word] = []
        headline_ends = self.list_headline_words()
        for position, word in enumerate(self.words):
            if not (run or word.is_capital):
                continue
            if id(word) in headline_ends or (run and not self._is_joined(run[-1], word)):
                yield from self._finish(run)
                run = []
            if id(word) in headline_ends:
                continue
            if self._begins_or_goes_on(word, run) or (run and self._is_particle(word, run, position)):
                run.append(word)
            else:
                yield from self._finish(run)
                run = []
        yield from self._finish(run)

    def _finish(self, run: list[Word]) -> Iterator[list[Word]]:
        while run and not run[-1].is_capital:
            run = run[:-1]
        if run and run[0].is_first and not self._is_kept_at_start(run):
            run = run[1:]
            while run and not run[0].is_capital:
                run = run[1:]
        if run:
            yield run

    def _is_joined(self, before: Word, word: Word) -> bool:
        gap = self.text[before.end : word.start]
        if gap in (" ", "\u00a0", " & "):
            return True
        return gap in (". ", ".") and (
            len(before.text) == 1 or before.folded in self.grammar.titles or before.folded in self.grammar.abbreviations
        )

    def _begins_or_goes_on(self, word: Word, run: list[Word]) -> bool:
        if not word.is_capital or word.folded in self.numbers or self._is_date_word(word, run):
            return False
        if word.folded in self.labels and self.text[word.end : word.end + 2].strip().isdigit():
            return False
        if "-" in word.text and word.folded.split("-")[0] in self.numbers:
            return False
        if "'" in word.folded and word.folded.split("'")[0] in self.grammar.stopwords:
            return False
        if word.folded not in self.grammar.stopwords and word.folded not in self.grammar.determiners:
            return True
        return len(word.text) > 1 and word.text.isupper() and not word.is_first

    def _is_date_word(self, word: Word, run: list[Word]) -> bool:
        if word.folded in self.calendar.weekdays or word.folded in self.calendar.zones:
            return True
        return word.folded in self.calendar.months and not (run and is_given_name(run[-1].text))

    def _is_particle(self, word: Word, run: list[Word], position: int) -> bool:
        """A small word inside a name, with a capital after it: "Bank of …", "van der", "… and the Care of Locks"."""
        if word.text == "the" and run[-1].text in ("of", "for", "and"):
            return self._has_capital_at(position + 1)
        if word.folded not in self.grammar.name_particles or not word.text.islower():
            return False
        if word.text in ("and", "y", "for", "dan"):
            behind = self.words[position + 1 : position + 4]
            article = len(behind) > 1 and behind[0].text == "the" and not self._has_head(behind)
            bound = word.text == "for" or "of" in {w.text for w in run}
            return self._has_head(run) and bound and self._has_capital_at(position + 1 + article)
        if word.text == "of" and (run[0].folded in self.grammar.titles or find_demonym(run[-1].text) is not None):
            return False
        if run[-1].end != word.start - 1 or self.text[run[-1].end] != " ":
            return False
        return self._has_capital_at(position + 1) or self._has_capital_at(position + 2)

    def _has_capital_at(self, position: int) -> bool:
        if position >= len(self.words):
            return False
        word = self.words[position]
        is_small = word.folded in self.grammar.stopwords or word.folded in self.grammar.titles
        return word.is_capital and not is_small and not self._is_date_word(word, [])

    def _has_head(self, run: list[Word]) -> bool:
        return any(word.folded in self.grammar.organisation_heads for word in run)

    def _is_kept_at_start(self, run: list[Word]) -> bool:
        """Whether the first word of a sentence belongs to the name or only has the sentence's capital."""
        first = run[0]
        if first.folded in self.inside or (first.text.isupper() and len(first.text) > 1):
            return True
        if len(run) == 1:
            return first.folded not in self.lower and self._is_known(first) and not self.takes_object(first)
        if first.folded in self.grammar.titles or find_outlet(self._text_of(run)):
            return True
        if first.folded in self.lower:
            return False
        if first.folded in self.grammar.organisation_heads or not run[1].is_capital:
            return first.folded in self.grammar.organisation_heads or self._is_known(first)
        return not (run[1].folded in self.inside and self._is_inflected(first))

    def _is_inflected(self, word: Word) -> bool:
        """As in "Dubbed Project …", "Acquiring …": a verb form before a name, not a part of it."""
        return not is_given_name(word.text) and stem_word(word.text, self.language) != word.folded

    def _is_known(self, word: Word) -> bool:
        if find_outlet(word.text) or find_demonym(word.text) is not None or is_body(word.text):
            return True
        return any(place.kind != "p" or place.inhabitants > 100_000 for place in self.places(word.text))

    def _text_of(self, run: list[Word]) -> str:
        return self.text[run[0].start : run[-1].end]

    # ------------------------------------------------------------ cutting a run into names

    def _read_run(self, run: list[Word]) -> Iterator[Name]:
        """Cut out known outlets, then titles, then adjectives of nationality."""
        outlet = self._find_outlet_in(run)
        if outlet is not None:
            first, last = outlet
            yield from self._read_run(_strip(run[:first]))
            yield self._make(run[first:last], (find_outlet(self._text_of(run[first:last])) or ("", "outlet"))[1])
            yield from self._read_run(_strip(run[last:]))
            return
        if run:
            yield from self._read_titled(run)

    def _find_outlet_in(self, run: list[Word]) -> tuple[int, int] | None:
        for width in range(min(len(run), 6), 0, -1):
            for first in range(len(run) - width + 1):
                if width == 1 and run[first].folded in self.lower:
                    continue
                if width == 1 and len(run) > 1 and not self._is_cut(run, first):
                    continue
                if find_outlet(self._text_of(run[first : first + width])):
                    return first, first + width
        return None

    def _is_cut(self, run: list[Word], place: int) -> bool:
        """One word of a longer run is cut out only at an end, beside a capital, and outside the name of a body."""
        beside = run[1] if place == 0 else run[place - 1]
        at_end = place in (0, len(run) - 1)
        return at_end and beside.is_capital and not self._has_head(run) and self._is_distinct(run[place])

    def _is_distinct(self, word: Word) -> bool:
        """Inside a longer run one word is an outlet only if it is no common word: "Time", "Focus"."""
        return (
            word.folded not in self.lower
            and (len(word.text) > 4 or word.text.isupper())
            and not is_given_name(word.text)
        )

    def _read_titled(self, run: list[Word]) -> Iterator[Name]:
        last = max((place for place, word in enumerate(run) if word.folded in self.grammar.titles), default=-1)
        heads = [place for place, word in enumerate(run) if word.folded in self.grammar.organisation_heads]
        if last < 0 or (heads and heads[-1] > last) or (last > 0 and run[last - 1].text in ("of", "for", "the")):
            yield from self._read_plain(run, False)
            return
        before, after = run[:last], _strip(run[last + 1 :])
        before = [word for word in before if word.folded not in self.grammar.titles]
        if before and (heads or self._is_state(before[0])):
            yield from self._read_plain(_strip(before), False)
        if after:
            yield from self._read_plain(after, True)

    def _is_state(self, word: Word) -> bool:
        return self.is_nation(word.text)

    def _read_plain(self, run: list[Word], titled: bool) -> Iterator[Name]:
        if not run:
            return
        if (
            not self._has_head(run)
            and not self._has_place_head(run)
            and len(run) > 1
            and not self.places(self._text_of(run))
        ):
            width = self._find_nation(run)
            if width and width < len(run) and run[width].text not in ("of", "and"):
                yield self._make(run[:width], self._guess_kind(run[:width], False))
                yield from self._read_plain(_strip(run[width:]), titled)
                return
            if (
                len(run) > 1
                and self._is_state(run[-1])
                and not self._is_state(run[0])
                and not is_given_name(run[0].text)
            ):
                yield from self._read_plain(_strip(run[:-1]), titled)
                yield self._make(run[-1:], self._guess_kind(run[-1:], False))
                return
        kind = self._guess_kind(run, titled)
        if kind != "unknown" or self._is_worth(run):
            yield self._make(run, kind)

    def _is_worth(self, run: list[Word]) -> bool:
        """A single letter or the pronoun "I" is no name."""
        return len(run) > 1 or len(run[0].text) > 1

    def _find_nation(self, run: list[Word]) -> int:
        """How many words at the front are a demonym or a country."""
        for width in (3, 2, 1):
            text = self._text_of(run[:width])
            if len(run) >= width and self.is_nation(text):
                return 0 if width == 1 and is_given_name(text) else width
        return 0

    # ------------------------------------------------------------ kinds

    def _guess_kind(self, run: list[Word], titled: bool) -> NameKind:
        text = self._text_of(run)
        known = find_outlet(text) or self._find_outlet_with_article(run)
        if known:
            return "agency" if known[1] == "agency" else "outlet"
        folded = [word.folded for word in run]
        if " ".join(folded[-2:]) in self.grammar.agency_heads:
            return "agency"
        if len(run) > 1 and not titled and (folded[-1] in self.grammar.outlet_heads) and not is_given_name(run[0].text):
            return "outlet"
        if self._has_head(run) and not (titled and len(run) < 3):
            return "organisation"
        return self._guess_simple_kind(run, text, titled)

    def _find_outlet_with_article(self, run: list[Word]) -> tuple[str, str] | None:
        start = run[0].start - 4
        has_article = (
            len(run) == 1 and start > 0 and self.text[start : run[0].start] == "The " and not self.is_first(start)
        )
        return find_outlet("The " + run[0].text) if has_article else None

    def _has_place_head(self, run: list[Word]) -> bool:
        return len(run) > 1 and any(word.folded in self.grammar.place_heads for word in run)

    def _guess_simple_kind(self, run: list[Word], text: str, titled: bool) -> NameKind:
        if find_demonym(text) is not None:
            return "group"
        if is_body(text) and (len(text) > 4 or text.isupper()):
            return "organisation"
        place = None if titled else self._guess_place(run, text)
        if place:
            return place
        if titled or self._is_person_shaped(run):
            return "person"
        if len(run) == 1 and text.isupper() and 2 <= len(text) <= 6:
            return "organisation"
        return "unknown"

    def _guess_place(self, run: list[Word], text: str) -> NameKind | None:
        places = self.places(text)
        if places and self._is_place_word(run):
            return "state" if places[0].kind == "c" else "place"
        return "place" if self._has_place_head(run) else None

    def _is_place_word(self, run: list[Word]) -> bool:
        """Whether one word names a place: "us" only in capitals, a given name or common word no city."""
        word = run[0]
        if len(run) > 1:
            return True
        places = self.places(word.text)
        if len(word.text) <= 3:
            return word.text.isupper() and places[0].kind == "c"
        return places[0].kind != "p" or not (is_given_name(word.text) or word.folded in self.lower)

    def _is_person_shaped(self, run: list[Word]) -> bool:
        if not 2 <= len(run) <= 5 or any(word.text in ("of", "for", "and", "the") for word in run):
            return False
        has_initial = any(len(word.text) == 1 for word in run[1:-1])
        return (
            has_initial
            or is_given_name(run[0].text)
            or self._is_aged(run)
            or bool({"bin", "binti", "bint"} & {w.text for w in run})
        )

    def _is_aged(self, run: list[Word]) -> bool:
        return re.match(r", \d{1,2},|,? \(\d{2}\)", self.text[run[-1].end : run[-1].end + 6]) is not None

    def _make(self, run: list[Word], kind: str) -> Name:
        span = Span(run[0].start, run[-1].end)
        return Name(span=span, text=span.of(self.text), kind=kind)  # type: ignore[arg-type]

    # ------------------------------------------------------------ inside headlines

    def _find_in_headlines(self, names: list[Name]) -> Iterator[Name]:
        """In headlines only names known from the rest of the text, from the gazetteers, or in capitals."""
        known = {name.text: name.kind for name in names}
        for name in names:
            if name.kind == "person":
                known.setdefault(name.text.split()[-1], "person")
        for headline in self.headlines:
            words = [word for word in self.words if headline.start <= word.start < headline.end]
            place = 0
            while place < len(words):
                found = self._match_known(words, place, known)
                if found is None:
                    place += 1
                    continue
                width, kind = found
                yield self._make(words[place : place + width], kind)
                place += width

    def _match_known(self, words: list[Word], place: int, known: dict[str, NameKind]) -> tuple[int, NameKind] | None:
        for width in (5, 4, 3, 2, 1):
            run = words[place : place + width]
            if len(run) < width or not run[0].is_capital or not run[-1].is_capital or not self._is_one_run(run):
                continue
            text = self._text_of(run)
            if text in known:
                return width, known[text]
            if not self._may_be_common(run) and (
                width == 1 or not any(self._may_be_common([word]) for word in run[:1])
            ):
                kind = self._guess_listed(run, text)
                if kind:
                    return width, kind
        return None

    def _is_one_run(self, run: list[Word]) -> bool:
        return all(self._is_joined(before, word) for before, word in pairwise(run))

    def _may_be_common(self, run: list[Word]) -> bool:
        word = run[0]
        return len(run) == 1 and (word.folded in self.grammar.stopwords or word.folded in self.lower)

    def _guess_listed(self, run: list[Word], text: str) -> NameKind | None:
        if find_outlet(text) and (len(run) > 1 or self._is_distinct(run[0])):
            return self._guess_kind(run, False)
        if find_demonym(text) is not None:
            return "group"
        places = self.places(text)
        if places and (places[0].kind != "p" or places[0].inhabitants > 100_000) and self._is_place_word(run):
            return "state" if places[0].kind == "c" else "place"
        return None


def _strip(run: list[Word]) -> list[Word]:
    """The run without small words at its ends."""
    while run and not run[0].is_capital:
        run = run[1:]
    while run and not run[-1].is_capital:
        run = run[:-1]
    return run


@per_language
def _make_scan(language: Language | None) -> Callable[[str], tuple[Name, ...]]:
    @lru_cache(maxsize=KEPT_TEXTS)
    def scan(text: str) -> tuple[Name, ...]:
        return tuple(_Scanner(text, language).find())

    return scan


def find_names(text: str, language: Language | None, span: Span | None = None) -> list[Name]:
    """Capitalised names, in order; titles before a person's name are left out of it.

    Kinds: person, outlet, agency, organisation, state (a country), place, group (a nationality: "Ukrainian"), unknown.
    A sentence's first word counts only when the text or a gazetteer shows that it is a name; in
    headlines only known names.

    Args:
        text: the article's text, which is read as a whole.
        language: gives titles, head words and particles; None knows gazetteers and capitals only.
        span: return only the names inside it.
    """
    names = _make_scan(language)(text)
    return [name for name in names if span is None or span.holds(name.span)]
