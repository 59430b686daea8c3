"""Stage 2: raw documents → articles: their own text, with title, outlet, date and language; copies are marked."""

from collections.abc import Sequence
from dataclasses import replace

from stemma.clean.body import read_markdown, read_text
from stemma.clean.corrections import find_corrections
from stemma.clean.decode import decode
from stemma.clean.draft import Draft, collapse_spaces, count_words
from stemma.clean.duplicates import mark_duplicates
from stemma.clean.duplicates.marks import make_marks
from stemma.clean.furniture import drop_furniture
from stemma.clean.furniture.barriers import find_barrier
from stemma.clean.furniture.dumps import cut_to_article
from stemma.clean.grounds import gather_facts
from stemma.clean.language import UNKNOWN, detect_language
from stemma.clean.masthead import Masthead, read_masthead
from stemma.clean.pages import read_page
from stemma.clean.pages.live import find_posts
from stemma.model import Article, RawDocument, Skipped
from stemma.settings import Settings

__all__ = ["clean", "make_marks", "mark_duplicates", "split_posts"]

WEB_PAGES = (".html", ".htm")
SENTENCE = 6  # words
LONGEST = 1_000_000  # characters: a long book; whatever is longer is no article but a heap of them


def clean(raw: RawDocument, settings: Settings) -> Article | Skipped:
    """The article in a raw document, or why there is none.

    Its `text` is the title, a newline and the body in the characters of the input: cleaning drops lines and collapses
    runs of spaces, and rewrites nothing. What `raw.meta` says wins over what the page says.
    """
    draft = _read(raw)
    if isinstance(draft, Skipped):
        return draft
    given = settings.language or raw.meta.get("language")
    code = _shorten(given) if given else _find_language(draft)
    title = collapse_spaces(raw.meta.get("title") or draft.title or "") or None
    masthead = read_masthead([collapse_spaces(line) for line in drop_furniture(draft.lines, code)], code, title)
    body = join_lines(masthead.lines)
    if not body and not masthead.title:
        return Skipped(uri=raw.uri, reason="no article text in it")
    return _make_article(raw, draft, masthead, code)


def split_posts(raw: RawDocument) -> list[RawDocument]:
    """The posts of a live blog, each a document with the uri PAGE/NUMBER; any other document as it is."""
    if raw.suffix not in WEB_PAGES:
        return [raw]
    return find_posts(decode(raw.content, raw.meta.get("charset", "")) or "", raw) or [raw]


def _shorten(language: str) -> str:
    return language.replace("_", "-").split("-")[0].casefold()


def _find_language(draft: Draft) -> str:
    """The language of the text; that which the page names only where the text leaves it open."""
    code = detect_language(draft.lines)
    return draft.language if code == UNKNOWN and draft.language else code


def _read(raw: RawDocument) -> Draft | Skipped:
    text = decode(raw.content, raw.meta.get("charset", ""))
    if text is None:
        return Skipped(uri=raw.uri, reason="its encoding cannot be told. Save it as UTF-8")
    is_page = raw.suffix in WEB_PAGES
    too_long = f"longer than {LONGEST:,} characters, too long for one article"
    if not is_page and len(text) > LONGEST:
        return Skipped(uri=raw.uri, reason=too_long)
    draft = (read_page(text) or Draft(lines=())) if is_page else _read_plain(text, raw.suffix)
    reason = find_barrier(draft) or (too_long if sum(map(len, draft.lines)) > LONGEST else None)
    if is_page and not any(count_words(line) >= SENTENCE for line in draft.lines):
        reason = reason or "no article text in this web page"  # at most the names of its sections
    return Skipped(uri=raw.uri, reason=reason) if reason else draft


def _read_plain(text: str, suffix: str) -> Draft:
    draft = read_markdown(text) if suffix == ".md" else read_text(text)
    article = cut_to_article(draft.lines)
    return replace(draft, lines=tuple(article)) if article else draft


def join_lines(lines: Sequence[str]) -> str:
    """The lines as one text, with at most one blank line in a row."""
    kept: list[str] = []
    for line in lines:
        if line or (kept and kept[-1]):
            kept.append(line)
    return "\n".join(kept).strip()


def _make_article(raw: RawDocument, draft: Draft, masthead: Masthead, code: str) -> Article:
    body = join_lines(masthead.lines)
    facts = gather_facts(raw, draft, masthead, code)
    text = f"{masthead.title}\n{body}" if masthead.title else body
    return Article(
        id=raw.sha256[:12],
        uri=raw.uri,
        sha256=raw.sha256,
        language=code,
        title=masthead.title,
        outlet=facts.values.get("outlet"),
        published=facts.values.get("published"),
        retrieved=raw.meta.get("retrieved"),
        author=facts.values.get("author"),
        modified=facts.values.get("modified"),
        section=facts.values.get("section"),
        basis=facts.basis,
        conflicts=facts.conflicts,
        corrections=find_corrections(text, code),
        text=text,
        url=raw.meta.get("url") or draft.url,
        reprint=masthead.reprint,
    )
