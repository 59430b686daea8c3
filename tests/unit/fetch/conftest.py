"""The web of the tests under TLS, with certificates of an authority that lives as long as one test run."""

import shutil
import socket
import ssl
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from stemma.fetch import network

TLS_HELLO = b"\x16"  # the first byte of whoever speaks TLS
KEY = ("-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes")


def run(folder: Path, *words: str) -> None:
    subprocess.run(["openssl", *words], cwd=folder, check=True, capture_output=True)


@pytest.fixture(scope="session")
def authority(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the authority, and certificates: good, of another name, expired, and signed by nobody else."""
    if not shutil.which("openssl"):
        pytest.skip("openssl is not installed, which makes the certificates")
    folder = tmp_path_factory.mktemp("authority")
    run(folder, "req", "-x509", *KEY, "-keyout", "ca.key", "-out", "ca.pem", "-days", "2", "-subj", "/CN=Tests")
    for name, host, days in (("good", "lantern.example", "2"), ("other", "kabar.example", "2")):
        sign(folder, name, host, days)
    sign(folder, "expired", "lantern.example", "-1")
    own = ("-keyout", "own.key", "-out", "own.pem", "-addext", "subjectAltName=DNS:lantern.example")
    run(folder, "req", "-x509", *KEY, *own, "-days", "2", "-subj", "/CN=lantern.example")
    return folder


def sign(folder: Path, name: str, host: str, days: str) -> None:
    (folder / "names").write_text(f"subjectAltName=DNS:{host}\n")
    run(folder, "req", *KEY, "-keyout", f"{name}.key", "-out", f"{name}.csr", "-subj", f"/CN={host}")
    signed = ("-CA", "ca.pem", "-CAkey", "ca.key", "-CAcreateserial", "-extfile", "names", "-days", days)
    run(folder, "x509", "-req", "-in", f"{name}.csr", "-out", f"{name}.pem", *signed)


@pytest.fixture
def serve_tls(web: Any, authority: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[[str], str]:
    """Let the server speak TLS too, with the certificate of that name; gives the beginning of its addresses."""

    def serve(name: str) -> str:
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(authority / f"{name}.pem", authority / f"{name}.key")
        trusting = ssl.create_default_context(cafile=str(authority / "ca.pem"))
        monkeypatch.setattr(network, "make_context", lambda: trusting)
        talk = web.talk

        def talk_either(connection: socket.socket) -> None:
            if connection.recv(1, socket.MSG_PEEK) != TLS_HELLO:
                talk(connection)
                return
            try:
                talk(context.wrap_socket(connection, server_side=True))
            except OSError:  # the other side found the certificate wanting
                connection.close()

        web.talk = talk_either
        return f"https://lantern.example:{web.port}"

    return serve
