"""How alike two articles are, and why: shared names, numbers and places, shared words, and the days between."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from math import sqrt

from stemma.cluster.dates import Day, count_days_between
from stemma.cluster.features import Profile, find_vocabulary
from stemma.cluster.rarity import Rarity

NEAR_DAYS = 2
FADE_DAYS = 60  # after so many days likeness counts half
NEAR_BONUS = 1.7  # published within the same days: likelier one event than two texts of unknown dates
NEAR_STATED_DAYS = 10  # days that texts state are less sure a sign than days of publication
EXPECTED = 0.6  # of the shortest texts
LENGTH_SCALE = 200  # features by which expected likeness doubles
LONG_TEXT = 300
FADE_STATED_DAYS = 60
FACTS_BOUND = 2.0  # the same words about other actors and places are another story
LEAST_NAMES = 3  # fewer are too few to say that the actors differ
GLOSSED_BONUS = 1.2  # spellings differ between languages, so fewer names meet
UNGLOSSED_BONUS = 2.5  # and nothing else can be compared
SIGN_PAIRS = frozenset({"ja", "th", "zh"})  # written without spaces, so words are compared by pairs of signs
SIGN_PAIRS_BONUS = 2.0  # a text has more of these than words, and fewer are the same in another account
FEW_FACTS = 8
FEWEST_FACTS = 6  # names and numbers of either, from which two articles can be told to have none in common
SCRIPTS = {
    "ar": "arabic",
    "ja": "japanese",
    "ko": "hangul",
    "ru": "cyrillic",
    "th": "thai",
    "uk": "cyrillic",
    "zh": "han",
}
NO_FACTS = 0.03  # likeness of these, below which they have none but by chance
NO_FACTS_RESPELT = 0.01  # the same where names cannot be compared, or each language spells them in its own way
EXPLAINED = 12  # shared features that an explanation lists


@dataclass(frozen=True, slots=True, kw_only=True)
class Vector:
    """A profile with its features weighed. `facts` are names, numbers and places; `words` are the rest."""

    id: str
    language: str
    day: int | None
    facts: Mapping[str, float]
    words: Mapping[str, float]
    stated: tuple[Day, ...] = ()
    lengths: dict[str, tuple[float, float]] = field(default_factory=dict)

    def measure(self, language: str) -> tuple[float, float]:
        """Lengths of facts and words, as far as an article in that language could share them."""
        if language not in self.lengths:
            words = _find_comparable(self, language)
            self.lengths[language] = (_measure(self.facts.values()), _measure(words))
        return self.lengths[language]


@dataclass(frozen=True, slots=True, kw_only=True)
class Likeness:
    """How alike two articles are, and the parts it is made of; None where a part cannot be compared.

    Attributes:
        content: likeness of actors, places, numbers and words, 0 to 1; long texts are held to a higher measure.
        time: what the days between make of it: above 1 for publication within days, falling with distance.
        facts: cosine of names, places and numbers alone.
        words: cosine of the other words alone.
        days: days between publication, or else between the nearest days that the texts state.
        shared: the shared features that weigh most, heaviest first.
    """

    content: float
    time: float | None
    facts: float | None
    words: float | None
    days: int | None
    shared: tuple[str, ...] = ()

    @property
    def score(self) -> float:
        """Content and time together, 0 to 1; articles of one story have on average 0.2 or more."""
        return min(1.0, self.content * (1.0 if self.time is None else self.time))


def make_vector(profile: Profile, rarity: Rarity) -> Vector:
    """Weigh a profile's features by how much they tell."""
    weighed = {key: count * rarity.weigh(key) for key, count in profile.counts.items()}
    return Vector(
        id=profile.id,
        language=profile.language,
        day=profile.day,
        stated=profile.stated,
        facts={key: value for key, value in weighed.items() if key[0] in "cnq"},
        words={key: value for key, value in weighed.items() if key[0] in "vw"},
    )


def compare_vectors(one: Vector, other: Vector) -> Likeness:
    """The likeness of two articles, with the shared features that weigh most."""
    facts = {key: value * other.facts[key] for key, value in one.facts.items() if key in other.facts}
    words = {key: value * other.words[key] for key, value in one.words.items() if key in other.words}
    ranked = sorted((facts | words).items(), key=lambda item: (-item[1], item[0]))
    shared = tuple(key[2:] for key, _ in ranked[:EXPLAINED])
    return make_likeness(one, other, (sum(facts.values()), sum(words.values())), shared)


