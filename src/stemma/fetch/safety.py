"""Which addresses may be asked, and which machines may answer: nothing inside the reader's own network.

An address comes from a feed or a redirect, so a stranger chooses it. What is checked is the machine that the name leads
to, and the connection then goes to exactly that machine (`network`), so that a name cannot change its mind in between.
"""

import ipaddress
import re
import socket
import threading
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING

from stemma.errors import UsageError

if TYPE_CHECKING:
    import httpx

Machine = ipaddress.IPv4Address | ipaddress.IPv6Address
Resolver = Callable[[str, int], Sequence[str]]

PORTS = {"http": 80, "https": 443}
HOST = re.compile(r"[A-Za-z0-9._-]{1,255}|[0-9A-Fa-f:.]{2,45}")  # a name, or an IPv6 address
LENGTH_LIMIT = 4096  # characters; longer ones are tracking data or an attack, and no server must take them
# What `ipaddress` calls global and is not: protocol assignments with cloud metadata in them, 6to4 relays, the Azure
# host, old site-local addresses. Listed, since the answer of `is_global` has changed between Python releases.
INNER = [
    ipaddress.ip_network(network)
    for network in ("0.0.0.0/8", "100.64.0.0/10", "168.63.129.16/32", "192.0.0.0/24", "192.88.99.0/24", "fec0::/10")
]
TRANSLATED = ipaddress.ip_network("64:ff9b::/96")  # RFC 6052: the last 32 bits are the IPv4 address


class RefusedError(Exception):
    """An address that is not asked; the message says why."""


@dataclass(frozen=True, slots=True)
class Guard:
    """Says what may be asked.

    Attributes:
        allowed: "host" or "host:port" that the user vouches for: such a host may be any machine.
        resolve: the addresses of a name; another one in tests.
        patience: seconds that the look-up of a name may take.
    """

    allowed: frozenset[str] = frozenset()
    resolve: Resolver | None = None
    patience: float = 20.0

    def check(self, url: "httpx.URL") -> None:
        """Check what an address says by itself, without any look-up.

        Raises:
            RefusedError: not http or https, a user or password in it, no host, or a port that is not let through.
        """
        if url.scheme not in PORTS:
            raise RefusedError(f"{url.scheme or 'no scheme'}: only http and https are fetched")
        if url.userinfo:
            raise RefusedError("an address with a user name or password in it")
        host = url.raw_host.decode("ascii")
        if not host or not url.host:
            raise RefusedError("an address without a host")
        if not HOST.fullmatch(host):
            raise RefusedError(f"{host[:100]}: not the name of a host")
        if len(str(url)) > LENGTH_LIMIT:
            raise RefusedError(f"an address of more than {LENGTH_LIMIT} characters")
        port = url.port or PORTS[url.scheme]
        if port not in PORTS.values() and f"{name_host(url.host)}:{port}" not in self.allowed:
            raise RefusedError(
                f"port {port}: only 80 and 443 are asked (--allow-host {url.host}:{port} lets it through)"
            )

    def find_machines(self, host: str, port: int) -> list[str]:
        """The machines behind a name, every one of them checked.

        Raises:
            RefusedError: one of them is inside a network that is nobody's business.
            OSError: the name leads nowhere.
        """
        name = name_host(host)
        machines = list(dict.fromkeys((self.resolve or self._look_up)(host, port)))
        if not machines:
            raise OSError(f"{host}: no such host")
        if self.allowed & {name, f"{name}:{port}"}:
            return machines
        for machine in machines:
            reason = find_objection(machine)
            if reason:
                leads = "is" if host == machine else f"leads to {machine},"
                raise RefusedError(f"{host} {leads} {reason} (--allow-host {host} lets it through)")
        return machines

    def _look_up(self, host: str, port: int) -> list[str]:
        """`getaddrinfo` takes no time limit, so it runs aside."""
        found: list[str] = []
        trouble: list[OSError] = []

        def look_up() -> None:
            try:
                found.extend(str(item[4][0]) for item in socket.getaddrinfo(host, port, type=socket.SOCK_STREAM))
            except (OSError, UnicodeError) as error:
                trouble.append(error if isinstance(error, OSError) else OSError(str(error)))

        thread = threading.Thread(target=look_up, daemon=True)
        thread.start()
        thread.join(self.patience)
        if trouble:
            raise trouble[0]
        if thread.is_alive():
            raise TimeoutError(f"{host}: the look-up of the name took too long")
        return found


def find_objection(machine: str) -> str | None:
    """Why a machine is not asked: what kind of address it has; None for a public one."""
    address = unwrap(ipaddress.ip_address(machine.partition("%")[0]))
    kinds = {
        "this machine": address.is_loopback or address.is_unspecified,
        "a link-local address, where clouds keep their keys": address.is_link_local,
        "a multicast address": address.is_multicast,
        "a private address": address.is_private or any(address in network for network in INNER),
        "a reserved address": address.is_reserved or not address.is_global,
    }
    return next((kind for kind, holds in kinds.items() if holds), None)


def unwrap(address: Machine) -> Machine:
    """The IPv4 address inside an IPv6 one (mapped, 6to4, Teredo, NAT64), or the address itself."""
    if isinstance(address, ipaddress.IPv4Address):
        return address
    if address in TRANSLATED:
        return ipaddress.IPv4Address(int(address) & 0xFFFFFFFF)
    return address.ipv4_mapped or address.sixtofour or address


def name_host(host: str) -> str:
    """A host's name as it is compared: as it goes over the line, in small letters, without a final dot."""
    if not host.isascii():
        with suppress(UnicodeError):
            host = host.encode("idna").decode("ascii")
    return host.casefold().rstrip(".")


def read_allowed(names: Sequence[str]) -> frozenset[str]:
    """The hosts of --allow-host.

    Raises:
        UsageError: one is neither "host" nor "host:port".
    """
    allowed = [name.replace("[", "").replace("]", "") for name in names]  # [::1]:8000
    for name in allowed:
        host, colon, port = name.rpartition(":") if name.count(":") == 1 else (name, "", "")
        if not host or "/" in name or "@" in name or (colon and not port.isdigit()):
            raise UsageError(f"--allow-host {name}: give a host or host:port, such as localhost:8000.")
    return frozenset(map(name_host, allowed))
