"""Headers and bytes of the parts of mails."""

from email import message_from_bytes

from stemma.acquire.pages.parts import (
    find_parts,
    list_inner,
    parse_message,
    read_address,
    read_header,
    read_moment,
    read_name,
    read_text_content,
)


def test_headers_are_plain_words_on_one_line():
    message = message_from_bytes(
        b"Subject: =?utf-8?q?F=C3=A4hre?=\n =?utf-8?q?_sp=C3=A4t?=\nX: =?bogus?q?a=?=\nY: a\x07b\n\n"
    )
    assert read_header(message, "Subject") == "Fähre spät"
    assert read_header(message, "X")
    assert read_header(message, "Y") == "a b"
    assert read_header(message, "Z") == ""


def test_moments_and_addresses():
    message = message_from_bytes(
        b"Date: Wed, 12 Mar 2025 06:00:00 +0100\nFrom: \"'Herald'\" <a@b.example>\nX: no day\n\n"
    )
    assert read_moment(message, "Date") == "2025-03-12T06:00:00+01:00"
    assert read_moment(message, "X") is None
    assert read_address(message, "From") == ("Herald", "a@b.example")


def test_text_is_utf_8_where_only_the_header_knows_its_character_set():
    head = b"Content-Type: text/plain; charset=%s\n\n"
    assert (
        read_text_content(message_from_bytes(head % b"koi8-r" + "паром".encode("koi8-r"))).decode("utf-8-sig")
        == "паром"
    )
    assert read_text_content(message_from_bytes(head % b"koi8-r" + "паром".encode())) == "паром".encode()
    assert read_text_content(message_from_bytes(head % b"no-such-set" + b"\xff")) == b"\xff"
    assert (
        read_text_content(message_from_bytes(head % b"iso-2022-jp" + "船".encode("iso-2022-jp"))).decode("utf-8-sig")
        == "船"
    )


def test_parts_end_at_some_depth():
    nested = b"".join(b"Content-Type: multipart/mixed; boundary=b%d\n\n--b%d\n" % (n, n) for n in range(40)) + b"\nx"
    message = parse_message(nested)
    assert message is not None
    assert list(find_parts(message)) == []
    assert parse_message(b"Content-Type: multipart/mixed; boundary=x\n" * 100 + b"\n" * 60_000) is None
    assert parse_message(b"A: b\n" * 400_000) is None


def test_a_character_set_that_is_none_is_no_crash():
    message = message_from_bytes(
        'Subject: =?iso-\x00\u20ac-1?Q?Ferry?=\nContent-Type: text/plain; charset="u\x00tf-8"\n'
        "Content-Disposition: inline; filename*=u\x00tf-8''ferry.txt\n\nlate \u20ac".encode()
    )
    assert "Ferry" in read_header(message, "Subject")
    [part] = find_parts(message)
    assert read_text_content(part) == "late \u20ac".encode()
    assert (list_inner(part), read_name(part)) == ([], "")
