"""What speaks for a text having been made from another, whatever its words or language.

A figure that slipped on its way tells more than any amount of like wording: who has the slip has it from there. So do
odd numbers that hardly anybody else has, and names. The weights are those of a choice among all earlier texts and none
of them, fitted on cascades (docs/quality.md, "How the constants were set"); a sum of 0 is even odds with "none".
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import exp, log

from stemma.model import Article, Claim
from stemma.trace.pile import Pile

ODD_FIGURE = 0.77  # times log(articles / articles that have it), for a figure that both have
FIGURE_WON = -0.3  # a figure of the copy that the exemplar lacks
FIGURE_LOST = -0.35
CLAIM_WON = -0.2
VOICE_WON = -0.2
VOICE_LOST = -0.08
CITED = 3.3  # the copy names the exemplar
CITES_OTHER = -1.3  # for each other text that the copy names and the exemplar does not
ONE_LANGUAGE = 0.85
START = -0.3
# Where no date tells which was first: a text is rather cut than filled, and others rather cite the first.
UNDATED = -1.0
LONGER = 2.0  # times log(length of the exemplar / length of the copy)
RENOWN = 0.9  # times log(1 + articles that cite it), the exemplar's less the copy's
LEAST_FIGURE = 3  # one and two are told with anything
TEXTS = frozenset({"article", "outlet", "agency"})


@dataclass(frozen=True, slots=True)
class _Held:
    """What one article holds that can be handed on."""

    figures: frozenset[float]
    voices: frozenset[str]
    texts: frozenset[str]  # texts that it cites
    renown: float


class Signs:
    """What the articles of one pile hold."""

    def __init__(
        self, told: Mapping[str, Sequence[tuple[Claim, frozenset[str]]]], pile: Pile, articles: Sequence[Article]
    ) -> None:
        """Gather what each article holds.

        Args:
            told: article -> its claims, each with the witnesses that it is attributed to.
            pile: who cites whom.
            articles: without exact copies.
        """
        self.pile = pile
        cited = Counter(w for copy, exemplars in pile.cites.items() if _is_article(copy, pile) for w in exemplars)
        self.held = {a.id: _gather(a.id, told.get(a.id, ()), pile, cited) for a in articles}
        spread = Counter(figure for held in self.held.values() for figure in held.figures)
        self.oddness = {figure: log(len(articles) / count) for figure, count in spread.items()}

    def find_oddness(self, one: str, other: str) -> float:
        """How odd the figures are that both articles have, together."""
        return sum(self.oddness[f] for f in sorted(self.held[one].figures & self.held[other].figures))

    def hold_apart(self, one: str, other: str) -> bool:
        """True where each of two has a figure that the other lacks."""
        held = self.held[one].figures, self.held[other].figures
        return bool(held[0] - held[1]) and bool(held[1] - held[0])

    def weigh(self, copy: Article, exemplar: Article, claims_won: int) -> float:
        """The log odds that one was made from the other, which was before it.

        Args:
            copy: the later article.
            exemplar: the earlier one.
            claims_won: how many claims of the copy the exemplar lacks.
        """
        one, other = self.held[copy.id], self.held[exemplar.id]
        witness = self.pile.witness_of[exemplar.id]
        return (
            START
            + ODD_FIGURE * self.find_oddness(copy.id, exemplar.id)
            + FIGURE_WON * len(one.figures - other.figures)
            + FIGURE_LOST * len(other.figures - one.figures)
            + CLAIM_WON * claims_won
            + VOICE_WON * len(one.voices - other.voices)
            + VOICE_LOST * len(other.voices - one.voices)
            + CITED * (witness in one.texts)
            + CITES_OTHER * len(one.texts - other.texts - {witness})
            + ONE_LANGUAGE * (copy.language == exemplar.language)
        )

    def lean(self, copy: Article, exemplar: Article) -> float:
        """What speaks for the exemplar having been first of two that no date and no citation puts in order."""
        renown = self.held[exemplar.id].renown - self.held[copy.id].renown
        if copy.language != exemplar.language:  # some languages need more words than others
            return RENOWN * renown
        return RENOWN * renown + LONGER * log((1 + len(exemplar.text)) / (1 + len(copy.text)))


def share_odds(weights: Mapping[str, float]) -> dict[str, float]:
    """How likely each of several exemplars is, from their log odds against there being none."""
    most = max([0.0, *weights.values()])
    total = exp(-most) + sum(exp(weight - most) for weight in weights.values())
    return {name: exp(weight - most) / total for name, weight in weights.items()}


def _is_article(witness: str, pile: Pile) -> bool:
    return witness in pile.witnesses and pile.witnesses[witness].article is not None


def _gather(article: str, told: Sequence[tuple[Claim, frozenset[str]]], pile: Pile, cited: Mapping[str, int]) -> _Held:
    figures = {round(q.best, 1) for claim, _ in told for q in claim.quantities}
    named = {w for _, sources in told for w in sources if w in pile.witnesses}
    texts = {w for w in pile.cites.get(pile.witness_of[article], ()) if pile.witnesses[w].kind in TEXTS}
    return _Held(
        frozenset(f for f in figures if f >= LEAST_FIGURE or f % 1),
        frozenset(w for w in named if pile.witnesses[w].kind not in TEXTS),
        frozenset(texts),
        log(1 + cited.get(pile.witness_of[article], 0)),
    )
