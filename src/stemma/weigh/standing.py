"""Who puts a claim forward, who stands against it, and which links carry it (contract: who supports, who does not)."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import islice, pairwise
from typing import Literal

from stemma.find.stances import read_stance
from stemma.find.terms import find_phrases
from stemma.lang import find_language
from stemma.model import Against, Article, Attribution, Claim, Collation, Span, Stance, Step
from stemma.text import WORD, find_words, join_lists
from stemma.weigh.pile import Pile

Side = Literal["for", "against", "neither"]
Dispute = Literal["none", "contested", "denied", "confirmed-after-denial", "retracted"]
OPENING = 5  # words of a claim in which a negation stands that is one of the whole
OPPOSING: frozenset[Stance] = frozenset({"denies", "doubts", "retracts"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Voice:
    """One way in which one claim is told: a chain of attributions, outermost first; empty = the article's own voice."""

    claim: Claim
    chain: tuple[Attribution, ...]
    side: Side
    stance: Stance
    witness: str | None  # who takes that stance; None where the article does not say, or nobody resolved it


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """Where everyone in one collation stands."""

    voices: tuple[Voice, ...]
    putting_forward: tuple[str, ...]  # articles; of copies and versions, the one that stands for them
    against: tuple[Against, ...]
    representatives: dict[str, str]
    withdrawn: frozenset[str] = frozenset()  # who took back what they, or others by them, had put forward


def judge_standing(pile: Pile, collation: Collation) -> Standing:
    """Sort the voices of a collation into those for and against its claim.

    Args:
        pile: what the run knows.
        collation: the claims side by side.

    Returns:
        Every voice, the articles that put the claim forward, and those who deny or doubt it.
    """
    claims = pile.find_claims(collation)
    turned = find_turned(collation)
    voices = tuple(
        voice
        for claim in claims
        for voice in find_voices(pile, claim, claim.negated and claim.id in turned and not claim.withheld)
    )
    voices, withdrawn = withdraw(pile, put_forward_negatives(pile, side_with_negatives(pile, voices)))
    representatives = pile.choose_representatives(claim.article for claim in claims)
    told = [(representatives[voice.claim.article], voice) for voice in voices]
    # What an earlier version says counts no more where the later one speaks of it too.
    told = [(article, voice) for article, voice in told if not pile.is_superseded(voice.claim.article, article)]
    forward = {article for article, voice in told if voice.side == "for"}
    against = {(article, voice.witness or "", voice.stance) for article, voice in told if voice.side == "against"}
    return Standing(
        voices=voices,
        putting_forward=tuple(sorted(forward)),
        against=tuple(Against(article=a, witness=w or None, stance=s) for a, w, s in sorted(against)),
        representatives=representatives,
        withdrawn=withdrawn,
    )


def side_with_negatives(pile: Pile, voices: Sequence[Voice]) -> tuple[Voice, ...]:
    """The voices; where whoever puts the claim forward says that something is not so, those who deny that it is agree.

    "They are no threat", said Lind; officials "did not feel that they are a threat".
    """
    told = [voice for voice in voices if voice.side == "for"]
    if len(told) in (0, len(voices)) or not all(is_negative(pile, voice.claim) for voice in told):
        return tuple(voices)
    return tuple(
        replace(voice, side="for", stance="asserts") if is_of_one_mind(pile, voice) else voice for voice in voices
    )


def is_of_one_mind(pile: Pile, voice: Voice) -> bool:
    """True for who says the negative, or denies the positive; who could not verify it leaves open whether it is so."""
    language = find_language(pile.articles[voice.claim.article].language)
    if voice.side != "against" or voice.stance == "retracts" or language is None:
        return False
    if says_negative(pile, voice):
        return True
    cue = find_words(find_decisive(voice.chain).cue.text) if voice.chain else []
    checked = join_lists(language.speech.verifies, language.speech.confirms)
    return not is_negative(pile, voice.claim) and checked.isdisjoint(cue)


def is_negative(pile: Pile, claim: Claim) -> bool:
    """True for a claim that something is not so, or is false; "an order to hire nobody" is an order all the same."""
    article = pile.articles[claim.article]
    language = find_language(article.language)
    if language is None:
        return False
    if find_phrases(article.text, claim.span, language.speech.rebuttals):
        return True
    if not claim.negated:
        return False
    words = [claim.span.start + match.end() for match in islice(WORD.finditer(claim.text), OPENING)]
    opening = Span(claim.span.start, words[-1] if words else claim.span.end)
    return bool(find_phrases(article.text, opening, join_lists(language.speech.negations, language.grammar.negations)))


