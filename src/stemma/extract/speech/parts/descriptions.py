"""Whom a description means: "the broadcaster", "der Minister", "wartawan itu"."""

from collections import Counter
from dataclasses import replace
from itertools import pairwise

from stemma.extract.speech.between.bodies import find_body, find_only_body, find_place, is_other_kind
from stemma.extract.speech.cases.names import is_inflection
from stemma.extract.speech.mentions import Mention
from stemma.extract.speech.parts.memory import Memory
from stemma.find.gazetteer import find_outlet, find_places_named
from stemma.find.terms import per_language
from stemma.lang.language import Language, Speech
from stemma.model import Source
from stemma.text import find_words, fold

REMEMBERED = 80  # speakers back that an echo may mean: work must not grow with the square of a text
_FAR_MORE = 3  # times as often as anybody else: the one meant among those who are called the same
_RIVALS = 2  # who are called the same: of three governors none is "the governor"


def find_described(memory: Memory, noun: str, office: str, before: int) -> Mention | None:
    """Whom a noun means: the last one called so, else the only one of that kind.

    `office` is what people must be called: the noun, or "vice president".
    """
    speech = memory.speech
    kind = speech.kinds.get(noun)
    if kind == "organisation" and noun not in speech.media_nouns:
        return _find_described_body(memory, noun, before)
    if noun in speech.roles and (holder := _find_holder(memory, office, before)):
        return holder
    if noun and (called := _find_called(memory, noun, office, before)):
        return _choose_called(memory, called, before)
    if noun in speech.media_nouns and (medium := _find_cited(memory, noun)):
        return medium
    if kind == "organisation":
        return _find_described_body(memory, noun, before)
    return _find_only_medium(memory, before) if kind in ("outlet", "agency") else None


def find_echo(memory: Memory, words: list[str], before: int) -> Source | None:
    """Whom a noun alone means where a language has no articles: the one speaker introduced with that noun.

    "министр" behind "министр обороны Иван Лесной", "该部" behind "交通部", "الوكالة" behind "وكالة …".
    """
    if memory.language.grammar.unspaced:
        words = ["".join(words)]
    noun = _read_bare_noun(words, memory.speech)
    if not noun:
        return None
    office = noun in memory.speech.roles or memory.speech.kinds.get(noun) == "person"
    found = {
        fold(source.name): source
        for start, source in memory.spoken[-REMEMBERED:]
        if start < before and source.name and _echoes(memory, noun, source, office=office)
    }
    if len(found) != 1:
        return None
    source = next(iter(found.values()))
    own = fold(source.name).split()[-1]
    for mention in memory.mentions:
        called = mention.start < before and any(_is_form(noun, n, memory.speech) for n in mention.nouns)
        if called and not _is_mere_noun(memory, mention) and not _is_form(own, mention.words[-1], memory.speech):
            return None
    return replace(source, kind="person") if office else source


def _read_bare_noun(words: list[str], speech: Speech) -> str:
    """The noun of a phrase that is nothing else, without the prefix that makes it definite: 该, 同, ال."""
    if len(words) != 1:
        return ""
    word = words[0]
    known = word in speech.kinds or word in speech.roles or word in speech.things
    for prefix in speech.echo_prefixes:
        if word.startswith(prefix) and len(word) > len(prefix):
            return word.removeprefix(prefix)
    singular = word in speech.roles or speech.kinds.get(word) in ("organisation", "outlet", "agency", "person")
    return word if speech.bare_nouns and known and singular else ""


def _echoes(memory: Memory, noun: str, source: Source, *, office: bool) -> bool:
    """True for a speaker whose words hold that noun, and more than it; "副部长" is no "部长"."""
    speech = memory.speech
    if (source.kind == "person" and not office) or source.kind in ("document", "data"):
        return False
    if memory.language.grammar.unspaced:
        at = source.text.find(noun)
        deputy = source.text[:at].endswith(tuple(speech.deputies)) if speech.deputies else False
        return at > 0 and not deputy and (office or source.text.endswith(noun))
    words = find_words(source.text)
    held = [i for i, word in enumerate(words) if _is_form(noun, word, speech)]
    return len(words) > 1 and any(not i or words[i - 1] not in speech.deputies for i in held)


def _is_form(left: str, right: str, speech: Speech) -> bool:
    """True for two forms of one word."""
    return left == right if speech.order else is_inflection(left, right)


def may_be_called(memory: Memory, noun: str, mention: Mention) -> bool:
    """False where a noun is for another kind of source: no place is a chief, and no addressee a letter."""
    kind = memory.speech.kinds.get(noun)
    if noun in memory.speech.roles or kind == "person":
        return mention.kind == "person"
    is_person = mention.kind == "person" or mention.words[-1] in memory.surnames
    return kind not in ("unnamed", "document", "data") and not is_person and mention.kind != "state"


def stands_alone(memory: Memory, name: str, noun: str, before: int) -> bool:
    """True for "the police" where no police is named so far: of one event there is one, and it needs no name."""
    if fold(name) not in _list_public_bodies(memory.language):
        return False
    return not find_body(noun, find_place(memory.sentences, before), memory.mentions, memory.text, memory.speech)[1]


@per_language
def _list_public_bodies(language: Language | None) -> frozenset[str]:
    return frozenset(fold(name) for name in language.grammar.public_bodies) if language else frozenset()


