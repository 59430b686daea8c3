"""Who is cited in a store, where claims begin, and which of these did not stand: counts, no verdicts.

Witnesses of one name are one source here, across matters and spellings. That is sound for outlets, agencies and bodies;
two people of one name cannot be told apart, and count as one.
"""

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache, cached_property
from itertools import groupby
from sqlite3 import Connection
from typing import Literal, get_args

from stemma.store.naming import choose_names, fold_name

MEDIA = ("agency", "outlet", "account", "article")
BODIES = ("organisation", "state")
KINDS = (*MEDIA, *BODIES, "person")  # the rest is nobody that can be asked: documents, crowds, people without a name

Failing = Literal["denied", "retracted", "contradicted", "corrected", "reversed"]
Key = tuple[str, str]  # sort of source and folded name


@dataclass(frozen=True, slots=True, kw_only=True)
class Later:
    """A claim that did not stand as its source gave it.

    Attributes:
        kind: denied or retracted as a whole; its reading of a detail contradicted, or corrected by itself; or a denial
            reversed, when what it denied was confirmed.
        claim: its title.
        quotation: what was said first.
        article: uri of where that stands.
        answer: what was said against it, on that day or later.
        answer_by: who says that, or the outlet.
        answer_article: uri of where that stands.
    """

    kind: Failing
    claim: str
    collation: str
    story: str | None
    story_title: str | None
    quotation: str
    article: str
    published: str | None
    answer: str
    answer_by: str | None
    answer_article: str
    answer_published: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """How often one source is cited, and what became of the claims that go back to it.

    Attributes:
        name: in its most frequent spelling.
        articles: that it wrote, in the store.
        cited: attributions to it, in articles of others.
        cited_by: outlets that these are in.
        origin: claims that go back to it.
        only_origin: claims that several articles tell and that go back to nobody else.
    """

    name: str
    kind: str
    aliases: tuple[str, ...]
    articles: int
    cited: int
    cited_by: int
    origin: int
    only_origin: int
    denied: int
    retracted: int
    contradicted: int
    corrected: int
    reversed: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Profile:
    """One source in full: whom it cites, who cites it, which of its claims did not stand."""

    source: Source
    cites: tuple[tuple[str, int], ...]
    cited_by: tuple[tuple[str, int], ...]
    later: tuple[Later, ...]


def find_sources(connection: Connection) -> list[Source]:
    """Every source, those most cited first."""
    return [source for _, source in _Ledger(connection).list_sources()]


def find_profiles(connection: Connection, name: str) -> list[Profile]:
    """The sources of that name or alias, in any spelling; where there is none, those that have its words."""
    ledger = _Ledger(connection)
    sources = ledger.list_sources()
    names = {alias for _, source in sources for alias in (source.name, *source.aliases)}
    chosen = set(choose_names(name, names))
    return [ledger.make_profile(key, source) for key, source in sources if chosen & {source.name, *source.aliases}]


