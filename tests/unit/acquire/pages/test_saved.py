"""Pages with a folder beside them, and the notes that browsers leave in pages."""

import os

from stemma.acquire import acquire
from stemma.acquire.pages.saved import is_page_folder, read_saved_facts
from stemma.model import RawDocument
from stemma.settings import Settings

PAGE = "<html><body><p>The ferry left late, Captain Holm said.</p></body></html>"


def test_the_folder_of_a_saved_page_is_no_pile_of_articles(tmp_path):
    for folder in ("Ferry late_files", "Mill.files", "lonely_files"):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "frame.html").write_text(PAGE)
        (tmp_path / folder / "picture.png").write_bytes(b"\x89PNG")
    (tmp_path / "Ferry late.html").write_text(PAGE)
    (tmp_path / "Mill.htm").write_text(PAGE)
    found = [item.uri for item in acquire([tmp_path], Settings()) if isinstance(item, RawDocument)]
    assert found == ["Ferry late.html", "Mill.htm", "lonely_files/frame.html"]


def test_a_folder_of_a_page_that_is_given_itself_is_read(tmp_path):
    (tmp_path / "ferry_files").mkdir()
    (tmp_path / "ferry_files" / "frame.html").write_text(PAGE)
    (tmp_path / "ferry.html").write_text(PAGE)
    assert is_page_folder(tmp_path / "ferry_files")
    assert [item.uri for item in acquire([tmp_path / "ferry_files"], Settings())] == ["frame.html"]


def test_the_note_of_a_browser_gives_the_address(read):
    note = "<!DOCTYPE html>\n<!-- saved from url=(0029)https://harbour.example/ferry -->\n"
    [document] = read("ferry.html", (note + PAGE).encode())
    assert document.meta == {"url": "https://harbour.example/ferry"}
    assert read_saved_facts(b"<!-- saved from url=(0014)about:internet -->") == {}


def test_the_note_of_single_file_gives_the_moment_too():
    note = (
        b"<!--\n Page saved with SingleFile \n url: https://harbour.example/ferry \n"
        b" saved date: Thu Mar 13 2025 09:10:11 GMT+0100 (Central European Standard Time)\n-->"
    )
    assert read_saved_facts(note) == {"url": "https://harbour.example/ferry", "retrieved": "2025-03-13T09:10:11+01:00"}
    assert read_saved_facts(note.replace(b"Mar", b"Xxx")) == {"url": "https://harbour.example/ferry"}


def test_a_pipe_is_not_waited_for(tmp_path):
    os.mkfifo(tmp_path / "pipe.pdf")
    (tmp_path / "one.txt").write_text("The ferry left late.")
    reasons = {item.uri: getattr(item, "reason", "") for item in acquire([tmp_path], Settings())}
    assert reasons == {"one.txt": "", "pipe.pdf": "cannot be read (not a regular file)"}
