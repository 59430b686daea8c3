"""One source in two languages: who speaks where the one article says what the other does."""

from collections.abc import Sequence

import pytest

from stemma.match.witnesses.counterparts import join_counterparts
from stemma.model import Article, Attribution, Claim, Collation, Content, Kind, Mark, Source, Span, Witness

NAMES: dict[str, tuple[str, Kind]] = {
    "council": ("Selby Harbour Council", "organisation"),
    "rat": ("Orliner Hafenrat", "organisation"),
    "divers": ("two divers", "unnamed"),
    "taucher": ("zwei Taucher", "unnamed"),
    "ruiz": ("Ana Ruiz", "person"),
    "ruis": ("Ана Руис", "person"),
    "berg": ("Jon Berg", "person"),
    "lamp": ("Velden Lamp", "outlet"),
    "post": ("Orlin Post", "outlet"),
}
ARTICLES = {
    name: Article(
        id=name, uri=f"{name}.txt", sha256=name, language=language, title=None, text="", duplicate_of=copied, story="s"
    )
    for name, language, copied in [("a", "en", None), ("b", "de", None), ("c", "en", None), ("d", "de", "b")]
}


def join(*rows: dict[str, str]) -> tuple[list[Witness], dict[str, str]]:
    """What is joined where each row is one claim, told by articles (keys) with a source (values; "" for none)."""
    attributions, claims, collations = [], {}, []
    for at, row in enumerate(rows):
        for article, source in row.items():
            name, kind = NAMES.get(source, ("", "unnamed"))
            said = Attribution(
                id=f"{article}{at}",
                article=article,
                source=Source(span=None, text=name, name=name, kind=kind, witness=source or None),
                cue=Mark(span=None, text="said"),
                content=Content(spans=(Span(0, 1),), text="x"),
                type="indirect",
            )
            attributions.append(said)
            claims[said.id] = Claim(
                id=said.id, article=article, span=Span(0, 1), text="x", sentence=Span(0, 1), attributions=(said.id,)
            )
        ids = tuple(f"{article}{at}" for article in row)
        collations.append(Collation(id=f"k{at}", title="x", stories=("s",), claims=ids))
    witnesses = [Witness(id=key, name=name, kind=kind) for key, (name, kind) in NAMES.items()]
    return join_counterparts(witnesses, attributions, claims, collations, ARTICLES)


PLAIN: Sequence[dict[str, str]] = [{"a": "", "b": ""}] * 3


def test_a_description_is_one_with_its_translation() -> None:
    witnesses, gone = join({"a": "divers", "b": "taucher", "c": "divers"}, *PLAIN)
    assert gone == {"taucher": "divers"}
    assert next(w for w in witnesses if w.id == "divers").aliases == ("zwei Taucher",)
    assert "taucher" not in {w.id for w in witnesses}


def test_a_copy_of_a_translation_tells_nothing_more() -> None:
    assert join({"a": "council", "b": "rat", "d": "rat"}, *PLAIN)[1] == {}
    assert join({"a": "divers", "b": "taucher", "d": "taucher"}, *PLAIN)[1] == {"taucher": "divers"}


def test_a_name_needs_more_than_one_saying() -> None:
    said = {"a": "council", "b": "rat"}
    assert join(said, *PLAIN)[1] == {}
    assert join(said, said, *PLAIN)[1] == {"rat": "council"}


def test_a_person_needs_a_name_that_sounds_alike() -> None:
    assert join({"a": "ruiz", "b": "ruis"}, *PLAIN)[1] == {"ruis": "ruiz"}
    assert join(*[{"a": "berg", "b": "ruis"}] * 3, *PLAIN)[1] == {}


@pytest.mark.parametrize(
    "rows",
    [
        ({"a": "divers", "b": "taucher"},),  # too little in common for a translation
        ({"a": "divers", "b": "taucher"}, *PLAIN, *[{"a": ""}] * 5, *[{"b": ""}] * 5),
        ({"a": "divers", "c": "taucher"}, *[{"a": "", "c": ""}] * 3),  # of one language
        ({"a": "divers", "b": "taucher"}, {"a": "divers", "b": "rat"}, *PLAIN),  # speaks for two
        (*[{"a": "lamp", "b": "post"}] * 3, *PLAIN),  # media go by their names
        (*[{"a": "ruiz", "b": "rat"}] * 3, *PLAIN),  # a person is no council
    ],
)
def test_less_proves_nothing(rows: Sequence[dict[str, str]]) -> None:
    assert join(*rows)[1] == {}


def test_two_sources_of_one_article_stay_two() -> None:
    """Whoever fits both is one with the first of them alone."""
    rows = [{"a": "divers", "b": "taucher"}] * 2, [{"c": "council", "b": "taucher"}] * 2
    both = {"a": "", "b": "", "c": ""}
    assert join(*rows[0], *[both] * 3)[1] == {"taucher": "divers"}
    assert join(*rows[1], *[both] * 3)[1] == {"taucher": "council"}
    assert join(*rows[0], {"a": "council", "c": "council"}, *[both] * 3)[1] == {"taucher": "divers"}
    assert "council" not in join(*rows[0], *rows[1], {"a": "council"}, *[both] * 3)[1].values()
