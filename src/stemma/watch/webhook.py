"""Sends changes to an address that the user names, under the same checks as everything that is fetched."""

import json
from collections.abc import Sequence
from typing import Any

from stemma.errors import StemmaError, UsageError
from stemma.fetch.network import AnswerError, Line
from stemma.fetch.polite import Polite
from stemma.fetch.safety import RefusedError
from stemma.watch.show import LABELS, say_change

SIZE = 1_000_000  # bytes of the answer, which nobody reads
KEPT = "The changes are kept and sent with the next ones."
SHOWN = 20  # changes told in words


def check_webhook(polite: Polite, url: str) -> None:
    """Refuse an address before the first poll rather than after it.

    Raises:
        UsageError: it may not be asked.
    """
    try:
        polite.check(url)
    except RefusedError as refused:
        raise UsageError(f"--webhook {url}: {refused}.") from refused


def post_changes(polite: Polite, url: str, name: str, rows: Sequence[dict[str, Any]]) -> None:
    """Send changes as one JSON object: `text` in words, as chat programs show it, `case`, and `changes` in full.

    Raises:
        StemmaError: they did not arrive; no redirect is followed.
    """
    counts = [f"{sum(row['kind'] == kind for row in rows)} {label.lower()}" for kind, label in LABELS.items()]
    said = ", ".join(count for count in counts if not count.startswith("0 "))
    lines = [line for row in rows[:SHOWN] for line in say_change(row)]
    body = {"case": name, "text": "\n".join([f"{name}: {said}", *lines]), "changes": list(rows)}
    content = json.dumps(body, ensure_ascii=False).encode("utf-8", "replace")
    headers = {"User-Agent": polite.agent, "Content-Type": "application/json", "Accept-Encoding": "identity"}
    line = Line(SIZE, polite.clock.tick() + polite.settings.time, polite.clock.tick)
    try:
        target = str(polite.check(url))
        answer = polite.network.send("POST", target, headers, (line, polite.settings.silence), content)
    except (RefusedError, AnswerError) as error:
        raise StemmaError(f"--webhook {url}: {error}. {KEPT}") from error
    if not 200 <= answer.status < 300:
        raise StemmaError(f"--webhook {url}: it said {answer.status}. {KEPT}")
