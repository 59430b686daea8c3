"""Folds away why a source is not named: "an official who asked not to be named said C" is "an official said C"."""

from dataclasses import replace

from stemma.extract.speech.parts.forward import find_phrase
from stemma.extract.speech.words import Sentence, Token, cut_phrase
from stemma.extract.syntax.reading import Frame, Range, find_lexicon
from stemma.find.terms import per_language
from stemma.lang.language import Language, Speech
from stemma.text import join_lists

_OPENING = 5  # tokens from a relative pronoun to the words that it opens: "who" has since repeatedly
_TAIL = 30  # tokens of "because he was not allowed to speak in public"
_Phrases = dict[str, list[tuple[str, ...]]]


def fold_nameless(sentence: Sentence, language: Language) -> tuple[Sentence, Range] | None:
    """The sentence without such a clause, and the tokens left out; None where it has none.

    What stays behind reads like any other sentence; `unfold` leads its frames back to the tokens they had.
    """
    found = _find_clause(sentence, language)
    if found is None:
        return None
    low, high = found
    tokens = [*sentence.tokens[:low], *sentence.tokens[high:]]
    gone = high - low
    quotes = [i if i < low else i - gone for i in sentence.quotes if not low <= i < high]
    return Sentence(tokens, sentence.low, sentence.high - gone, max(sentence.last - gone, low), quotes), found


def unfold(frame: Frame, gap: Range, tokens: list[Token]) -> Frame:
    """The frame with the places that its tokens have in the whole sentence; a source takes the clause behind it."""
    low, gone = gap[0], gap[1] - gap[0]

    def lead_back(part: Range) -> Range:
        return (part[0] + gone * (part[0] >= low), part[1] + gone * (part[1] > low))

    source = lead_back(frame.source) if frame.source else None
    if frame.source and frame.source[1] == low:
        source = (frame.source[0], gap[1] - (tokens[gap[1] - 1].fold == ","))
    return replace(
        frame,
        cue=lead_back(frame.cue),
        source=source,
        content=tuple(map(lead_back, frame.content)),
        hearer=lead_back(frame.hearer) if frame.hearer else None,
        antecedent=lead_back(frame.antecedent) if frame.antecedent else None,
        quoted=lead_back(frame.quoted) if frame.quoted else None,
    )


@per_language
def _find_phrases(language: Language | None) -> tuple[_Phrases, _Phrases]:
    """The listed words by the first of them: those that ask for a name to be left out, and those before a matter."""
    found: tuple[_Phrases, _Phrases] = ({}, {})
    if language is not None:
        for phrases, listed in zip(found, (language.speech.nameless, language.speech.knowing), strict=True):
            for words in sorted((cut_phrase(phrase, language) for phrase in listed), key=len, reverse=True):
                phrases.setdefault(words[0], []).append(words)
    return found


def drop_wish(words: list[Token], language: Language) -> list[Token]:
    """The words that describe a source, without its wish to stay unnamed: two accounts may leave that out."""
    wish = _find_wish(Sentence(words, 0, len(words), len(words), []), language)
    return words[: wish[0]] if wish else words


def _find_clause(sentence: Sentence, language: Language) -> Range | None:
    """Where such a clause stands behind a noun, its commas included."""
    nameless, knowing = _find_phrases(language)
    words = [token.fold for token in sentence.tokens[sentence.low + 1 : sentence.last]]
    if not nameless.keys().isdisjoint(words) and (wish := _find_wish(sentence, language)):
        return wish
    if knowing.keys().isdisjoint(words):
        return None
    for index in range(sentence.low + 1, sentence.last):
        word = sentence.tokens[index].fold
        if word in knowing and (end := _match(sentence, index, knowing[word])):
            high = _cut_at_verb(
                sentence, end, find_phrase(sentence.tokens, end, sentence.last, language.speech), language
            )
            return _find_edges(sentence, index, high, language) if high > end else None
    return None


def _cut_at_verb(sentence: Sentence, low: int, high: int, language: Language) -> int:
    """The end of the matter in "familiar with the talks confirmed": what confirms or denies is no part of it."""
    verbs = language.speech.confirms | language.speech.denies
    return next((i for i in range(low + 1, high) if sentence.tokens[i].fold in verbs), high)


def _find_wish(sentence: Sentence, language: Language) -> Range | None:
    """The clause in which a source asks to be left unnamed."""
    nameless = _find_phrases(language)[0]
    for index in range(sentence.low + 1, sentence.last):
        word = sentence.tokens[index].fold
        if word in nameless and (end := _match(sentence, index, nameless[word])):
            return _find_edges(sentence, index, end, language)
    return None


def _match(sentence: Sentence, index: int, phrases: list[tuple[str, ...]]) -> int:
    """Where the longest listed phrase that begins here ends; 0 where none does."""
    for words in phrases:
        end = index + len(words)
        if end <= sentence.last and all(sentence.tokens[index + i].fold == word for i, word in enumerate(words)):
            return end
    return 0


def _find_edges(sentence: Sentence, low: int, high: int, language: Language) -> Range | None:
    """The clause from its relative pronoun or comma to its end; None where no noun stands before it."""
    tokens, speech = sentence.tokens, language.speech
    opener = next(
        (i for i in range(low - 1, max(sentence.low, low - _OPENING), -1) if tokens[i].fold in speech.relatives), low
    )
    if any(tokens[i].kind != "w" for i in range(opener, low)):
        opener = low
    if opener == low and tokens[low - 1].fold in join_lists(speech.be, speech.auxiliaries):
        return None  # "she is familiar with the matter" describes nobody who speaks
    opened = tokens[opener - 1].fold == ","
    opener -= opened
    if opener <= sentence.low or tokens[opener - 1].kind != "w":
        return None
    high = _take_tail(sentence, high, speech)
    if high < sentence.last and tokens[high].fold == "," and _speaks(sentence, high + 1, language):
        high += 1
    return (opener, high)


def _take_tail(sentence: Sentence, high: int, speech: Speech) -> int:
    """Takes the reason as well, up to its comma or the end of the sentence."""
    tokens, last = sentence.tokens, sentence.last
    if high >= last or tokens[high].fold not in speech.closers:
        return high
    return next((i for i in range(high, min(high + _TAIL, last)) if tokens[i].fold == ","), high)


def _speaks(sentence: Sentence, index: int, language: Language) -> bool:
    """True where a verb of saying follows the comma, so that the comma only closes the clause."""
    if index >= sentence.last:
        return False
    word, speech = sentence.tokens[index].fold, language.speech
    return word in find_lexicon(language) or word in join_lists(speech.auxiliaries, speech.adverbs, speech.be)
