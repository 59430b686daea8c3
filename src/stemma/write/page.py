"""report.html: one file that needs no network; a script runs it, and without one it can be read and printed."""

import re
from base64 import b64encode
from gzip import compress
from hashlib import sha256
from html import escape
from pathlib import Path

from stemma.model import Dossier
from stemma.write.live.data import make_report_data
from stemma.write.sections.claims import make_alone, make_claim
from stemma.write.sections.markup import make_badge
from stemma.write.sections.matrix import make_matrix
from stemma.write.sections.overview import is_alarming, make_contents, make_header, make_overview
from stemma.write.sections.sources import make_articles, make_aside, make_wanted
from stemma.write.sections.timeline import make_timeline
from stemma.write.urgency import Finding, find_urgent, is_worth_telling, say_origins
from stemma.write.view.lookup import Lookup, make_lookup, split_stories
from stemma.write.view.wording import HIDDEN, count, show_plain

ASSETS = Path(__file__).parent / "assets"
# What is read without a script and printed stands in <noscript>: where scripts run it is no part of the page, however
# long it is, until somebody prints.
BOOT = (
    'document.getElementById("paper-style").media="print";document.getElementById("live-style").media="screen";'
    'document.documentElement.classList.add("live")'
)
# The program lies packed in the page, which makes it a third as large; the policy allows it by the hash of what it is
# unpacked to. Where it cannot be unpacked, or fails before it shows anything, the page for paper is shown.
UNPACK = (
    "(()=>{const get=id=>document.getElementById(id),words=document.querySelector('noscript').textContent;"
    "const lay=()=>get('paper')||document.body.insertAdjacentHTML('beforeend',words),lift=()=>get('paper')?.remove();"
    "const fail=()=>{if(get('app').firstElementChild)return;lay();get('paper-style').media='all';"
    "get('live-style').media='not all';document.documentElement.classList.remove('live')};"
    "addEventListener('beforeprint',lay);addEventListener('afterprint',lift);addEventListener('error',fail);"
    "matchMedia('print').addEventListener('change',event=>event.matches?lay():lift());"
    "(async()=>{const packed=Uint8Array.from(atob(get('program').textContent),sign=>sign.charCodeAt(0));"
    "const stream=new Blob([packed]).stream().pipeThrough(new DecompressionStream('gzip'));"
    "const program=document.createElement('script');program.textContent=await new Response(stream).text();"
    "document.body.append(program)})().catch(fail)})()"
)
UNSAFE = re.compile(f"[<\u2028\u2029]|{HIDDEN.pattern}")  # in JSON, where only strings hold such characters
LINK = re.compile(r'<a href="#([^"]*)"[^>]*>(.*?)</a>', re.DOTALL)
DETAILED = 100  # claims with a card of their own
UNFOLDED, QUOTED = 12, 3  # cards shown open, and those shown with their quotations
LEGEND = (
    '<p class="legend"><span class="key stated">source named in the text</span> '
    '<span class="key inferred">inferred</span> '
    '<span class="key changed">changed on the way</span> <span class="key missing">not in your files</span></p>'
)
MEANING = (
    "Every finding points to characters of a file; each file’s SHA-256 is listed. “Independent origins” counts the "
    "ways by which a claim reached the articles, not outlets: it measures how independently a claim is reported, never "
    "whether it is true."
)


def write_page(dossier: Dossier, *, full: bool = False) -> str:
    """The report as one HTML page.

    Args:
        dossier: what one run found.
        full: embed the whole text of every article; else only excerpts are shown.

    Returns:
        A page that loads nothing: its policy allows its own styles and scripts, by hash, and no others.
    """
    lookup = make_lookup(dossier)
    findings = find_urgent(lookup)
    told = [finding for finding in findings if is_worth_telling(finding)]
    alone = [finding for finding in findings if not is_worth_telling(finding)]
    body = [
        make_header(lookup),
        make_overview(lookup, told),
        _make_claims(lookup, told, alone),
        make_matrix(lookup, told),
        f'<div class="pair">{make_timeline(lookup)}<div>{make_wanted(lookup)}{make_aside(lookup)}</div></div>',
        make_articles(lookup, full),
    ]
    return _make_frame(lookup, _drop_dead_links("\n".join(body)), _make_data(dossier, full))


