"""Who is cited in a store, where claims begin, and which of these did not stand: counts, no verdicts.

Witnesses of one name are one source here, across matters and spellings. That is sound for outlets, agencies and bodies;
two people of one name cannot be told apart, and count as one.
"""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from sqlite3 import Connection
from typing import get_args

from stemma.store.naming import choose_names, fold_name
from stemma.store.standing import Failing, Key, Later, Standing

MEDIA = ("agency", "outlet", "account", "article")
BODIES = ("organisation", "state")
KINDS = (*MEDIA, *BODIES, "person")  # the rest is nobody that can be asked: documents, crowds, people without a name


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
        return Standing(self.connection, self.keys, self.origins, self._spell).find_later()

    def _spell(self, key: Key) -> str:
        """The most frequent spelling of a name."""
        spellings = self.names[key]
        return max(sorted(spellings), key=lambda spelling: spellings[spelling])


def _rank(counts: Mapping[str, int]) -> tuple[tuple[str, int], ...]:
    return tuple(sorted(counts.items(), key=lambda item: (-item[1], item[0])))
