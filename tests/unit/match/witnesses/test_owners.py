SAID = "the old pumping station at Vessel Bend was sold last night to a buyer whom nobody in the town has ever met"
OWN = f"Well, well: {SAID}. No price was given. The keys changed hands in a car park."
QUOTES = f'According to the Bend Gazette, "{SAID}". We tried to reach the mayor.'


def test_the_article_with_the_words_quoted_from_an_outlet_is_that_outlets_own(pile, article):
    found = pile(article("a", OWN), article("b", QUOTES))
    witness = found.find_witness("b", "Bend Gazette")
    assert (witness.article, witness.name) == ("a", "Bend Gazette")


def test_an_article_that_names_the_outlet_passes_on_and_owns_nothing(pile, article):
    found = pile(article("a", f"{OWN} So the Bend Gazette has it."), article("b", QUOTES))
    assert found.find_witness("b", "Bend Gazette").article is None


def test_an_article_that_quotes_the_words_itself_owns_nothing(pile, article):
    found = pile(article("a", f'"{SAID}," said Ada Orme. No price was given.'), article("b", QUOTES))
    assert found.find_witness("b", "Bend Gazette").article is None


def test_two_articles_with_the_words_leave_it_open(pile, article):
    found = pile(
        article("a", OWN),
        article("c", f"Stunning: {SAID}. Neighbours shrug and the geese look on."),
        article("b", QUOTES),
    )
    assert found.find_witness("b", "Bend Gazette").article is None


def test_an_article_of_a_known_outlet_is_not_taken_for_another(pile, article):
    found = pile(article("a", OWN, outlet="Marsh Weekly"), article("b", QUOTES))
    assert found.find_witness("b", "Bend Gazette").article is None
