"""Which names are one: every rule needs evidence in the pile or in the gazetteer of outlets."""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence, Set
from functools import lru_cache
from itertools import combinations

from stemma.find import find_outlet, stem_word
from stemma.lang import find_language
from stemma.lang.language import Language
from stemma.match.witnesses.mentions import BODIES, MEDIA, Mention, body_key, is_description, make_key
from stemma.match.witnesses.same import pair_same
from stemma.match.witnesses.scripts import find_sound, find_whole_sound, is_cyrillic
from stemma.match.witnesses.spellings import is_one_name, pair_reports, pair_spellings, pair_titled
from stemma.match.witnesses.words import find_all_words
from stemma.match.words import find_concept, find_parts
from stemma.model import Article, Extraction
from stemma.text import find_words, fold

SAME_WORDS = 6  # of a content, from its beginning


NAMED_ALIKE = MEDIA | {"organisation", "person"}  # what the name of an outlet in other letters may be taken for
ENDINGS = "аеиоуыэюяі"  # of cases in Cyrillic, which a stemmer leaves of words without their accents
DOUBLED = "н"  # which a stemmer takes from one case and not from another
COMMON: frozenset[str] = frozenset({"organisation", "state"})


class Groups:
    """Disjoint groups of keys (union-find); every key starts alone.

    The smallest key is the root, so the order of joining never shows.
    """

    def __init__(self, keys: Iterable[str]) -> None:
        self._parent = {key: key for key in keys}

    def root(self, key: str) -> str:
        """The smallest key of the group."""
        while self._parent[key] != key:
            self._parent[key] = self._parent[self._parent[key]]
            key = self._parent[key]
        return key

    def join(self, one: str, other: str) -> None:
        """Make one group of two."""
        first, second = sorted((self.root(one), self.root(other)))
        self._parent[second] = first


def group_names(mentions: Sequence[Mention], articles: Sequence[Article], extractions: Sequence[Extraction]) -> Groups:
    """One group of names for every witness; the outlets of the pile are names too."""
    outlets = [Mention(body_key(a.outlet), a.outlet, "outlet", a.id) for a in articles if a.outlet]
    names = sorted((*mentions, *outlets), key=lambda m: (-len(find_words(m.name)), m.key, m.article))
    languages = {a.id: a.language for a in articles}
    reports, titled = list(pair_reports(names, languages)), list(pair_titled(names))
    groups = Groups(sorted({m.key for m in names} | {medium for medium, _ in reports}))
    _join_outlets(groups, names)
    _join_short_names(groups, names, {key for _, key in titled}, {a.id: a.story or a.id for a in articles})
    _join_acronyms(groups, names)
    _join_translated(groups, names, languages)
    _join_common_bodies(groups, mentions, articles)
    _join_persons(groups, names)
    _join_scripts(groups, names, languages)
    _join_repeated_descriptions(groups, extractions)
    for one, other in (
        *reports,
        *titled,
        *pair_spellings(names, articles),
        *pair_same(names, extractions, articles),
    ):
        groups.join(one, other)
    return groups


def _join_outlets(groups: Groups, mentions: Sequence[Mention]) -> None:
    """An ending "news" is dropped, as in "Lampnews" and "Lamp", where the rest is a medium of the pile."""
    media = {m.key for m in mentions if m.kind in MEDIA}
    for key in sorted(media):
        bare = key.removesuffix("news")
        if bare != key and bare in media:
            groups.join(key, bare)


def _join_short_names(groups: Groups, mentions: Sequence[Mention], titled: Set[str], stories: dict[str, str]) -> None:
    """Make "the Authority" the "Harbour Authority" where the name of only one body of the pile ends so.

    The short form must end in a word for a kind of body, or the long one open with a word for a kind of source ("Sender
    Radio Tarn"): "The Rise of Acme" is not Acme. A mere noun is the one of its own story: "police".
    """
    known = find_all_words()
    told: dict[str, set[str]] = defaultdict(set)
    for mention in mentions:
        told[mention.key].add(stories[mention.article])
    words = {m.key: find_words(m.name) for m in mentions if m.kind in BODIES and m.key not in titled}
    by_last: dict[str, list[tuple[str, list[str]]]] = defaultdict(list)
    for key, full in words.items():
        by_last[full[-1] if full else ""].append((key, full))
    for key, short in sorted(words.items()):
        longer = [
            k
            for k, full in (by_last[short[-1]] if short else ())
            if len(full) > len(short)
            and full[-len(short) :] == short
            and (short[-1] in known.bodies or set(full[: -len(short)]) <= known.sources)
            and (not key.startswith("description:") or _is_local(short, full, told[key] & told[k]))
        ]
        if short and len({groups.root(k) for k in longer}) == 1 and find_outlet(" ".join(short)) is None:
            groups.join(key, min(longer))


