"""Where a reading changed: on the way from an exemplar to its copy, or between independent accounts."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from typing import NamedTuple

from stemma.model import Collation, Label, Path, Quantity, Reading, Relation, Variant, VariantKind
from stemma.weigh.doubt.likeness import tells_the_same
from stemma.weigh.independence import Link
from stemma.weigh.pile import Pile

TEXTS = frozenset(
    {"article", "outlet", "agency", "account", "document", "data", "lost"}
)  # speakers are no text to copy
SOON = 2  # days within which a text that credits another for a count cannot well mean a later count
MEASURES = frozenset({"kilometre", "kilogram", "hour", "celsius", "square kilometre"})  # often told in two units
CHANGED: frozenset[Relation] = frozenset({"rounding", "contradiction", "unsure"})
FALLBACK: tuple[tuple[Relation, Label], ...] = (
    ("contradiction", "contradiction"),
    ("update", "update"),
    ("rounding", "rounding"),
    ("unsure", "unsure"),
)
MOODS = {"happened": "done", "planned": "planned", "possible": "possible"}
UNHEDGED = "no hedge"  # the value of a reading without a word of doubt


class Change(NamedTuple):
    """The link on which a reading changed, and the reading that shows it."""

    path: Path
    other: Reading


def mark_paths(pile: Pile, collation: Collation, links: Sequence[Link]) -> Collation:
    """The collation with `on_path`, label and explanation set on its variants.

    Args:
        pile: what the run knows.
        collation: as `match` made it.
        links: those that hold for its claim.
    """
    if not collation.variants:
        return collation
    above: dict[str, set[str]] = {}
    kinds: dict[tuple[str, str], str] = {}
    for link in links:
        if link.exemplar in pile.witnesses and pile.find_kind(link.exemplar) in TEXTS:
            above.setdefault(link.copy, set()).add(link.exemplar)
            if link.takes_text:
                kinds[link.copy, link.exemplar] = link.kind
    cited = {(link.copy, link.exemplar) for link in links if link.kind == "citation"}
    marker = _Marker(pile, above, kinds, cited)
    return replace(collation, variants=tuple(marker.mark_variant(variant) for variant in collation.variants))


class _Marker:
    """Marks the variants of one collation."""

    def __init__(
        self, pile: Pile, above: dict[str, set[str]], kinds: dict[tuple[str, str], str], cited: set[tuple[str, str]]
    ) -> None:
        self.pile, self.above, self.kinds, self.cited = pile, above, kinds, cited

    def mark_variant(self, variant: Variant) -> Variant:
        """The variant with its changes found; a denial is another voice, never a copying slip."""
        readings = [replace(reading, on_path=None) for reading in variant.readings]
        known = all(reading.claim in self.pile.claims for reading in readings)
        if len(readings) < 2 or not known:
            return replace(variant, readings=tuple(readings), label=choose_label(readings, variant.label))
        readings, revised = self.relate_versions(variant, readings)
        if variant.kind == "stance":
            return replace(variant, readings=tuple(readings), label=choose_label(readings, variant.label))
        changes = [self.find_change(variant, readings, reading) for reading in readings]
        readings = [replace(r, on_path=c and c.path) for r, c in zip(readings, changes, strict=True)]
        found = [(r, c) for r, c in zip(readings, changes, strict=True) if c]
        label = choose_label(readings, variant.label)
        if label == "drift" and all(self.is_translation(reading, change) for reading, change in found):
            label = "translation"
        told = variant.explanation
        if found and label in {"drift", "translation"}:
            told = self.explain(variant.kind, *max(found, key=self.is_other_count))
        elif revised and label == "update":
            told = self.explain_revision(variant.kind, readings[0], revised)
        return replace(variant, readings=tuple(readings), label=label, explanation=told)

    def relate_versions(self, variant: Variant, readings: Sequence[Reading]) -> tuple[list[Reading], Reading | None]:
        """The readings; what another version of the reference's article says otherwise is news, and no contradiction.

        Returns:
            The readings in their order, and the first that is such news.
        """
        ordered = list(readings) if variant.kind == "stance" else self.put_exemplar_first(readings)
        first = self.pile.claims[ordered[0].claim].article
        news = [
            reading
            for reading in ordered
            if reading.relation in CHANGED and self.pile.are_versions(first, self.pile.claims[reading.claim].article)
        ]
        related = [replace(reading, relation="update") if reading in news else reading for reading in ordered]
        return related, next(iter(news), None)

    def find_node(self, reading: Reading) -> str:
        """The witness of the article that has a reading."""
        return self.pile.find_node(self.pile.claims[reading.claim].article)

    def find_distances(self, node: str) -> dict[str, int]:
        """Every text that a node derives from, with the number of links to it, nearest first."""
        found, level = {node: 0}, [node]
        while level:
            level = sorted({e for copy in level for e in self.above.get(copy, ())} - found.keys())
            found |= dict.fromkeys(level, max(found.values()) + 1)
        del found[node]
        return found

    def put_exemplar_first(self, readings: Sequence[Reading]) -> list[Reading]:
        """Make the exemplar's reading the reference where `match`, which knows no lineage, chose a copy's."""
        reference = readings[0]
        distances = self.find_distances(self.find_node(reference))
        above = [r for r in readings[1:] if r.relation in CHANGED and self.find_node(r) in distances]
        if not above:
            return list(readings)
        first = max(above, key=lambda r: (distances[self.find_node(r)], r.claim))
        return [replace(first, relation="reference")] + [turn_relation(r, first) for r in readings if r is not first]

    def find_change(self, variant: Variant, readings: Sequence[Reading], reading: Reading) -> Change | None:
        """The link on which one reading changed, if it has it by a chain of texts."""
        if reading.relation == "update" and variant.kind == "quantity":
            return self.find_miscited_update(readings, reading)
        is_changed = reading.relation in CHANGED or (variant.kind == "modality" and reading.relation == "update")
        if not is_changed or (variant.kind == "hedge" and reading.value != UNHEDGED):
            return None  # who passes on with a doubt what the source has without one distorts nothing
        node, value = self.find_node(reading), self.find_value(readings, reading)
        if any(self.find_node(r) == node and self.find_value(readings, r) != value for r in readings):
            return None  # the article itself has both: not a slip of its copying
        if reading.relation == "rounding" and not self.is_blurred(readings[0], reading):
            return None  # another unit or spelling of one value
        change = self.find_change_from_exemplar(readings, reading)
        if change is None and reading.relation != "unsure":
            # a text that is not at hand may have had the doubt or not, and both of what may be two things
            change = self.find_change_from_common(readings, reading)
        if change and (self.is_of_another_part(variant, reading, change) or self.has_both(readings, change, value)):
            return None
        return change

    def is_of_another_part(self, variant: Variant, reading: Reading, change: Change) -> bool:
        """True for a word of doubt that may belong to what a claim does not tell: else it says the very same."""
        claims = self.pile.claims
        return variant.kind == "hedge" and not tells_the_same(
            self.pile, claims[change.other.claim], claims[reading.claim]
        )

    def has_both(self, readings: Sequence[Reading], change: Change, value: object) -> bool:
        """True where the text that has the other reading has this one too."""
        return self.has_value(readings, self.find_node(change.other), value)

    def find_miscited_update(self, readings: Sequence[Reading], reading: Reading) -> Change | None:
        """A later count that is credited to the very text with the earlier one is no news, but a change on the way."""
        change = self.find_change_from_exemplar(readings, reading)
        if change is None or (change.path.copy, change.path.exemplar) not in self.cited:
            return None
        days = [self.pile.claims[r.claim].as_of for r in (reading, change.other)]
        if not days[0] or not days[1]:
            return None
        apart = (
            abs(date.fromisoformat(days[0][:10]) - date.fromisoformat(days[1][:10])).days
            if _are_days(days)
            else SOON + 1
        )
        return change if apart <= SOON else None

    def is_blurred(self, reference: Reading, reading: Reading) -> bool:
        """True where a word like "about" or "more than" was won or lost, or one count became another."""
        one, other = self.find_quantity(reference), self.find_quantity(reading)
        if one is None or other is None:
            return True
        return (one.vague, one.open_ended) != (other.vague, other.open_ended) or (
            one.best != other.best and one.unit not in MEASURES
        )

    def is_other_count(self, found: tuple[Reading, Change]) -> bool:
        """True where the number became another, and did not only win or lose an "about"."""
        one, other = self.find_quantity(found[0]), self.find_quantity(found[1].other)
        return one is None or other is None or one.best != other.best

    def find_value(self, readings: Sequence[Reading], reading: Reading) -> object:
        """What a reading says: a number rather than its words; what is the same as the reference counts as that."""
        told = readings[0] if reading.relation == "same" else reading
        count = self.find_quantity(told)
        return (count.low, count.best, count.high) if count else told.value

    def has_value(self, readings: Sequence[Reading], node: str, value: object) -> bool:
        """True where a text says that too: what it has both ways was not changed by who took one of them over."""
        return any(self.find_node(r) == node and self.find_value(readings, r) == value for r in readings)

    def find_quantity(self, reading: Reading) -> Quantity | None:
        """The count behind a reading."""
        return next((q for q in self.pile.claims[reading.claim].quantities if q.span == reading.span), None)

    def find_change_from_exemplar(self, readings: Sequence[Reading], reading: Reading) -> Change | None:
        """The link to the nearest exemplar with another reading; one with the same reading handed the change down."""
        copy, seen = reading, {self.find_node(reading)}
        while True:
            distances = self.find_distances(self.find_node(copy))
            holders = [r for r in readings if (node := self.find_node(r)) in distances and node not in seen]
            if not holders:
                return None
            nearest = min(distances[self.find_node(r)] for r in holders)
            exemplars = [r for r in holders if distances[self.find_node(r)] == nearest]
            same = [r for r in exemplars if self.find_value(readings, r) == self.find_value(readings, reading)]
            if not same:
                path = Path(copy=self.find_node(copy), exemplar=self.find_node(exemplars[0]))
                return Change(path, exemplars[0]) if self.is_shown(path) else None
            copy = same[0]
            seen.add(self.find_node(copy))

    def find_change_from_common(self, readings: Sequence[Reading], reading: Reading) -> Change | None:
        """The link to the nearest text, itself not at hand, from which another account has another reading."""
        node = self.find_node(reading)
        distances = self.find_distances(node)
        holders = {self.find_node(r) for r in readings}
        for other in readings:
            if self.find_value(readings, other) == self.find_value(readings, reading):
                continue
            common = self.find_distances(self.find_node(other)).keys() & distances.keys() - holders
            if common:
                nearest = min(common, key=lambda exemplar: (distances[exemplar], exemplar))
                path = Path(copy=node, exemplar=nearest)
                return Change(path, other) if self.is_shown(path) else None
        return None

    def is_shown(self, path: Path) -> bool:
        """True where both ends are witnesses that the dossier lists, and not two versions of one article."""
        copy, exemplar = self.pile.witnesses.get(path.copy), self.pile.witnesses.get(path.exemplar)
        if copy is None or exemplar is None:
            return False
        return not (copy.article and exemplar.article and self.pile.are_versions(copy.article, exemplar.article))

    def is_translation(self, reading: Reading, change: Change) -> bool:
        """True where the languages of copy and exemplar differ, as far as the exemplar's is known."""
        article = self.pile.articles[self.pile.claims[reading.claim].article]
        exemplar = self.pile.articles.get(self.pile.witnesses[change.path.exemplar].article or "")
        if exemplar is not None:
            return article.language != exemplar.language
        return self.kinds.get((change.path.copy, change.path.exemplar)) == "translation"

    def explain_revision(self, kind: VariantKind, one: Reading, other: Reading) -> str:
        """One sentence on what a later version of an article has otherwise."""
        earlier, later = one, other
        articles = [self.pile.claims[reading.claim].article for reading in (one, other)]
        if self.pile.is_superseded(articles[1], articles[0]):
            earlier, later = other, one
        name = self.pile.find_name(self.find_node(later))
        here, there = _say_value(kind, later, earlier), _say_value(kind, earlier, later)
        return f"{name} has {here} in its later version, and had {there} before."

    def explain(self, kind: VariantKind, reading: Reading, change: Change) -> str:
        """One sentence on who changed what."""
        copy, exemplar = self.pile.find_name(change.path.copy), self.pile.find_name(change.path.exemplar)
        here, there = _say_value(kind, reading, change.other), _say_value(kind, change.other, reading)
        if self.find_node(change.other) == change.path.exemplar:
            return f"{copy} has {here} where its source, {exemplar}, has {there}."
        other = self.pile.find_name(self.find_node(change.other))
        if kind in ("modality", "hedge"):
            return f"{copy} has {here} and {other} has {there}; both have it from {exemplar}."
        return f"{copy} and {other} both have it from {exemplar}, as {here} and as {there}."