def put_forward_negatives(pile: Pile, voices: Sequence[Voice]) -> tuple[Voice, ...]:
    """The voices; where all that is told is a negative, whoever says it puts it forward: "this is a hoax", said Lind.

    With a verb of denying ("denied that …") what stands in the collation is what is denied.
    """
    if any(voice.side == "for" for voice in voices):
        return tuple(voices)
    return tuple(
        replace(voice, side="for", stance="asserts") if says_negative(pile, voice) else voice for voice in voices
    )


def says_negative(pile: Pile, voice: Voice) -> bool:
    """True where the words themselves deny or doubt something, and the verb only says them."""
    if not voice.chain or voice.side != "against" or voice.stance == "retracts":
        return False
    decisive, language = find_decisive(voice.chain), find_language(pile.articles[voice.claim.article].language)
    if language is None or decisive.stance not in OPPOSING:
        return False
    speech = language.speech
    opposing = join_lists(speech.denies, speech.doubts, speech.declines, speech.retracts)
    words = find_words(decisive.cue.text)
    saying = join_lists(speech.says, speech.tells, speech.weak)
    return not saying.isdisjoint(words) and opposing.isdisjoint((*words, " ".join(words)))


def withdraw(pile: Pile, voices: Sequence[Voice]) -> tuple[tuple[Voice, ...], frozenset[str]]:
    """The voices, of which those that rest on what was taken back speak for the claim no more; and who took it back.

    What is told on a later day than the retraction stands: it was put forward anew.
    """
    taken_back = {
        body: (voice.witness, pile.find_moment(voice.claim))
        for voice in sorted(voices, key=lambda voice: order_voice(pile, voice))
        if voice.stance == "retracts" and voice.witness
        for body in find_bodies(pile, voice.witness)
    }
    if not taken_back:
        return tuple(voices), frozenset()
    found, withdrawn = [], set()
    for voice in voices:
        told = pile.find_moment(voice.claim)
        by = {
            witness
            for body in find_all_bodies(pile, voice)
            for witness, moment in [taken_back.get(body, ("", None))]
            if witness and not (moment and told and told[:10] > moment[:10])
        }
        found.append(replace(voice, side="neither") if by and voice.side == "for" else voice)
        withdrawn |= by if voice.side == "for" else set()
    return tuple(found), frozenset(withdrawn)


def find_all_bodies(pile: Pile, voice: Voice) -> set[str]:
    """Everyone a voice rests on: the article that tells, whom it quotes, whom they quote, and their bodies."""
    witnesses = [pile.find_node(voice.claim.article), *(a.source.witness for a in voice.chain if a.source.witness)]
    return {body for witness in witnesses for body in find_bodies(pile, witness)}


def find_turned(collation: Collation) -> set[str]:
    """Claims that, as `match` found, say the opposite of the others: with a "not", or with the opposite word."""
    return {
        reading.claim
        for variant in collation.variants
        if variant.kind in ("stance", "wording")
        for reading in variant.readings
        if reading.relation == "contradiction"
    }


def find_voices(pile: Pile, claim: Claim, is_opposite: bool) -> list[Voice]:
    """The voices of a claim; of a claim that says the opposite of its collation, each voice for it stands against."""
    chains = find_chains(pile, claim)
    if not chains:
        return [make_own_voice(pile, claim, is_opposite)]
    return [make_voice(claim, chain, is_opposite) for chain in chains]


def find_chains(pile: Pile, claim: Claim) -> list[tuple[Attribution, ...]]:
    """The chains of a claim's attributions, each outermost first: who is quoted by whom."""
    article = pile.articles[claim.article]
    known = {name: pile.attributions[name] for name in claim.attributions if name in pile.attributions}
    found = {name: _take_stance(article, claim, attribution) for name, attribution in known.items()}
    outer = {attribution.inside for attribution in found.values()}
    chains = []
    for innermost in (attribution for name, attribution in found.items() if name not in outer):
        chain = [innermost]
        while (inside := pile.attributions.get(chain[-1].inside or "")) and inside not in chain:
            chain.append(inside)
        chains.append(tuple(reversed(chain)))
    return chains


def _take_stance(article: Article, claim: Claim, attribution: Attribution) -> Attribution:
    """The attribution with the stance that it has to this very claim."""
    stance = read_stance(article, claim, attribution)
    return attribution if stance == attribution.stance else replace(attribution, stance=stance)


def make_own_voice(pile: Pile, claim: Claim, is_opposite: bool) -> Voice:
    """The article speaking for itself."""
    return Voice(
        claim=claim,
        chain=(),
        side="against" if is_opposite else "for",
        stance="denies" if is_opposite else "asserts",
        witness=pile.nodes.get(claim.article),
    )


