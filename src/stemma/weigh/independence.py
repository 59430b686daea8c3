"""How many independent ways lead to a claim (docs/independence.md): ways, not outlets.

The graph holds one claim: nodes are witnesses, a link says that the copy has the claim from the exemplar. The six
rules of the contract are the functions below, in their order; `measure_independence` applies them three times, to the
links taken as real for `best`, `low` and `high`.
"""

from collections.abc import Collection, Iterable, Mapping, Sequence, Set
from dataclasses import dataclass, replace
from typing import Literal, NamedTuple

from stemma.model import Basis, Independence
from stemma.weigh.flow import count_paths, find_components, find_groups, find_path, find_reached, reverse_graph

NEAR_CERTAIN = 0.9  # the contract's bound for a copy that is the same text, and for what `high` still believes
LIKELY = 0.5  # the contract's bound for what `best` believes

SPEAKERS = frozenset({"person", "organisation", "state", "group", "unnamed"})
BODIES = frozenset({"organisation", "state"})
UNCITED = frozenset({"article", "own"})  # such a node is no bottleneck unless others cite it
# Rule 4: whoever silently took a text names nobody for the claim, so a text is an origin only where others cite it.
TEXTS = frozenset({"article", "outlet", "agency", "account", "document", "data", "lost"})


class Link(NamedTuple):
    """The copy has the claim from the exemplar; `inside` = a citation within the passage that a copy may have taken."""

    copy: str
    exemplar: str
    kind: Literal["citation", "reuse", "translation"] = "citation"
    basis: Basis = "stated"
    confidence: float = 1.0
    inside: bool = True

    @property
    def is_certain(self) -> bool:
        """True for a stated or near-certain link."""
        return self.basis == "stated" or self.confidence >= NEAR_CERTAIN

    @property
    def is_likely(self) -> bool:
        """True for a stated link or an inferred one that is more likely than not."""
        return self.basis == "stated" or self.confidence >= LIKELY

    @property
    def takes_text(self) -> bool:
        """True where the copy took the exemplar's passage, in its words or another language's."""
        return self.kind != "citation"


@dataclass(frozen=True, slots=True, kw_only=True)
class Tradition:
    """Who has one claim from whom.

    Attributes:
        links: from copies to exemplars.
        kinds: the kind of every node: a witness's kind, or "own" for an article's own reporting.
        supporters: articles that put the claim forward.
        same: pairs that are one node: an outlet and its article, a person and the body it speaks for, duplicates.
        alike: pairs of sources, described and not named, that could be the same.
        doubtful: pairs of named sources that may be one voice: they count apart, and corroborate nothing.
        known: nodes whose own text is at hand, so that what it does not cite is known too.
    """

    links: tuple[Link, ...]
    kinds: Mapping[str, str]
    supporters: tuple[str, ...]
    same: tuple[tuple[str, str], ...] = ()
    alike: tuple[tuple[str, str], ...] = ()
    doubtful: tuple[tuple[str, str], ...] = ()
    known: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True, kw_only=True)
class Ways:
    """What the count found; nodes are given by their members, sorted."""

    independent: Independence
    heard_by: int
    supporting: tuple[str, ...]
    unsourced: tuple[str, ...]
    origins: tuple[str, ...]
    bottlenecks: tuple[str, ...]
    circular: bool
    links: tuple[Link, ...]  # those that `best` rests on, nodes as they were given


def measure_independence(tradition: Tradition) -> Ways:
    """Count the independent ways to a claim by the contract's six rules.

    Args:
        tradition: the claim's graph; links may be of any confidence.

    Returns:
        The three counts (low ≤ best ≤ high), and what `best` rests on.
    """
    likely = [link for link in tradition.links if link.is_likely]
    certain = [link for link in likely if link.is_certain]
    best = low = high = _count(tradition, likely)
    # Where the links are the same ones, so is the count; being strict matters to who took a text only.
    if tradition.alike or len(likely) < len(tradition.links) or any(link.takes_text for link in likely):
        low = _count(replace(tradition, same=tradition.same + tradition.alike), tradition.links, strict=True)
    if len(certain) < len(likely):
        high = _count(tradition, certain)
    least, middle, most = (ways.independent.best for ways in (low, best, high))
    most = max(middle, min(most, len(best.supporting)))
    return replace(best, independent=Independence(low=min(least, middle), best=middle, high=most))


