"""What an article says, clause by clause."""

import pytest

from stemma.extract import extract
from stemma.model import Article


def read(text, language="en", **known):
    title = known.get("title")
    whole = f"{title}\n{text}" if title else text
    known = {"title": None, **known}
    article = Article(id="a", uri="a.txt", sha256="a", language=language, text=whole, **known)
    return article, extract(article)


def claims(text, language="en", **known):
    return read(text, language, **known)[1].claims


def test_a_repetition_is_a_mention_of_the_first():
    found = claims("The ferry burned in the harbour of Selmar. Rain fell. The ferry burned in the harbour of Selmar.")
    ferry = next(claim for claim in found if "ferry" in claim.text)
    assert len(ferry.mentions) == 2
    assert ferry.mentions[0] == ferry.span
    assert sum("ferry" in claim.text for claim in found) == 1


def test_the_headline_said_again_in_the_body_is_one_claim():
    (claim,) = claims("The Selmar ferry burned in harbour.", title="Selmar ferry burned in the harbour")
    assert len(claim.mentions) == 2
    assert claim.span.start == 0


def test_another_number_is_another_claim():
    found = claims("The ferry fire in Selmar killed 12 people. The ferry fire in Selmar killed 15 people.")
    assert [claim.quantities[0].best for claim in found] == [12, 15]


def test_a_heading_claims_nothing():
    text = "The ferry burned in Selmar harbour.\nFire of the Selmar ferry crew\nThe crew of twelve swam to the pier."
    assert not any("Fire of" in claim.text for claim in claims(text, title="Ferry burns in Selmar"))


@pytest.mark.parametrize(
    ("language", "text", "title"),
    [
        ("zh", "市政府周六关闭了旧桥。\n一艘大型渡轮周日在浓雾中撞上了港口的灯塔。", "滨海市一周消息"),
        ("ja", "市は土曜日に古い橋を閉鎖した。\n大型の船が日曜日に霧の中で港の灯台に衝突した。", "港町の一週間"),
    ],
)
def test_a_sentence_of_its_own_line_is_no_heading_where_the_full_stop_is_wide(language, text, title):
    assert len([claim for claim in claims(text, language, title=title) if claim.span.start > len(title)]) == 2


def test_the_frame_of_a_statement_claims_nothing():
    found = claims("The north bridge was closed to lorries, Mayor Petra Holm said.")
    assert [claim.text for claim in found] == ["The north bridge was closed to lorries"]


def test_the_day_of_saying_is_not_that_of_the_event():
    (claim,) = claims("The north bridge was closed to lorries, Mayor Petra Holm said on Tuesday.")
    assert [(moment.text.split()[-1], moment.of) for moment in claim.moments] == [("Tuesday", "saying")]
    (claim,) = claims("The north bridge was closed to lorries on Tuesday, Mayor Petra Holm said.")
    assert [moment.of for moment in claim.moments] == ["event"]


def test_the_chain_is_outermost_first():
    _, found = read("The bridge was closed to lorries, the Velden Gazette reported, citing an official.")
    claim = next(claim for claim in found.claims if "bridge" in claim.text)
    sources = {a.id: a for a in found.attributions}
    assert [sources[i].source.name.split()[-1] for i in claim.attributions] == ["Gazette", "official"]
    assert sources[claim.attributions[1]].inside == claim.attributions[0]


def test_what_nobody_says_has_no_chain():
    (claim,) = claims("The north bridge was closed to lorries.")
    assert claim.attributions == ()


@pytest.mark.parametrize(
    ("text", "start"),
    [
        ("The strike began in February 2022 at the docks.", "2022-02"),
        ("The dock strike has entered its eighth year.", "REL:start:8"),
        ("The strike ended in February 2022 at the docks.", None),
    ],
)
def test_since_when(text, start):
    (claim,) = claims(text)
    assert (claim.start.value if claim.start else None) == start


def test_words_of_its_own_reporting():
    (claim,) = claims("“The bridge is unsafe for lorries,” Petra Holm told this newspaper.")
    assert [mark.text for mark in claim.own] == ["told this newspaper"]


def test_withheld_and_taken_up():
    first, second = claims("The brewery bought the works. This price of the works has not been officially disclosed.")
    assert (first.withheld, first.takes_up) == (False, False)
    assert (second.withheld, second.takes_up) == (True, True)


def test_as_of_is_the_day_of_the_article():
    (claim,) = claims("The north bridge was closed to lorries.", published="2024-05-03T10:00:00+00:00")
    assert claim.as_of == "2024-05-03"


def test_ids_are_of_the_content():
    text = "The north bridge was closed to lorries. Rain fell on the quiet town of Selmar."
    assert [c.id for c in claims(text)] == [c.id for c in claims(text)]
    assert len({c.id for c in claims(text)}) == 2


