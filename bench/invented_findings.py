"""The findings of an invented dossier: what a run would have found in its texts."""

from collections.abc import Iterator, Sequence

from invented_facts import Draft, Fact, Telling, say
from stemma.model import (
    Against,
    Assessment,
    Claim,
    Collation,
    Credibility,
    Derivation,
    Dossier,
    Evidence,
    Independence,
    Path,
    Reading,
    Reason,
    Step,
    TimelineEntry,
    Variant,
    Wanted,
    Witness,
)
from stemma.text import make_id

Drafts = Sequence[Draft]


def make_findings(drafts: Drafts, facts: Sequence[Fact], sources: Sequence[Witness]) -> Dossier:
    """A dossier without its articles: who says what, side by side, from whom, and how well it is supported."""
    lost = [Witness(id=make_id("lost", number), name="", kind="lost") for number in range(5)]
    return Dossier(
        version="0.1.0",
        settings={"embedder": "none"},
        articles=(),
        skipped=(),
        stories=(),
        threads=(),
        attributions=tuple(voice for draft in drafts for voice in draft.voices),
        claims=tuple(claim for draft in drafts for claim in draft.claims),
        collations=tuple(make_collation(drafts, fact) for fact in facts),
        witnesses=(*(make_witness(draft) for draft in drafts), *sources, *lost),
        derivations=tuple(item for fact in facts for item in make_derivations(drafts, fact)),
        assessments=tuple(make_assessment(drafts, fact) for fact in facts),
        wanted=tuple(make_wanted(facts, sources)),
        timeline=tuple(make_timeline(drafts, facts)),
    )


def make_witness(draft: Draft) -> Witness:
    """The witness that an article is."""
    id = make_id("witness", draft.number)
    return Witness(id=id, name=draft.outlet, kind="article", article=draft.id, in_pile=True)


def get_claim(drafts: Drafts, fact: Fact, article: int) -> Claim:
    """The claim that tells a fact in an article."""
    id = make_id("claim", fact.id, article)
    return next(claim for claim in drafts[article].claims if claim.id == id)


def make_collation(drafts: Drafts, fact: Fact) -> Collation:
    """The claims of a fact, side by side, with the number where it differs."""
    claims = [get_claim(drafts, fact, item.article) for item in fact.tellings]
    numbers = {item.number for item in fact.tellings}
    readings = tuple(make_reading(fact, item, claim) for item, claim in zip(fact.tellings, claims, strict=True))
    labels = {reading.on_path is not None for reading in readings[1:] if reading.relation == "contradiction"}
    label = "contradiction" if False in labels else "drift"
    explanation = f"{fact.number} and another number cannot both hold." if label == "contradiction" else ""
    variants = (Variant(kind="quantity", readings=readings, label=label, explanation=explanation),)
    return Collation(
        id=make_id("collation", fact.id),
        title=say("en", fact, fact.number)[0],
        stories=(make_id("story", fact.story),),
        claims=tuple(claim.id for claim in claims),
        variants=variants if len(numbers) > 1 else (),
    )


def make_reading(fact: Fact, telling: Telling, claim: Claim) -> Reading:
    """The number as one article has it."""
    relation = "same" if telling.number == fact.number else "contradiction"
    exemplar = fact.tellings[fact.articles.index(telling.exemplar)] if telling.exemplar is not None else None
    path = None
    if exemplar and exemplar.number != telling.number and relation != "same":
        path = Path(copy=make_id("witness", telling.article), exemplar=make_id("witness", exemplar.article))
    return Reading(
        claim=claim.id,
        span=claim.quantities[0].span,
        value=str(telling.number),
        relation="reference" if telling is fact.tellings[0] else relation,
        on_path=path,
    )


def make_evidence(claim: Claim) -> Evidence:
    """The words of a claim as evidence."""
    return Evidence(article=claim.article, span=claim.span, text=claim.text)