_DISPUTED = """
SELECT c.matter, c.id, c.title, o.witness, s.stance, s.text, w.name, a.outlet, a.uri, a.published
FROM collations c
JOIN steps s ON s.matter = c.matter AND s.collation = c.id AND s.stance IN ('denies', 'retracts')
JOIN articles a ON a.id = s.article
JOIN origins o ON o.matter = c.matter AND o.collation = c.id
LEFT JOIN witnesses w ON w.matter = s.matter AND w.id = s.witness
WHERE c.dispute = CASE s.stance WHEN 'denies' THEN 'denied' ELSE 'retracted' END
ORDER BY c.matter, c.id, o.witness, a.published, a.uri, s.number
"""
_REVERSED = """
SELECT c.matter, c.id, c.title, d.witness, d.text, b.uri, b.published, b.story, t.title, s.text,
  coalesce(w.name, a.outlet), a.uri, a.published
FROM collations c
JOIN steps d ON d.matter = c.matter AND d.collation = c.id AND d.stance = 'denies'
JOIN articles b ON b.id = d.article LEFT JOIN stories t ON t.id = b.story
JOIN steps s ON s.matter = c.matter AND s.collation = c.id AND s.stance = 'confirms'
JOIN articles a ON a.id = s.article AND substr(a.published, 1, 10) >= substr(b.published, 1, 10)
LEFT JOIN witnesses w ON w.matter = s.matter AND w.id = s.witness
WHERE c.dispute = 'confirmed-after-denial'
ORDER BY c.matter, c.id, d.number, a.published, a.uri, s.number
"""
_SAID = """
SELECT o.witness, l.text, a.uri, a.published, a.story, s.title
FROM claims l
JOIN articles a ON a.id = l.article
JOIN origins o ON o.matter = l.matter AND o.collation = l.collation
LEFT JOIN stories s ON s.id = a.story
WHERE l.matter = ? AND l.collation = ? AND (
  EXISTS (SELECT 1 FROM witnesses w WHERE w.matter = o.matter AND w.id = o.witness AND w.article = l.article)
  OR EXISTS (SELECT 1 FROM attributions t WHERE t.matter = l.matter AND t.article = l.article AND t.witness = o.witness
    AND t.stance IN ('asserts', 'confirms') AND t.span_start < l.span_end AND t.span_end > l.span_start))
ORDER BY coalesce(a.published, '9999'), a.uri, l.span_start
"""
_CLASHING = """
SELECT v.matter, v.collation, c.title, v.kind, v.explanation, v.relation, v.value, v.span_start, v.span_end, l.text,
  a.id, a.uri, a.outlet, a.published, a.story, s.title
FROM variants v
JOIN collations c ON c.matter = v.matter AND c.id = v.collation
JOIN claims l ON l.matter = v.matter AND l.id = v.claim
JOIN articles a ON a.id = l.article
LEFT JOIN stories s ON s.id = a.story
WHERE v.label = 'contradiction' AND v.relation IN ('reference', 'contradiction') AND a.published IS NOT NULL
ORDER BY v.matter, v.collation, v.kind, v.explanation, a.published, a.uri, v.span_start
"""
_SPEAKERS = """
SELECT witness FROM attributions
WHERE matter = ?1 AND article = ?2 AND witness IS NOT NULL AND span_start <= ?3 AND span_end >= ?4
UNION SELECT id FROM witnesses WHERE matter = ?1 AND article = ?2 AND NOT EXISTS (
  SELECT 1 FROM attributions WHERE matter = ?1 AND article = ?2 AND span_start <= ?3 AND span_end >= ?4)
"""


@dataclass(frozen=True, slots=True)
class _Reading:
    """One side of a contradiction, as `_CLASHING` selects it."""

    matter: str
    collation: str
    claim: str
    kind: str
    explanation: str
    relation: str
    value: str
    start: int
    end: int
    text: str
    article: str
    uri: str
    outlet: str | None
    published: str
    story: str | None
    story_title: str | None


