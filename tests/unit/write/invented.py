"""A dossier made by hand: every outlet, person, place and number in it is invented."""

from stemma.model import (
    Against,
    Article,
    Assessment,
    Attribution,
    Claim,
    Collation,
    Content,
    Derivation,
    Dossier,
    Evidence,
    Independence,
    Mark,
    Path,
    Reading,
    Reason,
    Skipped,
    Source,
    Span,
    Step,
    Story,
    TimelineEntry,
    Variant,
    Wanted,
    Witness,
)
from stemma.text import make_id

COURIER = """Eighteen dock workers walk out at Vellmar port
VELLMAR, 14 March. According to Channel Ledra, 18 dock workers left their posts at the Vellmar container port \
on Tuesday.
Two people were hurt when a crane arm fell on the same morning, Vellmar hospital said.
Union spokeswoman Ines Talvar said the port authority had locked the gates before the walkout began.
A second pier will close in May, the Marsh Gazette reported.
The port handled 40,000 containers last year. Mayor Piet Sondal will visit the site on Friday.
"""
GAZETTE = """‘The gates are shut’: unrest spreads on the quays
Few expected it. New findings from the broadcaster Channel Ledra reveal that almost two dozen dock workers have \
abandoned the port & its cranes, and are now camping outside <gate 3>.
The second pier is to be closed in May, as The Tarn Courier has written.
Wage talks had collapsed four days earlier in the hall of the old customs house.
With 40,000 containers a year, Vellmar is the largest port on the coast.
"""
OSTBOTE = """Arbeiter verlassen den Hafen von Vellmar
Rund 18 Hafenarbeiter haben den Containerhafen verlassen, berichtet das Magazin Meridian.
Fünf Menschen wurden verletzt, als ein Kran umstürzte, teilte die Feuerwehr Vellmar mit.
Die Lohnverhandlungen waren vier Tage zuvor in der Halle des alten Zollhauses gescheitert.
"""
SAHIL = """ميناء فيلمار ينفي إغلاق البوابات
نفت سلطة ميناء فيلمار إغلاق البوابات قبل خروج العمال.
وقال المتحدث باسمها إن 18 عاملا غادروا الميناء يوم الثلاثاء.
"""
HOSTILE = """<script>alert("theft")</script> \u202egnisrever\u202c <b onclick=x>Cranes</b> & "quotes" stolen in Orvane
Three cranes vanished from a yard in Orvane, 300 km to the north.
"""


def make_article(uri: str, text: str, language: str, **known: object) -> Article:
    sha256 = make_id(uri) + "ab12" * 13
    return Article(
        id=sha256[:12],
        uri=uri,
        sha256=sha256,
        language=language,
        title=text.split("\n", maxsplit=1)[0],
        text=text,
        **known,
    )


STATED = {"outlet": "metadata", "published": "stated"}
ARTICLES = {
    "courier": make_article(
        "courier.txt", COURIER, "en", outlet="The Tarn Courier", published="2031-03-14", basis=STATED, story="s1"
    ),
    "gazette": make_article(
        "gazette.txt", GAZETTE, "en", outlet="Marsh Gazette", basis={"outlet": "inferred"}, story="s1"
    ),
    "ostbote": make_article(
        "ostbote.html",
        OSTBOTE,
        "de",
        outlet="Ostbote",
        published="2031-03-15",
        basis=STATED,
        story="s1",
        url="https://ostbote.example/hafen?a=1&b=2",
    ),
    "sahil": make_article(
        "sahil.txt", SAHIL, "ar", outlet="صوت الساحل", published="2031-03-16", basis=STATED, story="s1"
    ),
    "orvane": make_article("<img src=x onerror=alert(1)>.txt", HOSTILE, "en", url="javascript:alert(2)", story="s2"),
}
MIRROR = make_article(
    "mirror/courier copy.txt", COURIER, "en", published="2031-03-14", story="s1", duplicate_of=ARTICLES["courier"].id
)
IDS = {name: article.id for name, article in ARTICLES.items()}


def find(article: str, words: str) -> Span:
    start = ARTICLES[article].text.index(words)
    return Span(start, start + len(words))


def quote(article: str, words: str) -> Evidence:
    return Evidence(article=IDS[article], span=find(article, words), text=words)


def make_claim(id: str, article: str, words: str, attributions: tuple[str, ...] = (), **known: object) -> Claim:
    span = find(article, words)
    return Claim(id=id, article=IDS[article], span=span, text=words, sentence=span, attributions=attributions, **known)


