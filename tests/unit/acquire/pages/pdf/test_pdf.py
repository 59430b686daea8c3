"""PDF files through the child process that opens them."""

import hashlib
import shutil
import stat
import subprocess
import sys
from pathlib import Path

import pytest

from stemma.acquire.pages.pdf import run
from stemma.model import RawDocument, Skipped
from stemma.settings import Limits

COLUMN = (
    "The ferry left the harbour late because drift-",
    "ing timber had blocked the channel below the",
    "mill, Captain Holm said on Monday.",
    "Nobody was hurt, the harbour office said.",
)
OTHER = (
    "In the other column stands the Anglo-",
    "Norwegian treaty, which a well-known",
    "lawyer called “well-",
    "known”.",
)


def set_column(lines, x, y=740, size=11):
    return [(x, y - 14 * number, size, line) for number, line in enumerate(lines)]


def text_of(document):
    assert isinstance(document, RawDocument), document
    return document.content.decode()


def test_columns_are_read_one_after_the_other_and_cut_words_joined(read, make_pdf):
    page = [(50, 780, 20, "Ferry leaves harbour hours late"), *set_column(COLUMN, 50), *set_column(OTHER, 320)]
    rows = sorted(page, key=lambda letters: -letters[1])  # as a program writes that goes line by line
    for letters in (page, rows):
        content = make_pdf([letters])
        [document] = read("ferry.pdf", content)
        assert text_of(document) == (
            "The ferry left the harbour late because drifting timber had blocked the channel below the mill, "
            "Captain Holm said on Monday. Nobody was hurt, the harbour office said.\n\n"
            "In the other column stands the Anglo-Norwegian treaty, which a well-known lawyer called “well-known”."
        )
        assert document.meta == {"title": "Ferry leaves harbour hours late"}
        assert (document.suffix, document.sha256) == (".txt", hashlib.sha256(content).hexdigest())


def test_running_heads_and_page_numbers_are_left_out_and_sentences_run_on(read, make_pdf):
    def make_page(number, lines):
        return [(50, 810, 9, f"The Harbour Herald · {number}"), *set_column(lines, 50), (290, 30, 9, str(number))]

    pages = [make_page(1, COLUMN[:2]), make_page(2, COLUMN[2:])]
    [document] = read("ferry.pdf", make_pdf(pages))
    assert text_of(document).startswith("The ferry left the harbour late because drifting timber had blocked")
    assert "below the mill, Captain" in text_of(document)
    assert "Herald" not in text_of(document)
    assert "\n\n2" not in text_of(document)


def test_a_head_with_a_date_stays_once_and_a_large_initial_joins_its_word(read, make_pdf):
    head = (50, 810, 9, "The Harbour Herald, 4 May 2026")
    initial = [(50, 735, 26, "T"), (67, 740, 11, "he ferry left the harbour late because drift-")]
    pages = [[head, *initial, *set_column(COLUMN[1:], 50, 726)], [head, *set_column(OTHER, 50)]]
    [document] = read("ferry.pdf", make_pdf(pages))
    assert text_of(document).startswith(
        "The Harbour Herald, 4 May 2026\n\nThe ferry left the harbour late because drifting"
    )
    assert text_of(document).count("Herald") == 1


def test_the_headline_is_told_from_the_name_of_the_paper_and_from_authors(read, make_pdf):
    body = set_column(COLUMN, 50, 600)
    name, headline = (50, 780, 36, "Harbour Herald"), (50, 700, 22, "Ferry leaves the harbour hours late")
    [document] = read("a.pdf", make_pdf([[name, headline, *body]]))
    assert document.meta["title"] == "Ferry leaves the harbour hours late"
    [document] = read(
        "b.pdf", make_pdf([[(50, 780, 36, "Late ferries"), (50, 700, 14, "Ana Ruiz and Ilse Holm"), *body]])
    )
    assert "title" not in document.meta
    stated = make_pdf(
        [[(50, 780, 30, "In this issue of ours"), headline, *body]], Title="Ferry leaves the harbour hours late"
    )
    assert read("c.pdf", stated)[0].meta["title"] == "Ferry leaves the harbour hours late"


