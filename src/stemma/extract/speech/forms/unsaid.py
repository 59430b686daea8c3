"""What looks like a saying and is none: shown in a picture, taken back without having been said, not heard of."""

import re

from stemma.extract.syntax.reading import Draft
from stemma.lang.language import Speech
from stemma.text import WORD, find_words, fold, join_lists

_MARK = re.compile(r"[\"“”„«»「『‘'’]")
_QUOTE = re.compile(r"[\"“”„«‘]|''")
LONGEST_OBJECT = 120  # characters of an object in which its head noun is looked for
BEFORE = 24  # characters before a source in which its adjective may stand: a "previous" version
NEAR_VERB = 6  # words in which the noun stands that a verb takes back


def says_nothing(text: str, draft: Draft, speech: Speech) -> bool:
    """True where nobody says what the draft has for its content."""
    taken_back = _is_recall(text, draft, speech) or _is_unheard(text, draft, speech)
    return taken_back or _is_shown(text, draft, speech) or _is_toll(text, draft, speech)


def mark_corrected(text: str, drafts: list[Draft], speech: Speech) -> None:
    """Reads “An earlier version of this article said C”: the article takes C back."""
    for draft in drafts if speech.versions else ():
        if draft.source is not None and draft.stance == "asserts" and not draft.back:
            words = " ".join(find_words(text[max(0, draft.source.start - BEFORE) : draft.source.end]))
            if any(version in words for version in speech.versions):
                draft.stance, draft.family = "retracts", "versions"


def _is_toll(text: str, draft: Draft, speech: Speech) -> bool:
    """True for "the storm claimed 13 lives": taken, not said; not for "he claimed lives were lost"."""
    lost = speech.tolls.get(fold(draft.cue.of(text)), frozenset())
    words = find_words(draft.contents[0].of(text)) if lost and draft.contents else []
    at = next((i for i, word in enumerate(words[:NEAR_VERB]) if word in lost), None)
    if at is None or not speech.that.isdisjoint(words[:at]):
        return False
    return (speech.be | speech.auxiliaries | speech.verbs).isdisjoint(words[:at] + words[at + 1 : at + 2])


def _is_unheard(text: str, draft: Draft, speech: Speech) -> bool:
    """True for "“C.” Lee had not heard of the fair": the quotation is not what was not heard."""
    if draft.stance != "doubts" or speech.perceives.isdisjoint(find_words(draft.cue.of(text))):
        return False
    return any(_MARK.match(text, span.start) for span in draft.contents)


def _is_recall(text: str, draft: Draft, speech: Speech) -> bool:
    """True for "withdrew its troops" and "the withdrawn proposal": no statement is taken back."""
    if draft.stance != "retracts" or speech.recalls.isdisjoint(find_words(draft.cue.of(text))):
        return False
    return all(speech.recalled.isdisjoint(find_words(span.of(text))[:NEAR_VERB]) for span in draft.contents)


def _is_shown(text: str, draft: Draft, speech: Speech) -> bool:
    """True for what a picture, a film or an exhibition shows: nobody says it."""
    head = find_words(draft.source.of(text))[:2] if draft.source and speech.works else []
    if not speech.works.isdisjoint(head) and not any(_QUOTE.search(text, *span) for span in draft.contents):
        return True
    return _is_picture(text, draft, speech)


def _is_picture(text: str, draft: Draft, speech: Speech) -> bool:
    """True for "posted several new pictures of the barge": a picture tells nothing in words."""
    if not draft.contents or draft.stance != "asserts":
        return False
    part = draft.contents[0].of(text)[:LONGEST_OBJECT]
    first = WORD.search(part)
    if first is None or fold(first.group()) not in speech.determiners:
        return False
    words = find_words(part)
    if speech.pictures.isdisjoint(words):
        return False
    small = join_lists(speech.of, speech.relatives, speech.links)
    head = next((i for i, word in enumerate(words) if word in small), len(words))
    if speech.shares and any(word in speech.be or word in speech.auxiliaries for word in words):
        return False  # she says the picture of the barge would …
    return words[head - 1] in speech.pictures
