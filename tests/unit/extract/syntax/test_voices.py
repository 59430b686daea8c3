"""Which attributions a dossier keeps."""

import pytest

from stemma.extract.syntax.voices import find_voices
from stemma.lang import find_language
from stemma.model import Article


@pytest.mark.parametrize(
    ("text", "sources"),
    [
        ("It was stated by the harbour council that the lock is safe.", ["the harbour council"]),
        ("The plan was stated by the harbour council to be safe.", []),
    ],
)
def test_what_is_stated_by_somebody_is_told(text: str, sources: list[str]) -> None:
    article = Article(id="a", uri="a.txt", sha256="", language="en", title=None, outlet=None, published=None, text=text)
    assert [a.source.text for a in find_voices(article, find_language("en"))] == sources
