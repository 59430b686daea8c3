"""From the stemma of all articles to the graph of one claim: which links hold for it, and who is one node."""

from collections.abc import Iterable, Sequence

from stemma.model import Claim, Collation, Derivation, Span
from stemma.text import fold
from stemma.weigh.doubt.alike import find_alike
from stemma.weigh.doubt.voices import find_doubtful
from stemma.weigh.independence import Link, Tradition
from stemma.weigh.pile import Pile
from stemma.weigh.standing import Standing, find_pairs

OWN = "own:"  # before an article's node: what its own reporters found out
Pairs = tuple[tuple[str, str], ...]


def make_tradition(pile: Pile, collation: Collation, standing: Standing) -> Tradition:
    """The graph of one claim.

    Args:
        pile: what the run knows.
        collation: the claim.
        standing: who puts it forward.
    """
    claims = pile.find_claims(collation)
    derivations = find_derivations(pile, collation, claims)
    links = [*make_links(pile, derivations, claims, standing), *find_own(pile, derivations, claims, standing)]
    present = frozenset(pile.find_node(claim.article) for claim in claims)
    nodes = sorted({*present, *(end for link in links for end in (link.copy, link.exemplar))})
    bodies = sorted({body for node in nodes if (body := find_body(pile, node))} - {*nodes})
    kinds = {node: "own" if node.startswith(OWN) else pile.find_kind(node) for node in (*nodes, *bodies)}
    heard = {node: kinds[node] for node in nodes}
    return Tradition(
        links=tuple(sorted(links)),
        kinds=kinds,
        supporters=tuple(sorted(pile.find_node(article) for article in standing.putting_forward)),
        same=find_same(pile, [*nodes, *bodies], standing),
        alike=find_alike(pile, heard),
        doubtful=find_doubtful(pile, heard, claims),
        known=present.union(node for node in kinds if node in pile.known),
    )


def find_derivations(pile: Pile, collation: Collation, claims: Iterable[Claim]) -> list[Derivation]:
    """The links that hold for this claim: its own, and those of whole articles that lead to a text with it."""
    names = {collation.id, *(pile.gathered[claim] for claim in collation.claims if claim in pile.gathered)}
    found = [d for name in sorted(names) for d in pile.by_collation.get(name, ())]
    if len(names) > 1:
        found = list({id(derivation): derivation for derivation in found}.values())
    specific = {d.copy for d in found if d.kind == "citation"}
    present = {pile.find_node(claim.article) for claim in claims}
    ends = {end for derivation in found for end in (derivation.copy, derivation.exemplar)}
    todo = sorted(present | (ends - pile.known))
    seen = set(todo)
    while todo:
        for derivation in pile.whole.get(todo.pop(), ()):
            if derivation.kind == "citation" and derivation.copy in specific:
                continue  # a credit for the whole article says nothing of a claim whose source the article names
            if leads_to_claim(pile, derivation, present):
                found.append(derivation)
                if derivation.exemplar not in seen:
                    seen.add(derivation.exemplar)
                    todo.append(derivation.exemplar)
    return found


def leads_to_claim(pile: Pile, derivation: Derivation, present: set[str]) -> bool:
    """True unless the link takes text from an article at hand that, like all it took text from, lacks the claim."""
    if derivation.kind == "citation":
        return True
    todo, seen = [derivation], {derivation.exemplar}
    while todo:
        exemplar = todo.pop().exemplar
        if exemplar not in pile.known or exemplar in present:
            return True
        above = [d for d in pile.whole.get(exemplar, ()) if d.kind != "citation" and d.exemplar not in seen]
        seen |= {d.exemplar for d in above}
        todo += above
    return False


