"""Who a source is inside its article: pronouns, descriptions and short names led back to a certain name."""

import re
from bisect import bisect_left
from dataclasses import replace

from stemma.extract.speech.between.bodies import find_place, read_local_body
from stemma.extract.speech.between.offices import find_office
from stemma.extract.speech.between.shares import is_share
from stemma.extract.speech.between.tails import is_like_somebody
from stemma.extract.speech.cases.names import spell_nominative
from stemma.extract.speech.forms.nameless import drop_wish
from stemma.extract.speech.mentions import Mention
from stemma.extract.speech.naming import PhraseReader, Reading
from stemma.extract.speech.parts.certainty import find_confidence
from stemma.extract.speech.parts.descriptions import (
    find_described,
    find_echo,
    find_unnamed_before,
    may_be_called,
    stands_alone,
)
from stemma.extract.speech.parts.fuller import is_owner
from stemma.extract.speech.parts.media import TITLING, is_medium, sounds_like_medium
from stemma.extract.speech.parts.memory import NEAR, Memory
from stemma.extract.speech.parts.pronouns import find_last_speaker, find_last_spoken_body
from stemma.extract.speech.parts.trims import cut_scene
from stemma.extract.speech.words import Paragraph, Token
from stemma.extract.syntax.reading import Draft
from stemma.find.gazetteer import is_given_name
from stemma.lang.language import Language
from stemma.model import Kind, NameBasis, Source, Span
from stemma.text import find_words, fold, join_lists

_ALONE = 2  # words of "the police"
_PREPOSITION = 4  # characters before a body in which its preposition stands
_BESIDE = 120  # characters beside a name within which the body stands that its bearer works for
_QUOTED = re.compile(r"[«„“\"]([^«»„“”\"]+)[»”“\"]$")


