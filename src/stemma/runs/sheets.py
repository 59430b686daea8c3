"""The dossier of one thread, written by a worker: bytes in, bytes out."""

import msgspec

from stemma.model import Article, Dossier, Findings, Story, Thread
from stemma.pipeline import make_dossier
from stemma.settings import Settings
from stemma.store.packing import pack, unpack
from stemma.write import write


class Line(msgspec.Struct, frozen=True, kw_only=True):
    """One thread in the index: what it is about, how large it is, and how well its claims are supported."""

    id: str
    title: str
    dossier: str
    stories: int
    articles: int
    outlets: int
    languages: list[str]
    first: str | None
    last: str | None
    claims: int
    shared: int
    corroborated: int
    disputed: int


class Sheet(msgspec.Struct, frozen=True, kw_only=True):
    """What the dossier of one thread is made of; `findings` are packed."""

    matter: str
    articles: list[Article]
    stories: list[Story]
    threads: list[Thread]
    findings: bytes
    settings: Settings
    redact: tuple[str, ...]


class Written(msgspec.Struct, frozen=True):
    """A thread's line in the index, its dossier as JSON, and what could not be taken out of it."""

    line: Line
    dossier: bytes
    notes: list[str]


def write_dossiers(given: bytes) -> bytes:
    """The dossiers of packed sheets, in their order: `list[Sheet]` to `list[Written]`."""
    return pack([write_sheet(unpack(packed, Sheet)) for packed in msgspec.msgpack.decode(given, type=list[bytes])])


def write_sheet(sheet: Sheet) -> Written:
    """The dossier of one thread."""
    findings = unpack(sheet.findings, Findings) if sheet.findings else Findings()
    dossier = make_dossier(sheet.articles, [], (sheet.stories, sheet.threads), findings, sheet.settings)
    notes: list[str] = []
    if sheet.redact:
        from stemma.write.redaction import count_left, redact

        notes, dossier = list(count_left(dossier, sheet.redact)), redact(dossier, sheet.redact)
    written = write(dossier, "json")
    return Written(make_line(sheet.matter, dossier), written if isinstance(written, bytes) else written.encode(), notes)


def make_line(matter: str, dossier: Dossier) -> Line:
    """The line of one dossier in the index."""
    titles = [thread.title for thread in dossier.threads] or [story.title for story in dossier.stories]
    days = sorted(article.published for article in dossier.articles if article.published)
    return Line(
        id=matter,
        title=titles[0] if titles else "",
        dossier=f"threads/{matter}/dossier.json",
        stories=len(dossier.stories),
        articles=len(dossier.articles),
        outlets=len({article.outlet for article in dossier.articles if article.outlet}),
        languages=sorted({article.language for article in dossier.articles}),
        first=days[0] if days else None,
        last=days[-1] if days else None,
        claims=len(dossier.collations),
        shared=_count_shared(dossier),
        corroborated=sum(a.support == "corroborated" for a in dossier.assessments),
        disputed=sum(a.dispute != "none" for a in dossier.assessments),
    )


def _count_shared(dossier: Dossier) -> int:
    article_of = {claim.id: claim.article for claim in dossier.claims}
    return sum(len({article_of[claim] for claim in collation.claims}) > 1 for collation in dossier.collations)
