"""The way of the data; read this first.

acquire → clean → cluster → extract → match → trace → weigh → (write)
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import asdict, fields
from pathlib import Path

from stemma import __version__
from stemma.acquire import acquire
from stemma.clean import clean, make_marks, mark_duplicates, split_posts
from stemma.cluster import cluster, explain_change, find_touched, group, list_telling, make_profile
from stemma.errors import InputError, UsageError
from stemma.extract import extract
from stemma.match import match
from stemma.matters import choose_articles, merge_findings, part_matters
from stemma.model import Article, Claim, Dossier, Extraction, Findings, RawDocument, Skipped, Span, Story, Thread
from stemma.settings import Settings
from stemma.trace import trace
from stemma.weigh import weigh

__all__ = [
    "explain_change",
    "extract",
    "find_touched",
    "group",
    "investigate",
    "list_telling",
    "make_marks",
    "make_profile",
    "mark_duplicates",
]

Progress = Callable[[str, str], None]
NOTE = "Note"  # the stage under which `progress` is told what a reader decided, such as which column is the text
SHOWN = 3  # reasons in one message


def investigate(
    paths: Iterable[str | Path], settings: Settings | None = None, progress: Progress | None = None
) -> Dossier:
    """Read articles and find who said what, where each claim came from, and how many independent origins it has.

    Args:
        paths: files and folders of articles; "-" is standard input.
        settings: every knob; defaults when None.
        progress: called as progress(stage, "what was done, with counts") after each stage, and with the stage "Note"
            for whatever was decided in reading that a user may want otherwise.

    Raises:
        InputError: a path is missing, or nothing usable was found.
        UsageError: a setting is wrong.
    """
    settings = settings or Settings()
    tell = progress or (lambda _stage, _done: None)
    read = acquire(paths, settings, lambda uri, line: tell(NOTE, f"{uri}: {line}"))
    return investigate_documents(read, settings, progress)


def investigate_documents(
    documents: Iterable[RawDocument | Skipped], settings: Settings, progress: Progress | None = None
) -> Dossier:
    """The same for documents that were read already, or are being read.

    Raises:
        InputError: none of them is usable.
        UsageError: a setting is wrong.
    """
    tell = progress or (lambda _stage, _done: None)
    read = _Counted(documents)
    articles, skipped = _clean_all(read, settings)
    tell("Read", f"{read.documents} documents")
    languages = sorted({a.language for a in articles})
    tell("Clean", f"{len(articles)} articles in {len(languages)} languages ({', '.join(languages)})")
    articles, stories, threads = cluster(articles, settings)
    tell("Group", f"{len(stories)} stories, {len(threads)} threads")
    extractions = [extract(article) for article in articles]
    found = sum(len(e.claims) for e in extractions)
    tell("Extract", f"{found} claims, {sum(len(e.attributions) for e in extractions)} attributions")
    known, by_article = {a.id: a for a in articles}, {e.article: e for e in extractions}
    parts = [
        investigate_matter(own, [by_article[article.id] for article in own], matter.stories, settings)
        for matter in part_matters(stories, threads)
        for own in [choose_articles(matter, known)]
    ]
    findings = merge_findings(parts)
    tell_findings(findings, tell)
    return make_dossier(articles, skipped, (stories, threads), findings, settings)


def investigate_matter(
    articles: Sequence[Article], extractions: Sequence[Extraction], stories: Sequence[Story], settings: Settings
) -> Findings:
    """The last three stages before writing, for articles that are investigated together.

    Args:
        articles: with `story` set.
        extractions: one per article.
        stories: those that the articles tell, with `thread` set where several belong together.
        settings: names the sentence encoder.
    """
    matching = match(extractions, articles, stories, settings)
    stemma = trace(matching, articles, settings)
    weighing = weigh(matching, stemma, articles, settings)
    return Findings(
        attributions=matching.attributions, claims=matching.claims, collations=weighing.collations,
        witnesses=stemma.witnesses, derivations=stemma.derivations,
        assessments=weighing.assessments, wanted=weighing.wanted, timeline=weighing.timeline,
    )  # fmt: skip


def make_dossier(
    articles: Sequence[Article],
    skipped: Sequence[Skipped],
    grouping: tuple[Sequence[Story], Sequence[Thread]],
    findings: Findings,
    settings: Settings,
) -> Dossier:
    """The dossier of these articles, stories and threads, with what was found in them."""
    return Dossier(
        version=__version__,
        settings=_record_settings(settings),
        articles=tuple(sorted(articles, key=lambda a: (a.uri, a.id))),
        skipped=tuple(sorted(skipped, key=lambda s: (s.uri, s.reason))),
        stories=tuple(grouping[0]), threads=tuple(grouping[1]),
        **{field.name: getattr(findings, field.name) for field in fields(Findings)},
    )  # fmt: skip


def tell_findings(findings: Findings, tell: Progress) -> None:
    """Tell what the last three stages counted."""
    article_of = {c.id: c.article for c in findings.claims}
    shared = sum(len({article_of[c] for c in collation.claims}) > 1 for collation in findings.collations)
    tell("Match", f"{shared} claims in 2 or more articles")
    stated = sum(d.basis == "stated" for d in findings.derivations)
    tell("Trace", f"{stated} links stated, {len(findings.derivations) - stated} inferred")
    tell("Weigh", f"{len(findings.assessments)} claims weighed, {len(findings.wanted)} sources wanted")


class _Counted:
    """Documents on their way: counted, and never all in memory."""

    def __init__(self, items: Iterable[RawDocument | Skipped]) -> None:
        self.documents = 0
        self._items = items

    def __iter__(self) -> Iterator[RawDocument | Skipped]:
        for item in self._items:
            self.documents += isinstance(item, RawDocument)
            yield item


def _record_settings(settings: Settings) -> dict[str, str | bool | None]:
    """What a dossier keeps of the settings: what the caller said of single files shows in the articles."""
    kept = {key: value for key, value in asdict(settings).items() if value is None or isinstance(value, bool | str)}
    columns = ", ".join(f"{what}={name}" for what, name in sorted(settings.columns.items()))
    return {**kept, **({"columns": columns} if columns else {})}


def _clean_all(read: Iterable[RawDocument | Skipped], settings: Settings) -> tuple[list[Article], list[Skipped]]:
    articles: list[Article] = []
    skipped: list[Skipped] = []
    for item in read:
        for done in [item] if isinstance(item, Skipped) else read_document(item, settings):
            if isinstance(done, Skipped):
                skipped.append(done)
            else:
                articles.append(done)
    if not articles:
        reasons = "; ".join(f"{s.uri}: {s.reason}" for s in skipped[:SHOWN])
        more = f"; and {len(skipped) - SHOWN} more" if len(skipped) > SHOWN else ""
        raise InputError(f"no usable article: {reasons}{more}. Give a file or a folder of articles.")
    return mark_duplicates(sorted(articles, key=lambda a: (a.uri, a.id))), skipped


def read_document(raw: RawDocument, settings: Settings) -> list[Article | Skipped]:
    """The articles in one document, and why others are left out; a live blog holds many."""
    done = [clean(part, settings) for part in split_posts(raw)]
    return [
        item if isinstance(item, Skipped) or _is_early(item, settings) else _leave_out(item, settings) for item in done
    ]


def _is_early(article: Article, settings: Settings) -> bool:
    """True for an article of the days asked for, or of no known day."""
    return not (settings.as_of and article.published and article.published[:10] > settings.as_of)


def _leave_out(article: Article, settings: Settings) -> Skipped:
    return Skipped(uri=article.uri, reason=f"published {(article.published or '')[:10]}, after {settings.as_of}")


def read_articles(
    paths: Iterable[str | Path], settings: Settings, progress: Progress | None = None
) -> tuple[list[Article], list[Skipped]]:
    """The first two stages alone: the articles under the paths, and what was left out.

    Only the notes of the readers go to `progress`.

    Raises:
        InputError: a path is missing, or nothing usable was found.
        UsageError: a setting is wrong.
    """
    tell = progress or (lambda _stage, _done: None)
    return _clean_all(acquire(paths, settings, lambda uri, line: tell(NOTE, f"{uri}: {line}")), settings)


def find_claim_at(passage: str, claims: Sequence[Claim], articles: Sequence[Article]) -> Claim:
    """The claim that a passage reference points at.

    Raises:
        UsageError: no such file in the pile, words that do not stand in it, or no claim at that place.
    """
    uri, _, where = passage.partition(":")
    article = next((a for a in articles if uri in (a.uri, a.id, a.uri.rsplit("/", 1)[-1])), None)
    if article is None:
        raise UsageError(
            f"{uri}: no such article in the pile. Give FILE:START-END or FILE:words, with a file that was read."
        )
    span = _find_passage(where, article)
    if span is None:
        raise UsageError(f"{passage}: these words do not stand in {article.uri}. Copy them exactly, or give START-END.")
    near = [c for c in claims if c.article == article.id and any(m.overlaps(span) for m in c.mentions)]
    if not near:
        raise UsageError(f"{passage}: no claim was found there; choose a passage that states something.")
    return max(near, key=lambda c: (min(c.span.end, span.end) - max(c.span.start, span.start), c.id))


def _find_passage(where: str, article: Article) -> Span | None:
    start, _, end = where.partition("-")
    if start.isdigit() and end.isdigit() and int(start) < int(end) <= len(article.text):
        return Span(int(start), int(end))
    words = where.strip('"“”')
    at = article.text.find(words) if words else -1
    return Span(at, at + len(words)) if at >= 0 else None
