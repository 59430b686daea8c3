"""Inferred links: copies, rewrites, translations, and exemplars that are lost.

When articles share what none of them can have from another, a lost witness is inferred, or a named one that some of
them cites. A direct link needs a stated citation, or nearly the whole text and a date to tell the direction.
"""

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import replace

from stemma.model import Article, Derivation, Evidence, Matching, Span, Witness
from stemma.text import make_id
from stemma.trace.descent import KNOWN, find_clients, find_descents
from stemma.trace.direction import NEARBY, NEARLY_WHOLE, find_credited, find_first
from stemma.trace.explained import leave_out_explained
from stemma.trace.likeness import WHOLE, Likeness, find_shared_claims, find_shared_wording
from stemma.trace.pile import Pile, make_pile

LONGEST_EVIDENCE = 600
MOST_EVIDENCE = 8
MOST_PARENTS = 3
# What a reader agreed with on new stories (docs/quality.md): 14 of 19 links to a lost text, 6 of 12 to a medium.
SUREST_LOST, SUREST_NAMED = 0.75, 0.5
STRONG = 0.9  # likeness from which two texts have a lost one behind them, though one was first
STRONG_UNDATED = 0.8  # the same where nothing tells which was first
FAMILY = 0.45  # mean likeness from which two families of texts are one

# A pair of articles -> the copy, its exemplar and how sure that is, and what they share.
_Taken = dict[frozenset[str], tuple[tuple[str, str, float], Likeness]]


def find_reuse(
    matching: Matching, articles: Sequence[Article], citations: Sequence[Derivation]
) -> tuple[list[Derivation], list[Witness]]:
    """Inferred derivations, and the lost witnesses they need.

    Args:
        matching: claims, collations and witnesses.
        articles: the pile.
        citations: the stated links, which name exemplars and tell directions.
    """
    pile = make_pile(matching, articles, citations)
    originals = {a.id: a for a in articles if not a.duplicate_of}
    links = [_link_copy(a, a.duplicate_of or a.revision_of or "", pile) for a in articles if _is_later(a, pile)]
    cited = _find_cited_pairs(pile)
    versions = {frozenset((a.id, a.revision_of)) for a in articles if a.revision_of}
    strongest = _take_strongest(
        find_shared_wording(list(originals.values()), matching.attributions, cited, pile.reader),
        find_shared_claims(matching, originals),
    )
    alike = [like for like in strongest if frozenset((like.one, like.other)) not in versions]
    credited = {frozenset(direct[:2]): (direct, like) for like in alike if (direct := find_credited(like, pile))}
    descents = find_descents(matching, pile, list(originals.values()), alike, _find_clients(alike, pile))
    taken = {frozenset((d.copy, d.exemplar)): ((d.copy, d.exemplar, d.direction), d.likeness) for d in descents}
    taken = {pair: link for pair, link in taken.items() if pair not in versions}
    taken = _leave_out_guesses(credited | taken, alike, pile)
    links += [_link_pair(like, direct, pile) for direct, like in taken.values()]
    for medium, shared in find_clients(matching, pile, list(originals.values()), taken.keys()).items():
        if clients := _leave_out_copies(shared, taken):
            links += _link_family(clients, pile.witnesses[medium], pile)
    lost = []
    for family in _find_families(_find_unexplained(alike, taken)):
        exemplar = _find_named_exemplar(family, pile)
        if exemplar is None:
            if _could_be_from_each_other(family, pile):
                continue
            exemplar = _make_lost(family, pile)
            lost.append(exemplar)
        links += _link_family(family, exemplar, pile)
    return _merge_links(links), lost


def _find_unexplained(alike: Sequence[Likeness], taken: _Taken) -> list[Likeness]:
    """The likenesses of texts that have no exemplar in the pile, and are none to each other."""
    apart = leave_out_explained(alike, [(direct[0], direct[1], like) for direct, like in taken.values()])
    return _leave_out_copies(apart, taken)


def _leave_out_copies(likes: Sequence[Likeness], taken: _Taken) -> list[Likeness]:
    """The likenesses of two texts of which neither has an exemplar in the pile."""
    copies = {direct[0] for direct, _ in taken.values()}
    return [like for like in likes if copies.isdisjoint((like.one, like.other))]


def _leave_out_guesses(taken: _Taken, alike: Sequence[Likeness], pile: Pile) -> _Taken:
    """The direct links without those of texts in open order that may both have it from a third: known, or agencies."""
    nearly_whole = {frozenset((like.one, like.other)) for like in alike if like.coverage >= NEARLY_WHOLE}
    guesses = {pair for pair, (direct, _) in taken.items() if direct[2] < KNOWN} - nearly_whole
    known = {pair: link for pair, link in taken.items() if pair not in guesses}
    shared = _find_clients(_find_unexplained(alike, known), pile) if guesses else set()
    shared |= {pair for pair in guesses if pair <= pile.fed}
    return {pair: link for pair, link in taken.items() if pair not in guesses & shared}