@pytest.mark.parametrize("language", ["en", "id", "und", "xx"])
@pytest.mark.parametrize(
    "text",
    [
        "",
        "\n\n",
        "?!…",
        "«“\"'",
        "12 12 12",
        "Mayor\nsaid\nthat\n",
        "“A lamp fell, she said. He said “no”.",
        "𝒯he 🚢 sank off Selmar, said Ines Holm 🚢, who saw 12 boats.",
        "Ines Holm said that " * 12,
    ],
)
def test_every_span_lies_in_the_text(text, language):
    article, found = read(text, language)
    for claim in found.claims:
        assert claim.span.of(article.text) == claim.text
        marks = [*claim.quantities, *claim.moments, *claim.places, *claim.names, *claim.hedges, *claim.own]
        assert all(mark.span.of(article.text) == mark.text for mark in marks)
        assert claim.sentence.holds(claim.span)
        assert claim.span.end - claim.span.start <= 600


def test_a_dateline_is_no_part_of_a_claim():
    found = claims(
        "PORT ELM, Feb 3 (XW) - A tram left the rails on Monday and nine people were hurt, Ada Fenn said.",
        title="Tram leaves the rails in Port Elm",
    )
    assert not any("XW" in claim.text or "PORT" in claim.text for claim in found)
    assert any(claim.text.startswith("A tram left the rails") for claim in found)
    assert any(moment.text == "Feb 3" and moment.of == "saying" for claim in found for moment in claim.moments)


def test_a_dateline_of_an_outlet_and_a_place_is_no_part_of_a_claim():
    found = claims(
        "SUARA ELOK, BANDUNG - Sebuah trem keluar dari rel di dekat pelabuhan, kata Sari Melati.",
        "id",
        title="Trem keluar dari rel",
    )
    assert not any("BANDUNG" in claim.text for claim in found)


def test_a_sentence_with_a_dash_has_no_dateline():
    (claim,) = claims("The tram - an old one - left the rails near the harbour.")
    assert claim.text.startswith("The tram")


@pytest.mark.parametrize(
    ("text", "frame", "language"),
    [
        ("A log seen by the Vale Herald shows that the tram was doing 19 knots.", "log", "en"),
        ('"Kami sedih dan marah," kata Duta Besar Sari Melati kepada Kabar Elok, Kamis.', "Melati", "id"),
        ("The tram had no brakes at all, one of the engineers told the broadcaster on Friday.", "broadcaster", "en"),
    ],
)
def test_source_and_cue_and_day_claim_nothing(text, frame, language):
    assert not any(frame in claim.text for claim in claims(text, language))


@pytest.mark.parametrize(
    ("frame", "kept"),
    [
        ("Writing of the Selmar harbour fire on Monday, Ada Brun said that", False),
        ("The crew of the ferry was found on Monday, and Ada Brun said that", True),
    ],
)
def test_what_only_leads_to_a_cue_is_no_claim(frame, kept):
    text = f"{frame} a crane of the old shipyard had fallen on the wooden roof of the fish market."
    assert any("said" in claim.text for claim in claims(text)) is kept


def test_a_headline_is_not_cut_into_fragments():
    found = claims("The tram stood still.", title="Tram horror: nine people hurt near old harbour of Selmar")
    assert any(claim.text.startswith("Tram horror: nine") for claim in found)


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Divers plan to inspect the tram on Thursday, Ada Fenn said.", "en"),
        ("Penyelam berencana untuk memeriksa trem itu pada Kamis, kata Sari Melati.", "id"),
        ("The firm intends to close the harbour line in May, Ada Fenn said.", "en"),
    ],
)
def test_a_plan_keeps_its_subject_and_belongs_to_whoever_tells_it(text, language):
    _, found = read(text, language)
    sources = {a.id: a.source.text for a in found.attributions}
    (claim,) = found.claims
    assert claim.modality == "planned"
    assert claim.text.split()[0] in ("Divers", "Penyelam", "The")
    assert [sources[identifier] for identifier in claim.attributions] in (["Ada Fenn"], ["Sari Melati"])


def test_an_attitude_says_nothing_but_a_clause_does():
    attitude = claims("Ada Fenn welcomed the new tram line to the harbour.")
    assert attitude[0].attributions == ()
    told = claims("Engineers agree that the brakes of the tram had failed twice.")
    assert any(claim.attributions for claim in told)


@pytest.mark.parametrize(
    ("text", "language", "claim"),
    [
        ("The harbour office denied that the tram was burning.", "en", "the tram was burning"),
        ("Sechs von zehn Gästen gaben an, dass die Fähre sinken würde.", "de", "die Fähre sinken würde"),
        ("The ferry sank in the old harbour. They were swimming ashore.", "en", "They were swimming ashore"),
    ],
)
def test_a_short_clause_with_its_verb_is_a_claim(text, language, claim):
    assert claim in [found.text for found in claims(text, language)]


@pytest.mark.parametrize(
    "text",
    [
        "The ferry sank in the old harbour. Falling revenue there.",
        "The ferry sank in the old harbour. Was the ferry burning?",
        "Mayor Petra Holm declined to answer questions about the ferry.",
    ],
)
def test_a_short_phrase_or_question_is_none(text):
    assert not any(len(found.text.split()) < 5 for found in claims(text))
