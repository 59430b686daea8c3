"""The view behind `stemma compare`: two articles claim by claim, as what they say and not as how they are worded.

Read `pairs.py` for which claim stands beside which, `changes.py` for what became of it.
"""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from stemma.compare.pairs import Comparison, Row, Within, pair_claims
from stemma.compare.show import print_comparison, write_json
from stemma.errors import UsageError
from stemma.extract import extract
from stemma.match import match
from stemma.model import Article, Matching, Stemma, Story
from stemma.pipeline import read_articles
from stemma.settings import Settings
from stemma.text import make_id
from stemma.trace import trace

__all__ = ["Comparison", "Row", "Within", "compare", "print_comparison", "write_json"]


def compare(one: str | Path, other: str | Path, settings: Settings | None = None) -> Comparison:
    """Set two articles side by side. They are taken to tell one story, since somebody wants them compared.

    Args:
        one: a file with one article, called A in all that follows; "-" is standard input.
        other: the other, called B.
        settings: as for `investigate`.

    Raises:
        InputError: a file is missing, or holds no usable article.
        UsageError: one file is given twice, one holds several articles, or a setting is wrong.
    """
    settings = settings or Settings()
    _check_given(str(one), str(other), settings)
    articles = _name_apart([_read_one(str(path), settings) for path in (one, other)], (str(one), str(other)))
    story = Story(id=make_id("story", *(a.id for a in articles)), title="", articles=tuple(a.id for a in articles))
    articles = [replace(article, story=story.id) for article in articles]
    matching = match([extract(article) for article in articles], articles, [story], settings)
    return _make_comparison(articles, matching, trace(matching, articles, settings), settings)


def _make_comparison(articles: Sequence[Article], matching: Matching, stemma: Stemma, settings: Settings) -> Comparison:
    rows, within = pair_claims(articles, matching, settings.embedder)
    first, second = articles
    return Comparison(
        articles=(first, second), rows=rows, within=within, matching=matching, derivations=stemma.derivations,
        witnesses=stemma.witnesses,
    )  # fmt: skip


def _check_given(one: str, other: str, settings: Settings) -> None:
    if one == other or (_is_file(one) and _is_file(other) and Path(one).samefile(other)):
        raise UsageError(f"{other}: given twice. Give two different articles.")
    for path in (one, other):
        if Path(path).is_dir():
            raise UsageError(f"{path}: a folder. Give two files; for a whole folder there is `stemma trace`.")
    known = {name for path in (one, other) for name in (path, Path(path).name)}
    for name in sorted(set(settings.meta) - known):
        raise UsageError(f"--meta {name}: no such file among those read. Name one of the two.")


def _is_file(path: str) -> bool:
    return path != "-" and Path(path).exists()


def _read_one(path: str, settings: Settings) -> Article:
    """The one article of a file, with what --meta says of that file."""
    name = Path(path).name
    said = {**settings.meta.get(name, {}), **settings.meta.get(path, {})}
    articles, _ = read_articles([path], replace(settings, meta={name: said} if said else {}))
    if len(articles) > 1:
        raise UsageError(f"{path}: holds {len(articles)} articles. Give a file with one.")
    return articles[0]


def _name_apart(articles: Sequence[Article], paths: Sequence[str]) -> list[Article]:
    """The two with ids and names of their own, where two files of one name, or of the same bytes, were given."""
    one, other = articles
    if one.uri == other.uri:
        one, other = replace(one, uri=paths[0]), replace(other, uri=paths[1])
    if one.id == other.id:
        other = replace(other, id=make_id("copy", other.id))
    return [one, other]
