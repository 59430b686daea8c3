"""Words and sentences of a text, a quotation being one word: what the cue frames are matched against."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import NamedTuple

from stemma.extract.quotations import Quotation, find_quotations
from stemma.extract.speech.cases.dashes import part_quotations
from stemma.lang.cutting import Cutter, find_cutter
from stemma.lang.language import Language, Speech
from stemma.model import Span
from stemma.text import WORD, fold

_TOKEN = re.compile(
    r"(?:[\w\-]+\.)+(?:com|org|net|info|co\.uk|tv|ua|ru|id|cz|sk|pl|eu)\b|(?:[A-Z]\.){2,}|"
    + WORD.pattern
    + r"|[$€£#@%&]|\.\.\.|--|[^\w\s]|_"
)
_ACRONYMS = frozenset({"US", "IT", "WHO"})  # capitals that a lower-case pronoun would hide
_DASHES = "—–"
_INNER_MARKS = " \u00a0'’”"  # close a quotation inside a quotation
_PARAGRAPH = re.compile(r"[^\n]+")
_LONGEST = 400  # tokens from which a sentence without end is cut at its next comma
_MARKS = {"。": ".", "！": "!", "？": "?", "，": ",", "：": ":", "；": ";", "（": "(", "）": ")"} | {
    "،": ",",
    "؛": ";",
    "؟": "?",
    "۔": ".",
}
_STOPS = "。！？؟۔"  # end a sentence wherever they stand


class Token(NamedTuple):
    """A word, a mark or a whole quotation (`kind` w, p or q); `fold` is for looking up, never for showing."""

    start: int
    end: int
    fold: str
    kind: str
    capital: bool


@dataclass(frozen=True, slots=True)
class Sentence:
    """Tokens [low, high) of one paragraph; `last` is the end without the closing mark."""

    tokens: list[Token]
    low: int
    high: int

    @property
    def last(self) -> int:
        """The end of the sentence without its closing punctuation."""
        high = self.high
        while high > self.low and self.tokens[high - 1].kind == "p" and self.tokens[high - 1].fold in ".!?…;:":
            high -= 1
        return high


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One line of the text with its tokens and sentences."""

    span: Span
    tokens: list[Token]
    sentences: list[Sentence]
    quotations: dict[int, Quotation]
    cut: Cutter | None = None


def find_paragraphs(text: str, language: Language) -> list[Paragraph]:
    """Every non-empty line, cut into tokens (a quotation is one token) and sentences."""
    quotations, cut = find_quotations(text), find_cutter(language)
    if language.speech.dash_speech:
        quotations = part_quotations(text, quotations, language.speech)
    paragraphs, following = [], 0
    for line in _PARAGRAPH.finditer(text):
        own: dict[int, Quotation] = {}
        while following < len(quotations) and quotations[following].span.start < line.end():
            own[quotations[following].span.start] = quotations[following]
            following += 1
        tokens = list(cut_tokens(tokenise(text, line.start(), line.end(), own, language.speech), text, cut))
        if tokens:
            sentences = list(_split(text, tokens, own, language))
            paragraphs.append(Paragraph(Span(line.start(), line.end()), tokens, sentences, own, cut))
    return paragraphs


def open_quotation(text: str, quotation: Quotation, language: Language) -> Paragraph | None:
    """The words between two quotation marks as a paragraph of their own; None where there are none."""
    cut = find_cutter(language)
    opened = tokenise(text, quotation.inner.start, quotation.inner.end, {}, language.speech)
    tokens = list(cut_tokens(opened, text, cut))
    if not tokens:
        return None
    return Paragraph(quotation.inner, tokens, list(_split(text, tokens, {}, language)), {}, cut)


def tokenise(text: str, start: int, end: int, quotations: dict[int, Quotation], speech: Speech) -> Iterator[Token]:
    """Tokens of text[start:end]; those that begin a known quotation swallow it whole."""
    position = start
    elisions, spellings = speech.elisions, speech.spellings
    while match := _TOKEN.search(text, position, end):
        if quotation := quotations.get(match.start()):
            last = quotation.inner.of(text).rstrip(_INNER_MARKS)[-1:]
            last = _MARKS.get(last, last)
            yield Token(quotation.span.start, quotation.span.end, '"' + (last if last in ".,!?…;" else ""), "q", False)
            position = quotation.span.end
            continue
        word = match.group()
        kind = "w" if word[0].isalnum() else "p"
        stop = _find_elision(text, match, elisions) if elisions and kind == "w" else 0
        resume = stop
        if not stop and speech.enclitics and "-" in word:
            stop, resume = _find_enclitic(match, speech.enclitics)
        if stop:
            word = text[match.start() : stop]
        folded = _fold_word(word) if kind == "w" else _MARKS.get(word, word)
        if spellings and not word.isascii():
            folded = spellings.get(word.lower(), folded)
        yield Token(match.start(), stop or match.end(), folded, kind, word[0].isupper())
        position = resume or match.end()


