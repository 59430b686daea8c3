"""Everything that one weighing looks up: articles, claims, attributions, witnesses and links by their ids."""

from collections.abc import Iterable, Sequence
from functools import lru_cache

from stemma.lang import find_language, known_codes
from stemma.model import Article, Attribution, Claim, Collation, Derivation, Evidence, Matching, Span, Stemma, Witness
from stemma.text import find_words

LONGEST_EVIDENCE = 600
VAGUE = frozenset({"recent", "unconfirmed", "several", "various", "new", "local", "media"})


class Pile:
    """What one run knows, by id. Built once; nothing changes it afterwards, but what was looked up is remembered."""

    def __init__(self, matching: Matching, stemma: Stemma, articles: Sequence[Article]) -> None:
        self.articles: dict[str, Article] = {article.id: article for article in articles}
        self.collations: dict[str, Collation] = {collation.id: collation for collation in matching.collations}
        self.gathered = {claim: collation.id for collation in matching.collations for claim in collation.claims}
        self.claims: dict[str, Claim] = {claim.id: claim for claim in matching.claims}
        self.attributions: dict[str, Attribution] = {a.id: a for a in matching.attributions}
        self.witnesses: dict[str, Witness] = {w.id: w for w in (*matching.witnesses, *stemma.witnesses)}
        self.derivations = sorted(stemma.derivations, key=lambda d: (d.copy, d.exemplar, d.kind, d.collations))
        self.by_collation: dict[str, list[Derivation]] = {}
        self.whole: dict[str, list[Derivation]] = {}
        self.copies: dict[str, list[str]] = {}
        self.by_ends: dict[tuple[str, str], list[Derivation]] = {}
        self.cited = {derivation.exemplar for derivation in self.derivations if derivation.kind == "citation"}
        self.languages: dict[str, frozenset[str]] = {}  # of nodes that were looked up
        for derivation in self.derivations:
            self.copies.setdefault(derivation.exemplar, []).append(derivation.copy)
            self.by_ends.setdefault((derivation.copy, derivation.exemplar), []).append(derivation)
            for collation in derivation.collations:
                self.by_collation.setdefault(collation, []).append(derivation)
            if not derivation.collations:
                self.whole.setdefault(derivation.copy, []).append(derivation)
        self.nodes: dict[str, str] = {}
        for witness in sorted(self.witnesses.values(), key=lambda w: (w.kind != "article", w.id)):
            if witness.article and witness.article in self.articles:
                self.nodes.setdefault(witness.article, witness.id)
        self.known = frozenset(w.id for w in self.witnesses.values() if w.article in self.articles)

        self.opposed = self.find_opposed()

    def find_opposed(self) -> set[tuple[str, str]]:
        """Pairs (who reports, who is reported) of which every attribution denies, doubts, declines or retracts."""
        pairs: dict[tuple[str, str], set[bool]] = {}
        for attribution in self.attributions.values():
            outer = self.attributions.get(attribution.inside or "")
            copy = (outer and outer.source.witness) or self.find_node(attribution.article)
            if attribution.source.witness:
                passes_on = attribution.stance in {"asserts", "confirms"}
                pairs.setdefault((copy, attribution.source.witness), set()).add(passes_on)
        return {pair for pair, passes_on in pairs.items() if passes_on == {False}}

    def names_witness(self, claim: Claim, witness: str) -> bool:
        """True where one of a claim's attributions names that witness."""
        found = (self.attributions.get(attribution) for attribution in claim.attributions)
        return any(attribution is not None and attribution.source.witness == witness for attribution in found)

    def find_node(self, article: str) -> str:
        """The witness that stands for an article; a name of its own where there is none."""
        return self.nodes.get(article) or f"article:{article}"

    def find_kind(self, node: str) -> str:
        """The kind of a node; an article of the pile is an article, whatever its witness is called."""
        witness = self.witnesses.get(node)
        if witness is None or node in self.known:
            return "article"
        return "hearsay" if witness.kind == "unnamed" and is_hearsay(witness.name) else witness.kind

    def find_name(self, witness: str) -> str:
        """A name to show for a witness: an article goes by its outlet, else its file; a headline names nobody."""
        found = self.witnesses.get(witness)
        article = self.articles.get((found and found.article) or witness.removeprefix("article:"))
        if article is not None:
            called = found.name if found and found.name != article.uri else None
            return article.outlet or called or article.uri.rstrip("/").rpartition("/")[2] or article.uri
        return found.name if found and found.name else "an unnamed source"

    def find_claims(self, collation: Collation) -> list[Claim]:
        """The claims of a collation whose articles are at hand, in the order of the collation."""
        claims = map(self.claims.get, collation.claims)
        return [claim for claim in claims if claim is not None and claim.article in self.articles]

    def find_links(self, copy: str, exemplar: str, collation: str) -> list[Derivation]:
        """The derivations between two witnesses that hold for a collation or for the whole article."""
        found = self.find_derivations(copy, exemplar)
        return [d for d in found if not d.collations or collation in d.collations]

    def find_derivations(self, copy: str, exemplar: str) -> list[Derivation]:
        """All derivations between two witnesses."""
        return self.by_ends.get((copy, exemplar), [])

    def find_languages(self, node: str) -> frozenset[str]:
        """The languages of the articles that speak of a source."""
        if node not in self.languages:
            links = (d for copy in self.copies.get(node, ()) for d in self.find_derivations(copy, node))
            articles = {evidence.article for derivation in links for evidence in derivation.evidence}
            known = (self.articles[article].language for article in articles if article in self.articles)
            self.languages[node] = frozenset(known)
        return self.languages[node]

    def choose_representatives(self, articles: Iterable[str]) -> dict[str, str]:
        """From each article to the one that stands for it, its copies and its versions: of these the latest."""
        groups: dict[str, list[str]] = {}
        for article in sorted(set(articles)):
            groups.setdefault(self.find_versions(article)[-1], []).append(article)
        chosen = {root: min(members, key=self._rank) for root, members in groups.items()}
        return {member: chosen[root] for root, members in groups.items() for member in members}

    def _rank(self, article: str) -> tuple[int, bool, str]:
        return -len(self.find_versions(article)), self.articles[article].duplicate_of is not None, article

    def find_versions(self, article: str) -> list[str]:
        """An article, or what it is a copy of, and the versions before it, the first version last."""
        found: list[str] = []
        here: str | None = article
        while here in self.articles and here not in found:
            here = self.articles[here].duplicate_of or here
            found.append(here)
            here = self.articles[here].revision_of if here in self.articles else None
        return found

    def are_versions(self, one: str, other: str) -> bool:
        """True for two versions of one article."""
        return self.is_superseded(one, other) or self.is_superseded(other, one)

    def is_superseded(self, article: str, by: str) -> bool:
        """True for an earlier version of an article."""
        return article != by and self.find_versions(article)[0] in self.find_versions(by)[1:]

    def find_moment(self, claim: Claim) -> str | None:
        """When the claim was made: its article's date, else the date that the claim itself holds for."""
        return self.articles[claim.article].published or claim.as_of

    def make_evidence(self, claim: Claim) -> Evidence:
        """The words of a claim as evidence."""
        return self.cut_evidence(claim.article, claim.span)

    def cut_evidence(self, article: str, span: Span) -> Evidence:
        """The words of a span as evidence, cut to the longest allowed."""
        short = Span(span.start, min(span.end, span.start + LONGEST_EVIDENCE))
        return Evidence(article=article, span=short, text=short.of(self.articles[article].text))


@lru_cache(maxsize=4096)
def is_hearsay(name: str) -> bool:
    """True for a description that names nobody: "reports", "recent rumours"; a police report has a body behind it.

    Any language's words count, since a witness may carry the words of any article.
    """
    words, (hearsay, vague) = find_words(name), _gather_vague_words()
    return (
        bool(words)
        and any(word in hearsay for word in words)
        and all(word in hearsay or word in vague for word in words)
    )


@lru_cache(maxsize=1)
def _gather_vague_words() -> tuple[frozenset[str], frozenset[str]]:
    """Words for hearsay, and words that name nobody, of all languages."""
    known = [language for code in known_codes() if (language := find_language(code))]
    hearsay = frozenset(word for language in known for word in language.speech.hearsay)
    return hearsay, frozenset(word for language in known for word in language.grammar.stopwords) | VAGUE
