"""Words and sentences of a text, a quotation being one word: what the cue frames are matched against."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import accumulate, compress, starmap
from operator import add

from msgspec import Struct

from stemma.extract.quotations import Quotation, find_quotations
from stemma.extract.speech.cases.dashes import part_quotations
from stemma.lang.cutting import Cutter, find_cutter
from stemma.lang.language import Language, Speech
from stemma.model import Span
from stemma.text import MARKS, WORD, fold

_TOKEN = re.compile(
    r"\d{1,3}(?:,\d{3})+(?![\w,])|"  # 20,000
    rf"[^\W_]++(?:(?![\w.\-'’{MARKS}])|(?=\. ))|,|"  # most tokens: no other branch would read them otherwise
    r"(?:[\w\-]++\.)+(?:com|org|net|info|co\.uk|tv|ua|ru|id|cz|sk|pl|eu)\b|(?:[A-Z]\.){2,}|[ap]\.m\.|"
    + WORD.pattern
    + r"|[$€£#@%&]|\.\.\.|--|[^\w\s]|_"
)
_PIECE = re.compile(rf"(?:{_TOKEN.pattern}) ?|\s")  # a token with the blank behind it: together the whole text
_ACRONYMS = frozenset({"US", "IT", "WHO"})  # capitals that a lower-case pronoun would hide
_GLUED = (  # articles in Arabic names: Sami al-Tarn
    *("al-", "el-", "ad-", "ar-", "as-", "ash-", "at-", "az-"),
    *("аль-", "эль-", "ад-", "ар-", "ас-", "аш-", "ат-", "аз-", "ель-"),
)
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
_ENDERS = frozenset({".", "!", "?", "…", "...", ";"})  # folded marks that may end a sentence
_PARTERS = _ENDERS | {","} | {f'"{mark}' for mark in ("", *".,!?…;")}  # quotations end sentences as well
_HOURS = frozenset({"a.m.", "p.m."})
_SHORT = frozenset({"u.s.", "u.k.", "u.n.", "d.c."}) | _HOURS  # their full stop may end a sentence as well
_SPOKEN_END = (".", "!", "?", ",", "…")
_LONGEST_ZONE = 4  # letters: ET, EDT, AEST
_KEPT = 65536  # words whose reading is remembered


class Token(Struct, gc=False):  # an article has a thousand: three times as fast to make as anything of the library's
    """A word, a mark or a whole quotation (`kind` w, p or q); `fold` is for looking up; nobody changes one."""

    start: int
    end: int
    fold: str
    kind: str
    capital: bool


class Sentence(Struct):
    """Tokens [low, high) of one paragraph; `last` is the end without the closing marks."""

    tokens: list[Token]
    low: int
    high: int
    last: int
    quotes: list[int]  # where its quotations stand


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One line of the text with its tokens and sentences."""

    span: Span
    tokens: list[Token]
    sentences: list[Sentence]
    quotations: dict[int, Quotation]
    cut: Cutter | None = None
    opened: dict[int, list[Token]] = field(
        default_factory=dict
    )  # the words of quotations that were read, by their start


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
        tokens = cut_tokens(tokenise(text, line.start(), line.end(), own, language.speech), text, cut)
        if tokens:
            sentences = list(_split(text, tokens, own, language))
            paragraphs.append(Paragraph(Span(line.start(), line.end()), tokens, sentences, own, cut))
    return paragraphs


def list_quoted(text: str, paragraph: Paragraph, quotation: Quotation, speech: Speech) -> list[Token]:
    """The tokens of a quotation of that paragraph, its marks included; found once."""
    start = quotation.span.start
    if start not in paragraph.opened:
        paragraph.opened[start] = cut_tokens(tokenise(text, *quotation.span, {}, speech), text, paragraph.cut)
    return paragraph.opened[start]


def open_quotation(text: str, paragraph: Paragraph, quotation: Quotation, language: Language) -> Paragraph | None:
    """The words between two quotation marks as a paragraph of their own; None where there are none."""
    low, high = quotation.inner
    tokens = list_quoted(text, paragraph, quotation, language.speech)
    first, last = 0, len(tokens)
    while first < last and tokens[first].start < low:
        first += 1
    while last > first and tokens[last - 1].end > high:
        last -= 1
    if first == last:
        return None
    tokens = tokens[first:last]
    return Paragraph(quotation.inner, tokens, list(_split(text, tokens, {}, language)), {}, paragraph.cut)


