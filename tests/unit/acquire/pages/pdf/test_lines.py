"""Reading order of lines."""

from hypothesis import given
from hypothesis import strategies as st

from stemma.acquire.pages.pdf.lines import Budget, is_right_to_left, join_words, read_lines


def make_run(text, left, middle, width=200.0, size=10.0):
    return {"text": text, "box": [left, middle - size / 2, left + width, middle + size / 2], "size": size}


def read(runs):
    return [[line.text for line in block] for block in read_lines(runs, 0, Budget())]


def test_three_columns_under_one_headline():
    columns = [[make_run(f"{name}{row}", 50 + 170 * place, 700 - 12 * row, 150) for row in range(4)]
               for place, name in enumerate("abc")]  # fmt: skip
    runs = [make_run("headline", 50, 740, 490, 20), *(run for row in zip(*columns, strict=True) for run in row)]
    assert read(runs) == [["headline"], *([f"{name}{row}" for row in range(4)] for name in "abc")]


def test_columns_of_hebrew_are_read_from_the_right():
    runs = [make_run(f"{name}{row}", left, 700 - 12 * row, 150)
            for row in range(4) for name, left in (("שמאל", 50), ("ימין", 320))]  # fmt: skip
    assert [block[0] for block in read(runs)] == ["ימין0", "שמאל0"]
    assert is_right_to_left("שמאל a")


def test_pieces_of_one_line_are_joined():
    assert read([make_run("late", 262, 700, 30), make_run("The ferry left", 50, 700.4, 200)]) == [
        ["The ferry left late"]
    ]
    assert read([make_run("T", 50, 695, 20, 24), make_run("he ferry", 70.5, 700)]) == [["The ferry"]]
    assert join_words("大坝", "泄洪") == "大坝泄洪"
    assert join_words("댐이", "무너졌다") == "댐이 무너졌다"


PLACES = st.tuples(st.floats(0, 600), st.floats(0, 800), st.floats(1, 500), st.sampled_from([8.0, 10.0, 24.0]))


@given(st.lists(PLACES, max_size=60))
def test_no_run_is_lost_or_doubled(places):
    runs = [make_run(f"w{number}", *place) for number, place in enumerate(places)]
    words = " ".join(line for block in read(runs) for line in block)
    assert sorted(word for word in words.replace("w", " w").split()) == sorted(f"w{n}" for n in range(len(places)))


def test_a_page_that_means_harm_ends():
    runs = [make_run(f"w{n}", (n * 37) % 500, (n * 91) % 797, 3, 8.0) for n in range(5000)]
    assert sum(len(block) for block in read_lines(runs, 0, Budget(20_000))) > 0
