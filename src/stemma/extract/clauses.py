"""Cut a sentence into clauses, so that several facts become several claims.

No parser: a cut needs a mark on the surface (punctuation, a word that opens a clause, the edge of a quotation) or two
counts of different things. What is too short to say anything by itself stays with its neighbour.
"""

import itertools
import re
from collections.abc import Sequence

from stemma.find import find_moments, find_terms
from stemma.find.terms import find_phrases, may_hold
from stemma.lang.language import Language
from stemma.model import Quantity, Span
from stemma.text import fold, join_lists

LONGEST = 600
SHORTEST_IN_TERMS = 3
FEWEST_BESIDE_COUNT = 2  # terms that a count needs to say what of: a verb alone does not
FEWEST_BEFORE = 4  # words before a second predicate
FEWEST_IN_HEADLINE = 4  # terms that a part of a headline needs to stand alone
LONGEST_DATELINE = 90
_DATELINE_END = re.compile(r"\s*(?:--|[—–]|\s-\s)\s*")
_DATELINE_WORD = re.compile(r"[^\s,.()/]+")
_SHOUTED = re.compile(r"\b[^\W\d_a-z]{3,}\b")
_BREAK = re.compile(r"(?:[;:؛]|\s[—–-]|—)\s+|；|[,،][”\"’']?\s+(?=(\w+))")
_WORD = re.compile(r"\w+(?:[-'’]\w+)*")
_THAT = re.compile(r"\s+(\w+)\s+")
_IN_WORD = re.compile(r"\w\w|\d[.,]|[.,]\d")
_EDGE = ' \t\n,;:.—–-"“”„«»()…，。；：、「」『』（）،؛۔'
_ADDRESS = re.compile(r"(?:https?://|\b(?:www|pic)\.|[\w.+-]+@\w)\S*")
_LINKS = re.compile(r"(?:\s+(?:https?://|pic\.)\S+)+$")  # what a post shows below its words
_SIGNATURE = re.compile(r"[^()\n]{1,60}\(@\w+\)")  # of a post: "Ada Brun (@adabrun) June 3, 2031"


def find_clauses(
    text: str, sentence: Span, language: Language | None, quantities: Sequence[Quantity], edges: Sequence[int]
) -> list[Span]:
    """Clause spans of one sentence, in order.

    Args:
        text: the whole article.
        sentence: the sentence to cut.
        language: None for an unknown one: only punctuation cuts.
        quantities: those that lie in the sentence.
        edges: offsets where quoted or attributed content begins or ends; always cut there.

    Returns:
        Trimmed, non-overlapping spans, each at most 600 characters.
    """
    fixed = {edge for edge in edges if sentence.start < edge < sentence.end and not _IN_WORD.match(text, edge - 1)}
    fixed |= _find_ends_of_misgivings(text, sentence, language) if language else set()
    soft = _find_openers(text, sentence, language) | _find_cuts_between_counts(text, quantities, language)
    points = sorted(fixed | {point for point in soft if sentence.start < point < sentence.end})
    pieces = [Span(a, b) for a, b in zip([sentence.start, *points], [*points, sentence.end], strict=True)]
    joined = _join_short(text, pieces, fixed, language, quantities)
    return [part for piece in joined for part in _split_long(text, trim(text, piece))]


def trim(text: str, span: Span) -> Span:
    """The span without spaces, quotation marks and punctuation at its edges, and the links that end a post."""
    start, end = span
    if text.find("://", start, end) >= 0 or text.find("pic.", start, end) >= 0:
        links = _LINKS.search(text, start, end)
        end = links.start() if links else end
    while start < end and text[start] in _EDGE:
        start += 1
    while end > start and text[end - 1] in _EDGE:
        end -= 1
    return Span(start, end)


def is_furniture(text: str, span: Span, language: Language | None) -> bool:
    """True for the signature of a post, and for words that lead to an address: "Write to desk@lamp.example"."""
    signature = _SIGNATURE.match(text, *span)
    if signature:
        rest = Span(signature.end(), span.end)
        dates = [moment.span for moment in find_moments(text, language, rest)]
        return all(any(date.overlaps(at) for date in dates) for _, at in find_terms(text, language, rest))
    address = _ADDRESS.search(text, *span)
    return address is not None and not re.search(r"\w", text[address.end() : span.end])


