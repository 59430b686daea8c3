from dataclasses import replace

import pytest

from stemma.match.witnesses import article_witness_id
from stemma.match.witnesses.groups import Groups
from stemma.match.witnesses.mentions import compact


def test_joined_keys_share_the_smallest_root() -> None:
    groups = Groups(["c", "a", "b", "d"])
    groups.join("c", "b")
    groups.join("b", "a")
    assert [groups.root(key) for key in "abcd"] == ["a", "a", "a", "d"]


def test_order_of_joining_does_not_show() -> None:
    one, other = Groups("abcd"), Groups("abcd")
    for left, right in (("a", "b"), ("c", "d"), ("b", "d")):
        one.join(left, right)
    for left, right in (("b", "d"), ("d", "c"), ("b", "a")):
        other.join(left, right)
    assert [one.root(k) for k in "abcd"] == [other.root(k) for k in "abcd"]


CLOSED = "the north bridge was closed to lorries"


def test_an_outlet_is_one_whether_by_name_or_address(pile, article):
    found = pile(
        article("a", f"The Velden Gazette reported that {CLOSED}."),
        article("b", f"According to veldengazette.com, {CLOSED}."),
    )
    one, other = found.find_witness("a", "Velden"), found.find_witness("b", "velden")
    assert one == other
    assert one.kind == "outlet"
    assert {one.name, *one.aliases} == {"Velden Gazette", "veldengazette.com"}


def test_two_outlets_that_share_a_word_stay_two(pile, article):
    found = pile(
        article("a", f"The Velden Gazette reported that {CLOSED}."),
        article("b", f"The Velden Courier reported that {CLOSED}."),
    )
    assert found.find_witness("a", "Velden") != found.find_witness("b", "Velden")


@pytest.mark.parametrize("first", ["Velden Bridge Office (VBO)", "Velden Bridge Office"])
def test_an_acronym_is_the_body_with_those_initials(pile, article, first):
    found = pile(
        article("a", f"The {first} said {CLOSED}."), article("b", "The VBO said the repair would take a week.")
    )
    one, other = found.find_witness("a", "Velden"), found.find_witness("b", "VBO")
    assert one == other
    assert (one.name, one.aliases) == ("Velden Bridge Office", ("VBO",))


def test_an_acronym_of_two_bodies_is_neither(pile, article):
    found = pile(
        article("a", f"The Velden Bridge Office said {CLOSED}."),
        article("b", f"The Vostrel Boat Office said {CLOSED}."),
        article("c", "The VBO said the repair would take a week."),
    )
    assert len({found.find_witness(name, text).id for name, text in ("aV", "bV", "cV")}) == 3


def test_a_surname_is_the_one_person_of_the_pile_who_bears_it(pile, article):
    found = pile(
        article("a", f"Mayor Petra Holm said {CLOSED}."), article("b", "Mayor Holm said the repair would take a week.")
    )
    assert found.find_witness("a", "Petra Holm") == found.find_witness("b", "Holm")
    assert found.find_witness("b", "Holm").name == "Petra Holm"
    assert found.find_witness("b", "Holm").kind == "person"


def test_a_surname_of_two_persons_is_neither(pile, article):
    found = pile(
        article("a", f"Mayor Petra Holm said {CLOSED}."),
        article("b", f"Captain Karl Holm said {CLOSED}."),
        article("c", "Mr Holm said the repair would take a week."),
    )
    assert len({found.find_witness(name, "Holm").id for name in "abc"}) == 3


def test_unnamed_sources_of_two_articles_stay_two(pile, article):
    found = pile(
        article("a", f"An official said {CLOSED}."),
        article("b", "An official said the repair of the tower would take a week."),
    )
    one, other = found.find_witness("a", "official"), found.find_witness("b", "official")
    assert one.kind == other.kind == "unnamed"
    assert one != other


def test_an_unnamed_source_is_one_where_one_outlet_tells_of_it(pile, article):
    found = pile(
        article("a", f"{CLOSED.capitalize()}, the Velden Gazette reported, citing an engineer."),
        article("b", "The repair would take a week, the Velden Gazette reported, citing an engineer."),
    )
    assert found.find_attribution("a", "engineer").inside
    assert found.find_witness("a", "engineer") == found.find_witness("b", "engineer")


