"""Mails that were forwarded inside the text: the note above the text tells who sent it first, and when."""

import re
from email.utils import parseaddr, parsedate_to_datetime
from html import unescape

HEAD = 20_000  # bytes in which the note stands
LONGEST_NOTE = 4_000  # characters
MARK = re.compile(
    r"(?<!-)-{4,40}\s{0,9}(?:Forwarded message|Original Message|Weitergeleitete Nachricht|Ursprüngliche Nachricht|"
    r"Message transféré|Message d'origine|Mensaje reenviado|Mensagem encaminhada|Messaggio inoltrato|Pesan terusan|"
    r"Пересылаемое сообщение|Пересланное сообщение)\s{0,9}-{4}|"
    r"(?:Begin forwarded message|Anfang der weitergeleiteten Nachricht|Début du message transféré|"
    r"Inicio del mensaje reenviado|Início da mensagem encaminhada|Inizio messaggio inoltrato|Awal pesan terusan|"
    r"Начало переадресованного сообщения)\s?:|^_{20,80}$",
    re.IGNORECASE | re.MULTILINE,
)
FIELD = re.compile(
    r"^[>\s]*(From|Von|De|Da|Dari|От|Date|Sent|Datum|Gesendet|Fecha|Data|Tanggal|Дата|Subject|Betreff|Objet|Asunto|"
    r"Assunto|Oggetto|Subjek|Тема|To|An|À|Para|A|Kepada|Кому|Cc|Kopie|Reply-To|Antwort an)\s?:\s*(.*)$",
    re.IGNORECASE,
)
KEYS = {
    "outlet": ("from", "von", "de", "da", "dari", "от"),
    "published": ("date", "sent", "datum", "gesendet", "fecha", "data", "tanggal", "дата"),
    "title": ("subject", "betreff", "objet", "asunto", "assunto", "oggetto", "subjek", "тема"),
}
TAG = re.compile(r"<(br|/div|/p|/tr|div|p)\b[^>]{0,500}>|<[^>]{0,500}>", re.IGNORECASE)


def cut_forwarded(content: bytes) -> tuple[bytes, dict[str, str]]:
    """A mail's text from below the note of forwarding on, with what the note says; unchanged where there is none.

    Args:
        content: plain text or a web page, as UTF-8.

    Returns:
        The text, and title, outlet and published as far as the note tells them.
    """
    try:
        text = content.decode("utf-8")
    except UnicodeDecodeError:
        return content, {}
    mark = MARK.search(text[:HEAD])
    if mark is None:
        return content, {}
    note = text[mark.end() : mark.end() + LONGEST_NOTE]
    fields, end = _read_note(note)
    if len(fields) < 2:
        return content, {}
    opening = _find_opening(text[: mark.start()])
    return (opening + note[end:] + text[mark.end() + len(note) :]).encode("utf-8"), fields


def _find_opening(head: str) -> str:
    """What must stay of the text above the note: the start of the page, with its own word for the encoding."""
    body = re.search(r"<body\b[^>]*>", head, re.IGNORECASE)
    return head[: body.end()] if body else ""


def _read_note(note: str) -> tuple[dict[str, str], int]:
    """The fields of the note, and where it ends."""
    found: dict[str, str] = {}
    end = 0
    for start, stop in _find_lines(note):
        line = " ".join(unescape(TAG.sub("", note[start:stop])).replace("*", "").split())
        field = FIELD.match(line)
        if field is None and line and found:
            break
        if field:
            found[field.group(1).casefold()] = field.group(2).strip()
            end = stop
    facts = {key: next((found[name] for name in names if found.get(name)), "") for key, names in KEYS.items()}
    facts["outlet"] = parseaddr(facts["outlet"])[0].strip("\"' ") or facts["outlet"].partition("<")[0].strip()
    facts["published"] = _read_date(facts["published"])
    return {key: value for key, value in facts.items() if value}, end


def _find_lines(note: str) -> list[tuple[int, int]]:
    """Where the lines of a note stand; in a web page tags end them."""
    ends = [match.end() for match in re.finditer(r"\n|<br\b[^>]{0,99}>|</(?:div|p|tr)>", note, re.IGNORECASE)]
    return list(zip([0, *ends], [*ends, len(note)], strict=True))


def _read_date(value: str) -> str:
    try:
        return parsedate_to_datetime(value).isoformat()
    except (ValueError, TypeError, IndexError, OverflowError):
        return ""
