"""Who said what, over whole articles."""

import pytest

from stemma.extract.attribution import find_attributions
from stemma.lang import find_language
from stemma.model import Attribution


def find(text: str, code: str = "en", outlet: str | None = None) -> list[Attribution]:
    return find_attributions(text, find_language(code), "a1", outlet)


def one(text: str, cue: str, code: str = "en") -> Attribution:
    found = [a for a in find(text, code) if a.cue.text == cue]
    assert len(found) == 1, found
    return found[0]


def test_no_language_finds_nothing() -> None:
    assert find_attributions("“Yes,” he said.", None) == []


def test_ids_are_distinct_and_stable() -> None:
    text = "The dam holds, Ana Ruiz said. The road is open, Ana Ruiz said."
    first, second = find(text), find(text)
    assert [a.id for a in first] == [a.id for a in second]
    assert len({a.id for a in first}) == len(first) == 2


def test_content_excludes_source_and_cue() -> None:
    found = one("The road is open, Ana Ruiz said.", "said")
    assert found.content.text == "The road is open"
    assert found.type == "indirect"


def test_interrupted_quotation_has_two_spans() -> None:
    found = one("“The road,” Ana Ruiz said, “is open.”", "said")
    assert found.content.text == "“The road,” “is open.”"
    assert found.type == "direct"


def test_quoted_sentence_without_cue_goes_on() -> None:
    found = one("“The road is open,” Ana Ruiz said. “Drive carefully.”", "said")
    assert found.content.spans[-1].of("“The road is open,” Ana Ruiz said. “Drive carefully.”") == "“Drive carefully.”"


def test_colon_announces_the_next_paragraph() -> None:
    found = one("The mayor of the town continued:\n\n“We will build a wall here.”", "continued")
    assert found.content.text == "“We will build a wall here.”"


def test_unclosed_quotation_joins_the_next_paragraph() -> None:
    text = "Ana Ruiz said: “The road is open.\n\n“It will stay open.”"
    found = one(text, "said")
    assert len(found.content.spans) == 2


def test_neighbour_clause_is_not_taken() -> None:
    text = "Residents said the siren failed, while officials warned that more rain was coming."
    said, warned = one(text, "said"), one(text, "warned")
    assert said.content.text == "the siren failed"
    assert warned.source.text == "officials"


def test_pronoun_goes_back_to_the_last_speaker() -> None:
    text = "Defence Minister Olga Brandt said the base was closed. She added that talks go on."
    assert one(text, "added").source.name == "Olga Brandt"


def test_short_name_is_made_full() -> None:
    text = "President Olga Brandt arrived on Monday. Brandt said the base was closed."
    found = one(text, "said").source
    assert (found.name, found.kind) == ("Olga Brandt", "person")


def test_pronoun_between_two_people_stays_open() -> None:
    text = "Olga Brandt said the base was closed. Peter Novak arrived late. He said it was open."
    assert [a.source.name for a in find(text)][-1] in ("", "Peter Novak")


def test_own_outlet_is_no_source() -> None:
    assert not find("The Valley Tribune reports that the base was closed.", outlet="Valley Tribune")


@pytest.mark.parametrize(
    ("text", "stance"),
    [
        ("The council denied that money was missing.", "denies"),
        ("The council declined to comment on the report.", "declines"),
        ("The council has not commented on the report.", "declines"),
        ("The council is yet to comment on the report.", "declines"),
        ("The council did not respond to a request for comment.", "declines"),
        ("The council could not verify the report.", "doubts"),
        ("Some experts are sceptical about the report.", "doubts"),
        ("The council confirmed that money was missing.", "confirms"),
        ("A council spokesman said the rumour was untrue.", "denies"),
        ("A council spokesman said there was no evidence of fraud.", "doubts"),
        ("Police accused the guards of theft, accusations the guards have denied.", "denies"),
    ],
)
def test_stances(text: str, stance: str) -> None:
    assert stance in [a.stance for a in find(text)]


@pytest.mark.parametrize(
    "text",
    [
        "No sirens were heard that night.",
        "She passed up a post in Oslo.",
        "They could do nothing but leave.",
        "He never learned to swim.",
        "The lift is not working this week.",
        "The new fee does not spare farmers.",
        "Where the money went has not been written down.",
    ],
)
def test_negative_sentences_deny_nothing(text: str) -> None:
    assert all(a.stance == "asserts" for a in find(text))


def test_indonesian_pronominal_verb_takes_the_last_speaker() -> None:
    text = "“Jalan itu ditutup,” kata Wali Kota Rudi Hartawan. “Kami minta maaf,” ujarnya."
    last = one(text, "ujarnya", "id")
    assert last.source.span is None
    assert last.source.name == "Rudi Hartawan"


