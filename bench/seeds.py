"""Small files of every kind that is read, made of invented news: for tests of readers, and to start fuzzing from."""

import base64
import bz2
import csv
import gzip
import hashlib
import io
import json
import lzma
import quopri
import tarfile
import textwrap
import zipfile
import zlib
from collections.abc import Mapping
from html import escape

TEXT = (
    "Two bridges in Harborview were closed on Monday, the road office said.\n"
    "Mayor Ana Belo denied that the closure had been planned for weeks.\n"
)
TITLE = "Two bridges closed in Harborview"
OUTLET = "Harbour Gazette"
ADDRESS = "https://gazette.example/2026/05/bridges.html"
DAY = "2026-05-04T08:30:00Z"


def make_page(title: str = TITLE, text: str = TEXT) -> bytes:
    """A web page with one article."""
    body = "".join(f"<p>{escape(line)}</p>" for line in text.splitlines())
    head = f'<meta charset="utf-8"><title>{escape(title)}</title>'
    page = f"<!DOCTYPE html><html><head>{head}</head><body><h1>{escape(title)}</h1>{body}</body></html>"
    return page.encode()


def make_response(body: bytes, kind: str = "text/html; charset=utf-8", status: str = "200 OK", more: str = "") -> bytes:
    """An HTTP response; `more` are further lines of its head."""
    return f"HTTP/1.1 {status}\r\nContent-Type: {kind}\r\n{more}\r\n".encode() + body


def make_record(block: bytes, address: str = ADDRESS, kind: str = "response", more: str = "") -> bytes:
    """A WARC record; `more` are further lines of its head."""
    content = "application/http; msgtype=response" if kind in ("response", "revisit") else "text/html"
    content = "" if "Content-Type" in more else f"Content-Type: {content}\r\n"
    head = (
        f"WARC/1.0\r\nWARC-Type: {kind}\r\nWARC-Target-URI: {address}\r\nWARC-Date: {DAY}\r\n"
        f"WARC-Record-ID: <urn:uuid:00000000-0000-0000-0000-000000000001>\r\n{more}{content}"
        f"Content-Length: {len(block)}\r\n\r\n"
    )
    return head.encode() + block + b"\r\n\r\n"


def make_warc() -> bytes:
    """A WARC file with a page, a revisit, a resource, an image and a page that moved."""
    digest = "WARC-Payload-Digest: sha1:AAAA\r\n"
    return b"".join(
        [
            make_record(b"software: seeds\r\n", kind="warcinfo"),
            make_record(make_response(make_page()), more=digest),
            make_record(make_response(b""), kind="revisit", more=digest),
            make_record(make_page("Bridges open again"), "https://gazette.example/open", "resource"),
            make_record(make_response(b"\x89PNG", "image/png"), "https://gazette.example/bridge.png"),
            make_record(make_response(b"", status="301 Moved"), "https://gazette.example/old"),
        ]
    )


def pack_records(warc: bytes) -> bytes:
    """The WARC file with every record packed by itself, as crawlers write it."""
    return b"".join(gzip.compress(b"WARC/1.0" + part, mtime=0) for part in warc.split(b"WARC/1.0")[1:])


def make_arc() -> bytes:
    """An ARC file with one page."""
    version = b"1 0 Seeds\nURL IP-address Archive-date Content-type Archive-length\n"
    head = b"filedesc://seeds.arc 0.0.0.0 20260504083000 text/plain %d\n" % len(version)
    block = make_response(make_page())
    return (
        head + version + b"\n" + f"{ADDRESS} 192.0.2.1 20260504083000 text/html {len(block)}\n".encode() + block + b"\n"
    )


def make_zip(files: Mapping[str, bytes]) -> bytes:
    """A Zip file of those files."""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(zipfile.ZipInfo(name), content, zipfile.ZIP_DEFLATED)
    return file.getvalue()


def make_tar(files: Mapping[str, bytes]) -> bytes:
    """A tar file of those files."""
    file = io.BytesIO()
    with tarfile.open(fileobj=file, mode="w") as archive:
        for name, content in files.items():
            member = tarfile.TarInfo(name)
            member.size = len(content)
            archive.addfile(member, io.BytesIO(content))
    return file.getvalue()


def make_wacz() -> bytes:
    """A WACZ file: a packed WARC with its list of pages."""
    pages = {"url": ADDRESS, "ts": DAY, "title": TITLE}
    return make_zip(
        {
            "datapackage.json": b'{"profile": "data-package"}',
            "archive/data.warc.gz": pack_records(make_warc()),
            "pages/pages.jsonl": b'{"format": "json-pages-1.0"}\n' + json.dumps(pages).encode(),
        }
    )


