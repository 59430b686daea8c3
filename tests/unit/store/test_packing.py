"""Nouns as bytes and back."""

from sqlite3 import Connection

from stemma.model import Findings
from stemma.store.finding import find_articles, find_findings, find_matters
from stemma.store.packing import pack, unpack


def test_what_is_packed_comes_back(demo_connection: Connection) -> None:
    articles = find_articles(demo_connection)
    assert unpack(pack(articles), list[type(articles[0])]) == articles
    (matter, *_), *_ = find_matters(demo_connection)
    findings = find_findings(demo_connection, matter)
    assert findings
    assert unpack(pack(findings), Findings) == findings
    assert pack(findings) == pack(unpack(pack(findings), Findings))