def _drop_dead_links(body: str) -> str:
    """Links to what is not shown, as to the card of a claim too many, become plain words."""
    ids = set(re.findall(r' id="([^"]*)"', body))
    return LINK.sub(lambda link: link[0] if link[1] in ids else link[2], body)


def _make_claims(lookup: Lookup, told: list[Finding], alone: list[Finding]) -> str:
    shown = told[:DETAILED]
    lines = [f"{make_badge(item.badges[0])} {say_origins(item)}" for item in shown]
    cards = [
        make_claim(lookup, item, number < UNFOLDED or (is_alarming(item) and number < 3 * UNFOLDED), number < QUOTED)
        for number, item in enumerate(shown)
    ]
    left = len(told) - len(shown)
    more = f"<p>… and {count(left, 'more claim')}, less urgent, in the JSON.</p>" if left else ""
    none = "" if told else "<p>No claim is told by more than one article, changed or disputed.</p>"
    return (
        f'<div class="claims">{make_contents(shown, lines)}<section id="claims"><h2>Claims</h2>'
        f"{LEGEND if cards else ''}{none}{''.join(cards)}{more}{make_alone(lookup, alone, DETAILED)}</section></div>"
    )


def _make_frame(lookup: Lookup, body: str, data: str) -> str:
    tokens, paper, live, script = (
        (ASSETS / name).read_text(encoding="utf-8")
        for name in ("tokens.css", "report.css", "live/report.css", "live/report.js")
    )
    styles, scripts = " ".join(map(_hash, (tokens, paper, live))), " ".join(map(_hash, (BOOT, UNPACK, script)))
    policy = (
        f"default-src 'none'; style-src {styles}; script-src {scripts}; img-src data:; base-uri 'none'; "
        "form-action 'none'"
    )
    told, _ = split_stories(lookup.dossier)
    title = show_plain(told[0].title) if told else "no story"
    given = count(len(lookup.dossier.articles) + len(lookup.dossier.skipped), "file")
    return (
        '<!doctype html>\n<html lang="en" dir="ltr">\n<head>\n<meta charset="utf-8">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{policy}">\n'
        f'<meta name="generator" content="stemma {escape(lookup.dossier.version)}">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        '<meta name="referrer" content="no-referrer">\n<meta name="color-scheme" content="light dark">\n'
        f"<title>{escape(title)} · stemma</title>\n<style>{tokens}</style>\n"
        f'<style id="paper-style">{paper}</style>\n<style id="live-style" media="not all">{live}</style>\n'
        f"<script>{BOOT}</script>\n</head>\n<body>\n"
        '<div id="app"></div>\n<noscript><div id="paper">\n'
        f'<div class="bar"><b>stemma</b> <span class="quiet">Story report · made from {given}</span></div>\n'
        f"<main>\n{body}\n</main>\n<footer><p>{MEANING}</p>"
        f"<p>{escape(lookup.dossier.format)} · stemma {escape(lookup.dossier.version)}</p></footer>\n"
        "</div></noscript>\n"
        f'<script type="application/json" id="report">{data}</script>\n'
        f'<script type="application/gzip" id="program">{_pack(script)}</script>\n'
        f"<script>{UNPACK}</script>\n</body>\n</html>\n"
    )


def measure_page(page: str) -> dict[str, int]:
    """How many bytes a page has: its data, what is read without a script, and all else ("frame")."""
    found = {
        "data": re.search(r'<script type="application/json" id="report">(.*?)</script>', page, re.DOTALL),
        "paper": re.search(r"<noscript>(.*)</noscript>", page, re.DOTALL),
    }
    sizes = {name: len(match[1].encode()) if match else 0 for name, match in found.items()}
    return {**sizes, "frame": len(page.encode()) - sum(sizes.values())}


def _pack(text: str) -> str:
    """A text made small, in characters that can stand in a page; without a date, so that it is always the same."""
    return b64encode(compress(text.encode(), mtime=0)).decode()


def _hash(text: str) -> str:
    """The one style or script that the page's policy allows, by its hash."""
    return f"'sha256-{b64encode(sha256(text.encode()).digest()).decode()}'"


def _make_data(dossier: Dossier, full: bool) -> str:
    """The report's data as JSON; no text in it can end its element or steer whoever reads the file."""
    import msgspec

    encoded = msgspec.json.encode(make_report_data(dossier, full=full)).decode()
    return UNSAFE.sub(lambda found: f"\\u{ord(found.group()):04x}", encoded)