def make_rss() -> bytes:
    """An RSS feed with an entry of markup, one of plain text, and one that is only a link."""
    markup = escape("".join(f"<p>{line}</p>" for line in TEXT.splitlines()))
    return f"""<?xml version="1.0" encoding="utf-8"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>News of the Coast</title>
<link>https://coast.example/</link><language>en-GB</language>
<item><title>{TITLE} - {OUTLET}</title><link>{ADDRESS}</link><pubDate>Mon, 04 May 2026 15:30:00 +0700</pubDate>
<source url="https://gazette.example/feed">{OUTLET}</source><category>Roads</category>
<content:encoded>{markup}</content:encoded></item>
<item><title>Ferry runs late</title><link>https://coast.example/ferry</link>
<description>The ferry ran late on Sunday, the harbour master said.</description></item>
<item><title>Only a link</title><link>https://coast.example/link</link></item>
</channel></rss>""".encode()


def make_atom() -> bytes:
    """An Atom feed with one entry."""
    body = "".join(f"<p>{line}</p>" for line in TEXT.splitlines())
    return f"""<?xml version="1.0"?><feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en"><title>{OUTLET}</title>
<link href="https://gazette.example/"/><entry><title>{TITLE}</title><link href="{ADDRESS}"/><id>tag:1</id>
<author><name>Ines Roque</name></author><published>2026-05-04T15:30:00+07:00</published>
<updated>2026-05-05T09:00:00Z</updated><content type="html">{escape(body)}</content></entry></feed>""".encode()


def make_rdf() -> bytes:
    """An RDF feed (RSS 1.0) with one entry."""
    spaces = 'xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/"'
    return f"""<?xml version="1.0"?><rdf:RDF {spaces} xmlns:dc="http://purl.org/dc/elements/1.1/">
<channel><title>{OUTLET}</title><link>https://gazette.example/</link></channel>
<item rdf:about="{ADDRESS}"><title>{TITLE}</title><link>{ADDRESS}</link><dc:date>2026-05-04</dc:date>
<description>{escape(TEXT)}</description></item></rdf:RDF>""".encode()


def make_json_feed() -> bytes:
    """A JSON Feed with one entry."""
    item = {
        "id": "1",
        "url": ADDRESS,
        "title": TITLE,
        "content_html": f"<p>{TEXT}</p>",
        "date_published": "2026-05-04T15:30:00+07:00",
        "authors": [{"name": "Ines Roque"}],
    }
    feed = {"version": "https://jsonfeed.org/version/1.1", "title": OUTLET, "language": "en", "items": [item]}
    return json.dumps(feed).encode()


def make_ninjs() -> bytes:
    """A ninjs item."""
    item = {
        "uri": "https://agency.example/items/7",
        "type": "text",
        "headline": TITLE,
        "byline": "Ines Roque",
        "language": "en",
        "infosources": [{"name": OUTLET}],
        "versioncreated": "2026-05-04T08:30:00Z",
        "body_xhtml": f"<p>{TEXT}</p>",
    }
    return json.dumps(item).encode()


def make_opml() -> bytes:
    """A list of two feeds."""
    lines = "".join(f'<outline text="{name}" xmlUrl="https://{name}.example/feed"/>' for name in ("gazette", "coast"))
    return f'<opml version="2.0"><head/><body>{lines}</body></opml>'.encode()


def make_sitemap() -> bytes:
    """A news sitemap of one address."""
    space = 'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"'
    return f"<urlset {space}><url><loc>{ADDRESS}</loc></url></urlset>".encode()


ROWS = (
    {"id": "a1", "Headline": TITLE, "Body": TEXT, "Newspaper": OUTLET, "Date": "2026-05-04", "Lang": "en"},
    {"id": "a2", "Headline": "Ferry late", "Body": "", "Newspaper": "Coast Post", "Date": "2026-05-05", "Lang": "en"},
    {"id": "a3", "Headline": "Ferry late", "Body": "The ferry ran late; the mayor said: “Sorry.”",
     "Newspaper": "Coast Post", "Date": "2026-05-05", "Lang": "en"},
)  # fmt: skip


def make_csv(delimiter: str = ",") -> bytes:
    """A table of three rows, one of them without text."""
    file = io.StringIO(newline="")
    writer = csv.DictWriter(file, ROWS[0], delimiter=delimiter)
    writer.writeheader()
    writer.writerows(ROWS)
    return file.getvalue().encode()


def make_json_lines() -> bytes:
    """The same rows as JSON Lines."""
    return "".join(json.dumps(row) + "\n" for row in ROWS).encode()


