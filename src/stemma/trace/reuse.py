"""Inferred links: copies, rewrites, translations, and exemplars that are lost.

When articles share what none of them can have from another, a lost witness is inferred, or a named one that some of
them cites. A direct link needs a stated citation, or nearly the whole text and a date to tell the direction.
"""

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, replace

from stemma.lang import find_language
from stemma.model import Article, Derivation, Evidence, Matching, Span, Witness
from stemma.text import find_words, make_id
from stemma.trace.likeness import WHOLE, Likeness, find_shared_claims, find_shared_wording

LONGEST_EVIDENCE = 600
MOST_EVIDENCE = 8
MOST_PARENTS = 3
NEARBY = 120  # characters between a shared passage and the name of the medium that it is credited to
FAMILY = 0.45  # mean likeness from which two families of texts are one


@dataclass(frozen=True, slots=True)
class _Pile:
    """What reuse looks up."""

    articles: dict[str, Article]
    witness_of: dict[str, str]  # article -> witness
    witnesses: dict[str, Witness]
    cites: dict[str, set[str]]  # witness -> witnesses it states to have something from
    relayed: dict[str, set[str]]  # article -> witnesses whose text it passes on
    credited: dict[str, set[str]]  # article -> agencies credited for the whole of it
    media: dict[str, list[tuple[Span, str]]]  # article -> where it cites an outlet outside the pile
    collations: dict[str, list[tuple[Span, str]]]  # article -> claim spans with their collation


def find_reuse(
    matching: Matching, articles: Sequence[Article], citations: Sequence[Derivation]
) -> tuple[list[Derivation], list[Witness]]:
    """Inferred derivations, and the lost witnesses they need.

    Args:
        matching: claims, collations and witnesses.
        articles: the pile.
        citations: the stated links, which name exemplars and tell directions.
    """
    pile = _make_pile(matching, articles, citations)
    originals = {a.id: a for a in articles if not a.duplicate_of}
    links = [_link_copy(a, pile) for a in articles if a.duplicate_of]
    cited = _find_cited_pairs(pile)
    alike = find_shared_wording(list(originals.values()), matching.attributions, cited)
    known = {(like.one, like.other) for like in alike}
    alike += [like for like in find_shared_claims(matching, originals) if (like.one, like.other) not in known]
    apart = []
    for like in sorted(alike, key=lambda x: (x.one, x.other)):
        direct = _find_direction(like, pile)
        if direct is None:
            apart.append(like)
        else:
            links.append(_link_pair(like, direct, pile))
    lost = []
    for family in _find_families(apart):
        exemplar = _find_named_exemplar(family, pile) or _make_lost(family, pile)
        if exemplar.kind == "lost":
            lost.append(exemplar)
        links += _link_family(family, exemplar, pile)
    return _merge_links(links), lost


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


def _make_pile(matching: Matching, articles: Sequence[Article], citations: Sequence[Derivation]) -> _Pile:
    cites: dict[str, set[str]] = defaultdict(set)
    witness_of = {w.article: w.id for w in matching.witnesses if w.article}
    original = {witness_of[a.id]: witness_of[a.duplicate_of] for a in articles if a.duplicate_of}
    for link in citations:  # citing a copy, one has it from the original too
        cites[link.copy] |= {link.exemplar, original.get(link.exemplar, link.exemplar)}
    relayed, credited = _find_relayed(matching)
    collation_of = {claim: c.id for c in matching.collations for claim in c.claims}
    collations: dict[str, list[tuple[Span, str]]] = defaultdict(list)
    for claim in matching.claims:
        collations[claim.article].append((claim.span, collation_of[claim.id]))
    return _Pile(
        {a.id: a for a in articles},
        witness_of,
        {w.id: w for w in matching.witnesses},
        cites,
        relayed,
        credited,
        _find_cited_media(matching, {a.id: a for a in articles}),
        collations,
    )


def _find_cited_media(matching: Matching, articles: dict[str, Article]) -> dict[str, list[tuple[Span, str]]]:
    """Where an article credits a medium outside the pile; an unknown name is one where it posts or writes."""
    witnesses = {w.id: w for w in matching.witnesses}
    media: dict[str, list[tuple[Span, str]]] = defaultdict(list)
    for attribution in matching.attributions:
        source = attribution.source
        witness = witnesses.get(source.witness or "")
        at = source.span or attribution.cue.span
        if witness is None or at is None or witness.article or attribution.stance != "asserts":
            continue
        language = find_language(articles[attribution.article].language)
        publishes = bool(language and set(find_words(attribution.cue.text)) & language.speech.publishes)
        is_medium = witness.kind == "outlet" or (witness.kind == "organisation" and publishes)
        if is_medium and any(c.isupper() for c in source.name):
            media[attribution.article].append((at, witness.id))
    return dict(media)


def _find_cited_pairs(pile: _Pile) -> set[frozenset[str]]:
    article_of = {witness: article for article, witness in pile.witness_of.items()}
    return {
        frozenset((article_of[copy], article_of[exemplar]))
        for copy, exemplars in pile.cites.items()
        for exemplar in exemplars
        if copy in article_of and exemplar in article_of
    }


