"""Names in languages that inflect them: which words of a phrase are the name, and which forms mean one bearer."""

from itertools import takewhile

from stemma.extract.speech.words import Token
from stemma.find.gazetteer import is_given_name
from stemma.lang.language import Speech
from stemma.model import Kind
from stemma.text import fold

_ENDING = 3  # letters of the longest ending
_COMMON = 5  # letters of a stem by which a noun is known again
_STEM = 3  # letters of the shortest stem
_MEDIA: tuple[Kind, ...] = ("outlet", "agency")
_BODIES: tuple[Kind, ...] = ("organisation", "document", "data")


def is_inflection(left: str, right: str) -> bool:
    """True where two folded words differ in their endings at most: Песков, Пескова."""
    if left == right:
        return True
    stem = sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(left, right, strict=False)))
    return stem >= _STEM and max(len(left), len(right)) - stem <= _ENDING and stem >= min(len(left), len(right)) - 2


def are_inflections(left: tuple[str, ...], right: tuple[str, ...]) -> bool:
    """The same, word by word."""
    return len(left) == len(right) and all(is_inflection(a, b) for a, b in zip(left, right, strict=True))


def narrow_run(
    text: str, words: list[Token], run: tuple[int, int] | None, role: int | None, speech: Speech
) -> tuple[int, int] | None:
    """The name inside a run of capitals behind a noun: "глава МИД РФ | Иван Лесной"; None where it holds none."""
    if role is None:
        return run
    holder = _find_holder(text, words, role, speech)
    if holder is not None or run is None:
        return holder
    low, high = run
    noun = words[role].fold
    body = speech.kinds.get(noun) in _BODIES and noun not in speech.roles
    if low <= role:
        return None if high <= role + 1 or body else _find_person(text, words, (role + 1, high), speech)
    if body:
        return run if text[words[low].start - 1 : words[low].start] in tuple("«\"“„'") else None
    if speech.kinds.get(noun) in _MEDIA:
        return run
    return None if words[low - 1].fold in speech.links else _find_person(text, words, run, speech)


def _find_holder(text: str, words: list[Token], role: int, speech: Speech) -> tuple[int, int] | None:
    """The "Иван Лесной" that ends "глава Комитета по делам рыбаков Халдена Иван Лесной": a given name, a surname."""
    high = len(words)
    low = high - 2 - (high > role + 3 and words[-2].fold.endswith(speech.patronymic_endings or ("\0",)))
    if low <= role or words[role].fold not in speech.roles or not all(t.capital and t.kind == "w" for t in words[low:]):
        return None
    return (low, high) if is_given_name(text[words[low].start : words[low].end]) else None


def _find_person(text: str, words: list[Token], run: tuple[int, int], speech: Speech) -> tuple[int, int] | None:
    """The person's name at the end of "МИД РФ Иван Лесной", "России Лесной"."""
    low, high = run
    while low < high and _is_acronym(text, words[low]):
        low += 1
    if high - low > 2 and not words[high - 2].fold.endswith(speech.patronymic_endings or ("\0",)):
        low = high - 2
    if high - low < 3 and low < high and _is_genitive(text, words[low], speech):
        low += 1
    adjective = high - low == 2 and words[low].fold.endswith(speech.oblique_adjectives or ("\0",))
    return (low, high) if low < high and not adjective else None


def _is_genitive(text: str, token: Token, speech: Speech) -> bool:
    """True for the "России" of "глава России"."""
    return text[token.start : token.end].endswith(speech.genitive_endings or ("\0",))


def leave_adjectives(words: list[Token], runs: list[tuple[int, int]], speech: Speech) -> list[tuple[int, int]]:
    """The runs of capitals without those that go on small: the "Городского" of "глава Городского совета"."""
    return [
        (low, high)
        for low, high in runs
        if not speech.cased
        or high == len(words)
        or words[high].kind != "w"
        or not words[high - 1].fold.endswith(speech.adjective_endings or ("\0",))
        or words[high].fold in speech.links | speech.joins
    ]


def skip_owner(text: str, words: list[Token], low: int, speech: Speech) -> int:
    """Where a person's name begins behind what the office is of: "президент России | Иван Лесной"."""
    if speech.free_order:
        return _find_given_name(text, words, low)
    if not speech.cased:
        return low
    while len(words) - low > 2 and all(token.capital for token in words[low:]):
        part = text[words[low].start : words[low].end]
        before = text[max(0, words[low].start - 20) : words[low].start].split()[-1:]
        word = fold(before[0]) if before else ""
        named = is_given_name(text[words[low + 1].start : words[low + 1].end]) and not is_given_name(part)
        named = named and part.endswith(speech.owned_places)
        owned = named or (word in speech.roles and part.endswith(speech.genitive_endings or ("\0",)))
        foreign = speech.latin_names and part.isascii() and not text[words[-1].start].isascii()
        if not (owned or foreign or _is_acronym(text, words[low]) or word in speech.place_openers):
            break
        low += 1
    return low


def _find_given_name(text: str, words: list[Token], low: int) -> int:
    """Where the given name stands in "Dolní Lhota | Eva Malá"; `low` where the run begins with one, or has none."""
    given = [i for i in range(low, len(words) - 1) if is_given_name(text[words[i].start : words[i].end])]
    return given[0] if given and len(words) - low > 2 else low


def _is_acronym(text: str, token: Token) -> bool:
    return token.end - token.start > 1 and text[token.start : token.end].isupper()


def find_standard_names(names: list[tuple[str, tuple[str, ...]]]) -> dict[str, str]:
    """Each name with the form that stands for all its inflections: the shortest, then the first by letters."""
    groups: dict[tuple[int, str], list[list[tuple[str, tuple[str, ...]]]]] = {}
    for name, words in sorted(set(names), key=lambda entry: (len(entry[0]), entry[0])):
        if not words or not words[-1]:
            continue
        bucket = groups.setdefault((len(words), words[-1][:_STEM]), [])
        home = next((group for group in bucket if are_inflections(group[0][1], words)), None)
        if home is None:
            bucket.append([(name, words)])
        else:
            home.append((name, words))
    return {name: group[0][0] for bucket in groups.values() for group in bucket for name, _ in group}


def spell_nominative(name: str, before: str, speech: Speech) -> str:
    """The "Министерство обороны" of «в Министерстве обороны заявили»; a name behind no preposition stays."""
    first, blank, rest = name.partition(" ")
    plain = speech.nominatives.get(fold(first)) if speech.nominatives else None
    if plain is None or fold(before.rpartition(" ")[2]) not in speech.links:
        return name
    return (plain.capitalize() if first[:1].isupper() else plain) + blank + rest


def find_common(tokens: list[Token], speech: Speech) -> frozenset[str]:
    """The stems of the nouns that an article writes small, where names and nouns are inflected."""
    if not speech.cased:
        return frozenset()
    return frozenset(t.fold[:_COMMON] for t in tokens if not t.capital and len(t.fold) >= _COMMON)


def is_common(tokens: list[Token], at: int, common: frozenset[str]) -> bool:
    """True for a capital with such a stem before another capital; not for a given name: Вера, Роман."""
    following = tokens[at + 1] if at + 1 < len(tokens) else None
    named = following is not None and following.capital and following.kind == "w"
    return named and tokens[at].fold[:_COMMON] in common and not is_given_name(tokens[at].fold)
