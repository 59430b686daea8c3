"""Which run of capitals in a source phrase is the name of the source."""

from stemma.extract.speech.words import Token
from stemma.find.gazetteer import find_demonym, find_outlet, find_places_named
from stemma.lang.language import Speech
from stemma.text import join_lists

_SPELLED = 6  # words of a name, with its initials in brackets
_BODY = 2  # words behind a name that tell which body of that name it is: "Halden city council"


def choose_run(
    words: list[Token], runs: list[tuple[int, int]], role: int | None, text: str, speech: Speech
) -> tuple[int, int] | None:
    """The run that names the source: after the role where there is one, else the last."""
    named = [r for r in runs if is_name(words, r, text, speech) and not _is_home(words, r, text, speech)]
    if (
        len(named) > 1
        and not _is_group_of(words, role, speech)
        and _is_joined(words, named[-2], named[-1], speech)
        and (role is None or named[-1][1] == len(words))
    ):
        return (named[-2][0], named[-1][1])
    if role is None and len(named) == 1 and _calls_somebody(words, named[0], speech):
        return None
    if role is None:
        free = [r for r in named if not _is_bound(words, r, speech) and not _goes_on(words, r, named, speech)]
        if free and all(_is_owner(words, r) for r in free):
            return None
        return (free or named)[-1 if free else 0] if named else None
    return _choose_with_role(words, named, role, text, speech)


def _calls_somebody(words: list[Token], run: tuple[int, int], speech: Speech) -> bool:
    """True for "Halden County medical examiner": behind the name stands who it is."""
    behind = words[run[1] :]
    if not behind or not speech.agent_endings or not behind[-1].fold.endswith(speech.agent_endings):
        return False
    families = (speech.of, speech.links, speech.joins, speech.relatives, speech.determiners)
    small = frozenset().union(*families, speech.adverbs, speech.openers, speech.temporal)
    return all(t.kind == "w" and not t.capital and t.fold not in small for t in behind)


def _choose_with_role(
    words: list[Token], named: list[tuple[int, int]], role: int, text: str, speech: Speech
) -> tuple[int, int] | None:
    """The name after "spokesman"; for bodies and media also the name before "newspaper"."""
    parted = _is_group_of(words, role, speech)
    later = [] if parted else [r for r in named if r[1] > role + 1 and not _is_bound(words, r, speech)]
    if later and not _goes_on(words, later[0], named, speech):
        return later[0]
    homely = [r for r in named if r[0] and words[r[0] - 1].fold in speech.place_openers and r[1] - r[0] > 2]
    if speech.cased and homely:
        return homely[0]  # сенатор от штата Бартава | Анна Лесная
    if (
        speech.kinds.get(words[role].fold) in ("outlet", "agency", "organisation")
        and words[role].fold not in speech.roles
    ):
        before = [r for r in named if r[1] <= role + 1 and not _is_owner(words, r)]
        if before and not words[role].capital and is_place(words[before[-1][0] : before[-1][1]], text):
            return None
        return before[-1] if before else None
    if words[role].capital and named and named[-1][1] == role + 1:
        return None
    earlier = [r for r in named if r[1] <= role and role > r[1] and words[r[1]].fold in (*speech.of, *speech.links)]
    return earlier[0] if earlier else None


def _is_group_of(words: list[Token], role: int | None, speech: Speech) -> bool:
    """True for the family of the nurse Ana Ruiz."""
    if role is None or role + 1 >= len(words) or words[role + 1].fold not in speech.of:
        return False
    return speech.kinds.get(words[role].fold) == "unnamed" and words[role].fold not in speech.roles


def _goes_on(words: list[Token], run: tuple[int, int], named: list[tuple[int, int]], speech: Speech) -> bool:
    """True for the Merlo of "lawyers for Ana Ruiz and Luis Merlo": bound as the name before it is."""
    bound = any(r[1] < run[0] and _is_bound(words, r, speech) for r in named)
    return bound and words[run[0] - 1].fold in speech.joins


def is_name(words: list[Token], run: tuple[int, int], text: str, speech: Speech) -> bool:
    """False for a nationality, a bare title, a day, or a capital that only opens the sentence."""
    part = words[run[0] : run[1]]
    if all(t.fold in speech.temporal for t in part):
        return False
    plain = " ".join(t.fold for t in part)
    if (
        (plain in speech.kinds and speech.kinds[plain] != "state")
        or plain in speech.roles
        or plain in speech.persons
        or plain in speech.things
        or plain in speech.somebodies
    ):
        return False
    if find_demonym(text[part[0].start : part[-1].end]) and run[1] < len(words):
        return False
    if all(
        t.fold in speech.roles or t.fold in speech.titles or speech.kinds.get(t.fold, "state") != "state" for t in part
    ):
        return False
    return not (
        len(part) == 1
        and run[0] == 0
        and run[1] < len(words)
        and _opens_sentence(part[0], text)
        and words[run[1]].kind == "w"
        and not words[run[1]].capital
        and not (words[run[1]].fold in speech.joins and run[1] + 1 < len(words) and words[run[1] + 1].capital)
        and not find_outlet(part[0].fold.title())
    )


