from stemma.model import Article, Dossier, Span
from stemma.write.live.passages import AROUND, NEAR, find_excerpts, make_passages

WORDS = "word " * 400


def make_article(text: str) -> Article:
    return Article(id="a", uri="a.txt", sha256="0" * 64, language="en", title=None, text=text)


def test_the_whole_text_only_where_it_is_asked_for() -> None:
    assert make_passages(make_article(WORDS), [], full=True) == [{"start": 0, "text": WORDS}]
    assert make_passages(make_article(""), [], full=True) == []
    assert make_passages(make_article(WORDS), [], full=False) == []


def test_an_excerpt_has_a_little_around_it_and_is_cut_between_words() -> None:
    [passage] = make_passages(make_article(WORDS), [Span(1000, 1004)], full=False)
    assert passage["text"].startswith("word")
    assert passage["text"].endswith("word")
    assert 1000 - AROUND <= passage["start"] <= 1000
    assert WORDS[passage["start"] :].startswith(passage["text"])
    assert len(passage["text"]) <= 4 + 2 * AROUND


def test_excerpts_that_meet_become_one_and_stay_in_order() -> None:
    apart = 2 * AROUND + NEAR + 20
    spans = [Span(600 + apart, 604 + apart), Span(600, 604), Span(610, 614)]
    passages = make_passages(make_article(WORDS), spans, full=False)
    assert len(passages) == 2
    first, second = passages
    assert first["start"] + len(first["text"]) < second["start"]


def test_places_count_code_points() -> None:
    text = "𝔙𝔢𝔩𝔪𝔞𝔯 🚢 " * 40
    [passage] = make_passages(make_article(text), [Span(300, 306)], full=False)
    assert text[passage["start"] : passage["start"] + len(passage["text"])] == passage["text"]


def test_text_without_spaces_is_cut_at_its_length() -> None:
    [passage] = make_passages(make_article("字" * 1000), [Span(500, 510)], full=False)
    assert (passage["start"], len(passage["text"])) == (500 - AROUND, 10 + 2 * AROUND)


def test_every_word_that_a_finding_points_to_is_shown(dossier: Dossier) -> None:
    excerpts = find_excerpts(dossier)
    for article in dossier.articles:
        shown = make_passages(article, excerpts[article.id], full=False)
        for span in excerpts[article.id]:
            assert any(item["start"] <= span.start and span.end <= item["start"] + len(item["text"]) for item in shown)
    assert all(excerpts[claim.article] for claim in dossier.claims)
