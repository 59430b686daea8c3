"""How a server is asked: under our own name, within its robots.txt, one request at a time, and not too often."""

from dataclasses import dataclass, field
from datetime import datetime, timedelta
from email.utils import parsedate_to_datetime
from typing import TYPE_CHECKING
from urllib.parse import urljoin

from stemma.fetch.network import Answer, AnswerError, Clock, Line, Network
from stemma.fetch.safety import Guard, RefusedError, read_allowed
from stemma.settings import FetchSettings

if TYPE_CHECKING:
    import httpx
    from protego import Protego

TOKEN = "stemma"  # what a robots.txt calls us
REDIRECTS = 10
ROBOTS_REDIRECTS = 5  # RFC 9309, 2.3.1.2
ROBOTS_SIZE = 500 * 1024  # bytes that are read, RFC 9309, 2.5
ROBOTS_AGE = timedelta(hours=24)  # RFC 9309, 2.4
FORBIDDING = "User-agent: *\nDisallow: /"
MOVED = (301, 302, 303, 307, 308)
ACCEPT = "text/html,application/xhtml+xml,application/xml,application/rss+xml,application/atom+xml,*/*;q=0.5"


class RobotsError(Exception):
    """The host's robots.txt does not want this address fetched."""


@dataclass(frozen=True, slots=True)
class Rules:
    """What the robots.txt of one origin says, and when it was read."""

    rules: "Protego"
    moment: datetime
    reason: str  # what a refusal says


@dataclass(slots=True)
class Polite:
    """Asks servers; lives as long as a run, or a watch.

    Attributes:
        network: the way out.
        guard: what may be asked at all.
        settings: delays and limits.
        ready: when each host may be asked again, by the clock's tick.
        gaps: seconds between two requests that the robots.txt of a host asks for.
        robots: rules by origin.
        aside: answers of which no page came (robots.txt, redirects), for whoever keeps them.
    """

    network: Network
    guard: Guard
    settings: FetchSettings
    agent: str
    ready: dict[str, float] = field(default_factory=dict)
    gaps: dict[str, float] = field(default_factory=dict)
    robots: dict[str, Rules] = field(default_factory=dict)
    aside: list[Answer] = field(default_factory=list)

    @property
    def clock(self) -> Clock:
        """The time."""
        return self.network.clock

    def follow(self, url: str, validators: dict[str, dict[str, str]] | None = None) -> Answer:
        """Ask for an address and follow its redirects, each checked like the first.

        Args:
            url: the address.
            validators: headers of a conditional request, by the address that they are for.

        Returns:
            The last answer; those before it are `aside`.

        Raises:
            RefusedError: an address on the way is not asked.
            RobotsError: the robots.txt of a host on the way forbids it.
            AnswerError: no answer, or a redirect that leads nowhere.
        """
        for _ in range(REDIRECTS + 1):
            target = self.check(url)
            self._heed_robots(target)
            answer = self.ask(target, (validators or {}).get(url, {}))
            if answer.status not in MOVED:
                return answer
            self.aside.append(answer)
            url = find_target(answer)
        raise AnswerError(f"more than {REDIRECTS} redirects")

    def check(self, url: str) -> "httpx.URL":
        """The address in parts, if it may be asked.

        Raises:
            RefusedError: it may not.
        """
        import httpx

        try:
            target = httpx.URL(url).copy_with(fragment=None)
            self.guard.check(target)
        except (httpx.InvalidURL, ValueError) as error:  # names that are no names show themselves late
            raise RefusedError(f"not an address ({error})") from error
        return target

    def ask(self, target: "httpx.URL", headers: dict[str, str] | None = None) -> Answer:
        """Ask once, after the pause that the host has a right to."""
        host = find_place(target)
        self.clock.sleep(max(0.0, self.ready.get(host, 0.0) - self.clock.tick()))
        line = Line(self.settings.size, self.clock.tick() + self.settings.time, self.clock.tick)
        sent = {"User-Agent": self.agent, "Accept": ACCEPT, "Accept-Encoding": "gzip", **(headers or {})}
        try:
            return self.network.get(str(target), sent, line, self.settings.silence)
        finally:
            self.wait(host, max(self.settings.delay, self.gaps.get(host, 0.0)))

    def wait(self, host: str, seconds: float) -> None:
        """Ask a host again only after so long."""
        self.ready[host] = max(self.ready.get(host, 0.0), self.clock.tick() + seconds)

    def learn(self, target: "httpx.URL") -> bool:
        """Read the robots.txt of a host, unless it is known.

        Returns:
            True when the host was asked, and so has a right to a pause.

        Raises:
            RefusedError, AnswerError: as for any address.
        """
        origin = find_origin(target)
        known = self.robots.get(origin)
        if known and self.clock.now() - known.moment <= ROBOTS_AGE:
            return False
        self.robots[origin] = self._read_robots(origin)
        return True

    def _heed_robots(self, target: "httpx.URL") -> None:
        """Go on only where the robots.txt of the host does not mind.

        Raises:
            RobotsError: it does.
            AnswerError: the host wants longer pauses than we are willing to make.
        """
        self.learn(target)
        known = self.robots[find_origin(target)]
        if not known.rules.can_fetch(str(target), TOKEN):
            raise RobotsError(known.reason)
        gap = known.rules.crawl_delay(TOKEN)
        if not gap:
            return
        host = find_place(target)
        if gap > self.settings.patience and host in self.gaps and self.ready.get(host, 0.0) > self.clock.tick():
            raise AnswerError(f"its robots.txt wants {gap:g} s between requests: run again later for the next one")
        if host not in self.gaps:
            self.gaps[host] = float(gap)
            self.wait(host, min(float(gap), self.settings.patience))

    def _read_robots(self, origin: str) -> Rules:
        """The rules of an origin: none where it has no robots.txt, all where it cannot say (RFC 9309, 2.3.1)."""
        from protego import Protego

        url, text, reason = f"{origin}/robots.txt", "", "its robots.txt forbids it"
        for _ in range(ROBOTS_REDIRECTS + 1):
            try:
                answer = self.ask(self.check(url))
                self.aside.append(answer)
                if answer.status in MOVED:
                    url = find_target(answer)
                    continue
                if answer.status == 200:
                    body = answer.decode(self.settings.size)
                    text = body[:ROBOTS_SIZE].decode("utf-8-sig", "replace")
                elif answer.status >= 500 or answer.status == 429:
                    text, reason = FORBIDDING, f"its robots.txt cannot be read now ({answer.status}): run again later"
            except AnswerError as trouble:
                where = "" if str(trouble).startswith("no ") else "robots.txt: "  # no host, no connection: no answer
                raise AnswerError(f"{where}{trouble}", again=trouble.again) from trouble
            except RefusedError as refused:
                where = "" if url == f"{origin}/robots.txt" else "its robots.txt has moved: "
                raise RefusedError(f"{where}{refused}") from refused
            break
        return Rules(Protego.parse(text), self.clock.now(), reason)


