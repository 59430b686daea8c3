"""Finds who said what: every source, cue and content of an article, with nesting."""

import re
from dataclasses import replace
from typing import Literal

from stemma.extract.clauses import find_dateline
from stemma.extract.credits import find_credits
from stemma.extract.denials import mark_denials
from stemma.extract.nesting import nest_drafts, refer_back, spread_headline
from stemma.extract.quotations import Quotation, find_quotations
from stemma.extract.speech.cues import find_frames
from stemma.extract.speech.forms.labels import is_voice, read_label, read_signature
from stemma.extract.speech.forms.unsaid import mark_corrected, says_nothing
from stemma.extract.speech.parts.trims import skip_to_inner
from stemma.extract.speech.phrases import is_pronoun, is_speaking
from stemma.extract.speech.speakers import Cast
from stemma.extract.speech.words import Paragraph, Sentence, find_paragraphs, list_quoted, open_quotation
from stemma.extract.syntax.reading import Draft, Frame, Range, find_lexicon, span_of
from stemma.extract.verb_second.continuations import continue_reports
from stemma.find.terms import per_language
from stemma.lang.language import Language, Speech
from stemma.model import Attribution, Content, Mark, Source, Span
from stemma.text import make_id

_MARK = re.compile(r"[\"“”„«»「『‘'’]")
_QUOTE = re.compile(r"[\"“”„«‘]|''")
LONGEST_CONTENT = 1500
LONGEST_SOURCE = 300
LONGEST_CUE = 120
DASHES = ("—", "–")
LONG_QUOTATION = 60  # characters from which a quotation is searched for voices of its own
QUOTED = ("according", "reports", "nouns", "says", "confirms", "denies", "tells")  # families looked for there
SPOKEN = ("says", "inverts", "tells", "weak", "confirms", "denies", "announces")  # families that quotations follow


def find_attributions(
    text: str, language: Language | None, article: str = "", outlet: str | None = None
) -> list[Attribution]:
    """Every attribution of an article, in the order of the text.

    Args:
        text: the article's text; the first line is its title where it has one.
        language: None finds nothing.
        article: id of the article, part of every attribution's id.
        outlet: the article's own outlet, which is never a source of its own article.
    """
    if language is None or not language.speech.says:
        return []
    paragraphs = find_paragraphs(text, language)
    drafts = _find_drafts(text, paragraphs, language)
    drafts = [draft for draft in drafts if not says_nothing(text, draft, language.speech)]
    mark_corrected(text, drafts, language.speech)
    drafts = refer_back(paragraphs, drafts, language.speech)
    cast = Cast(text, paragraphs, language, outlet)
    cast.read(drafts)
    drafts = nest_drafts(text, drafts, cast)
    mark_denials(text, drafts, language)
    spread_headline(text, paragraphs, drafts)
    _cut_dateline(drafts, find_dateline(text, language))
    drafts += find_credits(text, paragraphs, cast)
    return _make_attributions(text, article, drafts)


def _cut_dateline(drafts: list[Draft], dateline: Span | None) -> None:
    """What is said begins behind the dateline."""
    if dateline is None:
        return
    for draft in drafts:
        kept = [span for span in draft.contents if not dateline.holds(span)] or draft.contents
        draft.contents = [
            Span(dateline.end, span.end) if span.overlaps(dateline) and span.end > dateline.end else span
            for span in kept
        ]


def _find_drafts(text: str, paragraphs: list[Paragraph], language: Language) -> list[Draft]:
    drafts: list[Draft] = []
    for number, paragraph in enumerate(paragraphs):
        if (label := read_label(paragraph, number, language)) and is_voice(text, label, language):
            drafts.append(label)
        for index in range(len(paragraph.sentences)):
            _read_sentence(text, (paragraph, number, index), language, drafts)
            _continue_quotation(text, paragraph, (number, index), language.speech, drafts)
        signature = read_signature(paragraph, number, paragraphs, language)
        if signature is not None and not _is_spoken_for(signature, drafts):
            drafts.append(signature)
        drafts += continue_reports(text, paragraph, number, language, drafts)
        _continue_paragraph(text, paragraphs, number, language.speech, drafts)
    return drafts + _find_quoted_drafts(text, paragraphs, language)


