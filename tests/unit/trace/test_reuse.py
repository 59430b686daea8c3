from dataclasses import replace

from stemma.settings import Settings
from stemma.trace import trace
from stemma.trace.reuse import find_reuse
from stemma.trace.stated.citations import find_citations

COPIED = (
    "The ferry Alba drifted for three hours with its lights out while two tugs from the inner harbour searched the "
    "wrong side of the sandbank."
)
ALSO = "A cook from the galley crew swam ashore with a whistle between his teeth and woke the lighthouse keeper."


def make_two(make_pile, first_date: str | None, second_date: str | None):
    pile = make_pile()
    pile.add_article(
        "a", f"Storm night on the coast. {COPIED} {ALSO} Schools stay closed until Monday, the town says.", first_date
    )
    pile.add_article(
        "b", f"What a week for sailors. {COPIED} {ALSO} Our readers know the sandbank well, of course.", second_date
    )
    one, other = pile.add_claim("a", COPIED), pile.add_claim("b", COPIED)
    return pile, pile.match([one, other])


def test_shared_wording_without_dates_has_a_lost_exemplar(make_pile) -> None:
    pile, matching = make_two(make_pile, None, None)
    links, lost = find_reuse(matching, pile.articles, [])
    assert [w.kind for w in lost] == ["lost"]
    assert sorted((link.copy, link.exemplar) for link in links) == [("a", lost[0].id), ("b", lost[0].id)]
    assert all(link.basis == "inferred" and link.collations for link in links)


def test_what_two_undated_texts_share_by_chance_has_no_lost_exemplar(make_pile) -> None:
    pile, _ = make_two(make_pile, None, None)
    pile.articles = [replace(a, text=a.text.replace(ALSO, f"{a.id} said so.")) for a in pile.articles]
    assert find_reuse(pile.match(pile.claims), pile.articles, []) == ([], [])


def test_the_words_that_prove_most_are_quoted_first(make_pile) -> None:
    pile = make_pile()
    day = "2031-04-02"
    early = "Readers may recall that it had rained for most of the week."
    pile.add_article("a", f"{early} Storm night on the coast. {COPIED} Schools stay closed until Monday.", day)
    pile.add_article("b", f"{early} What a week for sailors. {COPIED} Our readers know the sandbank well.", day)
    links, _ = find_reuse(pile.match([pile.add_claim("a", COPIED), pile.add_claim("b", COPIED)]), pile.articles, [])
    assert links
    assert all(link.evidence[0].text == COPIED.removesuffix(".") for link in links)


def test_nearly_the_whole_text_and_a_later_date_make_a_direct_copy(make_pile) -> None:
    pile, matching = make_two(make_pile, "2031-04-02", "2031-04-05")
    links, lost = find_reuse(matching, pile.articles, [])
    assert lost == []
    assert [(link.copy, link.exemplar) for link in links] == [("b", "a")]
    assert links[0].direction > 0.5


def test_a_stated_citation_tells_the_direction_against_missing_dates(make_pile) -> None:
    pile, matching = make_two(make_pile, None, None)
    pile.articles[0] = replace(pile.articles[0], text=pile.articles[0].text + " This was first told by b.")
    said = pile.add_attribution("a", "b", "This was first told")
    matching = replace(matching, attributions=(replace(said, source=replace(said.source, witness="b")),))
    citations = find_citations(matching, {a.id: a for a in pile.articles})
    links, lost = find_reuse(matching, pile.articles, citations)
    assert lost == []
    assert [(link.copy, link.exemplar) for link in links] == [("a", "b")]


def test_one_speech_quoted_twice_is_no_copy(make_pile) -> None:
    pile = make_pile()
    for name, start in (
        ("a", "At noon the captain said: "),
        ("b", "Later, on the pier, these words were heard from her: "),
    ):
        pile.add_article(name, f"{start}“{COPIED} {ALSO}” That was all.")
        pile.add_claim(name, COPIED)
        said = pile.add_attribution(name, start.split()[0], f"{COPIED} {ALSO}", kind="person")
        pile.attributions[-1] = replace(said, type="direct")
    assert find_reuse(pile.match(pile.claims), pile.articles, []) == ([], [])