def find_dateline(text: str, language: Language | None) -> Span | None:
    """The place, day and agency that open an article: "PORT ELM, Feb 3 (XW) - "; None where there is no such line."""
    lines = [Span(*line.span()) for line in re.finditer(r"[^\n]+", text)][:4]
    for line in lines[1:] or lines:
        dash = _DATELINE_END.search(text, line.start, min(line.end, line.start + LONGEST_DATELINE))
        if dash and dash.start() > line.start and _is_dateline(text[line.start : dash.start()], language):
            parted = _DATELINE_END.search(text, dash.end(), min(line.end, dash.end() + LONGEST_DATELINE))
            plain = not re.search(r"[,(]", text[line.start : dash.start()])
            return None if parted and plain else Span(line.start, dash.end())
    return None


def _is_dateline(head: str, language: Language | None) -> bool:
    """True for capitals, days and an agency in brackets, and nothing else; a word is shouted or stands in brackets."""
    calendar = language.calendar if language else None
    small = {*calendar.months, *calendar.weekdays, *calendar.date_joiners} if calendar else set()
    words = _DATELINE_WORD.findall(head)
    plain = all(not word[0].islower() or fold(word) in small or word in ("com", "co", "id") for word in words)
    return plain and (bool(_SHOUTED.search(head.partition("(")[0])) or head.rstrip().endswith(")"))


def join_fragments(text: str, spans: Sequence[Span], language: Language | None, edges: Sequence[int]) -> list[Span]:
    """The clauses of a headline, with parts too short to stand alone joined to the one before.

    What stands before a colon and is nobody's saying is the topic of what follows: "Fire in Orlin: two hurt".
    """
    joined: list[Span] = []
    for span in spans:
        pair = [*joined[-1:], span]
        short = min(len(find_terms(text, language, part)) for part in pair) < FEWEST_IN_HEADLINE
        short = short or text[pair[0].end : span.start].strip() == ":"
        if joined and short and not any(joined[-1].end <= edge <= span.start for edge in edges):
            joined[-1] = Span(joined[-1].start, span.end)
        else:
            joined.append(span)
    return joined


def _find_openers(text: str, sentence: Span, language: Language | None) -> set[int]:
    openers = language.grammar.clause_openers if language else frozenset()
    found = set()
    for match in _BREAK.finditer(text, sentence.start, sentence.end):
        word = fold(match.group(1)) if match.group(1) else None
        if word is not None and language and word in language.speech.joins:
            if _has_verb_of_its_own(text, Span(match.end(), sentence.end), language):
                found.add(match.end())
        elif word is None or word in openers or (word.endswith("ing") and len(word) > 4):
            found.add(match.end())
    if language is None:
        return found
    return (
        found - _find_insertions(text, sentence, language)
        | _find_second_predicates(text, sentence, language)
        | _find_end_of_opening_clause(text, sentence, language)
    )


def _find_insertions(text: str, sentence: Span, language: Language) -> set[int]:
    """Where no clause begins: both dashes of "two ferries — old ones — were sold", and before "as well as"."""
    marks = find_phrases(text, sentence, language.speech.inclusions)
    found = {mark.span.start for mark in marks if mark.span and " " in mark.text}
    dashes = [m.end() for m in _BREAK.finditer(text, *sentence) if m.group().strip() in ("-", "–", "—")]
    for before, dash in itertools.pairwise([-1, *dashes]):
        word = _WORD.match(text, dash)
        if word and fold(word.group()) in _verbs(language):
            found |= {before, dash}
    return found


def _find_ends_of_misgivings(text: str, sentence: Span, language: Language) -> set[int]:
    """Cut before what is doubted, a claim of its own: "there is no evidence that | the bridge fell"."""
    return {
        that.end()
        for mark in find_phrases(text, sentence, language.speech.misgivings)
        if mark.span and (that := _THAT.match(text, mark.span.end)) and fold(that.group(1)) in language.speech.that
    }