def test_scare_quotes_and_titles_are_no_speech() -> None:
    assert not find("The so-called “quiet room” opened on Monday. The film “Blue River” starts today.")


def test_a_sentence_that_a_quotation_opens_goes_on() -> None:
    text = "“The road is open,” Ana Ruiz said. “We shall help everyone who needs a way” and their neighbours."
    found = one(text, "said")
    assert found.content.spans[-1].of(text) == "“We shall help everyone who needs a way” and their neighbours"


def test_a_clause_behind_such_a_quotation_is_left_out() -> None:
    text = "“The road is open,” Ana Ruiz said. “We shall help everyone who needs a way,” which took a day."
    found = one(text, "said")
    assert found.content.spans[-1].of(text) == "“We shall help everyone who needs a way,”"


def test_an_interrupted_quotation_with_words_outside_it() -> None:
    text = "“If there had been no road” to the coast, Ana Ruiz said on Monday, “we would be lost.”"
    assert one(text, "said").content.text == "“If there had been no road” to the coast “we would be lost.”"


def test_a_described_speaker_behind_the_verb() -> None:
    text = "The rules are a burden for the schools, said Berg, a miller who founded a school."
    found = one(text, "said")
    assert (found.source.text, found.content.text) == (
        "Berg, a miller who founded a school",
        "The rules are a burden for the schools",
    )


def test_a_source_with_a_relative_clause() -> None:
    found = one("According to letters that were later found, the weir had never been safe.", "According to")
    assert found.content.text == "the weir had never been safe"


def test_whom_officials_name_is_not_the_speaker() -> None:
    found = one("They spoke of a diver who Oster officials say has left the port.", "say")
    assert found.source.text == "Oster officials"


def test_a_sentence_may_break_off() -> None:
    for text in ("There was no mention from the senator that", "She asked her crew to", "“We shall stay in town,” he"):
        assert all(a.content.text for a in find(text))


def test_what_somebody_was_told() -> None:
    found = one("She was told by the mayor that the weir would fail.", "told by")
    assert (found.source.text, found.content.text) == ("the mayor", "the weir would fail")


def test_and_said_goes_on_with_the_speaker() -> None:
    found = find("Ana Ruiz said the road was open and said that the bridge was not.")
    assert [a.content.text for a in found] == ["the road was open", "the bridge was not"]


def test_a_picture_that_is_spoken_of_is_told() -> None:
    assert one("She says the photo of her son would have moved them.", "says").content.text.startswith("the photo")


def test_a_speaker_described_with_a_view_of_their_own() -> None:
    found = one("“We chase votes with a card,” said Berg, who predicted that a third will be cast in May.", "said")
    assert found.source.text == "Berg, who predicted that a third will be cast in May"


@pytest.mark.parametrize(
    "source",
    [
        "One in three",
        "Ruiz and her brother",
        "People with knowledge of the talks",
        "Another",
    ],
)
def test_whole_sources(source: str) -> None:
    assert one(f"{source} said the road was open.", "said").source.text == source


@pytest.mark.parametrize("place", ["look into the", "launched into a"])
def test_a_verb_and_an_article_are_no_source(place: str) -> None:
    assert all(place not in a.source.text for a in find(f"They will {place} reported theft of the boat."))


def test_a_warning_behind_a_comma_is_a_verb() -> None:
    assert one("She was right, warning crews in the valley that the road could fail.", "warning").content.text == (
        "the road could fail"
    )


def test_a_name_behind_a_dash_signs_the_line_before() -> None:
    found = one("“The road is open, and we will drive.”\n\n- Ana Ruiz.", "-")
    assert found.source.text == "Ana Ruiz"


def test_a_quotation_alone_goes_on_with_the_clause_before_it() -> None:
    told = one("Ana Ruiz said the dam would hold. “We looked at every stone of it in May.”", "said")
    assert [span.end - span.start for span in told.content.spans] == [18, 40]


def test_a_quotation_alone_goes_on_with_the_paragraph_before_it() -> None:
    text = "Ana Ruiz told the town that the dam would hold.\n\n“We looked at every stone of it in May.”"
    assert one(text, "told").content.text == "the dam would hold “We looked at every stone of it in May.”"


def test_a_quotation_goes_on_with_the_quotation_before_it_rather_than_with_a_clause() -> None:
    text = "“It will hold,” Ana Ruiz said, adding that it was new. “We looked at every stone of it in May.”"
    assert one(text, "said").content.text == "“It will hold,” “We looked at every stone of it in May.”"


