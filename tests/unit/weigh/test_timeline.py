import pytest

WEEKDAYS = {"monday": 1, "tuesday": 2, "wednesday": 3, "thursday": 4, "friday": 5, "saturday": 6, "sunday": 7}


@pytest.fixture(autouse=True)
def _calendar(monkeypatch):
    from types import SimpleNamespace  # the language files have tests of their own

    language = SimpleNamespace(calendar=SimpleNamespace(weekdays=WEEKDAYS))
    monkeypatch.setattr("stemma.weigh.timeline.find_language", lambda code: language if code == "en" else None)


def values(scene):
    return [(entry.value, entry.basis) for entry in scene.weigh().timeline]


def test_full_dates_are_listed_in_order(scene):
    scene.date(scene.tell("a", "The ship sank on 4 May 2031.", collation="c"), "4 May 2031", "2031-05-04")
    scene.date(scene.tell("a", "It was built in June 2029.", collation="d"), "June 2029", "2029-06")
    assert values(scene) == [("2029-06", "stated"), ("2031-05-04", "stated")]
    entry = scene.weigh().timeline[0]
    assert entry.text == entry.span.of(scene.articles["a"].text) == "It was built in June 2029."
    assert entry.evidence[0].text == "June 2029"
    assert entry.collation == "d"


def test_year_is_filled_where_weekday_day_and_month_fit_one(scene):
    scene.add_article("a", published="2024-10-18", story="s")
    scene.date(scene.tell("a", "The ship sank on Thursday, October 17."), "October 17", "XXXX-10-17")
    assert values(scene) == [("2024-10-17", "inferred")]


@pytest.mark.parametrize(
    ("published", "text"),
    [(None, "The ship sank on Thursday, October 17."), ("2024-10-18", "The ship sank on October 17.")],
)
def test_year_stays_open_without_date_or_weekday(scene, published, text):
    scene.add_article("a", published=published, story="s")
    scene.date(scene.tell("a", text), "October 17", "XXXX-10-17")
    assert values(scene) == []


def test_year_is_filled_by_another_article_on_the_same_event(scene):
    scene.date(scene.tell("a", "The ship sank on May 4."), "May 4", "XXXX-05-04")
    scene.date(scene.tell("b", "The ship sank on 4 May 2031."), "4 May 2031", "2031-05-04")
    (entry,) = scene.weigh().timeline
    assert (entry.article, entry.basis) == ("b", "stated")
    scene.collations.clear()
    scene.gather("d", "k0")
    scene.gather("d", "k1")
    scene.claims["k1"] = scene.claims.pop("k1")
    assert values(scene) == [("2031-05-04", "stated")]


def test_another_event_does_not_date_it(scene):
    scene.date(scene.tell("a", "The ship sank on May 4.", collation="c"), "May 4", "XXXX-05-04")
    scene.date(scene.tell("b", "The fair opened on 4 May 2031.", collation="d"), "4 May 2031", "2031-05-04")
    assert [entry.article for entry in scene.weigh().timeline] == ["b"]


def test_weekday_is_dated_by_its_article(scene):
    scene.add_article("a", published="2024-10-18T09:30:00")
    scene.date(scene.tell("a", "The ship sank on Tuesday."), "Tuesday", "XXXX-W..-2")
    assert values(scene) == [("2024-10-15", "inferred")]


def test_weekday_of_a_plan_or_without_a_date_stays_open(scene):
    scene.add_article("a", published="2024-10-18")
    scene.date(scene.tell("a", "The ship sails on Tuesday.", modality="planned"), "Tuesday", "XXXX-W..-2")
    scene.date(scene.tell("b", "The ship sank on Tuesday.", collation="d"), "Tuesday", "XXXX-W..-2")
    assert values(scene) == []


def test_iso_week_is_a_day(scene):
    scene.date(scene.tell("a", "The ship sank that Tuesday."), "Tuesday", "2024-W42-2")
    scene.date(scene.tell("a", "Nothing sank.", collation="d"), "Nothing", "2024-W60-2")
    assert values(scene) == [("2024-10-15", "inferred")]


def test_long_claims_are_cut_between_words(scene):
    scene.date(scene.tell("a", "On 4 May 2031 the ship sank" + " again" * 50), "4 May 2031", "2031-05-04")
    (entry,) = scene.weigh().timeline
    assert len(entry.text) <= 200
    assert entry.text.endswith("again")
    assert entry.span.of(scene.articles["a"].text) == entry.text