def _is_local(short: list[str], full: list[str], stories: Set[str]) -> bool:
    """True for "Halden police" beside "police" in one story; not for the "Order of Police", who are no police."""
    return bool(stories) and full[-len(short) - 1] not in find_all_words().ofs


def is_body(name: str) -> bool:
    """True for a name that ends in a word for a body: "Osterby police"."""
    return find_words(name)[-1:] != [] and find_words(name)[-1] in find_all_words().bodies


def _join_acronyms(groups: Groups, mentions: Sequence[Mention]) -> None:
    """Join "KLN" to "Kelland Lamp News" where both are bodies and only one name in the pile has these initials."""
    by_initials: dict[str, set[str]] = defaultdict(set)
    for mention in mentions:
        capitals = "".join(word[0] for word in re.findall(r"\w+", mention.name) if word[0].isupper())
        if mention.kind in BODIES and len(capitals) > 1 and not mention.name.isupper():
            by_initials[capitals].add(mention.key)
    for mention in mentions:
        keys = by_initials.get(mention.name, set())
        if mention.kind in BODIES and mention.name.isupper() and len({groups.root(k) for k in keys}) == 1:
            groups.join(mention.key, min(keys))


def _join_translated(groups: Groups, mentions: Sequence[Mention], languages: dict[str, str]) -> None:
    """Make one body of names that say the same in two languages: "Otoritas Pelabuhan Orla", "Orla Port Authority"."""
    keys: dict[frozenset[str], dict[str, str]] = defaultdict(dict)
    for mention in mentions:
        if mention.kind in BODIES:
            code = languages[mention.article]
            said = _find_said(mention.name, code)
            described = mention.key.startswith("description:") and _find_public_body(mention.name, code)
            if len(said) > 1 and not described:  # each story has a fire brigade of its own
                keys[said].setdefault(code, mention.key)
    for found in keys.values():
        first, *others = (key for _, key in sorted(found.items()))
        for other in others:
            groups.join(first, other)


def _join_common_bodies(groups: Groups, mentions: Sequence[Mention], articles: Sequence[Article]) -> None:
    """Of one event there is one police and one interior ministry, whichever article, language and case speaks of it.

    A name in capitals joins them ("The police", "Polizei") where another article has it without.
    """
    of_article = {a.id: a for a in articles}
    keys: dict[tuple[str, str, frozenset[str]], set[str]] = defaultdict(set)
    public: set[frozenset[str]] = set()
    for mention in mentions:
        article = of_article[mention.article]
        known = _find_public_body(mention.name, article.language)
        public |= {known} if known else set()
        if mention.kind in COMMON and article.story and (known or not is_capitalised(mention.name)):
            keys[article.story, "", _find_said(mention.name, article.language)].add(mention.key)
            keys[article.story, article.language, _find_stems(mention.name, article.language)].add(mention.key)
    for (_, _, said), found in sorted(keys.items(), key=lambda item: sorted(item[1])):
        if said and (said in public or any(key.startswith("description:") for key in found)):
            for key in sorted(found):
                groups.join(min(found), key)


def _find_public_body(name: str, code: str) -> frozenset[str]:
    """The English words of a body of which an event has one: "Innenministerium" is the interior ministry."""
    return _list_public_bodies(code).get(_find_stems(name, code), frozenset())


@lru_cache(maxsize=64)
def _list_public_bodies(code: str) -> dict[frozenset[str], frozenset[str]]:
    language = find_language(code)
    bodies = language.grammar.public_bodies if language else {}
    return {_find_stems(name, code): frozenset(find_words(english)) for name, english in bodies.items()}


def _find_stems(name: str, code: str) -> frozenset[str]:
    """The words of a name without the endings of their cases, as far as a stemmer leaves any."""
    language = find_language(code)
    stems = (stem_word(word, language) for word in find_words(_skip_saying(name, language)))
    return frozenset(stem.rstrip(ENDINGS).rstrip(DOUBLED) or stem for stem in stems)


def _skip_saying(name: str, language: Language | None) -> str:
    """The body whose words or statement they are: "слова полиции", in which the case tells of whom."""
    first, _, rest = name.partition(" ")
    return rest if rest and language and language.speech.cased and fold(first) in language.speech.words else name


