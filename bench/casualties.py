"""How many were killed and injured, as read from the articles of an incident, beside its final count.

usage: python bench/casualties.py [FOLDER] [--half tune|report] [--misses]
FOLDER holds gva_docs.dev.jsonl and gva_incidents.dev.jsonl (default: ../shared/corpora). The latest dated article that
gives a count wins; of one day, the higher. An incident counts as stating its number where some article holds it, as
digits or a word, near a word for killing or injuring; or for one, a singular person there; or for none, a negation.
That is decided by plain patterns, and never by what the reader under test returns. The odd half of the
incidents was not looked at while the reading was mended; docs/quality.md tells what was seen of it later.
"""

import json
import math
import re
import sys
import time
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from arguments import make_parser
from dossier import SHARED
from stemma.extract import extract
from stemma.find import find_moments, find_quantities, find_sentences
from stemma.find.quantities import find_harmed
from stemma.lang import find_language
from stemma.match import match
from stemma.model import Article, Claim, Quantity, Span, Story, Variant
from stemma.settings import Settings

CORPORA = SHARED / "corpora"
LABELS = Path(__file__).with_name("casualties_labels.jsonl")
ROLES = ("killed", "injured")
LOUD = {"contradiction", "update"}
BARS = {"killed": 0.85, "injured": 0.75}
WORDS = [
    "zero",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
]
NUMBER = rf"\d{{1,2}}|{'|'.join(WORDS)}"
STATES = {
    "killed": r"kill\w*|die[sd]?|dying|dead|deaths?|fatal\w*|slain|murder\w*|homicides?|deceased|suicide",
    "injured": r"injur\w*|wound\w*|hurt|hospital\w*|shot|gunshot|struck|hit|critical|stable",
}
AFTER = {
    "killed": r"(?:were |was |are |is |have |has |been |found |shot )*(?:killed|dead|died|murdered|slain)",
    "injured": r"(?:were |was |are |is |have |has |been |others )*(?:wounded|injured|hurt|hospitalized|shot)",
}
PEOPLE = (
    r"(?:people|persons?|men|man|women|woman|victims?|teens?|teenagers?|boys?|girls?|children|child|others?|officers?)"
)
PERSON = re.compile(
    r"\b(?:man|woman|boy|girl|teen|teenager|child|toddler|baby|victim|person|officer|deputy|suspect|gunman|student"
    r"|mother|father|son|daughter|wife|husband|brother|sister|he|she|him|her|himself|herself|year-old)\b",
    re.IGNORECASE,
)
NONE = r"\b(?:no|none|nobody|no one|not|without|never|isn't|wasn't|weren't|nor)\b"
OTHERS = re.compile(r"\b(?:others?|more|additional|else)\b", re.IGNORECASE)
UNCOUNTED = 0.6  # "the victim died": one at least, and no count
THINGS = frozenset({"dog", "vehicle", "block", "round", "house", "home", "bullet", "animal"})
NEAR = 60  # characters between a number and a word for what happened

Json = dict[str, Any]
Counts = Mapping[str, float]
Reader = Callable[[Json], Counts]


def find_sentences_plainly(text: str) -> list[str]:
    """Lines cut behind full stops: good enough to say what stands near what."""
    return re.split(r"\n+|(?<=[a-z0-9\"”][.!?]) +(?=[A-Z\"“])", text)


def states_number(document: Json, role: str, number: int) -> bool:
    """Whether an article states the number, by plain patterns."""
    word = rf"\b(?:{STATES[role]})\b"
    if number == 0:
        pattern = rf"{NONE}(?:\W+[\w'’-]+){{0,4}}\W+(?:{STATES[role]})\b"
        return bool(re.search(pattern, join_text(document), re.IGNORECASE))
    said = rf"\b(?:{number}|{WORDS[number]})\b(?![:/-])"
    near = re.compile(rf"{said}.{{0,{NEAR}}}?{word}|{word}.{{0,{NEAR}}}?{said}", re.IGNORECASE)
    for sentence in find_sentences_plainly(join_text(document)):
        if near.search(sentence):
            return True
        if number == 1 and re.search(word, sentence, re.IGNORECASE) and PERSON.search(sentence):
            return True
    return False


def join_text(document: Json) -> str:
    """Title and body, as a cleaned article has them."""
    return f"{document['title']}\n{document['text']}" if document["title"] else str(document["text"])


