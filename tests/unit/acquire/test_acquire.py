import hashlib
import io
import json
import os
import sys
import time

import pytest

from stemma.acquire import acquire, count_documents
from stemma.errors import InputError, UsageError
from stemma.model import RawDocument, Skipped
from stemma.settings import Settings

STORY = "Two bridges closed in Harborview\nTwo bridges were closed on Monday, the road office said.\n"


def read(*paths, **settings):
    return list(acquire(paths, Settings(**settings)))


def documents(found):
    return [item for item in found if isinstance(item, RawDocument)]


def reasons(found):
    return {item.uri: item.reason for item in found if isinstance(item, Skipped)}


def test_folder_is_read_in_depth_and_in_order(tmp_path):
    (tmp_path / "b").mkdir()
    for name in ("z.txt", "b/y.md", "a.html", ".hidden.txt"):
        (tmp_path / name).write_text(STORY)
    found = read(tmp_path)
    assert [document.uri for document in found] == ["a.html", "b/y.md", "z.txt"]
    assert found[0].sha256 == hashlib.sha256(STORY.encode()).hexdigest()
    assert [document.suffix for document in found] == [".html", ".md", ".txt"]


def test_a_file_is_called_by_its_name(tmp_path):
    (tmp_path / "one.txt").write_text(STORY)
    assert [document.uri for document in read(tmp_path / "one.txt")] == ["one.txt"]


def test_same_uri_under_two_roots_gets_the_roots_name(tmp_path):
    for name in ("left", "right"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "001.txt").write_text(STORY + name)
    uris = ["left/001.txt", "right/001.txt"]
    assert [document.uri for document in read(tmp_path / "left", tmp_path / "right")] == uris
    assert [document.uri for document in read(tmp_path / "right", tmp_path / "left")] == uris


def test_a_file_given_twice_is_read_once(tmp_path):
    (tmp_path / "one.txt").write_text(STORY)
    assert len(read(tmp_path, tmp_path / "one.txt")) == 1


def test_standard_input(monkeypatch):
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(b"<!DOCTYPE html><html><body>x</body></html>")))
    (document,) = read("-")
    assert (document.uri, document.suffix) == ("-", ".html")


def test_links_in_a_circle_end(tmp_path):
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "one.txt").write_text(STORY)
    (tmp_path / "in" / "again").symlink_to(tmp_path)
    assert [document.uri for document in documents(read(tmp_path))] == ["in/one.txt"]


def test_missing_path():
    with pytest.raises(InputError, match=r"^no-such-dir: no such file\. Give a file or a folder of articles\.$"):
        read("no-such-dir")


def test_folder_without_articles(tmp_path):
    (tmp_path / "photo.png").write_bytes(b"\x89PNG")
    with pytest.raises(InputError, match="no articles there"):
        read(tmp_path)


def test_file_of_another_kind(tmp_path):
    (tmp_path / "paper.docx").write_bytes(b"PK")
    with pytest.raises(InputError, match=r"paper\.docx: not a kind of file that is read\. Save its text as "):
        read(tmp_path / "paper.docx")


def test_empty_folder_among_others_is_named(tmp_path):
    (tmp_path / "full").mkdir()
    (tmp_path / "void").mkdir()
    (tmp_path / "full" / "one.txt").write_text(STORY)
    found = read(tmp_path / "full", tmp_path / "void")
    assert reasons(found) == {"void": "no articles in this folder"}
    assert len(documents(found)) == 1


@pytest.mark.parametrize(
    ("name", "content", "reason"),
    [
        ("empty.txt", b"", "empty file"),
        ("blank.txt", b" \n\n ", "empty file"),
        ("binary.txt", b"MZ\x00\x01\x02", "a binary file, not text"),
        (
            "report.html",
            b'<head><meta name="generator" content="stemma 9.9"></head>',
            "a report that stemma wrote, not an article",
        ),
        ("photo.png", b"\x89PNG", "not a kind of file that is read"),
    ],
)
def test_bad_file_is_named_with_its_reason(tmp_path, name, content, reason):
    (tmp_path / "good.txt").write_text(STORY)
    (tmp_path / name).write_bytes(content)
    found = read(tmp_path)
    assert list(reasons(found)) == [name]
    assert reasons(found)[name].startswith(reason)
    assert [document.uri for document in documents(found)] == ["good.txt"]


