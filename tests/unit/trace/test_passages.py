from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from stemma.model import Article
from stemma.trace.passages import SEED, Words, find_holders, find_passages, find_sharing_pairs, is_rare


def article(name: str, text: str) -> Article:
    return Article(id=name, uri=f"{name}.txt", sha256="", language="en", title=None, text=text)


A = article("a", "The old lock keeper at Vessel Bend heard three dull bangs before dawn, she said on Friday.")
B = article("b", "Residents woke early. The old lock-keeper heard three dull bangs before dawn and called her sister.")


def test_longest_shared_run_is_found_with_its_spans_in_both() -> None:
    (passage,) = find_passages(Words(A), Words(B))
    assert passage.one.of(A.text) == passage.other.of(B.text) == "heard three dull bangs before dawn"


def test_runs_shorter_than_a_seed_are_chance() -> None:
    one, other = article("x", "one two three four"), article("y", "zero one two three four")
    assert find_passages(Words(one), Words(other)) == []


def test_only_articles_that_share_seeds_are_paired() -> None:
    far = article("c", "Nothing of this stands anywhere else, whatever one may think of it today.")
    assert find_sharing_pairs(find_holders([Words(A), Words(far), Words(B)])) == [(0, 2)]


def test_a_run_that_many_documents_have_is_not_rare() -> None:
    (passage,) = find_passages(Words(A), Words(B))
    assert is_rare(passage, find_holders([Words(A), Words(B)]))
    everybody = [Words(article(str(n), A.text)) for n in range(5)]
    assert not is_rare(passage, find_holders(everybody))


@given(st.lists(st.sampled_from("abcd"), max_size=40), st.lists(st.sampled_from("abcd"), max_size=40))
def test_passages_overlap_in_neither_article_and_read_alike(left: list[str], right: list[str]) -> None:
    one, other = Words(article("a", " ".join(left))), Words(article("b", " ".join(right)))
    found = find_passages(one, other)
    for passage in found:
        assert len(passage.words) >= SEED
        assert passage.one.of(" ".join(left)) == passage.other.of(" ".join(right))
    for side in ("one", "other"):
        spans = sorted(getattr(p, side) for p in found)
        assert all(a.end <= b.start for a, b in pairwise(spans))


def test_names_and_numbers_are_no_words_that_a_writer_chooses() -> None:
    one = article("x", "Tickets for Night of the Long Lamps go on sale at noon on 25 March 2031.")
    other = article("y", "We hear that tickets for Night of the Long Lamps go on sale at noon on 25 March 2031.")
    (passage,) = find_passages(Words(one), Words(other))
    assert (len(passage.words), passage.chosen) == (16, 9)


def test_the_long_name_of_a_body_is_a_name_throughout() -> None:
    name = "Office for the Care of Canals and the Repair of Locks"
    one = article("x", f"On Monday the head of the {name} resigned.")
    other = article("y", f"We asked the {name} in vain.")
    (passage,) = find_passages(Words(one), Words(other))
    assert (len(passage.words), passage.chosen) == (12, 1)


def test_lines_that_ask_readers_for_something_are_left_out() -> None:
    appeal = (
        "Want more harbour news? Get our app, follow us on Twitter and leave us a comment below or like us on Facebook!"
    )
    words = Words(article("x", f"The lock is shut.\n{appeal}\nIt opens on Friday.")).forms
    assert words == ("the", "lock", "is", "shut", "it", "opens", "on", "friday")
