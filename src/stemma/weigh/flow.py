"""Small graph algorithms: climbing, groups, components, and the greatest number of paths that share no node.

A graph is a mapping from a node to the nodes it points to. Nothing here knows of articles or sources.
"""

from collections import deque
from collections.abc import Collection, Iterable, Iterator, Mapping

Graph = Mapping[str, Collection[str]]

_SOURCE, _SINK = ("", "source"), ("", "sink")
_Half = tuple[str, str]


def find_reached(graph: Graph, starts: Iterable[str], barred: Collection[str] = ()) -> set[str]:
    """Every node that can be reached from `starts` without stepping on a barred one, themselves included."""
    todo = list(starts)
    seen = set(todo)
    while todo:
        for node in graph.get(todo.pop(), ()):
            if node not in seen and node not in barred:
                seen.add(node)
                todo.append(node)
    return seen


def find_path(graph: Graph, starts: Iterable[str], ends: Collection[str]) -> list[str]:
    """A shortest path from one of `starts` to one of `ends`, last node first; empty where there is none."""
    came: dict[str, str | None] = dict.fromkeys(starts)
    todo = deque(came)
    while todo:
        node = todo.popleft()
        if node in ends:
            return list(_walk_back(came, node))
        for following in graph.get(node, ()):
            if following not in came:
                came[following] = node
                todo.append(following)
    return []


def _walk_back(came: Mapping[str, str | None], last: str) -> Iterator[str]:
    node: str | None = last
    while node is not None:
        yield node
        node = came[node]


def reverse_graph(graph: Graph) -> dict[str, list[str]]:
    """The same graph with every arrow turned round."""
    turned: dict[str, list[str]] = {}
    for node in sorted(graph):
        for other in sorted(graph[node]):
            turned.setdefault(other, []).append(node)
    return turned


def find_groups(names: Iterable[str], pairs: Iterable[tuple[str, str]]) -> list[list[str]]:
    """The names that pairs connect, directly or through others; each group sorted, a name in no pair alone."""
    near: dict[str, set[str]] = {name: set() for name in names}
    for one, other in pairs:
        near[one].add(other)
        near[other].add(one)
    groups, seen = [], set[str]()
    for name in sorted(near):
        if name not in seen:
            groups.append(sorted(find_reached(near, [name])))
            seen.update(groups[-1])
    return groups


def order_nodes(graph: Graph) -> list[str]:
    """All nodes in depth-first post-order: without loops, a node comes after everything that it points to."""
    done: list[str] = []
    seen: set[str] = set()
    for root in sorted({*graph, *(other for others in graph.values() for other in others)}):
        if root in seen:
            continue
        stack = [(root, iter(sorted(graph.get(root, ()))))]
        seen.add(root)
        while stack:
            following = next((other for other in stack[-1][1] if other not in seen), None)
            if following is None:
                done.append(stack.pop()[0])
            else:
                seen.add(following)
                stack.append((following, iter(sorted(graph.get(following, ())))))
    return done


def find_components(graph: Graph) -> list[frozenset[str]]:
    """The strongly connected components (Kosaraju), those that are pointed to first."""
    turned = reverse_graph(graph)
    seen: set[str] = set()
    found: list[frozenset[str]] = []
    for root in reversed(order_nodes(graph)):
        if root in seen:
            continue
        members = find_reached(turned, [root], seen)
        seen |= members
        found.append(frozenset(members))
    return found[::-1]


def count_paths(graph: Graph, starts: Collection[str], ends: Collection[str], wide: Collection[str] = ()) -> int:
    """The greatest number of paths from `starts` to `ends` that share no node, ends included.

    By Menger's theorem that is also the least number of nodes whose removal leaves no path. Every node is split into
    a way in and a way out with one unit of room between; each augmenting path, found depth-first, adds one.

    Args:
        graph: from a node to the nodes it points to; paths follow the arrows.
        starts: nodes where a path may begin.
        ends: nodes where a path may end; each ends one path at most.
        wide: nodes that any number of paths may share.
    """
    if len(ends) < 2:
        return int(bool(ends) and not find_reached(graph, starts).isdisjoint(ends))
    room = _make_rooms(graph, starts, ends, wide)
    count = 0
    while came := _find_augmenting(room):
        _push_one(room, came)
        count += 1
    return count


def _make_rooms(
    graph: Graph, starts: Collection[str], ends: Collection[str], wide: Collection[str]
) -> dict[_Half, dict[_Half, int]]:
    many = len(ends) + 1
    room: dict[_Half, dict[_Half, int]] = {_SOURCE: {}, _SINK: {}}

    def add(tail: _Half, head: _Half, size: int) -> None:
        room.setdefault(tail, {})[head] = size
        room.setdefault(head, {}).setdefault(tail, 0)

    for node in sorted({*graph, *(other for others in graph.values() for other in others), *starts, *ends}):
        add((node, "in"), (node, "out"), many if node in wide else 1)
        for other in sorted(graph.get(node, ())):
            add((node, "out"), (other, "in"), many)
    for node in sorted(starts):
        add(_SOURCE, (node, "in"), many)
    for node in sorted(ends):
        add((node, "out"), _SINK, 1)
    return room


def _find_augmenting(room: Mapping[_Half, Mapping[_Half, int]]) -> dict[_Half, _Half]:
    came: dict[_Half, _Half] = {}
    todo = [_SOURCE]
    while todo:
        half = todo.pop()
        for following, size in room[half].items():
            if size and following != _SOURCE and following not in came:
                came[following] = half
                todo.append(following)
                if following == _SINK:
                    return came
    return {}


def _push_one(room: dict[_Half, dict[_Half, int]], came: Mapping[_Half, _Half]) -> None:
    half = _SINK
    while half != _SOURCE:
        before = came[half]
        room[before][half] -= 1
        room[half][before] += 1
        half = before
