"""The body that stands beside an office without a preposition: "IBM spokeswoman", "начальник службы спасения"."""

from itertools import pairwise

from stemma.extract.speech.words import Token
from stemma.lang.language import Speech

NEAR = 2  # words behind an office among which its body's noun stands: "директор районной больницы"


def find_headed(text: str, words: list[Token], office: int, speech: Speech) -> str | None:
    """The name or noun of the body whose office it is, None where no body stands there.

    Args:
        text: the article's text.
        words: of the phrase, without the name of who holds the office.
        office: where the noun for the office stands among them.
        speech: of the language.
    """
    if words[office].fold not in speech.spokesmen:
        return None
    before = [t for t in words[:office] if t.fold not in speech.determiners]
    named = [t for t in before if t.fold not in speech.titles]
    named = named if any(t.capital for t in named) else []
    before = named or before
    if before and (named or (_is_body(before[-1], speech) and _is_current(before, speech))):
        name = text[before[0].start : before[-1].end]
        return (name[:-2] if name.endswith(("'s", "’s")) else name) or None
    behind = _take_run(words[office:], speech)
    if any(_is_body(t, speech) for t in behind[:NEAR]) and _is_current(before, speech):
        return text[behind[0].start : behind[-1].end]
    return None


def _is_body(word: Token, speech: Speech) -> bool:
    return speech.kinds.get(word.fold) == "organisation"


def _is_current(before: list[Token], speech: Speech) -> bool:
    """False for the former chief of a body, who no longer speaks for it."""
    return all(t.fold not in speech.deputies for t in before)


def _take_run(words: list[Token], speech: Speech) -> list[Token]:
    """The small words right behind the first one, up to a name, a mark, a preposition or another office."""
    run: list[Token] = []
    for last, token in pairwise(words):
        apart = token.start - last.end != 1 or token.kind != "w" or token.capital
        if apart or token.fold in speech.of | speech.links | speech.relatives | speech.roles:
            break
        run.append(token)
    return run
