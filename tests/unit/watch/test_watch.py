"""A watch from feed to change, with the pipeline that there is and texts in the place of web archives."""

import json
from collections.abc import Sequence
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from fastwarc.warc import ArchiveIterator

from stemma.errors import InputError, UsageError
from stemma.model import Dossier
from stemma.pipeline import investigate
from stemma.settings import FetchSettings, Settings
from stemma.watch import Watch, make_watch
from stemma.watch.case import Case

LANTERN = "ORVANE, 20 November 2026. Twelve people died when the ferry Halcyon sank off Orvane, Mayor Ilse Tarn said."
POST = "HALDEN, 21 November 2026. Twelve people died when the ferry Halcyon sank off Orvane, Mayor Ilse Tarn said."
COURIER = "TARN, 21 November 2026. The ferry Halcyon carried 84 people, the harbour office said."
ALSO = " Twelve people died when the ferry Halcyon sank off Orvane, coast guard chief Ana Revik said."


def trace(paths: Sequence[Path], settings: Settings) -> Dossier:
    """As a reader of web archives would: every response is an article."""
    [folder] = paths
    texts = folder.parent / "texts"
    texts.mkdir(exist_ok=True)
    for path in sorted(folder.glob("*.warc.gz")):
        with path.open("rb") as file:
            for number, record in enumerate(ArchiveIterator(file)):
                if record.headers["WARC-Type"] == "response":
                    (texts / f"{path.name}-{number}.txt").write_bytes(record.reader.read())
    return investigate([texts], settings)


def publish(web: Any, **pages: str) -> str:
    items = ""
    for name, text in pages.items():
        web.put(f"/{name}", text, content_type="text/plain")
        items += f"<item><link>{web.url(f'/{name}')}</link></item>"
    web.put("/feed", f"<rss version='2.0'><channel>{items}</channel></rss>")
    return str(web.url("/feed"))


@pytest.fixture
def watch(web: Any, tmp_path: Path, fake_clock: SimpleNamespace) -> Watch:
    polite = web.make_polite(fake_clock.clock, recheck=0.1)
    return Watch([web.url("/feed")], Case(tmp_path / "case"), Settings(embedder="none"), polite, trace=trace)


def test_a_case_grows_and_what_changed_is_told_once(web: Any, watch: Watch, fake_clock: SimpleNamespace) -> None:
    publish(web, lantern=LANTERN, post=POST)
    first = watch.poll()
    assert first.first
    assert first.rows == ()
    assert first.dossier is not None
    assert len(first.dossier.articles) == 2
    again = watch.poll()
    assert (again.dossier, again.rows, again.first) == (None, (), False)
    fake_clock.sleep(600)
    publish(web, lantern=LANTERN, post=POST, courier=COURIER + ALSO)
    last = watch.poll()
    assert [(row["kind"], row["text"]) for row in last.rows] == [
        ("independent", "2 independent origins now, 1 before. New: Ana Revik.")
    ]
    folder = watch.case.folder
    names = {path.name for path in folder.iterdir()} - {"texts"}
    assert names == {"articles", "dossier.json", "report.html", "changes.jsonl", "changes.atom", ".watch.json"}
    [row] = [json.loads(line) for line in (folder / "changes.jsonl").read_text(encoding="utf-8").splitlines()]
    assert row == last.rows[0]
    assert row["moment"] == "2026-11-22T09:10:00Z"
    assert b"MORE ORIGINS" in (folder / "changes.atom").read_bytes()


def test_a_dossier_that_was_not_written_is_made_at_the_next_poll(web: Any, watch: Watch) -> None:
    publish(web, lantern=LANTERN)
    made: list[Any] = []

    def fail_once(paths: Sequence[Path], settings: Settings) -> Dossier:
        made.append(paths)
        if len(made) == 1:
            raise InputError("no usable article: a cookie wall")
        return trace(paths, settings)

    watch.trace = fail_once
    first = watch.poll()
    assert first.troubles == ("no usable article: a cookie wall",)
    assert first.dossier is None
    second = watch.poll()
    assert second.first
    assert second.troubles == ()
    assert watch.poll().dossier is None


