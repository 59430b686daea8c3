"""The names of an article, what the words around each call it, and which of them a mere description means."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache, partial
from itertools import chain

from msgspec import Struct
from msgspec.structs import replace

from stemma.extract.speech.between.offices import find_office
from stemma.extract.speech.between.tails import cut_case, names_nobody, skip_tail
from stemma.extract.speech.cases.names import find_common, is_common, skip_owner
from stemma.extract.speech.parts.media import opens_name
from stemma.extract.speech.parts.runs import skip_domain
from stemma.extract.speech.words import Paragraph, Token, find_capital_title, list_quoted
from stemma.find.gazetteer import find_demonym, find_outlet, find_places_named, is_given_name
from stemma.find.terms import per_language
from stemma.lang.language import Speech
from stemma.model import Kind
from stemma.text import drop_lone_marks, fold

_OUTLET_ENDINGS = re.compile(
    r"(?:\.(?:com|org|net|co\.uk|ru|ua|id|tv)|\b(?:News|Times|Post|Journal|Herald|Tribune|TV|Radio|Press|Gazette|Telegraph|"
    r"Daily|Magazine|Presse|Media|Network|Channel|Broadcasting|Chronicle|Courier|Mirror|Ledger|Dispatch|Examiner|Inquirer|Mercury|Sentinel|Observer|Wire|Online))$"
)
_OUTLET_OPENINGS = re.compile(r"(?:The )?(?:Daily|Evening|Morning|Sunday) [A-Z]")
_NO_PERSON = re.compile(r"-[a-z]|\d")  # the "Oslo-based" before a name; a model: "Berg B90"
_LONGEST_APPOSITION = 12  # words
_SHORTEST_ROLE = 6  # letters of an office that may end a compound: "sekretär", not "chef"
_MOST_WORDS = 6  # of a name
_KEPT = 8192  # names whose kind is remembered
_JOINTS = frozenset({".", "-", "&", "'"})  # marks inside a name
_MEDIA = ("outlet", "agency")
_BINDERS = frozenset({"of", "for", "al", "bin", "de", "van", "von", "el"})


@lru_cache(maxsize=8192)
def _ends_like_outlet(name: str) -> bool:
    return bool(_OUTLET_ENDINGS.search(name))


class Mention(Struct):  # an article has a hundred: faster to make than a dataclass
    """A run of capitals in the text and what the words before it call it; nobody changes one."""

    start: int
    name: str
    kind: Kind
    nouns: frozenset[str]
    words: tuple[str, ...]  # of the name, folded


@dataclass(frozen=True, slots=True)
class _Lists:
    """Joined word lists of a language, which are asked for at every name."""

    small: frozenset[str]  # no name begins with these
    plain: frozenset[str]  # words that are no name alone
    bridges: frozenset[str]  # marks and words inside a name
    clausal: frozenset[str]  # what follows a name and a comma in a clause, in no apposition
    parting: frozenset[str]  # what parts a noun from the name behind it
    bound: frozenset[str]  # small words that are no verb
    role_endings: tuple[str, ...]  # of compounds for people with an office
    nouns: frozenset[str]  # what somebody may be called
    offices: frozenset[str]  # what only persons are called


@per_language
def _find_lists(speech: Speech) -> _Lists:
    return _Lists(
        small=frozenset().union(
            speech.determiners, speech.openers, speech.according, speech.links, speech.interjections
        ),
        plain=frozenset().union(
            *(speech.persons, speech.groups, speech.things, speech.selves),
            *(speech.temporal, speech.openers, speech.adverbs, speech.links, speech.relatives),
        ),
        bridges=_JOINTS | speech.binders | (frozenset() if speech.verb_final else _BINDERS),
        clausal=(speech.says | speech.tells | speech.weak | speech.relatives | speech.be | speech.auxiliaries)
        - speech.determiners,
        parting=frozenset().union(
            *(speech.of, speech.links, speech.joins, speech.determiners, speech.says, speech.auxiliaries)
        ),
        role_endings=tuple(sorted(role for role in speech.roles if len(role) >= _SHORTEST_ROLE)),
        bound=speech.of | speech.links | speech.determiners | speech.genitives | speech.ties,
        nouns=speech.roles.union(speech.kinds),
        offices=speech.titles | speech.roles,
    )


class Names:
    """The names of one article, found once; judges what kind of name each is."""

    def __init__(self, text: str, paragraphs: list[Paragraph], speech: Speech) -> None:
        self.text = text
        self.speech = speech
        self.tokens = list(chain.from_iterable(_open_quotations(text, paragraph, speech) for paragraph in paragraphs))
        self.title = find_capital_title(paragraphs)
        self.lists = _find_lists(speech)
        self._judge = _find_judge(speech)
        self.mentions = _promote_persons(self._find_mentions(), text, speech)
        self.persons = frozenset(m.name for m in self.mentions if m.kind == "person")

    def _find_mentions(self) -> "list[Mention]":
        found, end, small, common = [], 0, self.lists.small, find_common(self.tokens, self.speech)
        for index in [i for i, token in enumerate(self.tokens) if token.capital and token.kind == "w"]:
            opens = is_common(self.tokens, index, common) and self._opens_sentence(index)  # "Выбор" Лесного
            if opens or index < end or self.tokens[index].fold in small or self._opens_before_name(index):
                continue
            end = self._run_end(index)
            if (mention := self._make_mention(index, end)) is not None:
                found.append(mention)
        return found

    def _run_end(self, index: int) -> int:
        tokens, bridges = self.tokens, self.lists.bridges
        end = index + 1
        while end < len(tokens):
            token = tokens[end]
            name = token.capital and token.kind == "w"
            if not (name or token.fold in bridges) or not self._adjoins(end) or not (name or self._bridges(end)):
                break
            end += 1
        while end > index + 1 and not (tokens[end - 1].capital or tokens[end - 1].fold.isdigit()):
            end -= 1
        return end

    def _adjoins(self, at: int) -> bool:
        """False behind the end of a line, and behind a genitive."""
        before = self.tokens[at - 1]
        apart = "\n" in self.text[before.end : self.tokens[at].start]
        return not apart and not before.fold.endswith(("'s", "s'"))

    def _bridges(self, at: int) -> bool:
        """True for what goes on with a name without being one: the "of" of "Bank of Halden", the "&" of "Berg & Co"."""
        token, before, binders = self.tokens[at], self.tokens[at - 1], self.speech.binders
        if token.kind == "p" and token.fold in _JOINTS:
            glued = before.end == token.start
            return token.fold == "&" or (
                glued and (before.fold in self.speech.titles or before.end - before.start == 1)
            )
        following = self.tokens[at + 1] if at + 1 < len(self.tokens) else None
        if following is not None and token.fold in binders and following.fold in binders:
            following = self.tokens[at + 2] if at + 2 < len(self.tokens) else None  # "van der" Meer
        bound = token.fold in self.lists.bridges - _JOINTS
        office = token.fold in self.speech.articles and following is not None and following.fold in self.speech.roles
        return bound and following is not None and not office and (following.capital or before.fold in binders)

    def _make_mention(self, low: int, high: int) -> Mention | None:
        words = self.tokens[low:high]
        if (high - low == 1 and self._is_no_name(low)) or self._is_title_line(words[0]):
            return None
        tokens, speech, lists = self.tokens, self.speech, self.lists
        near = self._find_near(low, high)
        called = [i for i, token in enumerate(tokens[near:high], near) if token.fold in lists.nouns]
        name = self.strip_titles(words)
        long = high - low > _MOST_WORDS and len(name.split()) > _MOST_WORDS
        if not name or long or (folded := fold(name)) in lists.plain:  # Teacher "Who"
            return None
        behind = low + 2 if speech.order or speech.verb_final else min(low + 2, high)
        around = tokens[max(near, low - 2) : behind]
        titled = any(t.fold in lists.offices or self._is_compound_office(t.fold) for t in around)
        titled = titled or (bool(speech.domains) and not self.text.startswith(name, words[0].start))
        titled = self._is_introduced(high) or (titled and not names_nobody(self.text, words, speech))
        nouns = frozenset([*(find_office(tokens, i, speech) for i in called), *self._apposed(high)])
        return Mention(words[0].start, name, self.find_kind(name, nouns, titled), nouns, tuple(folded.split()))

    def _find_near(self, low: int, high: int) -> int:
        """Where the words right before a name that may call its bearer something begin: three at most."""
        start = low
        if low and self.tokens[low - 1].fold == "," and high < len(self.tokens) and self.tokens[high].fold in ",.":
            start -= 1  # "its developer, Halden Games, said"
        while start > max(0, low - 3) and not self._parts(start - 1, low):
            if "\n" in self.text[self.tokens[start - 1].end : self.tokens[start].start]:
                break
            start -= 1
        return start

    def _parts(self, at: int, low: int) -> bool:
        """True for a word that parts a noun from the name at `low`: "the mayor" of Halden, "the firm" and Halden."""
        token, speech = self.tokens[at], self.speech
        if token.kind != "w" or token.capital:
            return token.fold in ".!?;:,"
        word = token.fold
        if word in speech.kinds or word in speech.roles or word in speech.titles:
            return False
        if not (speech.adjectives_last or speech.noun_first or speech.cased):
            return True  # adjectives stand before their noun
        if word in speech.of and at < low - 1:
            return False  # agence "de" presse X
        return word in self.lists.parting

    def _is_no_name(self, at: int) -> bool:
        """True for a lone capital that is no name: "Friday", "They", the "Former" that opens a sentence."""
        word, speech = self.tokens[at].fold, self.speech
        if word in self.lists.plain or word in speech.somebodies or self._is_opening_adverb(at):
            return True
        following = self.tokens[at + 1] if at + 1 < len(self.tokens) else None
        if following is None:
            return False
        if following.kind == "w" and find_demonym(self.text[self.tokens[at].start : self.tokens[at].end]):
            return not following.capital
        called = following.fold in speech.roles or following.fold in speech.kinds
        return called and not following.capital and self._opens_sentence(at) and not find_outlet(word)

    def _is_opening_adverb(self, at: int) -> bool:
        """True for the "Sadly" that opens a sentence; Emily and Italy are names."""
        token = self.tokens[at]
        name, formed = self.text[token.start : token.end], token.fold.endswith(self.speech.adverb_endings)
        return formed and self._opens_sentence(at) and not (is_given_name(name) or find_places_named(name))

    def _opens_before_name(self, at: int) -> bool:
        """True for the "Recently" of "Recently Weirwatch said": an adverb at the head of a sentence, then a name."""
        name = at + 1 < len(self.tokens) and self.tokens[at + 1].capital and self._adjoins(at + 1)
        known = self.tokens[at].fold in self.speech.adverbs and not is_given_name(self.tokens[at].fold)
        formed = not self.speech.shares and self._is_opening_adverb(at)  # no "Daily Lamp"
        return name and (formed or (known and self._opens_sentence(at)))

    def _opens_sentence(self, at: int) -> bool:
        start = self.tokens[at].start
        while start and self.text[start - 1] in ' "“„«':
            start -= 1
        return not start or self.text[start - 1] in "\n.!?"

    def _is_title_line(self, token: Token) -> bool:
        """True in a headline whose words are nearly all capitals: its runs of capitals are no names."""
        return self.title.start <= token.start < self.title.end

    def _is_introduced(self, index: int) -> bool:
        """True before ", 61," or ", who": a person."""
        if index >= len(self.tokens) or self.tokens[index].fold not in (",", "("):
            return False
        words = [t.fold for t in self.tokens[index : index + 3]]
        aged = (
            len(words) > 1 and words[1].isdigit() and 4 < int(words[1]) < 110 and words[2:] in ([], [","], ["."], [")"])
        )
        return len(words) > 1 and (aged or words[:2] == [",", "who"])

    def _apposed(self, index: int) -> set[str]:
        """Nouns of ", the minister of X," after a name; a clause, as in ", the minister said," calls nobody so."""
        if index >= len(self.tokens) or self.tokens[index].fold != ",":
            return set()
        following, speech = self.tokens[index + 1 : index + _LONGEST_APPOSITION], self.speech
        stop = next((i for i, t in enumerate(following) if t.fold in (",", ".")), None)
        words = [t.fold for t in following[:stop]]
        clause = not self.lists.clausal.isdisjoint(words)
        verbal = speech.capital_nouns and any(
            word in self.lists.nouns and self._opens_clause(at) for at, word in enumerate(words, index + 2)
        )
        if stop is None or clause or verbal or (len(words) > 1 and set(words[:2]) <= speech.determiners):
            return set()
        return {word for word in words if word in speech.kinds or word in speech.roles}

    def _opens_clause(self, at: int) -> bool:
        """True for the verb behind a German noun: ", die Polizei" spricht."""
        token = self.tokens[at]
        return token.kind == "w" and not token.capital and token.fold not in self.lists.bound

    def strip_titles(self, words: list[Token], *, holder: bool = True) -> str:
        """The name without "Mr", "Defense Minister" and nationalities before it; or that of a body."""
        if len(words) == 1 and words[0].capital and words[0].kind == "w":
            return self._spell_name(words)
        low = next((i + 1 for i in range(len(words) - 2, -1, -1) if self._is_title(words, i)), 0)
        while low < len(words) and (words[low].kind == "p" or self._is_bare_binder(words[low])):
            low += 1
        low = skip_domain(words, low, self.speech)
        if low >= len(words) or (words[low].fold in self.speech.of and not words[low].capital):
            return ""  # the Prime Minister "of Halden"
        while self.speech.capital_nouns and low < len(words) - 1 and self._is_called(words[low]):
            low += 1
        low = skip_owner(self.text, words, self._skip_nationality(words, low), self.speech)
        return self._spell_name(words[skip_tail(self.text, words, low, self.speech) if holder else low :])

    def _spell_name(self, words: list[Token]) -> str:
        return drop_lone_marks(cut_case(self.text[words[0].start : words[-1].end], self.speech))

    def _is_bare_binder(self, token: Token) -> bool:
        """True for the "van" that a title leaves behind: "CEO van X"."""
        return not token.capital and token.fold in self.speech.binders

    def _is_title(self, words: list[Token], at: int) -> bool:
        """True for the "Minister" and, with the word before it, the "Besar" of "Duta Besar"."""
        word, speech = words[at].fold, self.speech
        plain = (word in speech.roles or word in speech.titles) and word not in speech.adverbs  # "First" News
        if plain or self._is_compound_office(word):
            return True
        pair = f"{words[at - 1].fold} {word}" if at else ""
        return pair in speech.roles or pair in speech.titles

    def _is_compound_office(self, word: str) -> bool:
        """True for "Acme-Chefin" and "Gewerkschaftssekretär"."""
        if "-" in word and word.rpartition("-")[2] in self.speech.roles:
            return True
        return self.speech.capital_nouns and word.endswith(self.lists.role_endings) and not is_given_name(word)

    def _is_called(self, token: Token) -> bool:
        """True for the "Sender" of "der Sender X"."""
        return self.speech.kinds.get(token.fold) in ("outlet", "agency", "person") or token.fold in self.speech.roles

    def _skip_nationality(self, words: list[Token], low: int) -> int:
        """Reads “Media Ukraina LIGA” is LIGA: a noun for media, then a country, then the name."""
        start, called = low, self.speech.kinds.get(words[low].fold) in _MEDIA
        skips = (self.speech.noun_first or self.speech.capital_nouns) and not opens_name(words[low:], self.speech)
        if low == len(words) - 1 or (called and not skips):
            return low
        if not called:
            before = self.text[max(0, words[low].start - 20) : words[low].start].split()
            called = bool(before) and self.speech.kinds.get(fold(before[-1])) in _MEDIA
        while (
            called
            and low < len(words) - 1
            and not all(t.fold in self.speech.kinds or _OUTLET_ENDINGS.search(t.fold.title()) for t in words[low + 1 :])
            and (
                self.speech.kinds.get(words[low].fold) in _MEDIA
                or (low >= start and bool(find_places_named(words[low].fold)))
            )
        ):
            low += 1
        return low

    def find_kind(self, name: str, nouns: frozenset[str], titled: bool) -> Kind:
        """What a name is: by the gazetteers, then by the words around it."""
        return self._judge(name, nouns, titled)


@per_language
def _find_judge(speech: Speech) -> Callable[[str, frozenset[str], bool], Kind]:
    """What judges names; remembers its judgements, for articles about one event name the same bodies."""
    return lru_cache(maxsize=_KEPT)(partial(_judge_kind, speech))


def _judge_kind(speech: Speech, name: str, nouns: frozenset[str], titled: bool) -> Kind:
    known = find_outlet(name)
    if known or name.endswith((" News Agency", " Press Agency")):
        return "agency" if known is None or known[1] == "agency" else "outlet"
    kinds = {speech.kinds[n] for n in nouns if n in speech.kinds}
    words = name.split()
    if len(words) > 1 and is_given_name(words[0]) and not _ends_like_outlet(name):
        return "person"
    if speech.domains and speech.kinds.get(fold(words[0])) == "organisation":
        return "organisation"
    if kinds & {"agency", "outlet"} or _ends_like_outlet(name) or _OUTLET_OPENINGS.match(name):
        return "agency" if "agency" in kinds else "outlet"
    if " " in name and fold(name).split()[-1] in speech.companies:
        return "organisation"
    return "person" if titled or "person" in kinds else _find_kind_of_thing(speech, name)


def _find_kind_of_thing(speech: Speech, name: str) -> Kind:
    """A place where it is named like one, else a body."""
    placed = find_places_named(name) and name.count(" ") < 2
    return "state" if placed or _opens_place(speech, name) else "organisation"


def _opens_place(speech: Speech, name: str) -> bool:
    """True for "Port Halden", "Pulau Rinca"; not for "Port Halden Authority"."""
    words = fold(name).split()
    opened = len(words) > 1 and words[0] in speech.place_openers
    return opened and words[-1] not in speech.companies and speech.kinds.get(words[-1]) != "organisation"


def _promote_persons(mentions: list[Mention], text: str, speech: Speech) -> list[Mention]:
    """A full name whose last word stands alone elsewhere, without an article, is a person's: "Osk Tandry … Tandry"."""
    surnames = {m.words[-1] for m in mentions if m.kind == "organisation" and 1 < len(m.words) < 4}
    alone = {
        word
        for m in mentions
        if len(m.words) == 1
        and (word := m.words[0].removesuffix("'s")) in surnames
        and not text[m.start].islower()
        and not _follows_article(text, m.start, speech)
    }
    return [
        replace(m, kind="person")
        if m.kind == "organisation"
        and 1 < len(m.words) < 4
        and m.words[-1] in alone
        and not any(w in listed for w in m.words for listed in (speech.kinds, speech.roles, speech.of, speech.domains))
        and not (find_places_named(m.name) or find_places_named(m.words[-1].title()))
        and not m.nouns & speech.kinds.keys()
        and not find_demonym(m.name.split()[0])
        and not _NO_PERSON.search(m.name)
        else m
        for m in mentions
    ]


def _follows_article(text: str, start: int, speech: Speech) -> bool:
    before = text[max(0, start - 20) : start].split()
    return bool(before) and fold(before[-1]) in speech.determiners


def _open_quotations(text: str, paragraph: Paragraph, speech: Speech) -> list[Token]:
    """A paragraph's tokens with quotations opened up again."""
    if not paragraph.quotations:
        return paragraph.tokens
    quoted = paragraph.quotations
    opened = (list_quoted(text, paragraph, quoted[t.start], speech) if t.kind == "q" else [t] for t in paragraph.tokens)
    return list(chain.from_iterable(opened))
