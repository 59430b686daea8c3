"""The count of a graph that was counted before: most claims of a run have one of few shapes.

One article that names one source is such a shape. The count hangs on who has the claim from whom, and on names by
their order at most. So a graph is given the places of its nodes in the alphabet for names, each such graph is counted
once, and the answer is given the names again.
"""

from collections.abc import Mapping, Sequence, Set
from functools import lru_cache
from typing import NamedTuple

from stemma.weigh.independence import Link, Tradition, Ways, count_firm, measure_independence

MOST_NODES = 12  # a larger graph hardly comes again
KEPT = 8192
_PLACES = tuple(f"{place:02}" for place in range(MOST_NODES))
_Pairs = tuple[tuple[str, str], ...]


class _Shape(NamedTuple):
    """A tradition whose names are places; it can be looked up."""

    links: tuple[Link, ...]
    kinds: tuple[str, ...]
    supporters: tuple[str, ...]
    same: _Pairs
    alike: _Pairs
    doubtful: _Pairs
    known: tuple[str, ...]


def measure_by_shape(tradition: Tradition) -> Ways:
    """What `measure_independence` finds."""
    if len(tradition.kinds) > MOST_NODES:
        return measure_independence(tradition)
    names = sorted(tradition.kinds)
    return _give_names(_measure(_find_shape(tradition, names)), names)


def count_firm_by_shape(tradition: Tradition, barred: Set[str] = frozenset()) -> int:
    """What `count_firm` counts."""
    if len(tradition.kinds) > MOST_NODES:
        return count_firm(tradition, barred)
    names = sorted(tradition.kinds)
    kept_out = frozenset(place for place, name in zip(_PLACES, names, strict=False) if name in barred)
    return _count_firm(_find_shape(tradition, names), kept_out)


@lru_cache(maxsize=KEPT)
def _measure(shape: _Shape) -> Ways:
    return measure_independence(_make_tradition(shape))


@lru_cache(maxsize=KEPT)
def _count_firm(shape: _Shape, barred: frozenset[str]) -> int:
    return count_firm(_make_tradition(shape), barred)


def _find_shape(tradition: Tradition, names: Sequence[str]) -> _Shape:
    place = dict(zip(names, _PLACES, strict=False))
    return _Shape(
        _rename_links(tradition.links, place),
        tuple([tradition.kinds[name] for name in names]),
        tuple([place[name] for name in tradition.supporters]),
        _rename_pairs(tradition.same, place),
        _rename_pairs(tradition.alike, place),
        _rename_pairs(tradition.doubtful, place),
        tuple([place[name] for name in names if name in tradition.known]),
    )


def _make_tradition(shape: _Shape) -> Tradition:
    return Tradition(
        links=shape.links,
        kinds=dict(zip(_PLACES, shape.kinds, strict=False)),
        supporters=shape.supporters,
        same=shape.same,
        alike=shape.alike,
        doubtful=shape.doubtful,
        known=frozenset(shape.known),
    )


def _give_names(ways: Ways, names: Sequence[str]) -> Ways:
    name = dict(zip(_PLACES, names, strict=False))
    return Ways(
        independent=ways.independent,
        heard_by=ways.heard_by,
        supporting=tuple([name[node] for node in ways.supporting]),
        unsourced=tuple([name[node] for node in ways.unsourced]),
        origins=tuple([name[node] for node in ways.origins]),
        bottlenecks=tuple([name[node] for node in ways.bottlenecks]),
        circular=ways.circular,
        links=_rename_links(ways.links, name),
    )


def _rename_links(links: Sequence[Link], name: Mapping[str, str]) -> tuple[Link, ...]:
    return tuple([Link(name[k.copy], name[k.exemplar], k.kind, k.basis, k.confidence, k.inside) for k in links])


def _rename_pairs(pairs: _Pairs, name: Mapping[str, str]) -> _Pairs:
    return tuple([(name[one], name[other]) for one, other in pairs])
