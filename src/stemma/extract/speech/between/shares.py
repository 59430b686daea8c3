"""Shares of those asked: "41 percent of voters" are nobody with a name, whoever is named among their words."""

from stemma.extract.speech.words import Token
from stemma.lang.language import Language

_WITHIN = 6  # tokens in which the percent stands: about fifty-eight percent of


def is_share(text: str, words: list[Token], language: Language) -> bool:
    """True for "70 persen" and "41%的受访者"; not for "Ana Ruiz, who owns 40 percent"."""
    head = words[:_WITHIN]
    comma = next((i for i, token in enumerate(head) if token.fold == ","), len(head))
    return any(
        language.counting.units.get(token.fold) == "percent" or text[token.end : token.end + 1] in ("%", "％")
        for token in head[:comma]
        if not token.capital or token is head[0]
    )