def make_likeness(one: Vector, other: Vector, dots: tuple[float, float], shared: tuple[str, ...] = ()) -> Likeness:
    """Likeness from the dot products of facts and words.

    The mean of three cosines: all features, facts alone, words alone. A part that one side lacks is left out.
    """
    a, b = one.measure(other.language), other.measure(one.language)
    facts, words = _divide(dots[0], a[0] * b[0]), _divide(dots[1], a[1] * b[1])
    whole = _divide(sum(dots), sqrt((a[0] ** 2 + a[1] ** 2) * (b[0] ** 2 + b[1] ** 2)))
    content = _mean((whole, facts, words)) / _expect(one, other)
    if facts is not None and _is_named(one) and _is_named(other):
        content = min(content, FACTS_BOUND * facts)
    if one.language != other.language:
        content *= GLOSSED_BONUS if words is not None else _trust_facts(one, other)
    elif one.language in SIGN_PAIRS:
        content *= SIGN_PAIRS_BONUS
    days = _count_days(one, other)
    return Likeness(
        content=min(1.0, content),
        time=None if days is None else weigh_days(days, both_dated(one, other)),
        facts=facts,
        words=words,
        days=days,
        shared=shared,
    )


def share_facts(one: Vector, other: Vector) -> bool | None:
    """Do both give names or numbers that are the same? None where one has too few to tell.

    Two accounts of one event do, in whatever languages; those of two events of one kind have only words in common.
    Between two scripts, numbers alone can be compared.
    """
    alike = SCRIPTS.get(one.language) == SCRIPTS.get(other.language)
    kinds = "nq" if alike else "q"
    here, there = ({key: v for key, v in vector.facts.items() if key[0] in kinds} for vector in (one, other))
    if min(len(here), len(there)) < FEWEST_FACTS:
        return None
    dot = sum(value * there[key] for key, value in here.items() if key in there)
    latin = one.language not in SCRIPTS and other.language not in SCRIPTS
    return dot >= (NO_FACTS if latin else NO_FACTS_RESPELT) * _measure(here.values()) * _measure(there.values())


def both_dated(one: Vector, other: Vector) -> bool:
    """True when both days of publication are known."""
    return one.day is not None and other.day is not None


def weigh_days(days: int, dated: bool) -> float:
    """What so many days between two articles make of their likeness: of publication, or else of days stated in them."""
    if dated:
        return NEAR_BONUS / (1 + max(0, days - NEAR_DAYS) / FADE_DAYS)
    return 1 / (1 + max(0, days - NEAR_STATED_DAYS) / FADE_STATED_DAYS)


def _count_days(one: Vector, other: Vector) -> int | None:
    if one.day is not None and other.day is not None:
        return abs(one.day - other.day)
    return count_days_between(one.stated, other.stated)


def _expect(one: Vector, other: Vector) -> float:
    """Long texts share more words by chance: how much more than short ones."""
    size = min(len(one.facts) + len(one.words), len(other.facts) + len(other.words), LONG_TEXT)
    return EXPECTED * (1 + size / LENGTH_SCALE)


def _trust_facts(one: Vector, other: Vector) -> float:
    """How far names and numbers alone may decide between two languages: little, where there are few."""
    few = min(len(one.facts), len(other.facts))
    return UNGLOSSED_BONUS * few / (few + FEW_FACTS)


def _is_named(vector: Vector) -> bool:
    return sum(key[0] == "n" for key in vector.facts) >= LEAST_NAMES


def _mean(parts: Iterable[float | None]) -> float:
    known = [part for part in parts if part is not None]
    return sum(known) / len(known) if known else 0.0


def _find_comparable(vector: Vector, language: str) -> Iterable[float]:
    if language == vector.language:
        return vector.words.values()
    shared = find_vocabulary(language)
    return [value for key, value in vector.words.items() if key[0] == "w" and (shared is None or key in shared)]


def _measure(values: Iterable[float]) -> float:
    return sqrt(sum(value * value for value in values))


def _divide(dot: float, length: float) -> float | None:
    return dot / length if length > 0 else None
