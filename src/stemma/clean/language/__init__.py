"""The language of an article: its paragraphs vote by their small words; a trained guesser only where doubt is left."""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from functools import lru_cache
from itertools import chain
from typing import Any

from stemma.clean.language.strangers import STRANGERS
from stemma.lang import find_language, known_codes
from stemma.text import find_words

UNKNOWN = "und"
MOST_WORDS = 4000
LEAST_SHARE = 0.18  # of small words in running text: true languages have .25 to .50, strangers below .10
LEAST_SHARE_OF_ALL = 0.2  # in the whole text, where short lines even out
LEAST_FOREIGN = 0.015  # of the words, before a text belongs to the neighbour
LEAST_STRANGE = 0.06  # of the words: in running text a stranger's have .08 to .20, where names and quotations have .02
MOST_STRANGE = 0.05  # of the words, with letters that the language does not write: names are fewer
CLEAR_LEAD = 1.8  # times the runner-up
CLEAR_MAJORITY = 0.7  # of the words that voted
LEAST_WORDS = 6  # a shorter paragraph has no vote
LEAST_LETTERS = 4  # of a whole text
LEAST_GUESSED = 40  # letters, for the guesser: names alone lead it astray
GUESSED_PARAGRAPHS = 12
LEAST_CERTAINTY = 0.6
SCRIPTS = (  # scripts that one language of the news writes, nearly alone
    ("ko", re.compile(r"[\uac00-\ud7a3]")),
    ("ja", re.compile(r"[\u3041-\u30ff]")),
    ("zh", re.compile(r"[\u4e00-\u9fff]")),
    ("th", re.compile(r"[\u0e01-\u0e5b]")),
    ("el", re.compile(r"[\u0370-\u03ff]")),
    ("he", re.compile(r"[\u05d0-\u05ea]")),
    ("ka", re.compile(r"[\u10a0-\u10ff]")),
    ("hy", re.compile(r"[\u0531-\u0587]")),
)
LETTERS = re.compile(r"[^\W\d_]+")
BEYOND_ASCII = re.compile(r"[^\x00-\x7f]+")


def detect_language(lines: Sequence[str]) -> str:
    """ISO 639-1 code of the language that most of a text is written in; "und" where that is not certain."""
    text = "\n".join(lines)[:60000]
    letters = sum(map(len, LETTERS.findall(text)))
    if letters < LEAST_LETTERS:
        return UNKNOWN
    return _read_script(text, letters) or _vote(lines) or (_guess(lines) if letters >= LEAST_GUESSED else UNKNOWN)


def _read_script(text: str, letters: int) -> str | None:
    foreign = "".join(BEYOND_ASCII.findall(text))
    counts = {code: len(pattern.findall(foreign)) for code, pattern in SCRIPTS}
    east_asian = counts["ja"] + counts["zh"]
    if east_asian >= 0.5 * letters:
        return "ja" if counts["ja"] >= 0.1 * east_asian else "zh"
    return next((code for code, count in counts.items() if code not in ("ja", "zh") and count >= 0.5 * letters), None)


def _vote(lines: Sequence[str]) -> str | None:
    """The language that the paragraphs' small words agree on, or None where they leave doubt."""
    votes: Counter[str] = Counter()
    words: list[str] = []
    for line in lines:
        paragraph = find_words(line)
        if len(paragraph) >= LEAST_WORDS:
            votes[_find_winner(paragraph) or UNKNOWN] += len(paragraph)
            words += paragraph
        if len(words) > MOST_WORDS:
            break
    if not votes:  # nothing but short lines: they vote as one
        words = [word for line in lines for word in find_words(line)]
        return _find_winner(words) if len(words) >= LEAST_WORDS - 2 else None
    code = max(sorted(votes), key=lambda name: votes[name])
    if code == UNKNOWN or votes[code] < CLEAR_MAJORITY * votes.total():
        return None
    home = _look_next_door(code, words)
    return home if home != code or _measure(words, code) >= LEAST_SHARE_OF_ALL else None


