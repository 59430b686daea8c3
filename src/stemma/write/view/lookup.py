"""Everything in a dossier by its id, and the names that readers see."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, replace
from pathlib import PurePosixPath

from stemma.model import (
    Article,
    Assessment,
    Attribution,
    Claim,
    Collation,
    Derivation,
    Dossier,
    Span,
    Step,
    Story,
    Wanted,
    Witness,
)
from stemma.text import fold
from stemma.write.view.wording import count, say_date, show_plain

CREDIT_LENGTH = 60


@dataclass(frozen=True, slots=True, kw_only=True)
class Lookup:
    """A dossier, indexed once for a view."""

    dossier: Dossier
    articles: dict[str, Article]
    claims: dict[str, Claim]
    attributions: dict[str, Attribution]
    collations: dict[str, Collation]
    assessments: dict[str, Assessment]
    witnesses: dict[str, Witness]
    derivations: dict[str, list[Derivation]]  # by collation id
    whole: dict[str, list[tuple[int, Derivation]]]  # those of whole articles, numbered, by the copy's article or ""
    own: dict[str, str]  # article id -> its witness
    wanted: frozenset[str]  # witnesses to get next
    credits: dict[tuple[str, str], list[Attribution]]  # by article and witness
    files: dict[str, str]  # article id -> short file name
    names: dict[str, str]  # article id -> outlet or file name, no two alike
    outlets: dict[str, list[str]]  # outlet, folded -> its articles

    def name_witness(self, id: str | None) -> str:
        """What a witness is called; never empty."""
        witness = self.witnesses.get(id or "")
        if witness is None:
            return "an unnamed source"
        if witness.article in self.names:
            return self.names[witness.article]
        fallback = {"lost": "a lost common source", "unnamed": "an unnamed source"}.get(witness.kind, witness.kind)
        return show_plain(witness.name) or fallback

    def get_articles(self, collation: Collation) -> list[str]:
        """The ids of the articles that tell a claim, in order, copies of one text once, of its versions the latest."""
        return self.find_latest(self.claims[id].article for id in collation.claims if id in self.claims)

    def find_latest(self, ids: Iterable[str]) -> list[str]:
        """The known articles among these ids, copies of one text once, of its versions the latest."""
        originals = self.find_originals(ids)
        earlier = {before for id in originals for before in self._list_earlier(id)}
        return [id for id in originals if id not in earlier]

    def _list_earlier(self, article: str) -> list[str]:
        found: list[str] = []
        here = self.articles[article].revision_of
        while here in self.articles and here not in found and here != article:
            found.append(here)
            here = self.articles[here].revision_of
        return [self.get_original(id) for id in found]

    def find_originals(self, ids: Iterable[str]) -> list[str]:
        """The known articles among these ids, copies of one text once."""
        return list(dict.fromkeys(self.get_original(id) for id in ids if id in self.articles))

    def get_original(self, article: str) -> str:
        """The article that this one is a duplicate of, else itself."""
        known = self.articles.get(article)
        original = known.duplicate_of if known else None
        return original if original in self.articles else article

    def find_own(self, witness: str) -> list[str]:
        """The articles in the pile that a witness is, or that its outlet or agency wrote; copies of one text once."""
        known = self.witnesses.get(witness)
        if known is not None and known.article is not None:
            return self.find_originals([known.article])
        if known is None or known.kind not in ("outlet", "agency"):
            return []
        names = dict.fromkeys(_fold_outlet(name) for name in (known.name, *known.aliases))
        found = {id for name in names if name for id in self.outlets.get(name, [])}
        return self.find_originals(id for id in self.articles if id in found) if found else []

    def is_outlet(self, name: str) -> bool:
        """True for a name that an article's outlet bears."""
        return _fold_outlet(name) in self.outlets

    def find_tellings(self, collation: Collation) -> list[Claim]:
        """The claims of a collation, without those of copies of an article that tells it too."""
        claims = [self.claims[id] for id in collation.claims if id in self.claims]
        tellers = {claim.article for claim in claims}
        return [
            claim
            for claim in claims
            if self.get_original(claim.article) == claim.article or self.get_original(claim.article) not in tellers
        ]

    def find_credit(self, article: str, witness: str, evidence: Span) -> str:
        """The few words by which an article credits a witness, as in "according to the broadcaster"; "" if unknown."""
        known = self.articles.get(article)
        for voice in self.credits.get((article, witness), []):
            spans = [span for span in (voice.source.span, voice.cue.span) if span is not None]
            near = [span for span in (*spans, *voice.content.spans) if span.overlaps(evidence)]
            if known is None or not spans or not near:
                continue
            words = show_plain(known.text[min(span.start for span in spans) : max(span.end for span in spans)])
            return words if len(words) <= CREDIT_LENGTH else _shorten_credit(voice)
        return ""

    def find_speakers(self, claim: Claim) -> list[str]:
        """Who says a claim, innermost voice first: ["officials", "the broadcaster"]."""
        voices = [self.attributions[id] for id in reversed(claim.attributions) if id in self.attributions]
        names = []
        for voice in voices:
            witness = self.witnesses.get(voice.source.witness or "")
            named = self.name_witness(witness.id) if witness else voice.source.name or voice.source.text
            names.append(show_plain(named) or "an unnamed source")
        return list(dict.fromkeys(names))