def make_links(
    pile: Pile, derivations: Sequence[Derivation], claims: Sequence[Claim], standing: Standing
) -> list[Link]:
    """The links without those that only carry a denial."""
    carrying = find_pairs(pile, standing.voices, "for")
    opposing = find_pairs(pile, standing.voices) - carrying
    told: dict[str, list[Claim]] = {}
    for claim in claims:
        told.setdefault(pile.find_node(claim.article), []).append(claim)
    held: dict[str, list[Derivation]] = {}
    for derivation in derivations:
        held.setdefault(derivation.copy, []).append(derivation)
    links = []
    for derivation in derivations:
        copy, exemplar = pair = derivation.copy, derivation.exemplar
        is_opposed = pair in opposing or (pair in pile.opposed and pair not in carrying)
        if copy == exemplar or (derivation.kind == "citation" and is_opposed):
            continue
        if pile.find_kind(exemplar) == "hearsay":
            continue  # "reports say" leads to nobody
        links.append(
            Link(
                copy=copy,
                exemplar=exemplar,
                kind=derivation.kind,
                basis=derivation.basis,
                confidence=derivation.confidence,
                inside=not stands_apart(pile, derivation, held[copy], told.get(copy, ())),
            )
        )
    return links


def stands_apart(pile: Pile, citation: Derivation, derivations: Iterable[Derivation], claims: Sequence[Claim]) -> bool:
    """True for a citation in another passage than the one that its copy took.

    That is known only where the copy tells the claim more than once, and the words that it took touch one telling but
    not the one with the citation.
    """
    if len(claims) < 2:
        return False
    own = [claim for claim in claims if pile.find_node(claim.article) == citation.copy]
    spans = [claim.sentence for claim in own if pile.names_witness(claim, citation.exemplar)]
    spans = spans or [e.span for e in citation.evidence if pile.find_node(e.article) == citation.copy]
    return bool(spans) and stand_apart(pile, citation.copy, spans, (derivations, claims))


def stand_apart(
    pile: Pile, copy: str, spans: Iterable[Span], context: tuple[Iterable[Derivation], Iterable[Claim]]
) -> bool:
    """True where spans of a copy stand in a telling of the claim that it did not take, and another it did."""
    derivations, claims = context
    tellings = [claim.sentence for claim in claims if pile.find_node(claim.article) == copy]
    if len(tellings) < 2:
        return False
    taken = [
        e.span
        for d in derivations
        if d.copy == copy and d.kind != "citation"
        for e in d.evidence
        if pile.find_node(e.article) == copy
    ]
    touched = {telling for telling in tellings if any(telling.overlaps(span) for span in taken)}
    own = [telling for telling in tellings if any(telling.overlaps(span) for span in spans)]
    return bool(own) and bool(touched) and touched.isdisjoint(own)


def find_own(pile: Pile, derivations: Sequence[Derivation], claims: Sequence[Claim], standing: Standing) -> list[Link]:
    """Links to an article's own reporting, where it shows some and does not merely say whom it heard."""
    links = []
    for voice in standing.voices:
        if voice.claim.own and voice.side == "for" and not any(a.source.witness for a in voice.chain):
            node = pile.find_node(voice.claim.article)
            apart = stand_apart(pile, node, [voice.claim.sentence], (derivations, claims))
            links.append(Link(copy=node, exemplar=OWN + node, inside=not apart))
    return links


def find_body(pile: Pile, node: str) -> str | None:
    """The witness that a witness speaks for, if it is one that is known."""
    witness = pile.witnesses.get(node)
    return witness.speaks_for if witness and witness.speaks_for in pile.witnesses else None


def find_same(pile: Pile, nodes: Sequence[str], standing: Standing) -> Pairs:
    """Pairs that are one node: duplicates, articles of one outlet and the outlet, a person and their body."""
    pairs = [(pile.find_node(m), pile.find_node(first)) for m, first in standing.representatives.items()]
    pairs += [(node, body) for node in nodes if (body := find_body(pile, node)) in nodes and body is not None]
    by_name: dict[str, list[str]] = {}
    for article in sorted(standing.representatives):
        if outlet := pile.articles[article].outlet:
            by_name.setdefault(fold(outlet), []).append(pile.find_node(article))
    for node in nodes:
        witness = pile.witnesses.get(node)
        if witness and witness.kind in {"outlet", "agency"}:
            for name in sorted({fold(name) for name in (witness.name, *witness.aliases)} & by_name.keys()):
                by_name[name].append(node)
    pairs += [(same[0], other) for _, same in sorted(by_name.items()) for other in same[1:]]
    return tuple(sorted({(one, other) for one, other in pairs if one != other}))