def read_ours(document: Json) -> Counts:
    """The count of the headline, else the highest of each role, of another time only where there is no other.

    Those who were shot and not killed were injured. Somebody without any count is one; an article that
    counts goes before.
    """
    text, language = join_text(document), find_language("en")
    past = find_past(text, document["date"])
    quantities = [q for q in find_quantities(text, language) if q.role in (*ROLES, "shot") and q.unit not in THINGS]
    present = [q for q in quantities if not any(span.overlaps(q.span) for span in past)]
    announced = {q.role for q in present if q.span.end <= len(document["title"] or "") and q.low > 1}
    counts: dict[str, float] = {}
    for quantity in present or quantities:
        role = quantity.role or ""
        if role not in announced or quantity.span.end <= len(document["title"] or ""):
            counts[role] = max(counts.get(role, 0), quantity.low)
    for victim in find_harmed(text, language):
        if not any(span.overlaps(victim.span) for span in past):
            counts.setdefault(victim.role or "", UNCOUNTED if victim.best else 0)
    return share_shot(counts, present or quantities)


def share_shot(counts: dict[str, float], quantities: Sequence[Quantity]) -> Counts:
    """Those who were shot, as injured: "five others were shot" leaves the dead out, "five were shot" does not."""
    shot = counts.pop("shot", None)
    if shot is None:
        return counts
    others = [q.low for q in quantities if q.role == "shot" and OTHERS.search(q.text)]
    left = max([shot - round(counts.get("killed", 0) + 0.01), *others])
    if left > 0:
        counts["injured"] = max(counts.get("injured", 0), left)
    return counts


def find_past(text: str, date: str) -> list[Span]:
    """The sentences that tell of another year or month than the article's."""
    language = find_language("en")
    past = [m.span for m in find_moments(text, language) if is_past(m.value, date)]
    return [s for s in find_sentences(text, language) if any(s.overlaps(span) for span in past)]


def is_past(value: str, date: str) -> bool:
    """True for "2014", "last year", "two months ago", "so far this year": also a whole year up to now."""
    if value[:4].isdigit():
        return len(value) == 4 or value[:7] < date[:7]
    return value.startswith(("REL:year", "REL:month", "REL:decade"))


def read_plainly(document: Json) -> Counts:
    """The floor: a number, perhaps a noun for people, then a word for what happened; the highest of each."""
    found: dict[str, float] = {}
    for role, after in AFTER.items():
        numbers = re.findall(rf"\b({NUMBER}) (?:{PEOPLE} )?{after}\b", join_text(document), re.IGNORECASE)
        numbers += re.findall(rf"\b(?:kill|injur|wound)(?:ed|ing) ({NUMBER})\b", join_text(document), re.IGNORECASE)
        values = [int(n) if n.isdigit() else WORDS.index(n.lower()) for n in numbers]
        if values:
            found[role] = float(max(values))
    return found


def choose_count(documents: Sequence[Json], counts: Sequence[Counts], role: str) -> float | None:
    """The count of the latest article that gives one; of one day, the higher; None where none gives one."""
    known = [(d["date"], found[role]) for d, found in zip(documents, counts, strict=True) if role in found]
    counted = [item for item in known if item[1] != UNCOUNTED]
    return math.ceil(max(counted or known)[1]) if known else None


def load(folder: Path) -> Iterator[tuple[Json, list[Json]]]:
    """Every incident with its articles."""
    articles: dict[str, list[Json]] = defaultdict(list)
    for line in (folder / "gva_docs.dev.jsonl").read_text(encoding="utf-8").splitlines():
        document = json.loads(line)
        articles[document["incident"]].append(document)
    for line in (folder / "gva_incidents.dev.jsonl").read_text(encoding="utf-8").splitlines():
        incident = json.loads(line)
        yield incident, articles[incident["incident"]]


def measure(
    incidents: Sequence[tuple[Json, list[Json]]], read: Reader
) -> dict[str, list[tuple[bool, bool, Json, Any]]]:
    """For each role: whether each incident states its number, whether it was read right, and what was read."""
    rows: dict[str, list[tuple[bool, bool, Json, Any]]] = {role: [] for role in ROLES}
    for incident, documents in incidents:
        counts = [read(document) for document in documents]
        for role in ROLES:
            number = incident[role]
            got = choose_count(documents, counts, role)
            stated = any(states_number(document, role, number) for document in documents)
            rows[role].append((stated, (got or 0) == number, incident, got))
    return rows


def print_rows(way: str, rows: Mapping[str, list[tuple[bool, bool, Json, Any]]]) -> None:
    """One line for each role."""
    for role, items in rows.items():
        stated = [right for stated, right, *_ in items if stated]
        some = [right for stated, right, incident, _ in items if stated and incident[role]]
        every = [right for _, right, *_ in items]
        print(
            f"{way:8}{role:9}"
            + "".join(f"{sum(part) / max(1, len(part)):10.3f} of {len(part):3}" for part in (stated, some, every))
            + f"{BARS[role]:8.2f}"
        )


