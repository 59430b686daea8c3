"""Words cut out of lines without blanks, and particles off their nouns."""

from stemma.lang import find_language
from stemma.lang.cutting import find_cutter


def cut(code: str, word: str) -> list[str]:
    cutter = find_cutter(find_language(code))
    assert cutter is not None
    return [word[low:high] for low, high in cutter(word)]


def test_blanks_are_enough_elsewhere() -> None:
    assert find_cutter(find_language("en")) is None
    assert find_cutter(None) is None


def test_the_longest_listed_word_is_cut_out() -> None:
    assert cut("zh", "警方表示欢迎") == ["警方", "表示欢迎"]
    assert cut("zh", "警方表示") == ["警方", "表示"]


def test_unknown_letters_stay_together_up_to_a_change_of_script() -> None:
    assert cut("zh", "何淑贞说") == ["何淑贞", "说"]
    assert cut("ja", "タロウ氏") == ["タロウ", "氏"]


def test_a_particle_follows_its_own_kind_of_syllable() -> None:
    assert cut("ko", "주민은") == ["주민", "은"]
    assert cut("ko", "총리는") == ["총리", "는"]
    assert cut("ko", "국가") == ["국가"]


def test_the_pieces_make_up_the_word() -> None:
    for code, word in (("zh", "2023年警方说Reuters报道"), ("ja", "ｱﾒﾘｶは"), ("ko", "AP통신은"), ("zh", "𠀀说")):
        assert "".join(cut(code, word)) == word
