"""Who is said to say it, on either side."""

import re

from stemma.compare.sides import Change, Pile, is_alike, say
from stemma.lang import find_language
from stemma.model import Attribution, Claim, Kind, Span, Witness
from stemma.text import fold
from stemma.write.view.wording import show_plain

NAMELESS = frozenset({"unnamed", "lost", "group"})
CERTAIN = frozenset(
    {"person", "outlet", "agency", "state", "organisation"}
)  # kinds that hardly a slip of reading makes
FULL_NAME = re.compile(r"[A-Z][a-z'’-]+ (?:\w+ )*[A-Z]")
Voices = tuple[Attribution | None, Attribution | None]


def compare_sources(a: Claim, b: Claim, pile: Pile) -> list[Change]:
    """Another source, one that is named on one side only, or none where the other side has one.

    Silence is the rule where the texts leave doubt: names in two scripts are never set against each other.
    """
    voices = _find_source(a, pile), _find_source(b, pile)
    if voices[0] is not None and voices[1] is not None:
        return _compare_named((voices[0], voices[1]), (a, b), pile)
    for at, label in ((0, "source dropped"), (1, "source added")):
        voice, silent = voices[at], (b, a)[at]
        if voice is not None and _is_sure(voice, silent, pile) and not _is_told_by(silent, voice, pile):
            told = f"{pile.name((a, b)[at])} has it from {say(_name(voice, pile))}, {_say_silent(silent, pile)}."
            return [_make(label, voices, told, pile)]
    return []


def _find_source(claim: Claim, pile: Pile) -> Attribution | None:
    """The innermost voice that is somebody: neither the article or the one beside it, nor a pronoun nobody resolved."""
    for voice in pile.find_voices(claim):
        witness = pile.witnesses.get(voice.source.witness or "")
        if (witness is None or not witness.article) and not _is_pronoun(voice, pile) and _name(voice, pile):
            return voice
    return None


def _is_pronoun(voice: Attribution, pile: Pile) -> bool:
    language = find_language(pile.articles[voice.article].language)
    return bool(language) and fold(_name(voice, pile)) in language.grammar.stopwords  # type: ignore[union-attr]


def _name(voice: Attribution, pile: Pile) -> str:
    witness = pile.witnesses.get(voice.source.witness or "")
    return show_plain(witness.name if witness else voice.source.name or voice.source.text)


def _find_kind(voice: Attribution, pile: Pile) -> Kind:
    witness = pile.witnesses.get(voice.source.witness or "")
    return witness.kind if witness else voice.source.kind


def _is_sure(voice: Attribution, silent: Claim, pile: Pile) -> bool:
    """True where a source that only one side gives is no slip: across languages, where the other names it elsewhere."""
    article = pile.articles[silent.article]
    if pile.articles[voice.article].language == article.language:
        return True
    return _find_kind(voice, pile) in CERTAIN and is_alike(_name(voice, pile), article.text)


def _is_told_by(silent: Claim, voice: Attribution, pile: Pile) -> bool:
    """True where the silent side is that source itself, names it in the same sentence, or leaves its own voice open."""
    article, name = pile.articles[silent.article], _name(voice, pile)
    own = bool(article.outlet) and is_alike(name, article.outlet or "")
    return own or is_alike(name, silent.sentence.of(article.text))


def _say_silent(silent: Claim, pile: Pile) -> str:
    """What the side without a source of its own does instead."""
    through = [pile.witnesses.get(voice.source.witness or "") for voice in pile.find_voices(silent)]
    others = [witness for witness in through if witness and witness.article and witness.article != silent.article]
    if others:
        return f"{pile.name(silent)} credits {pile.letters[others[0].article or '']} alone"
    return f"{pile.name(silent)} tells it in its own voice"


def _compare_named(voices: tuple[Attribution, Attribution], claims: tuple[Claim, Claim], pile: Pile) -> list[Change]:
    unnamed = [_find_kind(voice, pile) in NAMELESS for voice in voices]
    if all(unnamed) or _is_same(voices, claims, pile):  # "officials" and "sources" may be the same people
        return []
    label = "source blurred" if unnamed[1] else "source named" if unnamed[0] else "source changed"
    mine, theirs = (say(_name(voice, pile)) for voice in voices)
    told = f"{pile.name(claims[0])} has it from {mine}, {pile.name(claims[1])} from {theirs}."
    return [_make(label, voices, told, pile)]


def _is_same(voices: tuple[Attribution, Attribution], claims: tuple[Claim, Claim], pile: Pile) -> bool:
    """One witness, a body and who speaks for it, names that share a word, or names that cannot be compared."""
    one, other = (pile.witnesses.get(voice.source.witness or "") for voice in voices)
    if one is not None and other is not None and (one.id == other.id or _is_one_side(one, other)):
        return True
    heard = [{_name(voice, pile) for voice in pile.find_voices(claim)} for claim in claims]
    names = [_name(voice, pile) for voice in voices]
    if heard[0] & heard[1] or is_alike(*names):
        return True
    people = [_find_kind(voice, pile) == "person" and FULL_NAME.match(_name(voice, pile)) for voice in voices]
    return pile.is_across_languages(*claims) and not all(people)  # bodies are translated, and letters rewritten


def _is_one_side(one: Witness, other: Witness) -> bool:
    return other.id == one.speaks_for or one.id == other.speaks_for or (one.speaks_for or 1) == (other.speaks_for or 2)


def _make(label: str, voices: Voices, told: str, pile: Pile) -> Change:
    spans: list[Span | None] = [(voice.source.span or voice.cue.span) if voice else None for voice in voices]
    a, b = (_name(voice, pile) if voice else "" for voice in voices)
    return Change(aspect="source", label=label, a=a, b=b, a_span=spans[0], b_span=spans[1], explanation=told)
