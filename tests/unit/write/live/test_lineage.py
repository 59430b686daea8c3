from typing import Any

from stemma.write.live.index import Index
from stemma.write.live.lineage import make_lineage_data, make_links
from stemma.write.view.lineage import make_lineage


def make_data(index: Index, claim: str) -> dict[str, Any]:
    finding = index.findings[index.claims[claim]]
    return make_lineage_data(index, make_lineage(index.lookup, finding), {next(iter(index.articles)): 0})


def test_nodes_are_articles_and_witnesses_and_edges_their_places(index: Index) -> None:
    data = make_data(index, "k1")
    named = {node["name"]: number for number, node in enumerate(data["nodes"])}
    edges = {(edge["from"], edge["to"]): edge for edge in data["edges"]}
    stated = edges[named["Channel Ledra"], named["The Tarn Courier"]]
    assert (stated["kind"], stated["basis"], stated["credit"]) == ("citation", "stated", "According to Channel Ledra")
    assert edges[named["Channel Ledra"], named["Marsh Gazette"]]["changed"]
    assert edges[named["Channel Ledra"], named["Meridian"]]["confidence"] == 0.93
    assert data["nodes"][named["Channel Ledra"]]["missing"]
    assert data["nodes"][named["Channel Ledra"]]["wanted"]
    assert data["nodes"][named["The Tarn Courier"]]["telling"] == 0


def test_who_denies_is_an_edge(index: Index) -> None:
    data = make_data(index, "k3")
    assert [edge["denies"] for edge in data["edges"]].count(True) == 1


def test_links_name_their_claims(index: Index) -> None:
    links = make_links(index)
    assert len(links) == len(index.lookup.dossier.derivations)
    assert links[0]["claims"] == [index.claims["k1"]]
    assert links[0]["evidence"][0]["article"] == 0