def make_derivations(drafts: Drafts, fact: Fact) -> Iterator[Derivation]:
    """Who has the fact from whom: stated where somebody is credited, here and there inferred."""
    for item in fact.tellings:
        if item.bare and item.article % 4:
            continue
        exemplar = fact.source.id if item.exemplar is None else make_id("witness", item.exemplar)
        is_inferred = item.bare or (item.exemplar is not None and item.article % 3 == 0)
        if item.bare:
            exemplar = make_id("lost", item.article % 5)
        same = item.exemplar is None or drafts[item.exemplar].language == drafts[item.article].language
        yield Derivation(
            copy=make_id("witness", item.article),
            exemplar=exemplar,
            kind="citation" if not is_inferred else "reuse" if same else "translation",
            basis="inferred" if is_inferred else "stated",
            confidence=0.5 + item.article % 50 / 100 if is_inferred else 1.0,
            direction=0.55 if item.article % 7 == 0 else 0.9,
            collations=(make_id("collation", fact.id),),
            evidence=(make_evidence(get_claim(drafts, fact, item.article)),),
        )


def make_assessment(drafts: Drafts, fact: Fact) -> Assessment:
    """How well a fact is supported: by its source, and by those who told it on their own."""
    denied = [item for item in fact.tellings if item.denies]
    told = [item for item in fact.tellings if not item.denies]
    sourced = [drafts[item.article].id for item in told if not item.bare]
    bare = [drafts[item.article].id for item in told if item.bare]
    ways = min(len(sourced), 1 + (fact.clashes and len(sourced) > 2))
    origins = (fact.source.id, *(make_id("witness", item.article) for item in told if not item.bare))[:ways]
    evidence = tuple(make_evidence(get_claim(drafts, fact, item.article)) for item in fact.tellings[:3])
    reasons = (Reason(text=f"All accounts go back to {fact.source.name}.", evidence=evidence),)
    return Assessment(
        collation=make_id("collation", fact.id),
        supporting=tuple(sourced),
        unsourced=tuple(bare),
        against=tuple(
            Against(article=drafts[item.article].id, witness=fact.source.id, stance="denies") for item in denied
        ),
        independent=Independence(low=ways, best=ways, high=min(len(sourced), ways + len(sourced) // 4)),
        heard_by=ways,
        origins=origins,
        bottlenecks=origins if ways == 1 else (),
        circular=fact.number % 97 == 0 and len(sourced) > 1,
        support=("unsourced", "single-origin", "corroborated")[ways],
        dispute=("contested" if told else "denied") if denied else "none",
        steps=tuple(make_steps(drafts, fact)) if denied else (),
        reasons=reasons if ways else (),
        credibility=Credibility(digit=(6, 3, 2)[ways], text="As many ways as there are lead to it."),
    )


def make_steps(drafts: Drafts, fact: Fact) -> Iterator[Step]:
    """It is told, then denied."""
    for item in (fact.tellings[0], fact.tellings[-1]):
        evidence = (make_evidence(get_claim(drafts, fact, item.article)),)
        stance = "denies" if item.denies else "asserts"
        yield Step(moment=fact.day, witness=fact.source.id, stance=stance, evidence=evidence)


def make_wanted(facts: Sequence[Fact], sources: Sequence[Witness]) -> Iterator[Wanted]:
    """Sources that are texts, and what hangs on them."""
    for source in sources:
        if source.kind in ("agency", "outlet", "document", "account"):
            own = [fact for fact in facts if fact.source is source]
            citing = {item.article for fact in own for item in fact.tellings if item.exemplar is None and not item.bare}
            if citing:
                yield Wanted(
                    witness=source.id,
                    cited_by=tuple(make_id("article", number) for number in sorted(citing)),
                    collations=tuple(make_id("collation", fact.id) for fact in own),
                    why=f"{len(citing)} articles have something from it.",
                )


def make_timeline(drafts: Drafts, facts: Sequence[Fact]) -> Iterator[TimelineEntry]:
    """Every fact that many tell, on its day."""
    for number, fact in enumerate(facts):
        if len(fact.tellings) > 2 or number % 9 == 0:
            claim = get_claim(drafts, fact, fact.tellings[0].article)
            yield TimelineEntry(
                value=fact.day,
                basis="stated" if number % 2 else "inferred",
                text=claim.text,
                article=claim.article,
                span=claim.span,
                collation=make_id("collation", fact.id),
                evidence=(make_evidence(claim),),
            )
