"""The medium a writer writes in: "wrote Ana Ruiz in the Lamp", "the Lamp's Ana Ruiz"."""

from dataclasses import replace

from stemma.extract.speech.mentions import Mention
from stemma.extract.speech.speakers import Cast
from stemma.extract.syntax.reading import Draft
from stemma.model import Span
from stemma.text import find_words, join_lists

_NEAR = 60  # characters behind a cue or a name in which "in the Lamp" stands
_MEDIA = ("outlet", "agency")


def find_houses(text: str, drafts: list[Draft], cast: Cast) -> list[Draft]:
    """The outer voices of everyone whom the article calls a writer of some medium; sets `outer` of what they say."""
    houses: dict[str, Span] = {}
    media = [m for m in cast.mentions if m.kind in _MEDIA and not cast.is_own(m.name)]
    for draft in drafts if media else ():
        name = _find_writer(draft)
        if name and name not in houses and (house := _find_house(text, draft, cast, media)):
            houses[name] = house
    if shared := _find_shared_house(text, drafts, cast):
        for draft in drafts:
            if (name := _find_writer(draft)) and name not in houses and _is_reporter(text, draft, name, cast):
                houses[name] = shared
    made = []
    for draft in drafts if houses else ():
        house = houses.get(_find_writer(draft))
        if house is not None and draft.outer is None and draft.stance not in ("declines", "retracts"):
            voice = replace(draft, source=house, speaker=None, antecedent=None, stance="asserts", family="hearers")
            voice.contents, voice.speaker = list(draft.contents), cast.find_speaker(voice)
            draft.outer = voice
            made.append(voice)
    return made


def _find_writers(cast: Cast) -> frozenset[str]:
    """Nouns for one person who writes: no staff."""
    return frozenset(w for w in cast.speech.reporters if cast.speech.kinds.get(w, "person") == "person")


def _find_writer(draft: Draft) -> str:
    speaker = draft.speaker
    if speaker is None or not 1 < len(speaker.name.split()) < 5:
        return ""
    return speaker.name if speaker.kind in ("person", "organisation") else ""


def _find_house(text: str, draft: Draft, cast: Cast, media: list[Mention]) -> Span | None:
    """The medium that the words around one cue name as the writer's."""
    if draft.source is None:
        return None
    for mention in media:
        span = Span(mention.start, mention.start + len(mention.name))
        if draft.source.holds(span) and (_owns(text, span) or _employs(text, draft, span, cast)):
            return span
        if _is_written_in(text, draft, span, cast):
            return span
    return None


def _owns(text: str, medium: Span) -> bool:
    """True for "the Lamp's Ana Ruiz"."""
    after = text[medium.end : medium.end + 4].lstrip("sS")
    behind = text[medium.end : medium.end + 1] in ("'", "’") or text[medium.end - 2 : medium.end] in ("'s", "’s")
    return behind and after.lstrip("'’s ")[:1].isupper()


def _employs(text: str, draft: Draft, medium: Span, cast: Cast) -> bool:
    """True for "Ana Ruiz, a reporter for the Lamp"."""
    words = set(find_words(draft.source.of(text))) if draft.source else set()
    return bool(words & _find_writers(cast)) and _is_linked(text, medium, cast)


def _is_written_in(text: str, draft: Draft, medium: Span, cast: Cast) -> bool:
    """True for "Ana Ruiz wrote in the Lamp"."""
    end = max(draft.cue.end, draft.source.end if draft.source else 0)
    if not end <= medium.start <= end + _NEAR or not set(find_words(draft.cue.of(text))[:1]) & cast.speech.writes:
        return False
    held = any(span.start <= medium.start < span.end for span in draft.contents)
    between = text[end : medium.start]
    return not held and _is_linked(text, medium, cast) and not any(mark in between for mark in '.,;:\n“"')


def _is_linked(text: str, medium: Span, cast: Cast) -> bool:
    """True behind a preposition, with an article between at most."""
    words = find_words(text[max(0, medium.start - 30) : medium.start])
    if words and words[-1] in cast.speech.determiners - cast.speech.of - cast.speech.links:
        words.pop()
    return bool(words) and words[-1] in cast.speech.links | cast.speech.of


def _find_shared_house(text: str, drafts: list[Draft], cast: Cast) -> Span | None:
    """The one medium whose report the article tells of: "according to a report in the Lamp"."""
    found: dict[str, Span] = {}
    for draft in drafts:
        speaker = draft.speaker
        if (
            speaker is None
            or speaker.kind not in _MEDIA
            or not speaker.name
            or draft.source is None
            or cast.is_own(speaker.name)
        ):
            continue
        words = set(find_words(draft.source.of(text)))
        if words & join_lists(cast.speech.reports, cast.speech.reporters):
            found.setdefault(speaker.name, draft.source)
    return next(iter(found.values())) if len(found) == 1 else None


def _is_reporter(text: str, draft: Draft, name: str, cast: Cast) -> bool:
    """True where the article calls that person a reporter."""
    called: list[Mention] = [m for m in cast.mentions if m.name == name and m.nouns & _find_writers(cast)]
    return bool(called) or (
        draft.source is not None and bool(set(find_words(draft.source.of(text))) & _find_writers(cast))
    )