def _find_clients(alike: Sequence[Likeness], pile: Pile) -> set[frozenset[str]]:
    """Pairs of articles whose family shows a medium outside the pile to be behind it: none of them is the other's."""
    return {
        frozenset((like.one, like.other))
        for family in _find_families(alike)
        if _find_named_exemplar(family, pile)
        for like in family
        if like.coverage < NEARLY_WHOLE
    }


def _take_strongest(*groups: Sequence[Likeness]) -> list[Likeness]:
    """One likeness a pair of articles, the strongest; of equals the first."""
    best: dict[tuple[str, str], Likeness] = {}
    for like in (like for group in groups for like in group):
        known = best.setdefault((like.one, like.other), like)
        if like.strength > known.strength:
            best[like.one, like.other] = like
    return [like for _, like in sorted(best.items())]


def _merge_links(links: Sequence[Derivation]) -> list[Derivation]:
    """One link of a kind between two witnesses, with the words and claims of all."""
    merged: dict[tuple[str, str, str], Derivation] = {}
    for link in links:
        key = (link.copy, link.exemplar, link.kind)
        known = merged.get(key)
        if known is None:
            merged[key] = link
            continue
        whole = not known.collations or not link.collations
        evidence = dict.fromkeys((*known.evidence, *link.evidence))
        merged[key] = replace(
            known,
            confidence=max(known.confidence, link.confidence),
            collations=() if whole else tuple(sorted({*known.collations, *link.collations})),
            evidence=tuple(evidence)[:MOST_EVIDENCE],
        )
    return list(merged.values())


def _find_cited_pairs(pile: Pile) -> set[frozenset[str]]:
    article_of = {witness: article for article, witness in pile.witness_of.items()}
    return {
        frozenset((article_of[copy], article_of[exemplar]))
        for copy, exemplars in pile.cites.items()
        for exemplar in exemplars
        if copy in article_of and exemplar in article_of
    }


def _is_later(article: Article, pile: Pile) -> bool:
    """True for a copy, and for a later version of an article in the pile."""
    return bool(article.duplicate_of) or article.revision_of in pile.articles


def _link_copy(article: Article, of: str, pile: Pile) -> Derivation:
    original = pile.articles[of]
    end = min(len(article.text), LONGEST_EVIDENCE)
    evidence = Evidence(article=article.id, span=Span(0, end), text=article.text[:end])
    first = find_first(article, original)
    return Derivation(
        copy=pile.witness_of[article.id],
        exemplar=pile.witness_of[original.id],
        kind="reuse",
        basis="inferred",
        confidence=0.95,
        direction=0.95 if article.revision_of else first[1] if first else 0.5,
        collations=(),
        evidence=(evidence,),
    )


def _link_pair(like: Likeness, direct: tuple[str, str, float], pile: Pile) -> Derivation:
    copy, exemplar, direction = direct
    return Derivation(
        copy=pile.witness_of[copy],
        exemplar=pile.witness_of[exemplar],
        kind="translation" if like.across_languages else "reuse",
        basis="inferred",
        confidence=max(like.strength, 0.8 if direction > 0.9 else 0.0),
        direction=direction,
        collations=() if like.coverage >= WHOLE else _find_collations([like], copy, pile),
        evidence=_quote([like], (copy, exemplar), pile),
    )


def _find_collations(likes: Sequence[Likeness], article: str, pile: Pile) -> tuple[str, ...]:
    spans = [span for like in likes if article in (like.one, like.other) for span in like.spans_in(article)]
    return tuple(sorted({c for at, c in pile.collations[article] if any(at.overlaps(span) for span in spans)}))


def _quote(likes: Sequence[Likeness], articles: Sequence[str], pile: Pile) -> tuple[Evidence, ...]:
    """What they share, article by article, most words of a writer's own choice first: that proves most."""
    found = {}
    for article in articles:
        text = pile.articles[article].text
        own = [like for like in likes if article in (like.one, like.other)]
        chosen = {(p.one if like.one == article else p.other): p.chosen for like in own for p in like.passages}
        spans = sorted(
            {span for like in own for span in like.spans_in(article)},
            key=lambda s: (-chosen.get(s, 0), s.start - s.end, s),
        )
        for span in spans[:MOST_EVIDENCE]:
            short = Span(span.start, min(span.end, span.start + LONGEST_EVIDENCE))
            found[article, short] = Evidence(article=article, span=short, text=short.of(text))
    return tuple(found.values())


def _find_families(likes: Sequence[Likeness]) -> list[list[Likeness]]:
    """Families of texts, strongest first.

    What binds members of two families makes a further one: news has several parents.
    """
    families: list[list[Likeness]] = []
    rest = list(likes)
    for _ in range(MOST_PARENTS):
        if rest:
            grouped, rest = _group_families(rest)
            families += grouped
    return families


