"""Who is who across articles: one witness for a person, body or outlet, however each article spells it.

Identity is decided here and nowhere else: independence hangs on it more than on anything. Every rule needs evidence in
the pile or in the gazetteer of outlets; two names that merely look alike stay two witnesses.
"""

from collections import Counter, defaultdict
from collections.abc import Sequence, Set
from dataclasses import replace

from stemma.match.witnesses.groups import Groups, group_names, is_body
from stemma.match.witnesses.mentions import (
    MEDIA,
    NAMED,
    SINGULAR,
    Mention,
    find_main_language,
    find_mentions,
    headed_key,
    make_key,
)
from stemma.match.witnesses.owners import find_owners, find_quoted_owners
from stemma.model import Article, Extraction, Kind, Witness
from stemma.text import find_words, make_id


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
    mentions = find_mentions(extractions)
    groups = group_names(mentions, articles, extractions)
    owned = find_quoted_owners(articles, extractions, mentions, groups) | find_owners(articles, mentions, groups)
    owners = {root: article_witness_id(article) for root, article in owned.items()}
    by_root: dict[str, list[Mention]] = defaultdict(list)
    for mention in mentions:
        by_root[groups.root(mention.key)].append(mention)
    main = find_main_language(articles)
    made = {
        root: _make_witness(members, owners.get(root), main)
        for root, members in sorted(by_root.items())
        if root not in owners
    }
    ids = {root: witness.id for root, witness in made.items()} | owners
    called = {owners[root]: _choose_name(members, main) for root, members in by_root.items() if root in owners}
    own = [_make_article_witness(article, called.get(article_witness_id(article.id))) for article in articles]
    witnesses = {w.id: w for w in (*made.values(), *own)}
    resolved = _resolve(extractions, groups, ids)
    for holder, body in _find_speakers(extractions, resolved, groups, ids).items():
        if holder != body and body in witnesses and witnesses[holder].kind != "article":
            witnesses[holder] = replace(witnesses[holder], speaks_for=body)
    return sorted(witnesses.values(), key=lambda w: w.id), resolved


def article_witness_id(article: str) -> str:
    """The witness id that stands for an article of the pile."""
    return make_id("witness", "article", article)


def _make_article_witness(article: Article, called: str | None) -> Witness:
    """The witness of one article: it goes by its outlet, stated or the one others quote it as, else its file."""
    name = article.outlet or called or article.uri
    return Witness(
        id=article_witness_id(article.id),
        name=name,
        kind="article",
        aliases=(article.uri,) if name != article.uri else (),
        article=article.id,
        in_pile=True,
    )


def _make_witness(members: Sequence[Mention], owner: str | None, main: Set[str]) -> Witness:
    name = _choose_name(members, main)
    return Witness(
        id=make_id("witness", *sorted({m.key for m in members})),
        name=name,
        kind=_choose_kind(members),
        aliases=tuple(sorted({m.name for m in members} - {name})),
        in_pile=owner is not None,
    )


def _choose_name(members: Sequence[Mention], main: Set[str]) -> str:
    """The commonest name, before any description; of a person the fullest, of a body no short acronym.

    Of equal ones that from an article in the language of most (`main`) is taken.

    A name that only sets words before another is not taken: "Orlin chief Ana Ruiz", "the Lamp report", nor "Orlin
    Buys ACME", which a line of headings makes of ACME.
    """
    kind = _choose_kind(members)
    named = [m for m in members if m.key.startswith(NAMED)]
    own = [m for m in named if m.kind == kind] if kind in MEDIA else named
    names = Counter(m.name for m in own or named or members)
    is_person = any(m.kind == "person" for m in members) and not is_body(names.most_common(1)[0][0])
    plain = {n for n in names if not (is_person and any(_is_titled(n, other) for other in names))}
    plain -= {n for n in plain for other in names if other.isupper() and other != n and other in n.split()}
    if is_person:  # "former warden of Lake Osk" is Ana Ruiz
        plain = {n for n in plain if n[:1].isupper()} or plain
    read = {m.name for m in members if m.article in main}

    def rank(name: str) -> tuple[bool, int, bool, int, int, str]:
        fullness = -len(find_words(name)) * is_person
        return (name.isupper() and len(name) < 6, fullness, name not in read, -names[name], -len(name), name)

    return min(plain, key=rank)


def _is_titled(name: str, other: str) -> bool:
    """True for a name that ends in the other, which is a whole one, or goes on with "of …"."""
    behind = name.removeprefix(other + " ")
    return " " in other and (name.endswith(" " + other) or (behind != name and behind[:1].islower()))


def _choose_kind(members: Sequence[Mention]) -> Kind:
    """The commonest kind; but "organisation" is what an unknown name is taken for, so a medium seen once is one.

    A medium's report is the medium, and "Orlin chief Ana Ruiz" whatever Ana Ruiz is.
    """
    counts = Counter(m.kind for m in members)
    media: list[Kind] = [kind for kind in counts if kind in MEDIA]
    if media and (counts["organisation"] or counts["document"]) and not counts["state"]:
        return max(media, key=lambda kind: (counts[kind], kind))
    names, people = {m.name for m in members}, {m.name for m in members if m.kind == "person"}  # of many members few
    if any(_is_titled(name, person) for person in people for name in names):
        return "person"
    return min(counts, key=lambda kind: (kind in SINGULAR, -counts[kind], kind))


def _resolve(extractions: Sequence[Extraction], groups: Groups, ids: dict[str, str]) -> dict[str, str]:
    resolved = {}
    for extraction in extractions:
        by_id = {a.id: a for a in extraction.attributions}
        for attribution in extraction.attributions:
            if attribution.source.name:
                resolved[attribution.id] = ids[groups.root(make_key(attribution, by_id))]
    return resolved


def _find_speakers(
    extractions: Sequence[Extraction], resolved: dict[str, str], groups: Groups, ids: dict[str, str]
) -> dict[str, str]:
    """Witness -> the body it speaks for, where the texts agree on one."""
    said: dict[str, set[str]] = defaultdict(set)
    for extraction in extractions:
        for attribution in extraction.attributions:
            if attribution.source.speaks_for and attribution.id in resolved:
                key = headed_key(attribution.source.speaks_for, extraction.article)
                said[resolved[attribution.id]].add(ids[groups.root(key)])
    return {holder: min(bodies) for holder, bodies in sorted(said.items()) if len(bodies) == 1}
