"""Whom a pronoun means, or a verb that has no subject of its own."""

from bisect import bisect_left, bisect_right
from dataclasses import replace

from stemma.extract.speech.mentions import Mention
from stemma.extract.speech.parts.fuller import is_body_word
from stemma.extract.speech.parts.memory import NEAR, Memory
from stemma.find.gazetteer import find_places_named
from stemma.model import Source
from stemma.text import find_words, fold

_FAR = 4  # sentences behind which a speaker is no longer meant
_HEAD = 5  # words of a sentence in which its subject stands
_BODILY = ("organisation", "state")
_BODIES = ("organisation", "outlet", "agency", "state")


def find_last_speaker(memory: Memory, before: int, pronoun: str) -> Source | None:
    """Whom a pronoun means: the last speaker nearby, unless it may be somebody else; "" is a verb alone."""
    if pronoun in memory.speech.groups - memory.speech.persons:
        return _find_last_group(memory, before)
    for start, source in reversed(memory.spoken):
        if before - start > NEAR:
            return None
        if start >= before or _is_nobody(memory, source, pronoun):
            continue
        goes_on = not pronoun and source.kind in _BODILY  # informó el Gobierno. Agregó …
        if source.kind != "person" and not goes_on:
            if _may_be_person(memory, source):
                return None
            continue
        if not source.name or _is_vague(memory, source, start, pronoun):
            return None
        return None if _has_rival(memory, (start, source), before, pronoun) else source
    return _find_named_person(memory, before, pronoun) if pronoun else None


def _is_nobody(memory: Memory, source: Source, pronoun: str) -> bool:
    """True for a speaker whom the pronoun cannot mean: of the other gender, a place, or several."""
    several = source.name.endswith(memory.speech.plural_marks or ("\0",))
    return several or memory.is_other_gender(pronoun, source.name) or bool(find_places_named(source.name))


def _is_vague(memory: Memory, source: Source, start: int, pronoun: str) -> bool:
    """True for "a doctor" where somebody with a name has spoken before: "she" may be either."""
    speech = memory.speech
    if not pronoun or not source.name.islower() or (speech.feminine | speech.masculine) & {*find_words(source.name)}:
        return False
    earlier = [s for at, s in memory.spoken if start - NEAR < at < start and s.kind == "person"]
    return any(s.name and not s.name.islower() and not memory.is_other_gender(pronoun, s.name) for s in earlier)


def _has_rival(memory: Memory, known: tuple[int, Source], before: int, pronoun: str) -> bool:
    """True where a speaker is too far away, or somebody else has been spoken of since."""
    start, source = known
    own = set(fold(source.name).split())
    mine = [m for m in memory.mentions if m.words[-1] in own]
    last = max([start, *(m.start for m in mine if m.start < before)])
    if memory.count_sentences(last, before) > _FAR:
        return True
    last = max([start, *(m.start for m in mine if m.start < before and _opens_sentence(memory.text, m.start))])
    called = {noun for m in mine for noun in m.nouns} | {*find_words(source.text)}
    return _is_described_since(memory, last, before, called) or any(
        m.words[-1] not in own and _is_rival(memory, m, pronoun) for m in memory.list_mentions(last + 1, before)
    )


def _is_rival(memory: Memory, mention: Mention, pronoun: str) -> bool:
    """True for a person at the head of a sentence, whom the pronoun may mean as well; in German, anywhere in it."""
    anywhere = memory.speech.capital_nouns
    person = mention.kind == "person" or (mention.words[-1] in memory.surnames and not anywhere)
    return (
        person
        and not memory.is_other_gender(pronoun, mention.name)
        and (anywhere or _opens_sentence(memory.text, mention.start))
    )


def _is_described_since(memory: Memory, last: int, before: int, called: set[str]) -> bool:
    """True where a German sentence since opened with somebody else's office: "Der Vize-Minister nannte …. Er …"."""
    if not memory.speech.capital_nouns:
        return False
    roles = tuple(memory.speech.roles)
    for start in memory.sentences[bisect_right(memory.sentences, last) : bisect_left(memory.sentences, before)]:
        low = bisect_left(memory.starts, start)
        head = [token for token in memory.tokens[low : low + _HEAD] if token.start < before]
        if any(token.fold.endswith(roles) and token.fold not in called for token in head):
            return True
    return False


