from dataclasses import replace

import pytest

from stemma.extract import extract
from stemma.match import match
from stemma.model import Article, Derivation, Mark, Story
from stemma.settings import Settings
from stemma.trace.stated.citations import find_citations


def cite(text: str) -> list[Derivation]:
    """The stated links of one real article."""
    article = Article(id="a", uri="a.txt", sha256="a", language="en", title=None, text=text, story="s")
    story = Story(id="s", title="", articles=("a",))
    matching = match([extract(article)], [article], [story], Settings(embedder="none"))
    return find_citations(matching, {"a": article})


def test_each_voice_of_a_chain_has_it_from_the_next(make_pile) -> None:
    pile = make_pile()
    article = pile.add_article("a", "The Lamp reported, citing two clerks, that the archive burned.")
    outer = pile.add_attribution("a", "The Lamp", "the archive burned")
    inner = pile.add_attribution("a", "two clerks", "the archive burned", inside=outer.id, kind="unnamed")
    claim = pile.add_claim("a", "the archive burned", [outer.id, inner.id])
    matching = pile.match([claim])
    links = find_citations(matching, {"a": article})
    assert [(link.copy, link.exemplar) for link in links] == [("The Lamp", "two clerks"), ("a", "The Lamp")]
    assert all(link.collations == (matching.collations[0].id,) and link.basis == "stated" for link in links)


def test_evidence_is_literal_and_holds_the_source(make_pile) -> None:
    pile = make_pile()
    article = pile.add_article("a", "The archive burned, the Lamp reported on Monday. Nobody slept.")
    said = pile.add_attribution("a", "the Lamp", "The archive burned")
    pile.add_claim("a", "The archive burned", [said.id])
    (link,) = find_citations(pile.match(), {"a": article})
    (quote,) = link.evidence
    assert quote.text == quote.span.of(article.text) == "The archive burned, the Lamp"


def test_who_declines_passes_nothing_on(make_pile) -> None:
    pile = make_pile()
    article = pile.add_article("a", "The mayor declined to comment on the fire.")
    pile.add_attribution("a", "The mayor", "the fire", kind="person", stance="declines")
    pile.add_claim("a", "the fire")
    assert find_citations(pile.match(), {"a": article}) == []


def test_an_article_never_cites_itself(make_pile) -> None:
    pile = make_pile()
    article = pile.add_article("a", "This paper said the archive burned.")
    said = pile.add_attribution("a", "This paper", "the archive burned")
    pile.attributions[0] = said.__class__(
        **{
            **{s: getattr(said, s) for s in said.__slots__},
            "source": said.source.__class__(
                **{**{s: getattr(said.source, s) for s in said.source.__slots__}, "witness": "a"}
            ),
        }
    )
    pile.add_claim("a", "the archive burned", [said.id])
    assert find_citations(pile.match(), {"a": article}) == []


def cue(attribution, words: str):
    return replace(attribution, cue=Mark(span=None, text=words))


@pytest.mark.parametrize("words", ["plans", "criticised", "saw"])
def test_plans_judgements_and_perceptions_pass_nothing_on(make_pile, words) -> None:
    pile = make_pile()
    article = pile.add_article("a", "The mayor looks at a new archive by the river.")
    pile.attributions = [
        cue(pile.add_attribution("a", "The mayor", "a new archive by the river", kind="person"), words)
    ]
    pile.add_claim("a", "a new archive by the river")
    assert find_citations(pile.match(), {"a": article}) == []


def test_a_colon_names_an_outlet_but_no_title(make_pile) -> None:
    pile = make_pile()
    article = pile.add_article("a", "Radio Tarn: the archive burned. Night Flight: a ship is lost.")
    pile.attributions = [
        cue(pile.add_attribution("a", "Radio Tarn", "the archive burned"), ":"),
        cue(pile.add_attribution("a", "Night Flight", "a ship is lost", kind="organisation"), ":"),
    ]
    pile.add_claim("a", "the archive burned"), pile.add_claim("a", "a ship is lost")
    assert [link.exemplar for link in find_citations(pile.match(), {"a": article})] == ["Radio Tarn"]


def test_a_description_without_people_is_no_source(make_pile) -> None:
    pile = make_pile()
    article = pile.add_article("a", "Trading on unconfirmed reports the bank may close.")
    pile.attributions = [
        cue(pile.add_attribution("a", "Trading on unconfirmed", "the bank may close", kind="unnamed"), "reports")
    ]
    pile.add_claim("a", "the bank may close")
    assert find_citations(pile.match(), {"a": article}) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("People would just think the barge is adrift near the lock again.", 0),
        ("The Lamp Company never confirmed the sale of the barge to the yard at Vessel Bend.", 0),
        ("The harbour guild might quickly find that the barge is adrift near the lock again.", 0),
        ("The Harbour Lamp can reveal that the barge is adrift near the lock again.", 1),
        ("The 40-year-old was brutally wounded by a militant dubbed “Harbour Joe” in the songs of the town.", 0),
        ("The barge was sold to the yard at Vessel Bend, Ada Orme said, citing high costs.", 1),
        ("The barge was sold to the yard at Vessel Bend, Ada Orme said, citing two officials.", 2),
        ("Residents say the barge is adrift near the lock again.", 1),
        ("Commented on the loss of the barge, saying: «It is not the first time that our captains leave early».", 0),
        ("The owner, Ada Orme, released a photo of the barge which showed a hole in the hull on the shore side.", 0),
        ("The owner, Ada Orme, released a statement: the barge had been sound on Monday.", 1),
        ("The owner, Ada Orme, recently unveiled an official photo of the barge from the dry dock at Vessel Bend.", 0),
    ],
)
def test_what_nobody_has_said_makes_no_source(text: str, expected: int) -> None:
    assert len(cite(text)) == expected


@pytest.mark.parametrize(
    ("text", "confidence"),
    [
        ("The clerk Ada Orme said that the barge is adrift near the lock again.", 0.78),
        ("The clerk Ada Orme suggested that the barge is adrift near the lock again.", 0.75),
        ("“The barge is adrift near the lock again,” suggested the clerk Ada Orme.", 0.78),
    ],
)
def test_a_link_is_as_sure_as_readers_found_its_kind(text: str, confidence: float) -> None:
    (link,) = cite(text)
    assert link.confidence == confidence
