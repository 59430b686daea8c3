"""Nothing inside the reader's own network is asked, however its address is dressed up."""

import ipaddress
from typing import Any

import httpx
import pytest
from hypothesis import given
from hypothesis import strategies as st

from stemma.errors import UsageError
from stemma.fetch import fetch
from stemma.fetch.safety import Guard, RefusedError, find_objection, read_allowed

INNER = [
    "127.0.0.1", "127.8.8.8", "0.0.0.0", "10.0.0.1", "172.16.0.1", "172.31.255.255", "192.168.1.1", "169.254.169.254",
    "100.64.0.1", "100.100.100.200", "168.63.129.16", "192.0.0.192", "192.0.2.1", "198.18.0.1", "224.0.0.1",
    "233.252.0.1", "239.255.255.250", "240.0.0.1", "255.255.255.255", "::", "::1", "::ffff:127.0.0.1",
    "::ffff:10.0.0.1",
    "::127.0.0.1", "64:ff9b::10.0.0.1", "2002:7f00:1::1", "2002:a00:1::", "2001:0:a00:1::1", "fe80::1", "fe80::1%eth0",
    "fc00::1", "fd00:ec2::254", "fec0::1", "ff02::1", "2001:db8::1", "100::1",
]  # fmt: skip
OUTER = ["8.8.8.8", "93.184.215.14", "2606:4700:4700::1111", "64:ff9b::8.8.8.8", "::ffff:8.8.8.8", "2a00:1450::1"]


@pytest.mark.parametrize("machine", INNER)
def test_inner_machines_are_refused(machine: str) -> None:
    assert find_objection(machine)
    with pytest.raises(RefusedError, match="leads to"):
        Guard(resolve=lambda _host, _port: [machine]).find_machines("lantern.example", 80)


@pytest.mark.parametrize("machine", OUTER)
def test_public_machines_are_asked(machine: str) -> None:
    assert Guard(resolve=lambda _host, _port: [machine]).find_machines("lantern.example", 443) == [machine]


@given(st.ip_addresses())
def test_what_is_let_through_is_public(address: Any) -> None:
    if find_objection(str(address)) is None:
        inner = address.ipv4_mapped or address.sixtofour if address.version == 6 else None
        if address in ipaddress.ip_network("64:ff9b::/96") if address.version == 6 else False:
            inner = ipaddress.IPv4Address(int(address) & 0xFFFFFFFF)
        seen = inner or address
        assert seen.is_global
        kinds = ("private", "loopback", "multicast", "link_local", "reserved")
        assert not any(getattr(seen, f"is_{kind}") for kind in kinds)


def test_one_inner_machine_among_public_ones_is_enough_to_refuse() -> None:
    with pytest.raises(RefusedError, match=r"10\.0\.0\.1, a private address"):
        Guard(resolve=lambda _host, _port: ["8.8.8.8", "10.0.0.1"]).find_machines("lantern.example", 80)


@pytest.mark.parametrize(
    ("address", "reason"),
    [
        ("file:///etc/passwd", "file: only http and https"),
        ("ftp://lantern.example/", "ftp: only http and https"),
        ("gopher://lantern.example/", "gopher: only http"),
        ("//lantern.example/", "no scheme"),
        ("javascript:alert(1)", "javascript: only"),
        ("http:///path", "without a host"),
        ("http://a%00b/", "not the name of a host"),
        ("http://a|b/", "not the name of a host"),
        ("http://user:secret@lantern.example/", "user name or password"),
        ("http://lantern.example@127.0.0.1/", "user name or password"),
        ("http://lantern.example:22/", "port 22: only 80 and 443"),
        ("https://lantern.example:6379/", "port 6379"),
        ("http://lantern.example/" + "x" * 5000, "more than 4096 characters"),
    ],
)
def test_what_an_address_says_by_itself(address: str, reason: str) -> None:
    with pytest.raises(RefusedError, match=reason):
        Guard().check(httpx.URL(address))


@pytest.mark.parametrize("address", ["http://127.1/", "http://2130706433/", "http://0x7f.1/", "http://[::1]/"])
def test_other_spellings_of_this_machine_lead_to_it_and_are_refused(web: Any, address: str, tmp_path: Any) -> None:
    [result] = fetch([address], tmp_path).results
    assert result.outcome == "failed"
    assert "this machine" in result.reason or "no such host" in result.reason
    assert web.connections == 0


