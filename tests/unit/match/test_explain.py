"""Why two claims were joined, or not."""

import pytest

from stemma.match import explain_claims
from stemma.settings import Settings

BOUGHT = "The Orlin brewery bought the Selmar dairy works for four million crowns."
ALSO = "For four million crowns the Selmar dairy works was bought by the Orlin brewery."
BIRD = "A thrush has built its nest in the bell of the Velden chapel."
KILLED, INJURED = "The Selmar ferry fire killed 12 people.", "The Selmar ferry fire injured 12 people."


@pytest.fixture
def explain(texts):
    pile = texts(BOUGHT, ALSO, BIRD, KILLED, INJURED)

    def ask(one, other):
        claims = [pile.find_claim(words) for words in (one, other)]
        return explain_claims(*claims, pile.matching, pile.articles, Settings(embedder="none"))

    return ask


def test_a_joined_pair(explain):
    found = explain("brewery bought", "was bought by")
    assert found.headline.startswith("Joined: score ")
    rows = {row.slot: row for row in found.rows}
    assert (rows["modality"].verdict, rows["negated"].verdict) == ("same", "same")
    assert "million" in " ".join(row.one for row in found.rows)


def test_a_pair_that_is_not_joined_and_its_near_misses(explain):
    found = explain("thrush", "brewery bought")
    assert found.headline.startswith("Not joined: score 0.")
    scores = [miss.score for miss in found.near_misses]
    assert scores == sorted(scores, reverse=True)
    assert len(scores) <= 5
    assert all(miss.uri == f"{miss.claim.article}.txt" != "c.txt" for miss in found.near_misses)


def test_a_slot_that_forbids_is_marked(explain):
    found = explain("killed 12", "injured 12")
    assert found.headline == "Not joined: a slot forbids it (see the row marked “forbids”)."
    assert [row.slot for row in found.rows if row.verdict == "forbids"] == ["counts clash"]


def test_a_claim_is_no_near_miss_of_its_own_collation(explain):
    found = explain("brewery bought", "thrush")
    assert all("bought by" not in miss.claim.text for miss in found.near_misses)