def tokenise(text: str, start: int, end: int, quotations: dict[int, Quotation], speech: Speech) -> list[Token]:
    """Tokens of text[start:end]; those that begin a known quotation swallow it whole."""
    tokens: list[Token] = []
    if not (speech.elisions or speech.spellings or speech.enclitics):
        for quotation in quotations.values():  # in the order of the text
            if quotation.span.start >= start:
                _read_plain(text, start, quotation.span.start, tokens)
                tokens.append(_make_quotation_token(text, quotation))
                start = quotation.span.end
        _read_plain(text, start, end, tokens)
        return tokens
    position: int | None = start
    while position is not None:
        position = _read_stretch(text, (position, end), quotations, speech, tokens)
    return tokens


def _read_plain(text: str, at: int, end: int, tokens: list[Token]) -> None:
    """Adds the tokens of a stretch where words neither swallow nor split, so that their lengths tell their places."""
    pieces = _PIECE.findall(text, at, end)
    if pieces:
        lengths, wholes, folded, kinds, capitals = zip(*map(_read_piece, pieces), strict=True)
        starts = list(accumulate(wholes, initial=at))[:-1]
        parts = zip(starts, map(add, starts, lengths), folded, kinds, capitals, strict=True)
        tokens.extend(starmap(Token, compress(parts, lengths)))


@lru_cache(maxsize=_KEPT)
def _read_piece(piece: str) -> tuple[int, int, str, str, bool]:
    """The length of a token, the same with the blank behind it, and how the token reads; 0 for a blank alone."""
    word = piece.rstrip()
    return (len(word), len(piece), *(_read_word(word) if word else ("", "p", False)))


def _read_stretch(
    text: str, stretch: tuple[int, int], quotations: dict[int, Quotation], speech: Speech, tokens: list[Token]
) -> int | None:
    """Adds tokens up to a quotation or half a word, the first that is no plain match; tells where to go on, or None."""
    elisions, spellings, enclitics = speech.elisions, speech.spellings, speech.enclitics
    for match in _TOKEN.finditer(text, *stretch):
        (at, end), word = match.span(), match[0]
        if at in quotations:
            tokens.append(_make_quotation_token(text, quotations[at]))
            return quotations[at].span.end
        folded, kind, capital = _read_word(word)
        stop = _find_elision(text, match, elisions) if elisions and kind == "w" else 0
        resume = stop
        if not stop and enclitics and "-" in word:
            stop, resume = _find_enclitic(match, enclitics)
        if stop:
            word = text[at:stop]
            folded = _read_word(word)[0]
        if spellings:
            folded = spellings.get(word.lower(), folded)
        tokens.append(Token(at, stop or end, folded, kind, capital))
        if stop:
            return resume
    return None


@lru_cache(maxsize=_KEPT)
def _read_word(word: str) -> tuple[str, str, bool]:
    """The fold, the kind and the capital of a word or mark, the same in every language."""
    kind = "w" if word[0].isalnum() else "p"
    capital = word[0].isupper() or (word.startswith(_GLUED) and word.partition("-")[2][:1].isupper())
    return _fold_word(word) if kind == "w" else _MARKS.get(word, word), kind, capital


def _make_quotation_token(text: str, quotation: Quotation) -> Token:
    last = quotation.inner.of(text).rstrip(_INNER_MARKS)[-1:]
    last = _MARKS.get(last, last)
    return Token(quotation.span.start, quotation.span.end, '"' + (last if last in ".,!?…;" else ""), "q", False)


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


def cut_tokens(tokens: list[Token], text: str, cut: Cutter | None) -> list[Token]:
    """The tokens with their words cut apart, in languages that leave no blanks between words."""
    return tokens if cut is None else [part for token in tokens for part in _cut_token(token, text, cut)]


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
    words = spaced.split()
    cut = find_cutter(language) if len(words) > 1 else None
    if cut is None:
        return tuple(words)
    return tuple(word[low:high] for word in words for low, high in cut(word))


def _split(text: str, tokens: list[Token], quotations: dict[int, Quotation], language: Language) -> Iterator[Sentence]:
    """Sentences end at a full stop outside quotations, or after a quotation that ends one before a capital."""
    low = 0
    quotes = [i for i, token in enumerate(tokens) if token.kind == "q"] if quotations else []
    for index in [i for i, token in enumerate(tokens[:-1]) if token.fold in _PARTERS or token.fold[-1:] == "."]:
        token = tokens[index]
        if token.fold in _SHORT:
            ends = _opens_sentence(text, token, tokens[index + 1], language)
        elif token.kind == "w":
            ends = _opens_quotation(text, tokens[index + 1], quotations)
        elif token.fold != ",":
            ends = token.fold == ";" or _ends(text, tokens, index, quotations, language)
        else:
            ends = index - low >= _LONGEST
        if ends:
            yield _make_sentence(tokens, low, index + 1, quotes)
            low = index + 1
    yield _make_sentence(tokens, low, len(tokens), quotes)