def is_capitalised(name: str) -> bool:
    """True for a name with a capital behind its first word."""
    return any(c.isupper() for c in name[1:].partition(" ")[2])


def _find_said(name: str, code: str) -> frozenset[str]:
    """What the words of a name say, in no language."""
    if public := _find_public_body(name, code):
        return public
    language = find_language(code)
    name = _skip_saying(name, language)
    small = language.grammar.stopwords if language else frozenset()
    spelled = name if is_capitalised(name) else name[:1].lower() + name[1:]  # it may only open its sentence
    words = [p for w in re.findall(r"\w+", spelled) if fold(w) not in small for p in find_parts(w, language)]
    return frozenset(find_concept(stem_word(fold(w), language), w, language) for w in words)


def _join_persons(groups: Groups, mentions: Sequence[Mention]) -> None:
    """A surname alone joins the one fuller name of the pile that ends in it; a given name joins its initial.

    A lone word may have been taken for a body: it is the person where no body of the pile has a longer name with it.
    What is known as a state is nobody's surname: "the ambassador to Sylvania" is not Sylvania.
    """
    states = {m.key for m in mentions if m.kind == "state"}
    mentions = [m for m in mentions if m.key not in states]
    persons = {m.key: find_words(m.name) for m in mentions if m.kind == "person" and is_one_name(m.name)}
    lone = {m.key: find_words(m.name) for m in mentions if m.kind == "organisation" and len(m.name.split()) == 1}
    persons |= {key: words for key, words in lone.items() if key not in persons}
    by_last: dict[str, set[str]] = defaultdict(set)
    for key, words in persons.items():
        if words:
            by_last[words[-1]].add(key)
    for _, keys in sorted(by_last.items()):
        full = sorted(key for key in keys if len(persons[key]) > 1)
        for key in sorted(keys):
            fitting = [other for other in full if other != key and _is_same_person(persons[key], persons[other])]
            if all(_is_same_person(persons[a], persons[b]) for a, b in combinations(fitting, 2)):
                for other in fitting:
                    groups.join(key, other)


def _join_scripts(groups: Groups, mentions: Sequence[Mention], languages: Mapping[str, str]) -> None:
    """One person or outlet spelled in Cyrillic and in Latin letters, where only one of the pile sounds so.

    Each language may have a spelling of its own: "Марія" is "Мария".
    """
    sounding: dict[tuple[str, ...], dict[bool, dict[str, set[str]]]] = defaultdict(
        lambda: {True: defaultdict(set), False: defaultdict(set)}
    )
    media = {groups.root(m.key) for m in mentions if m.kind in MEDIA}
    for mention in mentions:
        root, code = groups.root(mention.key), languages[mention.article]
        sound = find_sound(mention.name) if mention.kind == "person" else None
        if sound:
            sounding["person", *sound][is_cyrillic(mention.name)][code].add(root)
        whole = find_whole_sound(mention.name) if mention.kind in NAMED_ALIKE else None
        if whole:
            sounding["outlet", *whole][is_cyrillic(mention.name)][code].add(root)
    for what, found in sounding.items():
        roots = [root for by_language in found.values() for spelled in by_language.values() for root in spelled]
        known = what[0] == "person" or not media.isdisjoint(roots)
        alone = all(len(spelled) == 1 for by_language in found.values() for spelled in by_language.values())
        if known and alone and found[True] and found[False]:
            for root in roots:
                groups.join(min(roots), root)


def _join_repeated_descriptions(groups: Groups, extractions: Sequence[Extraction]) -> None:
    """One unnamed source where two articles describe it in the same words for the same words: one text went round."""
    keys: dict[tuple[str, tuple[str, ...]], list[str]] = defaultdict(list)
    for extraction in extractions:
        by_id = {a.id: a for a in extraction.attributions}
        for attribution in extraction.attributions:
            if attribution.source.name and is_description(attribution.source):
                opening = tuple(find_words(attribution.content.text)[:SAME_WORDS])
                keys[fold(attribution.source.name), opening].append(make_key(attribution, by_id))
    for found in keys.values():
        for key in found[1:]:
            groups.join(found[0], key)


def _is_same_person(short: list[str], full: list[str]) -> bool:
    if short[-1] != full[-1]:
        return False
    given, other = short[:-1], full[:-1]
    return not given or set(given) <= set(other) or set(other) <= set(given) or given[0][0] == other[0] == other[0][0]
