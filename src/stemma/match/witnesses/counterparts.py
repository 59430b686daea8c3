"""One source in two languages: who speaks where a sentence stands in the original, and who where its translation does.

"The harbour council" and "Hafenrat" share no letter. But where two articles say the same sentence after sentence, and
each names one source for a sentence of these, the two are one, unless their names or other sentences speak against it.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass, replace
from itertools import combinations

from stemma.match.witnesses.groups import Groups
from stemma.match.witnesses.mentions import find_main_language
from stemma.match.witnesses.scripts import is_spelled, sound_alike
from stemma.model import Article, Attribution, Claim, Collation, Kind, Witness

FEWEST = 3  # claims that two articles share before the one may be a translation of the other
SHARE = 0.5  # of the claims of the shorter one
MOST = 0.6  # share of its sayings that a source has with its counterpart
NAMELESS: frozenset[Kind] = frozenset({"unnamed", "group"})
# Kinds that translations of one name are read as; articles and media go by their names alone.
ALIKE: tuple[frozenset[Kind], ...] = (
    frozenset({"unnamed", "group", "organisation"}),
    frozenset({"organisation", "state"}),
    frozenset({"document", "data"}),
)

CASELESS: frozenset[Kind] = frozenset({"person", "organisation", "unnamed"})
LONE: frozenset[Kind] = frozenset({"person", "organisation"})

Ids = tuple[str, str]


@dataclass(slots=True)
class _Common:
    """What two articles have in common: how many claims, and how often each two sources say the same one."""

    claims: int
    sources: Counter[Ids]


def join_counterparts(
    witnesses: Sequence[Witness],
    attributions: Sequence[Attribution],
    claims: Mapping[str, Claim],
    collations: Iterable[Collation],
    articles: Mapping[str, Article],
) -> tuple[list[Witness], dict[str, str]]:
    """Make one witness of each source and its counterparts in translations.

    Args:
        witnesses: of all sources.
        attributions: with their witnesses.
        claims: by id.
        collations: the same claims side by side.
        articles: by id.

    Returns:
        The witnesses that remain, sorted by id, with the names of all that are one with them; and the id of every
        witness that is gone -> that of the one it is.
    """
    known = {w.id: w for w in witnesses}
    used = _count_uses(attributions, articles)
    said = {a.id: a.source.witness for a in attributions if a.source.witness}
    groups = Groups(sorted(known))
    speakers: dict[str, set[str]] = defaultdict(set)  # root -> articles in which one of the group speaks
    for at, found in used.items():
        speakers[at] = set(found)
    for one, other in _pair_sources(_compare(collations, claims, said, articles), known):
        first, second = groups.root(one), groups.root(other)
        if first != second and speakers[first].isdisjoint(speakers[second]):
            groups.join(first, second)
            speakers[groups.root(first)] = speakers[first] | speakers[second]
    return _merge(known, groups, used, find_main_language(articles.values()))


def _count_uses(attributions: Iterable[Attribution], articles: Mapping[str, Article]) -> dict[str, Counter[str]]:
    """Witness -> how often each article has it; copies do not count."""
    used: dict[str, Counter[str]] = defaultdict(Counter)
    for attribution in attributions:
        if attribution.source.witness and not articles[attribution.article].duplicate_of:
            used[attribution.source.witness][attribution.article] += 1
    return used


def _compare(
    collations: Iterable[Collation],
    claims: Mapping[str, Claim],
    said: Mapping[str, str],
    articles: Mapping[str, Article],
) -> dict[Ids, _Common]:
    """For each two articles of different languages that may be translations, what they have in common."""
    sizes: Counter[str] = Counter()
    common: dict[Ids, _Common] = defaultdict(lambda: _Common(0, Counter()))
    for collation in collations:
        by_article: dict[str, list[Claim]] = defaultdict(list)
        for claim in (claims[c] for c in collation.claims):
            if not articles[claim.article].duplicate_of:
                by_article[claim.article].append(claim)
        sizes.update(by_article.keys())
        for one, other in combinations(sorted(by_article), 2):
            if articles[one].language != articles[other].language:
                common[one, other].claims += 1
                common[one, other].sources.update(_pair_sayings(by_article[one], by_article[other], said))
    return {
        (one, other): found
        for (one, other), found in sorted(common.items())
        if found.claims >= FEWEST and found.claims >= SHARE * min(sizes[one], sizes[other])
    }


def _pair_sayings(some: Sequence[Claim], others: Sequence[Claim], said: Mapping[str, str]) -> Iterator[Ids]:
    """The sources of two claims, the outer with the outer; none where one article tells the claim twice."""
    if len(some) == len(others) == 1:
        first, second = ([said[a] for a in c.attributions if a in said] for c in (some[0], others[0]))
        if len(first) == len(second):
            yield from zip(first, second, strict=True)


def _pair_sources(common: Mapping[Ids, _Common], known: Mapping[str, Witness]) -> Iterator[Ids]:
    """Two sources that mostly say the same in two articles, neither saying as much with another."""
    for found in common.values():
        sums: Counter[tuple[int, str]] = Counter()
        for (one, other), times in found.sources.items():
            sums.update({(0, one): times, (1, other): times})
        for (one, other), times in sorted(found.sources.items(), key=lambda item: (-item[1], item[0])):
            often = times >= MOST * sums[0, one] and times >= MOST * sums[1, other]
            if one != other and often and _may_be_one(known[one], known[other], times):
                yield one, other


def _may_be_one(one: Witness, other: Witness, times: int) -> bool:
    """True for two of like kinds; of names that do not sound alike, only where they say more than one thing.

    One saying is enough for two that nobody names: "two officials". A body may be named by one word.
    """
    alike = sound_alike(one.name, other.name)
    if one.kind == other.kind == "person":
        return alike or (alike is None and times > 1)
    if alike and is_spelled(one.name) != is_spelled(other.name) and {one.kind, other.kind} <= CASELESS:
        return True  # without capitals a name is read as a source that nobody names
    if {one.kind, other.kind} == LONE and " " not in one.name + other.name:
        return alike is True  # a surname alone is taken for a body's
    nameless = {one.kind, other.kind} <= NAMELESS
    return any({one.kind, other.kind} <= kinds for kinds in ALIKE) and (bool(alike) or nameless or times > 1)


def _merge(
    known: Mapping[str, Witness], groups: Groups, used: Mapping[str, Counter[str]], main: Set[str]
) -> tuple[list[Witness], dict[str, str]]:
    members: dict[str, list[Witness]] = defaultdict(list)
    for witness in known.values():
        members[groups.root(witness.id)].append(witness)

    def rank(witness: Witness) -> tuple[int, int, str]:
        uses = used.get(witness.id, Counter[str]())
        return -sum(times for at, times in uses.items() if at in main), -uses.total(), witness.id

    gone: dict[str, str] = {}
    made: list[Witness] = []
    for found in members.values():
        best = min(found, key=rank)
        gone |= {w.id: best.id for w in found if w is not best}
        names = {name for w in found for name in (w.name, *w.aliases)} - {best.name}
        body = next((w.speaks_for for w in sorted(found, key=rank) if w.speaks_for), None)
        made.append(replace(best, aliases=tuple(sorted(names)), speaks_for=body))
    kept = [replace(w, speaks_for=gone.get(w.speaks_for or "", w.speaks_for)) for w in made]
    return sorted((replace(w, speaks_for=None) if w.speaks_for == w.id else w for w in kept), key=lambda w: w.id), gone
