"""A comparison in the terminal, and as JSON."""

import json
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from stemma.compare.pairs import Comparison, Outcome, Row, Within
from stemma.compare.sides import Change
from stemma.model import Article, Claim, Derivation
from stemma.write.view.pen import Pen
from stemma.write.view.wording import join, quote, say_language, say_short_date, show_plain

if TYPE_CHECKING:
    from rich.console import Console
    from rich.text import Text

FORMAT = "stemma/compare/1"
SIGNS: dict[Outcome, tuple[str, str]] = {
    "same": ("= same", "green"),
    "changed": ("△ changed", "yellow"),
    "contradicts": ("≠ contradicts", "red"),
    "only-a": ("only in A", "cyan"),
    "only-b": ("only in B", "cyan"),
}
SAID: dict[Outcome, str] = {
    "same": "same",
    "changed": "changed",
    "contradicts": "contradicted",
    "only-a": "only in A",
    "only-b": "only in B",
}
MARGIN = 16  # columns of the outcome
NARROW = 76  # from here on the two stand side by side
LINES = 4  # of a claim, as it is shown
AGAIN = 40  # characters of a claim that stands above already
NAMED = 3  # sources that both have
LINKS = {"citation": "credits", "reuse": "takes text from", "translation": "translates"}


def print_comparison(found: Comparison, console: "Console") -> None:
    """Print the counts, every claim of A with what B has for it, then what only one of them has."""
    pen = Pen(console)
    for letter, article in zip("AB", found.articles, strict=True):
        console.print(pen.make_text((f"{letter}  ", "bold"), (article.uri, "bold"), (_say_article(article), "dim")))
    for line in say_links(found):
        console.print(pen.make_text((line, "")))
    console.print()
    console.print(_make_counts(found, pen))
    for letter, article in zip("AB", found.articles, strict=True):
        if all(claim.article != article.id for claim in found.matching.claims):
            console.print(pen.make_text(("! ", "yellow"), (f"No claim was found in {letter}, {article.uri}.", "")))
    matched = [row for row in found.rows if row.a and row.b]
    if matched:
        console.print()
        _print_rows(matched, pen)
    for outcome in ("only-a", "only-b"):
        _print_alone([row for row in found.rows if row.outcome == outcome], SAID[outcome], found, pen)
    _print_within(found, pen)


def _say_article(article: Article) -> str:
    facts = [show_plain(article.outlet or ""), say_language(article.language), say_short_date(article.published)]
    return f"  {', '.join(filter(None, facts))}"


def say_links(found: Comparison) -> list[str]:
    """Who of the two has it from whom, and whom both credit, in sentences."""
    own = {w.article: w.id for w in found.witnesses if w.article}
    letters = {
        own[article.id]: letter for letter, article in zip("AB", found.articles, strict=True) if article.id in own
    }
    between = [link for link in found.derivations if link.copy in letters and link.exemplar in letters]
    stated = [link for link in between if link.basis == "stated"]
    lines = [_say_link(link, letters) for link in stated[:1] or between[:1]]
    names = {witness.id: show_plain(witness.name) for witness in found.witnesses}
    cited = [
        {link.exemplar for link in found.derivations if link.kind == "citation" and link.copy == id} for id in letters
    ]
    common = sorted(names[id] for id in set.intersection(*cited) if id not in letters) if len(cited) == 2 else []
    more = [f"{len(common) - NAMED} more"] if len(common) > NAMED else []
    return lines + ([f"Both have something from {join(common[:NAMED] + more)}."] if common else [])


def _say_link(link: Derivation, letters: dict[str, str]) -> str:
    likely = "" if link.basis == "stated" else ", it seems"
    evidence = f": {quote(link.evidence[0].text, 160)}" if link.evidence else ""
    return f"{letters[link.copy]} {LINKS[link.kind]} {letters[link.exemplar]}{likely}{evidence}"


def _make_counts(found: Comparison, pen: Pen) -> "Text":
    parts: list[tuple[str, str]] = []
    for outcome, number in found.count().items():
        parts += [(", ", "")] if parts else []
        parts.append((f"{number} {SAID[outcome]}", f"bold {SIGNS[outcome][1]}" if number else "dim"))
    return pen.make_text(*parts)


def _print_rows(rows: Sequence[Row], pen: Pen) -> None:
    """The two side by side, or one above the other where the terminal is narrow; a claim told again is not repeated."""
    told: set[str] = set()
    for row in rows:
        sign, style = SIGNS[row.outcome]
        cells = [_make_cell(claim, told, pen) for claim in (row.a, row.b) if claim]
        if pen.console.width < NARROW:
            pen.console.print(pen.make_text((sign, style)))
            for letter, words in zip("AB", cells, strict=True):
                pen.print_inset((f"{letter} ", "bold"), words)
        else:
            _print_beside((sign, style), cells, pen)
        for change in row.changes:
            _print_change(change, style if change.is_contradiction else "yellow", pen)
        told |= {claim.id for claim in (row.a, row.b) if claim}