def count_firm(tradition: Tradition, barred: Set[str] = frozenset()) -> int:
    """The lowest count, all that may be one voice being one, of the ways that begin with none of the barred origins."""
    same = tradition.same + tradition.alike + tradition.doubtful
    graph = _Graph(replace(tradition, same=same), tradition.links, strict=True)
    graph.drop_citations_in_taken_passages()
    origins = {block for block in graph.origins if barred.isdisjoint(graph.find_members([block]))}
    supporters = {graph.component[graph.node[name]] for name in tradition.supporters}
    return count_paths(graph.below, origins, supporters & (graph.fed - graph.silent))


def _count(tradition: Tradition, links: Iterable[Link], *, strict: bool = False) -> Ways:
    graph = _Graph(tradition, links, strict=strict)
    graph.drop_citations_in_taken_passages()
    block_of = {name: graph.component[graph.node[name]] for name in tradition.supporters}
    sourced = {block for block in block_of.values() if block in graph.fed - graph.silent}
    above = find_reached(graph.above, sourced)
    wide = {block for block, nodes in graph.blocks.items() if any(graph.is_speaker(node) for node in nodes)}
    number = count_paths(graph.below, graph.origins, sourced)
    return Ways(
        independent=Independence(low=number, best=number, high=number),
        heard_by=count_paths(graph.below, graph.origins, sourced, wide),
        supporting=tuple(sorted(name for name, block in block_of.items() if block in sourced)),
        unsourced=tuple(sorted(name for name, block in block_of.items() if block not in sourced)),
        origins=tuple(sorted({name for block in graph.origins & above for name in graph.name_origin(block)})),
        bottlenecks=tuple(sorted(graph.find_bottlenecks(sourced))) if number == 1 else (),
        circular=not graph.looped.isdisjoint(above),
        links=tuple(graph.links),
    )


