"""Web pages of a case as a web archive."""

import json

import pytest

from stemma.evidence.wacz import INDEX, PAGES, UNDATED, Page, make_key, make_utc, write_web_members


@pytest.mark.parametrize(
    ("moment", "written"),
    [
        ("2025-03-13T09:10:11+01:00", "2025-03-13T08:10:11Z"),
        ("2025-03-13T09:10:11", "2025-03-13T09:10:11Z"),
        ("2025-03-13", "2025-03-13T00:00:00Z"),
        ("2025-03", "2025-03-01T00:00:00Z"),
        ("2025", "2025-01-01T00:00:00Z"),
        ("0001-01-01T00:00:00+14:00", UNDATED),
        ("yesterday", UNDATED),
        (None, UNDATED),
    ],
)
def test_moments_as_archives_write_them(moment, written):
    assert make_utc(moment) == written


def test_addresses_are_sorted_by_host_from_its_end():
    assert make_key("https://www.Harbour.example/Late Ferry?A=1") == "example,harbour)/late%20ferry?a=1"
    assert make_key("http://harbour.example") == "example,harbour)/"


def test_every_page_is_found_at_its_place(tmp_path):
    pages = [
        Page(url=f"https://{name}.example/", moment="2025", title=f"«{name}»", content=name.encode() * 50)
        for name in ("mill", "ferry")
    ]
    members = write_web_members(pages, tmp_path / "data.warc.gz", "a test")
    index = [line.split(" ", 2) for line in members[INDEX].decode().splitlines()]
    assert [key for key, *_ in index] == ["example,ferry)/", "example,mill)/"]
    assert [json.loads(line).get("title") for line in members[PAGES].decode().splitlines()] == [
        "All Pages", "«mill»", "«ferry»",
    ]  # fmt: skip