def _is_spoken_for(signature: Draft, drafts: list[Draft]) -> bool:
    """True for a byline below “C”, she said. “C”: somebody else says the quotation already."""
    near = [draft for draft in drafts[-6:] if draft.source is not None]
    return any(signature.contents[0].overlaps(span) for draft in near for span in draft.contents)


def _find_quoted_drafts(text: str, paragraphs: list[Paragraph], language: Language) -> list[Draft]:
    """Named sources inside longer quotations: “The rumour from sources in Oslo is that …”."""
    drafts: list[Draft] = []
    for number, paragraph in enumerate(paragraphs):
        for start in sorted(paragraph.quotations) if paragraph.quotations else ():
            quotation = paragraph.quotations[start]
            long = quotation.inner.end - quotation.inner.start >= LONG_QUOTATION
            if not long and not any(dash in quotation.inner.of(text) for dash in DASHES):
                continue
            quoted = {token.fold for token in list_quoted(text, paragraph, quotation, language.speech)}
            opened = open_quotation(text, paragraph, quotation, language) if _may_voice(quoted, language) else None
            for sentence in _find_voiced(opened, language) if opened else ():
                for frame in find_frames(sentence, language):
                    if opened is not None and (inset := _read_inset(opened, quotation, frame)):
                        drafts.append(replace(inset, paragraph=number))
                    elif opened is not None and long and _is_named_voice(opened, frame, language):
                        drafts.append(_make_draft(opened, number, 0, frame, language.speech))
    return drafts


def _may_voice(words: set[str], language: Language) -> bool:
    """False for quoted words with no dash and no cue among them, as most are."""
    cued = not language.speech.shares or not _find_openings(language).isdisjoint(words)
    return cued or not words.isdisjoint(DASHES)


def _find_voiced(opened: Paragraph, language: Language) -> list[Sentence]:
    """The quoted sentences that may hold a voice: with a dash beside them, or a cue of the families looked for."""
    words = [token.fold for token in opened.tokens]
    if not language.speech.shares or any(dash in words for dash in DASHES):
        return opened.sentences
    openings = _find_openings(language)
    return [sentence for sentence in opened.sentences if not openings.isdisjoint(words[sentence.low : sentence.high])]


@per_language
def _find_openings(language: Language) -> frozenset[str]:
    """The first words of the cues that are looked for in quotations."""
    lexicon = find_lexicon(language)
    return frozenset(first for first, entries in lexicon.items() if any(e[1].intersection(QUOTED) for e in entries))


def _read_inset(opened: Paragraph, quotation: Quotation, frame: Frame) -> Draft | None:
    """Reads “A —said X— B”: a cue and its source between two dashes inside the quotation marks."""
    tokens = opened.tokens
    if frame.source is None or frame.source[0] < frame.cue[1]:
        return None
    opener = next((i for i in range(frame.cue[0] - 1, max(0, frame.cue[0] - 4), -1) if tokens[i].fold in DASHES), None)
    closer = next((i for i in range(frame.source[1], len(tokens) - 1) if tokens[i].fold in DASHES), None)
    if opener is None or closer is None:
        return None
    while tokens[closer + 1].kind == "p" and closer + 2 < len(tokens):
        closer += 1
    left = Span(quotation.span.start, tokens[opener - 1].end)
    return Draft(
        cue=span_of(tokens, frame.cue),
        source=span_of(tokens, frame.source),
        contents=[left, Span(tokens[closer + 1].start, quotation.span.end)],
        stance=frame.stance,
        family=frame.family,
    )


def _is_named_voice(paragraph: Paragraph, frame: Frame, language: Language) -> bool:
    """True for a frame with a stated source of its own that is no pronoun."""
    if frame.source is None or frame.antecedent is not None or frame.back or frame.family not in QUOTED:
        return False
    words = paragraph.tokens[frame.source[0] : frame.source[1]]
    return not is_pronoun(words[0], language.speech) and is_speaking(paragraph.tokens, *frame.source, language.speech)


def _read_sentence(text: str, place: tuple[Paragraph, int, int], language: Language, drafts: list[Draft]) -> None:
    paragraph, number, index = place
    sentence = paragraph.sentences[index]
    main: Range | None = None
    seen: list[Frame] = []
    for frame in find_frames(sentence, language):
        source = frame.source
        inner = any(a <= source[0] < b for earlier in seen for a, b in earlier.content) if source else True
        if (
            source is not None
            and frame.antecedent is None
            and frame.family not in ("according", "cites")
            and not (main and inner)
        ):
            main = source
        seen.append(frame)
        inherited = source is None and frame.inherits and main is not None
        whole = replace(frame, source=main) if inherited else frame
        drafts.append(_make_draft(paragraph, number, index, whole, language.speech))