def make_parquet() -> bytes:
    """The same rows as Parquet."""
    from pyarrow import Table
    from pyarrow.parquet import write_table

    file = io.BytesIO()
    write_table(Table.from_pylist(list(ROWS)), file)
    return file.getvalue()


def make_saved_page() -> bytes:
    """A web page as a browser saves it, with the note of where it is from."""
    return b"<!DOCTYPE html>\n<!-- saved from url=(0044)" + ADDRESS.encode() + b" -->\n" + make_page()[15:]


def make_single_file() -> bytes:
    """A web page as SingleFile saves it, with address and moment."""
    note = (
        f"<!--\n Page saved with SingleFile \n url: {ADDRESS} \n saved date: Mon May 04 2026 10:30:00 GMT+0200 (x)\n-->"
    )
    return make_page().replace(b"<html>", b"<html>" + note.encode())


def make_mhtml() -> bytes:
    """A web page with a frame in one file, as browsers save it."""
    page = quopri.encodestring(make_page()).replace(b"\n", b"\r\n")
    head = (
        f"From: <Saved by a browser>\r\nSnapshot-Content-Location: {ADDRESS}\r\n"
        "Date: Mon, 4 May 2026 10:30:00 +0200\r\nMIME-Version: 1.0\r\n"
        'Content-Type: multipart/related; type="text/html"; start="<1@page>"; boundary="cut"\r\n\r\n'
        "--cut\r\nContent-Type: text/html\r\nContent-Transfer-Encoding: base64\r\n"
        "Content-Location: https://adverts.example/frame\r\n\r\nPHA+QW4gYWR2ZXJ0PC9wPg==\r\n"
        f"--cut\r\nContent-Type: text/html; charset=utf-8\r\nContent-Location: {ADDRESS}\r\n"
        "Content-ID: <1@page>\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n"
    )
    return head.encode() + page + b"\r\n--cut--\r\n"


def make_plain_mail() -> bytes:
    """A mail of plain text in an old character set, forwarded."""
    head = (
        "From: Ines Roque <ines@gazette.example>\nSubject: =?iso-8859-1?Q?Fwd=3A_Br=FCcken_gesperrt?=\n"
        "Date: Mon, 4 May 2026 08:30:00 +0000\nContent-Type: text/plain; charset=iso-8859-1; format=flowed\n\n"
    )
    forwarded = (
        f"\n---------- Forwarded message ----------\nFrom: {OUTLET} <news@gazette.example>\nSubject: {TITLE}\n\n"
    )
    return (head + "Read this. \nPlease.\n" + forwarded + TEXT).encode("iso-8859-1")


def make_mail() -> bytes:
    """A newsletter of text and markup, with a text and a mail attached."""
    attached = (
        ("text/plain; charset=utf-8", "wire.txt", TEXT.encode()),
        ("message/rfc822", "inner.eml", make_plain_mail()),
    )
    mail = (
        f"From: {OUTLET} <news@gazette.example>\nTo: reader@example.org\nSubject: =?utf-8?B?VHdvIGJyaWRnZXM=?=\n"
        "Date: Mon, 4 May 2026 08:30:00 +0000\nList-Id: Morning <morning.gazette.example>\nMIME-Version: 1.0\n"
        f"Archived-At: <{ADDRESS}>\n"
        'Content-Type: multipart/mixed; boundary="out"\n\n--out\nContent-Type: multipart/alternative; boundary="in"\n\n'
        f"--in\nContent-Type: text/plain; charset=utf-8\n\n{TEXT}\n--in\nContent-Type: text/html; charset=utf-8\n\n"
    ).encode() + make_page() + b"\n--in--\n"  # fmt: skip
    for kind, name, content in attached:
        way = "7bit" if kind.startswith("message") else "base64"
        body = content if way == "7bit" else base64.encodebytes(content)
        head = f"--out\nContent-Type: {kind}\nContent-Disposition: attachment; filename={name}\n"
        mail += f"{head}Content-Transfer-Encoding: {way}\n\n".encode() + body + b"\n"
    return mail + b"--out--\n"


def make_mailbox() -> bytes:
    """Two mails, one after the other."""
    line = b"From news@gazette.example Mon May  4 08:30:00 2026\n"
    return b"\n".join([line + make_plain_mail(), line + make_mail()])


