"""Newsletters, forwarded mails and what is attached to them."""

from email.message import EmailMessage

import pytest

from stemma.acquire.pages.mail import clean_subject, name_house
from stemma.model import RawDocument, Skipped
from stemma.settings import Limits

PAGE = "<html><body><h1>Ferry late</h1><p>The ferry left late, Captain Holm said.</p></body></html>"
TEXT = "Ferry late\n\nThe ferry left late, Captain Holm said.\n"


def make_mail(text=TEXT, **headers):
    mail = EmailMessage()
    given = {"From": "The Harbour Herald <news@herald.example>", "Subject": "Ferry late", **headers}
    for name, value in given.items():
        if value:
            mail[name.replace("_", "-")] = value
    mail["Date"] = "Wed, 12 Mar 2025 06:00:00 +0100"
    mail.set_content(text)
    return mail


def documents(found):
    return [item for item in found if isinstance(item, RawDocument)]


def test_the_web_page_of_a_newsletter_is_read_with_its_facts(read):
    mail = make_mail()
    mail.add_alternative(PAGE, subtype="html")
    [document] = read("brief.eml", mail.as_bytes())
    assert document.suffix == ".html"
    assert b"Captain Holm" in document.content
    facts = {"title": "Ferry late", "outlet": "The Harbour Herald", "published": "2025-03-12T06:00:00+01:00"}
    assert document.meta == facts


def test_plain_text_is_read_where_there_is_no_page(read):
    mail = make_mail("Капитан Холм сказал, что паром опоздал.\n", Subject="Паром опоздал", From="Вестник <a@b.example>")
    [document] = read("brief.eml", mail.as_bytes())
    assert document.suffix == ".txt"
    assert "Холм" in document.content.decode("utf-8-sig")
    assert (document.meta["title"], document.meta["outlet"]) == ("Паром опоздал", "Вестник")


def test_soft_line_ends_are_joined(read):
    mail = b"From: a@b.example\nContent-Type: text/plain; format=flowed\n\nThe ferry \nleft late.\nIt rained.\n"
    [document] = read("brief.eml", mail)
    assert document.content == b"The ferry left late.\nIt rained.\n"


@pytest.mark.parametrize(
    ("headers", "outlet"),
    [
        ({"From": "Ana Ruiz from The Harbour Herald <ana@mail.example>"}, "The Harbour Herald"),
        ({"From": "Morning Brief | Harbour Herald <a@mail.example>"}, "Harbour Herald"),
        ({"From": "newsletter <a@herald.example>", "Sender": "Harbour Herald <b@mail.example>"}, "Harbour Herald"),
        ({"From": "a@mail.example", "List-Id": "Harbour Herald News <news.herald.example>"}, "Harbour Herald News"),
        ({"From": "news@herald.example"}, "Herald"),
        ({"From": ""}, None),
    ],
)
def test_the_outlet_is_who_sends_it(read, headers, outlet):
    [document] = read("brief.eml", make_mail(**headers).as_bytes())
    assert document.meta.get("outlet") == outlet


def test_names_of_houses_and_subjects():
    assert name_house("Radio at Sea") == "Sea"
    assert name_house("Stimme von unten") == "Stimme von unten"
    assert clean_subject("Fwd: WG: [brief] Ferry late") == "Ferry late"
    assert clean_subject("Re:") is None


def test_an_attached_pdf_is_read_within_the_limits_of_the_run(read, make_pdf):
    mail = make_mail(text="See the file.")
    mail.add_attachment(make_pdf([[]] * 3), maintype="application", subtype="pdf", filename="long.pdf")
    items = read("brief.eml", mail.as_bytes(), limits=Limits(pdf_pages=2))
    assert items[1].reason == "a PDF of 3 pages, more than 2 (--limit pdf_pages=NUMBER)"


def test_attached_documents_are_read_and_other_files_named(read, make_pdf):
    mail = make_mail()
    pdf = make_pdf([[(50, 700, 11, "The mill closed on Monday, said the mayor of the town, Ardo Venn.")]])
    mail.add_attachment(pdf, maintype="application", subtype="pdf", filename="../../mill.pdf")
    mail.add_attachment(PAGE, subtype="html", filename="evil/..")
    mail.add_attachment(b"PK", maintype="application", subtype="msword", filename="x.doc")
    mail.add_attachment(b"\x89PNG", maintype="image", subtype="png", filename="x.png")
    found = read("brief.eml", mail.as_bytes())
    assert [item.uri for item in documents(found)] == ["brief.eml", "brief.eml/mill.pdf", "brief.eml/2.html"]
    [skipped] = [item for item in found if isinstance(item, Skipped)]
    assert skipped.reason == "attachments of kinds that are not read: 1 of application/msword"


def test_a_mail_inside_a_mail_keeps_its_own_facts(read):
    outer = make_mail("\n")
    outer.add_attachment(make_mail(From="Kabar Selat <a@kabar.example>"))
    [document] = read("brief.eml", outer.as_bytes())
    assert document.uri == "brief.eml/1.eml"
    assert document.meta["outlet"] == "Kabar Selat"


def test_mails_inside_mails_end_somewhere(read):
    mail = make_mail()
    for _ in range(8):
        outer = make_mail("\n")
        outer.add_attachment(mail)
        mail = outer
    [item] = read("brief.eml", mail.as_bytes())
    assert "too deep" in item.reason


def test_a_mail_of_too_many_attachments_is_read_up_to_a_limit(read):
    mail = make_mail()
    for number in range(60):
        mail.add_attachment(f"The ferry left {number} minutes late.", filename="x.txt")
    found = read("brief.eml", mail.as_bytes())
    assert len(documents(found)) == 51
    assert found[-1].reason == "more than 50 attachments: the rest was not read"
    assert len({item.uri for item in documents(found)}) == 51


def test_mails_that_cannot_be_read_say_why(read):
    encrypted = b"From: a@b.example\nContent-Type: multipart/encrypted; boundary=x\n\n--x\n\n--x--\n"
    assert [item.reason for item in read("a.eml", encrypted)] == ["an encrypted mail: save it decrypted"]
    assert [item.reason for item in read("a.eml", b"\nno header")] == ["not a mail: it has no header"]
    nested = b"Content-Type: multipart/mixed; boundary=x\n\n" * 200 + b"\n" * 100_000
    assert [item.reason for item in read("a.eml", nested)] == ["a mail with more parts than can be read"]


def test_a_header_cannot_smuggle_lines_or_escapes(read):
    subject = "=?utf-8?b?" + "RmVycnkKG1szMW1sYXRl" + "?="
    [document] = read("a.eml", f"From: A B <a@b.example>\nSubject: {subject}\n\nThe ferry left.\n".encode())
    assert document.meta["title"] == "Ferry [31mlate"


def test_an_attached_mail_with_a_broken_header_is_skipped_alone(read):  # found by fuzzing
    inner = b"From: Ana <a@b.example>\r\n\x00ject: =?iso\n\nThe ferry left late.\n"
    mail = (
        b'From: a@b.example\nContent-Type: multipart/mixed; boundary="x"\n\n--x\nContent-Type: text/plain\n\n'
        b"The ferry left late.\n--x\nContent-Type: message/rfc822\n\n" + inner + b"\n--x--\n"
    )
    assert [item.uri for item in documents(read("brief.eml", mail))][:1] == ["brief.eml"]