def test_a_spokesman_speaks_for_a_body(pile, article):
    found = pile(article("a", f"Velden police spokesman Sgt. Karl Dorn said {CLOSED}."))
    speaker = found.find_witness("a", "Karl Dorn")
    body = next(w for w in found.matching.witnesses if w.id == speaker.speaks_for)
    assert (speaker.name, speaker.kind) == ("Karl Dorn", "person")
    assert (body.name, body.kind) == ("Velden police", "organisation")


def test_an_article_stands_for_its_outlet_where_it_is_the_only_one(pile, article):
    cited = article("a", f"Mayor Petra Holm said {CLOSED}.", outlet="Velden Gazette")
    citing = article("b", f"The Velden Gazette reported that {CLOSED}.", outlet="Orlin Post")
    witness = pile(cited, citing).find_witness("b", "Velden Gazette")
    assert (witness.kind, witness.article, witness.in_pile) == ("article", "a", True)
    assert witness.id == article_witness_id("a")

    second = article("c", "Nobody was hurt at the bridge on Monday.", outlet="Velden Gazette")
    witness = pile(cited, citing, second).find_witness("b", "Velden Gazette")
    assert (witness.kind, witness.article) == ("outlet", None)


def test_a_copy_does_not_unseat_the_article_of_its_outlet(pile, article):
    cited = article("a", f"Mayor Petra Holm said {CLOSED}.", outlet="Velden Gazette")
    citing = article("b", f"The Velden Gazette reported that {CLOSED}.", outlet="Orlin Post")
    copy = article("c", cited.text, outlet="Velden Gazette", duplicate_of="a")
    assert pile(cited, citing, copy).find_witness("b", "Velden Gazette").article == "a"


def test_every_article_is_a_witness(pile, article):
    found = pile(
        article("a", "The hall is closed today.", outlet="Orlin Post"), article("b", "The hall is open today.")
    )
    names = {w.article: (w.name, w.aliases) for w in found.matching.witnesses if w.kind == "article"}
    assert names == {"a": ("Orlin Post", ("a.txt",)), "b": ("b.txt", ())}


def test_order_of_articles_does_not_show(pile, article):
    articles = [
        article("a", f"The Velden Bridge Office (VBO) said {CLOSED}.", outlet="Velden Gazette"),
        article("b", "The VBO said the repair would take a week.", outlet="Orlin Post"),
        article("c", f"The Velden Gazette reported that {CLOSED}.", outlet="Selby Star"),
    ]
    assert pile(*articles).matching == pile(*reversed(articles)).matching


@pytest.mark.parametrize(
    ("one", "other"),
    [("The Daily Lamp newspaper", "dailylamp.com"), ("https://www.veldenpost.org", "Velden Post"), ("Ünal", "unal")],
)
def test_spellings_that_identify_the_same(one, other):
    assert compact(one) == compact(other)


def test_a_name_of_generic_words_alone_keeps_them():
    assert compact("The News") != ""
    assert compact("The News") != compact("The Agency")


def test_the_article_in_an_outlets_name_makes_no_other_outlet(pile, article):
    found = pile(
        article("a", f"According to The Velden Gazette, {CLOSED}."),
        article("b", f"The Velden Gazette reported that {CLOSED}."),
    )
    one, other = found.find_witness("a", "Velden"), found.find_witness("b", "Velden")
    assert one == other
    assert {"Velden Gazette", "The Velden Gazette"} == {one.name, *one.aliases}


def test_a_person_is_one_in_two_scripts(pile, article):
    found = pile(
        article("a", f"Captain Marta Qvist said {CLOSED}."),
        article("b", "«Северный мост закрыт», — сказала капитан Марта Квист.", language="ru"),
    )
    assert found.find_witness("a", "Qvist") == found.find_witness("b", "Квист")


def test_of_one_event_there_is_one_police(pile, article):
    found = pile(
        article("a", "Северный мост закрыт для грузовиков, сообщила полиция.", language="ru"),
        article("b", "Jembatan utara ditutup untuk truk, kata kepolisian.", language="id"),
    )
    assert found.find_witness("a", "полиция") == found.find_witness("b", "kepolisian")