def test_a_year_at_the_edge_is_no_page_number(read, make_pdf):
    [document] = read("ferry.pdf", make_pdf([[*set_column(COLUMN, 50), (290, 30, 9, "2025")]]))
    assert text_of(document).endswith("2025")


def test_a_page_that_a_browser_printed_keeps_its_address_and_its_day(read, make_pdf):
    edges = [(30, 820, 8, "3/13/25, 9:10 AM"), (30, 20, 8, "https://harbour.example/ferry"), (550, 20, 8, "1/1")]
    content = make_pdf(
        [[*set_column(COLUMN, 50), *edges]], Producer="Skia/PDF m120", CreationDate="D:20250313091011+01'00'"
    )
    [document] = read("ferry.pdf", content)
    assert document.meta == {"url": "https://harbour.example/ferry", "retrieved": "2025-03-13T09:10:11+01:00"}
    assert "9:10 AM" not in text_of(document)
    assert "harbour.example" not in text_of(document)


def test_a_turned_page_is_read_as_it_is_shown(read, make_pdf):
    [document] = read("ferry.pdf", make_pdf([set_column(COLUMN, 50)], rotate=90))
    assert "drifting timber" in text_of(document)


def test_scans_are_told_and_pages_without_text_named(read, make_pdf):
    [item] = read("scan.pdf", make_pdf([[], []], picture=True))
    assert isinstance(item, Skipped)
    assert item.reason.startswith("a scanned PDF without a text layer: run ocrmypdf on it")
    [item] = read("blank.pdf", make_pdf([[]]))
    assert item.reason == "a PDF without text"
    pages = make_pdf([set_column(COLUMN, 50), [], set_column(COLUMN, 50)], picture=True)
    document, item = read("mixed.pdf", pages)
    assert "Captain Holm" in text_of(document)
    assert item == Skipped(uri="mixed.pdf", reason="its pages without a text layer were not read: 2")


def test_a_program_for_scans_is_used_when_asked(read, make_pdf, tmp_path, monkeypatch):
    searchable = tmp_path / "made.bin"
    searchable.write_bytes(make_pdf([set_column(COLUMN, 50)]))
    program = tmp_path / "bin" / "ocrmypdf"
    program.parent.mkdir()
    program.write_text(f'#!/bin/sh\nfor last; do :; done\ncp "{searchable}" "$last"\n')
    program.chmod(program.stat().st_mode | stat.S_IXUSR)
    monkeypatch.setenv("PATH", f"{program.parent}:/usr/bin:/bin")
    scan = make_pdf([[]], picture=True)
    assert isinstance(read("scan.pdf", scan)[0], Skipped)
    [document] = read("scan.pdf", scan, ocr=True)
    assert "Captain Holm" in text_of(document)
    assert document.sha256 == hashlib.sha256(scan).hexdigest()
    program.write_text("#!/bin/sh\nprintf 'no language data for:\\n deu\\nNote: codes\\n' >&2\nexit 3\n")
    reason = "a scanned PDF: ocrmypdf failed (no language data for: deu)"
    assert read("scan.pdf", scan, ocr=True)[0].reason == reason
    program.write_text("#!/bin/sh\necho no language data >&2\nexit 3\n")
    assert read("scan.pdf", scan, ocr=True)[0].reason == "a scanned PDF: ocrmypdf failed (no language data)"
    program.write_text("#!/bin/sh\nsleep 30 & wait\n")
    assert "took more than 1 seconds" in read("scan.pdf", scan, ocr=True, limits=Limits(ocr_seconds=1))[0].reason
    monkeypatch.setenv("PATH", str(tmp_path))
    assert "no ocrmypdf is installed" in read("scan.pdf", scan, ocr=True)[0].reason


SCAN = """
import sys, zlib, pypdfium2
bitmap = pypdfium2.PdfDocument(sys.argv[1])[0].render(scale=200 / 72, grayscale=True)
rows = bytes(bitmap.buffer)
seen = b"".join(rows[y * bitmap.stride :][: bitmap.width] for y in range(bitmap.height))
head = b"/Width %d /Height %d" % (bitmap.width, bitmap.height)
sys.stdout.buffer.write(head + b"|" + zlib.compress(seen))
"""