def is_part_of_name(words: list[Token], speech: Speech) -> bool:
    """True for the "police" behind "Halden": not the town speaks but they; not for the "company" behind "Berg".

    `words` are the last word of the name and all behind it.
    """
    name, *others = words
    if not 1 <= len(others) <= _BODY or name.fold.endswith(("'s", "s'")):
        return False
    small = join_lists(speech.of, speech.links)
    noun, named_alone = others[-1].fold, join_lists(speech.company_nouns, speech.media_nouns, speech.roles)
    plain = all(t.kind == "w" and not t.capital and t.fold not in small for t in others)
    return plain and speech.kinds.get(noun) == "organisation" and noun not in named_alone


def is_thing_of(words: list[Token], role: int | None, speech: Speech) -> bool:
    """True for "a picture of the driver" and "a comment at his mother": what stands before "of" is nobody."""
    if speech.order or speech.verb_final:  # there the head closes its phrase
        return False
    small = speech.of | speech.links
    parting = next((i for i in range(1, role or 0) if words[i].fold in small), None)
    if parting is None or words[parting - 1].fold.endswith(speech.agent_endings or ("\0",)):
        return False
    told = (speech.kinds, speech.roles, speech.reports, speech.hearsay, speech.spokesmen)
    counted = speech.determiners - speech.articles
    return not any(
        t.capital or t.fold.isdigit() or t.fold in counted or any(t.fold in listed for listed in told)
        for t in words[:parting]
    )


def find_spelled_out(text: str, words: list[Token], speech: Speech) -> tuple[int, int] | None:
    """The whole "Front of Tarn and Orvel" of "the Front of Tarn and Orvel (FTO)": its initials say where it begins."""
    if len(words) < _SPELLED or words[-1].fold != ")" or words[-3].fold != "(":
        return None
    initials = text[words[-2].start : words[-2].end]
    small = speech.of | speech.links | speech.determiners | speech.joins
    at = len(words) - 3
    for letter in reversed(initials if initials.isupper() else ""):
        at -= 1
        while at > 0 and words[at].fold in small and text[words[at].start] != letter:
            at -= 1
        if at < 0 or text[words[at].start] != letter:
            return None
    return (at, len(words) - 3) if initials.isupper() else None


def _is_home(words: list[Token], run: tuple[int, int], text: str, speech: Speech) -> bool:
    """True for the Denver of "a lady from Denver": a place behind a preposition, behind a noun for somebody."""
    before = words[run[0] - 1] if run[0] > 1 else None
    if before is None or before.fold not in speech.links or before.fold in speech.of or before.capital:
        return False
    noun = words[run[0] - 2]
    return noun.kind == "w" and not noun.capital and is_place(words[run[0] : run[1]], text)


def is_place(words: list[Token], text: str) -> bool:
    """True for the name of a place that is no medium's too."""
    name = text[words[0].start : words[-1].end]
    return bool(find_places_named(name)) and not find_outlet(name)


def _opens_sentence(token: Token, text: str) -> bool:
    before = text[max(0, token.start - 3) : token.start].rstrip(" ")
    return not before or before[-1] in "\n.!?"


def _is_joined(words: list[Token], first: tuple[int, int], second: tuple[int, int], speech: Speech) -> bool:
    """True for "A and B"."""
    return second[0] - first[1] == 1 and words[first[1]].fold in speech.joins


def _is_owner(words: list[Token], run: tuple[int, int]) -> bool:
    """True for the X of "X's campaign": what is hers speaks, not she."""
    return words[run[1] - 1].fold.endswith(("'s", "s'")) and run[1] < len(words) and not words[run[1]].capital


def _is_bound(words: list[Token], run: tuple[int, int], speech: Speech) -> bool:
    """True for the X of "spokesman for X": a body, not the speaker."""
    for token in reversed(words[max(1, run[0] - 3) : run[0]]):
        if token.fold in speech.of or token.fold in speech.links:
            return True
        body = (
            run[1] - run[0] == 1 and speech.kinds.get(token.fold) == "organisation" and token.fold not in speech.roles
        )
        if token.fold.endswith(("'s", "s'")) or (body and not token.capital):
            continue
        if token.capital or token.kind != "w" or token.fold in speech.kinds or token.fold in speech.roles:
            return False
    return False


def skip_domain(words: list[Token], low: int, speech: Speech) -> int:
    """Where the name behind "of State" begins: what the title before it is the title of."""
    if not low or low + 3 > len(words) or words[low].fold not in speech.of:
        return low
    office = next((i for i in range(low + 1, len(words)) if words[i].capital), len(words))
    return office + 1 if office + 1 < len(words) and words[office + 1].capital else low


def parts_digits(words: list[Token], comma: int) -> bool:
    """True for the comma of "64,5 %"."""
    inner = 0 < comma < len(words) - 1 and words[comma - 1].end == words[comma + 1].start - 1
    return inner and words[comma - 1].fold.isdigit()


def find_run_before(words: list[Token], end: int) -> list[Token]:
    """The capitals right before `end`."""
    start = end
    while start and words[start - 1].capital:
        start -= 1
    return words[start:end] or words[end - 1 : end]
