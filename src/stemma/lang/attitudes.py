"""Attitudes, which tell of somebody, apart from speech, which passes something on."""

from stemma.lang.language import Language, Speech
from stemma.model import Attribution
from stemma.text import find_words


def is_attitude(attribution: Attribution, text: str, language: Language | None) -> bool:
    """True for "divers plan to inspect the hull": the article tells of somebody, who says nothing by that."""
    if language is None or attribution.type != "indirect" or attribution.stance not in ("asserts", "doubts"):
        return False
    speech, cue = language.speech, " ".join(find_words(attribution.cue.text))
    doubted = (speech.vows, speech.judges, speech.predicates, speech.views)
    if attribution.stance == "doubts" and not any(cue in words for words in doubted):
        return False
    end, start = attribution.cue.span.end if attribution.cue.span else 0, attribution.content.spans[0].start
    between = {*find_words(text[end:start])[-1:]}
    wished = speech.shares and bool(between & speech.infinitives)  # urged X to go: no fact
    if wished or cue in speech.predicates or cue in speech.views:
        return True
    return not between & speech.that and _is_mild(cue, speech)


def _is_mild(cue: str, speech: Speech) -> bool:
    """True for verbs of attitude, planning and perceiving that are no verbs of saying as well."""
    families = (
        *(speech.says, speech.tells, speech.inverts, speech.doubts, speech.origins),
        *(speech.breaks, speech.according, speech.confirms, speech.passives),
    )
    if any(cue in words for words in families):
        return False
    return cue in speech.vows or ((cue in speech.judges or cue in speech.perceives) and cue not in speech.weak)


def name_sources(speech: Speech) -> frozenset[str]:
    """Nouns for people, bodies and texts that can be sources."""
    return (
        frozenset(speech.kinds) | speech.roles | speech.spokesmen | speech.reporters | speech.hearsay | speech.reports
    )
