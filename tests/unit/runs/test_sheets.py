import json

import msgspec
from tests.unit.runs.conftest import write_news

from stemma.model import Findings
from stemma.pipeline import investigate
from stemma.runs.sheets import Sheet, Written, write_dossiers
from stemma.settings import Settings
from stemma.store.packing import pack, unpack
from stemma.write.dossier import read_dossier

SETTINGS = Settings(embedder="none")


def write_one(news, **changed):
    whole = investigate([news], SETTINGS)
    findings = Findings(**{name: getattr(whole, name) for name in Findings.__dataclass_fields__})
    given = {
        "matter": "m1", "articles": list(whole.articles), "stories": list(whole.stories), "threads": [],
        "findings": pack(findings), "settings": SETTINGS, "redact": (),
    }  # fmt: skip
    packed = msgspec.msgpack.encode([pack(Sheet(**{**given, **changed}))])
    (written,) = unpack(write_dossiers(packed), list[Written])
    return whole, written


def test_a_sheet_becomes_a_dossier_and_a_line_of_the_index(news) -> None:
    for way in (0, 1, 2):
        write_news(news, 0, way)
    whole, written = write_one(news)
    assert len(read_dossier(written.dossier).collations) == len(whole.collations)
    line = json.loads(msgspec.json.encode(written.line))
    assert (line["id"], line["articles"], line["stories"], line["languages"]) == ("m1", 3, 1, ["en"])
    assert line["dossier"] == "threads/m1/dossier.json"
    assert line["shared"] >= 1
    assert line["claims"] == len(whole.collations)


def test_names_are_taken_out_of_the_dossier_and_of_its_line(news) -> None:
    write_news(news, 0, 0)
    _, written = write_one(news, redact=("Ines Holm",))
    assert b"Holm" not in written.dossier
    assert b"Holm" not in msgspec.json.encode(written.line)


def test_a_thread_that_could_not_be_investigated_still_has_a_dossier(news) -> None:
    write_news(news, 0, 0)
    _, written = write_one(news, findings=b"")
    assert len(read_dossier(written.dossier).articles) == 1
    assert written.line.claims == 0
