"""Whose words stand behind "according to"."""

import pytest

from stemma.extract.attribution import find_attributions
from stemma.lang import find_language


@pytest.mark.parametrize(
    ("text", "source", "content"),
    [
        (
            'According to a "man close to the owner", the ferry is sold.',
            'a "man close to the owner"',
            "the ferry is sold",
        ),
        ('The ferry is sold, according to the "Halden Gazette".', 'the "Halden Gazette"', "The ferry is sold"),
        ('According to the owner, "the ferry is sold".', "the owner", '"the ferry is sold"'),
    ],
)
def test_an_article_alone_is_nobody(text: str, source: str, content: str) -> None:
    [found] = find_attributions(text, find_language("en"))
    assert (found.source.text, found.content.text) == (source, content)
