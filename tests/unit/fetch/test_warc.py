"""Records by the standard: read back by another program, the same bytes for the same exchange."""

from datetime import UTC, datetime
from pathlib import Path

from fastwarc.warc import ArchiveIterator, WarcRecordType

from stemma.fetch.network import Answer
from stemma.fetch.warc import DATE, Earlier, WarcWriter, find_digest, read_date

MOMENT = datetime(2026, 11, 22, 9, 0, 7, tzinfo=UTC)
BODY = b"\x00\xff\r\n\r\nFerry closed."
ANSWER = Answer(
    url="https://lantern.example/1?a=%C3%A9", status=200, headers={}, body=BODY, machine="2001:db8::1", moment=MOMENT,
    sent=b"GET /1 HTTP/1.1\r\nHost: lantern.example\r\n\r\n",
    received=b"HTTP/1.1 200 OK\r\nContent-Length: 19\r\n\r\n" + BODY,
)  # fmt: skip


def write(folder: Path, *, earlier: Earlier | None = None) -> Path:
    folder.mkdir()
    writer = WarcWriter(folder, "r1", "stemma/0 (test)", 10_000)
    name = writer.write(ANSWER, "https://lantern.example/feed", earlier)
    assert writer.ends == {name: (folder / name).stat().st_size}
    return folder / name


def test_an_exchange_is_four_records_that_hold(tmp_path: Path) -> None:
    with write(tmp_path / "a").open("rb") as file:
        records = [(record.record_type, dict(record.headers), record.reader.read()) for record in ArchiveIterator(file)]
    kinds = ("warcinfo", "response", "request", "metadata")
    assert [kind for kind, _, _ in records] == [getattr(WarcRecordType, kind) for kind in kinds]
    response = records[1][1]
    assert records[1][2] == BODY
    assert response["WARC-Target-URI"] == ANSWER.url
    assert response["WARC-Date"] == "2026-11-22T09:00:07Z"
    assert response["WARC-IP-Address"] == "2001:db8::1"
    assert response["WARC-Payload-Digest"] == find_digest(BODY)
    assert response["WARC-Record-ID"].startswith("<urn:uuid:")
    assert records[3][2] == b"via: https://lantern.example/feed\r\n"
    assert len({fields["WARC-Record-ID"] for _, fields, _ in records}) == 4


def test_the_same_exchange_gives_the_same_bytes(tmp_path: Path) -> None:
    assert write(tmp_path / "a").read_bytes() == write(tmp_path / "b").read_bytes()


def test_a_revisit_names_what_it_saw_again_and_holds_no_body(tmp_path: Path) -> None:
    earlier = Earlier(url="https://lantern.example/1", date="2026-11-20T00:00:00Z", digest="sha256:X")
    with write(tmp_path / "a", earlier=earlier).open("rb") as file:
        revisit = [record.headers for record in ArchiveIterator(file) if record.record_type == WarcRecordType.revisit]
    assert len(revisit) == 1
    assert revisit[0]["WARC-Refers-To-Date"] == earlier.date
    assert revisit[0]["WARC-Payload-Digest"] == earlier.digest
    assert revisit[0]["WARC-Profile"].endswith("identical-payload-digest")
    assert BODY not in (tmp_path / "a" / "r1-00001.warc.gz").read_bytes()


def test_dates_are_read_as_they_are_written() -> None:
    assert read_date(MOMENT.strftime(DATE)) == MOMENT
