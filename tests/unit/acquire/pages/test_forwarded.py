"""Mails forwarded inside the text."""

from stemma.acquire.pages.forwarded import cut_forwarded

NOTE = (
    "---------- Forwarded message ---------\nFrom: Harbour Herald <news@herald.example>\n"
    "Date: Wed, 12 Mar 2025 06:00:00 +0100\nSubject: Ferry late\nTo: Ana <ana@mail.example>\n\n"
)
FACTS = {"outlet": "Harbour Herald", "published": "2025-03-12T06:00:00+01:00", "title": "Ferry late"}


def test_the_note_gives_the_facts_and_goes():
    text, facts = cut_forwarded(f"Worth reading!\n\n{NOTE}The ferry left late.\n".encode())
    assert text.strip() == b"The ferry left late."
    assert facts == FACTS


def test_the_note_in_a_web_page_too():
    lines = NOTE.strip().replace("<", "&lt;").replace(">", "&gt;").split("\n")
    page = (
        f'<html><body><p>Look!</p><div class="quote">{"<br>".join(lines)}<br></div><p>The ferry left late.</p></body>'
    )
    text, facts = cut_forwarded(page.encode())
    assert facts == FACTS
    assert b"Look!" not in text
    assert text.startswith(b"<html><body>")
    assert b"<p>The ferry left late.</p>" in text


def test_the_notes_of_other_programs():
    german = (
        "Anfang der weitergeleiteten Nachricht:\n\n> Von: Hafenbote <a@bote.example>\n> Betreff: Fähre zu spät\n\nText."
    )
    assert cut_forwarded(german.encode())[1] == {"outlet": "Hafenbote", "title": "Fähre zu spät"}
    line = (
        "________________________________\nFrom: Herald <a@b.example>\nSent: Monday\nSubject: Late\n\nThe ferry left."
    )
    text, facts = cut_forwarded(line.encode())
    assert (text.strip(), facts) == (b"The ferry left.", {"outlet": "Herald", "title": "Late"})


def test_an_article_about_a_forwarded_message_stays_whole():
    text = b"He showed a line: ----- Original Message ----- and nothing else.\nThe ferry left late."
    assert cut_forwarded(text) == (text, {})
    assert cut_forwarded(b"\xff\xfe") == (b"\xff\xfe", {})
