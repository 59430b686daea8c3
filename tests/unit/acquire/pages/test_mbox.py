"""Mailboxes."""

from stemma.acquire.pages import mbox
from stemma.model import Skipped

MAIL = (
    b"From a@b Wed Mar 12 06:00:00 2025\nFrom: Harbour Herald <a@b.example>\nSubject: Ferry %d\n\n"
    b"The ferry left.\n>From there on.\n\n"
)


def test_every_mail_is_a_document(read):
    found = read("box.mbox", MAIL % 1 + MAIL % 2)
    assert [(item.uri, item.meta["title"]) for item in found] == [("box.mbox/1", "Ferry 1"), ("box.mbox/2", "Ferry 2")]
    assert found[0].content == b"The ferry left.\nFrom there on.\n\n"


def test_a_file_without_mails_is_one_skip(read):
    assert [item.reason for item in read("box.mbox", b"nothing\n")] == ['not a mailbox: no line begins with "From "']


def test_a_mail_too_big_is_named_and_the_next_one_read(read, monkeypatch):
    monkeypatch.setattr(mbox, "SIZE_LIMIT", 1000)
    big = MAIL % 1 + b"x" * 2000 + b"\n\n"
    first, second = read("box.mbox", big + MAIL % 2)
    assert isinstance(first, Skipped)
    assert second.uri == "box.mbox/2"
    monkeypatch.setattr(mbox, "MAIL_LIMIT", 1)
    assert "the rest was not read" in read("box.mbox", MAIL % 1 + MAIL % 2)[-1].reason