def _make_draft(paragraph: Paragraph, number: int, index: int, frame: Frame, speech: Speech) -> Draft:
    tokens, source = paragraph.tokens, frame.source
    if source is not None and source[1] <= frame.cue[0]:
        source = (skip_to_inner(tokens, *source, speech), source[1])
    return Draft(
        cue=span_of(tokens, frame.cue),
        source=span_of(tokens, source) if source else None,
        contents=[span_of(tokens, span) for span in frame.content],
        stance=frame.stance,
        family=frame.family,
        hearer=span_of(tokens, frame.hearer) if frame.hearer else None,
        antecedent=span_of(tokens, frame.antecedent) if frame.antecedent else None,
        back=frame.back,
        quoted=span_of(tokens, frame.quoted) if frame.quoted else None,
        paragraph=number,
        sentence=index,
    )


def _find_quoted_part(sentence: Sentence, speech: Speech) -> Span | None:
    """A sentence that is one quotation, or that a longer one opens: “We built it for them” and their neighbours."""
    tokens = sentence.tokens[sentence.low : sentence.high]
    first = next((t for t in tokens if t.kind != "p"), None)
    if first is None or first.kind != "q":
        return None
    words = [t for t in tokens if t.kind != "p"]
    if all(t.kind == "q" for t in words):
        return Span(words[0].start, words[-1].end)
    if not speech.shares or words[0].end - words[0].start < LONG_QUOTATION // 2:
        return None
    parted = words[0].fold != '"' or words[1].fold in speech.relatives
    return Span(words[0].start, words[0].end if parted else words[-1].end)


def _continue_quotation(
    text: str, paragraph: Paragraph, place: tuple[int, int], speech: Speech, drafts: list[Draft]
) -> None:
    """A quoted sentence without a cue goes on with the quotation in the sentence before it."""
    number, index = place
    sentence = paragraph.sentences[index]
    span = _find_quoted_part(sentence, speech)
    if span is None or any(span.overlaps(s) for d in drafts[-6:] for s in d.contents):
        return
    own = [d for d in drafts[-6:] if d.paragraph == number]
    if own and not any(d.sentence == index - 1 for d in own):
        index = own[-1].sentence + 1  # somebody described between two quotations
    near = [d for d in drafts[-6:] if d.paragraph == number and d.sentence == index - 1]
    direct = [d for d in near[-4:] if d.family in SPOKEN and _is_quoted(text, paragraph, d)]
    if draft := direct[-1] if direct else _find_teller(near, sentence, span, speech):
        draft.contents.append(span)
        draft.sentence = place[1]


def _is_quoted(text: str, paragraph: Paragraph, draft: Draft) -> bool:
    """True for a cue of speech that tells words between quotation marks."""
    voiced = draft.source is not None or draft.family in ("says", "inverts")
    return voiced and any(s.start in paragraph.quotations or _QUOTE.search(s.of(text)) for s in draft.contents)


def _find_teller(near: list[Draft], sentence: Sentence, span: Span, speech: Speech) -> Draft | None:
    """Whoever tells the clause before a quotation that stands alone, as in X said that C. “We know it”."""
    alone = sentence.tokens[sentence.last - 1].end == span.end and span.end - span.start >= LONG_QUOTATION // 2
    tellers = _list_tellers(near) if speech.shares and alone else []
    return tellers[-1] if tellers else None


def _list_tellers(drafts: list[Draft]) -> list[Draft]:
    """The cues of speech with a named source that no other of them reports."""
    told = [d for d in drafts if d.family in SPOKEN and d.source is not None and d.antecedent is None and not d.back]
    return [d for d in told if not any(s.holds(d.cue) for other in told if other is not d for s in other.contents)]