def test_a_dead_feed_does_not_end_the_watch(web: Any, watch: Watch) -> None:
    poll = watch.poll()
    assert [result.reason for result in poll.harvest.results] == ["not found (404)"]
    assert poll.dossier is None
    publish(web, lantern=LANTERN)
    assert watch.poll().first


def test_changes_made_by_another_version_are_marked(web: Any, watch: Watch) -> None:
    publish(web, lantern=LANTERN)
    watch.poll()
    path = watch.case.folder / "dossier.json"
    path.write_bytes(path.read_bytes().replace(b'"version": "', b'"version": "9.', 1))
    publish(web, lantern=LANTERN, post=POST)
    assert "the last dossier was made by version 9." in watch.poll().troubles[0]


def test_a_dossier_that_is_none_is_told(web: Any, watch: Watch) -> None:
    publish(web, lantern=LANTERN)
    watch.case.write_whole("dossier.json", b"{}")
    with pytest.raises(InputError, match="Move it away to begin anew"):
        watch.poll()


def test_changes_are_sent_and_kept_until_they_arrive(web: Any, watch: Watch, monkeypatch: pytest.MonkeyPatch) -> None:
    watch.webhook = web.url("/hook")
    row = {
        "id": "x", "moment": "2026-11-22T09:00:00Z", "kind": "denied", "title": "Ferry sank", "text": "Denied.",
        "articles": [{"article": "a", "uri": "a.html"}], "evidence": [], "collation": "k",
    }  # fmt: skip
    watch.case.write_whole("changes.jsonl", json.dumps(row).encode())
    watch.case.write_state({"unsent": ["x"]})
    web.put("/hook", "", "500 Oops")
    assert "it said 500. The changes are kept" in watch.poll().troubles[-1]
    web.put("/hook", "", "302 Found", location="/elsewhere")
    assert "it said 302" in watch.poll().troubles[-1]
    web.put("/hook", "", "204 No Content")
    assert watch.poll().troubles == ()
    assert watch.case.read_state()["unsent"] == []
    posted = [asked for asked in web.asked if asked.path == "/hook"]
    assert len(posted) == 3
    watch.poll()
    assert web.count("/hook") == 3
    assert web.count("/elsewhere") == 0
    assert posted[-1].headers["content-type"] == "application/json"


def test_a_webhook_inside_is_refused(tmp_path: Path) -> None:
    for place, reason in (
        ("file:///etc/passwd", "only http and https"),
        ("http://u:p@lantern.example/", "user name or password"),
        ("http://lantern.example:22/", "port 22"),
    ):
        with pytest.raises(UsageError, match=f"--webhook .*{reason}"):
            make_watch(["https://lantern.example/feed"], tmp_path, Settings(), FetchSettings(), place)


def test_a_webhook_that_leads_inside_is_not_asked(web: Any, watch: Watch) -> None:
    publish(web, lantern=LANTERN)
    watch.poll()
    watch.webhook = "http://127.0.0.1/hook"
    object.__setattr__(watch.polite.guard, "allowed", frozenset({f"lantern.example:{web.port}"}))
    watch.case.write_whole(
        "changes.jsonl", b'{"id": "x", "kind": "story", "title": "", "text": "", "articles": [], "evidence": []}'
    )
    watch.case.write_state({**watch.case.read_state(), "unsent": ["x"]})
    assert "127.0.0.1 is this machine" in watch.poll().troubles[0]
    assert web.count("/hook") == 0


def test_offline_is_refused(tmp_path: Path) -> None:
    watch = make_watch(["https://lantern.example/feed"], tmp_path, Settings(), FetchSettings(offline=True))
    with pytest.raises(UsageError, match="--offline"):
        watch.poll()
    watch.polite.network.close()