def _find_enclitic(match: re.Match[str], enclitics: frozenset[str]) -> tuple[int, int]:
    """Where the verb of "dit-elle" ends and its pronoun begins; a "t" between them belongs to neither."""
    head, _, pronoun = match.group().rpartition("-")
    if fold(pronoun) not in enclitics:
        return 0, 0
    head = head.removesuffix("-t")
    return match.start() + len(head), match.end() - len(pronoun)


def _find_elision(text: str, match: re.Match[str], elisions: frozenset[str]) -> int:
    """Where the "dell'" of "dell'agenzia" ends; 0 where the word is none."""
    word = match.group()
    at = word.replace("’", "'").find("'")
    if at < 0:
        at = len(word) if text[match.end() : match.end() + 1] in ("'", "’") else -1
    return match.start() + at + 1 if at > 0 and f"{fold(word[:at])}'" in elisions else 0


def cut_tokens(tokens: Iterable[Token], text: str, cut: Cutter | None) -> Iterable[Token]:
    """The tokens with their words cut apart, in languages that leave no blanks between words."""
    return tokens if cut is None else (part for token in tokens for part in _cut_token(token, text, cut))


def _cut_token(token: Token, text: str, cut: Cutter) -> Iterator[Token]:
    if token.kind != "w":
        yield token
        return
    word, start = text[token.start : token.end], token.start
    for low, high in cut(word):
        yield Token(start + low, start + high, _fold_word(word[low:high]), "w", word[low].isupper())


def _is_caseless(letter: str) -> bool:
    """True for letters of scripts that have no capitals."""
    return letter.isalpha() and letter.upper() == letter.lower()


def _fold_word(word: str) -> str:
    if word in _ACRONYMS:
        return word
    return word.lower() if word.isascii() else fold(word)


def cut_phrase(phrase: str, language: Language) -> tuple[str, ...]:
    """The words of a listed phrase, cut as the texts of its language are."""
    spaced = phrase.replace("'", "' ") if language.speech.elisions else phrase  # "jusqu'à" is two words
    words, cut = spaced.split(), find_cutter(language)
    if cut is None or len(words) == 1:
        return tuple(words)
    return tuple(word[low:high] for word in words for low, high in cut(word))


def _split(text: str, tokens: list[Token], quotations: dict[int, Quotation], language: Language) -> Iterator[Sentence]:
    """Sentences end at a full stop outside quotations, or after a quotation that ends one before a capital."""
    low = 0
    for index, token in enumerate(tokens):
        following = tokens[index + 1] if index + 1 < len(tokens) else None
        endless = index - low >= _LONGEST and token.fold == ","
        if following is None or endless or token.fold == ";" or _ends(text, tokens, index, quotations, language):
            yield Sentence(tokens, low, index + 1)
            low = index + 1


def _is_ordinal(before: Token, following: Token, language: Language) -> bool:
    """True for the "21" of "21. Mai" and "3. Liga", where nouns have capitals anyway."""
    speech = language.speech
    if not speech.capital_nouns or not before.fold.isdigit() or before.end - before.start > 2 or following.kind != "w":
        return False
    opens = following.fold in speech.determiners or following.fold in speech.links or following.fold in speech.adverbs
    small = following.fold in speech.persons or following.fold in speech.openers or following.fold in speech.things
    return following.capital and not opens and not small


def _ends(text: str, tokens: list[Token], index: int, quotations: dict[int, Quotation], language: Language) -> bool:
    token, following = tokens[index], tokens[index + 1]
    if text[token.start] in _STOPS and token.kind == "p":
        return True
    starts = following.capital or following.kind == "q" or following.fold.isdigit() or following.fold in "([—-•"
    if token.kind == "q":
        inner = quotations[token.start].inner.of(text).rstrip()
        if following.fold in "—–-" and index + 2 < len(tokens) and not tokens[index + 2].capital:
            return False  # “A?” — asked X
        return inner[-1:] in ".!?…" and starts and following.fold != "("
    if (
        token.fold not in (".", "!", "?", "…", "...")
        or not (starts or _is_caseless(text[following.start]))
        or (token.fold == "." and following.start == token.end)
    ):
        return False
    if following.fold in _DASHES and index + 2 < len(tokens) and not tokens[index + 2].capital:
        return False  # “—Where? —she asked”
    before = tokens[index - 1] if index else token
    short = before.fold in language.grammar.abbreviations or _is_title(tokens, index - 1, language.speech)
    initial = before.kind == "w" and before.end - before.start == 1 and before.capital
    bound = (short and before.end - before.start <= 4) or initial or _is_ordinal(before, following, language)
    return not (token.fold == "." and before.end == token.start and bound)


def _is_title(tokens: list[Token], index: int, speech: Speech) -> bool:
    """False for the "juez" of "ante el juez.": a title behind an article is a noun there."""
    owned = speech.noun_first and index > 0 and tokens[index - 1].fold in speech.determiners
    return tokens[index].fold in speech.titles and not owned
