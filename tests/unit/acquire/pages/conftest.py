"""Fixtures of invented mails, saved pages and PDF files."""

import base64
import quopri
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest

from stemma.acquire import acquire
from stemma.model import RawDocument, Skipped
from stemma.settings import Settings

PAGE = "<html><head><title>Ferry late</title></head><body><p>The ferry left late, Captain Holm said.</p></body></html>"

Letters = tuple[float, float, float, str]  # x, y, size, text
Read = Callable[..., list[RawDocument | Skipped]]


@pytest.fixture
def read(tmp_path: Path) -> Read:
    """Write bytes to a file of that name and acquire it."""

    def read_bytes(name: str, content: bytes, **settings: object) -> list[RawDocument | Skipped]:
        (tmp_path / name).write_bytes(content)
        return list(acquire([tmp_path / name], Settings(**settings)))

    return read_bytes


@pytest.fixture
def make_mhtml() -> Callable[..., bytes]:
    def make(page: str = PAGE, charset: str = "utf-8", address: str = "https://harbour.example/ferry") -> bytes:
        body = quopri.encodestring(page.encode(charset)).replace(b"\n", b"\r\n")
        advert = base64.b64encode(b"<p>An advertisement in a frame of its own</p>")
        head = (
            f"From: <Saved by a browser>\r\nSnapshot-Content-Location: {address}\r\n"
            "Date: Thu, 13 Mar 2025 09:10:11 +0100\r\nMIME-Version: 1.0\r\n"
            'Content-Type: multipart/related; type="text/html"; boundary="cut"\r\n\r\n'
            "--cut\r\nContent-Type: text/html\r\nContent-Transfer-Encoding: base64\r\n"
            "Content-Location: https://adverts.example/frame\r\n\r\n"
        ).encode()
        page_head = (
            f"\r\n--cut\r\nContent-Type: text/html; charset={charset}\r\nContent-Location: {address}\r\n"
            "Content-Transfer-Encoding: quoted-printable\r\n\r\n"
        ).encode()
        return head + advert + page_head + body + b"\r\n--cut--\r\n"

    return make


@pytest.fixture
def make_pdf() -> Callable[..., bytes]:
    return write_pdf


def write_pdf(pages: Sequence[Sequence[Letters]], picture: bool = False, rotate: int = 0, **facts: str) -> bytes:
    """The smallest PDF with these texts, in one font that every reader has; a picture on every page if asked."""
    font = b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>"
    image = (
        b"<< /Type /XObject /Subtype /Image /Width 1 /Height 1 /ColorSpace /DeviceGray /BitsPerComponent 8 "
        b"/Length 1 >>\nstream\n\x00\nendstream"
    )
    named = b" ".join(b"/%s (%s)" % (key.encode(), value.encode("latin-1")) for key, value in facts.items())
    objects = [b"<< /Type /Catalog /Pages 2 0 R >>", b"", font, image, b"<< " + named + b" >>"]
    kids = []
    for page in pages:
        drawn = b"".join(b"BT /F1 %g Tf %g %g Td (%s) Tj ET\n" % (size, x, y, _escape(t)) for x, y, size, t in page)
        drawn += b"q 500 0 0 700 40 60 cm /I1 Do Q\n" if picture else b""
        objects.append(b"<< /Length %d >>\nstream\n%s\nendstream" % (len(drawn), drawn))
        objects.append(
            b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Rotate %d /Contents %d 0 R "
            b"/Resources << /Font << /F1 3 0 R >> /XObject << /I1 4 0 R >> >> >>" % (rotate, len(objects))
        )
        kids.append(b"%d 0 R" % len(objects))
    objects[1] = b"<< /Type /Pages /Count %d /Kids [%s] >>" % (len(kids), b" ".join(kids))
    return _assemble(objects)


@pytest.fixture
def write_picture() -> Callable[[bytes, bytes], bytes]:
    def write(size: bytes, points: bytes) -> bytes:
        """A PDF of one page that is a picture: its size as PDF has it, its grey points packed."""
        kind = b"<< /Type /XObject /Subtype /Image /ColorSpace /DeviceGray /BitsPerComponent 8 /Filter /FlateDecode "
        drawn = b"q 595 0 0 842 0 0 cm /I Do Q"
        page = (
            b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 6 0 R "
            b"/Resources << /XObject << /I 4 0 R >> >> >>"
        )
        return _assemble(
            [
                b"<< /Type /Catalog /Pages 2 0 R >>",
                b"<< /Type /Pages /Count 1 /Kids [3 0 R] >>",
                page,
                kind + size + b" /Length %d >>\nstream\n%s\nendstream" % (len(points), points),
                b"<< >>",
                b"<< /Length %d >>\nstream\n%s\nendstream" % (len(drawn), drawn),
            ]
        )

    return write


def _escape(text: str) -> bytes:
    return text.encode("cp1252").replace(b"\\", b"\\\\").replace(b"(", b"\\(").replace(b")", b"\\)")


def _assemble(objects: Sequence[bytes]) -> bytes:
    out, places = b"%PDF-1.4\n", []
    for number, content in enumerate(objects, 1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, content)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    head = b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    tail = b"trailer << /Size %d /Root 1 0 R /Info 5 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (len(objects) + 1, len(out))
    return out + head + table + tail
