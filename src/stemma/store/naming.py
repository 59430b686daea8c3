"""Names across spellings: accents, case, hyphens and an article before them do not matter."""

from collections.abc import Iterable

from stemma.text import find_words

ARTICLES = frozenset(["the", "le", "la", "les", "el", "los", "las", "il", "der", "die", "das", "o", "a", "os", "as"])


def fold_name(name: str) -> str:
    """What two spellings of one name have in common."""
    words = find_words(name.replace("-", " "))
    return " ".join(words[1:] if len(words) > 1 and words[0] in ARTICLES else words) or name.casefold().strip()


def choose_names(wanted: str, names: Iterable[str]) -> list[str]:
    """Those of the names that are meant: the same but for spelling; where there is none, those that have its words."""
    by_fold: dict[str, list[str]] = {}
    for name in names:
        by_fold.setdefault(fold_name(name), []).append(name)
    folded = fold_name(wanted)
    if folded in by_fold:
        return sorted(by_fold[folded])
    words = set(folded.split())
    return sorted(name for fold, same in by_fold.items() for name in same if words and words <= set(fold.split()))
