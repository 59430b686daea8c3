"""The view behind `stemma why`: what either passage says, slot by slot, and the claims that came nearest."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from stemma.errors import UsageError
from stemma.match import Explanation, NearMiss, explain_claims
from stemma.match.words import find_concepts
from stemma.model import Article, Claim, Dossier, Matching, Moment, Span
from stemma.pipeline import find_claim_at, investigate
from stemma.settings import Settings
from stemma.text import WORD, fold
from stemma.write.view.groups import find_unit_words
from stemma.write.view.lookup import Lookup, make_lookup
from stemma.write.view.wording import is_hidden, join, say_date, shorten

if TYPE_CHECKING:
    from rich.console import Console
    from rich.text import Text

SURENESS = {
    "happened": "told as a fact",
    "planned": "told as a plan",
    "possible": "told as possible",
    "generic": "told as a rule",
}
ALIKE = ((0.7, "very alike"), (0.4, "alike"), (0.15, "a little alike"), (0.01, "hardly alike"))
NONE = "—"
SHOWN = 6  # words or names in one cell


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One thing that was compared, in words."""

    slot: str
    one: str
    other: str
    verdict: str


def print_why(paths: Sequence[str], passages: tuple[str, str], settings: Settings, console: "Console") -> None:
    """Print why two passages were joined or not.

    Args:
        paths: the pile in which they were compared, as for `investigate`.
        passages: two references, `FILE:START-END` or `FILE:"words"`.
        settings: as for `investigate`.
        console: where to print.

    Raises:
        UsageError: a passage names no file of the pile or no place in it, or no claim stands there.
    """
    dossier = investigate(list(paths), settings)
    one, other = (find_claim(passage, dossier) for passage in passages)
    matching = Matching(
        collations=dossier.collations,
        claims=dossier.claims,
        attributions=dossier.attributions,
        witnesses=dossier.witnesses,
    )
    explanation = explain_claims(one, other, matching, dossier.articles, settings)
    print_explanation(explanation, (one, other), make_lookup(dossier), console)


def find_claim(passage: str, dossier: Dossier) -> Claim:
    """The claim that a passage reference points at.

    Raises:
        UsageError: the reference is not complete, out of range, or nothing is claimed there.
    """
    file, _, where = passage.partition(":")
    article = next(
        (item for item in dossier.articles if file in (item.uri, item.id, item.uri.rsplit("/", 1)[-1])), None
    )
    if article is not None and not where.strip('"“” '):
        raise UsageError(f'{passage}: no passage given; add :START-END or :"words".')
    start, dash, end = where.partition("-")
    if article is not None and dash and start.isdigit() and end.isdigit():
        length = len(article.text)
        if int(end) > length or int(start) >= length:
            raise UsageError(f"{passage}: out of range (the text has {length} characters).")
        if int(start) >= int(end):
            raise UsageError(f"{passage}: START must be smaller than END.")
    return find_claim_at(passage, dossier.claims, dossier.articles)


def print_explanation(explanation: Explanation, pair: tuple[Claim, Claim], lookup: Lookup, console: "Console") -> None:
    """Print the verdict, the two claims, a line a slot, and the near misses."""
    from rich.table import Table

    console.print(_make_text(explanation.headline))
    console.print()
    for letter, claim in zip("AB", pair, strict=True):
        place = f"{lookup.files.get(claim.article, claim.article)}:{claim.span.start}-{claim.span.end}"
        console.print(_make_text(f"{letter}  {place}  {shorten(claim.text, 200)}"))
    console.print()
    table = Table("", "A", "B", "", box=None, pad_edge=False)
    for line in compare(explanation, pair, lookup):
        table.add_row(*(_make_text(part) for part in (line.slot, line.one, line.other, line.verdict)))
    console.print(table)
    print_near_misses(explanation.near_misses, console)


def compare(explanation: Explanation, pair: tuple[Claim, Claim], lookup: Lookup) -> list[Line]:
    """What was compared, in the order of the questions: who, what, how many, where, when, how sure, and how alike."""
    one, other = pair
    forbidden = {row.slot for row in explanation.rows if row.verdict == "forbids"}
    scores = {row.slot: row.one for row in explanation.rows}
    first, second = find_shared_words(pair, lookup)
    counts = [_say_counts(lookup.articles[claim.article], claim) for claim in pair]
    lines = [
        _compare_lists("who", [lookup.find_speakers(claim) for claim in pair], "differs; need not agree"),
        Line(slot="did what", one=first, other=second, verdict="words in common" if first else "no word in common"),
        _compare_lists("how many", counts, _say_difference(pair, forbidden), pair),
        _compare_lists("where", [[place.name for place in claim.places] for claim in pair], "differs"),
        _compare_lists("when", [_say_moments(claim) for claim in pair], _forbid("moments clash", forbidden)),
        _make_line("how sure", (_say_sureness(one), _say_sureness(other)), "differs; shown as a variant"),
        _make_line("negated", ("yes" if one.negated else "no", "yes" if other.negated else "no"), "differs; a denial?"),
        _say_score("wording", scores),
        _say_score("meaning", scores),
    ]
    return [line for line in lines if line is not None]