def _make_cell(claim: Claim, told: set[str], pen: Pen) -> tuple[str, str]:
    words = quote(claim.text, LINES * _measure_column(pen))
    return (f"(again) {quote(claim.text, AGAIN)}", "dim") if claim.id in told else (words, "")


def _measure_column(pen: Pen) -> int:
    width = pen.console.width
    return width - 6 if width < NARROW else (width - MARGIN - 2) // 2


def _print_beside(head: tuple[str, str], cells: Sequence[tuple[str, str]], pen: Pen) -> None:
    from rich.table import Table

    table = Table.grid(padding=(0, 2, 0, 0))
    table.add_column(width=MARGIN - 2, no_wrap=True)
    for _ in cells:
        table.add_column(width=_measure_column(pen), overflow="fold")
    table.add_row(pen.make_text(head), *(pen.make_text(cell) for cell in cells))
    pen.console.print(table)


def _print_change(change: Change, style: str, pen: Pen) -> None:
    from rich.padding import Padding

    inset = 3 if pen.console.width < NARROW else MARGIN
    line = pen.make_text((f"{change.label}: ", style), (change.explanation, "dim"))
    pen.console.print(Padding(line, (0, 0, 0, inset), expand=False))


def _print_alone(rows: Sequence[Row], title: str, found: Comparison, pen: Pen) -> None:
    """What only one of the two has, each with who says it."""
    if not rows:
        return
    pen.console.print()
    pen.console.print(pen.make_text((f"{title[0].upper()}{title[1:]}", "bold cyan")))
    for claim in (row.a or row.b for row in rows):
        if claim:
            said = _say_voice(claim, found)
            pen.print_inset((quote(claim.text, 2 * (pen.console.width - 3)), ""), (f"  {said}" if said else "", "dim"))


def _say_voice(claim: Claim, found: Comparison) -> str:
    """Who says it, innermost voice only, and what they do with it where they do not put it forward."""
    voices = {item.id: item for item in found.matching.attributions}
    said = [voices[id] for id in claim.attributions if id in voices]
    names = _name_sources(claim, found)
    stance = said[-1].stance if said else "asserts"
    return (names[0] if names else "") + (f" {stance}" if names and stance != "asserts" else "")


def _print_within(found: Comparison, pen: Pen) -> None:
    letters = {article.id: letter for letter, article in zip("AB", found.articles, strict=True)}
    for item in found.within:
        pen.console.print()
        pen.console.print(pen.make_text((f"≠ within {letters[item.article]}", "bold red")))
        for claim in item.claims:
            pen.print_inset((quote(claim.text, 2 * (pen.console.width - 3)), ""))
        for change in item.changes:
            pen.print_inset((f"{change.label}: ", "red"), (change.explanation, "dim"))


def write_json(found: Comparison) -> str:
    """One object: the two articles with their texts, the counts, a row a claim with spans, and what links the two."""
    whole = {
        "format": FORMAT,
        "a": _show_article(found.articles[0]),
        "b": _show_article(found.articles[1]),
        "counts": found.count(),
        "rows": [_show_row(row, found) for row in found.rows],
        "within": [_show_within(item, found) for item in found.within],
        "links": say_links(found),
    }
    return json.dumps(whole, ensure_ascii=False, indent=1) + "\n"


def _show_article(article: Article) -> dict[str, Any]:
    return {name: getattr(article, name) for name in ("uri", "language", "title", "outlet", "published", "text")}


def _show_row(row: Row, found: Comparison) -> dict[str, Any]:
    return {
        "outcome": row.outcome,
        "wording": row.wording,
        "a": _show_claim(row.a, found),
        "b": _show_claim(row.b, found),
        "changes": [_show_change(change) for change in row.changes],
    }


def _show_claim(claim: Claim | None, found: Comparison) -> dict[str, Any] | None:
    if claim is None:
        return None
    return {"span": list(claim.span), "text": claim.text, "sources": _name_sources(claim, found)}


def _name_sources(claim: Claim, found: Comparison) -> list[str]:
    """Who says it, innermost voice first."""
    names = {witness.id: witness.name for witness in found.witnesses}
    voices = {item.id: item.source for item in found.matching.attributions}
    said = [voices[id] for id in reversed(claim.attributions) if id in voices]
    return list(dict.fromkeys(filter(None, (names.get(s.witness or "") or s.name or s.text for s in said))))


def _show_change(change: Change) -> dict[str, Any]:
    return {
        "aspect": change.aspect,
        "label": change.label,
        "contradiction": change.is_contradiction,
        "a": {"text": change.a, "span": list(change.a_span)} if change.a_span else None,
        "b": {"text": change.b, "span": list(change.b_span)} if change.b_span else None,
        "explanation": change.explanation,
    }


def _show_within(item: Within, found: Comparison) -> dict[str, Any]:
    letters = {article.id: letter for letter, article in zip("ab", found.articles, strict=True)}
    return {
        "article": letters[item.article],
        "claims": [_show_claim(claim, found) for claim in item.claims],
        "changes": [_show_change(change) for change in item.changes],
    }
