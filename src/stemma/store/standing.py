"""Claims that did not stand as their source gave them: denied, taken back, contradicted, corrected, reversed.

Only what was said on that day or later counts, each with both quotations: who reads them judges.
"""

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from itertools import groupby
from sqlite3 import Connection
from typing import Literal

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


@dataclass(frozen=True, slots=True)
class Standing:
    """Looks through one store.

    Attributes:
        connection: of the store.
        keys: the source that each witness is, by matter and id.
        origins: the claims that go back to each source, by matter and collation.
        spell: gives the name of a source.
    """

    connection: Connection
    keys: Mapping[tuple[str, str], Key]
    origins: Mapping[Key, Mapping[tuple[str, str], bool]]
    spell: Callable[[Key], str]

    def find_later(self) -> dict[Key, list[Later]]:
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
            names = sorted(self.spell(speaker) for speaker in answering)
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
