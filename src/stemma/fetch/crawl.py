"""One run: takes every address in turn, the host that is ready first before the others, and notes what became of it."""

from collections import Counter, deque
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field, replace
from datetime import timedelta
from hashlib import sha256
from typing import Literal

from stemma.fetch.lists import find_entries, find_feed
from stemma.fetch.network import Answer, AnswerError
from stemma.fetch.polite import Polite, RobotsError, find_place, find_wait
from stemma.fetch.safety import RefusedError
from stemma.fetch.state import HIDDEN, Known, State
from stemma.fetch.warc import DATE, Earlier, WarcWriter, find_digest, read_date

Outcome = Literal["fetched", "changed", "unchanged", "kept", "robots", "failed"]
DEPTH = 3  # an outline names feeds, an index names sitemaps, those name pages
SILENT = 3  # addresses of one host that got no answer at all before the host is given up for this run
VALIDATOR_LENGTH = 1000  # characters of an ETag that are sent back
LATER = (429, 503)
BROKEN = (500, 502, 504)
REASONS = {
    401: "it asks for a log-in (401)",
    402: "it asks for money (402)",
    403: "the server forbids it (403)",
    404: "not found (404)",
    410: "gone (410)",
    451: "withheld for legal reasons (451)",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Result:
    """What became of one address.

    Attributes:
        address: as it was given or listed.
        outcome: `fetched` and `changed` are new on the disk; `kept` was there and not due to be asked for again.
        reason: why it was not fetched; empty where it was.
        is_list: a feed or another list, not a page.
        via: the list that named it.
        feed: the feed that a page given by the user says it has; it is not fetched.
    """

    address: str
    outcome: Outcome
    reason: str = ""
    is_list: bool = False
    via: str | None = None
    feed: str | None = None


@dataclass(frozen=True, slots=True)
class Task:
    """An address to ask for."""

    address: str
    depth: int
    via: str | None = None
    tries: int = 0


class LaterError(Exception):
    """Ask again after so many seconds."""

    def __init__(self, seconds: float, reason: str) -> None:
        super().__init__(reason)
        self.seconds = seconds


@dataclass(slots=True)
class Crawl:
    """A run over one folder.

    Attributes:
        polite: asks the servers.
        state: what the folder knows.
        pages: where the pages go, which `trace` reads.
        asides: where all else goes: lists, robots.txt, redirects, errors, and that a page has not changed.
        tell: called with each result.
        left: addresses that were not asked for, since there were more than one run may ask for.
    """

    polite: Polite
    state: State
    pages: WarcWriter
    asides: WarcWriter
    tell: Callable[[Result], None]
    waiting: dict[str, deque[Task]] = field(default_factory=dict)
    seen: set[str] = field(default_factory=set)
    left: set[str] = field(default_factory=set)
    silent: Counter[str] = field(default_factory=Counter)

    def run(self, addresses: Iterable[str]) -> Iterator[Result]:
        """Ask for the addresses and for all that their lists name."""
        for address in addresses:
            self._add(Task(address, DEPTH))
        while task := self._take_next():
            result = self._do(task)
            if result:
                self.tell(result)
                yield result

    def _add(self, task: Task) -> None:
        if task.address in self.seen:
            return
        if len(self.seen) >= self.polite.settings.most:
            self.left.add(task.address)
            return
        self.seen.add(task.address)
        self._place(task)

    def _place(self, task: Task, *, first: bool = False) -> None:
        queue = self.waiting.setdefault(self._find_host(task), deque())
        if first:
            queue.appendleft(task)
        else:
            queue.append(task)

    def _find_host(self, task: Task) -> str:
        try:
            return find_place(self.polite.check(task.address))
        except RefusedError:
            return ""

    def _take_next(self) -> Task | None:
        """The next task of the host that may be asked first; among equals, of the one that came first."""
        hosts = [host for host, queue in self.waiting.items() if queue]
        if not hosts:
            return None
        now = self.polite.clock.tick()
        return self.waiting[min(hosts, key=lambda host: max(now, self.polite.ready.get(host, now)))].popleft()

    def _do(self, task: Task) -> Result | None:
        """Deal with one address.

        Returns:
            What became of it; None where it will be asked again.
        """
        known = self.state.known.get(task.address)
        if known and self._is_kept(known):
            self._add_entries(task, known.entries)
            return Result(address=task.address, outcome="kept", is_list=known.entries is not None, via=task.via)
        host = self._find_host(task)
        try:
            if self.silent[host] >= SILENT:
                raise AnswerError(f"{host} was given up in this run; run again later")
            if self.polite.learn(self.polite.check(task.address)):  # another host may be asked during the pause
                self._place(task, first=True)
                return None
            result = self._ask(task, known)
            self.silent[host] = 0
        except (RefusedError, RobotsError) as refused:
            return self._fail(task, str(refused), "robots" if isinstance(refused, RobotsError) else "failed")
        except LaterError as later:
            return self._postpone(task, later.seconds, str(later))
        except AnswerError as trouble:
            pause = self.polite.settings.delay * 2**task.tries
            return self._postpone(task, pause, str(trouble)) if trouble.again else self._fail(task, str(trouble))
        finally:
            self._keep_asides()
        return result

    def _is_kept(self, known: Known) -> bool:
        """True for what this run has already dealt with, before it was stopped, and for what is not due again."""
        if known.run == self.state.run:
            return True
        share = self.polite.settings.recheck
        if not share or known.entries is not None or not known.checked or known.reason:
            return False
        rest: timedelta = read_date(known.checked) - read_date(known.changed)
        since = self.polite.clock.now() - read_date(known.checked)
        return since < share * rest

    def _postpone(self, task: Task, seconds: float, reason: str) -> Result | None:
        settings = self.polite.settings
        host = self._find_host(task)
        if seconds > settings.patience:
            self.silent[host] = SILENT
            return self._fail(task, f"{reason}; it wants us to wait {seconds:,.0f} s: run again later")
        if task.tries >= settings.retries:
            self.silent[host] += 1
            return self._fail(task, f"{reason}; asked {task.tries + 1} times" if task.tries else reason)
        self.polite.wait(host, seconds)
        self._place(replace(task, tries=task.tries + 1), first=True)
        return None

    def _fail(self, task: Task, reason: str, outcome: Outcome = "failed") -> Result:
        known = self.state.known.get(task.address) or Known(address=task.address)
        # Without the name of the run: what failed is tried again when a stopped run goes on.
        self.state.note(replace(known, run="", reason=reason), self._find_ends())
        return Result(address=task.address, outcome=outcome, reason=reason, via=task.via)

    def _ask(self, task: Task, known: Known | None) -> Result:
        answer = self.polite.follow(task.address, _make_validators(known))
        self._keep_asides()
        if answer.status == 304 and known and known.checked and answer.url == known.final:
            return self._confirm(task, known, answer)
        if answer.status not in (200, 203):
            self.polite.aside.append(answer)
            raise _judge(answer, self.polite.settings.delay * 2**task.tries)
        content = answer.decode(self.polite.settings.size)
        if not content.strip():
            self.polite.aside.append(answer)
            raise AnswerError("an empty answer")
        digest = sha256(content).hexdigest()
        if known and known.sha256 == digest:
            return self._confirm(task, known, answer)
        return self._keep(task, known, answer, content)

    def _keep(self, task: Task, known: Known | None, answer: Answer, content: bytes) -> Result:
        """Write what is new, and take up what it lists."""
        entries = find_entries(content, answer.url, self.polite.settings.size) if task.depth else None
        (self.pages if entries is None else self.asides).write(answer, task.via)
        moment = answer.moment.strftime(DATE)
        new = Known(
            address=task.address, final=answer.url, run=self.state.run, changed=moment, checked=moment,
            first=known.first or moment if known else moment, digest=find_digest(answer.payload),
            sha256=sha256(content).hexdigest(), etag=answer.headers.get("etag", ""),
            modified=answer.headers.get("last-modified", ""), entries=None if entries is None else tuple(entries),
        )  # fmt: skip
        self.state.note(new, self._find_ends())
        self._add_entries(task, new.entries)
        outcome: Outcome = "changed" if known and known.checked else "fetched"
        feed = find_feed(content, answer.url) if task.depth == DEPTH and entries is None else None
        return Result(address=task.address, outcome=outcome, is_list=entries is not None, via=task.via, feed=feed)

    def _confirm(self, task: Task, known: Known, answer: Answer) -> Result:
        """Note that a page is as it was."""
        self.asides.write(answer, task.via, Earlier(url=known.final, date=known.changed, digest=known.digest))
        checked = replace(
            known, run=self.state.run, checked=answer.moment.strftime(DATE), reason="", final=answer.url,
            etag=answer.headers.get("etag", known.etag), modified=answer.headers.get("last-modified", known.modified),
        )  # fmt: skip
        self.state.note(checked, self._find_ends())
        self._add_entries(task, known.entries)
        return Result(address=task.address, outcome="unchanged", is_list=known.entries is not None, via=task.via)

    def _add_entries(self, task: Task, entries: Iterable[str] | None) -> None:
        for entry in entries or ():
            self._add(Task(entry, task.depth - 1, task.address))

    def _keep_asides(self) -> None:
        for answer in self.polite.aside:
            self.asides.write(answer)
        self.polite.aside.clear()

    def _find_ends(self) -> dict[str, int]:
        return {**self.pages.ends, **{f"{HIDDEN}/{name}": end for name, end in self.asides.ends.items()}}


def _make_validators(known: Known | None) -> dict[str, dict[str, str]]:
    """The headers that ask for an address only if it has changed."""
    if known is None or not known.checked:
        return {}
    told = {"If-None-Match": known.etag, "If-Modified-Since": known.modified}
    return {known.final: {name: value for name, value in told.items() if is_sendable(value)}}


def _judge(answer: Answer, pause: float) -> Exception:
    """What a status other than success means."""
    if answer.status in LATER or answer.status in BROKEN:
        reason = "asked too often (429)" if answer.status == 429 else f"the server is out of order ({answer.status})"
        return LaterError(find_wait(answer, pause), reason)
    return AnswerError(REASONS.get(answer.status, f"the server says {answer.status}"))


def is_sendable(value: str) -> bool:
    """True for what may stand in the head of a request; a server may have called its version anything."""
    return 0 < len(value) <= VALIDATOR_LENGTH and value.isascii() and value.isprintable() and value == value.strip()
