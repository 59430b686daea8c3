from stemma.find.gazetteer.countries import find_country


def test_finds_countries_and_their_people() -> None:
    assert find_country(("north", "korean", "ships"), "en") == ("KP", 2)
    assert find_country(("ukrainians", "voted"), "en") == ("UA", 1)
    assert find_country(("korea", "utara"), "id") == ("KP", 2)


def test_leaves_other_names_alone() -> None:
    assert find_country(("indiana", "police"), "en") is None
    assert find_country(("ostervik",), "en") is None


def test_knows_no_countries_in_an_unknown_language() -> None:
    assert find_country(("france",), "und") is None
