"""What two texts share because both took it from a third of the pile needs no further exemplar."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace

from stemma.model import Span
from stemma.trace.likeness import Likeness, is_telling, weigh_runs


def leave_out_explained(apart: Sequence[Likeness], taken: Sequence[tuple[str, str, Likeness]]) -> list[Likeness]:
    """The likenesses without the passages that known exemplars account for, where enough is left of them.

    Two texts that go back to one, or of which one goes back to the other, need no further exemplar for what either
    took from its own.

    Args:
        apart: pairs that share something.
        taken: direct links, as (copy, exemplar, what they share).
    """
    spans: dict[str, list[Span]] = defaultdict(list)
    above: dict[str, set[str]] = defaultdict(set)
    for copy, exemplar, like in taken:
        spans[copy] += like.spans_in(copy)
        above[copy].add(exemplar)
    linked = {frozenset((copy, exemplar)) for copy, exemplar, _ in taken}
    lines = {article: find_line(article, above) for like in apart for article in (like.one, like.other)}
    rest = []
    for like in apart:
        if frozenset((like.one, like.other)) in linked:
            continue
        common = lines[like.one] & lines[like.other]
        left = _cut(like, spans, common) if common else like
        if left is not None:
            rest.append(left)
    return rest


def find_line(article: str, above: Mapping[str, set[str]]) -> set[str]:
    """An article and all that it goes back to."""
    seen, todo = {article}, [article]
    while todo:
        new = above.get(todo.pop(), set()) - seen
        seen |= new
        todo += sorted(new)
    return seen


def _cut(like: Likeness, spans: Mapping[str, Sequence[Span]], common: set[str]) -> Likeness | None:
    kept = tuple(
        p
        for p in like.passages
        if not all(
            article in common or _is_covered(span, spans.get(article, ()))
            for article, span in ((like.one, p.one), (like.other, p.other))
        )
    )
    if len(kept) == len(like.passages):
        return like
    lengths = [p.chosen for p in kept]
    return replace(like, passages=kept, strength=weigh_runs(lengths)) if is_telling(lengths, ()) else None


def _is_covered(span: Span, spans: Sequence[Span]) -> bool:
    """True where at least half of the span lies in the others."""
    covered = sum(max(0, min(span.end, s.end) - max(span.start, s.start)) for s in spans)
    return 2 * covered >= span.end - span.start