def make_pdf() -> bytes:
    """A PDF of two pages in two columns, with a headline, page numbers and a picture."""
    lines = textwrap.wrap(TEXT, 40)
    left = [(50, 700 - 14 * row, 11, line) for row, line in enumerate(lines)]
    right = [(320, 700 - 14 * row, 11, line) for row, line in enumerate(lines)]
    first = draw([(50, 780, 22, TITLE), *left, *right, (290, 30, 9, "1")])
    second = draw([(50, 740, 11, TEXT.splitlines()[0]), (290, 30, 9, "2")]) + b"q 90 0 0 90 40 60 cm /I Do Q\n"
    picture = (
        b"<< /Type /XObject /Subtype /Image /Width 1 /Height 1 /ColorSpace /DeviceGray /BitsPerComponent 8 /Length 1 >>"
    )
    page = (
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents %d 0 R "
        b"/Resources << /Font << /F 3 0 R >> /XObject << /I 4 0 R >> >> >>"
    )
    return assemble_pdf(
        [
            b"<< /Type /Catalog /Pages 2 0 R >>",
            b"<< /Type /Pages /Count 2 /Kids [6 0 R 7 0 R] >>",
            b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
            picture + b"\nstream\n\x00\nendstream",
            b"<< /Title (%s) /Producer (Skia/PDF) /CreationDate (D:20260504103000+02'00') >>" % TITLE.encode(),
            page % 8,
            page % 9,
            b"<< /Length %d >>\nstream\n%s\nendstream" % (len(first), first),
            b"<< /Length %d /Filter /FlateDecode >>\nstream\n%s\nendstream"
            % (len(zlib.compress(second)), zlib.compress(second)),
        ]
    )


def draw(texts: list[tuple[int, int, int, str]]) -> bytes:
    """The commands that write these texts on a page; each is x, y, size and words."""
    return b"".join(b"BT /F %d Tf %d %d Td (%s) Tj ET\n" % (size, x, y, t.encode()) for x, y, size, t in texts)


def assemble_pdf(objects: list[bytes]) -> bytes:
    """The file of these objects; the first is its root, the fifth its facts."""
    out, places = b"%PDF-1.4\n", []
    for number, content in enumerate(objects, 1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, content)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    head = b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    tail = b"trailer << /Size %d /Root 1 0 R /Info 5 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (len(objects) + 1, len(out))
    return out + head + table + tail


def make_case() -> bytes:
    """A sealed case of one document, with what a reader of cases looks at."""
    digest = hashlib.sha256(TEXT.encode()).hexdigest()
    document = {"uri": "bridges.txt", "sha256": digest, "content": f"raw/{digest}", "suffix": ".txt", "meta": {}}
    skipped = {"uri": "empty.txt", "reason": "empty file"}
    case = {"format": "stemma/case/1", "documents": [document], "skipped": [skipped]}
    return make_zip({"case.json": json.dumps(case).encode(), "manifest.jsonl": b"{}\n", f"raw/{digest}": TEXT.encode()})


def make_seeds() -> dict[str, bytes]:
    """A file of every kind, by a name that tells the kind."""
    pile = {
        "pile/bridges.txt": TEXT.encode(),
        "pile/meta.jsonl": b'{"file": "bridges.txt", "outlet": "Harbour Gazette"}',
    }
    return {
        "bridges.txt": TEXT.encode(),
        "bridges.html": make_page(),
        "crawl.warc": make_warc(),
        "crawl.warc.gz": pack_records(make_warc()),
        "crawl.arc": make_arc(),
        "crawl.arc.gz": gzip.compress(make_arc(), mtime=0),
        "crawl.wacz": make_wacz(),
        "pile.zip": make_zip(pile),
        "nested.zip": make_zip({"pile.tar": make_tar(pile)}),
        "pile.tar": make_tar(pile),
        "pile.tar.gz": gzip.compress(make_tar(pile), mtime=0),
        "pile.tar.bz2": bz2.compress(make_tar(pile)),
        "pile.tar.xz": lzma.compress(make_tar(pile)),
        "rss.xml": make_rss(),
        "news.atom": make_atom(),
        "news.rdf": make_rdf(),
        "feed.json": make_json_feed(),
        "ninjs.json": make_ninjs(),
        "feeds.opml": make_opml(),
        "sitemap.xml": make_sitemap(),
        "table.csv": make_csv(),
        "table.tsv": make_csv("\t"),
        "table.jsonl": make_json_lines(),
        "table.jsonl.gz": gzip.compress(make_json_lines(), mtime=0),
        "table.parquet": make_parquet(),
        "saved.htm": make_saved_page(),
        "single.htm": make_single_file(),
        "packed.html.gz": gzip.compress(make_page(), mtime=0),
        "page.mhtml": make_mhtml(),
        "print.pdf": make_pdf(),
        "mail.eml": make_mail(),
        "plain.eml": make_plain_mail(),
        "box.mbox": make_mailbox(),
        "case.stemma": make_case(),
    }
