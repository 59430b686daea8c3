"""Offices whose holder is named behind them, after a comma or a bracket."""

from stemma.extract.speech.parts.forward import find_phrase
from stemma.extract.speech.words import Sentence, Token
from stemma.find.gazetteer import find_places_named
from stemma.lang.language import Speech

LONGEST_OFFICE = 14  # words of an office before the name of its holder
LONGEST_PIECE = 6  # words between two commas of such an office


def find_end_of_name(tokens: list[Token], index: int, high: int, speech: Speech) -> int:
    """Where the name ends that goes on behind brackets: "direktur PT Kapal (PTK)" Ana Ruiz."""
    words = tokens[index : min(index + 2, high)]
    if len(words) < 2 or not all(t.capital and t.kind == "w" for t in words) or not speech.noun_first:
        return index
    return find_phrase(tokens, index, high, speech)


def find_office_holder(sentence: Sentence, end: int, speech: Speech) -> int | None:
    """Where the name of an office's holder ends: "ketua dewan desa Randu, Kecamatan Sawit," Ana Ruiz."""
    tokens, first = sentence.tokens, end - 1
    while first > sentence.low and first > end - LONGEST_OFFICE and _may_belong(tokens[first - 1]):
        if tokens[first].fold in speech.roles and not speech.roles & {tokens[first - 1].fold}:
            break
        first -= 1
    if tokens[first].fold not in speech.roles | speech.private_roles:
        return None
    found, comma = None, end
    while comma + 1 < sentence.high and tokens[comma].fold == ",":
        low = comma + 1 + (tokens[comma + 1].fold in speech.joins)
        stop = find_phrase(tokens, low, sentence.high, speech)
        words = tokens[low:stop]
        if not words or len(words) > LONGEST_PIECE or not all(t.capital or t.fold == "." for t in words):
            break
        if not find_places_named(" ".join(t.fold for t in words).title()) and words[0].fold not in speech.temporal:
            found = stop
        comma = stop
    return found if found is None or _is_closed(sentence, found, speech) else None


def _may_belong(token: Token) -> bool:
    """True for words, and for the marks of "Lembaga Air (LA)" and "Covid - 19"."""
    return token.kind == "w" or token.fold in ("(", ")", "-")


def _is_closed(sentence: Sentence, end: int, speech: Speech) -> bool:
    """False where the last piece goes on as the subject of a clause: "menurut ketua X, Randu" harus."""
    after = sentence.tokens[end] if end < sentence.high else None
    return after is None or after.kind != "w" or after.fold in speech.links | speech.openers | speech.temporal


def find_office(tokens: list[Token], at: int, speech: Speech) -> str:
    """The noun at a token, with the word that makes another office of it: "vice president", "mantan presiden"."""
    before = tokens[at - 1].fold if at else ""
    return f"{before} {tokens[at].fold}" if before in speech.deputies else tokens[at].fold
