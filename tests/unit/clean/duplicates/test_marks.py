from dataclasses import replace

from stemma.clean import make_marks
from stemma.model import Article

WORDS = (
    "The ferry Orla sank off Harborview on Monday after it had struck the eastern pier in thick fog and the harbour "
    "master Ines Holm said that twelve people were rescued from the water by fishermen who had heard the horn and had "
    "turned back at once although nobody could see farther than the length of a boat in any direction that morning"
)
PINNED = 68_485_287_839_512_098_358
FERRY = Article(id="a", uri="a.txt", sha256="1", language="en", title=None, text=WORDS)


def test_a_near_copy_has_a_mark_in_common() -> None:
    copy = replace(FERRY, id="b", uri="b.txt", sha256="2", text=WORDS.replace("fishermen", "trawlermen"))
    assert set(make_marks(FERRY)) & set(make_marks(copy))


def test_the_same_words_have_one_whatever_their_case_and_marks() -> None:
    copy = replace(FERRY, id="b", uri="b.txt", sha256="2", text=WORDS.upper() + "!")
    assert set(make_marks(FERRY)) & set(make_marks(copy))


def test_versions_have_one_however_much_was_rewritten() -> None:
    first = replace(FERRY, url="https://lamp.example/ferry?utm_source=x")
    later = replace(FERRY, id="b", sha256="2", url="http://www.lamp.example/ferry/", text="Everybody is safe now.")
    assert set(make_marks(first)) & set(make_marks(later))


def test_another_report_of_the_same_event_has_none() -> None:
    told = " ".join(reversed(WORDS.split()))
    assert not set(make_marks(FERRY)) & set(make_marks(replace(FERRY, id="b", sha256="2", text=told)))


def test_marks_are_kept_in_files_so_they_may_not_change_with_the_machine() -> None:
    assert sum(make_marks(FERRY)) == PINNED


def test_a_text_without_words_has_only_the_mark_of_its_bytes() -> None:
    assert len(make_marks(replace(FERRY, text="…"))) == 2