class _Ledger:
    """Counts over one store, each made once."""

    def __init__(self, connection: Connection) -> None:
        self.connection = connection

    def list_sources(self) -> list[tuple[Key, Source]]:
        made = [(key, self._make_source(key)) for key in self.names]
        return sorted(made, key=lambda m: (-m[1].cited, -m[1].origin, -m[1].articles, m[1].name, m[0]))

    def make_profile(self, key: Key, source: Source) -> Profile:
        return Profile(
            source=source,
            cites=_rank(self._count_cited(key)),
            cited_by=_rank(self.citing.get(key, {})),
            later=tuple(
                sorted(self.later.get(key, ()), key=lambda item: (item.published or "", item.collation, item.kind))
            ),
        )

    def _make_source(self, key: Key) -> Source:
        spellings = self.names[key]
        name = self._spell(key)
        kinds = self.kinds[key]
        kind = next((kind for kind in KINDS if kind in kinds), "outlet")
        held = self.origins.get(key, {})
        later = self.later.get(key, ())
        count = {kind: len({item.collation for item in later if item.kind == kind}) for kind in get_args(Failing)}
        return Source(
            name=name,
            kind="outlet" if kind == "article" else kind,
            aliases=tuple(sorted((self.aliases[key] | set(spellings)) - {name})),
            articles=self.written.get(key, 0),
            cited=sum(self.citing.get(key, {}).values()),
            cited_by=len(self.citing.get(key, {})),
            origin=len(held),
            only_origin=sum(held.values()),
            **count,
        )

    @cached_property
    def outlets(self) -> set[str]:
        """Folded names of those who wrote articles in the store: a body of that name is the outlet."""
        rows = self.connection.execute("SELECT DISTINCT outlet FROM articles WHERE outlet <> ''")
        return {fold_name(name) for (name,) in rows}

    @cached_property
    def keys(self) -> dict[tuple[str, str], Key]:
        """The source that each witness is, by matter and id."""
        rows = self.connection.execute(f"SELECT matter, id, name, kind FROM witnesses WHERE kind IN {KINDS}")
        return {(matter, id): self._make_key(name, kind) for matter, id, name, kind in rows}

    def _make_key(self, name: str, kind: str) -> Key:
        folded = fold_name(name)
        if kind in MEDIA or folded in self.outlets:
            return "outlet", folded
        return ("body" if kind in BODIES else "person"), folded

    @cached_property
    def names(self) -> dict[Key, dict[str, int]]:
        """Every source with the spellings of its name, and how often each stands."""
        names: dict[Key, dict[str, int]] = defaultdict(lambda: defaultdict(int))
        for name, count in self.connection.execute(
            "SELECT outlet, count(*) FROM articles WHERE outlet <> '' GROUP BY outlet"
        ):
            names["outlet", fold_name(name)][name] += count
        for matter, id, name in self.connection.execute(
            f"SELECT matter, id, name FROM witnesses WHERE kind IN {KINDS}"
        ):
            names[self.keys[matter, id]][name] += 1
        return names

    @cached_property
    def kinds(self) -> dict[Key, set[str]]:
        kinds: dict[Key, set[str]] = defaultdict(set)
        for matter, id, kind in self.connection.execute(
            f"SELECT matter, id, kind FROM witnesses WHERE kind IN {KINDS}"
        ):
            kinds[self.keys[matter, id]].add(kind)
        return kinds

    @cached_property
    def aliases(self) -> dict[Key, set[str]]:
        """Other names of each; of an article it is the name of its file, which is nobody's name."""
        aliases: dict[Key, set[str]] = defaultdict(set)
        sql = f"SELECT matter, id, aliases, article FROM witnesses WHERE kind IN {KINDS} AND aliases <> ''"
        for matter, id, joined, article in self.connection.execute(sql):
            if article is None or id in self.agencies:
                aliases[self.keys[matter, id]] |= set(joined.split(" · "))
        return aliases

    @cached_property
    def agencies(self) -> set[str]:
        return {id for (id,) in self.connection.execute("SELECT id FROM witnesses WHERE kind = 'agency'")}

    @cached_property
    def written(self) -> dict[Key, int]:
        """Articles in the store, by who wrote them."""
        written: dict[Key, int] = defaultdict(int)
        sql = "SELECT outlet, count(*) FROM articles WHERE outlet <> '' GROUP BY outlet"
        for outlet, count in self.connection.execute(sql):
            written["outlet", fold_name(outlet)] += count
        return written

    @cached_property
    def citations(self) -> list[tuple[Key, str, int]]:
        """Who is cited, by which outlet, how often; an article that names its own outlet cites nobody."""
        sql = (
            "SELECT t.matter, t.witness, coalesce(a.outlet, a.uri), count(*) FROM attributions t "
            "JOIN articles a ON a.id = t.article WHERE t.witness IS NOT NULL GROUP BY 1, 2, 3"
        )
        found: dict[tuple[Key, str], int] = defaultdict(int)
        for matter, witness, outlet, count in self.connection.execute(sql):
            key = self.keys.get((matter, witness))
            if key and key != ("outlet", fold_name(outlet)):
                found[key, outlet] += count
        return [(key, outlet, count) for (key, outlet), count in found.items()]

    @cached_property
    def citing(self) -> dict[Key, dict[str, int]]:
        """Who cites each source, and how often."""
        citing: dict[Key, dict[str, int]] = defaultdict(dict)
        for key, outlet, count in self.citations:
            citing[key][outlet] = count
        return citing

    def _count_cited(self, key: Key) -> dict[str, int]:
        """Whom the articles of one outlet cite, and how often."""
        cited: dict[str, int] = defaultdict(int)
        for other, outlet, count in self.citations:
            if key == ("outlet", fold_name(outlet)):
                cited[self._spell(other)] += count
        return cited

    @cached_property
    def origins(self) -> dict[Key, dict[tuple[str, str], bool]]:
        """The claims that go back to each source, and whether several articles tell it and it goes back to no other."""
        rows = self.connection.execute(
            "SELECT o.matter, o.collation, o.witness, c.articles FROM origins o "
            "JOIN collations c ON c.matter = o.matter AND c.id = o.collation"
        ).fetchall()
        number: dict[tuple[str, str], int] = defaultdict(int)
        for matter, collation, *_ in rows:
            number[matter, collation] += 1
        origins: dict[Key, dict[tuple[str, str], bool]] = defaultdict(dict)
        for matter, collation, witness, articles in rows:
            if key := self.keys.get((matter, witness)):
                origins[key][matter, collation] = number[matter, collation] == 1 and articles > 1
        return origins

    @cached_property
    def later(self) -> dict[Key, list[Later]]:
        """What did not stand, by whose claim it was."""
        later: dict[Key, list[Later]] = defaultdict(list)
        for key, found in (*self._find_disputed(), *self._find_reversed(), *self._find_clashing()):
            if not any((held.kind, held.collation) == (found.kind, found.collation) for held in later[key]):
                later[key].append(found)
        return later

    def _find_disputed(self) -> Iterator[tuple[Key, Later]]:
        """Claims that were denied or taken back, on the day on which their source had made them, or later."""
        said = self._find_said()
        for matter, id, claim, witness, stance, answer, name, outlet, uri, published in self.connection.execute(
            _DISPUTED
        ).fetchall():
            key, first = self.keys.get((matter, witness)), said(matter, id).get(witness)
            if not key or not first or (published or "")[:10] < (first[2] or "9999")[:10]:
                continue
            quotation, article, day, story, story_title = first
            yield (
                key,
                Later(
                    kind="denied" if stance == "denies" else "retracted", claim=claim, collation=id, story=story,
                    story_title=story_title, quotation=quotation, article=article, published=day, answer=answer,
                    answer_by=name or outlet, answer_article=uri, answer_published=published,
                ),
            )  # fmt: skip

    def _find_reversed(self) -> Iterator[tuple[Key, Later]]:
        """Denials of what was confirmed on that day or later."""
        for matter, id, claim, witness, *told in self.connection.execute(_REVERSED).fetchall():
            denial, article, day, story, title, answer, name, uri, published = told
            if key := self.keys.get((matter, witness)):
                yield (
                    key,
                    Later(
                        kind="reversed", claim=claim, collation=id, story=story, story_title=title, quotation=denial,
                        article=article, published=day, answer=answer, answer_by=name, answer_article=uri,
                        answer_published=published,
                    ),
                )  # fmt: skip

    def _find_said(self) -> Callable[[str, str], dict[str, tuple[str, str, str | None, str | None, str | None]]]:
        """Where each origin of a claim is first told to have made it."""

        @cache
        def find(matter: str, collation: str) -> dict[str, tuple[str, str, str | None, str | None, str | None]]:
            first: dict[str, tuple[str, str, str | None, str | None, str | None]] = {}
            for witness, *told in self.connection.execute(_SAID, (matter, collation)).fetchall():
                first.setdefault(witness, tuple(told))
            return first

        return find

    def _find_clashing(self) -> Iterator[tuple[Key, Later]]:
        """Readings of a detail beside which another one, first told on a later day, cannot hold."""
        readings = [_Reading(*row) for row in self.connection.execute(_CLASHING).fetchall()]
        for _, group in groupby(readings, lambda r: (r.matter, r.collation, r.kind, r.explanation)):
            told = list(group)
            for one in told:
                other = next((other for other in told if other.relation != one.relation), one)
                if one.published[:10] < other.published[:10]:
                    yield from self._weigh_pair(one, other)

    def _weigh_pair(self, one: _Reading, other: _Reading) -> Iterator[tuple[Key, Later]]:
        answering = self._find_speakers(other)
        for key in self._find_speakers(one):
            if (one.matter, one.collation) not in self.origins.get(key, {}):
                continue
            names = sorted(self._spell(speaker) for speaker in answering)
            yield (
                key,
                Later(
                    kind="corrected" if key in answering else "contradicted", claim=one.claim,
                    collation=one.collation, story=one.story, story_title=one.story_title, quotation=one.text,
                    article=one.uri, published=one.published, answer=other.text,
                    answer_by=" · ".join(names) or other.outlet, answer_article=other.uri,
                    answer_published=other.published,
                ),
            )  # fmt: skip

    def _find_speakers(self, reading: _Reading) -> list[Key]:
        """Who is told to have said it; where nobody is, the outlet itself."""
        given = (reading.matter, reading.article, reading.start, reading.end)
        found = {self.keys.get((reading.matter, id)) for (id,) in self.connection.execute(_SPEAKERS, given)}
        return sorted(key for key in found if key)

    def _spell(self, key: Key) -> str:
        """The most frequent spelling of a name."""
        spellings = self.names[key]
        return max(sorted(spellings), key=lambda spelling: spellings[spelling])


def _rank(counts: Mapping[str, int]) -> tuple[tuple[str, int], ...]:
    return tuple(sorted(counts.items(), key=lambda item: (-item[1], item[0])))