class _Graph:
    """One reading of the tradition; each method is one of the contract's rules."""

    def __init__(self, tradition: Tradition, links: Iterable[Link], *, strict: bool) -> None:
        self.tradition = tradition
        self.strict = strict  # a copy keeps no citation, not even where its exemplar names nobody but is cited itself
        self.links = sorted(set(links))
        self.merge_same()

    def merge_same(self) -> None:
        """Rule 1: an outlet and its own article, a person and their body, a text and its duplicates are one node.

        Texts that took a passage from each other in a circle are one node too: who was first is simply not known.
        """
        self.join_nodes(self.tradition.same)
        taking = [link for link in self.links if link.takes_text]
        circles = find_components(self.arrows(taking)) if taking else []
        if any(len(circle) > 1 for circle in circles):
            self.join_nodes([*self.tradition.same, *((min(circle), name) for circle in circles for name in circle)])

    def join_nodes(self, pairs: Iterable[tuple[str, str]]) -> None:
        """Set each name's node, the least of the names that the pairs connect."""
        self.members = {group[0]: group for group in find_groups(self.tradition.kinds, pairs)}
        self.node = {name: node for node, group in self.members.items() for name in group}

    def arrows(self, links: Iterable[Link]) -> dict[str, set[str]]:
        """From each node to those that it has the claim from; a node has nothing from itself."""
        found: dict[str, set[str]] = {node: set() for node in self.members}
        for link in links:
            copy, exemplar = self.node[link.copy], self.node[link.exemplar]
            if copy != exemplar:
                found[copy].add(exemplar)
        return found

    def drop_citations_in_taken_passages(self) -> None:
        """Rule 2: what stands in a passage that a copy took belongs to the exemplar.

        A text that is not at hand (lost, or an outlet outside the pile) is given the citations. A text at hand shows
        its own; where it shows none that leads anywhere, the copy's are no part of what it took, and stay.
        """
        if not any(link.takes_text for link in self.links):
            self.contract_loops()
            return
        taken = _Taken(self)
        self.links = sorted({*taken.kept, *taken.passed_up})
        self.contract_loops()
        for level in self.find_levels() if taken.dropped else ():
            unfed = [node for node in sorted(level & taken.dropped.keys()) if not self.is_fed(node)]
            if back := [link for node in unfed for link in taken.restore(node)]:
                self.links = sorted({*self.links, *back})
                self.contract_loops()

    def find_levels(self) -> list[set[str]]:
        """The nodes by how many copies lie between them and a text that took from nobody; exemplars first.

        Copies of one level are judged together, or the count would hang on which of them is looked at first.
        """
        arrows = self.arrows(link for link in self.links if link.takes_text)
        depth: dict[str, int] = {}
        for component in find_components(arrows):  # exemplars first
            above = {exemplar for node in component for exemplar in arrows[node]} - component
            depth |= dict.fromkeys(component, 1 + max((depth[exemplar] for exemplar in above), default=-1))
        levels: list[set[str]] = [set() for _ in range(1 + max(depth.values(), default=-1))]
        for node, level in depth.items():
            levels[level].add(node)
        return levels

    def is_fed(self, node: str) -> bool:
        """True for a node that an origin reaches; unless strict, not by silent copying alone."""
        return self.component[node] in (self.fed if self.strict else self.fed - self.silent)

    def contract_loops(self) -> None:
        """Rule 3: every loop is one block; a block that nothing outside feeds and that is a loop is an origin."""
        arrows = self.arrows(self.links)
        self.blocks = {min(nodes): nodes for nodes in find_components(arrows)}
        self.component = {node: block for block, nodes in self.blocks.items() for node in nodes}
        self.above = {
            block: {self.component[o] for node in nodes for o in arrows[node]} - {block}
            for block, nodes in self.blocks.items()
        }
        self.below = reverse_graph(self.above)
        self.looped = {block for block, nodes in self.blocks.items() if len(nodes) > 1}
        self.find_origins()

    def find_origins(self) -> None:
        """Rules 4 and 5: what has no exemplar is an origin; a text only where others cite it or a silent copy of it."""
        cited = self.find_silent()
        for block in reversed(self.blocks):  # copies first: citing a copy cites what it is a copy of
            if block in cited & self.silent:
                cited |= self.above[block]
        ends = {block for block, exemplars in self.above.items() if not exemplars}
        self.origins = {block for block in ends if block not in self.silent or block in cited}
        for block in self.blocks:  # exemplars first: a loop that only texts without any origin feed is unfed
            if block in self.looped and block not in find_reached(self.below, self.origins):
                self.origins.add(block)
        self.fed = find_reached(self.below, self.origins)

    def find_silent(self) -> set[str]:
        """Set the texts that name nobody and at most took text from such; return the blocks that others cite."""
        naming, cited = set(), set()
        for link in self.links:
            copy, exemplar = self.component[self.node[link.copy]], self.component[self.node[link.exemplar]]
            if copy != exemplar and not link.takes_text:
                naming.add(copy)
                if not self.is_lost(link.exemplar):
                    cited.add(exemplar)
        self.silent: set[str] = set()
        for block in self.blocks:  # exemplars first
            if block not in naming | self.looped and self.is_text(block) and self.above[block] <= self.silent:
                self.silent.add(block)
        return cited

    def is_text(self, block: str) -> bool:
        """True for a node that stands for an article, an outlet, a document or a lost text."""
        return any(self.tradition.kinds[name] in TEXTS for name in self.members[block])

    def is_speaker(self, node: str) -> bool:
        """True for a node that people can hear: a person, a body, an unnamed source."""
        return any(self.tradition.kinds[name] in SPEAKERS for name in self.members[node])

    def name_origin(self, block: str) -> list[str]:
        """The members of an origin that somebody names; for a text that names nobody those that others cite."""
        if block not in self.silent:
            named = self.named
            return [name for name in self.find_members([block]) if name in named]
        copies, cited = find_reached(self.below, [block], self.blocks.keys() - self.silent), self.cited
        return [name for name in self.find_members(copies) if name in cited and not self.is_lost(name)]

    def find_members(self, blocks: Iterable[str]) -> list[str]:
        """All names in some blocks."""
        return [name for block in sorted(blocks) for node in self.blocks[block] for name in self.members[node]]

    @property
    def named(self) -> set[str]:
        """The names that stand at an end of a link."""
        return {end for link in self.links for end in (link.copy, link.exemplar)}

    @property
    def cited(self) -> set[str]:
        """The names that others cite."""
        return {link.exemplar for link in self.links if not link.takes_text}

    def is_lost(self, name: str) -> bool:
        """True for a lost text."""
        return self.tradition.kinds[name] == "lost"

    def find_bottlenecks(self, sourced: Collection[str]) -> set[str]:
        """The nodes that every way passes; an article only where others cite it, as its outlet."""
        found: set[str] = set()
        for block in find_path(self.below, sorted(self.origins), sourced):  # what every way passes is on any of them
            starts = [origin for origin in sorted(self.origins) if origin != block]
            if find_reached(self.below, starts, {block}).isdisjoint({*sourced} - {block}):
                found |= self.find_named(self.find_members([block]))
        cited = self.cited
        return {name for name in found if name in cited or self.tradition.kinds[name] not in UNCITED}

    def find_named(self, members: Sequence[str]) -> set[str]:
        """Who is named of the members; where several people are one node through their body, the body too."""
        named = self.named.intersection(members)
        people = [name for name in named if self.tradition.kinds[name] == "person"]
        return named | ({m for m in members if self.tradition.kinds[m] in BODIES} if len(people) > 1 else set())


