"""What an office is the office of, between it and its holder: "Menteri Sosial | Ana", "Wali Kota Randu | Ana Sari"."""

import re

from stemma.extract.speech.words import Token
from stemma.find.gazetteer import find_demonym, find_places_named, is_given_name
from stemma.lang.language import Language, Speech
from stemma.text import fold

_SUFFIX = re.compile(r"['’][^\W\d_A-Z]{1,4}$")
_LONGEST_PLACE = 3  # words
_SHORTEST_DOMAIN = 7  # letters of a noun that is known by its beginning and ending
_SHORTEST_ACRONYM = 3  # letters that no initials of a name have
_LONGEST_ENDING = 5  # letters
_LONGEST_NAME = 3  # words
_TOWN = 50_000  # inhabitants from which a place at home gives its name to an office
_METROPOLIS = 1_000_000  # the same of a place abroad


def skip_tail(text: str, words: list[Token], low: int, speech: Speech) -> int:
    """Where the holder's name begins in a run of capitals: behind the last word that belongs to the office."""
    if not speech.domains or len(words) - low < 2 or not _follows_office(text, words, low, speech):
        return low
    found = at = low
    placed = False  # behind one town, what looks like another is a name: "Randu | Bima Arya"
    while at < len(words) - 1:
        noun = _is_noun(text, words[at], found == at, speech)
        length = 1 if noun else _measure_place(text, words, at, found == at and not placed, speech)
        if length and at + length < len(words):
            found = at + length
        placed = bool(length) and not noun
        at += length or 1
    return low if names_nobody(text, words[low:], speech) else found


def names_nobody(text: str, words: list[Token], speech: Speech) -> bool:
    """True for a run that ends in words of an office or a body: "Utama", "Dinas Sosial Randu", "Gula Indonesia"."""
    if not speech.domains or not words:
        return False
    at = _pass_office(text, words, speech)
    named = len(words) > 1 and words[-1].kind == "w" and _is_country(text, words[-1])
    return at >= len(words) or named or (len(words) > 1 and _is_noun(text, words[-1], False, speech))


def _pass_office(text: str, words: list[Token], speech: Speech) -> int:
    """How many words at the head of a run belong to an office or a body."""
    at, placed = 0, False
    while at < len(words):
        noun = _is_noun(text, words[at], True, speech)
        length = 1 if noun else _measure_place(text, words, at, not placed, speech)
        if not length:
            break
        placed = not noun
        at += length
    return at


def find_behind_bracket(text: str, words: list[Token], mark: int, speech: Speech) -> list[Token]:
    """The "Joni Sari" of "Ketua Asosiasi Kapal (AK) Indonesia Joni Sari"; nothing where no office stands before."""
    close = next((i for i in range(mark, len(words)) if words[i].fold == ")"), len(words))
    behind = words[close + 1 :] if speech.domains and any(t.fold in speech.roles for t in words[:mark]) else []
    behind = behind[: next((i for i, t in enumerate(behind) if t.fold == ","), len(behind))]
    behind = behind[min(_pass_office(text, behind, speech), max(0, len(behind) - 1)) :]
    return behind if all(t.capital or t.fold == "." for t in behind) else []


def _follows_office(text: str, words: list[Token], low: int, speech: Speech) -> bool:
    """True where an office, or a noun of its domain, stands before the run or opens it."""
    first = words[0].fold
    body = speech.kinds.get(first) == "organisation" or first in speech.place_openers
    if low or (_is_domain(first, speech) and not body):
        return True
    before = text[max(0, words[0].start - 40) : words[0].start].rsplit("\n", 1)[-1]
    last = before.split()[-1:] if before.endswith(" ") else []
    word = last[0].lower() if last else ""
    return word in speech.roles or word in speech.titles or word in speech.deputies or _is_domain(word, speech)


def _is_noun(text: str, token: Token, joined: bool, speech: Speech) -> bool:
    """True for a word of an office or a body, or an acronym; of two letters only where `joined` to the office."""
    if token.kind == "p":
        return joined
    if _is_domain(token.fold, speech) or speech.kinds.get(token.fold) == "organisation":
        return True
    letters = text[token.start : token.end]
    acronym = letters.isupper() and letters.isalpha() and len(letters) > 1
    return acronym and (joined or len(letters) >= _SHORTEST_ACRONYM)


def _is_domain(word: str, speech: Speech) -> bool:
    return word in speech.domains or _is_shaped(word, speech)