def _opens_sentence(text: str, start: int) -> bool:
    before = text[max(0, start - 3) : start].strip(" ")
    return not before or text[max(0, start - 2) : start].strip(" ")[-1:] in (".", "\n", "")


def _find_named_person(memory: Memory, before: int, pronoun: str) -> Source | None:
    """The only person named nearby, where nobody has spoken."""
    people = [
        m
        for m in memory.list_mentions(before - NEAR + 1, before)
        if m.kind == "person" and not memory.is_other_gender(pronoun, m.name)
    ]
    names = {m.name for m in people}
    if not names and pronoun in memory.speech.groups:  # German "sie"
        return None
    if len(names) == 1:
        source = Source(span=None, text="", name=people[-1].name, kind="person")
        return None if _has_rival(memory, (people[-1].start, source), before, pronoun) else source
    return None if names else _find_unknown_speaker(memory, before)


def _find_unknown_speaker(memory: Memory, before: int) -> Source | None:
    """Whom "she" means where no person is known: the last speaker whose name may be a person's, if there is one."""
    near = [source for start, source in memory.spoken if before - NEAR < start < before]
    fitting = {source.name: source for source in near if _is_like_person(memory, source)}
    return replace(next(iter(fitting.values())), kind="person") if len(fitting) == 1 else None


def _may_be_person(memory: Memory, source: Source) -> bool:
    """True for a speaker of whom nothing says that it is no person: a surname alone, "a local official"."""
    words = find_words(source.text)
    if source.kind not in ("organisation", "unnamed") or not words:
        return False
    if source.kind == "unnamed" and words[0] in memory.speech.articles - memory.speech.definites:
        return len(words) > 1 and words[-1] in memory.speech.roles
    return words[-1] in memory.surnames


def _is_like_person(memory: Memory, source: Source) -> bool:
    """True for two or three capitalised words of which none says that they name a body."""
    words, language = source.name.split(), memory.language
    known = (memory.heads, language.speech.companies, language.speech.kinds.keys(), language.grammar.outlet_heads)
    return (
        source.kind == "organisation"
        and 2 <= len(words) <= 3
        and all(word[0].isupper() and not word.isupper() for word in words)
        and not any(fold(word) in listed for word in words for listed in known)
    )


def find_last_spoken_body(memory: Memory, before: int) -> Source | None:
    """Whom "it" means: the body that spoke last nearby, where no person has spoken since."""
    near = [source for start, source in memory.spoken if before - NEAR < start < before]
    return near[-1] if near and near[-1].kind in _BODIES and near[-1].name else None


def _find_last_group(memory: Memory, before: int) -> Source | None:
    """Whom "they" means: the group or body that spoke last in the paragraph, else the only body of the sentence."""
    for start, source in reversed(memory.spoken):
        if before - start > NEAR:
            return None
        if start >= before or not source.name or source.kind in ("person", "document", "data"):
            continue
        apart = "\n" in memory.text[start:before] or _is_plural_between(memory, start, before)
        return None if apart else source
    return _find_plural_body(memory, before)


def _find_plural_body(memory: Memory, before: int) -> Source | None:
    """The one body named since the sentence began: "we asked the council and they sent us this"."""
    start = max(memory.text.rfind(mark, 0, before) for mark in ("\n", ". ", "! ", "? "))
    if memory.tokens[bisect_left(memory.starts, before) - 1].capital:  # the harbour of Halden "they" say is closed
        return None
    bodies = {
        m.name
        for m in memory.list_mentions(start + 1, before)
        if m.kind == "organisation"
        and not memory.is_own(m.name)
        and (not memory.speech.capital_nouns or any(is_body_word(word, memory.language) for word in m.words))
    }
    return Source(span=None, text="", name=bodies.pop(), kind="organisation") if len(bodies) == 1 else None


def _is_plural_between(memory: Memory, start: int, before: int) -> bool:
    """True when another group was named between: "they" may mean it."""
    low, high = bisect_left(memory.starts, start), bisect_left(memory.starts, before)
    return any(
        memory.speech.kinds.get(t.fold) == "unnamed" or t.fold in memory.speech.groups
        for t in memory.tokens[low + 1 : high]
    )
