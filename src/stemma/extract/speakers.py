"""Who a source is inside its article: pronouns, descriptions and short names led back to a name, where that is certain."""

import re
from bisect import bisect_left
from dataclasses import dataclass

from stemma.extract.frames import Draft
from stemma.extract.phrases import Paragraph, Token, tokenise
from stemma.find.gazetteer import find_demonym, find_outlet, find_places_named, is_given_name
from stemma.lang.language import Language, Speech
from stemma.model import Kind, Source, Span
from stemma.text import fold

_OUTLET_ENDINGS = re.compile(
    r"(?:\.(?:com|org|net|co\.uk|ru|ua|id|tv)|\b(?:News|Times|Post|Journal|Herald|Tribune|TV|Radio|Press|Gazette|Telegraph|Daily|Magazine|Presse|Media|Network|Channel|Broadcasting|Chronicle|Observer|Wire|Online))$"
)
_NEAR = 900  # characters within which a pronoun may look back


@dataclass(frozen=True, slots=True)
class Mention:
    """A run of capitals in the text and what the words before it call it."""

    start: int
    name: str
    kind: Kind
    nouns: frozenset[str]


@dataclass(frozen=True, slots=True)
class Reading:
    """What the words of one source phrase say by themselves."""

    name: str
    kind: Kind
    speaks_for: str | None
    noun: str  # the head noun, "" where the phrase is a mere name
    definite: bool  # "the minister": somebody named before
    named: bool