def find_variants(documents: Sequence[Json]) -> Iterator[tuple[Variant, dict[str, Claim]]]:
    """What `match` says of the articles of one incident, taken as one story."""
    articles = [
        Article(
            id=d["id"], uri=d["id"], sha256="", language="en", title=d["title"], published=d["date"], text=join_text(d)
        )
        for d in sorted(documents, key=lambda d: d["id"])
    ]
    story = Story(id="s", title="", articles=tuple(a.id for a in articles))
    matching = match([extract(a) for a in articles], articles, [story], Settings(embedder="none"))
    claims = {claim.id: claim for claim in matching.claims}
    for collation in matching.collations:
        yield from ((variant, claims) for variant in collation.variants if variant.kind == "quantity")


def find_flags(documents: Sequence[Json], roles: Sequence[str]) -> Iterator[tuple[str, str, float, float]]:
    """Every reading that differs from the reference of its variant, in another article: role, relation, both values.

    What holds of the reference holds of every reading of its value, so an article that gives both values is told
    apart from one that gives the reference's value too.
    """
    for variant, claims in find_variants(documents):
        role = variant.explanation.split(":")[0].split()[0]  # "injured person: 3 / 4" or "injured: 3 / 4"
        first = variant.readings[0]
        value = find_value(claims[first.claim], first.span)
        holders = {claims[r.claim].article for r in variant.readings if find_value(claims[r.claim], r.span) == value}
        for reading in variant.readings[1:] if role in roles else ():
            other = find_value(claims[reading.claim], reading.span)
            if holders - {claims[reading.claim].article} and other != value:
                yield role, reading.relation, value, other


def find_value(claim: Claim, span: Span) -> float:
    """The value of the quantity at a place of a claim."""
    return next(q.best for q in claim.quantities if q.span == span)


def check_labels(incidents: Mapping[str, Sequence[Json]], labels: Sequence[Json]) -> None:
    """Print how many differing incidents are flagged, and how many that do not differ raise an alarm."""
    flagged = right = differing = loud = unsure = alike = 0
    for label in labels:
        flags = list(find_flags(incidents[label["incident"]], [label["role"]] if label["differs"] else ROLES))
        if label["differs"]:
            values = set(label["values"].values())
            hits = {relation for _, relation, one, other in flags if {one, other} <= values}
            differing, flagged = differing + 1, flagged + bool(hits)
            right += bool(hits & set(label["relations"]))
        else:
            relations = {relation for _, relation, *_ in flags}
            alike, loud = alike + 1, loud + bool(relations & LOUD)
            unsure += bool(relations - LOUD - {"rounding"})
    print(f"\nincidents whose articles differ: {differing}; flagged {flagged}, with the right relation {right}")
    print(f"incidents whose articles agree: {alike}; told as contradiction or update {loud}, only as unsure {unsure}")


def measure_ours() -> dict[tuple[str, str, str], float]:
    """The figures that have floors: ("casualties", "stated", role) -> share read right."""
    rows = measure(list(load(CORPORA)), read_ours)
    return {
        ("casualties", "stated", role): take_share(right for stated, right, *_ in rows[role] if stated)
        for role in ROLES
    }


def take_share(rights: Iterable[bool]) -> float:
    """The share of what is right; 0 of nothing."""
    known = list(rights)
    return sum(known) / max(1, len(known))


def main(arguments: Sequence[str]) -> int:
    """Print the table."""
    parser = make_parser(__doc__)
    parser.add_argument("folder", metavar="FOLDER", nargs="?", type=Path, default=CORPORA)
    parser.add_argument("--half", choices=("tune", "report"))
    parser.add_argument("--misses", action="store_true")
    given = parser.parse_args(arguments)
    folder: Path = given.folder
    if not (folder / "gva_docs.dev.jsonl").exists():
        print(f"skipped: {folder}/gva_docs.dev.jsonl is absent.")
        return 0
    incidents = list(load(folder))
    if given.half:
        odd = given.half == "report"
        incidents = [item for item in incidents if int(item[0]["incident"]) % 2 == odd]
    print(f"{len(incidents)} incidents\n{'':17}{'stated':>17}{'stated, some':>17}{'all':>17}{'bar':>8}")
    ways: dict[str, Reader] = {"ours": read_ours, "floor": read_plainly}
    for way, read in ways.items():
        started = time.process_time()
        rows = measure(incidents, read)
        print_rows(way, rows)
        print(f"{'':8}{time.process_time() - started:.1f} s")
        if way == "ours" and given.misses:
            for role in ROLES:
                for stated, right, incident, got in rows[role]:
                    if not right:
                        print(f"    {role} {incident['incident']}: {got}, final {incident[role]}, stated {stated}")
    labels = [json.loads(line) for line in LABELS.read_text(encoding="utf-8").splitlines()]
    by_id = {incident["incident"]: documents for incident, documents in load(folder)}
    check_labels(by_id, [label for label in labels if label["incident"] in by_id])
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
