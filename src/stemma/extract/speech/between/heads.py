"""The head noun of a phrase in a script without capitals, and nouns that are pronouns elsewhere."""

from stemma.extract.speech.words import Token
from stemma.find.gazetteer import is_given_name
from stemma.lang.language import Speech

_SHOWN = ("person", "document", "data", "outlet", "agency")
_FEWEST, _MOST = 2, 14  # letters of a name behind an office
_LONGEST = 4  # words of a name


def find_head(words: list[Token], speech: Speech) -> int | None:
    """Where the noun stands that tells what a phrase names: the first where verbs come first, else the last.

    A body in the midst of a phrase is the home of somebody else: "the coach of the club", 大学博士生X.
    """
    known = [i for i, token in enumerate(words) if token.fold in speech.kinds or token.fold in speech.roles]
    if not known:
        return None
    if speech.order == "first":
        return known[0] if known[0] == 0 else None
    last = known[-1]
    noun, behind = words[last].fold, [token for token in words[last + 1 :] if token.kind == "w"]
    shown = noun in speech.roles or speech.kinds.get(noun) in _SHOWN
    foreign = all(token.fold.isascii() or token.fold in speech.reports | speech.says | speech.weak for token in behind)
    return last if shown or foreign else None


def find_holder(words: list[Token], head: int | None, speech: Speech) -> int | None:
    """Where the name behind an office begins: 公司负责人|王小明; None where something else follows."""
    if speech.order != "medial" or head is None or words[head].fold not in speech.roles:
        return None
    behind = words[head + 1 :]
    letters = sum(token.end - token.start for token in behind)
    return head + 1 if _FEWEST <= letters <= _MOST and _is_bare(behind, speech) else None


def is_lone_name(text: str, words: list[Token], speech: Speech) -> bool:
    """True for a name without a noun, in a language whose bodies bear one: وقال سامي."""
    described = any(text.startswith(speech.echo_prefixes or ("\0",), token.start) for token in words[:2])  # the author
    few = bool(words) and len(words) <= _LONGEST
    return speech.lone_names and bool(speech.order) and few and not described and _is_bare(words, speech)


def _is_bare(words: list[Token], speech: Speech) -> bool:
    """True for words of which none is known, and that hold no more marks than names do."""
    lists = (speech.kinds, speech.roles, speech.of, speech.links, speech.verbs, speech.things, speech.reports)
    known = (speech.persons, speech.groups, speech.relatives, speech.negations, speech.determiners, speech.openers)
    return all(
        not any(token.fold in listed for listed in (*lists, *known))
        and not token.fold[:1].isdigit()
        and (token.kind == "w" or token.fold in "·•-.")
        for token in words
    )


def find_gloss(text: str, words: list[Token], speech: Speech) -> str:
    """The "Ana Ruiz" of 아나 루이스(Ana Ruiz) 시장: a person's name in Latin letters, as the article gives it."""
    opened = [i for i, token in enumerate(words) if token.fold in "(（" and i]
    if not speech.order or not opened:
        return ""
    low = opened[-1] + 1
    high = next((i for i in range(low, len(words)) if words[i].fold in ")）"), len(words))
    inner = words[low:high]
    name = text[inner[0].start : inner[-1].end] if inner else ""
    named = 1 < len(inner) <= _LONGEST and all(token.capital for token in inner) and name.isascii()
    apart = high + 1 >= len(words) or text[words[high].end].isspace()  # no particle: 아나 루이스(Ana Ruiz)를 포함한
    known = named and apart and is_given_name(inner[0].fold)
    return name if known and not any(token.fold in speech.kinds for token in inner) else ""


def is_noun_too(tokens: list[Token], index: int, low: int, speech: Speech) -> bool:
    """True for the "personne" of "une personne", which without an article means nobody."""
    token = tokens[index]
    owned = index > low and tokens[index - 1].fold in speech.articles
    return owned and token.fold in speech.things and token.fold in speech.somebodies