def find_shared_words(pair: tuple[Claim, Claim], lookup: Lookup) -> tuple[str, str]:
    """The words of each claim that mean what a word of the other means, as they stand in the texts."""
    articles = [lookup.articles[claim.article] for claim in pair]
    concepts = [set(find_concepts(article, claim.span)) for article, claim in zip(articles, pair, strict=True)]
    one, other = (
        _find_words(article, claim.span, concepts[1 - at])
        for at, (article, claim) in enumerate(zip(articles, pair, strict=True))
    )
    return (", ".join(one[:SHOWN]), ", ".join(other[:SHOWN])) if one and other else ("", "")


def _find_words(article: Article, span: Span, concepts: set[str]) -> list[str]:
    """Words of a passage, each once, that stand for one of these concepts."""
    words: dict[str, str] = {}
    for match in WORD.finditer(article.text, span.start, span.end):
        if concepts.intersection(find_concepts(article, Span(match.start(), match.end()))):
            words.setdefault(fold(match.group()), match.group())
    return list(words.values())


def _make_line(slot: str, told: tuple[str, str], verdict: str) -> Line:
    one, other = told
    return Line(slot=slot, one=one, other=other, verdict="same" if one == other else verdict)


def _compare_lists(
    slot: str, told: Sequence[list[str]], verdict: str, pair: tuple[Claim, Claim] | None = None
) -> Line | None:
    """A line for what either claim names; none where neither names anything."""
    one, other = (", ".join(dict.fromkeys(words[:SHOWN])) for words in told)
    if not one and not other:
        return None
    if not one or not other:
        verdict = f"only in {'A' if one else 'B'}"
    elif _is_counted_alike(pair) if pair else _overlap(*told):
        verdict = "same" if pair or len(told[0]) == len(told[1]) else "the same in part"
    return Line(slot=slot, one=one or NONE, other=other or NONE, verdict=verdict)


def _overlap(one: Iterable[str], other: Iterable[str]) -> bool:
    """True where the two name a thing in common; "3 October" is "3 October 2024"."""
    mine, theirs = ([fold(word) for word in words] for words in (one, other))
    return any(a.startswith(b) or b.startswith(a) for a in mine for b in theirs)


def _is_counted_alike(pair: tuple[Claim, Claim]) -> bool:
    mine, theirs = ({(item.low, item.best, item.high) for item in claim.quantities} for claim in pair)
    return bool(mine & theirs)


def _forbid(clash: str, forbidden: set[str]) -> str:
    return "differs, and forbids joining (“forbids”)" if clash in forbidden else "differs"


def _say_difference(pair: tuple[Claim, Claim], forbidden: set[str]) -> str:
    mine, theirs = ({item.unit for item in claim.quantities} for claim in pair)
    return (
        _forbid("counts clash", forbidden) if mine & theirs or "counts clash" in forbidden else "other things counted"
    )


def _say_counts(article: Article, claim: Claim) -> list[str]:
    return [find_unit_words(article, claim, item) for item in claim.quantities]


def _say_moments(claim: Claim) -> list[str]:
    return list(map(_say_moment, claim.moments))


def _say_moment(moment: Moment) -> str:
    """The day in words where it is one; else the words of the text, never a code."""
    said = say_date(moment.value)
    return said if said != moment.value and "XX" not in said else moment.text


def _say_sureness(claim: Claim) -> str:
    hedges = join(dict.fromkeys(f"“{mark.text}”" for mark in claim.hedges[:3]))
    return SURENESS.get(claim.modality, claim.modality) + (f", hedged with {hedges}" if hedges else "")


def _say_score(slot: str, scores: dict[str, str]) -> Line | None:
    """How alike the two are in words; none where that was not compared."""
    if slot not in scores:
        return None
    value = float(scores[slot])
    words = next((words for least, words in ALIKE if value >= least), "not alike")
    return Line(slot=slot, one="", other="", verdict=words)


def print_near_misses(near_misses: Sequence[NearMiss], console: "Console") -> None:
    """Print the claims that came nearest to the first passage, each with a reference to ask about."""
    if near_misses:
        console.print("\nNearest to A, and not joined with it:")
    for near in near_misses:
        reference = f"{near.uri}:{near.claim.span.start}-{near.claim.span.end}"
        console.print(_make_text(f"  {near.score:.2f}  {reference}  {near.claim.text}"))


def _make_text(words: str) -> "Text":
    """Words of articles for the terminal: never markup, and without characters that steer it."""
    from rich.text import Text

    return Text("".join(letter for letter in words if not is_hidden(letter)))
