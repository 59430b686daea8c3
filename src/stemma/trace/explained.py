"""What two texts share because both took it from a third of the pile needs no further exemplar."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace

from stemma.model import Span
from stemma.trace.likeness import Likeness, is_telling, weigh_runs
from stemma.trace.passages import Passage


def leave_out_explained(apart: Sequence[Likeness], taken: Sequence[tuple[str, str, Likeness]]) -> list[Likeness]:
    """The likenesses without the passages that a known exemplar accounts for, where enough is left of them.

    Args:
        apart: pairs without a direct link.
        taken: direct links, as (copy, exemplar, what they share).
    """
    from_whom: dict[str, dict[str, list[Span]]] = defaultdict(dict)
    for copy, exemplar, like in taken:
        from_whom[copy].setdefault(exemplar, []).extend(like.spans_in(copy))
    return [rest for like in apart if (rest := _cut(like, from_whom[like.one], from_whom[like.other])) is not None]


def _cut(like: Likeness, one: dict[str, list[Span]], other: dict[str, list[Span]]) -> Likeness | None:
    common = [(one[exemplar], other[exemplar]) for exemplar in sorted(one.keys() & other.keys())]
    kept = tuple(p for p in like.passages if not any(_is_explained(p, *spans) for spans in common))
    if len(kept) == len(like.passages):
        return like
    lengths = [p.chosen for p in kept]
    return replace(like, passages=kept, strength=weigh_runs(lengths)) if is_telling(lengths, ()) else None


def _is_explained(passage: Passage, one: Sequence[Span], other: Sequence[Span]) -> bool:
    return _is_covered(passage.one, one) and _is_covered(passage.other, other)


def _is_covered(span: Span, spans: Sequence[Span]) -> bool:
    """True where at least half of the span lies in the others."""
    covered = sum(max(0, min(span.end, s.end) - max(span.start, s.start)) for s in spans)
    return 2 * covered >= span.end - span.start