def make_lookup(dossier: Dossier) -> Lookup:
    """Index a dossier."""
    derivations: dict[str, list[Derivation]] = {}
    for derivation in dossier.derivations:
        for collation in derivation.collations:
            derivations.setdefault(collation, []).append(derivation)
    credits: dict[tuple[str, str], list[Attribution]] = {}
    for attribution in dossier.attributions:
        if attribution.source.witness:
            credits.setdefault((attribution.article, attribution.source.witness), []).append(attribution)
    outlets: dict[str, list[str]] = {}
    for article in dossier.articles:
        if article.outlet:
            outlets.setdefault(_fold_outlet(article.outlet), []).append(article.id)
    return Lookup(
        dossier=dossier,
        articles={article.id: article for article in dossier.articles},
        claims={claim.id: claim for claim in dossier.claims},
        attributions={attribution.id: attribution for attribution in dossier.attributions},
        collations={collation.id: collation for collation in dossier.collations},
        assessments={assessment.collation: assessment for assessment in dossier.assessments},
        witnesses={witness.id: witness for witness in dossier.witnesses},
        derivations=derivations,
        whole=_index_whole(dossier),
        own={witness.article: witness.id for witness in dossier.witnesses if witness.article},
        wanted=frozenset(item.witness for item in dossier.wanted),
        credits=credits,
        files=_name_files(dossier.articles),
        names=_name_articles(dossier.articles),
        outlets=outlets,
    )


def _index_whole(dossier: Dossier) -> dict[str, list[tuple[int, Derivation]]]:
    """Links of whole articles, numbered, by the article that has it from another; "" where that is no article."""
    article_of = {witness.id: witness.article for witness in dossier.witnesses if witness.article}
    originals = {article.id: article.duplicate_of for article in dossier.articles}
    whole: dict[str, list[tuple[int, Derivation]]] = {}
    for number, derivation in enumerate(dossier.derivations):
        if not derivation.collations:
            copy = article_of.get(derivation.copy, "")
            original = originals.get(copy)
            home = original if original in originals and original else copy
            whole.setdefault(home, []).append((number, derivation))
    return whole


def _shorten_credit(voice: Attribution) -> str:
    """The source and the cue without what stands between; the cue alone where that is too long or they are unplaced."""
    source, cue = voice.source, voice.cue
    if source.span is None or cue.span is None or source.span.overlaps(cue.span):
        return show_plain(cue.text)
    first, last = (source.text, cue.text) if source.span < cue.span else (cue.text, source.text)
    words = show_plain(f"{first} … {last}")
    return words if len(words) <= CREDIT_LENGTH else show_plain(cue.text)


def _fold_outlet(name: str) -> str:
    return fold(show_plain(name)).removeprefix("the ")


def rank_wanted(lookup: Lookup) -> list[Wanted]:
    """The sources to get next, those that most articles credit first; outlets with an article in the pile last."""
    return sorted(
        lookup.dossier.wanted,
        key=lambda item: (bool(lookup.find_own(item.witness)), -len(item.cited_by), item.witness),
    )


def find_steps(lookup: Lookup, assessment: Assessment) -> list[Step]:
    """The moves in the life of a claim; those of a copy are its original's."""
    steps: dict[tuple[str | None, str], Step] = {}
    copied: set[tuple[str | None, str]] = set()
    for step in assessment.steps:
        witness = lookup.witnesses.get(step.witness or "")
        original = lookup.get_original(witness.article) if witness and witness.article else None
        is_copy = witness is not None and original != witness.article
        known = lookup.own.get(original or "", step.witness) if is_copy else step.witness
        key = known, step.stance
        if key not in steps or (key in copied and not is_copy):
            steps[key] = replace(step, witness=known)
            copied = copied | {key} if is_copy else copied - {key}
    return list(steps.values())


def _name_files(articles: tuple[Article, ...]) -> dict[str, str]:
    """The last part of each uri, or all of it where two end alike."""
    last = {article.id: show_plain(_name_last(article.uri)) for article in articles}
    seen = Counter(last.values())
    return {
        article.id: last[article.id] if seen[last[article.id]] == 1 else show_plain(article.uri) for article in articles
    }


def _name_last(uri: str) -> str:
    """The last part of a uri; of a document without an ending, such as row 17 of a table, with the part before it."""
    path = PurePosixPath(uri)
    return path.name if path.suffix or len(path.parts) < 2 else "/".join(path.parts[-2:])


def _name_articles(articles: tuple[Article, ...]) -> dict[str, str]:
    """The outlet of each article; with the file name where two have one outlet; the file name where it is unknown."""
    files = _name_files(articles)
    seen = Counter(fold(article.outlet) for article in articles if article.outlet)
    names = {}
    for article in articles:
        outlet = show_plain(article.outlet or "")
        alone = bool(outlet) and seen[fold(article.outlet or "")] == 1
        names[article.id] = outlet if alone else f"{outlet} ({files[article.id]})" if outlet else files[article.id]
    return names


def split_stories(dossier: Dossier) -> tuple[list[Story], list[tuple[Article, Story | None]]]:
    """The stories that the dossier is about, and the articles set aside, each with the story it was put in.

    A story told by two articles or more counts; where there is none, every story does.
    """
    stories = sorted(dossier.stories, key=lambda story: (-len(story.articles), story.id))
    told = [story for story in stories if len(story.articles) > 1] or stories
    inside = {id for story in told for id in story.articles}
    home = {id: story for story in stories for id in story.articles}
    aside = [(article, home.get(article.id)) for article in dossier.articles if article.id not in inside]
    return told, sorted(aside, key=lambda pair: pair[0].uri) if told else []


def say_as_of(dossier: Dossier) -> str:
    """What was left out and what was kept where a run shows what was known on one day; empty where it does not."""
    day = dossier.settings.get("as_of")
    if not isinstance(day, str):
        return ""
    late = sum(item.reason.endswith(f", after {day}") for item in dossier.skipped)
    undated = sum(article.published is None for article in dossier.articles)
    kept = f"; {count(undated, 'article')} without a date kept" if undated else ""
    return f"As of {say_date(day)}: {count(late, 'article')} published later left out{kept}."
