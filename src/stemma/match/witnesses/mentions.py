"""The names by which articles call their sources, each under a key that equal names share."""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache

from stemma.find import find_outlet
from stemma.lang import find_language, known_codes
from stemma.match.witnesses.words import find_all_words
from stemma.model import Article, Attribution, Extraction, Kind, Source
from stemma.text import find_words, fold

_GENERIC = {
    "the",
    "a",
    "an",
    "of",
    "newspaper",
    "newspapers",
    "magazine",
    "website",
    "site",
    "agency",
    "news",
    "com",
    "net",
    "org",
    "co",
    "uk",
    "www",
    "for",
    "and",
}
# Legal forms, as they close a company's name or open it (ISO 20275 lists them all): no part of what it is called.
_FORMS = frozenset({
    "inc", "ltd", "llc", "plc", "corp", "gmbh", "ag", "se", "sa", "sas", "spa", "srl", "nv", "bv", "oy",
    "oyj", "ab", "asa", "aps", "kgaa", "kg", "pt", "tbk", "ооо", "оао", "зао", "пао", "тов", "пат",
})  # fmt: skip
NAMED = "name:"  # opens the key of a name that is no description
MEDIA: frozenset[str] = frozenset({"outlet", "agency", "account"})
BODIES: frozenset[str] = frozenset({"organisation", "state", "outlet", "agency", "account", "document", "data"})
SINGULAR: frozenset[str] = frozenset({"unnamed", "group"})  # a description names somebody only inside its own article
_ADDRESS = re.compile(r"\w\.\w|@\w")
_ACRONYM = re.compile(r"\(([A-Z][A-Z.]{1,8})\)")  # "the Kelland Lamp Service (KLS)"


@dataclass(frozen=True, slots=True)
class Mention:
    """One name for a source in one article; equal keys are one name."""

    key: str
    name: str
    kind: Kind
    article: str


def find_mentions(extractions: Sequence[Extraction]) -> list[Mention]:
    """Every name by which the articles call a source, or the body that one speaks for."""
    mentions = []
    for extraction in extractions:
        by_id = {a.id: a for a in extraction.attributions}
        for attribution in extraction.attributions:
            source = attribution.source
            if source.name:
                key = make_key(attribution, by_id)
                names = [source.name, *(_find_other_names(attribution) if source.kind in BODIES else ())]
                mentions += [Mention(key, name, source.kind, extraction.article) for name in names]
            if source.speaks_for:
                mentions.append(
                    Mention(
                        headed_key(source.speaks_for, extraction.article),
                        source.speaks_for,
                        _kind_of_body(source.speaks_for),
                        extraction.article,
                    )
                )
    return mentions


def _find_other_names(attribution: Attribution) -> list[str]:
    """The acronym behind a body's name, and the name with the article that belongs to it: "reported The Lamp"."""
    source, cue = attribution.source, attribution.cue.span
    article = source.text.removesuffix(source.name).strip()
    inside = cue is not None and source.span is not None and cue.start < source.span.start  # no capital of a sentence
    titled = inside and source.text.endswith(source.name) and article[:1].isupper()
    return [*_ACRONYM.findall(source.text), *([source.text] if titled and fold(article) in find_openers() else ())]


@lru_cache(maxsize=1)
def find_openers() -> frozenset[str]:
    """Words that open the names of outlets and say nothing of which it is: The, La, Der; of all languages."""
    known = [language for code in known_codes() if (language := find_language(code))]
    return frozenset(word for language in known for word in language.grammar.determiners)


def _kind_of_body(name: str) -> Kind:
    found = find_outlet(name)
    return "organisation" if found is None else ("agency" if found[1] == "agency" else "outlet")


def body_key(name: str) -> str:
    """The key of a body's name: an article before it does not count."""
    first, _, rest = name.partition(" ")
    return NAMED + compact(rest if rest and fold(first) in find_openers() else name)


def headed_key(name: str, article: str) -> str:
    """The key of the body that somebody speaks for; "the police" is that of its own article."""
    return body_key(name) if _is_named(name) else f"description:{fold(name)}@{article}"


def _is_named(name: str) -> bool:
    """False without a capital, and for the "Police" that opens a sentence."""
    if fold(name) in find_all_words().local_bodies:
        return False
    return any(c.isupper() or c.isdigit() for c in name) or bool(_ADDRESS.search(name))


def find_main_language(articles: Iterable[Article]) -> frozenset[str]:
    """The ids of the articles in the language of most, copies not counted; of two such, in English, as reports are."""
    languages = {a.id: a.language for a in articles if not a.duplicate_of}
    counts = Counter(languages.values())
    main = min(counts, key=lambda code: (-counts[code], code != "en", code), default="")
    return frozenset(article for article, code in languages.items() if code == main)


def is_description(source: Source) -> bool:
    """True for "two officials", and for "a doctor", "Police": without a capital of their own nobody is named."""
    return source.kind in SINGULAR or not _is_named(source.name)


def make_key(attribution: Attribution, by_id: dict[str, Attribution]) -> str:
    """Names are keyed by their letters; a description also by who reports it (else by its article)."""
    source = attribution.source
    if not is_description(source):
        return body_key(source.name) if source.kind in BODIES else NAMED + compact(source.name)
    outer = by_id.get(attribution.inside or "")
    scope = (
        compact(outer.source.name)
        if outer and outer.source.name and not is_description(outer.source)
        else attribution.article
    )
    return f"description:{fold(source.name)}@{scope}"


def compact(name: str) -> str:
    """Letters and digits of the words that identify: "The Daily Lamp newspaper" and "dailylamp.com" agree."""
    found = find_outlet(name)
    words = find_words(re.sub(r"^(?:https?://)?(?:www\.)?", "", found[0] if found else name).replace(".", " "))
    telling = [word for word in _strip_forms(words) if word not in _GENERIC] or words
    return "".join(re.sub(r"\W", "", word) for word in telling) + (
        "news" if len(telling) == 1 and "news" in words else ""
    )


def _strip_forms(words: list[str]) -> list[str]:
    """The words of a name without a legal form at its end, or before it: "Acme Ltd", "ООО Акме"."""
    while len(words) > 1 and words[-1] in _FORMS:
        words = words[:-1]
    return words[1:] if len(words) > 1 and words[0] in _FORMS else words
