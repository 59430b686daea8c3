from stemma.cluster.features import make_profile
from stemma.model import Article


def make_article(text: str, title: str | None = None, language: str = "en") -> Article:
    return Article(
        id="a", uri="a", sha256="", language=language, title=title, text=f"{title}\n{text}" if title else text
    )


def test_tells_names_numbers_countries_and_words_apart() -> None:
    counts = make_profile(
        make_article("The bridge at Ostervik cost 6.1 million. French engineers of Hallen built it.")
    ).counts
    assert {"n:ostervik", "n:hallen", "q:6.1", "c:FR", "w:bridg"} <= counts.keys()
    assert "w:the" not in counts


def test_a_capital_at_the_beginning_makes_no_name() -> None:
    assert "n:bridges" not in make_profile(make_article("Bridges fell. Bridges burned.")).counts


def test_a_capital_noun_makes_no_name_where_all_nouns_have_capitals() -> None:
    text = (
        "Am Hafen von Ostervik sind 40 Kranführer im Ausstand, sagte Finch. Der Sundbeirat und die Kranführer schweigen"
    )
    counts = make_profile(make_article(text, language="de")).counts
    assert {"n:ostervik", "n:finch"} <= counts.keys()
    assert not {"n:hafen", "n:kranfuhrer", "n:sundbeirat"} & counts.keys()


def test_a_mark_between_thousands_makes_no_other_number() -> None:
    texts = [("1,449 goats and 6.1 tonnes", "en"), ("1.449 Ziegen", "de"), ("1449 chèvres", "fr")]
    assert all("q:1449" in make_profile(make_article(text, language=code)).counts for text, code in texts)
    assert "q:6.1" in make_profile(make_article(*texts[0][:1])).counts


def test_title_and_lead_weigh_more_than_the_tail() -> None:
    filler = "and so it went on. " * 300
    counts = make_profile(make_article(f"A volcano woke. {filler} A harvest failed.", title="Eruption")).counts
    assert counts["w:erupt"] > counts["w:volcano"] > counts["w:harvest"]


def test_words_of_a_language_without_a_file_stay_its_own() -> None:
    assert make_profile(make_article("ei brodskive", language="xx")).counts.keys() == {"v:xx:brodskive"}


def test_unspaced_writing_is_cut_in_pairs() -> None:
    assert {"v:zh:大坝", "v:zh:坝决"} <= make_profile(make_article("大坝决堤", language="zh")).counts.keys()


def test_korean_words_are_known_behind_any_particle() -> None:
    one, other = (
        make_profile(make_article(text, language="ko")).counts for text in ("댐이 무너졌다", "댐에서 주민을 무너졌던")
    )
    assert "v:ko:무너" in one.keys() & other.keys()
