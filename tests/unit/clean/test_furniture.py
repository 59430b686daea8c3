import pytest

from stemma.clean.furniture import drop_furniture

LEAD = "Two bridges in Harborview were closed on Monday after the river rose by two metres."
LAST = "Nobody was hurt, the road office said on its page."


def drop(*lines):
    return drop_furniture([LEAD, *lines, LAST], "id")[1:-1]


@pytest.mark.parametrize(
    "line",
    [
        "close",
        "Comments (1)",
        "12 Comments",
        "Leave a Comment",
        "Bagikan",
        "Read more",
        "Read more: River town counts its losses",
        "MORE: River town counts its losses",
        "Baca juga: Sungai meluap, warga mengungsi",
        "Follow Valley Post on Twitter",
        "writer@example.org Follow on Twitter @writer",
        "Sign up for our newsletter",
        "Subscribe to our daily newsletter for more",
        "We use cookies to improve your visit.",
        "Scroll down for video",
        "Photo: Jane Doe/AFP",
        "Image credit: Jane Doe",
        "Photo Source: Valley Archive, example.org",
        "(Foto: Budi/Kabar Muara)",
        "(Photo by Jane Doe)",
        "JANE DOE/VIA VIDEOSITE",
        "[related-stories]",
        "https://example.org/bridge",
    ],
)
def test_furniture_goes(line):
    assert drop(line) == []


@pytest.mark.parametrize(
    "line",
    [
        "Source: Valley Post, Harbour News",
        "Sources: Valley Post, Harbour News",
        "Sumber: Kabar Muara",
        "The Associated Press contributed to this report.",
        "This article originally appeared at Valley Post. Follow Valley Post on Twitter.",
        "(Reuters) - The river rose by two metres.",
        "“Close the bridge,” he said.",
        "More than fifty people were led to safety.",
        "Comments by the mayor drew laughter in the hall.",
        "Power cut",
        "He told his followers to follow the case on Twitter.",
        "Watch out for the river, the mayor said.",
        "Photos of the bridge were shown to the court, which did not admit them in the case on Monday, a clerk said.",
        "Bupati mengatakan warga boleh kembali pada hari Selasa.",
        "(abc)",
        "[via Valley Post]",
        "Photo: the mayor “never saw the river so high in his life,” he said.",
    ],
)
def test_the_article_stays(line):
    assert drop(line) == [line]


def test_a_link_after_its_opener_goes_and_a_paragraph_stays():
    paragraph = "Warga mengungsi ke balai desa sejak Senin malam, kata kepala desa."
    assert drop("Baca juga:", "Sungai Meluap, Warga Muara Mengungsi", paragraph) == [paragraph]
    assert drop("Baca juga:", paragraph) == [paragraph]


def test_related_list_in_the_middle():
    paragraph = "The road office expects to open both bridges again on Thursday."
    assert drop("Related Articles", "River town counts its losses", "", "Mayor under fire over dam", paragraph) == [
        "",
        paragraph,
    ]


def test_related_list_at_the_end():
    lines = [
        LEAD,
        LAST,
        "Berita Terkait",
        "Sungai Meluap, Warga Mengungsi",
        "",
        "Apakah Bendungan Aman?",
        "Jembatan Muara Ditutup",
    ]
    assert [line for line in drop_furniture(lines, "id") if line] == [LEAD, LAST]


def test_menus_around_the_text():
    lines = [
        "Politics",
        "World",
        "Sport",
        "Weather desk",
        "Bridges closed in the river town",
        LEAD,
        LAST,
        "Contact",
        "About",
        "Terms",
        "Careers",
    ]
    assert drop_furniture(lines, "id") == ["Bridges closed in the river town", LEAD, LAST]


def test_names_under_sources_are_no_menu():
    lines = [LEAD, LAST, "Sources:", "Valley Post", "Harbour News", "Road Office"]
    assert drop_furniture(lines, "id") == lines


def test_buttons_of_another_language_stay():
    assert drop_furniture([LEAD, "Bagikan"], "en") == [LEAD, "Bagikan"]
    assert drop_furniture([LEAD, "Bagikan"], "und") == [LEAD]


@pytest.mark.parametrize(
    "line",
    [
        "Jembatan di Kota Muara. (Foto: Budi/Kabar Muara)",
        "The closed bridge on Monday. (Photo by Jane Doe)",
        "JANE DOE/VIA VIDEOSITE   Brave: the keeper of the bridge",
    ],
)
def test_a_caption_stays_with_its_credit(line):
    assert drop(line) == [line]