class Cast:
    """Everyone an article names, for finding who its sources are."""

    def __init__(self, text: str, paragraphs: list[Paragraph], language: Language, outlet: str | None) -> None:
        self.text = text
        self.speech: Speech = language.speech
        self.outlet = outlet
        self.tokens: list[Token] = [t for p in paragraphs for t in _open_quotations(text, p)]
        self.starts = [t.start for t in self.tokens]
        self.mentions = list(self._find_mentions())
        self.spoken: list[tuple[int, Source]] = []

    def read(self, drafts: list[Draft]) -> None:
        """Give every draft its speaker, in the order of the text."""
        for draft in drafts:
            draft.speaker = self.find_speaker(draft)
            if draft.speaker.name or draft.speaker.kind == "person":
                self.spoken.append((draft.cue.start, draft.speaker))

    def find_speaker(self, draft: Draft) -> Source:
        """The source of one draft, resolved."""
        if draft.source is None:
            source = self._find_last_speaker(draft.cue.start, self.speech.persons)
            return Source(span=None, text="", name=source.name if source else "", kind=source.kind if source else "unnamed")
        found = self.find_source(draft.antecedent or draft.source)
        return Source(
            span=draft.source,
            text=draft.source.of(self.text),
            name=found.name,
            kind=found.kind,
            speaks_for=found.speaks_for,
        )

    def find_source(self, span: Span) -> Source:
        """The source that a phrase of the text names."""
        words = self._words(span)
        text = span.of(self.text)
        if len(words) == 1 and (word := words[0].fold) in self.speech.persons | self.speech.groups | self.speech.things:
            last = self._find_last_speaker(span.start, self.speech.groups if word in self.speech.groups else self.speech.persons)
            kind: Kind = "person" if word in self.speech.persons else "unnamed"
            if last is None:
                return Source(span=span, text=text, name="", kind=kind)
            return Source(span=span, text=text, name=last.name, kind=last.kind, speaks_for=last.speaks_for)
        reading = self._read_phrase(words)
        name, kind, body = reading.name, reading.kind, reading.speaks_for
        if reading.named:
            fuller = self._find_fuller(name, span.start)
            if fuller is not None:
                name, kind = fuller.name, fuller.kind if kind in ("organisation", "unnamed") or fuller.kind == "person" else kind
        elif reading.definite:
            mention = self._find_described(reading.noun, span.start)
            described = len(words) > 2 and not self.speech.kinds.get(reading.noun) in ("outlet", "agency", "person")
            name, kind = (mention.name, mention.kind) if mention else (name if described else "", kind)
        body = body or self._find_body(name, span.start)
        return Source(span=span, text=text, name=name, kind=kind, speaks_for=body if body != name else None)

    def is_own(self, name: str) -> bool:
        """True for the article's own outlet."""
        return bool(self.outlet) and _squash(name) == _squash(self.outlet or "")

    def is_outlet(self, span: Span) -> bool:
        """True when a phrase names a medium."""
        return self.find_source(span).kind in ("outlet", "agency")

    # ------------------------------------------------------------ mentions

    def _words(self, span: Span) -> list[Token]:
        low = bisect_left(self.starts, span.start)
        high = bisect_left(self.starts, span.end)
        return self.tokens[low:high]

    def _find_mentions(self) -> "list[Mention]":
        found, index = [], 0
        while index < len(self.tokens):
            end = self._run_end(index)
            if end > index:
                mention = self._make_mention(index, end)
                if mention is not None:
                    found.append(mention)
            index = max(end, index + 1)
        return found

    def _run_end(self, index: int) -> int:
        end = index
        while end < len(self.tokens) and self._in_run(end, index):
            end += 1
        while end > index and not (self.tokens[end - 1].capital or self.tokens[end - 1].fold.isdigit()):
            end -= 1
        return end

    def _in_run(self, at: int, start: int) -> bool:
        token = self.tokens[at]
        if at > start and "\n" in self.text[self.tokens[at - 1].end : token.start]:
            return False
        if token.capital and token.kind == "w":
            return not (at == start and (token.fold in self.speech.determiners or token.fold in self.speech.openers))
        if at == start:
            return False
        glued = self.tokens[at - 1].end == token.start
        if token.fold in (".", "-", "&", "'") and token.kind == "p":
            before = self.tokens[at - 1]
            return token.fold == "&" or glued and (before.fold in self.speech.titles or before.end - before.start == 1)
        return token.fold in ("of", "for", "al", "bin", "de", "van", "von", "el") and at + 1 < len(self.tokens) and self.tokens[at + 1].capital

    def _make_mention(self, low: int, high: int) -> Mention | None:
        words = self.tokens[low:high]
        nouns = {t.fold for t in self.tokens[max(0, low - 3) : high] if t.fold in self.speech.kinds or t.fold in self.speech.roles}
        nouns |= self._apposed(high)
        name = self._strip_titles(words)
        if not name or len(name.split()) > 6:
            return None
        titled = any(t.fold in self.speech.titles or t.fold in self.speech.roles for t in self.tokens[max(0, low - 2) : low + 2])
        return Mention(words[0].start, name, self._find_kind(name, frozenset(nouns), titled), frozenset(nouns))

    def _apposed(self, index: int) -> set[str]:
        """Nouns of ", the minister of X," after a name."""
        if index >= len(self.tokens) or self.tokens[index].fold != ",":
            return set()
        following = self.tokens[index + 1 : index + 8]
        stop = next((i for i, t in enumerate(following) if t.fold in (",", ".")), len(following))
        return {t.fold for t in following[:stop] if t.fold in self.speech.kinds or t.fold in self.speech.roles}

    def _strip_titles(self, words: list[Token]) -> str:
        """The name without "Mr", "Defense Minister" and nationalities before it."""
        low = max((i + 1 for i, t in enumerate(words[:-1]) if t.fold in self.speech.roles or t.fold in self.speech.titles), default=0)
        while low < len(words) and words[low].kind == "p":
            low += 1
        if low >= len(words):
            return ""
        low = self._skip_nationality(words, low)
        name = self.text[words[low].start : words[-1].end]
        return name[:-2] if name.endswith(("'s", "’s")) else name

    def _skip_nationality(self, words: list[Token], low: int) -> int:
        """ "Media Ukraina LIGA" is LIGA: a noun for media, then a country, then the name."""
        before = self.text[max(0, words[low].start - 20) : words[low].start].split()
        nouns = (words[low].fold, fold(before[-1]) if before else "")
        called = any(self.speech.kinds.get(noun) in ("outlet", "agency") for noun in nouns)
        start = low
        while called and low < len(words) - 1 and (
            self.speech.kinds.get(words[low].fold) in ("outlet", "agency") or low >= start and bool(find_places_named(words[low].fold))
        ):
            low += 1
        return low

    def _find_kind(self, name: str, nouns: frozenset[str], titled: bool) -> Kind:
        known = find_outlet(name)
        if known:
            return "agency" if known[1] == "agency" else "outlet"
        kinds = {self.speech.kinds[n] for n in nouns if n in self.speech.kinds}
        first = name.split()[0]
        if is_given_name(first) and len(name.split()) > 1 and not _OUTLET_ENDINGS.search(name):
            return "person"
        if "outlet" in kinds or _OUTLET_ENDINGS.search(name):
            return "outlet"
        if titled or "person" in kinds:
            return "person"
        places = find_places_named(name)
        if places and len(name.split()) < 3:
            return "state"
        return "organisation"

    # ------------------------------------------------------------ phrases

    def _read_phrase(self, words: list[Token]) -> Reading:
        """Name, kind and body of one source phrase, from its own words."""
        head, rest = self._split_apposition(words)
        definite = bool(head) and (head[0].fold in ("the", "this", "that", "those", "these") or head[-1].fold in ("tersebut", "itu", "ini"))
        role = self._last_role(head)
        noun = head[role].fold if role is not None else ""
        document = self._read_document(head)
        if document is not None:
            return document
        runs = self._runs(head)
        after = [r for r in runs if role is None or r[0] >= role]
        chosen = self._choose_run(head, runs, after, role)
        if chosen is None:
            name = self._describe(head)
            described = definite and not any(self._is_name(head, r) for r in runs)
            kind = self._describe_kind(head, noun)
            media = [r for r in runs if noun in self.speech.reporters and find_outlet(self._strip_titles(head[r[0] : r[1]]))]
            if media:
                return Reading(self._strip_titles(head[media[0][0] : media[0][1]]), "outlet", None, noun, False, True)
            return Reading(name, kind, self._read_body(head, role, rest), noun, described, False)
        name = self._strip_titles(head[chosen[0] : chosen[1]])
        name, employer = self._split_outlet(name)
        nouns = frozenset(t.fold for t in (*head, *rest) if t.fold in self.speech.kinds or t.fold in self.speech.roles)
        titled = any(t.fold in self.speech.titles or t.fold in self.speech.roles for t in (*head, *rest))
        body = employer or self._read_body([*head[: chosen[0]], *head[chosen[1] :]], role, rest)
        return Reading(name or self._describe(head), self._find_kind(name or "?", nouns, titled), body, noun, False, True)

    def _split_outlet(self, name: str) -> tuple[str, str | None]:
        """ "CNBC Jane Doe": a person with the medium before the name."""
        words = name.split()
        for cut in range(1, len(words) - 1):
            if is_given_name(words[cut]) and find_outlet(" ".join(words[:cut])):
                return " ".join(words[cut:]), " ".join(words[:cut])
        return name, None

    def _split_apposition(self, words: list[Token]) -> tuple[list[Token], list[Token]]:
        comma = next((i for i, t in enumerate(words) if t.fold in (",", "—", "–", "(")), None)
        if not comma:
            return words, []
        if words[comma].fold == "(":
            return words[:comma], []
        return words[:comma], words[comma + 1 :]

    def _last_role(self, words: list[Token]) -> int | None:
        """Where the head noun stands: the last noun for people and bodies before "of", "who" or a name."""
        found = None
        for index, token in enumerate(words):
            if found is not None and (token.fold in self.speech.of or token.fold in self.speech.links or token.fold in self.speech.relatives):
                break
            if token.fold in self.speech.kinds or token.fold in self.speech.roles:
                found = index
        return found

    def _read_document(self, words: list[Token]) -> Reading | None:
        """ "a report by X", "findings from X": X is the source where X is a name."""
        for index, token in enumerate(words[:-1]):
            if self.speech.kinds.get(token.fold) in ("document", "data") or token.fold in self.speech.reports:
                after = next((i for i in range(index + 1, min(index + 7, len(words))) if words[i].fold in self.speech.agents or words[i].fold in self.speech.links), None)
                if after is None:
                    continue
                runs = [r for r in self._runs(words[after + 1 :]) if self._is_name(words[after + 1 :], r)]
                if runs:
                    inner = self._read_phrase(words[after + 1 :])
                    return inner if inner.named else None
        return None

    def _runs(self, words: list[Token]) -> list[tuple[int, int]]:
        """Runs of capitals, with "of the" inside."""
        runs: list[tuple[int, int]] = []
        for index, token in enumerate(words):
            if not (token.capital and token.kind == "w") or index == 0 and token.fold in self.speech.determiners:
                continue
            if runs and self._bridges(words[runs[-1][1] : index], words[runs[-1][1] - 1]):
                runs[-1] = (runs[-1][0], index + 1)
            else:
                runs.append((index, index + 1))
        return runs

    def _bridges(self, between: list[Token], before: Token) -> bool:
        if not between:
            return not before.fold.endswith(("'s", "s'"))
        words = [t.fold for t in between]
        return words in (["."], ["&"], ["-"]) or all(w in self.speech.of or w in self.speech.determiners for w in words) and len(words) < 3 and before.fold not in self.speech.roles

    def _is_name(self, words: list[Token], run: tuple[int, int]) -> bool:
        """False for a nationality, a bare title, or a capital that only opens the sentence."""
        part = words[run[0] : run[1]]
        plain = " ".join(t.fold for t in part)
        if plain in self.speech.kinds or plain in self.speech.roles or plain in self.speech.persons or plain in self.speech.things:
            return False
        if find_demonym(self.text[part[0].start : part[-1].end]) and run[1] < len(words):
            return False
        if all(t.fold in self.speech.roles or t.fold in self.speech.titles or t.fold in self.speech.kinds for t in part):
            return False
        return not (len(part) == 1 and run[0] == 0 and run[1] < len(words) and self._opens_sentence(part[0]) and words[run[1]].kind == "w" and not words[run[1]].capital and not find_outlet(part[0].fold.title()))

    def _opens_sentence(self, token: Token) -> bool:
        before = self.text[max(0, token.start - 3) : token.start].rstrip(" ")
        return not before or before[-1] in "\n.!?"

    def _choose_run(
        self, words: list[Token], runs: list[tuple[int, int]], after: list[tuple[int, int]], role: int | None
    ) -> tuple[int, int] | None:
        """The run that names the source: after the role where there is one, else the last."""
        named = [r for r in runs if self._is_name(words, r)]
        if not named:
            return None
        if role is None:
            free = [r for r in named if not self._is_bound(words, r)]
            return free[-1] if free else named[0]
        later = [r for r in named if r[1] > role + 1 and not self._is_bound(words, r)]
        if later:
            return later[0]
        if self.speech.kinds.get(words[role].fold) in ("outlet", "agency", "organisation") and words[role].fold not in self.speech.roles:
            before = [r for r in named if r[1] <= role + 1]
            return before[-1] if before else None
        if words[role].capital and named[-1][1] == role + 1:
            return None
        earlier = [r for r in named if r[1] <= role and role > r[1] and words[r[1]].fold in (*self.speech.of, *self.speech.links)]
        return earlier[0] if earlier else None

    def _is_bound(self, words: list[Token], run: tuple[int, int]) -> bool:
        """True for the X of "spokesman for X": a body, not the speaker."""
        before = [t.fold for t in words[max(0, run[0] - 2) : run[0]] if t.fold not in self.speech.determiners]
        return bool(before) and (before[-1] in self.speech.of or before[-1] in self.speech.links)

    def _describe(self, words: list[Token]) -> str:
        """The words themselves without a leading article."""
        low = 0
        while low < len(words) - 1 and words[low].fold in ("the", "a", "an", "some", "para", "seorang", "sebuah"):
            low += 1
        return self.text[words[low].start : words[-1].end].strip("\"“”'‘’ ") if words else ""

    def _describe_kind(self, words: list[Token], noun: str) -> Kind:
        kind = self.speech.kinds.get(noun)
        if kind is None:
            return "person" if noun in self.speech.roles else "unnamed"
        return kind  # type: ignore[return-value]

    def _read_body(self, words: list[Token], role: int | None, rest: list[Token]) -> str | None:
        """The body that a spokesman speaks for: before the role ("IBM spokeswoman") or after "for", "of", "from"."""
        for part in (words, rest):
            spot = next((i for i, t in enumerate(part) if t.fold in self.speech.roles or t.fold in self.speech.spokesmen), None)
            if spot is None:
                continue
            after = next((i for i in range(spot + 1, min(spot + 5, len(part))) if part[i].fold in self.speech.of or part[i].fold in self.speech.links), None)
            if after is not None and after + 1 < len(part):
                return self._describe(part[after + 1 :]) or None
            before = [t for t in part[:spot] if t.fold not in self.speech.determiners and t.fold not in self.speech.titles]
            if before and any(t.capital for t in before) and part[spot].fold in self.speech.spokesmen:
                name = self.text[before[0].start : before[-1].end]
                return (name[:-2] if name.endswith(("'s", "’s")) else name) or None
        linked = next((i for i, t in enumerate(words[:-1]) if t.fold in self.speech.of and i and words[i - 1].capital), None)
        return self._describe(words[linked + 1 :]) if linked is not None and role is None else None

    # ------------------------------------------------------------ resolving

    def _find_fuller(self, name: str, before: int) -> Mention | None:
        """The fuller mention that a short name stands for, when only one fits."""
        parts = fold(name).removesuffix("'s").split()
        fits: dict[str, Mention] = {}
        for mention in self.mentions:
            words = fold(mention.name).split()
            if len(words) > len(parts) and mention.kind in ("person", "outlet", "agency") and _is_short(parts, words, mention.kind):
                fits.setdefault(" ".join(words[-2:]), mention)
        earlier = [m for m in fits.values() if m.start < before]
        if len(fits) == 1:
            return next(iter(fits.values()))
        return earlier[0] if len(earlier) == 1 else None

    def _find_described(self, noun: str, before: int) -> Mention | None:
        """Whom "the broadcaster" means: the last one called so, else the only one of that kind."""
        called = [m for m in self.mentions if m.start < before and noun in m.nouns]
        if called and noun:
            return called[-1]
        kind = self.speech.kinds.get(noun)
        if kind not in ("outlet", "agency"):
            return None
        media = {m.name: m for m in self.mentions if m.start < before and m.kind in ("outlet", "agency") and not self.is_own(m.name)}
        if len(media) == 1:
            return next(iter(media.values()))
        described = {n: m for n, m in media.items() if any(self.speech.kinds.get(x) == "outlet" for x in m.nouns)}
        return next(iter(described.values())) if len(described) == 1 else None

    def _find_last_speaker(self, before: int, pronouns: frozenset[str]) -> Source | None:
        """Whom a pronoun means: the last speaker nearby, unless another person was named since."""
        plural = pronouns == self.speech.groups
        for start, source in reversed(self.spoken):
            if before - start > _NEAR:
                return None
            if plural and source.kind in ("person", "document", "data"):
                continue
            if plural and ("\n" in self.text[start:before] or self._is_plural_between(start, before)):
                return None
            if not plural and source.kind not in ("person", "account"):
                continue
            since = [m for m in self.mentions if start < m.start < before and m.kind == "person" and m.name != source.name]
            since = [m for m in since if fold(m.name).split()[-1] not in fold(source.name).split() and self._opens_sentence_at(m.start)]
            return None if since and not plural else source
        if plural:
            return None
        people = [m for m in self.mentions if before - _NEAR < m.start < before and m.kind == "person"]
        names = {m.name for m in people}
        if len(names) == 1:
            return Source(span=None, text="", name=people[-1].name, kind="person")
        return None

    def _is_plural_between(self, start: int, before: int) -> bool:
        """True when another group was named between: "they" may mean it."""
        low, high = bisect_left(self.starts, start), bisect_left(self.starts, before)
        return any(self.speech.kinds.get(t.fold) == "unnamed" or t.fold in self.speech.groups for t in self.tokens[low + 1 : high])

    def _opens_sentence_at(self, start: int) -> bool:
        return not self.text[max(0, start - 3) : start].strip(" ") or self.text[max(0, start - 2) : start].strip(" ")[-1:] in (".", "\n", "")

    def _find_body(self, name: str, before: int) -> str | None:
        """The body that an earlier source of the same name spoke for."""
        if not name:
            return None
        return next((s.speaks_for for start, s in self.spoken if s.name == name and s.speaks_for), None)


def _is_short(parts: list[str], words: list[str], kind: Kind) -> bool:
    if len(parts) == 1:
        return parts[0] == words[-1] or kind == "person" and parts[0] in words and len(parts[0]) > 3
    return parts[-1] == words[-1] and set(parts) <= set(words)


def _squash(name: str) -> str:
    squashed = re.sub(r"\W", "", fold(name).removeprefix("the "))
    return re.sub(r"(?:com|id|net|org)$", "", squashed)


def _open_quotations(text: str, paragraph: Paragraph) -> list[Token]:
    """A paragraph's tokens with quotations opened up again."""
    return list(tokenise(text, paragraph.span.start, paragraph.span.end, {}))
