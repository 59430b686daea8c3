"""Which of two like texts was first: by what they state, and by their dates."""

import re

from stemma.model import Article
from stemma.trace.likeness import Likeness
from stemma.trace.pile import Pile

NEARLY_WHOLE = 0.9  # share of the shorter text from which one of two was made from the other, whoever was first
NEARBY = 120  # characters between a shared passage and the name of the medium that it is credited to
_CLOCK = re.compile(r"T(\d\d:\d\d(?::\d\d)?)(?:\.\d+)?(Z|[+-]\d\d:?\d\d)?")


def find_credited(like: Likeness, pile: Pile) -> tuple[str, str, float] | None:
    """(copy, exemplar, how sure) as article ids, where only one of the two credits the other for what they share."""
    one, other = pile.witness_of[like.one], pile.witness_of[like.other]
    cites = other in pile.cites.get(one, ()), one in pile.cites.get(other, ())
    if cites[0] != cites[1]:
        return (like.one, like.other, 0.95) if cites[0] else (like.other, like.one, 0.95)
    named = _names_beside(like, like.one, other, pile), _names_beside(like, like.other, one, pile)
    if named[0] != named[1]:
        return (like.one, like.other, 0.9) if named[0] else (like.other, like.one, 0.9)
    return None


def _names_beside(like: Likeness, article: str, other: str, pile: Pile) -> bool:
    """True where an article names the other's outlet right beside something that they share: "The Lamp's report: …"."""
    witness = pile.witnesses[other]
    text, uri = pile.articles[article].text, pile.articles[witness.article or ""].uri
    names = [name for name in (witness.name, *witness.aliases) if name != uri]
    places = [text[max(0, s.start - NEARBY) : s.end + NEARBY] for s in like.spans_in(article)]
    return any(re.search(rf"\b{re.escape(name)}\b", place) for name in names for place in places)


def find_first(one: Article, other: Article) -> tuple[str, float] | None:
    """(article id, how sure) of the one that is no reprint by its own account, else was published before."""
    if one.reprint != other.reprint:
        return (other.id if one.reprint else one.id), 0.95
    if not one.published or not other.published:
        return None
    first = one.id if one.published < other.published else other.id
    if one.published[:10] != other.published[:10]:
        return first, 0.85
    clocks = _read_clock(one.published), _read_clock(other.published)
    if "" in (clocks[0][0], clocks[1][0]) or clocks[0][1] != clocks[1][1] or clocks[0] == clocks[1]:
        return None  # one day, and no hour or that of another zone
    return (one.id if clocks[0] < clocks[1] else other.id), 0.75


def _read_clock(published: str) -> tuple[str, str]:
    """The time of day and the zone; both empty where only the day is known."""
    found = _CLOCK.fullmatch(published[10:])
    return (found[1], found[2] or "") if found else ("", "")
