from dataclasses import replace

from stemma.model import Dossier, Mark, Span
from stemma.write.live.articles import make_articles
from stemma.write.live.index import Index, make_index
from stemma.write.view.lookup import make_lookup


def test_an_article_has_its_facts_and_its_place(index: Index) -> None:
    courier, *_, mirror = make_articles(index, full=False)
    assert (courier["name"], courier["file"], courier["story"]) == ("The Tarn Courier", "courier.txt", 0)
    assert (mirror["duplicateOf"], courier["duplicateOf"]) == (0, None)
    assert courier["body"] == len(courier["title"]) + 1
    assert courier["length"] == len(index.lookup.articles[courier["id"]].text)


def test_voices_are_named_by_their_witness_and_tied_to_the_voice_around_them(dossier: Dossier) -> None:
    outer, inner = dossier.attributions[0], dossier.attributions[3]
    nested = replace(inner, inside=outer.id)
    changed = replace(dossier, attributions=(outer, nested, *dossier.attributions[4:]))
    lookup = make_lookup(changed)
    courier = make_articles(make_index(lookup, (), ()), full=False)[0]
    first, second = courier["attributions"][:2]
    assert (first["name"], first["inside"]) == ("Channel Ledra", None)
    assert (second["name"], second["inside"]) == ("Vellmar hospital", 0)
    assert courier["story"] is None


def test_whole_texts_only_where_asked_for(index: Index) -> None:
    texts = [article.text for article in index.lookup.dossier.articles]
    assert [item["passages"][0]["text"] for item in make_articles(index, full=True)] == texts


def test_corrections_without_a_place_are_left_out(dossier: Dossier) -> None:
    marks = (Mark(span=Span(0, 8), text="Eighteen"), Mark(span=None, text="somewhere"))
    first = replace(dossier.articles[0], corrections=marks)
    lookup = make_lookup(replace(dossier, articles=(first, *dossier.articles[1:])))
    [courier, *_] = make_articles(make_index(lookup, (), ()), full=False)
    assert courier["corrections"] == [{"span": [0, 8], "text": "Eighteen"}]
