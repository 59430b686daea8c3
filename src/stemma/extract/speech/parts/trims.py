"""What is cut off the ends of a phrase: opening conjunctions, and times, scenes and gerunds behind it."""

from stemma.extract.speech.words import Token
from stemma.lang.language import Speech


def drop_time(tokens: list[Token], end: int, low: int, speech: Speech) -> int:
    """Where "this week", "on Monday", "17 October" at the end of a phrase begins."""
    shorter = end
    while shorter > low and (
        tokens[shorter - 1].fold in speech.temporal
        or tokens[shorter - 1].fold.isdigit()
        or tokens[shorter - 1].fold in ("on", "in")
        or (shorter < end and speech.noun_first and tokens[shorter - 1].fold in speech.links)
        or (shorter < end and tokens[shorter - 1].fold in speech.determiners)
    ):
        shorter -= 1
    return shorter


def drop_gerund(tokens: list[Token], start: int, end: int, speech: Speech) -> int:
    """Where the phrase ends that a gerund follows: "the minister | , speaking in Oslo"."""
    for index in range(start + 1, end - 1):
        following = tokens[index + 1]
        small = not following.capital and following.fold not in speech.kinds and following.fold not in speech.openers
        if tokens[index].fold == "," and small and following.fold.endswith(speech.gerund_endings):
            return index
    return end


def cut_scene(tokens: list[Token], start: int, end: int, speech: Speech) -> int:
    """Where a speaker's phrase ends before "dalam keterangan tertulis" and before ", Jumat (22/5)"."""
    for index in range(start + 1, end - 1 if not (speech.order or speech.verb_final) else start):
        word, ahead = tokens[index].fold, index + 1 + (tokens[index + 1].fold in speech.articles)
        told = ahead < end and tokens[ahead].fold in speech.reports and word in speech.links
        if told or (word == "," and tokens[index + 1].fold in speech.temporal):
            return index
    return end


def trim_left(tokens: list[Token], start: int, end: int, low: int, speech: Speech) -> int:
    """Drops leading conjunctions, adverbs and times: "But last week the minister" → "the minister"."""
    while start < end:
        token, following = tokens[start], tokens[start + 1] if start + 1 < end else None
        temporal = following is not None and following.fold in speech.temporal
        if token.fold in speech.temporal or (token.fold in speech.determiners and temporal):
            start += 1
        elif token.fold in speech.determiners and token.fold not in speech.things:
            break
        elif token.fold in speech.openers or token.fold in speech.adverbs or token.fold in speech.coordinators:
            start += 1
        elif token.capital and start > low and following is not None and following.capital:
            break  # "De" Marco
        elif token.fold in speech.links or token.fold in speech.of:
            start = _skip_prepositional(tokens, start, end, speech)
        elif token.kind == "p" and token.fold not in "$€£#@(":
            start += 1
        else:
            break
    return start


def _skip_prepositional(tokens: list[Token], start: int, end: int, speech: Speech) -> int:
    """After an opening preposition: the next determiner, or the last run of capitals, begins the subject."""
    for index in range(start + 2, end):
        if tokens[index].fold in speech.determiners and tokens[index - 1].fold not in speech.of | speech.links:
            return index
        if tokens[index - 1].fold in speech.temporal or tokens[index - 1].fold.isdigit():
            return index
    return start + 1


def skip_to_inner(tokens: list[Token], start: int, end: int, speech: Speech) -> int:
    """Where the "police" of "a man who police say …" begins: not the man says it."""
    for index in range(end - 2, start, -1):
        word = tokens[index].fold
        determines = word in speech.determiners
        if word in speech.relatives and not determines and tokens[index - 1].kind == "w":
            return index + 1
        if not (determines or tokens[index].capital or word in speech.roles or word in speech.kinds):
            break
    return start
