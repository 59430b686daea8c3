"""Names in languages that inflect them: which words of a phrase are the name, and which forms mean one bearer."""

from itertools import takewhile

from stemma.extract.speech.words import Token
from stemma.lang.language import Speech
from stemma.model import Kind

_ENDING = 3  # letters of the longest ending
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
    text: str, words: list[Token], run: tuple[int, int], role: int | None, speech: Speech
) -> tuple[int, int] | None:
    """The name inside a run of capitals behind a noun: "глава МИД РФ | Иван Лесной"; None where it holds none."""
    if role is None:
        return run
    low, high = run
    noun = words[role].fold
    if low <= role:
        return None if high <= role + 1 else (role + 1, high)
    if speech.kinds.get(noun) in _BODIES and noun not in speech.roles:
        return run if text[words[low].start - 1 : words[low].start] in tuple("«\"“„'") else None
    if speech.kinds.get(noun) in _MEDIA:
        return run
    return None if words[low - 1].fold in speech.links else _find_person(text, words, run, speech)


def _find_person(text: str, words: list[Token], run: tuple[int, int], speech: Speech) -> tuple[int, int] | None:
    """The person's name at the end of "МИД РФ Иван Лесной", "России Лесной"."""
    low, high = run
    while low < high and _is_acronym(text, words[low]):
        low += 1
    if high - low > 2 and not words[high - 2].fold.endswith(speech.patronymic_endings or ("\0",)):
        low = high - 2
    if high - low == 2 and text[words[low].start : words[low].end].endswith(speech.genitive_endings or ("\0",)):
        low += 1
    return (low, high) if low < high else None


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