def _find_end_of_opening_clause(text: str, sentence: Span, language: Language) -> set[int]:
    """Cut at the first comma of a sentence that opens with a subordinate clause: "As rain fell, | the mayor …"."""
    words = _WORD.finditer(text, sentence.start, sentence.end)
    first = next(words, None)
    comma = text.find(", ", sentence.start, sentence.end)
    if first is None or comma < 0 or (opener := fold(first.group())) in language.speech.joins:
        return set()
    return {comma + 2} if opener in language.grammar.clause_openers else set()


def _has_verb_of_its_own(text: str, rest: Span, language: Language) -> bool:
    """True where a clause follows ", and", not the last item of a list: an auxiliary stands before the next comma."""
    until = text.find(",", rest.start + 4, rest.end)
    part = text[rest.start : until if until > 0 else rest.end]
    return any(fold(word) in _verbs(language) for word in _WORD.findall(part))


def _verbs(language: Language) -> frozenset[str]:
    return join_lists(language.speech.auxiliaries, language.speech.be)


def _find_second_predicates(text: str, sentence: Span, language: Language) -> set[int]:
    """Cut where an auxiliary follows a coordinator: "left the harbour | and were towed to the pier"."""
    if not may_hold(text, sentence, language.speech.joins):
        return set()
    words = list(_WORD.finditer(text, sentence.start, sentence.end))
    return {
        left.start()
        for at, (left, right) in enumerate(itertools.pairwise(words))
        if at >= FEWEST_BEFORE
        and fold(left.group()) in language.speech.joins
        and fold(right.group()) in _verbs(language)
    }


def _find_cuts_between_counts(text: str, quantities: Sequence[Quantity], language: Language | None) -> set[int]:
    """One cut between neighbouring counts of different things: "killing five people | and injuring dozens"."""
    found = set()
    for left, right in itertools.pairwise(quantities):
        if left.role is None or right.role is None or left.role == right.role:
            continue
        between = list(re.finditer(r",|\b\w+\b", text[left.span.end : right.span.start]))
        marks = [m for m in between if m.group() == "," or (language and fold(m.group()) in language.speech.joins)]
        if marks:
            found.add(left.span.end + marks[-1].start())
    return found


def _join_short(
    text: str, pieces: list[Span], fixed: set[int], language: Language | None, quantities: Sequence[Quantity]
) -> list[Span]:
    joined: list[Span] = []
    for piece in pieces:
        if (
            joined
            and piece.start not in fixed
            and (
                _is_short(text, piece, language, quantities)
                or _is_short(text, joined[-1], language, quantities)
                or _is_toll_of(text, joined[-1], piece, language, quantities)
            )
        ):
            joined[-1] = Span(joined[-1].start, piece.end)
        else:
            joined.append(piece)
    return joined


def _is_short(text: str, piece: Span, language: Language | None, quantities: Sequence[Quantity]) -> bool:
    terms = find_terms(text, language, piece)
    counts = any(piece.holds(quantity.span) and quantity.role for quantity in quantities)
    dates = [moment.span for moment in find_moments(text, language, piece)]
    if all(any(date.overlaps(at) for date in dates) for _, at in terms):
        return True
    return len(terms) < (SHORTEST_IN_TERMS - (counts or bool(dates)))


def _is_toll_of(text: str, count: Span, event: Span, language: Language | None, quantities: Sequence[Quantity]) -> bool:
    """True for a bare count and the clause that says of what: "22 died, | when the ferry sank"."""
    first = _WORD.match(text, event.start)
    if language is None or first is None or any(event.holds(quantity.span) for quantity in quantities):
        return False
    speech = language.speech
    opener, beside = fold(first.group()), join_lists(speech.joins, speech.contrasts, speech.relatives)
    if opener not in language.grammar.clause_openers or opener in beside:
        return False
    said = [q.span for q in quantities if q.role] + [m.span for m in find_moments(text, language, count)]
    rest = [at for _, at in find_terms(text, language, count) if not any(span.overlaps(at) for span in said)]
    return len(rest) < FEWEST_BESIDE_COUNT


def _split_long(text: str, span: Span) -> list[Span]:
    parts = []
    while span.end - span.start > LONGEST:
        cut = text.rfind(" ", span.start + 1, span.start + LONGEST)
        cut = cut if cut > span.start else span.start + LONGEST
        parts.append(trim(text, Span(span.start, cut)))
        span = trim(text, Span(cut, span.end))
    return [part for part in (*parts, span) if part.end > part.start]