def _link_copy(article: Article, pile: _Pile) -> Derivation:
    original = pile.articles[article.duplicate_of or ""]
    end = min(len(article.text), LONGEST_EVIDENCE)
    evidence = Evidence(article=article.id, span=Span(0, end), text=article.text[:end])
    dated = bool(article.published and original.published and article.published[:10] > original.published[:10])
    return Derivation(
        copy=pile.witness_of[article.id],
        exemplar=pile.witness_of[original.id],
        kind="reuse",
        basis="inferred",
        confidence=0.95,
        direction=0.9 if dated else 0.5,
        collations=(),
        evidence=(evidence,),
    )


def _find_direction(like: Likeness, pile: _Pile) -> tuple[str, str, float] | None:
    """(copy, exemplar, how sure) as article ids, or None where a common exemplar is the better guess.

    Two clients of one agency share most of their text too: without a stated citation, a direct link needs nearly the
    whole text, dates that tell who was first, and no agency that one of them passes on.
    """
    one, other = pile.witness_of[like.one], pile.witness_of[like.other]
    if other in pile.cites.get(one, ()):
        return like.one, like.other, 0.95
    if one in pile.cites.get(other, ()):
        return like.other, like.one, 0.95
    first, second = pile.articles[like.one].published, pile.articles[like.other].published
    from_agency = any(
        pile.witnesses[w].kind == "agency" for a in (like.one, like.other) for w in pile.relayed.get(a, ())
    )
    if like.coverage < WHOLE or from_agency or not first or not second or first[:10] == second[:10]:
        return None
    return (like.other, like.one, 0.85) if first < second else (like.one, like.other, 0.85)


def _link_pair(like: Likeness, direct: tuple[str, str, float], pile: _Pile) -> Derivation:
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


def _find_collations(likes: Sequence[Likeness], article: str, pile: _Pile) -> tuple[str, ...]:
    spans = [span for like in likes if article in (like.one, like.other) for span in like.spans_in(article)]
    return tuple(sorted({c for at, c in pile.collations[article] if any(at.overlaps(span) for span in spans)}))


def _quote(likes: Sequence[Likeness], articles: Sequence[str], pile: _Pile) -> tuple[Evidence, ...]:
    found = {}
    for article in articles:
        text = pile.articles[article].text
        spans = [span for like in likes if article in (like.one, like.other) for span in like.spans_in(article)]
        longest_first = sorted(set(spans), key=lambda s: (s.start - s.end, s))[:MOST_EVIDENCE]
        for span in sorted(longest_first):
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


def _find_named_exemplar(family: Sequence[Likeness], pile: _Pile) -> Witness | None:
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


def _find_cited_nearby(family: Sequence[Likeness], article: str, pile: _Pile) -> set[str]:
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


def _find_relayed(matching: Matching) -> tuple[dict[str, set[str]], dict[str, set[str]]]:
    """Per article, whose text it passes on, and which agencies it credits at its end for nothing in particular.

    "The Lamp, citing the Bell" shows that the writer had the Lamp's text; "he told the Lamp" may be one quotation, but
    agencies live by passing quotations on.
    """
    witnesses = {w.id: w for w in matching.witnesses}
    by_id = {a.id: a for a in matching.attributions}
    relayed: dict[str, set[str]] = defaultdict(set)
    credited: dict[str, set[str]] = defaultdict(set)
    for attribution in matching.attributions:
        outer = by_id.get(attribution.inside or "")
        voice = witnesses.get((outer or attribution).source.witness or "")
        if voice is None or voice.article:
            continue
        quotes_outlet = attribution.source.kind in ("outlet", "agency")
        if outer and (voice.kind == "agency" or (voice.kind == "outlet" and quotes_outlet)):
            relayed[attribution.article].add(voice.id)
        elif attribution.scope == "article" and voice.kind == "agency":
            credited[attribution.article].add(voice.id)
    return dict(relayed), dict(credited)


def _make_lost(family: Sequence[Likeness], pile: _Pile) -> Witness:
    members = _members(family)
    names = ", ".join(pile.articles[a].outlet or pile.articles[a].uri for a in members[:3])
    more = f" and {len(members) - 3} more" if len(members) > 3 else ""
    return Witness(id=make_id("witness", "lost", *members), name=f"lost text behind {names}{more}", kind="lost")


def _link_family(family: Sequence[Likeness], exemplar: Witness, pile: _Pile) -> list[Derivation]:
    links = []
    for article in _members(family):
        likes = [like for like in family if article in (like.one, like.other)]
        best = max(likes, key=lambda x: (x.strength, x.one, x.other))
        other = best.other if best.one == article else best.one
        links.append(
            Derivation(
                copy=pile.witness_of[article],
                exemplar=exemplar.id,
                kind="translation" if all(like.across_languages for like in likes) else "reuse",
                basis="inferred",
                confidence=round(0.9 * best.strength, 2),
                direction=0.9,
                collations=_find_collations(likes, article, pile),
                evidence=_quote([best], (article, other), pile),
            )
        )
    return [link for link in links if link.collations]
