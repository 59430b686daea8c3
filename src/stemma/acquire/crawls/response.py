"""HTTP responses as archives keep them: head and body apart, the body unpacked."""

import io
import zlib
from dataclasses import dataclass

HEAD_LIMIT = 64_000  # bytes of a response in which its head must end
HTML_MARKS = (b"<!doctype html", b"<html", b"<head", b"<body")


@dataclass(frozen=True, slots=True, kw_only=True)
class Head:
    """Status and headers of a response; 200 where it states none."""

    status: int
    headers: dict[str, str]
    size: int  # bytes of the head

    @property
    def kind(self) -> str:
        """The type of its content without parameters, such as text/html; "" where it states none."""
        return self.headers.get("content-type", "").partition(";")[0].strip().casefold()

    @property
    def charset(self) -> str | None:
        """The character set that the server named."""
        for part in self.headers.get("content-type", "").split(";")[1:]:
            name, _, value = part.partition("=")
            if name.strip().casefold() == "charset":
                return value.strip(" \"'") or None
        return None


def read_head(block: bytes) -> Head | None:
    """The head of a response; None where the bytes begin with none."""
    if not block.startswith(b"HTTP/"):
        return None
    start = block[:HEAD_LIMIT]
    ends = [(at, len(mark)) for mark in (b"\r\n\r\n", b"\n\n") if (at := start.find(mark)) >= 0]
    at, length = min(ends, default=(len(start), 0))
    status, *lines = start[:at].decode("latin-1").splitlines() or [""]
    words = status.split(maxsplit=2)
    code = words[1] if len(words) > 1 else ""
    fields = (line.partition(":") for line in lines)
    headers = {name.strip().casefold(): value.strip() for name, colon, value in fields if colon}
    is_code = len(code) == 3 and code.isascii() and code.isdigit()
    return Head(status=int(code) if is_code else 200, headers=headers, size=at + length)


def decode_body(body: bytes, headers: dict[str, str], limit: int) -> bytes:
    """The body without its transfer and content encodings; as it is where it does not have those it claims.

    At most `limit` + 1 bytes come back, so that a body that unpacks to more can be told.
    """
    decoded = body
    if "chunked" in headers.get("transfer-encoding", "").casefold():
        decoded = _join_chunks(decoded)
    for encoding in reversed(headers.get("content-encoding", "").split(",")):
        decoded = _unpack(decoded, encoding.strip().casefold(), limit)
    return decoded[: limit + 1]


def _join_chunks(body: bytes) -> bytes:
    """The chunks as one; the body itself where the first chunk is none, since archives often keep it joined."""
    chunks: list[bytes] = []
    at = 0
    while True:
        end = body.find(b"\n", at, at + 1000)
        digits = body[at:end].partition(b";")[0].strip()
        size = _read_hexadecimal(digits) if end >= 0 else None
        if size is None:
            return b"".join(chunks) + body[at:] if chunks else body
        if size == 0:
            return b"".join(chunks)
        chunks.append(body[end + 1 : end + 1 + size])
        at = end + 1 + size
        at += 2 if body[at : at + 2] == b"\r\n" else int(body[at : at + 1] == b"\n")
        if at >= len(body):
            return b"".join(chunks)


def _read_hexadecimal(digits: bytes) -> int | None:
    if not 0 < len(digits) <= 8 or digits.strip(b"0123456789abcdefABCDEF"):
        return None
    return int(digits, 16)


def _unpack(body: bytes, encoding: str, limit: int) -> bytes:
    try:
        if encoding in ("gzip", "x-gzip") and body.startswith(b"\x1f\x8b"):
            return _inflate(body, 31, limit)
        if encoding == "deflate":
            return _inflate(body, 15 if body[:1] == b"\x78" else -15, limit)
        if encoding in ("br", "zstd"):
            return _unpack_stream(body, encoding, limit)
    except (zlib.error, OSError, ValueError):
        pass  # it does not have the encoding that it claims
    return body


def _inflate(body: bytes, bits: int, limit: int) -> bytes:
    return zlib.decompressobj(wbits=bits).decompress(body, limit + 1)  # a cut one gives what there is of it


def _unpack_stream(body: bytes, encoding: str, limit: int) -> bytes:
    from fastwarc.stream_io import BrotliReader, ZstdReader

    reader = (BrotliReader if encoding == "br" else ZstdReader)(io.BytesIO(body))
    unpacked: bytes = reader.read(limit + 1)
    return unpacked or body


def looks_like_html(body: bytes) -> bool:
    """True for bytes that begin as a web page does."""
    start = body[:1000].lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    return start.startswith(HTML_MARKS) or (start.startswith(b"<!--") and any(mark in start for mark in HTML_MARKS))
