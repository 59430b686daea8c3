"""Why two claims were joined or not: every feature, every slot, and the claims that came nearest."""

from collections.abc import Sequence
from dataclasses import dataclass

from stemma.match.collate import HOLD, JOIN
from stemma.match.features import explain_pair, score_pair
from stemma.match.meanings.vectors import make_full_profiles
from stemma.match.profiles import Profile
from stemma.match.slots import is_same_slot
from stemma.model import Article, Claim, Matching
from stemma.settings import Settings


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One thing that was compared: what stands on each side, and what follows from it."""

    slot: str
    one: str
    other: str
    verdict: str


@dataclass(frozen=True, slots=True, kw_only=True)
class NearMiss:
    """A claim that was not joined, though it came near; `uri` is its article's."""

    score: float
    uri: str
    claim: Claim


@dataclass(frozen=True, slots=True, kw_only=True)
class Explanation:
    """The verdict on a pair in one sentence, the rows behind it, and the near misses of the first claim."""

    headline: str
    rows: tuple[Row, ...]
    near_misses: tuple[NearMiss, ...]


def explain(
    one: Claim, other: Claim, matching: Matching, articles: Sequence[Article], settings: Settings
) -> Explanation:
    """Compare two claims as `match` does and say what decided.

    Args:
        one: a claim of the matching.
        other: another claim of it.
        matching: tells whether the two stand in one collation.
        articles: the pile.
        settings: names the sentence encoder.
    """
    by_id = {a.id: a for a in articles}
    claims = list(matching.claims)
    profiles = make_full_profiles(claims, by_id, settings.embedder)
    first, second = profiles[claims.index(one)], profiles[claims.index(other)]
    collation_of = {claim: c.id for c in matching.collations for claim in c.claims}
    joined = collation_of[one.id] == collation_of[other.id]
    score = score_pair(first, second)
    return Explanation(
        headline=_make_headline(score, joined, by_id[one.article].story == by_id[other.article].story),
        rows=(*_compare_slots(first, second), *_compare_features(first, second)),
        near_misses=tuple(
            NearMiss(score=score, uri=by_id[claim.article].uri, claim=claim)
            for score, claim in _find_near_misses(first, profiles, collation_of)
        ),
    )


def _make_headline(score: float, joined: bool, same_story: bool) -> str:
    verdict = "Joined" if joined else "Not joined"
    if score == 0.0:
        return f"{verdict}: a slot forbids it (see the row marked “forbids”)."
    where = "" if same_story else " They stand in different stories, which are compared only inside one thread."
    need = f"a pair joins from {JOIN:.2f}, and its groups must agree on average from {HOLD:.2f}"
    return f"{verdict}: score {score:.2f}; {need}.{where}"


def _compare_slots(a: Profile, b: Profile) -> list[Row]:
    rows = [
        Row(
            slot="source",
            one=f"{len(a.claim.attributions)} attributions",
            other=f"{len(b.claim.attributions)} attributions",
            verdict="not compared",
        ),
        Row(
            slot="modality",
            one=a.claim.modality,
            other=b.claim.modality,
            verdict="same" if a.claim.modality == b.claim.modality else "differs; joins, and shows as a variant",
        ),
        Row(
            slot="negated",
            one=_yes(a.claim.negated),
            other=_yes(b.claim.negated),
            verdict="same" if a.claim.negated == b.claim.negated else "differs; joins, and shows as a variant",
        ),
    ]
    for mine in a.counts:
        fitting = [theirs for theirs in b.counts if is_same_slot(mine, theirs)]
        slot = f"count ({mine.role or '?'} {mine.unit or '?'})"
        rows.append(
            Row(
                slot=slot,
                one=mine.text,
                other=", ".join(q.text for q in fitting) or "—",
                verdict="same slot" if fitting else "no such count there",
            )
        )
    for name, mine_text, theirs_text in (
        ("moment", ", ".join(m.value for m in a.claim.moments), ", ".join(m.value for m in b.claim.moments)),
        ("place", ", ".join(p.name for p in a.claim.places), ", ".join(p.name for p in b.claim.places)),
    ):
        rows.append(Row(slot=name, one=mine_text or "—", other=theirs_text or "—", verdict="see the clash row below"))
    return rows


def _yes(value: bool) -> str:
    return "yes" if value else "no"


def _compare_features(a: Profile, b: Profile) -> list[Row]:
    shared = ", ".join(sorted(a.weights.keys() & b.weights.keys(), key=lambda t: (-a.weights[t], t))[:6])
    rows = []
    for name, value, added in explain_pair(a, b):
        clash = name.endswith("clash")
        verdict = ("forbids" if added == 0 and value else "agrees") if clash and not added else f"{added:+.2f}"
        rows.append(Row(slot=name, one=f"{value:.2f}", other=shared if name == "wording" else "", verdict=verdict))
    return rows


def _find_near_misses(
    profile: Profile, profiles: Sequence[Profile], collation_of: dict[str, str]
) -> list[tuple[float, Claim]]:
    home = collation_of[profile.claim.id]
    scored = [
        (round(score_pair(profile, p), 3), p.claim)
        for p in profiles
        if p.claim.article != profile.claim.article and collation_of[p.claim.id] != home
    ]
    return sorted(scored, key=lambda item: (-item[0], item[1].id))[:5]
