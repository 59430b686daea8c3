"""Reads verbs of speech by the place of the verb: second, or first after what was said."""

from dataclasses import replace

from stemma.extract.syntax.reading import Frame, Range
from stemma.extract.verb_second.endings import Endings
from stemma.extract.verb_second.fields import Clauses
from stemma.extract.verb_second.subjects import Verb
from stemma.find.terms import per_language
from stemma.lang.language import Speech

_LONGEST_REFUSAL = 9  # words of "wollte sich zu den Vorwürfen nicht äußern"
_MOST = 8  # fields before a verb that are looked at
_CLAUSAL = frozenset({"says", "weak", "tells", "confirms", "denies", "doubts", "vows", "retracts"})
_FARTHEST_SILENCE = 9  # words between two parts of "ließ … unbeantwortet"


_Parts = tuple[tuple[str, ...], ...]


def _list_parts(phrases: frozenset[str]) -> dict[str, list[_Parts]]:
    """The parts of each refusal by the verb that begins it."""
    found: dict[str, list[_Parts]] = {}
    for phrase in sorted(phrases):
        first, *parts = [tuple(part.split()) for part in phrase.split(" .. ")]
        found.setdefault(first[0], []).append(tuple(parts))
    return found


@per_language
def _list_silences(speech: Speech) -> dict[str, list[_Parts]]:
    return _list_parts(speech.silences)


@per_language
def _list_lacking(speech: Speech) -> dict[str, list[_Parts]]:
    return _list_parts(speech.lacking)


def _find_silence(known: dict[str, list[_Parts]], clauses: Clauses, finite: int) -> int:
    """Where the refusal that the verb begins ends; 0 where it begins none."""
    for parts in known.get(clauses.tokens[finite].fold, ()):
        end = finite + 1
        for part in parts:
            end = _find_part(clauses, end, part)
            if not end:
                break
        if end:
            return end
    return 0


def _find_part(clauses: Clauses, low: int, part: tuple[str, ...]) -> int:
    """Where the words end that stand in one piece at `low` or a few words later; 0 where they do not."""
    if not clauses.words.issuperset(part):
        return 0
    for start in range(low, min(low + _FARTHEST_SILENCE, clauses.last - len(part) + 1)):
        words = tuple(token.fold for token in clauses.tokens[start : start + len(part)])
        if words == part:
            return start + len(part)
        if clauses.tokens[start].kind == "q" or words[0] in (":", ";"):
            return 0
    return 0


