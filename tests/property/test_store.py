"""Whatever is put into a store, in whatever parts and order: what it exports is what a fresh run finds."""

import json
import shutil
import tempfile
from dataclasses import replace
from itertools import pairwise
from pathlib import Path

from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from stemma import Settings, investigate
from stemma.acquire import acquire
from stemma.demo import demo_folder
from stemma.errors import InputError
from stemma.runs import Run, recall_settings
from stemma.runs.crews import make_crew
from stemma.runs.outcome import gather_dossier
from stemma.store import open_file
from stemma.write.dossier import write_json

SETTINGS = Settings(embedder="none")
FERRY = (
    "The Harbour Herald, 4 May 2026\n\nFerry sinks off Selmar\nThe ferry Orla sank off Selmar on Monday night with "
    "80 people on board, harbour master Ilse Tarn said. 12 people were killed and 31 were pulled from the water by "
    "fishermen, Tarn told reporters on the quay. The ferry had left Orvel at 9 p.m. in calm weather. Divers were to "
    "look for the wreck on Tuesday, the coast guard said.\n"
)
PILE = {
    "01.txt": FERRY,
    "02.txt": FERRY,  # the same bytes
    "03.txt": FERRY.replace("The Harbour Herald", "Orvel Gazette"),  # a copy in another outlet
    "04.txt": FERRY.replace("12 people", "15 people").replace("4 May", "5 May"),  # a near copy with another figure
    "05.txt": FERRY.replace("in calm weather", "in fog, and late").replace("Orvel at", "the port of Orvel at"),
    "06.html": "<html><head><title>Ferry sinks</title><link rel='canonical' href='https://post.example/ferry'></head>"
    "<body><article><h1>Ferry sinks</h1><p>The ferry Orla sank off Selmar, the Harbour Herald reported on Tuesday. "
    "At least 12 people were killed, it said.</p></article></body></html>",
    "07.html": "<html><head><title>Ferry sinks</title><link rel='canonical' href='https://post.example/ferry'></head>"
    "<body><article><h1>Ferry sinks</h1><p>The ferry Orla sank off Selmar, the Harbour Herald reported on Tuesday. "
    "At least 14 people were killed, it said. Correction: the number was wrong before.</p></article></body></html>",
    "08.txt": "Selmar Post, 6 May 2026\n\nCoast guard denies delay\nThe coast guard denied that it came late to the "
    "ferry Orla, which sank off Selmar on Monday. “We were there within the hour,” its chief Karl Dorn said.\n",
    "09.txt": "Orvel Gazette, 6 May 2026\n\nBrewery sold\nThe brewery of Orvel was sold to a dairy, its owner said.\n",
    "10.txt": "",
    "11.txt": "Die Selmarer Post, 7. Mai 2026\n\nFähre gesunken\nDie Fähre Orla sank vor Selmar, wie die Küstenwache "
    "mitteilte. 14 Menschen kamen ums Leben, sagte Karl Dorn.\n",
}
NAMES = sorted(PILE)
PHASES = [phase for phase in Phase if phase is not Phase.shrink]  # every example costs seconds


def trace(folder: Path, chosen: Settings = SETTINGS) -> bytes:
    return write_json(investigate([folder], chosen))


def add(connection: object, paths: list[Path], folder: Path) -> None:
    """Add files as they are called in the folder."""
    part = Path(tempfile.mkdtemp(dir=folder.parent))
    for path in paths:
        shutil.copy(path, part / path.name)
    known = (folder / "meta.jsonl").read_text(encoding="utf-8").splitlines() if (folder / "meta.jsonl").exists() else []
    told = [line for line in known if json.loads(line)["file"] in {path.name for path in paths}]
    (part / "meta.jsonl").write_text("\n".join(told), encoding="utf-8")
    crew = make_crew(0, None)
    run = Run(connection, crew, SETTINGS, lambda _count: None)  # type: ignore[arg-type]
    run.go_on(acquire([part], SETTINGS), part.name)


def check(folder: Path, names: list[str], cuts: list[int]) -> None:
    """Add the files in these parts, and compare with a fresh run; then with one of an earlier day."""
    bounds = [0, *sorted({cut % (len(names) + 1) for cut in cuts}), len(names)]
    with open_file(folder.parent / "parts.stemma", write=True, new=True) as connection:
        for start, end in pairwise(bounds):
            if start < end:
                add(connection, [folder / name for name in names[start:end]], folder)
        assert write_json(gather_dossier(connection, recall_settings(connection))) == trace(folder)
        check_day(connection, folder)


def check_day(connection: object, folder: Path) -> None:
    day = replace(SETTINGS, as_of="2026-05-05")
    try:
        fresh = trace(folder, day)
    except InputError:
        return
    with open_file(folder.parent / "early.stemma", write=True, new=True) as past:
        Run(past, make_crew(0, None), SETTINGS, lambda _count: None).go_back(connection, "2026-05-05")  # type: ignore[arg-type]
        assert write_json(gather_dossier(past, day)) == fresh


@settings(deadline=None, max_examples=12, phases=PHASES, suppress_health_check=[HealthCheck.too_slow])
@given(
    st.lists(st.sampled_from(NAMES), min_size=1, unique=True).flatmap(st.permutations),
    st.lists(st.integers(0, 12), max_size=4),
)
def test_any_order_and_parts_of_a_pile_give_the_same_bytes(names: list[str], cuts: list[int]) -> None:
    if set(names) <= {"10.txt"}:
        return
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place, "pile")
        folder.mkdir()
        for name in names:
            (folder / name).write_text(PILE[name], encoding="utf-8")
        check(folder, names, cuts)


@settings(deadline=None, max_examples=3, phases=PHASES)
@given(st.permutations(sorted(p.name for p in demo_folder().glob("[0-9]*"))), st.lists(st.integers(0, 12), max_size=3))
def test_any_order_and_parts_of_the_demo_give_the_same_bytes(names: list[str], cuts: list[int]) -> None:
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place, "pile")
        shutil.copytree(demo_folder(), folder)
        check(folder, names, cuts)


def test_one_by_one_is_the_same_too() -> None:
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place, "pile")
        folder.mkdir()
        for name in NAMES:
            (folder / name).write_text(PILE[name], encoding="utf-8")
        check(folder, NAMES[::-1], list(range(len(NAMES))))
