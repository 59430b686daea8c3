"""What a worker does: bytes in, bytes out, so that it may be any process on any machine.

A worker knows no store. It is handed documents, or the articles of a matter with what was extracted from them, and
gives back what the store is to keep. The same given, the same result, however often and wherever it is done.
"""

from dataclasses import replace

import msgspec

from stemma import pipeline
from stemma.model import Article, Extraction, Findings, RawDocument, Skipped, Story
from stemma.settings import Settings
from stemma.store.keeping import Entry, Reading, make_reading_key, pack_document
from stemma.store.packing import pack, unpack


class Documents(msgspec.Struct, frozen=True):
    """Documents to be read, and how."""

    documents: list[RawDocument]
    settings: Settings


class Case(msgspec.Struct, frozen=True):
    """The articles of one matter, and what is needed to investigate it."""

    articles: list[Article]
    extractions: list[Extraction]
    stories: list[Story]
    settings: Settings


def read_documents(given: bytes) -> bytes:
    """The readings of packed lots of documents, in their order: `list[Documents]` to `list[Reading]`."""
    lots = [unpack(packed, Documents) for packed in msgspec.msgpack.decode(given, type=list[bytes])]
    return pack([read_document(raw, lot.settings) for lot in lots for raw in lot.documents])


def read_document(raw: RawDocument, settings: Settings) -> Reading:
    """One document's articles, each with what later stages need of it."""
    read = pipeline.read_document(raw, settings)
    return Reading(
        key=make_reading_key(raw),
        sha256=raw.sha256,
        suffix=raw.suffix,
        size=len(raw.content),
        packed=pack_document(raw.content),
        entries=tuple(make_entry(item) for item in read if isinstance(item, Article)),
        skipped=tuple(item for item in read if isinstance(item, Skipped)),
    )


def make_entry(article: Article) -> Entry:
    """What the store keeps of an article."""
    return Entry(
        article=article,
        extraction=pipeline.extract(article),
        profile=pack(pipeline.make_profile(article)),
        marks=pipeline.make_marks(article),
    )


def rename(article: Article, id: str) -> Entry:
    """The same for an article that must go by another id."""
    return make_entry(replace(article, id=id, story=None, duplicate_of=None, revision_of=None))


def investigate_cases(given: bytes) -> bytes:
    """The findings of packed cases, in their order: `list[Case]` to `list[bytes]`, each a packed `Findings`."""
    cases = [unpack(packed, Case) for packed in msgspec.msgpack.decode(given, type=list[bytes])]
    return msgspec.msgpack.encode([pack(investigate_case(case)) for case in cases])


def investigate_case(case: Case) -> Findings:
    """The findings of one case."""
    return pipeline.investigate_matter(case.articles, case.extractions, case.stories, case.settings)