class Cast(Memory):
    """Everyone an article names, for finding who its sources are."""

    def __init__(self, text: str, paragraphs: list[Paragraph], language: Language, outlet: str | None) -> None:
        super().__init__(text, paragraphs, language, outlet)
        self.reader = PhraseReader(self.names)
        self.bodies: dict[str, str] = {}  # which body each speaker was first said to speak for

    def read(self, drafts: list[Draft]) -> None:
        """Give every draft its speaker, in the order of the text."""
        for draft in drafts:
            draft.speaker = self.find_speaker(draft)
            if draft.speaker.name or draft.speaker.kind == "person":
                self.spoken.append((draft.cue.start, draft.speaker))
                if draft.speaker.name and draft.speaker.speaks_for:
                    self.bodies.setdefault(draft.speaker.name, draft.speaker.speaks_for)
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
            return self._find_unstated(draft)
        if draft.family == "hearers":
            return self._find_told(draft.source)
        if draft.family == "versions":  # the article itself, and no witness beside it
            return Source(span=draft.source, text=draft.source.of(self.text), name="", kind="document")
        found = self.find_source(draft.antecedent or draft.source)
        if draft.antecedent is not None and draft.antecedent.start < draft.source.start:
            found = self._weigh(found, "relative", draft.source.start, found)
        if found.span == draft.source:
            return found
        return replace(found, span=draft.source, text=draft.source.of(self.text))

    def _find_unstated(self, draft: Draft) -> Source:
        """Who spoke last, where a draft that names nobody goes on with it."""
        passive = draft.family in ("passives", "views")  # "is expected to": nobody is named
        one = not passive and self._has_one_speaker(draft)
        source = find_last_speaker(self, draft.cue.start, "") if one else None
        if source is None:
            return Source(span=None, text="")
        found = Source(span=None, text="", name=source.name, kind=source.kind)
        return self._weigh(found, "ellipsis", draft.cue.start, source)

    def _find_quoted_name(self, span: Span, name: str) -> str:
        """The «Le Phare du Lac» of which `name` is the beginning; "" where nothing is missing."""
        quoted = _QUOTED.search(span.of(self.text))
        whole = quoted[1] if quoted else ""
        return whole if name and whole.startswith(f"{name} ") else ""

    def _find_told(self, span: Span) -> Source:
        """A medium that was told, by the whole of its title where that opens with an article of another language."""
        found = self.find_source(span)
        if quoted := self._find_quoted_name(span, found.name):
            return replace(found, kind="outlet", name=quoted)
        if found.kind in ("outlet", "agency"):
            return found
        first = self.words_in(span)[0]
        foreign = first.capital and first.fold in TITLING and first.fold not in self.speech.articles
        return replace(found, kind="outlet", name=span.of(self.text) if foreign else found.name)

    def _has_one_speaker(self, draft: Draft) -> bool:
        """True for a verb whose form leaves its subject out: "ha aggiunto", not "hanno aggiunto"."""
        speech = self.speech
        plural = any(word.endswith(speech.plural_endings) for word in find_words(draft.cue.of(self.text)))
        return (speech.subject_left_out or bool(speech.pronominal)) and not plural

    def find_source(self, span: Span) -> Source:
        """The source that a phrase of the text names."""
        words = self.words_in(span)
        if len(words) == 1 and self._is_pronoun(words[0].fold):
            return self._find_pronoun(words[0].fold, span)
        if is_share(self.text, words, self.language):
            share = Source(span=span, text=span.of(self.text), name=span.of(self.text), kind="unnamed")
            return self._weigh(share, "stated", span.start, None)
        words = words[: cut_scene(words, 0, len(words), self.speech)]
        kept = drop_wish(words, self.language)
        reading = self.reader.read_phrase(kept)
        if len(kept) < len(words) and not reading.named:
            reading = replace(reading, kind="unnamed")
        before = self.text[max(0, span.start - _PREPOSITION) : span.start].rstrip()
        name = spell_nominative(self.standard.get(reading.name, reading.name), before, self.speech)
        stated = Source(span=span, text=span.of(self.text), name=name, kind=reading.kind)
        start = span.start
        if reading.named and is_owner(words, name, self.speech):
            found = self._weigh(replace(stated, name=stated.text, kind="unnamed"), "stated", start, None)
        elif reading.named and self._is_bodys(reading, name, start):
            found = self._weigh(replace(stated, name=self.reader.describe(words)), "stated", start, None)
        elif reading.named:
            found = self._find_full(stated, start)
        else:
            found = self._find_meant(stated, start, reading, words)
        if found.basis == "description" and found.kind == "unnamed":
            return found
        body = self._resolve_body(reading.speaks_for, span.start) or self.bodies.get(found.name)
        body = body if body != found.name else None
        return found if body == found.speaks_for else replace(found, speaks_for=body)

    def _is_bodys(self, reading: Reading, name: str, start: int) -> bool:
        """True for "the Ruiz campaign", "l'équipe Ruiz": a body named after a person speaks, not the person."""
        body = self.speech.kinds.get(reading.noun) == "organisation" and reading.noun not in self.speech.roles
        fuller = self.find_fuller(name, start) if body and " " not in name else None
        return fuller is not None and fuller.kind == "person" and is_given_name(fuller.name.split()[0])

    def _find_full(self, stated: Source, start: int) -> Source:
        """A named source with the full name that the article gives it elsewhere."""
        name, kind = stated.name, stated.kind
        fuller = self.find_fuller(name, start)
        if fuller is not None:
            sure = kind not in ("organisation", "unnamed") and fuller.kind != "person"
            found = _rename(stated, fuller.name, kind if sure else fuller.kind)
            return self._weigh(found, "short-name", start, fuller)
        known = " " in name and name in self.persons
        lone = kind in ("organisation", "state") and is_like_somebody(name, self.tokens, self.language)
        if lone or (known and kind == "organisation"):
            stated = replace(stated, kind="person")
        return self._weigh(stated, "stated", start, None)

    def _find_meant(self, stated: Source, start: int, reading: Reading, words: list[Token]) -> Source:
        """A described source with the name of whom the description means."""
        noun = reading.noun
        if echo := find_echo(self, [t.fold for t in words], start):
            return self._weigh(_rename(stated, echo.name, echo.kind), "description", start, echo)
        if not reading.definite:
            return self._weigh(stated, "stated", start, None)
        if (local := read_local_body(words, self.speech)) and (len(words) == _ALONE or local.fold == noun):
            return self._find_local_body(stated, local, start, alone=len(words) == _ALONE)
        mention = find_described(self, noun, self._find_office(noun, words), start)
        if mention is not None and may_be_called(self, noun, mention) and self._is_of_same_body(mention, noun, words):
            return self._weigh(_rename(stated, mention.name, mention.kind), "description", start, mention)
        return self._leave_open(stated, start, reading, words)

    def _leave_open(self, stated: Source, start: int, reading: Reading, words: list[Token]) -> Source:
        """A description that names nobody: of an unnamed source before it, of a public body, or of whomever it says."""
        noun = reading.noun
        if (unnamed := find_unnamed_before(self, noun, start)) is not None:
            return self._weigh(_rename(stated, unnamed.name, unnamed.kind), "description", start, unnamed)
        if stands_alone(self, name := self.reader.describe(words), noun, start):
            return self._weigh(_rename(stated, name, "organisation"), "stated", start, None)
        described = len(words) > 2 and self.speech.kinds.get(noun) not in ("outlet", "agency", "person")
        return self._weigh(stated if described else _rename(stated, "", stated.kind), "stated", start, None)

    def _find_local_body(self, stated: Source, noun: Token, start: int, *, alone: bool) -> Source:
        """The police named before, else "police": every place has one; "the police of Halden" as they are called."""
        if not alone:
            return self._weigh(_rename(stated, stated.name, "organisation"), "stated", start, None)
        mention = find_described(self, noun.fold, noun.fold, start)
        if mention is not None and mention.kind == "organisation" and noun.fold in mention.words:
            return self._weigh(_rename(stated, mention.name, mention.kind), "description", start, mention)
        name = self.text[noun.start : noun.end]
        return self._weigh(_rename(stated, name, "organisation"), "stated", start, None)

    def _is_of_same_body(self, mention: Mention, noun: str, words: list[Token]) -> bool:
        """False for "the harbour police chief" and a chief of something else: what he is chief of is named with him."""
        others = {t.fold for t in words if not t.capital} & self.speech.kinds.keys() - {
            *noun.split()
        } - self.speech.roles
        behind = min(words[0].start, mention.start + len(mention.name) + _BESIDE)
        near = self.text[max(0, mention.start - _BESIDE) : behind]
        return others <= {*find_words(near)}

    def _find_office(self, noun: str, words: list[Token]) -> str:
        """The noun as others must be called to be meant: "vice president" for "the vice president"."""
        at = next((i for i, t in enumerate(words) if t.fold == noun), None)
        return noun if at is None else find_office(words, at, self.speech)

    def _is_pronoun(self, word: str) -> bool:
        return word in self.speech.persons or word in self.speech.groups or word in self.speech.things

    def _find_pronoun(self, word: str, span: Span) -> Source:
        """Whom "he", "they" or "it" means; unnamed where that is not certain."""
        text, speech = span.of(self.text), self.speech
        kind: Kind = "person" if word in speech.persons else "unnamed"
        last = None
        if word in join_lists(speech.persons, speech.groups):
            last = find_last_speaker(self, span.start, word)
        elif word in speech.body_pronouns:
            last = find_last_spoken_body(self, span.start)
        if last is None:
            return Source(span=span, text=text, name="", kind=kind)
        found = Source(span=span, text=text, name=last.name, kind=last.kind, speaks_for=last.speaks_for)
        return self._weigh(found, "pronoun", span.start, last)

    def _weigh(self, found: Source, basis: NameBasis, before: int, known: "Mention | Source | None") -> Source:
        """The same source with how its name was found."""
        if not found.name:
            return found
        return Source(
            span=found.span,
            text=found.text,
            name=found.name,
            kind=found.kind,
            speaks_for=found.speaks_for,
            basis=basis,
            confidence=find_confidence(self, found, basis, before, known),
        )

    def is_other_outlet(self, span: Span) -> bool:
        """True when a phrase names a medium that is not the article's own."""
        words = span.of(self.text)
        if self.is_own(words) or fold(words) in self.speech.selves:
            return False
        source = self.find_source(span)
        if self.is_own(source.name):
            return False
        unknown = source.kind not in ("person", "state") and self._is_titled_medium(span)
        return source.kind in ("outlet", "agency") or unknown

    def _is_titled_medium(self, span: Span) -> bool:
        words = self.words_in(span)
        return bool(words) and sounds_like_medium(words, self.language)

    def words_in(self, span: Span) -> list[Token]:
        """The words and marks of a span."""
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
            described = find_described(self, fold(body), fold(body), before)
            return described.name if described is not None else body
        fuller = self.find_fuller(body, before)
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
            if before - NEAR < m.start < before
            and m.kind == "organisation"
            and (
                m.name in spoken or any(w in self.heads or self.speech.kinds.get(w) == "organisation" for w in m.words)
            )
        ]
        return bodies[-1].name if bodies else None


def _rename(stated: Source, name: str, kind: Kind) -> Source:
    """The same words as another name."""
    return Source(span=stated.span, text=stated.text, name=name, kind=kind)