def test_a_host_that_the_user_vouches_for_may_be_any_machine() -> None:
    guard = Guard(read_allowed(["Desk.Example:8000", "intranet.example"]), resolve=lambda _host, _port: ["10.0.0.1"])
    assert guard.find_machines("desk.example.", 8000) == ["10.0.0.1"]
    assert guard.find_machines("intranet.example", 80) == ["10.0.0.1"]
    guard.check(httpx.URL("http://desk.example:8000/"))
    assert read_allowed(["[::1]:8000", "Bücher.example:81"]) == {"::1:8000", "xn--bcher-kva.example:81"}
    for host, port in (("desk.example", 80), ("lantern.example", 8000)):
        with pytest.raises(RefusedError):
            guard.find_machines(host, port)
    with pytest.raises(RefusedError, match="port 8001"):
        guard.check(httpx.URL("http://desk.example:8001/"))


@pytest.mark.parametrize("name", ["", "http://desk.example", "a@b", "desk.example:http", ":80"])
def test_an_allowed_host_is_a_name_and_perhaps_a_port(name: str) -> None:
    with pytest.raises(UsageError, match="give a host or host:port"):
        read_allowed([name])


def test_a_name_without_machines_leads_nowhere() -> None:
    with pytest.raises(OSError, match="no such host"):
        Guard(resolve=lambda _host, _port: []).find_machines("lantern.example", 80)


def test_redirects_are_checked_like_the_first_address(web: Any, folder: Any) -> None:
    targets = {
        "/inner": "http://169.254.169.254/latest/meta-data/",
        "/loop": "http://localhost/",
        "/file": "file:///etc/passwd",
        "/port": "http://lantern.example:22/",
        "/user": "http://a:b@lantern.example/",
        "/odd": "http://[",
        "/rebound": f"http://elsewhere.example:{web.port}/",
    }
    for path, place in targets.items():
        web.put(path, "", "302 Found", location=place)
    polite = web.make_polite()
    reasons = [result.reason for result in fetch(map(web.url, targets), folder, polite=polite).results]
    assert "only 80 and 443" in reasons.pop()
    assert [reason.partition(" (--allow")[0] for reason in reasons[2:]] == [
        "file: only http and https are fetched",
        "port 22: only 80 and 443 are asked",
        "an address with a user name or password in it",
        "a redirect to 'http://[', which is no address",
    ]
    assert all("leads to 127.0.0.1, this machine" in reason for reason in reasons[:2])
    assert {asked.path for asked in web.asked} == {"/robots.txt", *targets}


def test_a_name_that_changes_its_mind_is_looked_up_once(web: Any, folder: Any) -> None:
    """DNS rebinding: public for the check, this machine for the connection. One look-up serves both."""
    answers = iter(["192.0.2.7", "127.0.0.1", "127.0.0.1", "127.0.0.1"])
    polite = web.make_polite()
    looked: list[str] = []

    def resolve(_host: str, _port: int) -> list[str]:
        looked.append(next(answers))
        return looked[-1:]

    object.__setattr__(polite.guard, "resolve", resolve)
    object.__setattr__(polite.guard, "allowed", frozenset())
    with pytest.raises(RefusedError):
        polite.guard.find_machines("lantern.example", 80)
    object.__setattr__(polite.guard, "allowed", frozenset({f"lantern.example:{web.port}"}))
    web.put("/page", "Ferry closed.")
    web.put("/more", "Ferry open.")
    fetch([web.url("/page"), web.url("/more")], folder, polite=polite)
    assert looked == ["192.0.2.7", "127.0.0.1"]
    assert web.connections == 1


def test_the_connection_goes_to_the_machine_that_was_checked(web: Any, folder: Any) -> None:
    polite = web.make_polite()
    asked: list[str] = []
    inner = polite.network.backend.inner

    class Spy:
        def connect_tcp(self, host: str, *arguments: Any, **options: Any) -> Any:
            asked.append(host)
            return inner.connect_tcp("127.0.0.1", *arguments, **options)

    polite.network.backend.inner = Spy()
    object.__setattr__(polite.guard, "resolve", lambda _host, _port: ["93.184.215.14"])
    web.put("/page", "Ferry closed.")
    fetch([web.url("/page")], folder, polite=polite)
    assert asked == ["93.184.215.14"]
    assert web.asked[-1].host == f"lantern.example:{web.port}"