def test_huge_file_costs_nothing(tmp_path):
    (tmp_path / "good.txt").write_text(STORY)
    with (tmp_path / "huge.txt").open("wb") as file:
        file.truncate(50_000_000)
    start = time.process_time()
    assert "bigger than 20 MB" in reasons(read(tmp_path))["huge.txt"]
    assert time.process_time() - start < 1


def test_dangling_link_and_pipe(tmp_path):
    (tmp_path / "good.txt").write_text(STORY)
    (tmp_path / "gone.txt").symlink_to("nowhere.txt")
    os.mkfifo(tmp_path / "pipe.txt")
    found = reasons(read(tmp_path))
    assert "No such file" in found["gone.txt"]
    assert "not a regular file" in found["pipe.txt"]


def test_utf_16_is_no_binary_file(tmp_path):
    (tmp_path / "wide.txt").write_bytes(STORY.encode("utf-16"))
    assert len(documents(read(tmp_path))) == 1


def test_meta_of_the_folder(tmp_path):
    facts = {
        "file": "one.txt",
        "outlet": "Harbour News",
        "date": "2024-10-17",
        "language": "en-GB",
        "url": None,
        "id": 7,
    }
    (tmp_path / "meta.jsonl").write_text(json.dumps(facts) + "\n\n")
    (tmp_path / "one.txt").write_text(STORY)
    (document,) = read(tmp_path)
    assert document.meta == {"outlet": "Harbour News", "published": "2024-10-17", "language": "en"}
    assert read(tmp_path / "one.txt")[0].meta == document.meta


def test_settings_win_over_meta(tmp_path):
    (tmp_path / "meta.jsonl").write_text('{"file": "one.txt", "outlet": "Harbour News", "title": "Bridges"}')
    (tmp_path / "one.txt").write_text(STORY)
    (document,) = read(tmp_path, meta={"one.txt": {"outlet": "Valley Post", "date": "2024"}})
    assert document.meta == {"outlet": "Valley Post", "title": "Bridges", "published": "2024"}


def test_bad_lines_of_meta_are_named(tmp_path):
    lines = [
        '{"file": "one.txt", "language": "english", "published": "17 Oct"}',
        "{broken",
        '{"file": "gone.txt"}',
        "[1]",
    ]
    (tmp_path / "meta.jsonl").write_text("\n".join(lines))
    (tmp_path / "one.txt").write_text(STORY)
    found = read(tmp_path)
    notices = [item.reason for item in found if isinstance(item, Skipped)]
    assert [notice.split(":")[0] for notice in notices] == ["line 1", "line 1", "line 2", "line 3", "line 4"]
    assert '"english" is no ISO 639-1 language code' in notices[0]
    assert '"17 Oct" is no ISO date' in notices[1]
    assert "not JSON" in notices[2]
    assert "gone.txt: no such file here" in notices[3]
    assert documents(found)[0].meta == {}


def test_later_line_of_meta_counts_and_is_named(tmp_path):
    (tmp_path / "meta.jsonl").write_text('{"file": "one.txt", "outlet": "A"}\n{"file": "one.txt", "outlet": "B"}')
    (tmp_path / "one.txt").write_text(STORY)
    found = read(tmp_path)
    assert "described before" in found[0].reason
    assert documents(found)[0].meta == {"outlet": "B"}


@pytest.mark.parametrize(
    ("settings", "message"),
    [
        ({"language": "xx"}, "xx: no such language"),
        ({"meta": {"one.txt": {"outlt": "A"}}}, "outlt: no such key"),
        ({"meta": {"one.txt": {"language": "english"}}}, "no ISO 639-1"),
        ({"meta": {"one.txt": {"published": "yesterday"}}}, "no ISO date"),
    ],
)
def test_wrong_settings(tmp_path, settings, message):
    (tmp_path / "one.txt").write_text(STORY)
    with pytest.raises(UsageError, match=message):
        read(tmp_path, **settings)


def test_settings_for_an_absent_file_are_named(tmp_path):
    (tmp_path / "one.txt").write_text(STORY)
    with pytest.raises(UsageError, match=r"--meta two\.txt: no such file"):
        read(tmp_path, meta={"two.txt": {"outlet": "A"}})


def test_documents_are_counted_where_each_is_a_file(tmp_path) -> None:
    for name in ("a.txt", "b.html", "c.png"):
        (tmp_path / name).write_text("The ferry was late.")
    assert count_documents([tmp_path]) == 2
    (tmp_path / "d.jsonl").write_text("")
    assert count_documents([tmp_path]) is None
    assert count_documents(["-"]) is None