def _opens_sentence(text: str, token: Token, following: Token, language: Language) -> bool:
    """True for the "He" of "left the U.S. He said", a small word with a capital; not for "at 11 a.m. ET"."""
    if token.fold in _HOURS:
        calendar, word = language.calendar, text[following.start : following.end]
        dated = following.fold in calendar.weekdays or following.fold in calendar.months
        zone = word.isupper() and 1 < len(word) <= _LONGEST_ZONE
        return following.kind == "q" or (following.capital and not dated and not zone)
    speech = language.speech
    small = (speech.persons, speech.groups, speech.determiners, speech.openers, speech.contrasts)
    return following.capital and any(following.fold in words for words in small)


def _opens_quotation(text: str, following: Token, quotations: dict[int, Quotation]) -> bool:
    """True for “We left behind "in Fort Halden, S.C.": spoken words with a capital, and no name in quotation marks."""
    if following.kind != "q" or following.start not in quotations:
        return False
    quotation = quotations[following.start]
    inside = quotation.inner.of(text).rstrip()
    return inside[:1].isupper() and inside[-1:] in _SPOKEN_END


def _make_sentence(tokens: list[Token], low: int, high: int, quotes: list[int]) -> Sentence:
    last = high
    while last > low and tokens[last - 1].kind == "p" and tokens[last - 1].fold in ".!?…;:":
        last -= 1
    return Sentence(tokens, low, high, last, [i for i in quotes if low <= i < high])


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
    starts = starts or (language.speech.free_order and following.fold == "–")  # Koniec. – Nie – rzekł X
    if token.kind == "q":
        inner = quotations[token.start].inner.of(text).rstrip()
        if following.fold in "—–-" and index + 2 < len(tokens) and not tokens[index + 2].capital:
            return False  # “A?” — asked X
        return inner[-1:] in ".!?…" and starts and following.fold != "("
    if (
        token.fold not in (".", "!", "?", "…", "...")
        or not (starts or _is_caseless(text[following.start]))
        or (token.fold == "." and following.start == token.end and not _lacks_space(text, tokens, index))
    ):
        return False
    if following.fold in _DASHES and index + 2 < len(tokens) and not tokens[index + 2].capital:
        return False  # “—Where? —she asked”
    before = tokens[index - 1] if index else token
    known = before.fold in language.grammar.abbreviations
    short = known or _is_title(tokens, index - 1, language.speech)
    initial = before.kind == "w" and before.end - before.start == 1 and before.capital
    length = before.end - before.start
    short = short and (length <= 4 or (length == 5 and known and before.fold.isalpha()))  # "Comdr", not "S.p.A"
    bound = short or initial or _is_ordinal(before, following, language)
    return not (token.fold == "." and before.end == token.start and bound)


def _lacks_space(text: str, tokens: list[Token], index: int) -> bool:
    """True for the full stop of "the harbour.Fire officials said": two words of prose, and no address or initial."""
    before, following = tokens[index - 1], tokens[index + 1]
    words = [text[token.start : token.end] for token in (before, following)]
    return index > 0 and len(words[0]) > 2 and words[0].islower() and len(words[1]) > 1 and words[1].istitle()


def _is_title(tokens: list[Token], index: int, speech: Speech) -> bool:
    """False for the "juez" of "ante el juez.": a title behind an article is a noun there."""
    owned = speech.noun_first and index > 0 and tokens[index - 1].fold in speech.determiners
    return tokens[index].fold in speech.titles and not owned


def find_capital_title(paragraphs: list[Paragraph]) -> Span:
    """The first line where most of its longer words begin with a capital, else an empty span."""
    words = [t for t in paragraphs[0].tokens if t.kind == "w" and len(t.fold) > 3] if paragraphs else []
    capital = sum(t.capital for t in words)
    return paragraphs[0].span if words and capital > 0.7 * len(words) and len(words) > 4 else Span(0, 0)


def is_title_inside(before: Token, token: Token, following: Token, speech: Speech) -> bool:
    """True for the "Evening" of "Oster Evening News": a time with a capital, between two of them."""
    capital = before.capital and token.capital and following.capital
    return speech.shares and capital and following.fold not in speech.temporal
