"""Noun phrases where every noun has a capital: where one ends, and which of them may be the subject."""

from stemma.extract.speech.phrases import is_pronoun
from stemma.extract.speech.words import Token
from stemma.extract.syntax.reading import Range
from stemma.extract.verb_second.fields import Clauses
from stemma.find.gazetteer import find_outlet, is_given_name

_LONGEST = 45  # words of a phrase
_PARTICIPLES = ("ene", "enen", "te", "ten", "ende", "enden")
_INFLECTED = ("e", "en", "er", "es", "em")
_FEWEST_IN_NAME = 2
_LONGEST_BRACKET = 10


class Nouns:
    """Reads the noun phrases of one sentence."""

    def __init__(self, clauses: Clauses) -> None:
        self.clauses = clauses
        self.tokens: list[Token] = clauses.tokens
        self.speech = clauses.speech

    def find_end(self, low: int, high: int) -> int:
        """Where the noun phrase that begins at `low` ends, with what depends on it; `low` where there is none."""
        high = min(high, low + _LONGEST)
        end = self.find_core(low, high)
        while end > low:
            longer = self._extend(low, end, high)
            if longer == end:
                return end
            end = longer
        return low

    def find_core(self, low: int, high: int) -> int:
        """The end of determiner, adjectives and nouns; `low` where no noun comes."""
        if low >= high:
            return low
        if self._is_lone_pronoun(low, high):
            return low + 1
        index = self._skip_inserted(low, self._skip_attributes(low, high), high)
        start = index
        while index < high and self._is_noun(index, start):
            index += 1
        return index if index > start or self._is_nominalised(low, index) else low

    def _is_nominalised(self, low: int, index: int) -> bool:
        """True for "der 81-jährige", which no noun follows."""
        return index > low + 1 and self.tokens[low].fold in self.speech.articles and index < self.clauses.sentence.high

    def _skip_inserted(self, low: int, index: int, high: int) -> int:
        """Passes "in Wien geborene" on the way from the determiner to the noun."""
        if index != low + 1 or index >= high or self.tokens[low].fold not in self.speech.determiners:
            return index
        if self.tokens[index].fold not in self.speech.links | self.speech.of:
            return index
        for ahead in range(index + 1, min(index + 8, high - 1)):
            token, after = self.tokens[ahead], self.tokens[ahead + 1]
            if token.kind == "p":
                return index
            if not token.capital and token.fold.endswith(_PARTICIPLES) and after.capital:
                return ahead + 1
            if self.clauses.is_finite(ahead):
                return index
        return index

    def _is_lone_pronoun(self, low: int, high: int) -> bool:
        """True for "er", and for a "dieser" that no noun follows."""
        word = self.tokens[low].fold
        if word in self.speech.articles and self._skip_attributes(low, high) > low + 1:
            return False
        pronoun = is_pronoun(self.tokens[low], self.speech) or word in self.speech.determiners
        if word in self.speech.negations:
            return False
        if word in self.speech.relatives - self.speech.determiners - self.speech.possessors:
            return True
        if word in self.speech.persons - self.speech.determiners:
            return True
        return pronoun and not self._reaches_noun(low + 1, high)

    def _reaches_noun(self, low: int, high: int) -> bool:
        index = self._skip_inserted(low - 1, self._skip_attributes(low, high), high)
        return index < high and self._is_noun(index, index)

    def _skip_attributes(self, low: int, high: int) -> int:
        """Passes "die beiden ehemaligen" on the way to the noun."""
        index = low
        while index < high and self._is_attribute(index, low):
            index += 1
        return index

    def _is_attribute(self, index: int, low: int) -> bool:
        token, speech = self.tokens[index], self.speech
        if token.capital or token.kind != "w":
            return token.kind == "w" and index == low and token.fold in speech.determiners
        if token.fold in speech.determiners or token.fold.isdigit():
            return index == low or token.fold not in speech.articles
        if token.fold in speech.links | speech.openers | speech.infinitives | speech.persons | speech.temporal:
            return False
        if self.clauses.is_finite(index):
            return False
        inflected = token.fold.endswith(_INFLECTED) or token.fold in ("rund", "etwa", "mehr")
        return (inflected and token.fold not in speech.adverbs) or self._is_inner_adverb(index, low)

    def _is_inner_adverb(self, index: int, low: int) -> bool:
        """True for the "kürzlich" of "einem kürzlich ergangenen Urteil"."""
        if index + 2 >= self.clauses.sentence.high or self.tokens[low].fold not in self.speech.articles:
            return False
        adjective, noun = self.tokens[index + 1], self.tokens[index + 2]
        inflected = adjective.kind == "w" and not adjective.capital and adjective.fold.endswith(_INFLECTED)
        return inflected and noun.capital and self.tokens[index].fold.endswith(("ig", "lich"))

    def _is_noun(self, index: int, start: int) -> bool:
        token = self.tokens[index]
        if token.kind == "q":
            return token.end - token.start < 60
        if token.kind == "p":
            return index > start and token.fold in "-/&.'’" and self.tokens[index - 1].end == token.start
        if token.capital:  # “Halden Post” | Warnschüsse
            apart = self.tokens[index - 1].kind == "q" or token.fold in self.speech.determiners
            return index == start or not (apart and (index - 1 == start or self.tokens[index - 1].kind != "q"))
        glued = index > start and self.tokens[index - 1].end == token.start and self.tokens[index - 1].kind == "p"
        before = self.tokens[index - 1].fold
        named = index > start and token.fold in self.speech.name_links and self._is_capital(index + 1)
        named = named and before not in self.speech.opinions and before not in self.speech.kinds
        named = named and (token.fold not in self.speech.articles or before in self.speech.name_links)  # von der
        named = named or ("-" in token.fold and token.fold.partition("-")[0] in self.speech.name_links)
        return glued or named or (index > start and token.fold.isdigit())

    def _is_capital(self, index: int) -> bool:
        return index < self.clauses.sentence.high and self.tokens[index].capital

    def _extend(self, low: int, end: int, high: int) -> int:
        """Takes what depends on the phrase: "(CDU)", "der Partei", "aus Berlin", "und Bahn"."""
        if end >= high:
            return end
        if self.tokens[end].fold == "(":
            return self._close(end, high)
        if self.tokens[end].fold in self.speech.joins:
            longer = self.find_core(end + 1, high)
            return longer if longer > end + 1 and self.may_be_subject(end + 1, longer) else end
        return end if self._is_lone(low, end) else self._extend_dependent(low, end, high)

    def _extend_dependent(self, low: int, end: int, high: int) -> int:
        """Takes "der Partei", "von der Bahn", "aus Berlin"."""
        token, speech = self.tokens[end], self.speech
        if token.fold in speech.of - speech.articles:
            longer = self.find_core(end + 1, high)
            return longer if longer > end + 1 else end
        if token.fold in speech.genitives or self._is_bare_genitive(end, high):
            apart = self._opens_subject(end, high) or self._is_told(low, end, high)
            return end if apart else max(end, self.find_core(end, high))
        if token.fold in speech.ties and self._is_common(low, end):
            longer = self.find_core(end + 1, high)
            timed = any(self.tokens[i].fold in speech.temporal for i in range(end, longer))
            vague = self.tokens[end + 1].fold in speech.articles and self.tokens[end + 1].fold.startswith("ein")
            return end if timed or vague or longer == end + 1 or longer > end + 4 else longer
        return end

    def _is_told(self, low: int, end: int, high: int) -> bool:
        """True for "der Lampe" in "sagte Merk der Lampe": behind a mere name a medium is told."""
        plain = self.tokens[low].capital and not any(self._is_voice(self.tokens[i].fold) for i in range(low, end))
        told, nouns = self.find_core(end, high), tuple(self.speech.media_nouns)
        medium = any(self.tokens[i].fold.endswith(nouns) for i in range(end, told))
        medium = medium or find_outlet(self.tokens[told - 1].fold) is not None
        return plain and self.tokens[low].fold not in self.speech.determiners and medium

    def _opens_subject(self, end: int, high: int) -> bool:
        """True for "der neue Sprecher" behind a name: with that ending the adjective is no owner's."""
        adjective = self.tokens[end + 1] if end + 1 < high else None
        if adjective is None or adjective.capital or self.tokens[end].fold not in self.speech.articles:
            return False
        return adjective.kind == "w" and adjective.fold.endswith("e") and self._reaches_noun(end + 1, high)

    def _is_lone(self, low: int, end: int) -> bool:
        """True for "er": nothing depends on a pronoun."""
        return end == low + 1 and self.tokens[low].fold in self.speech.persons

    def _is_bare_genitive(self, end: int, high: int) -> bool:
        """True for "vieler Experten" behind a noun."""
        token = self.tokens[end]
        small = (
            self.speech.links | self.speech.openers | self.speech.adverbs | self.speech.temporal | self.speech.persons
        )
        plain = token.fold.endswith("er") and token.kind == "w" and not token.capital and token.fold not in small
        return plain and end + 1 < high and self.tokens[end + 1].capital

    def extend_apposition(self, low: int, end: int) -> int:
        """Takes ", dem Sprecher der Bahn" behind a name, where nothing but that stands up to the next comma."""
        fields, number = self.clauses.fields, self.clauses.find(end - 1)
        if fields[number].high != end or number + 1 >= len(fields) or fields[number + 1].mark != ",":
            return end
        inserted = fields[number + 1]
        aged = inserted.high == inserted.low + 1 and self.tokens[inserted.low].fold.isdigit()
        if aged and number + 2 < len(fields):
            inserted = fields[number + 2]
        if self.clauses.find_finite(inserted.low, inserted.high) is not None or self.tokens[inserted.low].kind == "q":
            return end
        if self.clauses.is_infinitive(inserted):
            return end
        core = self.find_core(inserted.low, inserted.high)
        called = any(self._is_voice(self.tokens[i].fold) for i in range(inserted.low, core))
        return inserted.high if called or self.find_end(inserted.low, inserted.high) == inserted.high else end

    def find_name(self, low: int, high: int) -> Range | None:
        """Who speaks in a phrase of several nouns: "der Trainer, Jon Lerche", "die Wirtin des Hotels Ida Kroll"."""
        head = self._skip_inserted(low, low + 1, high)
        if head > low + 1:  # "die von der Gruppe Nordwall kontrollierte Behörde": the group does not speak
            return (head, high)
        start = high
        while start > low and self._is_name_word(start - 1):
            start -= 1
        if high - start < _FEWEST_IN_NAME or start == low or not is_given_name(self.tokens[start].fold):
            return None
        return (start, high)

    def _is_name_word(self, index: int) -> bool:
        token, speech = self.tokens[index], self.speech
        common = token.fold in speech.kinds or token.fold in speech.roles or token.fold in speech.reports
        return token.kind == "w" and token.capital and not common and token.fold not in speech.titles

    def may_speak(self, low: int, high: int) -> bool:
        """True for a name, a pronoun, and a noun for people, bodies or documents."""
        first, speech = self.tokens[low], self.speech
        if high - low == 1 and not first.capital:
            return first.fold in speech.persons | speech.groups
        core = self.find_core(low, high)
        if core == low or first.fold in speech.adverbs:
            return False
        if any(self._is_voice(self.tokens[i].fold) for i in range(low, core)):
            return True
        return first.fold not in speech.determiners and (core - low > 1 or not first.fold.endswith("ungen"))

    def _is_voice(self, word: str) -> bool:
        speech = self.speech
        known = word in speech.kinds or word in speech.roles or word in speech.reports or word in speech.persons
        return known or word.endswith(speech.view_endings + speech.voice_endings)

    def _close(self, opener: int, high: int) -> int:
        last = min(opener + _LONGEST_BRACKET, high)
        return next((i + 1 for i in range(opener, last) if self.tokens[i].fold == ")"), opener)

    def _is_common(self, low: int, end: int) -> bool:
        """True for a phrase that ends in a noun for people, bodies or views, not in a name."""
        last = self.tokens[end - 1].fold
        return last in self.speech.roles or last in self.speech.kinds or last in self.speech.opinions

    def may_be_subject(self, low: int, high: int) -> bool:
        """False for a time, a thing and a phrase in another case than the subject's."""
        first, speech = self.tokens[low], self.speech
        if first.fold in speech.obliques or first.fold in speech.temporal or first.fold in speech.negations:
            return False
        if all(self.tokens[i].fold in speech.temporal | speech.determiners for i in range(low, high)):
            return high - low == 1 and first.fold in speech.determiners - speech.articles
        last = self.tokens[high - 1]
        return not (last.fold in speech.temporal and first.fold in speech.determiners)

    def find_subject(self, low: int, high: int) -> Range | None:
        """The first noun phrase behind a verb that may be its subject, over adverbs and prepositional phrases."""
        index = low
        while index < high:
            token, speech = self.tokens[index], self.speech
            if token.fold in speech.links or (token.fold in speech.of and token.fold not in speech.articles):
                index = max(index + 1, self.find_core(index + 1, high))
                continue
            end = self.find_end(index, high)
            if end == index or token.kind == "q":
                index = max(index + 1, end)
                continue
            if self.may_be_subject(index, end):
                return (index, end) if not self._is_idle(index, end) else None
            index = max(index + 1, self.find_core(index, high))
        return None

    def _is_idle(self, low: int, high: int) -> bool:
        """True for "es" and "man": nobody speaks."""
        return high - low == 1 and self.tokens[low].fold in self.speech.things