def make_attribution(id: str, article: str, words: tuple[str, str, str], witness: str, **known: object) -> Attribution:
    source, cue, content = words
    return Attribution(
        id=id,
        article=IDS[article],
        source=Source(span=find(article, source), text=source, name=source, witness=witness),
        cue=Mark(span=find(article, cue), text=cue),
        content=Content(spans=(find(article, content),), text=content),
        type="indirect",
        **known,
    )


def make_reading(claim: str, article: str, told: tuple[str, str], relation: str, path: Path | None = None) -> Reading:
    words, value = told
    return Reading(claim=claim, span=find(article, words), value=value, relation=relation, on_path=path)


def cite(
    copy: str, exemplar: str, collation: str, evidence: Evidence | None = None, confidence: float = 1.0
) -> Derivation:
    return Derivation(
        copy=copy,
        exemplar=exemplar,
        kind="citation" if evidence else "reuse",
        basis="stated" if evidence else "inferred",
        confidence=confidence,
        direction=0.9,
        collations=(collation,),
        evidence=(evidence,) if evidence else (),
    )


def assess(collation: str, supporting: str, origins: tuple[str, ...], support: str, **known: object) -> Assessment:
    number = {"unsourced": 0, "single-origin": 1, "corroborated": 2}[support]
    base = {
        "against": (),
        "unsourced": (),
        "independent": Independence(low=number, best=number, high=number),
        "heard_by": number,
        "bottlenecks": origins[:1] if number == 1 else (),
        "circular": False,
        "dispute": "none",
    }
    names = tuple(IDS[name] for name in supporting.split())
    return Assessment(collation=collation, supporting=names, origins=origins, support=support, **{**base, **known})