def test_the_police_of_one_event_are_not_those_of_another(pile, article):
    named = article("a", f"The Velden police said {CLOSED}.")
    said = replace(article("b", "Police said a barn had burned down."), story="t")
    apart = pile(named, said)
    assert apart.find_witness("a", "police") != apart.find_witness("b", "olice")
    together = pile(named, article("b", f"Police said {CLOSED}."))
    assert together.find_witness("a", "police") == together.find_witness("b", "olice")


def test_the_hospitals_of_two_events_are_two(pile, article):
    told = "the regional hospital said"
    one, other = article("a", f"On Monday {told} {CLOSED}."), article("b", f"On Friday {told} a barn had burned down.")
    apart = pile(one, replace(other, story="t"))
    assert apart.find_witness("a", "hospital") != apart.find_witness("b", "hospital")
    together = pile(one, other)
    assert together.find_witness("a", "hospital") == together.find_witness("b", "hospital")


def test_two_people_named_together_are_not_the_one_of_them(pile, article):
    found = pile(
        article("a", f"Jana Moor and Tam Brandt said {CLOSED}."),
        article("b", f"Brandt said {CLOSED}."),
    )
    assert found.find_witness("b", "Brandt").name == "Brandt"


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Как сообщила районная больница, мост закрыт.", "По данным районной больницы, шестеро ранены."),
        (
            "Региональная администрация сообщила, что мост закрыт.",
            "По данным региональной администрации, ранены шестеро.",
        ),
    ],
)
def test_a_body_is_one_in_every_case(pile, article, one, other):
    found = pile(article("a", one, language="ru"), article("b", other, language="ru"))
    assert len({a.source.witness for a in found.matching.attributions}) == 1


def test_two_bodies_of_one_kind_stay_two(pile, article):
    found = pile(
        article("a", "Как сообщила районная больница, мост закрыт.", language="ru"),
        article("b", "По данным областной больницы, шестеро ранены.", language="ru"),
    )
    assert len({a.source.witness for a in found.matching.attributions}) == 2


def test_an_outlet_is_one_in_two_scripts(pile, article):
    own = article("a", "Мост закрыт.", language="ru", outlet="Болотный Вестник")
    found = pile(own, article("b", f"Bolotny Vestnik reported that {CLOSED}."))
    assert found.find_witness("b", "Vestnik").article == "a"


def test_a_spokesman_is_of_the_body_that_his_own_article_speaks_of(pile, article):
    found = pile(
        article("a", f"Police spokesman Jon Varl said {CLOSED}."),
        article("b", f"According to police, {CLOSED}.", story="other"),
    )
    assert found.find_witness("a", "Varl").speaks_for != found.find_witness("b", "olice").id


def test_a_state_is_nobodys_surname(pile, article):
    found = pile(
        article("a", f"The U.S. ambassador to China said {CLOSED}."),
        article("b", "China said the repair would take a week."),
    )
    assert found.find_witness("a", "ambassador") != found.find_witness("b", "China")


def test_one_person_in_two_cyrillic_spellings_and_in_latin_letters(pile, article):
    found = pile(
        article("a", f"Maria Petrova said {CLOSED}."),
        article("b", "Мария Петрова сказала, что мост закрыт.", language="ru"),
        article("c", "Марія Петрова сказала, що міст закрито.", language="uk"),
    )
    assert len({found.find_witness(*where).id for where in (("a", "Maria"), ("b", "Мария"), ("c", "Марія"))}) == 1
    assert found.find_witness("b", "Мария").name == "Maria Petrova"


def test_an_order_of_police_is_not_the_police(pile, article):
    found = pile(
        article("a", f"The Velden Order of Police said {CLOSED}."),
        article("b", f"Police said {CLOSED}."),
    )
    assert found.find_witness("a", "Order") != found.find_witness("b", "olice")


@pytest.mark.parametrize(
    ("told", "language"),
    [
        ("Die Schleuse ist sicher, teilte das Innenministerium mit.", "de"),
        ("La esclusa es segura, informó el Ministerio del Interior.", "es"),
        ("Pintu air itu aman, kata Kementerian Dalam Negeri.", "id"),
        ("Шлюз безопасен, сообщило МВД.", "ru"),
    ],
)
def test_of_one_event_there_is_one_interior_ministry_in_every_language(pile, article, told, language):
    found = pile(
        article("a", "The lock is safe, the interior ministry said.", story="s"),
        article("b", told, language=language, story="s"),
    )
    assert found.find_witness("a", "interior") == found.find_witness("b", "")
