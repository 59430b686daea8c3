"""`stemma fetch` as a user calls it, against the server that plays the web."""

import json
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from stemma import cli, fetch, watch
from stemma.cli import fetching
from stemma.settings import Settings
from stemma.watch.case import Case


def run(*arguments: object) -> int:
    with pytest.raises(SystemExit) as left:
        cli.main([str(argument) for argument in arguments])
    return int(left.value.code or 0)


@pytest.fixture
def local(web: Any) -> Callable[[str], str]:
    return lambda path: f"http://127.0.0.1:{web.port}{path}"


def test_pages_are_fetched_and_the_next_step_is_told(
    web: Any, local: Callable[[str], str], folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    web.put("/page", "Ferry closed.")
    options = ("--delay", "0", "--allow-host", f"127.0.0.1:{web.port}")
    assert run("fetch", local("/page"), "-o", folder, *options) == 0
    assert capsys.readouterr().out == f"1 page: 1 fetched\nNext: stemma trace {folder}\n"
    assert run("fetch", local("/page"), local("/none"), "-o", folder, *options) == 3
    assert capsys.readouterr().out.splitlines()[0] == "2 pages: 1 unchanged, 1 failed"
    assert run("fetch", local("/none"), "-o", folder, *options, "--json") == 1
    assert json.loads(capsys.readouterr().out)["addresses"][0]["reason"] == "not found (404)"


def test_without_leave_this_machine_is_not_asked(
    web: Any, local: Callable[[str], str], folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run("fetch", local("/page"), "http://127.0.0.1/page", "-o", folder) == 1
    shown = capsys.readouterr().out
    assert f"port {web.port}: only 80 and 443 are asked" in shown
    assert "failed http://127.0.0.1/page: 127.0.0.1 is this machine (--allow-host 127.0.0.1 lets it through)" in shown
    assert not web.connections


def test_wrong_usage_is_told(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for arguments, reason in (
        (("https://lantern.example/", "--offline"), "--offline: fetching goes to the network"),
        (("file:///etc/passwd",), "neither an http or https address nor a file"),
        (("https://lantern.example/", "--delay", "-1"), "delay -1.0: give a number of 0 or more"),
        (("https://lantern.example/", "--size", "nan"), "--size nan: give MB"),
        (("https://lantern.example/", "--size", "inf"), "--size inf: give MB"),
        (("https://lantern.example/", "--time", "nan"), "time nan: give a number above 0"),
        (("https://lantern.example/", "--contact", "a\nb"), "contact: give plain ASCII"),
        (("https://lantern.example/", "--allow-host", "http://x"), "--allow-host http://x: give a host"),
    ):
        assert run("fetch", *arguments, "-o", folder) == 2
        assert reason in capsys.readouterr().err


def test_a_watch_polls_once_and_tells(
    web: Any, local: Callable[[str], str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    options = ("-o", tmp_path / "case", "--once", "--allow-host", f"127.0.0.1:{web.port}", "--delay", "0")
    assert run("watch", local("/feed"), *options) == 1
    shown = capsys.readouterr()
    assert "UTC: 0 pages new, 0 changed, 0 unchanged; no change in the findings" in shown.out
    assert f"failed {local('/feed')}: not found (404)" in shown.err
    assert run("watch", local("/feed"), *options, "--json") == 1
    assert capsys.readouterr().out == ""


@pytest.mark.parametrize("every", ["", "m", "15", "1 h", "59s", "-5m", "1.5h", "1w"])
def test_a_watch_has_a_sane_rhythm(every: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("watch", "https://lantern.example/feed", "--every", every, "--once") == 2
    assert f"--every {every}:" in capsys.readouterr().err
    assert fetching.read_time("2H") == 7200


def test_a_watch_goes_on_until_it_is_stopped(
    web: Any, tmp_path: Path, fake_clock: SimpleNamespace, monkeypatch: pytest.MonkeyPatch
) -> None:
    def sleep(seconds: float) -> None:
        fake_clock.sleep(seconds)
        if fake_clock.slept.count(900) == 2:
            raise KeyboardInterrupt

    polite = web.make_polite(replace(fake_clock.clock, sleep=sleep))
    made = watch.Watch([web.url("/feed")], Case(tmp_path / "case"), Settings(), polite)
    monkeypatch.setattr(watch, "make_watch", lambda *_arguments: made)
    assert run("watch", web.url("/feed"), "-q") == 130
    assert web.count("/feed") == 2


def test_a_stop_says_how_to_go_on(
    monkeypatch: pytest.MonkeyPatch, folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    def stop(*_arguments: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(fetch, "fetch", stop)
    assert run("fetch", "https://lantern.example/", "-o", folder) == 130
    assert "The same command goes on from there." in capsys.readouterr().err
