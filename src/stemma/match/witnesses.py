"""Who is who across articles: one witness for a person, body or outlet, however each article spells it.

Identity is decided here and nowhere else: independence hangs on it more than on anything. Every rule needs evidence in
the pile or in the gazetteer of outlets; two names that merely look alike stay two witnesses.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from stemma.find import find_outlet, stem_word
from stemma.lang import find_language, known_codes
from stemma.match.profiles import find_concept
from stemma.model import Article, Attribution, Extraction, Kind, Source, Witness
from stemma.text import find_words, fold, make_id

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
_MEDIA: frozenset[str] = frozenset({"outlet", "agency", "account"})
_BODIES: frozenset[str] = frozenset({"organisation", "state", "outlet", "agency", "account", "document", "data"})
_ADDRESS = re.compile(r"\w\.\w|@\w")
SAME_WORDS = 6  # of a content, from its beginning
_ACRONYM = re.compile(r"\(([A-Z][A-Z.]{1,8})\)")  # "the Kelland Lamp Service (KLS)"
_SINGULAR: frozenset[str] = frozenset({"unnamed", "group"})  # a description names somebody only inside its own article


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


@dataclass(frozen=True, slots=True)
class _Mention:
    key: str
    name: str
    kind: Kind
    article: str


def make_witnesses(
    articles: Sequence[Article], extractions: Sequence[Extraction]
) -> tuple[list[Witness], dict[str, str]]:
    """All witnesses, and the witness id of every attribution whose source is known.

    Args:
        articles: the pile; each becomes a witness of kind "article".
        extractions: one per article.

    Returns:
        Witnesses sorted by id, and attribution id -> witness id.
    """
    mentions = _find_mentions(extractions)
    groups = _group_names(mentions, articles, extractions)
    owners = _find_owners(articles, mentions, groups)
    by_root: dict[str, list[_Mention]] = defaultdict(list)
    for mention in mentions:
        by_root[groups.root(mention.key)].append(mention)
    made = {
        root: _make_witness(members, owners.get(root))
        for root, members in sorted(by_root.items())
        if root not in owners
    }
    ids = {root: witness.id for root, witness in made.items()} | owners
    witnesses = {w.id: w for w in made.values()} | {w.id: w for w in map(_make_article_witness, articles)}
    resolved = _resolve(extractions, groups, ids)
    for holder, body in _find_speakers(extractions, resolved, groups, ids).items():
        if holder != body and body in witnesses and witnesses[holder].kind != "article":
            witnesses[holder] = replace(witnesses[holder], speaks_for=body)
    return sorted(witnesses.values(), key=lambda w: w.id), resolved


def _group_names(
    mentions: Sequence[_Mention], articles: Sequence[Article], extractions: Sequence[Extraction]
) -> Groups:
    """One group of names for every witness; the outlets of the pile are names too."""
    outlets = [_Mention(_body_key(a.outlet), a.outlet, "outlet", a.id) for a in articles if a.outlet]
    names = sorted((*mentions, *outlets), key=lambda m: (-len(find_words(m.name)), m.key, m.article))
    groups = Groups(sorted({m.key for m in names}))
    _join_outlets(groups, names)
    _join_short_names(groups, names)
    _join_acronyms(groups, names)
    _join_translated(groups, names, {a.id: a.language for a in articles})
    _join_persons(groups, names)
    _join_repeated_descriptions(groups, extractions)
    return groups


def article_witness_id(article: str) -> str:
    """The witness id that stands for an article of the pile."""
    return make_id("witness", "article", article)


def _make_article_witness(article: Article) -> Witness:
    return Witness(
        id=article_witness_id(article.id),
        name=article.outlet or article.uri,
        kind="article",
        aliases=(article.uri,) if article.outlet else (),
        article=article.id,
        in_pile=True,
    )


def _find_mentions(extractions: Sequence[Extraction]) -> list[_Mention]:
    mentions = []
    for extraction in extractions:
        by_id = {a.id: a for a in extraction.attributions}
        for attribution in extraction.attributions:
            source = attribution.source
            if source.name:
                key = _make_key(attribution, by_id)
                names = [source.name, *(_ACRONYM.findall(source.text) if source.kind in _BODIES else ())]
                mentions += [_Mention(key, name, source.kind, extraction.article) for name in names]
            if source.speaks_for:
                mentions.append(
                    _Mention(
                        _body_key(source.speaks_for),
                        source.speaks_for,
                        _kind_of_body(source.speaks_for),
                        extraction.article,
                    )
                )
    return mentions


def _kind_of_body(name: str) -> Kind:
    found = find_outlet(name)
    return "organisation" if found is None else ("agency" if found[1] == "agency" else "outlet")


def _body_key(name: str) -> str:
    return "name:" + compact(name)


def _is_description(source: Source) -> bool:
    """True for "two officials", and for "a doctor": without a capital letter nobody is named."""
    named = any(c.isupper() or c.isdigit() for c in source.name) or _ADDRESS.search(source.name)
    return source.kind in _SINGULAR or not named


def _make_key(attribution: Attribution, by_id: dict[str, Attribution]) -> str:
    """Names are keyed by their letters; a description also by who reports it (else by its article)."""
    source = attribution.source
    if not _is_description(source):
        return "name:" + compact(source.name)
    outer = by_id.get(attribution.inside or "")
    scope = (
        compact(outer.source.name)
        if outer and outer.source.name and not _is_description(outer.source)
        else attribution.article
    )
    return f"description:{fold(source.name)}@{scope}"


def compact(name: str) -> str:
    """Letters and digits of the words that identify: "The Daily Lamp newspaper" and "dailylamp.com" agree."""
    found = find_outlet(name)
    words = find_words(re.sub(r"^(?:https?://)?(?:www\.)?", "", found[0] if found else name).replace(".", " "))
    telling = [word for word in words if word not in _GENERIC] or words
    return "".join(re.sub(r"\W", "", word) for word in telling) + (
        "news" if len(telling) == 1 and "news" in words else ""
    )


def _join_outlets(groups: Groups, mentions: Sequence[_Mention]) -> None:
    """An ending "news" is dropped, as in "Lampnews" and "Lamp", where the rest is a medium of the pile."""
    media = {m.key for m in mentions if m.kind in _MEDIA}
    for key in sorted(media):
        bare = key.removesuffix("news")
        if bare != key and bare in media:
            groups.join(key, bare)


def _join_short_names(groups: Groups, mentions: Sequence[_Mention]) -> None:
    """Make "the Authority" the "Harbour Authority" where the name of only one body of the pile ends so.

    The short form must end in a word for a kind of body, or the long one open with a word for a kind of source ("Sender
    Radio Tarn"): "The Rise of Acme" is not Acme.
    """
    heads, kinds = _find_generic_words()
    words = {m.key: find_words(m.name) for m in mentions if m.kind in _BODIES}
    for key, short in sorted(words.items()):
        longer = [
            k
            for k, full in words.items()
            if len(full) > len(short)
            and full[-len(short) :] == short
            and (short[-1] in heads or set(full[: -len(short)]) <= kinds)
        ]
        if short and len({groups.root(k) for k in longer}) == 1 and find_outlet(" ".join(short)) is None:
            groups.join(key, min(longer))


@lru_cache(maxsize=1)
def _find_generic_words() -> tuple[frozenset[str], frozenset[str]]:
    """Words for kinds of bodies and outlets, and words for kinds of sources, of all languages."""
    languages = [language for code in known_codes() if (language := find_language(code))]
    heads = {w for lang in languages for w in lang.grammar.organisation_heads | lang.grammar.outlet_heads}
    return frozenset(heads), frozenset(w for lang in languages for w in lang.speech.kinds)


def _join_acronyms(groups: Groups, mentions: Sequence[_Mention]) -> None:
    """Join "KLN" to "Kelland Lamp News" where both are bodies and only one name in the pile has these initials."""
    by_initials: dict[str, set[str]] = defaultdict(set)
    for mention in mentions:
        capitals = "".join(word[0] for word in re.findall(r"\w+", mention.name) if word[0].isupper())
        if mention.kind in _BODIES and len(capitals) > 1 and not mention.name.isupper():
            by_initials[capitals].add(mention.key)
    for mention in mentions:
        keys = by_initials.get(mention.name, set())
        if mention.kind in _BODIES and mention.name.isupper() and len({groups.root(k) for k in keys}) == 1:
            groups.join(mention.key, min(keys))


def _join_translated(groups: Groups, mentions: Sequence[_Mention], languages: dict[str, str]) -> None:
    """Make one body of names that say the same in two languages: "Otoritas Pelabuhan Orla", "Orla Port Authority"."""
    keys: dict[frozenset[str], dict[str, str]] = defaultdict(dict)
    for mention in mentions:
        if mention.kind in _BODIES:
            code = languages[mention.article]
            language = find_language(code)
            small = language.grammar.stopwords if language else frozenset()
            words = [w for w in re.findall(r"\w+", mention.name) if fold(w) not in small]
            said = frozenset(find_concept(stem_word(fold(w), language), w, language) for w in words)
            if len(said) > 1:
                keys[said].setdefault(code, mention.key)
    for found in keys.values():
        first, *others = (key for _, key in sorted(found.items()))
        for other in others:
            groups.join(first, other)


def _join_persons(groups: Groups, mentions: Sequence[_Mention]) -> None:
    """A surname alone joins the one fuller name of the pile that ends in it; a given name joins its initial.

    A lone word may have been taken for a body: it is the person where no body of the pile has a longer name with it.
    """
    persons = {m.key: find_words(m.name) for m in mentions if m.kind == "person"}
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
            if fitting and len({groups.root(other) for other in fitting}) == 1:
                groups.join(key, fitting[0])


def _join_repeated_descriptions(groups: Groups, extractions: Sequence[Extraction]) -> None:
    """One unnamed source where two articles describe it in the same words for the same words: one text went round."""
    keys: dict[tuple[str, tuple[str, ...]], list[str]] = defaultdict(list)
    for extraction in extractions:
        by_id = {a.id: a for a in extraction.attributions}
        for attribution in extraction.attributions:
            if attribution.source.name and _is_description(attribution.source):
                opening = tuple(find_words(attribution.content.text)[:SAME_WORDS])
                keys[fold(attribution.source.name), opening].append(_make_key(attribution, by_id))
    for found in keys.values():
        for key in found[1:]:
            groups.join(found[0], key)


def _is_same_person(short: list[str], full: list[str]) -> bool:
    if short[-1] != full[-1]:
        return False
    given, other = short[:-1], full[:-1]
    return not given or set(given) <= set(other) or set(other) <= set(given) or given[0][0] == other[0] == other[0][0]


def _find_owners(articles: Sequence[Article], mentions: Sequence[_Mention], groups: Groups) -> dict[str, str]:
    """Outlets that are cited and have exactly one article of their own in the pile -> that article's witness."""
    by_outlet: dict[str, list[Article]] = defaultdict(list)
    for article in sorted(articles, key=lambda a: (a.duplicate_of is not None, a.id)):
        if article.outlet:
            by_outlet[groups.root(_body_key(article.outlet))].append(article)
    cited = {groups.root(m.key) for m in mentions if m.kind in _MEDIA | {"organisation"}}
    return {
        root: article_witness_id(own[0].id)
        for root, own in sorted(by_outlet.items())
        if root in cited and (len(own) == 1 or (own[1].duplicate_of and not own[0].duplicate_of))
    }


def _make_witness(members: Sequence[_Mention], owner: str | None) -> Witness:
    names = Counter(m.name for m in members)
    is_person = any(m.kind == "person" for m in members)
    name = min(
        names, key=lambda n: (n.isupper() and len(n) < 6, -len(find_words(n)) * is_person, -names[n], -len(n), n)
    )
    kind = _choose_kind(Counter(m.kind for m in members))
    return Witness(
        id=make_id("witness", *sorted({m.key for m in members})),
        name=name,
        kind=kind,
        aliases=tuple(sorted(n for n in names if n != name)),
        in_pile=owner is not None,
    )


def _choose_kind(counts: Counter[Kind]) -> Kind:
    """The commonest kind; but "organisation" is what an unknown name is taken for, so a medium seen once is one."""
    media: list[Kind] = [kind for kind in counts if kind in _MEDIA]
    if media and counts["organisation"] and not counts["state"]:
        return max(media, key=lambda kind: (counts[kind], kind))
    return min(counts, key=lambda kind: (kind in _SINGULAR, -counts[kind], kind))


def _resolve(extractions: Sequence[Extraction], groups: Groups, ids: dict[str, str]) -> dict[str, str]:
    resolved = {}
    for extraction in extractions:
        by_id = {a.id: a for a in extraction.attributions}
        for attribution in extraction.attributions:
            if attribution.source.name:
                resolved[attribution.id] = ids[groups.root(_make_key(attribution, by_id))]
    return resolved


def _find_speakers(
    extractions: Sequence[Extraction], resolved: dict[str, str], groups: Groups, ids: dict[str, str]
) -> dict[str, str]:
    """Witness -> the body it speaks for, where the texts agree on one."""
    said: dict[str, set[str]] = defaultdict(set)
    for extraction in extractions:
        for attribution in extraction.attributions:
            if attribution.source.speaks_for and attribution.id in resolved:
                said[resolved[attribution.id]].add(ids[groups.root(_body_key(attribution.source.speaks_for))])
    return {holder: min(bodies) for holder, bodies in sorted(said.items()) if len(bodies) == 1}