def draw_picture(content, folder):
    """The first page of a PDF as a picture: its size, and its points."""
    (folder / "source").write_bytes(content)
    command = [sys.executable, "-c", SCAN, str(folder / "source")]
    head, _, points = subprocess.run(command, check=True, capture_output=True).stdout.partition(b"|")
    return head, points


def test_scanned_pages_among_others_are_recognised_in_the_language_that_was_given(
    read, make_pdf, tmp_path, monkeypatch
):
    searchable, asked = tmp_path / "made.bin", tmp_path / "asked.txt"
    searchable.write_bytes(make_pdf([set_column(COLUMN, 50), set_column(OTHER, 50)]))
    program = tmp_path / "bin" / "ocrmypdf"
    program.parent.mkdir()
    program.write_text(f'#!/bin/sh\necho "$@" > "{asked}"\nfor last; do :; done\ncp "{searchable}" "$last"\n')
    program.chmod(program.stat().st_mode | stat.S_IXUSR)
    monkeypatch.setenv("PATH", f"{program.parent}:/usr/bin:/bin")
    mixed = make_pdf([set_column(COLUMN, 50), []], picture=True)
    [document] = read("mixed.pdf", mixed, ocr=True, language="de")
    assert "Anglo-Norwegian treaty" in text_of(document)
    assert "--language deu" in asked.read_text()
    program.write_text("#!/bin/sh\necho no language data >&2\nexit 3\n")
    document, notice = read("mixed.pdf", mixed, ocr=True)
    assert "Captain Holm" in text_of(document)
    assert notice.reason == (
        "its pages without a text layer were not read: 2 (a scanned PDF: ocrmypdf failed (no language data))"
    )


@pytest.mark.skipif(not shutil.which("ocrmypdf"), reason="ocrmypdf is not installed")
def test_the_real_program_recognises_a_scanned_page(read, make_pdf, write_picture, tmp_path):
    lines = set_column(COLUMN, 50)
    scan = write_picture(
        *draw_picture(make_pdf([[(50, 780, 20, "Ferry leaves harbour hours late"), *lines]]), tmp_path)
    )
    assert read("scan.pdf", scan)[0].reason.startswith("a scanned PDF")
    [document] = read("scan.pdf", scan, ocr=True)
    assert "Captain Holm said on Monday" in text_of(document)
    assert document.sha256 == hashlib.sha256(scan).hexdigest()


@pytest.mark.parametrize("content", [b"%PDF-1.4", b"\x00" * 100, b"<html>", b"%PDF-1.7\n" + b"1 0 obj<<" * 1000])
def test_a_broken_file_is_one_skip(read, content):
    [item] = read("broken.pdf", content)
    assert item.reason == "a broken PDF, or none: it cannot be opened"


def test_limits_are_settings(read, make_pdf):
    [item] = read("long.pdf", make_pdf([[]] * 3), limits=Limits(pdf_pages=2))
    assert item.reason == "a PDF of 3 pages, more than 2 (--limit pdf_pages=NUMBER)"


@pytest.mark.parametrize(
    ("script", "reason"),
    [
        ("import time; time.sleep(60)", "takes more than 1 seconds"),
        ("import os; os.abort()", "broke the program"),
        ("print('{')", "broke the program"),
    ],
)
def test_a_child_that_fails_costs_one_file(read, make_pdf, tmp_path, monkeypatch, script, reason):
    child = tmp_path / "child.py"
    child.write_text(script)
    monkeypatch.setattr(run, "CHILD", Path(child))
    [item] = read("ferry.pdf", make_pdf([set_column(COLUMN, 50)]), limits=Limits(pdf_seconds=1))
    assert reason in item.reason


def test_the_native_library_is_not_loaded_here(read, make_pdf):
    read("ferry.pdf", make_pdf([set_column(COLUMN, 50)]))
    assert "pypdfium2" not in sys.modules
