import hashlib
import random
import time
from dataclasses import replace

from stemma.clean.duplicates import mark_duplicates
from stemma.model import Article

WORDS = [f"{first}{second}{third}" for first in "bdgklm" for second in "aeiou" for third in "nrstv"]
TEXT = " ".join(random.Random(1).choices(WORDS, k=200))


def make(uri, text=TEXT, published=None):
    sha256 = hashlib.sha256(text.encode()).hexdigest()
    return Article(id=sha256[:12], uri=uri, sha256=sha256, language="en", title=None, text=text, published=published)


def test_copies_of_the_same_bytes_have_ids_of_their_own():
    first, second = mark_duplicates([make("a.txt"), make("b.txt")])
    assert first.id == first.sha256[:12]
    assert second.id != first.id
    assert (first.duplicate_of, second.duplicate_of) == (None, first.id)


def test_other_case_quotes_and_spaces_are_the_same_text():
    _, second = mark_duplicates([make("a.txt"), make("b.txt", TEXT.upper() + " “”")])
    assert second.duplicate_of


def test_near_copy():
    words = TEXT.split()
    words[90] = "changed"
    first, second = mark_duplicates([make("a.txt"), make("b.txt", " ".join(words[3:]))])
    assert second.duplicate_of == first.id


def test_excerpt_and_rewrite_are_no_copies():
    words = TEXT.split()
    rewritten = " ".join("changed" if index % 9 == 0 else word for index, word in enumerate(words))
    articles = mark_duplicates([make("a.txt"), make("b.txt", " ".join(words[:120])), make("c.txt", rewritten)])
    assert [article.duplicate_of for article in articles] == [None, None, None]


def test_a_text_that_lost_a_sentence_or_its_source_is_no_copy():
    words = TEXT.split()
    shorter = words[:80] + words[104:]
    sourced = [*words[:60], "says", "she", *words[60:110], "of", "a", "mill", *words[110:]]
    for text in (shorter, sourced):
        assert mark_duplicates([make("a.txt"), make("b.txt", " ".join(text))])[1].duplicate_of is None


def test_a_text_with_another_figure_is_no_copy():
    words = TEXT.split()
    told = [" ".join([*words[:90], figure, *words[90:]]) for figure in ("18", "20", "18 lorries")]
    one, other, same = mark_duplicates([make(f"{at}.txt", text) for at, text in enumerate(told)])
    assert (other.duplicate_of, same.duplicate_of) == (None, one.id)


def test_the_first_published_is_the_exemplar_in_any_order():
    articles = [make("a.txt"), make("b.txt", TEXT + " ", "2024-10-18"), make("c.txt", TEXT + "  ", "2024-10-17")]
    marked = mark_duplicates(articles)
    assert [article.duplicate_of for article in marked] == [articles[2].id, articles[2].id, None]
    assert mark_duplicates(articles[::-1])[::-1] == marked


def test_copy_of_a_near_copy_points_to_the_exemplar():
    near = TEXT.replace(TEXT.split()[50], "changed", 1)
    articles = mark_duplicates([make("a.txt"), make("b.txt", near), make("c.txt", near + " ")])
    assert [article.duplicate_of for article in articles] == [None, articles[0].id, articles[0].id]


def test_short_texts_are_copies_only_when_equal():
    articles = mark_duplicates(
        [make("a.txt", "Bridge closed."), make("b.txt", "Bridge open."), make("c.txt", "bridge closed")]
    )
    assert [article.duplicate_of for article in articles] == [None, None, articles[0].id]


def test_thousands_are_marked_in_seconds():
    pile = [make(f"{index:04}.txt") for index in range(1000)]
    pile += [make(f"z{index:04}.txt", f"{TEXT} {index}") for index in range(1000)]
    start = time.process_time()
    marked = mark_duplicates(pile)
    assert time.process_time() - start < 10
    assert len({article.id for article in marked}) == 2000
    assert sum(article.duplicate_of is None for article in marked) == 1
    assert marked[0] == replace(pile[0], duplicate_of=None)


def test_a_reprint_by_its_own_account_is_the_copy_whatever_its_name():
    first = replace(make("a.txt"), reprint=True)
    second = make("b.txt", f"{TEXT} {WORDS[0]}")
    assert [article.duplicate_of for article in mark_duplicates([first, second])] == [second.id, None]