def _is_shaped(word: str, speech: Speech) -> bool:
    """True for "Keamanan" and "Perhubungan": a noun of an office by its beginning and ending."""
    shaped = word.startswith(speech.domain_openings) and word.endswith(speech.domain_endings)
    return bool(speech.domain_openings) and shaped and len(word) >= _SHORTEST_DOMAIN


def _measure_place(text: str, words: list[Token], at: int, joined: bool, speech: Speech) -> int:
    """How many words from `at` on name a place, 0 for none; one alone only where it is `joined` to the office."""
    for length in range(min(_LONGEST_PLACE, len(words) - at), 0, -1):
        part = words[at : at + length]
        name = text[part[0].start : part[-1].end]
        if length > 1 or joined:
            if _is_place(name, length, speech):
                return length
        elif _is_country(text, part[0]):
            return 1
    return 0


def _is_place(name: str, length: int, speech: Speech) -> bool:
    """True for a country, a region or a town; not for what is a given name as well."""
    if length == 1 and is_given_name(name):
        return False
    return any(
        place.kind != "p" or place.inhabitants >= (_TOWN if place.country == speech.home else _METROPOLIS)
        for place in find_places_named(name)
    )


def _is_country(text: str, token: Token) -> bool:
    name = text[token.start : token.end]
    return not is_given_name(name) and any(place.kind == "c" for place in find_places_named(name))


def cut_case(name: str, speech: Speech) -> str:
    """The name without the case that an apostrophe parts from it: "Ana's", "Hasan Tan'ın"."""
    if speech.verb_final:
        words = _SUFFIX.sub("", name).split(" ")
        while len(words) > 1 and fold(words[-1]) in speech.temporal:  # Hasan Tan Cuma (günü)
            words.pop()
        return " ".join(words)
    return name[:-2] if name.endswith(("'s", "’s")) else name


def is_like_somebody(name: str, tokens: list[Token], language: Language) -> bool:
    """True for "Sari" and "Ana Sari" where bodies go by an acronym or a noun of their own, as "Dinas Air" does."""
    words, speech = name.split(), language.speech
    if not speech.lone_names or len(words) > _LONGEST_NAME or not all(_is_plain(word) for word in words):
        return False
    foreign = speech.latin_names and name.isascii()
    cased = speech.verb_final and "'" in fold(name)  # Ankara'da
    if foreign or cased or len(name) < _SHORTEST_ACRONYM or _is_listed(name, language):
        return False
    first = fold(words[0])
    if len(words) == 1 and any(token.fold == first and not token.capital for token in tokens):
        return False  # a common noun that opened its sentence
    return not any(tokens[i].fold == first and _calls_body(tokens[i - 1].fold, speech) for i in range(1, len(tokens)))


def _is_listed(name: str, language: Language) -> bool:
    """True for a name with a word of bodies, for a place, and for what is no name."""
    speech, words = language.speech, fold(name).split()
    bodies = (language.grammar.organisation_heads, language.grammar.outlet_heads, speech.companies, speech.domains)
    listed = any(_has_stem(word, speech) or _is_shaped(word, speech) for word in words)
    listed |= any(word.startswith(speech.body_openings or ("\0",)) for word in words)
    listed |= any(word in body for word in words for body in bodies) or words[0] in speech.openers | speech.adverbs
    return listed or _may_be_place(name, speech) or bool(find_demonym(name))


def _may_be_place(name: str, speech: Speech) -> bool:
    """True for a place; a town abroad is hardly meant where it bears a name that people at home have: Guntur, Piter."""
    places = find_places_named(name)
    return any(p.kind != "p" or p.country == speech.home or p.inhabitants >= _METROPOLIS for p in places) or (
        bool(places) and not speech.home
    )


def _has_stem(word: str, speech: Speech) -> bool:
    """True for a noun for people or bodies; where verbs close their clauses, with its endings too: komisyon(da)."""
    cuts = range(_LONGEST_ENDING + 1 if speech.verb_final else 1)
    return word in speech.temporal or any(word[: len(word) - cut] in speech.kinds for cut in cuts)


def _is_plain(word: str) -> bool:
    """True for "Sari", "A." and "Ma’ruf"; not for "KPU" and "GoBus"."""
    parts = word.rstrip(".").split("-")
    return all(part[:1].isupper() and (len(part) == 1 or part[1:].islower()) for part in parts)


def _calls_body(word: str, speech: Speech) -> bool:
    body = speech.kinds.get(word) in ("organisation", "outlet", "agency")
    return body or word in speech.companies or word in speech.company_nouns