@pytest.mark.parametrize("manner", ["softly into the phone", "about the dam", "on Monday when asked"])
def test_a_question_is_told_whatever_follows_the_verb(manner: str) -> None:
    assert one(f"“How are you today?” Ana Ruiz said {manner}.", "said").content.text == "“How are you today?”"


def test_an_office_with_capitals_around_a_quotation_is_no_headline() -> None:
    text = (
        "“The dam has stood for a hundred years and will stand for many more to come,” Public Advocate Ana Ruiz said."
    )
    assert one(text, "said").source.text == "Public Advocate Ana Ruiz"


def test_a_question_is_passed_on_with_whoever_asked_it() -> None:
    found = one("“Will it hold?” Ana Ruiz asked, according to the Randu Sun.", "according to")
    assert found.content.text == "“Will it hold?” Ana Ruiz asked"


@pytest.mark.parametrize(
    ("text", "cue", "source", "told"),
    [
        ("She says to the crew: “This one is for you.”", "says", "She", "“This one is for you.”"),
        ("And he's said the dam would hold.", "said", "he's", "the dam would hold"),
        ("Ana Ruiz wrote in the Randu Sun that the dam would hold.", "wrote", "Ana Ruiz", "the dam would hold"),
        ("Ana Ruiz rallied them by warning darkly that it would break.", "warning", "Ana Ruiz", "it would break"),
        ("Lind read the report, which notes, “It may break.”", "notes", "which", "“It may break.”"),
        ("The chair of the board, Ana Ruiz, agreed. “It may break.”", "agreed", None, "“It may break.”"),
        ("“It may break,” Ana Ruiz, the chair of the board, said of the dam.", "said", None, "“It may break,”"),
        ("Some were angry (“It may break,” wrote Ana Ruiz).", "wrote", "Ana Ruiz", "“It may break,”"),
    ],
)
def test_english_quotations(text: str, cue: str, source: str | None, told: str) -> None:
    found = one(text, cue)
    assert found.content.text == told
    assert source is None or found.source.text == source


def test_a_byline_below_a_quotation_that_somebody_says_is_no_speaker() -> None:
    text = "“I saw it,” she said. “It was there.”\n\n– Ana Dorval"
    found = find_attributions(text, find_language("en"))
    assert [a.source.text for a in found] == ["she"]


def test_what_closes_a_sentence_behind_according_to_is_told() -> None:
    found = one("According to the mayor, drivers stopped to tow 40 of those in the snow.", "According to")
    assert (found.source.text, found.content.text) == ("the mayor", "drivers stopped to tow 40 of those in the snow")


def test_two_speakers_of_one_sentence_keep_their_own_quotations() -> None:
    text = '"His manner is grumpy," she said, but on the whole, "I think he will do it," said Sara Holm.'
    assert [a.content.text for a in find(text)] == ['"His manner is grumpy,"', '"I think he will do it,"']


def test_a_quotation_goes_on_where_its_comma_is_missing() -> None:
    text = '"They want to close the ford," she said "In the end nobody will cross the weir."'
    assert len(one(text, "said").content.spans) == 2


def test_a_quotation_goes_on_behind_a_short_name_of_a_state() -> None:
    text = '"His record is thin," Ruiz told reporters after a forum in Fort Arden, S.C. "It seems he has no plan."'
    assert one(text, "told").content.spans[-1].of(text) == '"It seems he has no plan."'


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Ana Ruiz told supporters after her victory in the north that “it’s beautiful.”", "“it’s beautiful.”"),
        ("Ana Ruiz told Radio Arden’s “Good Morning” on Monday the talk was cordial.", "the talk was cordial"),
        ("Ana Ruiz said on Radio Arden's “This Week” that she would leave.", "she would leave"),
    ],
)
def test_an_occasion_before_what_is_told_is_no_part_of_it(text: str, told: str) -> None:
    assert find(text)[0].content.text == told


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("According to The First News, the ford was closed.", "First News"),
        ("The First News reported that the ford was closed.", "First News"),
        ("The first lady, Ana Ruiz, said the ford was closed.", "Ana Ruiz"),
        ("Someone said the ford was closed.", "Someone"),
    ],
)
def test_first_belongs_to_a_name_or_an_office(text: str, name: str) -> None:
    assert [a.source.name for a in find(text)] == [name]


def test_two_questions_joined_by_and_are_told_together() -> None:
    text = "The records would shed light on how Mr. Halden conducts his trade and whether he has paid the tax."
    [found] = find(text)
    assert found.content.text == "how Mr. Halden conducts his trade and whether he has paid the tax"
