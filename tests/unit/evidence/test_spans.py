"""Findings that no longer stand where they say."""

from dataclasses import replace

from stemma import model
from stemma.evidence.spans import find_misfits
from stemma.model import Span

START = Span(0, 5)


def make_dossier(*texts: str, span: Span = START, words: str = "Ferry") -> model.Dossier:
    articles = tuple(
        model.Article(id="a", uri=f"{n}.txt", sha256="a" * 64, language="en", title=None, text=text)
        for n, text in enumerate(texts)
    )
    claim = model.Claim(id="c", article="a", span=span, text=words, sentence=span)
    return model.Dossier(
        version="0", settings={}, articles=articles, skipped=(), stories=(), threads=(), attributions=(),
        claims=(claim,), collations=(), witnesses=(), derivations=(), assessments=(), wanted=(), timeline=(),
    )  # fmt: skip


def test_a_span_must_hold_its_words():
    assert list(find_misfits(make_dossier("Ferry late"))) == []
    assert list(find_misfits(make_dossier("Ferry late", words="Mill"))) == [
        "claims: “Mill” does not stand at 0–5 of article a"
    ]
    assert list(find_misfits(make_dossier("Ferry", span=Span(3, 99), words="ry")))


def test_files_of_the_same_bytes_may_have_other_titles():
    assert list(find_misfits(make_dossier("Late\nFerry", "Ferry late"))) == []


def test_a_finding_of_an_article_that_is_not_there_is_told():
    dossier = make_dossier("Ferry late")
    gone = replace(dossier, articles=())
    assert list(find_misfits(gone)) == ["claims: article a is not in the dossier"]
