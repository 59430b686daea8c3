import pytest

from stemma.clean.masthead import is_same_headline, read_masthead

HEADLINE = "Two bridges closed in Harborview"
LEAD = "Two bridges in Harborview were closed on Monday after the river rose."


def read(*lines, code="en", title=None):
    return read_masthead(lines, code, title)


def test_headline_above_the_text():
    masthead = read(HEADLINE, "", LEAD)
    assert (masthead.title, masthead.lines) == (HEADLINE, ("", LEAD))


@pytest.mark.parametrize("line", ["17 October 2024", "By Jane Doe", "World"])
def test_headline_below_another_line(line):
    masthead = read(line, HEADLINE, LEAD)
    assert (masthead.title, masthead.lines) == (HEADLINE, (line, LEAD))


def test_headline_in_writing_without_spaces():
    assert (
        read("馬路橋梁因河水上漲而關閉", "星期一，由於河水上漲兩公尺，市政府宣布關閉兩座橋梁。").title
        == "馬路橋梁因河水上漲而關閉"
    )


@pytest.mark.parametrize("lines", [(LEAD, LEAD), (HEADLINE,), (HEADLINE, HEADLINE + " again"), ("He said:", LEAD), ()])
def test_no_headline(lines):
    assert read(*lines).title is None


def test_headline_is_kept_once():
    assert read(HEADLINE, "Two bridges closed in Harborview!", LEAD).lines == (LEAD,)
    assert read(HEADLINE, LEAD, title=HEADLINE).lines == (LEAD,)


def test_headline_with_other_numbers_is_another():
    assert not is_same_headline("Flood kills 12 people in the river town", "Flood kills 10 people in the river town")


@pytest.mark.parametrize(
    ("line", "outlet"),
    [
        ("KabarMuara.com - Dua jembatan di Muara ditutup pada Senin.", "KabarMuara"),
        ("JAKARTA, Kabar.co.id – Dua jembatan di Muara ditutup pada Senin.", "Kabar"),
        ("(Reuters) - Two bridges were closed on Monday.", "Reuters"),
        ("HARBORVIEW, Oct 17 (Reuters) — Two bridges were closed.", "Reuters"),
        ("Jakarta, CNN Indonesia -- Dua jembatan ditutup pada Senin.", "CNN Indonesia"),
        ("HARBORVIEW, Maine — Two bridges were closed on Monday.", None),
        ("WHEELING, W.Va. — Two bridges were closed on Monday.", None),
        ("The mayor (Labour) - who won in May - closed two bridges.", None),
        ("Two bridges - both old - were closed by Valley Post readers.", None),
    ],
)
def test_outlet_in_the_dateline(line, outlet):
    masthead = read(line)
    assert (masthead.outlet, masthead.outlet_basis) == (outlet, "stated" if outlet else None)
    assert masthead.lines == (line,)


@pytest.mark.parametrize(
    ("line", "outlet"),
    [
        ("By CNBC.", "CNBC"),
        ("—By CNBC. The Associated Press contributed to this report.", "CNBC"),
        ("By J. R. Doe, Harbour News", "Harbour News"),
        ("By Jane Doe", None),
        ("By CNN Science Writer Jane Doe", "CNN"),
        ("By Breaking News Staff", None),
        ("By Friday, FEMA, the agency, had sent help.", None),
    ],
)
def test_outlet_in_the_byline(line, outlet):
    assert read(HEADLINE, LEAD, line).outlet == outlet


@pytest.mark.parametrize(
    ("line", "code", "outlet"),
    [
        ("The Harbour Herald, 17 October 2024", "en", "The Harbour Herald"),
        ("Oct 17, 2024 - Harbour Herald", "en", None),
        ("Daily Lantern | 17 October 2024", "en", "Daily Lantern"),
        ("Harbour Ledger, 17 October 2024", "en", "Harbour Ledger"),
        ("Business Ledger, 17 October 2024", "en", None),
        ("Der Talbote, 17. Oktober 2024", "de", "Der Talbote"),
        ("Hafenkurier - 17. Oktober 2024", "de", "Hafenkurier"),
        ("Kurier, 17. Oktober 2024", "de", None),
        ("Kabar Muara, 17 Oktober 2024", "id", "Kabar Muara"),
        ("Sun City, 17 October 2024", "en", None),
        ("Harborview, 17 October 2024", "en", None),
        ("Jane Doe, 17 October 2024", "en", None),
        ("Breaking News | 17 October 2024", "en", None),
        ("Press Release, 17 October 2024", "en", None),
        ("Berita Utama, 17 Oktober 2024", "id", None),
        ("The Harbour Herald", "en", None),
    ],
)
def test_outlet_beside_the_date(line, code, outlet):
    assert read(HEADLINE, line, LEAD, code=code).outlet == outlet


def test_a_section_that_the_text_names_as_a_paper_is_one():
    told = "The valve was serviced in October, she told the Business Ledger, and nobody had asked about it since then."
    assert read("Business Ledger, 17 October 2024", HEADLINE, LEAD, told).outlet == "Business Ledger"


def test_an_agency_in_a_later_line_is_not_the_outlet():
    assert read(HEADLINE, LEAD, "HARBORVIEW (Reuters) - The river rose again.").outlet is None


def test_an_earlier_home_is_only_inferred():
    masthead = read(HEADLINE, LEAD, "This article originally appeared at Valley Post. Copyright 2015.")
    assert masthead.reprint
    assert not read(HEADLINE, LEAD, "Valley Post will update this story.").reprint
    assert (masthead.outlet, masthead.outlet_basis) == ("Valley Post", "inferred")


def test_a_statement_to_an_outlet_proves_nothing():
    assert read(HEADLINE, LEAD, "In a statement to Valley Post, the mayor spoke of luck.").outlet is None


@pytest.mark.parametrize(
    ("line", "code", "published"),
    [
        ("17 October 2024", "en", "2024-10-17"),
        ("Thursday, October 17th, 2024", "en", "2024-10-17"),
        ("Valley Post, Thu 17 Oct 2024 1: 28PM GMT", "en", "2024-10-17"),
        ("2024-10-17", "en", "2024-10-17"),
        ("Kamis, 17/10/2024 09:30 WIB", "id", "2024-10-17"),
        ("Senin, 7 Agustus 2023", "id", "2023-08-07"),
        ("05/06/2024", "id", "2024-06-05"),
        ("05/06/2024", "en", None),
        ("Posted: Oct. 17, 2024 4:15 pm Updated: Oct. 18, 2024", "en", "2024-10-17"),
        ("October 2024", "en", "2024-10"),
        ("31 February 2024", "en", None),
        ("The bridge was opened on 3 May 1990", "en", None),
    ],
)
def test_date_line(line, code, published):
    masthead = read(line, HEADLINE, LEAD, code=code)
    assert masthead.published == published
    assert masthead.published_basis == ("stated" if published else None)


def test_update_is_only_inferred():
    masthead = read(HEADLINE, "Updated: July 02, 2013 15:50", LEAD)
    assert (masthead.published, masthead.published_basis) == ("2013-07-02", "inferred")


def test_date_in_the_dateline():
    assert read("HARBORVIEW, 17 October 2024 (Reuters) - Two bridges were closed on Monday.").published == "2024-10-17"


def test_date_in_the_text_is_not_that_of_publication():
    assert read(HEADLINE, LEAD, "17 October 2013").published is None