class _Taken:
    """What rule 2 takes from the copies."""

    def __init__(self, graph: _Graph) -> None:
        self.graph = graph
        node = graph.node
        takes = [k for k in graph.links if k.takes_text and node[k.copy] != node[k.exemplar]]
        self.names: dict[str, set[str]] = {}  # by which of its names a node is the exemplar of a passage
        self.exemplars: dict[str, set[str]] = {}
        self.sure: dict[str, set[str]] = {}
        for link in takes:
            self.names.setdefault(node[link.exemplar], set()).add(link.exemplar)
            self.exemplars.setdefault(node[link.copy], set()).add(node[link.exemplar])
            if link.confidence >= NEAR_CERTAIN:
                self.sure.setdefault(node[link.copy], set()).add(node[link.exemplar])
        self.self_naming = {node[k.copy] for k in graph.links if node[k.copy] == node[k.exemplar]}
        self.dropped: dict[str, list[Link]] = {}
        for link in graph.links:
            if self.belongs_to_exemplar(link):
                self.dropped.setdefault(node[link.copy], []).append(link)
        gone = {link for links in self.dropped.values() for link in links}
        self.kept = [link for link in graph.links if link not in gone]
        self.passed_up = self.pass_up()
        self.arrows = graph.arrows(graph.links)

    def belongs_to_exemplar(self, link: Link) -> bool:
        """True for a link that the copy only has because it took the passage.

        Crediting the exemplar itself is the copy's own doing, unless the exemplar's text names itself too.
        """
        copy, exemplar = self.graph.node[link.copy], self.graph.node[link.exemplar]
        if self.sure.get(copy):  # one node with its exemplar: nothing that it says is its own
            return exemplar not in self.sure[copy] or not link.takes_text
        if link.takes_text or not link.inside or copy not in self.exemplars:
            return False
        return exemplar not in self.exemplars[copy] or exemplar in self.self_naming

    def pass_up(self) -> list[Link]:
        """The dropped links of copies of texts that are not at hand, given to those texts."""
        found: list[Link] = []
        for copy, links in sorted(self.dropped.items()):
            unknown = [e for e in sorted(self.sure.get(copy) or self.exemplars[copy]) if not self.is_known(e)]
            found += self.move(links, unknown)
        return found

    def is_known(self, node: str) -> bool:
        """True where the text of that node is at hand."""
        return any(name in self.graph.tradition.known for name in self.graph.members[node])

    def restore(self, copy: str) -> list[Link]:
        """The links of a copy whose exemplars lead nowhere; those of a near-certain copy are its exemplar's.

        What an exemplar names as well stays dropped: that the copy repeats it adds nothing.
        """
        named = {target for exemplar in self.exemplars[copy] for target in self.arrows[exemplar]}
        named |= self.exemplars[copy] & self.self_naming
        links = [link for link in self.dropped[copy] if self.graph.node[link.exemplar] not in named]
        return self.move(links, sorted(self.sure[copy])) if copy in self.sure else links

    def move(self, links: Iterable[Link], copies: Iterable[str]) -> list[Link]:
        """The same links with other copies."""
        names = [(copy, name) for copy in copies for name in sorted(self.names[copy])]
        return [
            link._replace(copy=name) for link in links for copy, name in names if copy != self.graph.node[link.exemplar]
        ]
