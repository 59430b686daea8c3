import io
from dataclasses import replace
from pathlib import Path

import pytest
from rich.console import Console

from stemma.model import Dossier, Skipped
from stemma.write.terminal import print_findings


def render(dossier: Dossier, width: int = 120, encoding: str = "utf-8", **options: object) -> str:
    raw = io.BytesIO()
    stream = io.TextIOWrapper(raw, encoding=encoding)
    print_findings(dossier, Console(file=stream, width=width, **options))
    stream.flush()
    return raw.getvalue().decode(encoding)


def test_the_worst_claim_comes_first(dossier: Dossier) -> None:
    printed = render(dossier)
    badges = ["[CONTRADICTION]", "[CHANGED ON THE WAY]", "[CIRCULAR]", "[CONTESTED]", "[UNSOURCED]"]
    places = [printed.index(badge) for badge in badges]
    assert places == sorted(places)
    assert printed.startswith("Walkout at the container port of Vellmar  4 articles, 3 languages, March 2031")


def test_the_tree_says_what_is_missing_inferred_and_changed(dossier: Dossier) -> None:
    printed = render(dossier)
    assert "Channel Ledra not in your files" in printed
    assert "└── Meridian not in your files  inferred, very likely (.93)" in printed
    assert "gazette.txt en undated  almost two dozen △ was 18  chars 127–193" in printed
    assert "18 (courier.txt, ostbote.html, sahil.txt) → almost two dozen (gazette.txt)" in printed
    assert "a lost common source" in printed


def test_a_contradiction_names_both_readings_and_files(dossier: Dossier) -> None:
    assert "Two people (Vellmar hospital; courier.txt) ≠ Fünf Menschen (Feuerwehr Vellmar; ostbote.html)" in render(
        dossier
    )


def test_a_loop_ends(dossier: Dossier) -> None:
    assert "courier.txt  see above  “Marsh Gazette reported”" in render(dossier)


def test_notes_name_all_that_was_left_out(dossier: Dossier) -> None:
    printed = render(dossier)
    assert "! <img src=x onerror=alert(1)>.txt set aside: a different story, “Cranes stolen in Orvane”." in printed
    assert "! scan<1>.pdf skipped: no text in it: the pages are pictures." in printed
    assert "! gazette.txt has no date; its place in the order is inferred." in printed
    assert "! courier copy.txt is a copy of courier.txt; counted once." in printed


@pytest.mark.parametrize(("width", "shown"), [(120, True), (100, True), (99, False), (60, False)])
def test_the_table_needs_room(dossier: Dossier, width: int, shown: bool) -> None:
    printed = render(dossier, width)
    assert ("0 of 2" in printed) is shown
    assert max(map(len, printed.splitlines())) <= width


def test_plain_ascii_is_enough(dossier: Dossier) -> None:
    printed = render(dossier, encoding="ascii")
    assert printed.isascii()
    assert "`-- " in printed
    assert 'almost two dozen (!) was 18  chars 127-193  "Channel Ledra reveal' in printed


def test_letters_are_never_shown_as_question_marks(dossier: Dossier) -> None:
    printed = render(dossier, encoding="ascii")
    assert "Funf Menschen !=" in printed or "Funf Menschen (" in printed
    assert "[Arabic]" in printed
    assert "[Arabic] [Arabic]" not in printed
    assert "?" not in printed


def test_a_latin_terminal_keeps_its_letters(dossier: Dossier) -> None:
    assert "Fünf Menschen !=" in render(dossier, encoding="latin-1")


def test_no_color_is_respected(dossier: Dossier, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    printed = render(dossier, force_terminal=True)
    assert "\x1b[3" not in printed.replace("\x1b[3m", "")  # italics stay, colours go
    assert "[CHANGED ON THE WAY]" in printed


def test_colour_is_used_where_there_is_any(dossier: Dossier, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("NO_COLOR", raising=False)
    printed = render(dossier, force_terminal=True, color_system="standard")
    assert "\x1b[1;37;41m CONTRADICTION \x1b[0m" in printed


def test_hostile_text_does_not_steer_the_terminal(dossier: Dossier) -> None:
    hostile = Skipped(uri="a\x1b[2Jb\u202ec.txt", reason="[bold]x[/bold] \x07\x9b")
    printed = render(replace(dossier, skipped=(hostile,)))
    assert "! a[2Jbc.txt skipped: [bold]x[/bold]." in printed
    assert not {"\x1b", "\x07", "\x9b", "\u202e"} & set(printed)


def test_files_are_named_with_their_sizes(dossier: Dossier, tmp_path: Path) -> None:
    written = tmp_path / "report.html"
    written.write_bytes(b"x" * 2300)
    stream = io.StringIO()
    print_findings(dossier, Console(file=stream, width=300), files=[written, "away.json"], note="0.4 s.")
    assert f"Wrote {written} (2 kB) and away.json. 0.4 s.\n" in stream.getvalue()
    assert "2 claims told by one article only in report.html." in stream.getvalue()


def test_many_claims_are_cut(dossier: Dossier) -> None:
    first, assessment = dossier.collations[0], dossier.assessments[0]
    many = [replace(first, id=f"m{number}") for number in range(43)]
    crowded = replace(
        dossier, collations=tuple(many), assessments=tuple(replace(assessment, collation=item.id) for item in many)
    )
    assert "… and 31 more claims of this kind" in render(crowded)


def test_nothing_found_is_said(dossier: Dossier) -> None:
    empty = replace(dossier, articles=(), stories=(), claims=(), collations=(), assessments=(), wanted=(), skipped=())
    assert "No claim is told by more than one article, changed or disputed." in render(empty)


def test_the_day_asked_for_is_told(dossier: Dossier) -> None:
    assert "As of 5 March 2031: 0 articles published later left out" in render(
        replace(dossier, settings={"as_of": "2031-03-05"})
    )
