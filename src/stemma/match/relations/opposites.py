"""One thing told in opposite ways: approved here, rejected there."""

from collections.abc import Sequence

from stemma.find import find_terms
from stemma.lang import find_language
from stemma.match.clashes.meanings import are_opposite, find_opposed
from stemma.match.relations.details import Context, Detail, make_variant, shorten
from stemma.match.relations.stances import find_stance
from stemma.match.words import find_concept
from stemma.model import Claim, Relation, Span, Variant

Pair = tuple[Claim, Claim]


def compare_opposites(claims: Sequence[Claim], context: Context) -> list[Variant]:
    """Two words that cannot both be true of it. The side that more claims are on is the reference, else the earlier."""
    told = [c for c in claims if not c.negated and find_stance(c, context) in ("asserts", "confirms")]
    words = {c.id: context.find_words(c) for c in told}
    opposed = {
        frozenset(pair): (one, other)
        for at, one in enumerate(told)
        for other in told[at + 1 :]
        if are_opposite(words[one.id], words[other.id]) and (pair := find_opposed(words[one.id], words[other.id]))
    }
    return [_make_variant(told, sorted(pair), context) for pair in opposed]


def _make_variant(claims: Sequence[Claim], pair: Sequence[str], context: Context) -> Variant:
    sides = {word: [c for c in claims if _tells(c, word, pair, context)] for word in pair}
    order = {claim.id: at for at, claim in enumerate(claims)}
    first, second = sorted(pair, key=lambda word: (-len(sides[word]), order[sides[word][0].id]))
    details = [_find_detail(c, word, context) for word in (first, second) for c in sides[word]]
    relations: list[Relation] = ["reference", *(["same"] * (len(sides[first]) - 1))]  # type: ignore[list-item]
    relations += ["contradiction"] * len(sides[second])
    here, there = details[0].value, details[-1].value
    return make_variant("wording", details, relations, f"“{here}” in one account, “{there}” in another: opposites")


def _tells(claim: Claim, word: str, pair: Sequence[str], context: Context) -> bool:
    return context.find_words(claim) & set(pair) == {word}


def _find_detail(claim: Claim, word: str, context: Context) -> Detail:
    span = _find_place(claim, word, context)
    return Detail(claim=claim, span=span, value=span.of(context.articles[claim.article].text))


def _find_place(claim: Claim, concept: str, context: Context) -> Span:
    """Where a claim has a word of that meaning."""
    article = context.articles[claim.article]
    language = find_language(article.language)
    found = [
        place
        for term, place in find_terms(article.text, language, claim.span)
        if find_concept(term, place.of(article.text), language) == concept
    ]
    return found[0] if found else shorten(claim)