def _say_value(kind: VariantKind, reading: Reading, other: Reading) -> str:
    """A reading inside a sentence: told as done, without a word of doubt that the other has, or its value."""
    if kind == "modality":
        return f"it told as {MOODS.get(reading.value, reading.value)}"
    if kind == "hedge" and reading.value == UNHEDGED:
        return f"it without “{other.value}”"
    return f"“{reading.value}”"


def _are_days(values: Sequence[str | None]) -> bool:
    return all(value is not None and len(value) >= 10 for value in values)


def turn_relation(reading: Reading, first: Reading) -> Reading:
    """A reading's relation to a new reference: the old reference and its like stand to it as it stood to them."""
    if reading.value == first.value:
        return replace(reading, relation="same")
    return replace(reading, relation=first.relation) if reading.relation in {"reference", "same"} else reading


def choose_label(readings: Sequence[Reading], label: Label) -> Label:
    """The label shown: what independent accounts disagree on, then what copying changed, then what `match` found."""
    loose = {reading.relation for reading in readings if reading.on_path is None}
    if "contradiction" in loose:
        return "contradiction"
    if any(reading.on_path for reading in readings):
        return "drift"
    if "update" in loose:
        return "update"
    if label not in {"drift", "translation"}:
        return label
    return next((shown for relation, shown in FALLBACK if relation in loose), "same")
