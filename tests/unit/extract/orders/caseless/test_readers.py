"""Attribution in scripts without capitals, by where the verb stands."""

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from stemma.extract.attribution import find_attributions
from stemma.lang import find_language

CHINESE = ["警方", "他", "表示", "说", "据", "，", "。", "“", "”"]
JAPANESE = ["県警", "は", "と", "述べた", "によると", "「", "」"]
KOREAN = ["경찰", "은 ", "고 ", "말했다", "에 ", "따르면 ", '"']
ARABIC = ["قال ", "وقال ", "الوزير ", "إن ", "بحسب ", "، ", "«", "»"]
PIECES = [*CHINESE, *JAPANESE, *KOREAN, *ARABIC, "12日", "(", ")", ":", " ", "\n", "\u064b", "\u3099"]


def read(code: str, text: str) -> list[tuple[str, str, str, str]]:
    found = find_attributions(text, find_language(code))
    return [(a.source.text, a.cue.text, a.content.text, a.stance) for a in found]


def test_what_goes_on_without_a_new_speaker_ends_the_content_before() -> None:
    assert read("zh", "市长郭维安表示，桥梁安全，并称检查每年进行。") == [
        ("市长郭维安", "表示", "桥梁安全", "asserts"),
        ("市长郭维安", "称", "检查每年进行", "asserts"),
    ]


def test_a_medium_that_cites_somebody_is_the_outer_voice() -> None:
    text = "据青岚通讯社援引矿工的话报道，矿井已经关闭。"
    found = find_attributions(text, find_language("zh"))
    outer = next(a for a in found if a.source.text == "青岚通讯社")
    inner = next(a for a in found if a.source.text == "矿工")
    assert inner.inside == outer.id


def test_a_refusal_may_have_its_matter_inside() -> None:
    assert read("zh", "港务局拒绝就此事置评。") == [("港务局", "拒绝就此事置评", "拒绝就此事置评", "declines")]


def test_a_word_that_only_holds_a_cue_is_none() -> None:
    assert read("zh", "这部小说的名称没有改变。") == []


def test_an_arabic_speaker_ends_before_the_place_of_saying() -> None:
    assert read("ar", "قال المدير في بيان إن الميناء مفتوح.") == [("المدير", "قال", "الميناء مفتوح", "asserts")]


def test_an_arabic_quotation_goes_on_behind_its_speaker() -> None:
    found = read("ar", "«لن نغادر»، قال الصياد، «هذا بيتنا».")
    assert [(source, cue) for source, cue, *_ in found] == [("الصياد", "قال")]
    assert "لن نغادر" in found[0][2]


def test_a_korean_source_loses_its_particle() -> None:
    assert read("ko", "어촌 주민은 물이 부족하다고 말했다.") == [("어촌 주민", "말했다", "물이 부족하다", "asserts")]


def test_a_name_that_ends_like_a_particle_stays_whole_before_its_office() -> None:
    assert read("ko", "강보은 시장은 다리를 닫겠다고 밝혔다.") == [
        ("강보은 시장", "밝혔다", "다리를 닫겠다", "asserts")
    ]


def test_a_subject_before_concerning_is_not_the_speaker() -> None:
    found = read("ko", '시장은 침묵했다. 의원이 떠난 데 대해 "아쉽다"고 말했다.')
    assert [source for source, *_ in found] == [""]


def test_a_bare_noun_closes_a_japanese_quotation() -> None:
    assert read("ja", "社長は「申し訳ない」と謝罪。") == [("社長", "謝罪", "「申し訳ない」", "asserts")]


def test_the_speaker_of_a_quotation_that_is_a_sentence() -> None:
    assert read("ja", "「もう限界だ」。漁師の男性はそう言って肩を落とした。") == [
        ("漁師の男性", "肩を落とした", "「もう限界だ」", "asserts")
    ]


@pytest.mark.parametrize(
    ("code", "unit"),
    [("zh", "警方表示“好”，"), ("ja", "彼は「あ」と述べ、"), ("ko", "경찰에 따르면 "), ("ar", "قال إن ")],
)
def test_long_runs_of_cues_take_no_longer_than_their_length(code: str, unit: str) -> None:
    def measure(units: int) -> float:
        start = time.process_time()
        find_attributions(unit * units, find_language(code))
        return time.process_time() - start

    measure(10)
    short, long = min(measure(300) for _ in range(3)), min(measure(1500) for _ in range(2))
    assert long < 14 * short  # five times the length; were it quadratic, 25 times the time


@settings(max_examples=150, deadline=None)
@given(st.sampled_from(["zh", "ja", "ko", "ar"]), st.lists(st.sampled_from(PIECES), max_size=50))
def test_any_text_gives_literal_spans(code: str, pieces: list[str]) -> None:
    text = "".join(pieces)
    for found in find_attributions(text, find_language(code)):
        assert found.cue.span is not None
        assert found.cue.span.of(text) == found.cue.text
        assert " ".join(span.of(text) for span in found.content.spans) == found.content.text != ""


@pytest.mark.parametrize(
    "text",
    [
        "王小明情绪激动地否认大桥不安全的说法。",
        "工程延期让人怀疑大桥能否通车。",
    ],
)
def test_no_speaker_is_cut_out_of_an_adverbial_or_a_feeling(text: str) -> None:
    assert read("zh", text) == []


def test_a_verb_before_the_cue_is_no_part_of_the_speaker() -> None:
    assert read("zh", "港方坚持认为，大桥很安全。") == [("港方", "认为", "大桥很安全", "asserts")]
    assert read("zh", "王小明上周六表示，大桥很安全。") == [("王小明", "表示", "大桥很安全", "asserts")]


def test_having_more_to_say_tells_nothing() -> None:
    assert read("zh", "港方表示，大桥很安全，他还有很多话要说。")[0][0] == "港方"
    assert len(read("zh", "港方表示，大桥很安全，他还有很多话要说。")) == 1


def test_who_is_told_does_not_speak() -> None:
    assert read("ar", 'وقال لي: "الجسر آمن".')[0][0] == ""
    assert read("ar", "أخبرت سارة اللجنة أن الجسر آمن.")[0][0] == "سارة"


def test_the_particle_of_a_quotation_is_no_part_of_the_speaker() -> None:
    text = '"다리는 아주 안전하고 내일부터 다시 건널 수 있습니다." 라고 김민수가 말했다.'
    assert [source for source, *_ in read("ko", text)] == ["김민수"]


def test_a_relative_clause_about_a_thing_tells_nothing() -> None:
    assert read("ar", "حتى قبل شهادة سارة التي توضح تفاصيل الحادث، رجح المحللون أن الجسر سيفتح غدا.") == [
        ("المحللون", "رجح", "الجسر سيفتح غدا", "asserts")
    ]