def find_place(target: "httpx.URL") -> str:
    """The host with its port, where that is not the usual one."""
    return target.netloc.decode("ascii")


def find_origin(target: "httpx.URL") -> str:
    """The part of an address that one robots.txt speaks for."""
    return f"{target.scheme}://{find_place(target)}"


def find_target(answer: Answer) -> str:
    """Where a redirect leads.

    Raises:
        AnswerError: it does not say.
    """
    place = answer.headers.get("location", "").strip()
    if not place:
        raise AnswerError(f"a redirect ({answer.status}) that does not say where to")
    try:
        return urljoin(answer.url, place).partition("#")[0]
    except ValueError as error:
        raise RefusedError(f"a redirect to {place[:100]!r}, which is no address") from error


def find_wait(answer: Answer, default: float) -> float:
    """Seconds after which a server wants to be asked again (Retry-After), or the default."""
    wanted = answer.headers.get("retry-after", "").strip()
    if wanted.isascii() and wanted.isdigit():
        return float(wanted[:9])
    try:
        return max(0.0, (parsedate_to_datetime(wanted) - answer.moment).total_seconds())
    except (ValueError, TypeError, IndexError, OverflowError):
        return default


def make_polite(settings: FetchSettings, clock: Clock | None = None, guard: Guard | None = None) -> Polite:
    """A polite asker with these settings."""
    from stemma import __version__

    guard = guard or Guard(read_allowed(settings.allow_hosts), patience=settings.silence)
    contact = f"; {settings.contact}" if settings.contact else ""
    agent = f"{TOKEN}/{__version__} (traces news to its origins{contact})"
    return Polite(Network(guard, clock or Clock()), guard, settings, agent)