CLAIMS = (
    make_claim(
        "c1",
        "courier",
        "18 dock workers left their posts at the Vellmar container port on Tuesday",
        ("t1",),
        mentions=(find("courier", "Eighteen dock workers walk out at Vellmar port"),),
    ),
    make_claim(
        "c2",
        "gazette",
        "almost two dozen dock workers have abandoned the port & its cranes",
        ("t2",),
    ),
    make_claim("c3", "ostbote", "Rund 18 Hafenarbeiter haben den Containerhafen verlassen", ("t3",)),
    make_claim("c4", "courier", "Two people were hurt when a crane arm fell on the same morning", ("t4",)),
    make_claim("c5", "ostbote", "Fünf Menschen wurden verletzt, als ein Kran umstürzte", ("t5",)),
    make_claim("c6", "courier", "the port authority had locked the gates before the walkout began", ("t6",)),
    make_claim("c7", "sahil", "إغلاق البوابات قبل خروج العمال", ("t7",)),
    make_claim("c8", "courier", "The port handled 40,000 containers last year"),
    make_claim("c9", "gazette", "With 40,000 containers a year, Vellmar is the largest port on the coast"),
    make_claim("c10", "courier", "A second pier will close in May", ("t8",), modality="planned"),
    make_claim("c11", "gazette", "The second pier is to be closed in May", ("t9",), modality="planned"),
    make_claim("c12", "gazette", "Wage talks had collapsed four days earlier in the hall of the old customs house"),
    make_claim(
        "c13", "ostbote", "Die Lohnverhandlungen waren vier Tage zuvor in der Halle des alten Zollhauses gescheitert"
    ),
    make_claim("c14", "courier", "Mayor Piet Sondal will visit the site on Friday"),
    make_claim("c15", "orvane", "Three cranes vanished from a yard in Orvane"),
    make_claim("c16", "sahil", "18 عاملا غادروا الميناء يوم الثلاثاء", ("t10",)),
)
ATTRIBUTIONS = (
    make_attribution("t1", "courier", ("Channel Ledra", "According to", CLAIMS[0].text), "w-ledra"),
    make_attribution("t2", "gazette", ("Channel Ledra", "reveal that", CLAIMS[1].text), "w-ledra"),
    make_attribution("t3", "ostbote", ("Magazin Meridian", "berichtet", CLAIMS[2].text), "w-meridian"),
    make_attribution("t4", "courier", ("Vellmar hospital", "said", CLAIMS[3].text), "w-hospital"),
    make_attribution("t5", "ostbote", ("Feuerwehr Vellmar", "teilte", CLAIMS[4].text), "w-fire"),
    make_attribution("t6", "courier", ("Ines Talvar", "said", CLAIMS[5].text), "w-talvar"),
    make_attribution("t7", "sahil", ("سلطة ميناء فيلمار", "نفت", CLAIMS[6].text), "w-port", stance="denies"),
    make_attribution("t8", "courier", ("Marsh Gazette", "reported", CLAIMS[9].text), "w-gazette"),
    make_attribution("t9", "gazette", ("The Tarn Courier", "as", CLAIMS[10].text), "w-courier"),
    make_attribution("t10", "sahil", ("المتحدث", "قال", CLAIMS[15].text), "w-port"),
)
WITNESSES = (
    *(
        Witness(id=f"a-{name}", name=article.outlet or article.uri, kind="article", article=article.id, in_pile=True)
        for name, article in ARTICLES.items()
    ),
    Witness(id="w-courier", name="The Tarn Courier", kind="outlet", in_pile=True),
    Witness(id="w-gazette", name="Marsh Gazette", kind="outlet", in_pile=True),
    Witness(id="w-ledra", name="Channel Ledra", kind="outlet", aliases=("Ledra TV",)),
    Witness(id="w-meridian", name="Meridian", kind="outlet"),
    Witness(id="w-hospital", name="Vellmar hospital", kind="organisation"),
    Witness(id="w-fire", name="Feuerwehr Vellmar", kind="organisation"),
    Witness(id="w-talvar", name="Ines Talvar", kind="person", speaks_for="w-union"),
    Witness(id="w-union", name="Dockers’ Union", kind="organisation"),
    Witness(id="w-port", name="سلطة ميناء فيلمار", kind="organisation", aliases=("Vellmar port authority",)),
    Witness(id="w-lost", name="", kind="lost"),
)
PATH_2 = Path(copy="a-gazette", exemplar="w-ledra")
COLLATIONS = (
    Collation(
        id="k1",
        title=CLAIMS[0].text,
        stories=("s1",),
        claims=("c1", "c2", "c3", "c16"),
        variants=(
            Variant(
                kind="quantity",
                label="drift",
                explanation="18 became “almost two dozen” on the way from Channel Ledra.",
                readings=(
                    make_reading("c1", "courier", ("18", "18"), "reference"),
                    make_reading("c2", "gazette", ("almost two dozen", "20–24"), "contradiction", PATH_2),
                    make_reading("c3", "ostbote", ("Rund 18", "18"), "rounding"),
                    make_reading("c16", "sahil", ("18", "18"), "same"),
                ),
            ),
        ),
    ),
    Collation(
        id="k2",
        title="People hurt when a crane fell at Vellmar port",
        stories=("s1",),
        claims=("c4", "c5"),
        variants=(
            Variant(
                kind="quantity",
                label="contradiction",
                explanation="Two hurt and five hurt on the same morning cannot both hold.",
                readings=(
                    make_reading("c4", "courier", ("Two people", "2"), "reference"),
                    make_reading("c5", "ostbote", ("Fünf Menschen", "5"), "contradiction"),
                ),
            ),
        ),
    ),
    Collation(
        id="k3",
        title=CLAIMS[5].text,
        stories=("s1",),
        claims=("c6", "c7"),
        variants=(
            Variant(
                kind="stance",
                label="unsure",
                explanation="Asserted by one, denied by the other.",
                readings=(
                    make_reading("c6", "courier", ("said the port authority", "asserts"), "reference"),
                    make_reading("c7", "sahil", ("نفت", "denies"), "unsure"),
                ),
            ),
        ),
    ),
    Collation(id="k4", title=CLAIMS[7].text, stories=("s1",), claims=("c8", "c9")),
    Collation(id="k5", title=CLAIMS[9].text, stories=("s1",), claims=("c10", "c11")),
    Collation(id="k6", title=CLAIMS[11].text, stories=("s1",), claims=("c12", "c13")),
    Collation(id="k7", title=CLAIMS[13].text, stories=("s1",), claims=("c14",)),
    Collation(id="k8", title=CLAIMS[14].text, stories=("s2",), claims=("c15",)),
)
LEDRA_1 = quote("courier", "According to Channel Ledra")
LEDRA_2 = quote("gazette", "New findings from the broadcaster Channel Ledra")
MERIDIAN = quote("ostbote", "berichtet das Magazin Meridian")
DERIVATIONS = (
    cite("a-courier", "w-ledra", "k1", LEDRA_1),
    cite("a-gazette", "w-ledra", "k1", LEDRA_2),
    cite("a-ostbote", "w-meridian", "k1", MERIDIAN),
    cite("w-meridian", "w-ledra", "k1", confidence=0.93),
    cite("a-sahil", "w-port", "k1", quote("sahil", "وقال المتحدث باسمها")),
    cite("a-courier", "w-hospital", "k2", quote("courier", "Vellmar hospital said")),
    cite("a-ostbote", "w-fire", "k2", quote("ostbote", "teilte die Feuerwehr Vellmar mit")),
    cite("a-courier", "w-talvar", "k3", quote("courier", "Union spokeswoman Ines Talvar said")),
    cite("a-sahil", "w-port", "k3", quote("sahil", "نفت سلطة ميناء فيلمار")),
    cite("a-courier", "w-gazette", "k5", quote("courier", "the Marsh Gazette reported")),
    cite("a-gazette", "w-courier", "k5", quote("gazette", "as The Tarn Courier has written")),
    cite("a-gazette", "w-lost", "k6", confidence=0.62),
    cite("a-ostbote", "w-lost", "k6", confidence=0.55),
)
PORT_DENIES = Against(article=IDS["sahil"], witness="w-port", stance="denies")
ASSESSMENTS = (
    assess(
        "k1",
        "courier gazette ostbote sahil",
        ("w-ledra", "w-port"),
        "corroborated",
        independent=Independence(low=1, best=2, high=2),
        heard_by=2,
        reasons=(
            Reason(text="Three of four accounts go through Channel Ledra.", evidence=(LEDRA_1, LEDRA_2)),
            Reason(text="The port authority gives the number itself.", evidence=(quote("sahil", "18 عاملا"),)),
        ),
    ),
    assess("k2", "courier ostbote", ("w-hospital", "w-fire"), "corroborated"),
    assess(
        "k3",
        "courier",
        ("w-talvar",),
        "single-origin",
        dispute="contested",
        against=(PORT_DENIES,),
        steps=(
            Step(
                moment="2031-03-14",
                witness="w-talvar",
                stance="asserts",
                evidence=(quote("courier", "Ines Talvar said"),),
            ),
            Step(moment="2031-03-16", witness="w-port", stance="denies", evidence=(quote("sahil", "نفت"),)),
        ),
        reasons=(Reason(text="The port authority, accused here, denies it.", evidence=(quote("sahil", "نفت"),)),),
    ),
    assess("k4", "", (), "unsourced", unsourced=(IDS["courier"], IDS["gazette"])),
    assess("k5", "courier gazette", ("w-courier",), "single-origin", circular=True),
    assess("k6", "", (), "unsourced", unsourced=(IDS["gazette"], IDS["ostbote"])),
    assess("k7", "", (), "unsourced", unsourced=(IDS["courier"],)),
    assess("k8", "", (), "unsourced", unsourced=(IDS["orvane"],)),
)