def _find_winner(words: list[str]) -> str | None:
    counts = count_stopwords(words)
    shares = [(counts[code] / len(words), code) for code in known_codes()]
    least = LEAST_SHARE / CLEAR_LEAD  # a smaller share can neither win nor keep another from winning
    kept = [(0.0 if share >= least and _is_strange(words, code) else share, code) for share, code in shares]
    ranked = sorted(kept, reverse=True)
    best, code = ranked[0]
    second = ranked[1][0] if len(ranked) > 1 else 0.0
    return code if best >= LEAST_SHARE and best >= CLEAR_LEAD * second else None


def count_stopwords(words: Iterable[str]) -> Counter[str]:
    """How many of the words are small words of each language."""
    index = _index_stopwords()
    return Counter(chain.from_iterable([index[word] for word in words if word in index]))


@lru_cache(maxsize=1)
def _index_stopwords() -> dict[str, list[str]]:
    """Each small word with the languages that have it: one look-up a word, where each language would need its own."""
    index: dict[str, list[str]] = {}
    for code in known_codes():
        language = find_language(code)
        for word in sorted(language.grammar.stopwords) if language else ():
            index.setdefault(word, []).append(code)
    return index


def _measure(words: list[str], code: str) -> float:
    language = find_language(code)
    stopwords = language.grammar.stopwords if language else frozenset()
    return 0.0 if _is_strange(words, code) else sum(word in stopwords for word in words) / len(words)


def _is_strange(words: list[str], code: str) -> bool:
    """True where too many words hold letters that the language does not write."""
    language = find_language(code)
    strange = set(language.page.foreign_letters) if language else set()
    return bool(strange) and sum(not strange.isdisjoint(word) for word in words) >= MOST_STRANGE * len(words)


def _look_next_door(code: str, words: list[str]) -> str:
    """The neighbour's code where words that only the neighbour uses outnumber those that only this language uses."""
    language = find_language(code)
    if language is None:
        return code
    own = sum(word in language.page.own_words for word in words)
    for neighbour, marks in sorted(language.page.neighbours.items()):
        foreign = sum(word in marks for word in words)
        if foreign >= 2 and foreign > 2 * own and foreign >= LEAST_FOREIGN * len(words):
            return neighbour
    return _find_stranger(words, language.grammar.stopwords) or code


def _find_stranger(words: list[str], own: frozenset[str]) -> str | None:
    """The language without a file whose small words stand in the text, several of them and often."""
    counts, others = dict[str, int](), frozenset(words) - own
    for stranger, marks in STRANGERS.items():
        found = others.intersection(marks)
        if len(found) >= 3 and stranger not in known_codes():
            counts[stranger] = sum(word in found for word in words)
    best = max(sorted(counts), key=lambda name: counts[name], default=None)
    return best if best and counts[best] >= LEAST_STRANGE * len(words) else None


def _guess(lines: Sequence[str]) -> str:
    """The trained guesser's vote over the longest paragraphs, weighed by their length."""
    votes: Counter[str] = Counter()
    longest = sorted(sorted(set(lines)), key=len, reverse=True)[:GUESSED_PARAGRAPHS]
    for line in longest:
        code, certainty = _load_guesser().classify(line[:1000])
        votes[str(code)] += int(len(line) * float(certainty))
    whole = sum(len(line) for line in longest)
    code = max(sorted(votes), key=lambda name: votes[name])
    if votes[code] < LEAST_CERTAINTY * whole:
        return UNKNOWN
    return _bring_home(code, [word for line in longest for word in find_words(line)])


def _bring_home(code: str, words: list[str]) -> str:
    """The language often taken for this neighbour, where its own words are there and the neighbour's are not."""
    if code in known_codes():
        return code
    for home in known_codes():
        language = find_language(home)
        if language and code in language.page.neighbours and _measure(words, home) >= LEAST_SHARE:
            return _look_next_door(home, words)
    return code


@lru_cache(maxsize=1)
def _load_guesser() -> Any:  # a third of a second to import, more to load: only where the vote leaves doubt
    from py3langid.langid import MODEL_FILE, LanguageIdentifier

    return LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
