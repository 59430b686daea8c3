from stemma.find import find_terms, stem_word
from stemma.find.terms import per_language
from stemma.lang import find_language

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


def test_a_number_is_one_term():
    assert [stem for stem, _ in find_terms("6.1 or 10,000 mills", ENGLISH)] == ["6.1", "10,000", "mill"]


def test_what_is_made_for_a_language_is_made_once():
    made = []
    find = per_language(lambda language: made.append(language) or len(made))
    assert (find(ENGLISH), find(ENGLISH), find(None)) == (1, 1, 2)


def find_span(text, part):
    from stemma.model import Span

    start = text.index(part)
    return Span(start, start + len(part))
