"""From the records of a web archive, whatever its format, to documents: pages, and pages that were visited again."""

from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace

from stemma.acquire.archives.entries import add_meta, read_content, say_counts
from stemma.acquire.crawls.response import HEAD_LIMIT, Head, decode_body, read_head
from stemma.acquire.crawls.sorting import Record, find_other, find_suffix, name_kind
from stemma.acquire.meta import is_moment
from stemma.acquire.names import Names
from stemma.acquire.reading import Read, Reading

OpenRecords = Callable[[], Iterator[Record]]


@dataclass(slots=True, kw_only=True)
class _Heap:
    """What is remembered of the records that were read."""

    passed: Counter[str] = field(default_factory=Counter)
    cut: list[str] = field(default_factory=list)
    pages: dict[str, tuple[str, str]] = field(default_factory=dict)  # digest or address of a page -> address, digest
    others: set[str] = field(default_factory=set)  # digests and addresses of what is no page
    revisits: list[Record] = field(default_factory=list)


def read_records(open_records: OpenRecords, uri: str, reading: Reading, faults: list[str]) -> Read:
    """Yield the pages among the records; tell how many records of which kinds are none.

    Args:
        open_records: gives all records; called again where a revisit refers to the page of another address.
        uri: of the archive.
        reading: limits, and whom to tell.
        faults: those of the file, to which a page that was cut off is added.
    """
    names, heap = Names(uri), _Heap()
    for record in open_records():
        reading.budget.count_entry()
        if record.type == "revisit":
            _take_revisit(record, heap, reading)
        else:
            yield from _read_page(record, names, heap, reading)
    yield from _resolve_revisits(open_records, names, heap, reading)
    if heap.cut:
        faults.insert(0, f"cut off inside the record of {heap.cut[0]}: that page is not read")
    if heap.passed:
        reading.tell(uri, f"{say_counts(heap.passed)} not read")


def _read_page(record: Record, names: Names, heap: _Heap, reading: Reading) -> Read:
    """Yield the page of a record, or note what else it is."""
    start = record.read(HEAD_LIMIT)
    head = read_head(start) if record.type == "response" else None
    kind = head.kind if head else record.kind
    suffix = find_suffix(kind, start[head.size :] if head else start, reading.kinds)
    passed = find_other(record, head) or ("" if suffix else name_kind(kind))
    if passed:
        heap.passed[passed] += 1
        heap.others.update(_list_keys(record))
        return
    limit = reading.limits.document
    block = start + record.read(max(0, limit + 1 - len(start)))
    if len(block) < min(record.size, limit):
        heap.cut.append(record.address)
        return
    body = decode_body(block[head.size :], head.headers, limit) if head else block
    if not body.strip():
        heap.passed["empty page"] += 1
        return
    heap.pages.update(dict.fromkeys(_list_keys(record), (record.address, record.digest)))
    items = read_content(body, names.take_address(record.address), suffix, reading)
    yield from add_meta(items, _make_meta(record, head))


def _make_meta(record: Record, head: Head | None) -> dict[str, str]:
    """Address, day of the visit and the character set that the server named."""
    meta = {"url": record.address} if record.address.casefold().startswith("http") else {}
    if is_moment(record.date):
        meta["retrieved"] = record.date
    if head and head.charset:
        meta["charset"] = head.charset
    return meta


# ---------------------------------------------------------------- revisits


def _list_keys(record: Record) -> list[str]:
    """By what a page and the revisits that refer to it know each other."""
    return [key for key in (record.digest, record.target or record.address) if key]


def _take_revisit(record: Record, heap: _Heap, reading: Reading) -> None:
    """Keep a revisit for the end, unless its own head says that it is of no page."""
    start = record.read(HEAD_LIMIT)
    head = read_head(start)
    other = find_other(record, head)
    if not other and head and head.kind and not find_suffix(head.kind, b"", reading.kinds):
        other = name_kind(head.kind)
    if other:
        heap.passed[other] += 1
    else:
        heap.revisits.append(replace(record, read=_make_reader(b"")))
    if len(start) < min(record.size, HEAD_LIMIT):
        heap.cut.append(record.address)


def _resolve_revisits(open_records: OpenRecords, names: Names, heap: _Heap, reading: Reading) -> Read:
    """Yield the pages that a revisit found unchanged under another address; others may be in another file."""
    reading.visits.known.update(heap.pages, heap.others)
    wanted: dict[str, list[Record]] = {}
    for revisit in heap.revisits:
        key = next((key for key in _list_keys(revisit) if _is_same(revisit, heap.pages.get(key))), None)
        if key is not None and heap.pages[key][0] != revisit.address:
            wanted.setdefault(key, []).append(revisit)
            continue
        heap.passed["repeated visit"] += 1
        if key is None and heap.others.isdisjoint(_list_keys(revisit)):
            reading.visits.open.append((names.uri, revisit.address, _list_keys(revisit)[0]))
    if wanted:
        yield from _read_again(open_records, wanted, names, reading)


def _is_same(revisit: Record, page: tuple[str, str] | None) -> bool:
    """True for a page that the revisit may refer to: one of the same digest, where both have one."""
    return page is not None and (not revisit.digest or page[1] in ("", revisit.digest))


def _read_again(open_records: OpenRecords, wanted: dict[str, list[Record]], names: Names, reading: Reading) -> Read:
    """Yield the wanted pages once more, under the addresses and days of the revisits."""
    for record in open_records():
        keys = [key for key in _list_keys(record) if key in wanted]
        if record.type == "revisit" or not keys:
            continue
        block = record.read(reading.limits.document + 1)
        for revisit in (revisit for key in keys for revisit in wanted.pop(key)):
            copy = replace(record, address=revisit.address, date=revisit.date, read=_make_reader(block))
            yield from _read_page(copy, names, _Heap(), reading)


def _make_reader(block: bytes) -> Callable[[int], bytes]:
    from io import BytesIO

    return BytesIO(block).read
