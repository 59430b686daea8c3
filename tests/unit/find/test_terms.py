import re

import pytest

from stemma.find import find_terms, stem_word
from stemma.find.terms import (
    choose_by_first_letter,
    find_content_words,
    find_phrases,
    flatten,
    index_words,
    list_content_words,
    match_at,
    may_hold,
    per_language,
)
from stemma.lang import find_language
from stemma.model import Span

ENGLISH = find_language("en")


def test_stems_fold_and_reduce():
    assert stem_word("Deserters", ENGLISH) == stem_word("deserter", ENGLISH)
    assert stem_word("Café", None) == "cafe"


def test_terms_leave_out_stopwords_and_keep_their_places():
    text = "The miller was closing both mills."
    terms = find_terms(text, ENGLISH)
    assert [span.of(text) for _, span in terms] == ["miller", "closing", "mills"]
    assert [stem for stem, _ in terms] == ["miller", "close", "mill"]


def test_terms_of_a_span_keep_offsets_into_the_text():
    text = "Rain fell. Rivers rose."
    terms = find_terms(text, ENGLISH, find_span(text, "Rivers rose."))
    assert [span.of(text) for _, span in terms] == ["Rivers", "rose"]


def test_a_span_that_cuts_a_word_has_the_part_of_it():
    text = "The riverbank gave way."
    assert [span.of(text) for _, span in find_terms(text, ENGLISH, find_span(text, "bank gave"))] == ["bank", "gave"]
    assert [span.of(text) for _, span in find_terms(text, ENGLISH, find_span(text, "The river"))] == ["river"]


def test_a_number_is_one_term():
    assert [stem for stem, _ in find_terms("6.1 or 10,000 mills", ENGLISH)] == ["6.1", "10,000", "mill"]


def test_content_words_are_not_stemmed():
    assert [word for word, _ in find_content_words("The miller was closing both mills.", ENGLISH)] == [
        "miller",
        "closing",
        "mills",
    ]


@pytest.mark.parametrize("code", ["en", "de", "es", "pt", "ru", "cs", "pl"])
def test_the_first_letter_of_a_word_stays_in_its_stem(code):
    language = find_language(code)
    for word in sorted(language.speech.says | language.grammar.stopwords):
        assert choose_by_first_letter([word, "-"], [stem_word(word, language)], language) == [word]


def test_where_prefixes_are_cut_every_word_may_have_a_stem():
    assert choose_by_first_letter(["mengurangi", "besar"], ["urang"], find_language("id")) == ["mengurangi", "besar"]


def test_what_is_made_for_a_language_is_made_once():
    made = []
    find = per_language(lambda language: made.append(language) or len(made))
    assert (find(ENGLISH), find(ENGLISH), find(None)) == (1, 1, 2)


def find_span(text, part):
    from stemma.model import Span

    start = text.index(part)
    return Span(start, start + len(part))


@pytest.mark.parametrize("code", ["en", "fr", "ja"])
def test_content_words_without_places_are_the_same_words(code):
    language = find_language(code)
    text = "The miller's toll of 6.1 crowns rose. L'agence l'a dit. 町長は橋を閉じた。"
    span = find_span(text, "toll of 6.1 crowns rose. L'agence l'a dit. 町長は")
    assert list_content_words(text, language, span) == [word for word, _ in find_content_words(text, language, span)]


def test_phrases_are_whole_words_and_the_longest_wins():
    text = "Not only that, nothing at all; not"
    found = find_phrases(text, Span(0, len(text)), frozenset({"not", "not only"}))
    assert [mark.text for mark in found] == ["Not only", "not"]
    assert find_phrases(text, Span(0, len(text)), frozenset()) == []


def test_a_phrase_is_found_where_a_span_cuts_its_last_word():
    text = "They plan toward the pier."
    assert [m.text for m in find_phrases(text, find_span(text, "They plan to"), frozenset({"plan to"}))] == ["plan to"]


def test_a_phrase_that_begins_with_a_mark_or_without_blanks_is_looked_for_everywhere():
    text = "橋沈了 and it isn't so."
    assert [m.text for m in find_phrases(text, Span(0, len(text)), frozenset({"沈"}))] == ["沈"]
    assert may_hold(text, Span(0, 2), frozenset({"沈"}))


def test_flat_text_keeps_its_places():
    text = "Café ÉLAN, Straße"
    assert flatten(text) == "cafe elan, straße"
    assert index_words(text) == {"cafe": [0], "elan": [5], "straße": [11]}


def test_words_are_known_to_be_absent():
    text = "Rain fell and rivers rose."
    assert may_hold(text, Span(0, len(text)), frozenset({"and"}))
    assert not may_hold(text, Span(0, 9), frozenset({"and", "or"}))


def test_matches_at_places_do_not_overlap():
    found = match_at(re.compile("a+"), "aaa baa", [0, 1, 5, 6], 7)
    assert [match.span() for match in found] == [(0, 3), (5, 7)]
