"""Nothing is lost, nothing is done twice, and what cannot be done is named, whatever becomes of the crew."""

import itertools
import random
from collections import Counter
from collections.abc import Callable
from concurrent.futures import Future

import msgspec
import pytest

from stemma.errors import StemmaError
from stemma.runs.crews import FaultError, GoneError, LostError
from stemma.runs.labour import AHEAD, RENEWALS, Failed, Labour, Task

Outcome = bytes | Exception


class Played:
    """A crew that does as it is told, piece by piece; what is left open is never answered."""

    size = 2
    silence: float | None = None

    def __init__(self, play: Callable[[list[bytes]], Outcome | None]) -> None:
        self.play, self.renewed, self.most = play, 0, 0
        self.open: list[Future[bytes]] = []

    def submit(self, work: Callable[[bytes], bytes], given: bytes) -> Future[bytes]:
        future: Future[bytes] = Future()
        outcome = self.play(msgspec.msgpack.decode(given, type=list[bytes]))
        if isinstance(outcome, Exception):
            future.set_exception(outcome)
        elif outcome is not None:
            future.set_result(outcome)
        self.open = [*(held for held in self.open if not held.done()), future]
        self.most = max(self.most, len(self.open))
        return future

    def renew(self) -> None:
        self.renewed += 1

    def close(self) -> None:
        pass


def do_all(crew: Played, lots: list[list[int]]) -> tuple[Counter[int], dict[int, str]]:
    done, failed = Counter[int](), dict[int, str]()
    tasks = (Task([(item, str(item).encode()) for item in lot]) for lot in lots)
    for outcome in Labour[int](crew, lambda given: given).do_all(tasks):
        if isinstance(outcome, Failed):
            failed[outcome.item] = outcome.reason
        else:
            done.update(item for item, _ in outcome[0].items)
    return done, failed


LOTS = [list(range(start, start + 4)) for start in range(0, 40, 4)]


def test_all_is_done_once() -> None:
    assert do_all(Played(b"".join), LOTS) == (Counter(range(40)), {})


def test_the_one_item_that_fails_is_named() -> None:
    crew = Played(lambda items: FaultError("bad") if b"17" in items else b"")
    assert do_all(crew, LOTS) == (Counter(set(range(40)) - {17}), {17: "bad"})


def test_the_one_item_that_ends_its_worker_is_named_after_it_was_alone() -> None:
    seen: list[list[bytes]] = []

    def play(items: list[bytes]) -> Outcome:
        seen.append(items)
        return LostError("ended") if b"17" in items else b""

    assert do_all(Played(play), LOTS) == (Counter(set(range(40)) - {17}), {17: "ended"})
    assert seen.count([b"17"]) == 2


def test_who_was_lost_beside_another_is_done_when_alone() -> None:
    """On a cluster of one worker, an innocent piece goes down with each that ends it."""
    going: list[bytes] = []

    class Shared(Played):
        def submit(self, work: Callable[[bytes], bytes], given: bytes) -> Future[bytes]:
            going.extend(msgspec.msgpack.decode(given, type=list[bytes]))
            return super().submit(work, given)

    crew = Shared(lambda items: LostError("ended") if b"3" in going[-AHEAD * 2 :] and b"3" in items else b"")
    assert do_all(crew, LOTS) == (Counter(set(range(40)) - {3}), {3: "ended"})


def test_what_a_crew_that_is_gone_was_doing_is_done_again() -> None:
    calls = itertools.count()
    crew = Played(lambda _: GoneError("restarted") if next(calls) % 3 == 1 else b"")
    assert do_all(crew, LOTS) == (Counter(range(40)), {})
    assert crew.renewed


def test_a_crew_that_does_not_answer_is_gone() -> None:
    calls = itertools.count()
    crew = Played(lambda _: None if next(calls) < 4 else b"")
    crew.silence = 0.05
    assert do_all(crew, LOTS) == (Counter(range(40)), {})
    assert crew.renewed == 1


def test_a_crew_that_is_gone_for_good_ends_the_run() -> None:
    crew = Played(lambda _: GoneError("gone"))
    with pytest.raises(StemmaError, match="run the same again"):
        do_all(crew, LOTS)
    assert crew.renewed == RENEWALS


def test_what_no_document_is_to_blame_for_ends_the_run() -> None:
    with pytest.raises(StemmaError, match="no such store"):
        do_all(Played(lambda _: StemmaError("no such store")), LOTS)


def test_no_more_is_handed_out_than_can_be_done_soon() -> None:
    crew = Played(lambda _: b"")
    held: list[int] = []

    def hand() -> "itertools.chain[Task[int]]":
        return itertools.chain(Task([(held.append(n) or n, b"")]) for n in range(100))  # type: ignore[func-returns-value]

    for count, _ in enumerate(Labour[int](crew, lambda given: given).do_all(hand()), start=1):
        assert len(held) - count < crew.size * AHEAD


@pytest.mark.parametrize("seed", range(30))
def test_nothing_is_lost_or_done_twice_in_any_weather(seed: int) -> None:
    rng = random.Random(seed)
    bad = set(rng.sample(range(40), rng.randrange(5)))
    poison = set(rng.sample(sorted(set(range(40)) - bad), rng.randrange(5)))
    storms = itertools.count()

    def play(items: list[bytes]) -> Outcome:
        here = {int(item) for item in items}
        if rng.random() < 0.2 and next(storms) < 20:
            return GoneError("gone") if rng.random() < 0.5 or len(items) == 1 else LostError("killed")
        if here & poison:
            return LostError("ended")
        return FaultError("bad") if here & bad else b""

    done, failed = do_all(Played(play), LOTS)
    assert failed == dict.fromkeys(bad, "bad") | dict.fromkeys(poison, "ended")
    assert done == Counter(set(range(40)) - bad - poison)
