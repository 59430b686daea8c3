"""Who a source is inside its article: pronouns, descriptions and short names led back to a certain name."""

from bisect import bisect_left
from dataclasses import replace

from stemma.extract.speech.cases.names import find_standard_names
from stemma.extract.speech.mentions import (
    Mention,
    Names,
    find_body,
    find_only_body,
    find_place,
    is_other_kind,
)
from stemma.extract.speech.naming import PhraseReader
from stemma.extract.speech.parts.fuller import find_fuller, is_body_word
from stemma.extract.speech.parts.media import is_medium, is_same_medium
from stemma.extract.speech.words import Paragraph, Token
from stemma.extract.syntax.reading import Draft
from stemma.find.gazetteer import find_gender, find_places_named
from stemma.lang.language import Language, Speech
from stemma.model import Kind, Source, Span
from stemma.text import find_words, fold

_BODIES = ("organisation", "outlet", "agency", "state")
_NEAR = 900  # characters within which a pronoun may look back


class Cast:
    """Everyone an article names, for finding who its sources are."""

    def __init__(self, text: str, paragraphs: list[Paragraph], language: Language, outlet: str | None) -> None:
        self.text = text
        self.speech: Speech = language.speech
        self.heads = language.grammar.organisation_heads
        self.outlet = outlet
        names = Names(text, paragraphs, language.speech)
        self.reader = PhraseReader(names)
        self.tokens: list[Token] = names.tokens
        self.starts = [token.start for token in self.tokens]
        self.mentions: list[Mention] = names.mentions
        self.standard: dict[str, str] = {}
        if language.speech.cased:
            self.standard = find_standard_names([(m.name, m.words) for m in names.mentions])
            self.mentions = [
                replace(m, name=name, words=tuple(fold(name).split()))
                for m in names.mentions
                for name in (self.standard.get(m.name, m.name),)
            ]
        self.spoken: list[tuple[int, Source]] = []
        self.language = language
        self.cited: list[Mention] = []  # the media heard so far
        self.sentences = [p.tokens[s.low].start for p in paragraphs for s in p.sentences]

    def read(self, drafts: list[Draft]) -> None:
        """Give every draft its speaker, in the order of the text."""
        for draft in drafts:
            draft.speaker = self.find_speaker(draft)
            if draft.speaker.name or draft.speaker.kind == "person":
                self.spoken.append((draft.cue.start, draft.speaker))
            self._hear_media(draft, draft.speaker)

    def _hear_media(self, draft: Draft, speaker: Source) -> None:
        """Remember the media that say something, and those that are told something."""
        heard = [speaker] if is_medium(draft, speaker, self.text, self.language) else []
        if draft.hearer is not None and self.is_other_outlet(draft.hearer):
            heard.append(self.find_source(draft.hearer))
        self.cited += [
            Mention(draft.cue.start, source.name, source.kind, frozenset(), tuple(fold(source.name).split()))
            for source in heard
            if source.name and not self.is_own(source.name)
        ]

    def find_speaker(self, draft: Draft) -> Source:
        """The source of one draft, resolved."""
        if draft.family == "agentless":
            return Source(span=None, text="", name="", kind="unnamed")
        if draft.source is None:
            if draft.family in ("passives", "views"):  # "is expected to": nobody is named
                return Source(span=None, text="")
            source = self._find_last_speaker(draft.cue.start, "")
            return Source(
                span=None, text="", name=source.name if source else "", kind=source.kind if source else "unnamed"
            )
        found = self.find_source(draft.antecedent or draft.source)
        return Source(
            span=draft.source,
            text=draft.source.of(self.text),
            name=found.name,
            kind=found.kind,
            speaks_for=found.speaks_for,
        )

    def find_source(self, span: Span) -> Source:
        """The source that a phrase of the text names."""
        words = self._words(span)
        text = span.of(self.text)
        if len(words) == 1 and (word := words[0].fold) in self.speech.persons | self.speech.groups | self.speech.things:
            return self._find_pronoun(word, span)
        reading = self.reader.read_phrase(words)
        name, kind, body = self.standard.get(reading.name, reading.name), reading.kind, reading.speaks_for
        if reading.named:
            fuller = find_fuller(name, span.start, self.mentions, self.language, inflects=bool(self.standard))
            if fuller is not None:
                name, kind = (
                    fuller.name,
                    fuller.kind if kind in ("organisation", "unnamed") or fuller.kind == "person" else kind,
                )
            elif (
                kind == "organisation"
                and " " in name
                and any(m.name == name and m.kind == "person" for m in self.mentions)
            ):
                kind = "person"
        elif reading.definite:
            mention = self._find_described(reading.noun, span.start)
            mention = mention if mention and self._may_be_called(reading.noun, mention) else None
            described_before = None if mention else self._find_unnamed_before(reading.noun, span.start)
            if described_before is not None:
                return Source(span=span, text=text, name=described_before.name, kind=described_before.kind)
            described = len(words) > 2 and self.speech.kinds.get(reading.noun) not in ("outlet", "agency", "person")
            name, kind = (mention.name, mention.kind) if mention else (name if described else "", kind)
        body = self._resolve_body(body, span.start) or self._find_body(name, span.start)
        return Source(span=span, text=text, name=name, kind=kind, speaks_for=body if body != name else None)

    def _find_pronoun(self, word: str, span: Span) -> Source:
        """Whom "he", "they" or "it" means; unnamed where that is not certain."""
        text, speech = span.of(self.text), self.speech
        last = self._find_last_speaker(span.start, word)
        kind: Kind = "person" if word in speech.persons else "unnamed"
        if word in speech.actors:
            last = self._find_last_spoken_body(span.start)
        if last is None:
            return Source(span=span, text=text, name="", kind=kind)
        return Source(span=span, text=text, name=last.name, kind=last.kind, speaks_for=last.speaks_for)

    def is_own(self, name: str) -> bool:
        """True for the article's own outlet."""
        return bool(self.outlet) and is_same_medium(name, self.outlet or "")

    def is_other_outlet(self, span: Span) -> bool:
        """True when a phrase names a medium that is not the article's own."""
        words = span.of(self.text)
        if self.is_own(words) or fold(words) in self.speech.selves:
            return False
        source = self.find_source(span)
        return source.kind in ("outlet", "agency") and not self.is_own(source.name)

    def _words(self, span: Span) -> list[Token]:
        low = bisect_left(self.starts, span.start)
        high = bisect_left(self.starts, span.end)
        return self.tokens[low:high]

    def _resolve_body(self, body: str | None, before: int) -> str | None:
        """The full name of the body behind "its" and "the Authority's"."""
        if body is None:
            return None
        if body in self.speech.possessors:
            return None if self._is_owned_by_noun(before) else self._find_last_body(before)
        if fold(body) in self.speech.company_nouns or self.speech.kinds.get(body) == "organisation":
            described = self._find_described(fold(body), before)
            return described.name if described is not None else body
        fuller = find_fuller(body, before, self.mentions, self.language, inflects=bool(self.standard))
        return fuller.name if fuller is not None and fuller.kind != "person" else body

    def _is_owned_by_noun(self, before: int) -> bool:
        """True where the sentence has a body without a name before "its": "the county hospital …, its director"."""
        low = bisect_left(self.starts, find_place(self.sentences, before).sentence)
        for token in reversed(self.tokens[low : bisect_left(self.starts, before)]):
            if self.speech.kinds.get(token.fold) == "organisation":
                return not token.capital
            if token.capital and any(m.start == token.start and m.kind == "organisation" for m in self.mentions):
                return False
        return False

    def _find_last_body(self, before: int) -> str | None:
        """The body named last: one that has spoken, or one whose name says that it is one."""
        spoken = {s.name for _, s in self.spoken if s.kind == "organisation"}
        bodies = [
            m
            for m in self.mentions
            if before - _NEAR < m.start < before
            and m.kind == "organisation"
            and (
                m.name in spoken or any(w in self.heads or self.speech.kinds.get(w) == "organisation" for w in m.words)
            )
        ]
        return bodies[-1].name if bodies else None

    def _find_described(self, noun: str, before: int) -> Mention | None:
        """Whom "the broadcaster" means: the last one called so, else the only one of that kind."""
        kind = self.speech.kinds.get(noun)
        if kind == "organisation" and noun not in self.speech.media_nouns:
            return self._find_described_body(noun, before)
        if noun in self.speech.roles and (holder := self._find_holder_of(noun, before)):
            return holder
        called = [m for m in self.mentions if m.start < before and noun in m.nouns]
        if called and noun:
            return next((m for m in reversed(called) if len(m.words) > 1), called[-1])
        if noun in self.speech.media_nouns and (medium := self._find_cited(before)):
            return medium
        if kind == "organisation":
            return self._find_described_body(noun, before)
        return self._find_only_medium(before) if kind in ("outlet", "agency") else None

    def _may_be_called(self, noun: str, mention: Mention) -> bool:
        """False where a noun is for another kind of source: no place is a chief, and no addressee a letter."""
        kind = self.speech.kinds.get(noun)
        if noun in self.speech.roles or kind == "person":
            return mention.kind == "person"
        is_person = mention.kind == "person" or mention.words[-1] in self._find_surnames()
        return kind not in ("unnamed", "document", "data") and not is_person and mention.kind != "state"

    def _find_surnames(self) -> set[str]:
        """Last words of everybody who is named in full: alone, they look like names of bodies."""
        return {m.words[-1] for m in self.mentions if m.kind == "person" and len(m.words) > 1}

    def _find_holder_of(self, noun: str, before: int) -> Mention | None:
        """The one person who spoke with that office before the name: "le maire d'Orven, Luc Fabre"."""
        holders = {
            source.name: Mention(start, source.name, source.kind, frozenset(), tuple(fold(source.name).split()))
            for start, source in self.spoken
            if start < before and self._may_be_meant("", source) and noun in find_words(source.text)
        }
        return next(iter(holders.values())) if len(holders) == 1 else None

    def _find_cited(self, before: int) -> Mention | None:
        """The one medium cited so far."""
        cited = {m.name: m for m in self.cited}
        return next(iter(cited.values())) if len(cited) == 1 else None

    def _find_only_medium(self, before: int) -> Mention | None:
        media = {
            m.name: m
            for m in self.mentions
            if m.start < before and m.kind in ("outlet", "agency") and not self.is_own(m.name)
        }
        if len(media) == 1:
            return next(iter(media.values()))
        described = {n: m for n, m in media.items() if any(self.speech.kinds.get(x) == "outlet" for x in m.nouns)}
        return next(iter(described.values())) if len(described) == 1 else None

    def _find_described_body(self, noun: str, before: int) -> Mention | None:
        """Whom "the company" means: the only body that is one, else the only one around, else the main one."""
        place = find_place(self.sentences, before)
        body, fits = find_body(noun, place, self.mentions, self.text, self.speech)
        if body is not None or fits or self.speech.capital_nouns:  # there a lone capital is no name
            return body
        found = [
            m
            for m in (find_only_body(place, self.mentions, self.sentences), self._find_main_body(before))
            if m is not None
        ]
        found = [m for m in found if not is_other_kind(noun, m, self.language)]
        return found[0] if len({m.name for m in found}) == 1 else None

    def _find_main_body(self, before: int) -> Mention | None:
        """The organisation an article is about: the one named far more often than any other so far."""
        counts: dict[str, list[Mention]] = {}
        for mention in self.mentions:
            if mention.start < before and mention.kind == "organisation":
                counts.setdefault(mention.name, []).append(mention)
        ranked = sorted(counts.values(), key=lambda found: (-len(found), found[0].start))
        if not ranked or len(ranked[0]) < 2 or (len(ranked) > 1 and len(ranked[1]) * 2 > len(ranked[0])):
            return None
        return ranked[0][-1]

    def _find_last_speaker(self, before: int, pronoun: str) -> Source | None:
        """Whom a pronoun means: the last speaker nearby, unless another person was named since; "" is a verb alone."""
        plural = pronoun in self.speech.groups
        for start, source in reversed(self.spoken):
            if before - start > _NEAR:
                return None
            if plural and source.kind in ("person", "document", "data"):
                continue
            if plural and ("\n" in self.text[start:before] or self._is_plural_between(start, before)):
                return None
            if not plural and not self._may_be_meant(pronoun, source):
                continue
            since = [
                m
                for m in self.mentions
                if start < m.start < before
                and m.kind == "person"
                and m.name != source.name
                and not self._is_other_gender(pronoun, m.name)
            ]
            since = [
                m for m in since if m.words[-1] not in fold(source.name).split() and self._opens_sentence_at(m.start)
            ]
            return None if since and not plural else source
        if plural:
            return self._find_plural_body(before)
        people = [
            m
            for m in self.mentions
            if before - _NEAR < m.start < before and m.kind == "person" and not self._is_other_gender(pronoun, m.name)
        ]
        names = {m.name for m in people}
        if len(names) == 1:
            return Source(span=None, text="", name=people[-1].name, kind="person")
        return None if names else self._find_unknown_speaker(before)

    def _may_be_meant(self, pronoun: str, source: Source) -> bool:
        """True for a person with a name of the pronoun's gender: no place, and nobody who is merely described."""
        named = bool(source.name) and not source.name.islower() and not find_places_named(source.name)
        return source.kind == "person" and named and not self._is_other_gender(pronoun, source.name)

    def _is_other_gender(self, pronoun: str, name: str) -> bool:
        """True for "she" and a name that only men bear."""
        gender = "f" if pronoun in self.speech.feminine else "m" if pronoun in self.speech.masculine else ""
        return bool(gender) and find_gender(name) not in ("", gender)

    def _find_unknown_speaker(self, before: int) -> Source | None:
        """Whom "she" means where no person is known: the last speaker whose name may be a person's, if there is one."""
        near = [source for start, source in self.spoken if before - _NEAR < start < before]
        fitting = {source.name: source for source in near if self._may_be_person(source)}
        return replace(next(iter(fitting.values())), kind="person") if len(fitting) == 1 else None

    def _may_be_person(self, source: Source) -> bool:
        """True for two or three capitalised words of which none says that they name a body."""
        words = source.name.split()
        known = self.heads | self.speech.companies | frozenset(self.speech.kinds) | self.language.grammar.outlet_heads
        return (
            source.kind == "organisation"
            and 2 <= len(words) <= 3
            and all(word[0].isupper() and not word.isupper() for word in words)
            and not {fold(word) for word in words} & known
        )

    def _find_last_spoken_body(self, before: int) -> Source | None:
        """Whom "it" means: the body that spoke last nearby, where no person has spoken since."""
        near = [source for start, source in self.spoken if before - _NEAR < start < before]
        return near[-1] if near and near[-1].kind in _BODIES else None

    def _find_unnamed_before(self, noun: str, before: int) -> Source | None:
        """The one unnamed source described with that noun so far: "this person" is "a person who saw the plans"."""
        spoken = [source for start, source in self.spoken if start < before and source.kind == "unnamed"]
        found = {source.name: source for source in spoken if noun in fold(source.name).split()}
        return next(iter(found.values())) if len(found) == 1 else None

    def _find_plural_body(self, before: int) -> Source | None:
        """The one body named since the sentence began: "we asked the council and they sent us this"."""
        start = max(self.text.rfind(mark, 0, before) for mark in ("\n", ". ", "! ", "? "))
        bodies = {
            m.name
            for m in self.mentions
            if start < m.start < before
            and m.kind == "organisation"
            and not self.is_own(m.name)
            and (not self.speech.capital_nouns or any(is_body_word(word, self.language) for word in m.words))
        }
        return Source(span=None, text="", name=bodies.pop(), kind="organisation") if len(bodies) == 1 else None

    def _is_plural_between(self, start: int, before: int) -> bool:
        """True when another group was named between: "they" may mean it."""
        low, high = bisect_left(self.starts, start), bisect_left(self.starts, before)
        return any(
            self.speech.kinds.get(t.fold) == "unnamed" or t.fold in self.speech.groups
            for t in self.tokens[low + 1 : high]
        )

    def _opens_sentence_at(self, start: int) -> bool:
        return not self.text[max(0, start - 3) : start].strip(" ") or self.text[max(0, start - 2) : start].strip(" ")[
            -1:
        ] in (".", "\n", "")

    def _find_body(self, name: str, before: int) -> str | None:
        """The body that an earlier source of the same name spoke for."""
        if not name:
            return None
        return next((s.speaks_for for start, s in self.spoken if s.name == name and s.speaks_for), None)
