import msgspec
import pytest

from stemma.cluster.features import Profile, count_features, make_profile
from stemma.cluster.rarity import number_feature
from stemma.model import Article


def make_article(text: str, title: str | None = None, language: str = "en") -> Article:
    return Article(
        id="a", uri="a", sha256="", language=language, title=title, text=f"{title}\n{text}" if title else text
    )


def test_tells_names_numbers_countries_and_words_apart() -> None:
    counts = count_features(
        make_article("The bridge at Ostervik cost 6.1 million. French engineers of Hallen built it.")
    )
    assert {"n:ostervik", "n:hallen", "q:6.1", "c:FR", "w:bridg"} <= counts.keys()
    assert "w:the" not in counts


def test_a_capital_at_the_beginning_makes_no_name() -> None:
    assert "n:bridges" not in count_features(make_article("Bridges fell. Bridges burned."))


def test_a_capital_noun_makes_no_name_where_all_nouns_have_capitals() -> None:
    text = (
        "Am Hafen von Ostervik sind 40 Kranführer im Ausstand, sagte Finch. Der Sundbeirat und die Kranführer schweigen"
    )
    counts = count_features(make_article(text, language="de"))
    assert {"n:ostervik", "n:finch"} <= counts.keys()
    assert not {"n:hafen", "n:kranfuhrer", "n:sundbeirat"} & counts.keys()


def test_a_mark_between_thousands_makes_no_other_number() -> None:
    texts = [("1,449 goats and 6.1 tonnes", "en"), ("1.449 Ziegen", "de"), ("1449 chèvres", "fr")]
    assert all("q:1449" in count_features(make_article(text, language=code)) for text, code in texts)
    assert "q:6.1" in count_features(make_article(*texts[0][:1]))


def test_title_and_lead_weigh_more_than_the_tail() -> None:
    filler = "and so it went on. " * 300
    counts = count_features(make_article(f"A volcano woke. {filler} A harvest failed.", title="Eruption"))
    assert counts["w:erupt"] > counts["w:volcano"] > counts["w:harvest"]


def test_words_of_a_language_without_a_file_stay_its_own() -> None:
    assert count_features(make_article("ei brodskive", language="xx")).keys() == {"v:xx:brodskive"}


def test_unspaced_writing_is_cut_in_pairs() -> None:
    assert {"v:zh:大坝", "v:zh:坝决"} <= count_features(make_article("大坝决堤", language="zh")).keys()


def test_korean_words_are_known_behind_any_particle() -> None:
    one, other = (
        count_features(make_article(text, language="ko")) for text in ("댐이 무너졌다", "댐에서 주민을 무너졌던")
    )
    assert "v:ko:무너" in one.keys() & other.keys()


def test_a_profile_holds_numbers_of_features_and_what_stands_out() -> None:
    article = make_article("Boats of Hallen came to Ostervik. They took Ostervik's 240 people away.", title="Flood")
    profile, counts = make_profile(article), count_features(article)
    read = dict(zip(profile.read_features().tolist(), profile.read_counts().tolist(), strict=True))
    assert read == pytest.approx({number_feature(key): count for key, count in counts.items()})
    assert sorted(read) == list(read)
    assert profile.foremost[0] == "ostervik"
    assert (profile.title, profile.opening) == ("Flood", article.text)


def test_a_profile_can_be_stored() -> None:
    profile = make_profile(make_article("On 3 May 2031 a dam at Hallen broke.", title="Flood"))
    assert msgspec.msgpack.decode(msgspec.msgpack.encode(profile), type=Profile) == profile
    assert msgspec.json.decode(msgspec.json.encode(profile), type=Profile) == profile


def test_turkish_endings_behind_an_apostrophe_make_no_other_name() -> None:
    texts = ("Baraj dün Ostervik'te yıkıldı", "Belediye Ostervik'in sular altında kaldığını söyledi")
    assert all("n:ostervik" in count_features(make_article(text, language="tr")) for text in texts)
    assert "n:o'malley" in count_features(make_article("The judge Niamh O'Malley spoke"))
