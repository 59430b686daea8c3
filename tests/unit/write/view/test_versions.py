"""What an article says of its own making."""

from dataclasses import replace

from stemma.model import Article, Dossier, Mark, Span, Story
from stemma.write import write
from stemma.write.view.lookup import make_lookup
from stemma.write.view.versions import find_changes, say_changes, tell_versions

TEXT = "Ferry turns back\nThe ferry left on Monday. Forty passengers were on board.\nNobody was hurt."
FIRST = Article(id="1", uri="a.html", sha256="1", language="en", title="Ferry turns back", text=TEXT)
LATER = replace(
    FIRST,
    id="2",
    uri="b.html",
    author="Ida <b>Holm</b>",
    modified="2026-05-05",
    revision_of="1",
    conflicts={"published": "2026-05-02 (its text)"},
    published="2026-05-04",
    text=TEXT.replace("Forty", "Fifty") + "\nCorrection: there were fifty.",
    corrections=(Mark(span=Span(83, 112), text="Correction: there were \x1b[31mfifty."),),
)
EMPTY = "skipped stories threads attributions claims collations witnesses derivations assessments wanted timeline"
DOSSIER = Dossier(version="0", settings={}, articles=(FIRST, LATER), **dict.fromkeys(EMPTY.split(), ()))  # type: ignore[arg-type]


def test_changes_are_sentences() -> None:
    added, dropped = find_changes(FIRST, LATER)
    assert added == ["Fifty passengers were on board.", "Correction: there were fifty."]
    assert dropped == ["Forty passengers were on board."]
    said = say_changes(FIRST, LATER)
    assert said == f"adds “{added[0]}”; “{added[1]}”; drops “{dropped[0]}”"


def test_the_terminal_tells_all_and_lets_no_escape_through() -> None:
    later, correction, conflict = tell_versions(make_lookup(DOSSIER))
    assert later.startswith("b.html is a later version of a.html: adds “Fifty passengers were on board.”")
    assert correction.startswith("b.html says of itself: “Correction: there were")
    assert "\x1b" not in correction
    assert conflict == "b.html: published 2026-05-04, but 2026-05-02 (its text)."


def test_the_report_tells_all_and_runs_nothing() -> None:
    page = str(write(DOSSIER, "html"))
    for words in ("Revision of", "adds “Fifty", "Says of itself", "But also", "2026-05-02 (its text)", "5 May 2026"):
        assert words in page
    assert "Ida <b>Holm</b>" not in page


def test_an_earlier_version_is_shown_and_not_counted() -> None:
    copy = replace(FIRST, id="3", uri="c.html", duplicate_of="1")
    lookup = make_lookup(replace(DOSSIER, articles=(FIRST, LATER, copy)))
    assert lookup.find_latest(["1", "2", "3", "gone"]) == ["2"]
    assert lookup.find_latest(["3", "1"]) == ["1"]
    story = Story(id="s", title="Ferry turns back", articles=("1", "2", "3"))
    page = str(write(replace(lookup.dossier, stories=(story,)), "html"))
    assert "<b>1 article</b> and 1 copy and 1 earlier version" in page