def _group_families(likes: Sequence[Likeness]) -> tuple[list[list[Likeness]], list[Likeness]]:
    """Texts that are alike on average, pairs that share nothing counted as 0, and the likenesses left between families.

    So one article that draws on two agencies does not make their clients one family.
    """
    strength = {frozenset((like.one, like.other)): like.strength for like in likes}
    members = {a: [a] for like in likes for a in (like.one, like.other)}
    home = {a: a for a in members}
    for like in sorted(likes, key=lambda x: (-x.strength, x.one, x.other)):
        one, other = sorted((home[like.one], home[like.other]))
        if one != other and _mean_strength(members[one], members[other], strength) >= FAMILY:
            members[one] += members.pop(other)
            home.update(dict.fromkeys(members[one], one))
    families: dict[str, list[Likeness]] = defaultdict(list)
    for like in sorted(likes, key=lambda x: (x.one, x.other)):
        if home[like.one] == home[like.other]:
            families[home[like.one]].append(like)
    between = [like for like in likes if home[like.one] != home[like.other]]
    return [family for _, family in sorted(families.items())], between


def _mean_strength(one: Sequence[str], other: Sequence[str], strength: dict[frozenset[str], float]) -> float:
    return sum(strength.get(frozenset((a, b)), 0.0) for a in one for b in other) / (len(one) * len(other))


def _members(family: Sequence[Likeness]) -> list[str]:
    return sorted({a for like in family for a in (like.one, like.other)})


def _guess_language(family: Sequence[Likeness], exemplar: Witness, pile: Pile) -> str:
    """The language of the exemplar; where its text is lost, that of the longest copy, for translations are cut."""
    longest = max(_members(family), key=lambda article: (len(pile.articles[article].text), article))
    return pile.articles[exemplar.article or longest].language


def _find_named_exemplar(family: Sequence[Likeness], pile: Pile) -> Witness | None:
    """The medium outside the pile that members of the family show to be behind it, if there is exactly one.

    Shown by passing its text on (two members, or half of them), or by citing it right beside a shared passage.
    """
    members = _members(family)
    passed_on = Counter(w for article in members for w in sorted(pile.relayed.get(article, ())))
    credits = Counter(w for article in members for w in sorted(pile.credited.get(article, ())))
    passed_on += Counter({w: n for w, n in credits.items() if n + passed_on[w] > 1})  # one credit may be for anything
    shown = Counter({w: n for w, n in passed_on.items() if 2 * n >= len(members)})
    beside = Counter(w for article in members for w in sorted(_find_cited_nearby(family, article, pile)))
    nearby = Counter({w: n for w, n in beside.items() if n < len(members)})  # what all cite stands in what they took
    for counts in (shown, nearby):
        most = max(counts.values(), default=0)
        best = [w for w, n in sorted(counts.items()) if n == most]
        if len(best) == 1:
            return pile.witnesses[best[0]]
    return None


def _could_be_from_each_other(family: Sequence[Likeness], pile: Pile) -> bool:
    """True for two that share little, unless they are of one day: one may have it from the other, or by chance."""
    if len(family) > 1:
        return False
    one, other = pile.articles[family[0].one], pile.articles[family[0].other]
    if not (one.published and other.published):
        return family[0].strength < STRONG_UNDATED
    return family[0].strength < STRONG and find_first(one, other) is not None


def _find_cited_nearby(family: Sequence[Likeness], article: str, pile: Pile) -> set[str]:
    """The media that an article credits beside a shared passage: for each passage the nearest one."""
    shared = [span for like in family if article in (like.one, like.other) for span in like.spans_in(article)]
    found = set()
    for span in shared:
        gaps = [
            (max(span.start - at.end, at.start - span.end, 0), witness)
            for at, witness in pile.media.get(article, ())
            if span.end - span.start > NEARBY // 2
        ]
        nearest = min(gaps, default=None)
        if nearest is not None and nearest[0] <= NEARBY:
            found.add(nearest[1])
    return found


def _make_lost(family: Sequence[Likeness], pile: Pile) -> Witness:
    members = _members(family)
    names = ", ".join(pile.articles[a].outlet or pile.articles[a].uri for a in members[:3])
    more = f" and {len(members) - 3} more" if len(members) > 3 else ""
    return Witness(id=make_id("witness", "lost", *members), name=f"lost text behind {names}{more}", kind="lost")


def _link_family(family: Sequence[Likeness], exemplar: Witness, pile: Pile) -> list[Derivation]:
    links = []
    language = _guess_language(family, exemplar, pile)
    for article in _members(family):
        likes = [like for like in family if article in (like.one, like.other)]
        best = max(likes, key=lambda x: (x.strength, x.one, x.other))
        other = best.other if best.one == article else best.one
        links.append(
            Derivation(
                copy=pile.witness_of[article],
                exemplar=exemplar.id,
                kind="reuse" if pile.articles[article].language == language else "translation",
                basis="inferred",
                confidence=min(SUREST_LOST if exemplar.kind == "lost" else SUREST_NAMED, round(0.9 * best.strength, 2)),
                direction=0.9,
                collations=_find_collations(likes, article, pile),
                evidence=_quote([best], (article, other), pile),
            )
        )
    return [link for link in links if link.collations]
