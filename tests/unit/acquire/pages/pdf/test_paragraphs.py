"""Lines that become paragraphs."""

import time

from stemma.acquire.pages.pdf.lines import Line
from stemma.acquire.pages.pdf.paragraphs import Page, drop_furniture, join_lines


def make_line(text, middle=700.0, left=50.0, width=200.0, size=10.0, page=0):
    return Line(
        text=text, left=left, bottom=middle - size / 2, right=left + width, top=middle + size / 2, size=size, page=page
    )


def join(*texts, **place):
    [paragraph] = join_lines([[make_line(text, 700 - 12 * n, **place) for n, text in enumerate(texts)]])
    return paragraph.text


def test_cut_words_are_joined_and_compounds_stay():
    assert join("the drift-", "ing timber") == "the drifting timber"
    assert join("the drift\u00ad", "ing timber") == "the drifting timber"
    assert join("a well-known man, a well-", "known song") == "a well-known man, a well-known song"
    assert join("Anglo-", "Norwegian") == "Anglo-Norwegian"
    assert join("from 1990 -", "and later") == "from 1990 - and later"
    assert join("大坝", "泄洪") == "大坝泄洪"


def test_indents_distances_and_sizes_part_paragraphs():
    lines = [make_line("One ends here.", 700), make_line("Two begins", 688, left=64), make_line("and goes on", 676)]
    assert [item.text for item in join_lines([lines])] == ["One ends here.", "Two begins and goes on"]
    lines = [make_line("A headline", 700, size=20), make_line("and its text", 680), make_line("far below", 640)]
    assert [item.text for item in join_lines([lines])] == ["A headline", "and its text", "far below"]


def test_a_sentence_goes_on_in_the_next_column_and_a_new_one_does_not():
    blocks = [[make_line("The ferry that")], [make_line("left late")], [make_line("Then it rained")]]
    assert [item.text for item in join_lines(blocks)] == ["The ferry that left late", "Then it rained"]


def test_heads_that_differ_in_their_number_only_are_furniture():
    pages = [
        Page(blocks=[[make_line(f"Herald {n}", 830, page=n), make_line(f"Text of {n}", 500, page=n)]], height=842)
        for n in range(3)
    ]
    blocks, address = drop_furniture(pages)
    assert [line.text for block in blocks for line in block] == ["Text of 0", "Text of 1", "Text of 2"]
    assert address is None


def test_a_book_without_paragraphs_and_a_word_without_end_are_joined_quickly():
    start = time.process_time()
    block = [make_line(f"line {n} of a very long book with-", 700 - 12 * n) for n in range(20_000)]
    assert len(join_lines([block])[0].text) > 500_000
    assert join("w" * 1_000_000 + "-", "x" * 1_000_000) == "w" * 1_000_000 + "x" * 1_000_000
    head = make_line("w" * 1_000_000, 830)
    drop_furniture(
        [Page(blocks=[[head]], height=842), Page(blocks=[[make_line("w" * 1_000_000, 830, page=1)]], height=842)]
    )
    assert time.process_time() - start < 5