def _continue_paragraph(
    text: str, paragraphs: list[Paragraph], number: int, speech: Speech, drafts: list[Draft]
) -> None:
    """“X said:” at a paragraph's end announces the next one; an unclosed quotation goes on there."""
    if number == 0 or not drafts:
        return
    paragraph, before = paragraphs[number], paragraphs[number - 1]
    if paragraph.tokens[0].kind != "q":
        return
    near = [d for d in drafts[-9:] if d.paragraph == number - 1]
    last = near[-1] if near else None
    quotation = paragraph.quotations.get(paragraph.tokens[0].start)
    if last is None or quotation is None or any(d.paragraph == number for d in drafts[-9:]):
        return
    final = before.tokens[-1]
    unclosed = (
        final.kind == "q" and before.quotations[final.start].open and any(s.end == final.end for s in last.contents)
    )
    whole = all(t.kind != "w" for t in paragraph.tokens)
    teller = _find_last_teller(near, before, speech)
    if not unclosed and whole and not _is_spoken(before, last) and teller is not None:
        last, unclosed = teller, True
    if unclosed or (whole and _is_spoken(before, last)):
        last.contents += [paragraph.quotations[t.start].span for t in paragraph.tokens if t.kind == "q"]
        last.paragraph = number
    elif final.fold == ":" and last.cue.end > final.start - 60:
        last.contents = [quotation.span]
        last.back = False
        last.paragraph = number


def _find_last_teller(near: list[Draft], before: Paragraph, speech: Speech) -> Draft | None:
    """Whoever tells something in the last sentence of a paragraph, before one that is a quotation."""
    closing = len(before.sentences) - 1
    if not speech.shares or before.tokens[-1].fold == ":":
        return None
    tellers = _list_tellers([d for d in near if d.sentence == closing])
    return tellers[-1] if tellers else None


def _is_spoken(before: Paragraph, last: Draft) -> bool:
    """True where the paragraph before tells whose words the quotation that stands alone goes on with."""
    quoted = any(span.start in before.quotations for span in last.contents)
    return quoted and last.source is not None and last.hearer is None and last.family in SPOKEN


def _make_attributions(text: str, article: str, drafts: list[Draft]) -> list[Attribution]:
    ids: dict[int, str] = {}
    for draft in drafts:
        draft.contents = _limit(draft.contents)
    kept = [d for d in drafts if d.contents and (d.source is None or d.source.end - d.source.start <= LONGEST_SOURCE)]
    for draft in kept:
        ids[id(draft)] = make_id("attribution", article, draft.source, draft.cue, tuple(draft.contents))
    made = {
        ids[id(d)]: _make_attribution(text, article, d, ids)
        for d in sorted(kept, key=lambda d: (d.cue.start, d.cue.end))
    }
    return list(made.values())


def _limit(spans: list[Span]) -> list[Span]:
    kept, room = [], LONGEST_CONTENT
    for span in sorted(set(spans)) if len(spans) > 1 else spans:
        if room <= 0:
            break
        kept.append(Span(span.start, min(span.end, span.start + room)))
        room -= span.end - span.start
    return kept


def _make_attribution(text: str, article: str, draft: Draft, ids: dict[int, str]) -> Attribution:
    spans = tuple(draft.contents)
    source = draft.speaker or Source(span=draft.source, text=draft.source.of(text) if draft.source else "")
    outer = ids.get(id(draft.outer)) if draft.outer is not None else None
    own = ids[id(draft)]
    cue = Span(draft.cue.start, min(draft.cue.end, draft.cue.start + LONGEST_CUE))
    return Attribution(
        id=own,
        article=article,
        source=source,
        cue=Mark(span=cue, text=cue.of(text)),
        content=Content(spans=spans, text=" ".join(s.of(text) for s in spans)),
        type=_find_type(text, spans),
        stance=draft.stance,
        inside=outer if outer != own else None,
        scope="article" if draft.family == "credits" else "content",
    )


def _closes_quotation(part: str) -> bool:
    """True for the end of «A, — said X, — B», which has no opening mark of its own."""
    return part.rstrip(" .,").endswith("»") and "«" not in part


def _find_type(text: str, spans: tuple[Span, ...]) -> Literal["direct", "mixed", "indirect"]:
    """Direct where all of the content stands between quotation marks, mixed where some does."""
    length, quoted = 0, 0
    for low, high in spans:
        length += high - low
        if _MARK.search(text, low, high):
            part = text[low:high]
            quoted += sum(q.span.end - q.span.start for q in find_quotations(part))
            quoted += high - low if _closes_quotation(part) else 0
    if quoted >= 0.85 * length:
        return "direct"
    return "mixed" if quoted > 0.1 * length else "indirect"
