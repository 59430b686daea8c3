"""Reads one source phrase by its own words: name, kind, head noun, and the body it speaks for."""

from dataclasses import dataclass

from stemma.extract.speech.between.headed import find_headed
from stemma.extract.speech.between.heads import find_gloss, find_head, find_holder, is_lone_name
from stemma.extract.speech.between.tails import find_behind_bracket, names_nobody
from stemma.extract.speech.cases.names import leave_adjectives, narrow_run
from stemma.extract.speech.mentions import Names
from stemma.extract.speech.parts.runs import (
    choose_run,
    find_run_before,
    find_spelled_out,
    is_name,
    is_part_of_name,
    is_place,
    is_thing_of,
    parts_digits,
)
from stemma.extract.speech.words import Token
from stemma.find.gazetteer import find_outlet, is_given_name
from stemma.lang.language import Speech
from stemma.model import Kind
from stemma.text import join_lists

NO_MARKS = str.maketrans("", "", '"“”„«»')


@dataclass(frozen=True, slots=True)
class Reading:
    """What the words of one source phrase say by themselves."""

    name: str
    kind: Kind
    speaks_for: str | None
    noun: str  # the head noun, "" where the phrase is a mere name
    definite: bool  # "the minister": somebody named before
    named: bool


class PhraseReader:
    """Reads source phrases of one article."""

    def __init__(self, names: Names) -> None:
        self.names = names
        self.text = names.text
        self.speech: Speech = names.speech

    def read_phrase(self, words: list[Token]) -> Reading:
        """Name, kind and body of one source phrase, from its own words."""
        if whole := self._read_whole_name(words):
            return whole
        head, rest = self._split_apposition(self._cut_viewer(words))
        role = self._last_role(head)
        noun = self._read_noun(head, role)
        document = self._read_document(head)
        if document is not None:
            return document
        runs = leave_adjectives(head, self._runs(head), self.speech)
        chosen = choose_run(head, runs, role, self.text, self.speech)
        if self.speech.cased:
            chosen = narrow_run(self.text, head, chosen, role, self.speech)
        if chosen is not None and self._is_bare_office(head, chosen):
            chosen = None
        if (apposed := self._read_apposed(head, rest, role, chosen)) is not None:
            return apposed
        if chosen is None or self._is_mere_verb(head):
            return self._read_description(head, runs, role, rest)
        if is_part_of_name(head[chosen[1] - 1 :], self.speech):
            return Reading(self.describe(head[chosen[0] :]), "organisation", None, noun, False, True)
        name = self.names.strip_titles(head[chosen[0] : chosen[1]])
        shortened = bool(self.speech.domains) and not self.text.startswith(name, head[chosen[0]].start)
        name, employer = self._split_outlet(name)
        nouns = frozenset(t.fold for t in (*head, *rest) if t.fold in self.speech.kinds or t.fold in self.speech.roles)
        titled = any(t.fold in self.speech.titles or t.fold in self.speech.roles for t in (*head, *rest))
        titled = (
            titled or shortened or self._is_belonging(head[chosen[0] : chosen[1]], self._skip_of(head[chosen[1] :]))
        )
        body = (
            employer
            or self._read_place(head[chosen[1] :])
            or self._read_body([*head[: chosen[0]], *head[chosen[1] :]], role, rest)
        )
        return Reading(
            name or self.describe(head), self.names.find_kind(name or "?", nouns, titled), body, noun, False, True
        )

    def _read_whole_name(self, words: list[Token]) -> Reading | None:
        """A name in Latin letters behind that in another script, or one that is spelled out before its initials."""
        if gloss := find_gloss(self.text, words, self.speech):
            return Reading(gloss, "person", None, "", False, True)
        spelled = find_spelled_out(self.text, words, self.speech)
        if spelled is None or any(t.fold in self.speech.roles for t in words[: spelled[0]]):
            return None
        name = self.text[words[spelled[0]].start : words[spelled[1] - 1].end]
        return Reading(name, self.names.find_kind(name, frozenset(), False), None, "", False, True)

    def _is_bare_office(self, head: list[Token], run: tuple[int, int]) -> bool:
        """True for the "Utama" of "Direktur Utama" and the "Sosial" of "Menteri Sosial": the office goes on."""
        words = head[run[0] : run[1]]
        office = max((i for i, t in enumerate(head[: run[1]]) if t.fold in self.speech.roles), default=None)
        behind = words if office is None or office < run[0] else head[office + 1 : run[1]]
        return office is not None and office >= run[0] - 2 and names_nobody(self.text, behind, self.speech)

    def _is_mere_verb(self, head: list[Token]) -> bool:
        """True for the "Commented" that opens a sentence: a verb of saying is nobody's name."""
        if len(head) != 1 or not head[0].capital:
            return False
        word, speech = head[0].fold, self.speech
        verbal = (word in speech.says or word in speech.weak) and word not in speech.reports
        return verbal and word not in speech.hearsay and not is_given_name(word)

    def _read_description(
        self, head: list[Token], runs: list[tuple[int, int]], role: int | None, rest: list[Token]
    ) -> Reading:
        """A phrase in which nobody is named: "the minister", "two officials", "reporters of the Lamp"."""
        noun = self._read_noun(head, role)
        person = self._describe_kind(head, noun) == "person"
        if self._is_mere_verb(head) or (person and is_thing_of(head, role, self.speech)):
            return Reading("", "unnamed", None, noun, False, False)
        name = self.describe(head)
        if len(head) == 1 and "." in head[0].fold:
            return Reading(name, "outlet", None, noun, False, True)
        if (holder := find_holder(head, role, self.speech)) is not None:
            return Reading(self.describe(head[holder:]), "person", None, noun, False, True)
        if (
            is_lone_name(self.text, head, self.speech)
            and self.names.find_kind(name, frozenset(), False) == "organisation"
        ):
            return Reading(name, "person", None, noun, False, True)
        media = [
            r for r in runs if noun in self.speech.reporters and find_outlet(self.names.strip_titles(head[r[0] : r[1]]))
        ]
        if media:
            return Reading(self.names.strip_titles(head[media[0][0] : media[0][1]]), "outlet", None, noun, False, True)
        described = self._is_definite(head, role) and not any(is_name(head, r, self.text, self.speech) for r in runs)
        return Reading(name, self._describe_kind(head, noun), self._read_body(head, role, rest), noun, described, False)

    def _is_definite(self, head: list[Token], role: int | None) -> bool:
        """True for "the broadcaster"; not for "the spread of television" and "the radio host"."""
        speech = self.speech
        if not head or not (head[0].fold in speech.definites or head[-1].fold in speech.definites):
            return False
        if role is None:
            return True
        if any(t.fold in speech.of for t in head[1:role]):
            return False
        behind = head[role + 1] if role + 1 < len(head) else None
        first = not (speech.adjectives_last or speech.noun_first or speech.cased)
        small = join_lists(speech.of, speech.links, speech.relatives, speech.genitives, speech.definites)
        return not first or behind is None or behind.kind != "w" or behind.capital or behind.fold in small

    def _read_noun(self, head: list[Token], role: int | None) -> str:
        """The head noun: one word, or two that name a kind of source together."""
        noun = head[role].fold if role is not None else ""
        pair = f"{head[role - 1].fold} {noun}" if role else ""
        return pair if pair in self.speech.kinds else noun

    def _cut_viewer(self, words: list[Token]) -> list[Token]:
        """Reads “a log seen by X” without whoever saw it."""
        for index in range(1, len(words) - 1):
            if words[index].fold in self.speech.viewings and words[index + 1].fold in self.speech.agents:
                return words[:index]
        return words

    def _may_name_body(self, token: Token) -> bool:
        """False for the "three" of "a mother of three", and for the "делам" of "глава комитета по делам рыбаков"."""
        counts = token.fold in self.speech.determiners and token.fold not in self.speech.articles
        return not counts and not token.fold.isdigit() and (token.capital or not self.speech.cased)

    def _read_place(self, after: list[Token]) -> str | None:
        """Reads “Ana Ruiz of the Rivers Agency”: where somebody belongs."""
        belongs = len(after) > 1 and after[0].fold in self.speech.of and any(t.capital for t in after)
        return self.describe(after[1:]) if belongs else None

    def _read_apposed(
        self, head: list[Token], rest: list[Token], role: int | None, chosen: tuple[int, int] | None
    ) -> Reading | None:
        """Reads “its spokesman, Ana Ruiz”; "the mayor of Halden, Ana Ruiz": the name stands behind the office."""
        while len(rest) > 1 and (rest[0].fold in self.speech.titles or rest[0].fold in self.speech.roles):
            rest = rest[1:]
        if head[0].fold in join_lists(self.speech.possessors, self.speech.owners):
            rest = self._cut_home(rest)
        bare = 0 < len(rest) < 5 and all(t.capital or t.fold == "." for t in rest)
        titled = any(t.fold in self.speech.roles or t.fold in self.speech.kinds for t in rest)
        offices = [i for i, t in enumerate(head) if t.fold in self.speech.roles or t.fold in self.speech.spokesmen]
        apposed = chosen is None and len(rest) > 1 and head[0].fold in self.speech.determiners | self.speech.possessors
        if not bare or titled or not (offices or apposed) or (len(rest) < 2 and chosen is not None):
            return None
        if (
            chosen is not None
            and self.names.find_kind(self.names.strip_titles(head[chosen[0] : chosen[1]]), frozenset(), False)
            == "person"
        ):
            return None
        name = self.text[rest[0].start : rest[-1].end]
        if not offices:
            return Reading(name, "person", self._read_owner(head[:-1]), head[-1].fold, False, True)
        private = any(head[i].fold in self.speech.private_roles for i in offices)
        body = None if private else self._read_owner(head[: offices[0]]) or self._read_body(head, role, [])
        if body is None and chosen is not None and not private:
            body = self.names.strip_titles(head[chosen[0] : chosen[1]], holder=False)
        return Reading(name, "person", body, head[offices[-1]].fold, False, True)

    def _cut_home(self, rest: list[Token]) -> list[Token]:
        """The name before "of Halden Hills" and before ", and his son"."""
        small = join_lists(self.speech.of, self.speech.links)
        end = next((i for i, t in enumerate(rest) if t.fold == "," or t.fold in small), len(rest))
        return rest[:end] if end > 1 else rest

    def _read_owner(self, words: list[Token]) -> str | None:
        """The body whose office it is: "the council's", "its"."""
        owned = next((i for i in range(len(words) - 1, -1, -1) if words[i].fold.endswith(("'s", "s'"))), None)
        if owned is not None:
            name = self.describe(words[: owned + 1])
            return name[:-2] if name.endswith(("'s", "’s")) else name.rstrip("'’")
        return words[-1].fold if words and words[-1].fold in self.speech.possessors else None

    def _split_outlet(self, name: str) -> tuple[str, str | None]:
        """Reads “CNBC Jane Doe”: a person with the medium before the name."""
        words = name.split()
        for cut in range(1, len(words) - 1):
            if is_given_name(words[cut]) and find_outlet(" ".join(words[:cut])):
                return " ".join(words[cut:]), " ".join(words[:cut])
        return name, None

    def _split_apposition(self, words: list[Token]) -> tuple[list[Token], list[Token]]:
        marks = (i for i, t in enumerate(words) if t.fold in (",", "—", "–", "("))
        comma = next((i for i in marks if not parts_digits(words, i)), None)
        if not comma:
            return words, []
        if self.speech.verb_final and (behind := self._read_holder(words, comma)):
            return behind, []
        if words[comma].fold == "(":
            if holder := find_behind_bracket(self.text, words, comma, self.speech):
                return words[:comma], holder
            close = next((i for i in range(comma, len(words) - 1) if words[i].fold == ")"), None)
            return words[:comma], words[close + 2 :] if close and words[close + 1].fold == "," else []
        return words[:comma], words[comma + 1 :]

    def _read_holder(self, words: list[Token], mark: int) -> list[Token]:
        """The "Başkanı Hasan Tan" of "Taşıma Birliği (TB) Başkanı Hasan Tan"; nothing where no office follows."""
        bracket = words[mark].fold == "("
        close = next((i for i in range(mark, len(words) - 1) if words[i].fold == ")"), None) if bracket else mark
        behind = words[close + 1 :] if close is not None else []
        named = any(t.fold in self.speech.roles for t in behind) and behind[-1].capital
        return behind if named and behind[-1].fold not in self.speech.roles else []

    def _last_role(self, words: list[Token]) -> int | None:
        """Where the head noun stands: the last noun for people and bodies before "of", "who" or a name."""
        if self.speech.order:
            return find_head(words, self.speech)
        found = None
        for index, token in enumerate(words):
            if index and token.fold in self.speech.of and self._parts_with(words, index):
                break
            if found is not None and (
                token.fold in self.speech.of or token.fold in self.speech.links or token.fold in self.speech.relatives
            ):
                break
            if token.fold in self.speech.kinds or token.fold in self.speech.roles:
                found = index
                if self.speech.cased or self._closes_head(words, index):
                    break  # what follows is its genitive, or tells whose head it is
        return found

    def _closes_head(self, words: list[Token], at: int) -> bool:
        """True for an office before what it is the office of, and for a body that opens its phrase."""
        speech = self.speech
        if words[at].fold in speech.roles:
            return bool(speech.domains) or speech.free_order
        pair = " ".join(token.fold for token in words[at : at + 2])  # kantor berita
        return bool(speech.domains) and at == 0 and pair not in speech.kinds

    def _skip_of(self, words: list[Token]) -> list[Token]:
        """The words behind "of the"."""
        small = join_lists(self.speech.of, self.speech.determiners)
        low = next((i for i, t in enumerate(words) if t.fold not in small), len(words))
        return words[low:] if low else []

    def _parts_with(self, words: list[Token], of: int) -> bool:
        """True where a person's name stands before "of"."""
        run, after = find_run_before(words, of), self._skip_of(words[of:])
        return self._is_person(run) or (run[-1].capital and self._is_belonging(run, after))

    def _read_document(self, words: list[Token]) -> Reading | None:
        """Reads “a report by X”, "findings from X": X is the source where X is a name."""
        if len(words) > 1 and words[-1].fold in self.speech.reports:
            owner = next(
                (i for i in range(len(words) - 1) if words[i].fold.endswith(("'s", "s'")) and words[i].capital), None
            )
            inner = self.read_phrase(words[: owner + 1]) if owner is not None else None
            if inner is not None and inner.named:
                return inner
        for index, token in enumerate(words[:-1]):
            if self.speech.kinds.get(token.fold) in ("document", "data") or token.fold in self.speech.reports:
                after = next(
                    (
                        i
                        for i in range(index + 1, min(index + 7, len(words)))
                        if words[i].fold in self.speech.agents or words[i].fold in self.speech.links
                    ),
                    None,
                )
                if after is None:
                    continue
                runs = [
                    r for r in self._runs(words[after + 1 :]) if is_name(words[after + 1 :], r, self.text, self.speech)
                ]
                runs = [r for r in runs if not is_place(words[after + 1 :][r[0] : r[1]], self.text)]
                if runs:
                    inner = self.read_phrase(words[after + 1 :])
                    return inner if inner.named else None
        return None

    def _runs(self, words: list[Token]) -> list[tuple[int, int]]:
        """Runs of capitals, with "of the" inside."""
        runs: list[tuple[int, int]] = []
        for index, token in enumerate(words):
            if not (token.capital and token.kind == "w") or (index == 0 and token.fold in self.speech.determiners):
                continue
            if runs and self._bridges(words[runs[-1][1] : index], words[runs[-1][0] : runs[-1][1]], words[index:]):
                runs[-1] = (runs[-1][0], index + 1)
            else:
                runs.append((index, index + 1))
        return runs

    def _bridges(self, between: list[Token], run: list[Token], after: list[Token]) -> bool:
        before = run[-1]
        if not between:
            return not before.fold.endswith(("'s", "s'"))
        words = [t.fold for t in between]
        if set(words) <= {"v", "vs", "."}:  # Vessel v. Harbour, and the U.S. Navy
            return True
        if len(words) == 2 and words[0] in self.speech.joins and words[1] in self.speech.articles:
            heads = [sum(self.speech.kinds.get(t.fold) == "organisation" for t in part) for part in (run, after[:1])]
            return heads[0] > 0 == heads[1] and any(t.fold in self.speech.of for t in run)  # and the Repair of Locks
        initial = words == ["."] and before.end - before.start < 3  # Мерфи "Дж." Пол
        return (
            words in (["&"], ["-"])
            or initial
            or (
                all(w in self.speech.of or w in self.speech.determiners for w in words)
                and len(words) < 3
                and before.fold not in self.speech.roles
                and not self._is_person(run)
                and not self._is_belonging(run, after)
            )
        )

    def _is_belonging(self, run: list[Token], after: list[Token]) -> bool:
        """True for "Ana Lia Ruiz" before "of the Rivers Agency": no body itself, and a body behind."""
        end = next((i for i, t in enumerate(after) if not t.capital), len(after))
        bodies = [sum(self.speech.kinds.get(t.fold) == "organisation" for t in part) for part in (run, after[:end])]
        return len(run) > 1 and bodies[0] == 0 and bodies[1] > 0

    def _is_person(self, run: list[Token]) -> bool:
        """True for a run that is a person's name by itself: what follows "of" is where that person belongs."""
        name = self.names.strip_titles(run)
        known = name in self.names.persons
        return len(name.split()) > 1 and (known or is_given_name(name.split()[0]) or run[0].fold in self.speech.titles)

    def describe(self, words: list[Token]) -> str:
        """The words themselves without a leading article and without quotation marks."""
        low, small = 0, join_lists(self.speech.of, self.speech.links)
        while low < len(words) - 1 and words[low].fold in self.speech.articles and words[low + 1].fold not in small:
            low += 1
        return self.text[words[low].start : words[-1].end].translate(NO_MARKS).strip("'‘’ ") if words else ""

    def _describe_kind(self, words: list[Token], noun: str) -> Kind:
        known = "person" if noun in self.speech.roles else "unnamed"
        return self.speech.kinds.get(noun, known)  # type: ignore[return-value]

    def _read_body(self, words: list[Token], role: int | None, rest: list[Token]) -> str | None:
        """The body that a spokesman speaks for: before the role ("IBM spokeswoman") or after "for", "of", "from"."""
        for part in (words, rest):
            spot = next(
                (i for i, t in enumerate(part) if t.fold in self.speech.roles or t.fold in self.speech.spokesmen), None
            )
            if spot is None or part[spot].fold in self.speech.private_roles:
                continue
            if owner := self._read_owner(part[:spot]):
                return owner
            near = range(spot + 1, min(spot + 5, len(part)))
            after = next((i for i in near if part[i].fold in join_lists(self.speech.of, self.speech.links)), None)
            if after is not None and after + 1 < len(part) and self._may_name_body(part[after + 1]):
                return self.describe(part[after + 1 :]) or None
            if body := find_headed(self.text, part, spot, self.speech):
                return body
        linked = next(
            (i for i, t in enumerate(words[:-1]) if t.fold in self.speech.of and i and words[i - 1].capital), None
        )
        return self.describe(words[linked + 1 :]) if linked is not None and role is None else None
