"""The fuller mention that a short or an inflected name stands for."""

from stemma.extract.speech.cases.names import are_inflections
from stemma.extract.speech.mentions import Mention
from stemma.extract.speech.words import Token
from stemma.find.gazetteer import is_given_name
from stemma.lang.language import Language, Speech
from stemma.model import Kind
from stemma.text import fold

_FULL_NAME = 2  # words of a name before "van" and whom its bearer works for


def find_fuller(
    name: str, before: int, mentions: list[Mention], language: Language, *, inflects: bool
) -> Mention | None:
    """The fuller mention that a short name stands for, when only one fits; of `mentions`, that hold its last word."""
    speech = language.speech
    parts = fold(name).removesuffix("'s").split()
    fits: dict[str, Mention] = {}
    for mention in mentions:
        words = mention.words
        if (
            len(words) > len(parts)
            and (
                mention.kind in ("person", "outlet", "agency")
                or (mention.kind == "organisation" and is_body_word(parts[-1], language))
            )
            and (_is_short(parts, words, mention.kind) or (inflects and _is_inflected(parts, words)))
            and not (mention.kind == "person" and any(w in speech.roles or w in speech.titles for w in words))
            and not _names_two(parts, words, speech)
            and not _is_acronym_of_heading(name, mention)
        ):
            fits.setdefault(" ".join(words[-2:]), mention)
    earlier = [m for m in fits.values() if m.start < before]
    if len(fits) == 1:
        return next(iter(fits.values()))
    return earlier[0] if len(earlier) == 1 else None


def _is_acronym_of_heading(name: str, mention: Mention) -> bool:
    """True for "ACME" beside "Orlin Buys ACME", the beginning of a heading: acronyms are no surnames."""
    return mention.kind == "person" and name.isupper() and not mention.name.isupper() and name in mention.name.split()


def _names_two(parts: list[str], words: tuple[str, ...], speech: Speech) -> bool:
    """True for "Ruiz y Merlo" beside "Merlo", and for "Ana Ruiz van Weirwatch" beside "Weirwatch", where she works."""
    model = any(word[:1].isalpha() and word[-1].isdigit() for word in words)  # Weirwatch B90
    if model or (not speech.joins.isdisjoint(words) and speech.joins.isdisjoint(parts)):
        return True
    if len(words) > _FULL_NAME and parts == [words[0]] and is_given_name(words[1]):  # Weirwatch Ana Ruiz
        return True
    at = len(words) - len(parts)
    return at > _FULL_NAME and list(words[at:]) == parts and words[at - 1] in speech.of | speech.binders


def is_owner(words: list[Token], name: str, speech: Speech) -> bool:
    """True where only one word names somebody, and it owns what speaks: "most of Ruiz's voters", "the fall of Ruiz"."""
    at = [i for i, token in enumerate(words) if token.fold.removesuffix("'s") == fold(name)]
    if len(at) != 1 or words[0].fold not in speech.determiners:
        return False
    low = at[0] - 1
    while low > 0 and (words[low].fold in speech.titles or words[low].fold in speech.roles or words[low].fold == "."):
        low -= 1
    if low <= 0 or words[low].fold not in speech.of:
        return False
    told = (speech.reports, speech.opinions, speech.contents, speech.roles, speech.kinds)
    return not any(t.fold in listed for t in words[:low] for listed in told)


def is_body_word(word: str, language: Language) -> bool:
    """True for a word that says that a name is a body's: agency, council."""
    return word in language.grammar.organisation_heads or language.speech.kinds.get(word) == "organisation"


def _is_short(parts: list[str], words: tuple[str, ...], kind: Kind) -> bool:
    if len(parts) == 1:
        return parts[0] == words[-1] or (kind == "person" and parts[0] in words and len(parts[0]) > 3)
    return parts[-1] == words[-1] and set(parts) <= set(words)


def _is_inflected(parts: list[str], words: tuple[str, ...]) -> bool:
    """True for "Пескову" beside "Дмитрий Песков"."""
    return are_inflections(tuple(parts), words[-len(parts) :])