def test_a_stock_phrase_is_no_copy(make_pile) -> None:
    pile = make_pile()
    phrase = "which lies on the edge of the great southern plate where tremors are felt every year"
    pile.add_article("a", f"Kilns cracked in Orra, {phrase}. Four potters lost a month of work, said the guild.")
    pile.add_article(
        "b", f"Buses stood still for an hour in Orra, {phrase}. The depot counted nine flat tyres afterwards."
    )
    pile.add_claim("a", "Kilns cracked in Orra")
    pile.add_claim("b", "Buses stood still for an hour in Orra")
    assert find_reuse(pile.match(), pile.articles, []) == ([], [])


def test_an_exact_copy_derives_from_its_original_whole(make_pile) -> None:
    pile, matching = make_two(make_pile, "2031-04-02", "2031-04-02")
    pile.articles[1] = replace(pile.articles[1], duplicate_of="a")
    stemma = trace(matching, pile.articles, Settings())
    (link,) = stemma.derivations
    assert (link.copy, link.exemplar, link.kind, link.collations) == ("b", "a", "reuse", ())
    assert link.confidence >= 0.9
    assert link.direction == 0.5


TOLD = (
    ("The ferry drifted for three hours.", "Feri itu hanyut tiga jam."),
    ("Two tugs searched the sandbank.", "Dua kapal tunda mencari."),
    ("A cook swam ashore at night.", "Juru masak berenang ke darat."),
    ("The lighthouse keeper was woken.", "Penjaga mercusuar dibangunkan."),
    ("Schools stay closed until Monday.", "Sekolah tutup sampai Senin."),
)


def test_of_a_lost_text_the_shorter_copy_in_another_language_is_the_translation(make_pile) -> None:
    pile = make_pile()
    own = {
        "a": ("Storm night on the coast, as all the town remembers.", "Boats stayed in.", "Bells rang.", "It rained."),
        "b": ("Nelayan tahu.", "Cuaca buruk.", "Ombak tinggi.", "Bupati diam."),
    }
    for name, language, told in (("a", "en", 0), ("b", "id", 1)):
        pile.add_article(name, " ".join([*own[name], *(pair[told] for pair in TOLD)]), "2031-04-02", language)
        for words in own[name]:
            pile.add_claim(name, words)
    matching = pile.match(*([pile.add_claim("a", one), pile.add_claim("b", other)] for one, other in TOLD))
    links, lost = find_reuse(matching, pile.articles, [])
    assert [w.kind for w in lost] == ["lost"]
    assert {link.copy: link.kind for link in links} == {"a": "reuse", "b": "translation"}


def test_what_everybody_tells_makes_a_translation_no_less_whole(make_pile) -> None:
    pile = make_pile()
    everybody = ("The ferry sank.", "Feri itu tenggelam."), ("Nobody drowned.", "Tidak ada yang tenggelam.")
    for name, language, published in (("a", "en", "2031-04-02"), ("b", "id", "2031-04-03")):
        told = [*TOLD[:4], *everybody, ("It rained in Orra." if name == "a" else "Hujan turun di Orra.",) * 2]
        pile.add_article(name, " ".join(pair[language == "id"] for pair in told), published, language)
    groups = [[pile.add_claim("a", one), pile.add_claim("b", other)] for one, other in (*TOLD[:4], *everybody)]
    for name in "cd":
        pile.add_article(name, " ".join(one for one, _ in everybody))
        for group, (one, _) in zip(groups[4:], everybody, strict=True):
            group.append(pile.add_claim(name, one))
    pile.add_claim("a", "It rained in Orra.")
    pile.add_claim("b", "Hujan turun di Orra.")
    links, lost = find_reuse(pile.match(*groups), pile.articles, [])
    assert lost == []
    assert [(link.copy, link.exemplar, link.kind) for link in links] == [("b", "a", "translation")]


def test_a_later_version_has_it_from_the_earlier_and_not_the_other_way(make_pile) -> None:
    pile, _ = make_two(make_pile, "2031-04-02", "2031-04-02")
    pile.articles = [replace(a, revision_of="b") if a.id == "a" else a for a in pile.articles]
    also = [pile.add_claim(article, ALSO) for article in "ab"]
    links, lost = find_reuse(pile.match(pile.claims[:2], also), pile.articles, [])
    assert [(link.copy, link.exemplar, link.collations) for link in links] == [("a", "b", ())]
    assert links[0].direction == 0.95
    assert lost == []