class Orders(Endings):
    """Turns verbs of one sentence into frames."""

    def read(self, verb: Verb) -> Frame | None:
        """The frame of a verb, or None where nobody says anything."""
        if verb.negated and not verb.families & {"confirms"}:
            return self._read_refusal(verb)
        for applies, read in ((self._is_rumour(verb), self._read_rumour), (verb.final, self._read_final)):
            if applies:
                return read(verb)
        return self._read_passive(verb) if verb.passive else self._read_main(verb)

    def _read_refusal(self, verb: Verb) -> Frame | None:
        """“X wollte sich zu den Vorwürfen nicht äußern”: whoever will not say is quoted with that."""
        finite, said = verb.finite, self.tokens[verb.cue[1] - 1].fold
        if self.tokens[finite].fold not in self.speech.willing or said not in self.speech.comments:
            return None
        behind = self.clauses.fields[verb.number + 1 : verb.number + 2]
        if any(self.clauses.is_subordinate(field) for field in behind):
            return None  # "wollte nicht sagen, wie viele": read with what it asks
        source = self.find_subject(verb.number, finite)
        if source is None or self._is_nobody(source) or not self.nouns.may_speak(*source):
            return None
        content = ((finite, self.clauses.fields[verb.number].high),)
        together = source[0] < finite and verb.cue[1] - finite <= _LONGEST_REFUSAL
        cue = (finite, verb.cue[1] if together else finite + 1)
        return Frame(cue=cue, source=source, content=content, stance="declines", family="declines")

    def read_silence(self, finite: int) -> Frame | None:
        """“X war für eine Stellungnahme zunächst nicht zu erreichen”; “eine Stellungnahme von X lag nicht vor”."""
        word, number = self.tokens[finite].fold, -1
        if word in _list_silences(self.speech) or word in _list_lacking(self.speech):
            number = self.clauses.find(finite)
        subject = self.find_subject(number, finite) if number >= 0 else None
        if subject is None or self._is_nobody(subject):
            return None
        answer = subject[0] < finite and self._is_answer(subject)
        end = _find_silence((_list_lacking if answer else _list_silences)(self.speech), self.clauses, finite)
        source = self._find_answerer(subject) if answer else subject
        if not end or source is None:
            return None
        cue = (finite, end if source[0] < finite else finite + 1)
        return Frame(cue=cue, source=source, content=((finite, end),), stance="declines", family="declines")

    def _is_answer(self, phrase: Range) -> bool:
        return any(self.tokens[i].fold in self.speech.answers for i in range(phrase[0], min(phrase[0] + 2, phrase[1])))

    def _find_answerer(self, phrase: Range) -> Range | None:
        """The "der Bahn" of "eine Stellungnahme der Bahn"."""
        noun = next(i for i in range(*phrase) if self.tokens[i].fold in self.speech.answers)
        low = noun + 1 + (noun + 1 < phrase[1] and self.tokens[noun + 1].fold in self.speech.of - self.speech.articles)
        return (low, phrase[1]) if low < phrase[1] else None

    def _read_main(self, verb: Verb) -> Frame | None:
        """The frame of a verb in a main clause."""
        field = self.clauses.fields[verb.number]
        low = self._skip_openers(field.low, verb.finite)
        if verb.number and low < verb.finite and (opened := self._find_comparison(verb.number)) is not None:
            return self._read_split_comparison(verb, opened)
        if low == verb.finite and self._opens_with_adverb(field.low, low):
            source = self.nouns.find_subject(verb.finite + 1, self._end(verb))
            return self._tell(verb, source) if source else self._read_unnamed(verb)
        if low == verb.finite:
            return self._read_first(verb)
        return self._read_second(verb, low)

    def _opens_with_adverb(self, low: int, high: int) -> bool:
        """True for "Später sagte X": the adverb takes the first place, and the subject follows."""
        joins = self.speech.joins | self.speech.contrasts | self.speech.plain_conjunctions
        words = [self.tokens[i].fold for i in range(low, high)]
        opens = low == self.clauses.sentence.low or words[:1] == [] or words[0] in joins
        return opens and any(word in self.speech.adverbs - joins for word in words)

    def _read_second(self, verb: Verb, low: int) -> Frame | None:
        """X sagte, C — or “C” sagte X, or “Am Montag sagte X, C”."""
        first, speech = self.tokens[low], self.speech
        if first.kind == "q" and self._is_quoted_content(low, verb):
            return self._invert(verb)
        if first.fold in speech.inverts and low == verb.finite - 1 and verb.number:
            return self._invert(verb)
        if first.fold in speech.things and low == verb.finite - 1:
            return self._read_thing(verb, low)
        if self._is_adverbial(low, verb.finite):
            source = self.nouns.find_subject(verb.finite + 1, self._end(verb))
            return self._tell(verb, source) if source else self._read_unnamed(verb)
        return self._tell(verb, self._choose_subject(verb, low))

    def _read_unnamed(self, verb: Verb) -> Frame | None:
        """“Gestern wurde bekannt, dass C”."""
        if "says" not in verb.families:
            return None
        field = self.clauses.fields[verb.number]
        if self.tokens[field.low].fold in self.speech.mediums and field.low + 1 < verb.finite == verb.cue[0]:
            right = self.contents.find_right(verb.last, verb.finite + 1)
            return self._make(verb, (field.low + 1, verb.finite), right)
        if self.tokens[verb.finite].fold not in self.speech.becomes | self.speech.be:
            return None
        return self._make(verb, None, self.contents.find_right(verb.last, verb.finite + 1))

    def _is_quoted_content(self, low: int, verb: Verb) -> bool:
        """True where the quotation before the verb is what was said, not the name of whoever said it."""
        long = self.tokens[low].end - self.tokens[low].start > 60
        behind = self.nouns.find_subject(verb.finite + 1, self._end(verb))
        return long or (low == verb.finite - 1 and behind is not None)

    def _choose_subject(self, verb: Verb, low: int) -> Range:
        """The noun phrase before the verb; the one behind it where the first cannot speak."""
        end = verb.finite
        while end > low + 1 and self.tokens[end - 1].fold in self.speech.adverbs:
            end -= 1
        before = (low, end)
        following = self.tokens[verb.finite + 1].fold if verb.finite + 1 < self.clauses.last else ""
        if following in self.speech.subjects:
            return (verb.finite + 1, verb.finite + 2)
        if not verb.families & {"judges", "denies", "confirms", "doubts"}:
            return before
        behind = self.nouns.find_core(verb.finite + 1, self._end(verb))
        if behind == verb.finite + 1 or not self.nouns.may_be_subject(verb.finite + 1, behind):
            return before
        head = self.tokens[self.nouns.find_core(low, verb.finite) - 1].fold
        told = head in self.speech.contents | self.speech.reports
        speaking = self.tokens[behind - 1].fold in self.speech.kinds or not self._is_common(verb.finite + 1)
        return (verb.finite + 1, self.nouns.find_end(verb.finite + 1, self._end(verb))) if told and speaking else before

    def _read_thing(self, verb: Verb, low: int) -> Frame | None:
        """“Dies teilte X mit.”: the content lies before. “Es hieß, C”: nobody is named."""
        source = self.nouns.find_subject(verb.finite + 1, self._end(verb))
        if source is not None and self.tokens[low].fold not in self.speech.expletives:
            right = self.contents.find_right(verb.last, verb.cue[1])
            if right:
                return self._make(verb, source, right)
            return Frame(cue=verb.cue, source=source, family="takes_up", stance=self._stance(verb), back=True)
        if self.tokens[low].fold in self.speech.expletives and "says" in verb.families and source is None:
            return self._make(verb, None, self.contents.find_right(verb.last, verb.cue[1]))
        return None

    def _read_first(self, verb: Verb) -> Frame | None:
        """“C, sagte X”; “X, der Sprecher, sagte, C”; “Als es regnete, sagte X, C”; “… und sagte, C”."""
        field = self.clauses.fields[verb.number]
        joined = self.tokens[field.low].fold in self.speech.joins | self.speech.contrasts
        if joined:
            source = self._find_shared_subject(verb.number)
            return self._tell(verb, source) if source else None
        if (opened := self._find_comparison(verb.number)) is not None:
            return self._read_split_comparison(verb, opened)
        behind = self.nouns.find_subject(verb.finite + 1, self._end(verb))
        headed = self.find_head(verb.number)
        if headed is not None and (
            behind is None or verb.number > 1 or self.contents.find_right(verb.last, verb.cue[1])
        ):
            return self._tell(verb, headed)
        return self._read_behind(verb, behind) if behind else None

    def _read_behind(self, verb: Verb, behind: Range) -> Frame | None:
        """A verb with its subject behind it: what was said lies before, or behind a subordinate clause."""
        low = self.clauses.fields[verb.number].low
        if verb.number == 0:
            return self._invert(verb) if low > 0 and self.tokens[low - 1].kind == "q" else None
        before = self.clauses.fields[verb.number - 1]
        adverbial = self.clauses.is_subordinate(before) and not self.clauses.is_spoken(before)
        opened = self.tokens[self.clauses.sentence.low].fold in self.speech.links
        right = self.contents.find_right(verb.last, verb.cue[1]) if opened else ()
        if (adverbial and not self._is_content_clause(verb.number)) or self._is_insertion(verb.number) or right:
            return self._tell(verb, behind)
        return self._invert(verb)

    def _is_insertion(self, number: int) -> bool:
        """True for "In seiner Rede, die lange währte, sagte X": a phrase, and what hangs on it, opens the sentence."""
        first = self.clauses.fields[0]
        low = self._skip_openers(first.low, first.high - 1)
        if number > _MOST:
            return False
        if self.tokens[low].fold not in self.speech.links | self.speech.temporal:
            return False
        told = (f for f in self.clauses.fields[:number] if not self.clauses.is_subordinate(f))
        return all(self.clauses.find_finite(f.low, f.high) is None for f in told)

    def _is_content_clause(self, number: int) -> bool:
        """True where a "dass" or a main clause stands before the verb."""
        for field in self.clauses.fields[max(0, number - _MOST) : number]:
            first = self.tokens[self.clauses.open(field)].fold
            if first in self.speech.that or self.tokens[field.low].kind == "q" or self.clauses.is_main(field):
                return True
        return False

    def _invert(self, verb: Verb) -> Frame | None:
        """“C”, sagte X."""
        if not verb.families & {"says", "weak", "confirms", "tells"}:
            return None
        field = self.clauses.fields[verb.number]
        source = self.nouns.find_subject(verb.finite + 1, self._end(verb))
        if source is None:
            return None
        begin = next(i for i in range(field.low, verb.finite + 1) if self._is_of_cue(i, verb))
        left = self.contents.find_left(verb.number, begin)
        longer = self.nouns.extend_apposition(source[0], source[1])
        rest = self.contents.find_rest(self.clauses.find(longer - 1), left, longer)
        return self._make(verb, (source[0], longer), (*left, *rest))

    def _is_of_cue(self, index: int, verb: Verb) -> bool:
        """True from the "so" of "so sagte X" on, or from the verb on."""
        return index == verb.finite or self.tokens[index].fold in self.speech.inverts

    def _tell(self, verb: Verb, source: Range | None) -> Frame | None:
        """The frame of a verb whose content follows it: a clause, else an object."""
        if source is None:
            return None
        if self._is_nobody(source):
            return self._read_nobody(verb, source)
        if source[0] > verb.finite and not verb.families <= {"judges"}:
            source = (source[0], self.nouns.extend_apposition(*source))
        low = max(verb.finite + 1, source[1]) if source[0] > verb.finite else verb.finite + 1
        right = self.contents.find_right(verb.last, low) if verb.families & _CLAUSAL else ()
        if right:
            return self._tell_clause(verb, source, right)
        if not verb.families & {"judges", "denies", "doubts", "retracts"}:
            return None
        told = self.contents.find_object(verb.number, verb.finite + 1, (source, *verb.parts))
        if not self.nouns.may_speak(*source) or ("denies" in verb.families and not self._holds_claim(told)):
            return None
        return self._make(verb, source, told)

    def _holds_claim(self, told: tuple[Range, ...]) -> bool:
        """True where an object is something said: "die Vorwürfe", not "das Spiel"."""
        nouns = self.speech.contents | self.speech.reports | self.speech.thoughts
        return any(self.tokens[i].fold in nouns for low, high in told for i in range(low, high))

    def _quote(self, verb: Verb, source: Range, right: tuple[Range, ...]) -> Frame | None:
        """“X zitiert Y mit den Worten C”: Y says it, X passes it on."""
        low = max(verb.finite + 1, source[1])
        if self.tokens[verb.cue[0]].fold not in self.speech.cites:
            return None
        end = self.nouns.find_end(low, self._end(verb))
        if end == low or not self.nouns.may_speak(low, end) or end > right[0][0]:
            return None
        frame = self._make(verb, source, right)
        return None if frame is None else replace(frame, quoted=(low, end), family="cites")

    def _read_nobody(self, verb: Verb, source: Range) -> Frame | None:
        """“Man befürchtete, dass C”: somebody unknown says so."""
        if self.tokens[source[0]].fold in self.speech.expletives | self.speech.unknowns:
            right = self.contents.find_right(verb.last, verb.finite + 1)
            return self._make(verb, None, right)
        return None

    def _tell_clause(self, verb: Verb, source: Range, right: tuple[Range, ...]) -> Frame | None:
        """The frame of a verb with a clause or a quotation behind it; some verbs need somebody who can speak."""
        if verb.families == {"weak"} and not self._is_marked(right) and not self._is_somebody(source):
            return None
        return self._quote(verb, source, right) or self._make(verb, source, right)

    def _is_marked(self, right: tuple[Range, ...]) -> bool:
        """True for a quotation and for a clause behind "dass"."""
        low = right[0][0]
        return self.tokens[low].kind == "q" or self.tokens[low - 1].fold in self.speech.that

    def _is_somebody(self, source: Range) -> bool:
        return self._is_nobody(source) or self.nouns.may_speak(*source)

    def _is_nobody(self, source: Range) -> bool:
        alone = source[1] - source[0] == 1
        return alone and self.tokens[source[0]].fold in self.speech.things
