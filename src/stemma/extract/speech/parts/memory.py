"""What an article has named and heard so far: where pronouns, descriptions and short names are led back to."""

from bisect import bisect_left, bisect_right

from msgspec.structs import replace

from stemma.extract.speech.cases.names import find_standard_names
from stemma.extract.speech.mentions import Mention, Names
from stemma.extract.speech.parts.fuller import find_fuller
from stemma.extract.speech.parts.media import is_same_medium
from stemma.extract.speech.words import Paragraph, Token
from stemma.find.gazetteer import find_gender
from stemma.lang.language import Language, Speech
from stemma.model import Source
from stemma.text import find_words, fold

NEAR = 900  # characters within which a pronoun may look back


class Memory:
    """The names, sentences and speakers of one article."""

    def __init__(self, text: str, paragraphs: list[Paragraph], language: Language, outlet: str | None) -> None:
        self.text = text
        self.language = language
        self.speech: Speech = language.speech
        self.heads = language.grammar.organisation_heads
        self.outlet = outlet
        self.names = Names(text, paragraphs, language.speech)
        self.tokens: list[Token] = self.names.tokens
        self.starts = [token.start for token in self.tokens]
        self.mentions: list[Mention] = self.names.mentions
        self.standard: dict[str, str] = {}
        if language.speech.cased:
            self.standard = find_standard_names([(m.name, m.words) for m in self.names.mentions])
            self.mentions = [
                replace(m, name=name, words=tuple(fold(name).split()))
                for m in self.names.mentions
                for name in (self.standard.get(m.name, m.name),)
            ]
        self.persons = frozenset(m.name for m in self.mentions if m.kind == "person")
        self.surnames = frozenset(m.words[-1] for m in self.mentions if m.kind == "person" and len(m.words) > 1)
        self.places = [m.start for m in self.mentions]
        self.bearers: dict[str, list[Mention]] = {}  # by each word of their names
        for mention in self.mentions:
            for word in dict.fromkeys(mention.words):
                self.bearers.setdefault(word, []).append(mention)
        self.spoken: list[tuple[int, Source]] = []
        self.cited: list[Mention] = []  # the media heard so far
        self.sentences = [p.tokens[s.low].start for p in paragraphs for s in p.sentences]

    def is_own(self, name: str) -> bool:
        """True for the article's own outlet."""
        return bool(self.outlet) and is_same_medium(name, self.outlet or "")

    def list_mentions(self, start: int, end: int) -> list[Mention]:
        """The names that begin in text[start:end]."""
        return self.mentions[bisect_left(self.places, start) : bisect_left(self.places, end)]

    def find_fuller(self, name: str, before: int) -> Mention | None:
        """The fuller mention that a short or an inflected name stands for."""
        parts = fold(name).removesuffix("'s").split()
        alike = self.mentions if self.standard else self.bearers.get(parts[-1] if parts else "", [])
        return find_fuller(name, before, alike, self.language, inflects=bool(self.standard))

    def count_sentences(self, start: int, end: int) -> int:
        """How many sentences begin between two places."""
        return bisect_right(self.sentences, end) - bisect_right(self.sentences, start)

    def is_other_gender(self, pronoun: str, name: str) -> bool:
        """True for "she" and a name that only men bear, for "he" and "a young woman"."""
        gender = "f" if pronoun in self.speech.feminine else "m" if pronoun in self.speech.masculine else ""
        others = self.speech.masculine if gender == "f" else self.speech.feminine
        called = name.islower() and bool(gender) and not others.isdisjoint(find_words(name))
        return called or (bool(gender) and find_gender(name) not in ("", gender))
