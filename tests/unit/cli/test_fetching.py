"""`stemma fetch` as a user calls it, against the server that plays the web."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from stemma import cli, fetch


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
    assert "127.0.0.1 leads to 127.0.0.1, this machine" in shown
    assert not web.connections


def test_wrong_usage_is_told(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for arguments, reason in (
        (("https://lantern.example/", "--offline"), "--offline: fetching goes to the network"),
        (("file:///etc/passwd",), "neither an http or https address nor a file"),
        (("https://lantern.example/", "--delay", "-1"), "delay -1.0: give a number of 0 or more"),
        (("https://lantern.example/", "--contact", "a\nb"), "contact: give plain ASCII"),
        (("https://lantern.example/", "--allow-host", "http://x"), "--allow-host http://x: give a host"),
    ):
        assert run("fetch", *arguments, "-o", folder) == 2
        assert reason in capsys.readouterr().err


def test_a_stop_says_how_to_go_on(
    monkeypatch: pytest.MonkeyPatch, folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    def stop(*_arguments: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(fetch, "fetch", stop)
    assert run("fetch", "https://lantern.example/", "-o", folder) == 130
    assert "The same command goes on from there." in capsys.readouterr().err
