"""The noun phrase that begins at a word, read from left to right."""

from stemma.extract.speech.cases.subjects import ends_phrase
from stemma.extract.speech.phrases import LONGEST, is_clitic, is_nominal, is_pronoun
from stemma.extract.speech.words import Token, is_title_inside
from stemma.lang.language import Speech
from stemma.text import join_lists


def find_phrase(tokens: list[Token], start: int, high: int, speech: Speech) -> int:
    """Where the noun phrase that begins at token `start` ends; `start` where there is none."""
    if start >= high:
        return start
    first = tokens[start]
    if first.kind == "q":
        return start + 1 if first.end - first.start < 90 else start
    if is_pronoun(first, speech) and not (
        first.fold in speech.determiners and _noun_follows(tokens, start, high, speech)
    ):
        return start + 1
    index = start
    while index < high and index - start < LONGEST and _extends(tokens, index, start, high, speech):
        if speech.cased and index > start and ends_phrase(tokens, index, high, speech):
            break
        index += 1
    while index > start and (
        tokens[index - 1].fold in speech.links
        or tokens[index - 1].fold in speech.of
        or tokens[index - 1].fold in speech.relatives
        or (tokens[index - 1].kind == "p" and tokens[index - 1].fold not in ".)%")
    ):
        index -= 1
    return index


def _noun_follows(tokens: list[Token], start: int, high: int, speech: Speech) -> bool:
    if start + 1 >= high or tokens[start + 1].kind != "w" or not is_nominal(tokens[start + 1], speech):
        return False
    return not (tokens[start].fold in speech.persons and tokens[start + 1].fold in speech.determiners)


def _extends(tokens: list[Token], index: int, start: int, high: int, speech: Speech) -> bool:
    token = tokens[index]
    before = tokens[index - 1] if index > start else None
    following = tokens[index + 1] if index + 1 < high else None
    if before is None:
        return (
            is_nominal(token, speech) and token.fold not in speech.links and token.kind != "p"
        ) or token.fold in "$@#"
    if token.kind == "p":
        return token.fold in "&/%-'’@" or (
            token.fold == "."
            and following is not None
            and (before.fold in speech.titles or before.end - before.start == 1)
        )
    if token.fold in speech.of:
        indefinite = speech.articles - speech.definites if speech.adjectives_last else frozenset()
        counted = before.capital and following is not None and following.fold in indefinite
        return following is not None and following.kind == "w" and not counted  # "confirmé par le Kremlin" d'un missile
    if token.fold in speech.links and not (speech.noun_first and token.capital and before.capital):
        plain = before.kind == "w" and not before.capital and before.fold not in speech.temporal
        return plain and following is not None and not _sets_scene(token, before, following, speech)
    opened = speech.verb_brackets and tokens[start].fold in speech.determiners and not token.capital
    if opened and _is_head(before, speech) and not _is_head(token, speech):
        return False  # adjectives stand before their noun: "volgens hun advocaat" recht
    return _is_inside(token, before, following, speech)


def _is_head(token: Token, speech: Speech) -> bool:
    return token.fold in speech.roles or token.fold in speech.kinds


def _sets_scene(token: Token, before: Token, following: Token, speech: Speech) -> bool:
    """True for the "in aula" and "ai giornalisti" behind a speaker; not for "ambasciatore in Libano"."""
    if token.fold in speech.circumstances:
        return not (before.fold in speech.roles and (following.capital or following.fold in speech.roles))
    heard = speech.kinds.get(following.fold) in ("outlet", "agency", "unnamed")
    return bool(speech.circumstances) and token.fold in speech.hearings and heard


def _is_inside(token: Token, before: Token, following: Token | None, speech: Speech) -> bool:
    """True when a word that is no preposition goes on with the phrase."""
    aged = speech.noun_first and before.fold.isdigit()  # 63 años
    dated = speech.shares and token.capital and before.fold in speech.articles  # a February survey
    aged = aged or (dated and following is not None and following.kind == "w")
    aged = aged or (following is not None and is_title_inside(before, token, following, speech))
    if token.fold in speech.temporal and not token.fold.endswith("'s") and not aged:
        return False
    if token.fold in speech.joins:
        joined = before.capital and following is not None and (following.capital or following.fold in speech.of)
        return following is not None and (joined or before.fold == "-")  # nieuws- en opiniesite
    if token.fold in speech.determiners:
        titled = token.capital and following is not None and following.capital  # il quotidiano "La Voce"
        return titled or before.fold in join_lists(speech.of, speech.links, speech.determiners)
    ended = False
    denied = speech.that_required and token.fold in speech.negations and not token.capital
    helps = token.fold in speech.auxiliaries and not token.capital
    noun = before.fold in speech.articles and token.fold in speech.somebodies  # une "personne"
    small = denied or helps or token.fold in speech.coordinators or (is_pronoun(token, speech) and not noun)
    small = small or (speech.shares and is_clitic(token.fold, speech))  # told the Post "he'd" leave
    if speech.verb_brackets and before.capital and not token.capital and following is not None:
        ended = ended or following.fold in speech.determiners  # "volgens Halden" kost het schip
    if small or ended:  # adjectives stand before their noun: "volgens hun advocaat" recht
        return False
    if (
        token.fold in speech.says
        and not token.capital
        and token.fold not in speech.kinds
        and token.fold not in speech.reports
    ):
        return before.fold in speech.determiners
    called = speech.cased and before.fold in speech.kinds  # the paper «Berg»
    titled = token.kind != "q" or called or before.fold in speech.of  # the makers of “Stone Age”
    named = speech.shares and token.capital and before.fold in speech.articles  # the First News
    named = named and following is not None and following.capital
    return titled and is_nominal(token, speech) and (named or token.fold not in speech.adverbs)