def find_unnamed_before(memory: Memory, noun: str, before: int) -> Source | None:
    """The one unnamed source described with that noun so far: "this person" is "a person who saw the plans"."""
    spoken = [source for start, source in memory.spoken if start < before and source.kind == "unnamed"]
    found = {source.name: source for source in spoken if noun in _list_head_words(source.name, memory.speech)}
    return next(iter(found.values())) if len(found) == 1 else None


def _list_head_words(name: str, speech: Speech) -> list[str]:
    """The words before a preposition: "a source close" to the company is no company."""
    words = fold(name).split()
    end = next((i for i, word in enumerate(words) if i and (word in speech.of or word in speech.links)), len(words))
    return words[:end]


def _find_called(memory: Memory, noun: str, office: str, before: int) -> list[Mention]:
    """Everybody whom the words before or behind the name call so; no place holds an office."""
    person = noun in memory.speech.roles or memory.speech.kinds.get(noun) == "person"
    return [
        m
        for m in memory.mentions
        if m.start < before
        and office in m.nouns
        and not _is_mere_noun(memory, m)
        and not (person and (m.name.isupper() or find_places_named(m.name)))
    ]


def _choose_called(memory: Memory, called: list[Mention], before: int) -> Mention | None:
    """The one who is called so; of two, the one who is named far more often than the other."""
    bearers = {m.words[-1]: m for m in called}
    for mention in called:
        if len(mention.words) > 1:
            bearers[mention.words[-1]] = mention
    named = Counter(m.words[-1] for m in memory.mentions if m.start < before)
    ranked = sorted(bearers, key=lambda word: (-named[word], word))
    if len(ranked) > _RIVALS or (len(ranked) > 1 and named[ranked[0]] < _FAR_MORE * named[ranked[1]]):
        return None
    return bearers[ranked[0]]


def _is_mere_noun(memory: Memory, mention: Mention) -> bool:
    """True for the "President" and "Forscher" that name nobody."""
    speech = memory.speech
    return all(word in speech.kinds or word in speech.roles or word in speech.titles for word in mention.words)


def _find_holder(memory: Memory, noun: str, before: int) -> Mention | None:
    """The one person who spoke with that office before the name: "le maire d'Orven, Luc Fabre"."""
    speech = memory.speech
    holders = {
        source.name: Mention(start, source.name, source.kind, frozenset({noun}), tuple(fold(source.name).split()))
        for start, source in memory.spoken
        if start < before and _is_named_person(source) and _is_held(noun, find_words(source.text), speech)
    }
    found = [mention for mention in holders.values() if not _is_mere_noun(memory, mention)]
    return found[0] if len(found) == 1 else None


def _is_held(noun: str, words: list[str], speech: Speech) -> bool:
    """True where the words of a source tell that office, and not that of a deputy."""
    offices = [f"{a} {b}" if a in speech.deputies else b for a, b in pairwise(("", *words))]
    return noun in offices


def _is_named_person(source: Source) -> bool:
    """False for a place, and for somebody who is merely described."""
    return source.kind == "person" and source.name[:1].isupper() and not find_places_named(source.name)


def _find_cited(memory: Memory, noun: str) -> Mention | None:
    """The one medium cited so far."""
    cited = {m.name: m for m in memory.cited}
    medium = next(iter(cited.values())) if len(cited) == 1 else None
    if medium is None or memory.speech.kinds.get(noun) in ("outlet", "agency"):
        return medium
    known = find_outlet(medium.name)  # "the agency" is no magazine
    return None if known and known[1] != "agency" else medium


def _find_only_medium(memory: Memory, before: int) -> Mention | None:
    """The one medium that the words around its name call a medium: "media Norwegia Lantera"."""
    media = {
        m.name: m
        for m in memory.mentions
        if m.start < before and m.kind in ("outlet", "agency") and not memory.is_own(m.name)
    }
    described = [m for m in media.values() if any(memory.speech.kinds.get(x) == "outlet" for x in m.nouns)]
    return described[0] if len(described) == 1 else None


def _find_described_body(memory: Memory, noun: str, before: int) -> Mention | None:
    """Whom "the company" means: the only body that is one, else the only one around, else the main one."""
    place = find_place(memory.sentences, before)
    body, fits = find_body(noun, place, memory.mentions, memory.text, memory.speech)
    guessable = noun in memory.speech.company_nouns or noun in memory.speech.media_nouns
    if body is not None or fits or not guessable or memory.speech.capital_nouns:  # there a lone capital is no name
        return body
    found = [
        m
        for m in (find_only_body(place, memory.mentions, memory.sentences), _find_main_body(memory, before))
        if m is not None
    ]
    found = [m for m in found if not is_other_kind(noun, m, memory.language)]
    return found[0] if len({m.name for m in found}) == 1 else None


def _find_main_body(memory: Memory, before: int) -> Mention | None:
    """The organisation an article is about: the one named far more often than any other so far."""
    counts: dict[str, list[Mention]] = {}
    for mention in memory.mentions:
        if mention.start < before and mention.kind == "organisation":
            counts.setdefault(mention.name, []).append(mention)
    ranked = sorted(counts.values(), key=lambda found: (-len(found), found[0].start))
    if not ranked or len(ranked[0]) < 2 or (len(ranked) > 1 and len(ranked[1]) * 2 > len(ranked[0])):
        return None
    return ranked[0][-1]
