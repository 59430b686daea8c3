"""What to get next: texts that the articles go back to and that are not in the pile."""

from collections.abc import Sequence
from typing import NamedTuple

from stemma.model import Assessment, Derivation, Wanted, Witness
from stemma.weigh.pile import Pile

TEXTS = frozenset({"outlet", "agency", "account", "document", "data", "lost"})
ENOUGH_CITERS = 2  # a body heard by one reporter only is a source, not a text that others work from


class Missing(NamedTuple):
    """A missing text and what hangs on it."""

    witness: Witness
    cited_by: tuple[str, ...]
    collations: tuple[str, ...]
    carried: int  # collations in which every way passes it


def find_wanted(pile: Pile, assessments: Sequence[Assessment]) -> tuple[Wanted, ...]:
    """Missing texts, that on which most hangs first.

    Args:
        pile: what the run knows.
        assessments: all of the run's; they say on whom each claim rests.
    """
    carried: dict[str, int] = {}
    resting: dict[str, set[str]] = {}
    for assessment in assessments:
        for witness in assessment.bottlenecks:
            carried[witness] = carried.get(witness, 0) + 1
        for witness in (*assessment.bottlenecks, *assessment.origins):
            resting.setdefault(witness, set()).add(assessment.collation)
    known = {assessment.collation for assessment in assessments}
    found = [
        make_missing(pile, pile.witnesses[name], resting.get(name, set()) & known, carried.get(name, 0))
        for name in sorted(pile.copies)
        if name in pile.witnesses and not (pile.witnesses[name].in_pile or name in pile.known)
    ]
    wanted = [missing for missing in found if is_text(missing)]
    wanted.sort(key=lambda m: (-m.carried, -len(m.collations), -len(m.cited_by), m.witness.name, m.witness.id))
    return tuple(
        Wanted(witness=m.witness.id, cited_by=m.cited_by, collations=m.collations, why=explain(m)) for m in wanted
    )


def make_missing(pile: Pile, witness: Witness, resting: set[str], carried: int) -> Missing:
    """A missing text with the articles that name it and the claims that go back to it."""
    derivations = [d for copy in sorted(set(pile.copies[witness.id])) for d in pile.find_derivations(copy, witness.id)]
    chosen = pile.choose_representatives(article for d in derivations for article in find_citers(pile, d))
    return Missing(
        witness=witness,
        cited_by=tuple(sorted(set(chosen.values()))),
        collations=tuple(sorted(resting | {c for d in derivations for c in d.collations})),
        carried=carried,
    )


def find_citers(pile: Pile, derivation: Derivation) -> set[str]:
    """The articles whose words show a link."""
    copy = pile.witnesses[derivation.copy].article if derivation.copy in pile.witnesses else None
    return {e.article for e in derivation.evidence if e.article in pile.articles} or ({copy} if copy else set())


def is_text(missing: Missing) -> bool:
    """True for what can be got and read: a text, or a body that several articles work from."""
    kind = missing.witness.kind
    return kind in TEXTS or (kind == "organisation" and len(missing.cited_by) >= ENOUGH_CITERS)


def explain(missing: Missing) -> str:
    """One sentence on why to look for it."""
    citers, claims = len(missing.cited_by), len(missing.collations)
    articles = "one article" if citers == 1 else f"{citers} articles"
    if missing.witness.kind == "lost":
        return f"{articles.capitalize()} share wording that none has from another: a text behind them is missing."
    verb = "goes" if citers == 1 else "go"
    first = f"{articles.capitalize()} {verb} back to {missing.witness.name or 'it'}"
    if missing.carried:
        every = "one claim" if missing.carried == 1 else f"{missing.carried} claims"
        return f"{first}, and every way to {every} passes it."
    return f"{first} for {'one claim' if claims == 1 else f'{claims} claims'}." if claims else f"{first}."
