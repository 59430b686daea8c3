"""Writes what was served as WARC 1.1 (ISO 28500): every exchange as it went over the line, for any archive to read."""

import base64
import gzip
import hashlib
import io
import os
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from uuid import NAMESPACE_URL, uuid5

from stemma.fetch.network import HEAD_END, Answer

SUFFIX = ".warc.gz"
NOT_MODIFIED = "http://netpreserve.org/warc/1.1/revisit/server-not-modified"
SAME_PAYLOAD = "http://netpreserve.org/warc/1.1/revisit/identical-payload-digest"
DATE = "%Y-%m-%dT%H:%M:%SZ"
TYPES = {
    "warcinfo": "application/warc-fields",
    "metadata": "application/warc-fields",
    "request": "application/http;msgtype=request",
    "response": "application/http;msgtype=response",
    "revisit": "application/http;msgtype=response",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Earlier:
    """The record that a revisit speaks of."""

    url: str
    date: str
    digest: str


@dataclass(slots=True)
class WarcWriter:
    """The files of one run, each at most a little bigger than `limit`.

    Attributes:
        folder: where they are put.
        run: the name of the run; the files are called `RUN-00001.warc.gz` and so on.
        agent: the User-Agent, told in each file's first record.
        limit: bytes after which the next file is begun.
        ends: how far each file has come, by name.
    """

    folder: Path
    run: str
    agent: str
    limit: int
    ends: dict[str, int] = field(default_factory=dict)

    def write(self, answer: Answer, via: str | None = None, earlier: Earlier | None = None) -> str:
        """Write one exchange: request, response (or revisit of an earlier one), and by which list it was found.

        Returns:
            The name of the file.
        """
        digest = find_digest(answer.payload)
        common = {"WARC-Target-URI": answer.url, "WARC-Date": answer.moment.strftime(DATE)}
        served = {**common, "WARC-IP-Address": answer.machine, "WARC-Payload-Digest": digest}
        kind, block = ("revisit" if earlier else "response"), answer.received
        if earlier:
            served |= {
                "WARC-Profile": NOT_MODIFIED if answer.status == 304 else SAME_PAYLOAD,
                "WARC-Refers-To-Target-URI": earlier.url,
                "WARC-Refers-To-Date": earlier.date,
                "WARC-Payload-Digest": earlier.digest,
            }
            block = block[: block.find(HEAD_END) + len(HEAD_END)]
        id = make_id(kind, common, block)
        beside = {**common, "WARC-Concurrent-To": id}
        records = [(kind, served, block), ("request", beside, answer.sent)]
        if via:
            records.append(("metadata", beside, f"via: {via}\r\n".encode()))
        return self._append(b"".join(make_record(*record) for record in records), answer.moment)

    def _append(self, data: bytes, moment: datetime) -> str:
        """Add whole records, on the disk before anything else is noted of them."""
        name = self._find_file(moment)
        with (self.folder / name).open("r+b") as file:
            file.seek(self.ends[name])
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
            self.ends[name] = file.tell()
        return name

    def _find_file(self, moment: datetime) -> str:
        last = max(self.ends, default="")
        if last and self.ends[last] < self.limit:
            return last
        number = int(last.removesuffix(SUFFIX).rpartition("-")[2]) + 1 if last else 1
        name = f"{self.run}-{number:05}{SUFFIX}"
        facts = f"software: {self.agent}\r\nformat: WARC File Format 1.1\r\nrobots: classic\r\nisPartOf: {self.run}\r\n"
        head = {"WARC-Filename": name, "WARC-Date": moment.strftime(DATE)}
        (self.folder / name).write_bytes(make_record("warcinfo", head, facts.encode()))
        self.ends[name] = (self.folder / name).stat().st_size
        return name


def make_record(kind: str, fields: dict[str, str], block: bytes) -> bytes:
    """One record as a gzip member of its own, as the standard advises."""
    from fastwarc.warc import WarcRecord, WarcRecordType

    record = WarcRecord()
    record.init_headers(getattr(WarcRecordType, kind), make_id(kind, fields, block)[1:-1].removeprefix("urn:").encode())
    record.set_bytes_content(block)
    for name, value in fields.items():
        record.headers[name] = value
    record.headers["Content-Type"] = TYPES[kind]
    record.headers["WARC-Block-Digest"] = find_digest(block)
    written = io.BytesIO()
    record.write(written)
    return gzip.compress(written.getvalue(), mtime=0)


def make_id(kind: str, fields: dict[str, str], block: bytes) -> str:
    """The name of a record: the same one for the same record."""
    facts = [kind, fields.get("WARC-Target-URI", ""), fields["WARC-Date"], find_digest(block)]
    return f"<urn:uuid:{uuid5(NAMESPACE_URL, ' '.join(facts))}>"


def find_digest(data: bytes) -> str:
    """SHA-256 as WARC writes it."""
    return f"sha256:{base64.b32encode(hashlib.sha256(data).digest()).decode()}"


def read_date(date: str) -> datetime:
    """The moment of a WARC date."""
    return datetime.strptime(date, DATE).replace(tzinfo=UTC)