def make_voice(claim: Claim, chain: tuple[Attribution, ...], is_opposite: bool) -> Voice:
    """What a chain amounts to: one denial in it turns the whole against, one refusal to comment makes it neither."""
    decisive = find_decisive(chain)
    side: Side = "for"
    if decisive.stance in OPPOSING or is_opposite:
        side = "against"
    elif decisive.stance == "declines":
        side = "neither"
    stance: Stance = "denies" if is_opposite and decisive.stance not in OPPOSING else decisive.stance
    return Voice(claim=claim, chain=chain, side=side, stance=stance, witness=decisive.source.witness)


def find_decisive(chain: Sequence[Attribution]) -> Attribution:
    """The attribution whose stance decides: the innermost that opposes, else that declines, else the innermost."""
    for stances in (OPPOSING, frozenset({"declines"})):
        for attribution in reversed(chain):
            if attribution.stance in stances:
                return attribution
    return chain[-1]


def find_pairs(pile: Pile, voices: Iterable[Voice], side: Side | None = None) -> set[tuple[str, str]]:
    """The links (copy, exemplar) that voices of one side, or of any, run through, from the article inwards."""
    pairs: set[tuple[str, str]] = set()
    for voice in voices:
        if side in (None, voice.side):
            named = [a.source.witness for a in voice.chain if a.source.witness]
            nodes = [pile.find_node(voice.claim.article), *named]
            pairs |= set(pairwise(nodes))
    return pairs


def find_steps(pile: Pile, voices: Iterable[Voice]) -> tuple[Step, ...]:
    """The moves in the life of a claim: the first time that each witness takes each stance, oldest first."""
    first: dict[tuple[str, Stance], Step] = {}
    for voice in sorted(voices, key=lambda voice: order_voice(pile, voice)):
        move = (voice.witness or voice.claim.article, voice.stance)
        if move not in first:
            first[move] = Step(
                moment=pile.find_moment(voice.claim),
                witness=voice.witness,
                stance=voice.stance,
                evidence=(pile.make_evidence(voice.claim),),
            )
    return tuple(first.values())


def order_voice(pile: Pile, voice: Voice) -> tuple[bool, str, str, int, str]:
    """Oldest first; the undated last."""
    moment = pile.find_moment(voice.claim)
    return moment is None, moment or "", voice.claim.article, voice.claim.span.start, voice.witness or ""


def find_dispute(pile: Pile, standing: Standing, steps: Sequence[Step], origins: Iterable[str]) -> Dispute:
    """Whether anyone contests the claim, and how that went.

    Args:
        pile: what the run knows.
        standing: who is for and who against.
        steps: the moves, oldest first.
        origins: witnesses on whom the claim's support rests.
    """
    if not (standing.against or standing.withdrawn or any(step.stance == "denies" for step in steps)):
        return "none"
    bodies = {body: {*(find_bodies(pile, body))} for body in {step.witness for step in steps if step.witness}}
    claimants = {body for origin in origins for body in find_bodies(pile, origin)}
    if standing.withdrawn or any(
        a.stance == "retracts" and (not claimants or is_one_of(bodies, a.witness, claimants)) for a in standing.against
    ):
        return "retracted"
    if any(turned_round(one, other, bodies) for i, one in enumerate(steps) for other in steps[i + 1 :]):
        return "confirmed-after-denial"
    opponents = [a for a in standing.against if a.stance != "retracts" and not is_one_of(bodies, a.witness, claimants)]
    if not opponents:
        return "none"
    is_denied = any(against.stance == "denies" for against in opponents)
    return "denied" if is_denied and not standing.putting_forward else "contested"


def find_bodies(pile: Pile, witness: str) -> tuple[str, ...]:
    """A witness and the body that it speaks for."""
    found = pile.witnesses.get(witness)
    return (witness, found.speaks_for) if found and found.speaks_for else (witness,)


def is_one_of(bodies: Mapping[str, set[str]], witness: str | None, others: Iterable[str]) -> bool:
    """True where a witness, or the body that it speaks for, is among others."""
    return witness is not None and not bodies.get(witness, {witness}).isdisjoint(others)


def turned_round(denial: Step, later: Step, bodies: Mapping[str, set[str]]) -> bool:
    """True where whoever denied the claim later, on a known day, says that it is so."""
    if denial.stance != "denies" or later.stance not in {"asserts", "confirms"}:
        return False
    if denial.witness is None or not is_one_of(bodies, later.witness, bodies[denial.witness]):
        return False
    return denial.moment is not None and later.moment is not None and denial.moment < later.moment