def make_dossier() -> Dossier:
    return Dossier(
        version="0.1.0",
        settings={"embedder": "none", "language": None, "offline": True},
        articles=(*ARTICLES.values(), MIRROR),
        skipped=(Skipped(uri="scan<1>.pdf", reason="no text in it: the pages are pictures"),),
        stories=(
            Story(
                id="s1",
                title="Walkout at the container port of Vellmar",
                articles=(*(IDS[name] for name in ("courier", "gazette", "ostbote", "sahil")), MIRROR.id),
            ),
            Story(id="s2", title="Cranes stolen in Orvane", articles=(IDS["orvane"],)),
        ),
        threads=(),
        attributions=ATTRIBUTIONS,
        claims=CLAIMS,
        collations=COLLATIONS,
        witnesses=WITNESSES,
        derivations=DERIVATIONS,
        assessments=ASSESSMENTS,
        wanted=(
            Wanted(
                witness="w-ledra",
                cited_by=(IDS["courier"], IDS["gazette"]),
                collations=("k1",),
                why="Three accounts of one claim go back to it.",
            ),
            Wanted(witness="w-meridian", cited_by=(IDS["ostbote"],), collations=("k1",), why="Ostbote credits it."),
        ),
        timeline=(
            TimelineEntry(
                value="2031-03-11",
                basis="inferred",
                text=CLAIMS[0].text,
                article=IDS["courier"],
                span=CLAIMS[0].span,
                collation="k1",
                evidence=(),
            ),
            TimelineEntry(
                value="2031-05",
                basis="inferred",
                text=CLAIMS[9].text,
                article=IDS["courier"],
                span=CLAIMS[9].span,
                collation="k5",
                evidence=(),
            ),
        ),
    )
