"""The Admiralty digit of a claim, from 1 (confirmed by other sources) to 6 (truth cannot be judged), and why.

It is proposed from who stands behind the claim and against it, and from nothing else: whether a claim is likely in
itself, a program does not know. So "6" is the answer wherever no origin can be reached, and never a reproach. How
reliable a source is, the letter A to F, is for people to say who know it.
"""

from dataclasses import dataclass

from stemma.model import Collation, Credibility
from stemma.weigh.counting.shapes import count_firm_by_shape
from stemma.weigh.independence import Tradition, Ways
from stemma.weigh.pile import Pile
from stemma.weigh.reasons import is_party, list_names, spell
from stemma.weigh.standing import Dispute

ENOUGH = 2  # independent ways that confirm one another
# Who may have the claim from anybody: media whose own source is not known, and people whom nobody names.
SECOND_HAND = frozenset({"article", "outlet", "agency", "account", "lost", "unnamed", "group"})
DETAILS = frozenset({"stance", "hedge", "attribution"})  # kinds of variants that leave what is claimed as it is


@dataclass(frozen=True, slots=True, kw_only=True)
class Support:
    """What a grade rests on."""

    origins: str  # their names
    ways: Ways
    witnesses: str  # those of them who are named, and no party
    firm: int  # ways for sure that begin with somebody named, or own reporting, or a document, and with no party
    named: bool  # an origin that is no party has a name, or is an article's own reporting


def propose_credibility(
    pile: Pile, collation: Collation, tradition: Tradition, ways: Ways, dispute: Dispute
) -> Credibility:
    """The digit that the evidence allows, with the reason in words.

    Args:
        pile: what the run knows.
        collation: the claim.
        tradition: its graph.
        ways: what was counted on it.
        dispute: whether anybody contests it.
    """
    unsupported = grade_without_support(ways, dispute)
    if unsupported:
        return unsupported
    support = find_support(pile, collation, tradition, ways)
    at_odds = are_readings_at_odds(collation)
    return grade_disputed(support, dispute, at_odds) or grade_undisputed(support, dispute)


def find_support(pile: Pile, collation: Collation, tradition: Tradition, ways: Ways) -> Support:
    """Who stands behind a claim, and how much of that is left without those whom it concerns or who may repeat it."""
    claims = pile.find_claims(collation)
    parties = {origin for origin in ways.origins if is_party(pile, origin, claims)}
    repeating = {origin for origin in ways.origins if tradition.kinds.get(origin) in SECOND_HAND}
    firm = ways.independent.low
    if firm >= ENOUGH:
        firm = min(firm, count_firm_by_shape(tradition, parties | repeating))
    return Support(
        origins=list_names(pile, ways.origins),
        ways=ways,
        witnesses=list_names(pile, [origin for origin in ways.origins if origin not in parties | repeating]),
        firm=firm,
        named=any(tradition.kinds.get(origin) != "unnamed" for origin in ways.origins if origin not in parties),
    )


def are_readings_at_odds(collation: Collation) -> bool:
    """True where independent accounts give a number, time or place that cannot both hold."""
    return any(variant.label == "contradiction" and variant.kind not in DETAILS for variant in collation.variants)


def grade_without_support(ways: Ways, dispute: Dispute) -> Credibility | None:
    """What is taken back, denied by all, or told by nobody who could know."""
    if dispute == "retracted" and ways.independent.best:
        return Credibility(digit=4, text="Doubtful: one of its origins took it back.")
    if dispute == "retracted":
        return Credibility(digit=5, text="Improbable: its origin took it back.")
    if dispute == "denied":
        return Credibility(digit=5, text="Improbable: it is denied, and nobody stands behind it.")
    if ways.circular:
        return Credibility(digit=6, text="Cannot be judged: the accounts lead back to each other.")
    if ways.independent.best == 0:
        return Credibility(digit=6, text="Cannot be judged: no origin can be reached.")
    return None


def grade_disputed(support: Support, dispute: Dispute, at_odds: bool) -> Credibility | None:
    """What somebody denies or doubts, or what independent accounts tell differently."""
    if dispute != "contested" and not at_odds:
        return None
    against = "it is contested" if dispute == "contested" else "the accounts differ in what cannot both hold"
    if support.firm >= ENOUGH and not at_odds:  # else each origin stands behind a reading of its own
        behind = f"{spell(support.firm)} independent ways lead to it ({support.witnesses})"
        return Credibility(digit=3, text=f"Possibly true: {behind}, but {against}.")
    return Credibility(digit=4, text=f"Doubtful: {against}, and no two origins for sure stand behind it.")


def grade_undisputed(support: Support, dispute: Dispute) -> Credibility:
    """What nobody contests, by how many independent origins there are that are no party."""
    ways, origins = support.ways, support.origins
    if support.firm >= ENOUGH:
        behind = f"{spell(support.firm)} independent ways, from origins that are no party"
        return Credibility(digit=1, text=f"Confirmed: {behind} ({support.witnesses}).")
    if dispute == "confirmed-after-denial":
        return Credibility(digit=2, text=f"Probably true: who had denied it now says so ({origins}).")
    if ways.independent.best >= ENOUGH:
        apart = ways.independent.low >= ENOUGH
        unsure = "no two of them are named and without a part in it" if apart else "they may be one"
        return Credibility(digit=2, text=f"Probably true: several origins ({origins}), but {unsure}.")
    if support.named:
        return Credibility(digit=3, text=f"Possibly true: one way only ({origins}), and nothing to check it against.")
    return Credibility(digit=6, text=f"Cannot be judged: only a party, or nobody by name, says so ({origins}).")
