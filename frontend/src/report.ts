/**
 * What the page is given: one dossier, prepared by `stemma.write.live`, with every judgement already made.
 *
 * Articles, witnesses and claims refer to one another by their place in the lists below. Spans are [start, end) in
 * Unicode code points of an article's text, as in the dossier; `logic/text.ts` turns them into words. Strings are words
 * of the articles or names found in them, to be shown as text and isolated for direction; a Phrase is a message of the interface.
 */

export type Span = [start: number, end: number];
export type ArticleIndex = number;
export type WitnessIndex = number;
export type ClaimIndex = number;

/** A message of the interface: its key in `messages/*.json` and what is put in for {0}, {1}, … */
export interface Phrase {
  key: string;
  args?: (string | number | string[])[]; // a list is joined as the language joins lists
}

/** Words of an article as they stand, or a message. */
export type Words = string | Phrase;

/** The exact words that support a finding. */
export interface Evidence {
  article: ArticleIndex;
  span: Span;
}

export type Tone = "bad" | "warn" | "note" | "good" | "plain";

export interface Badge {
  key: string; // message "badge.<key>"
  tone: Tone;
}

export interface Report {
  format: "stemma/report/1";
  version: string;
  dossier: string; // format of the dossier it was made from
  full: boolean; // whole texts are here
  asOf: string | null;
  files: number; // given
  stories: Story[]; // the main story first; those set aside last
  articles: Article[];
  witnesses: Witness[];
  claims: Claim[]; // most urgent first
  links: Link[];
  wanted: Wanted[];
  skipped: Skipped[];
  timeline: Event[];
  places: Place[];
}

export interface Story {
  id: string;
  title: string;
  articles: ArticleIndex[];
  aside: boolean; // told by one article only, beside stories that several tell
  thread: string | null; // title
}

export interface Article {
  id: string;
  uri: string;
  file: string; // short name of the file
  name: string; // outlet, or outlet with file, or file: no two alike
  title: string | null;
  outlet: string | null;
  published: string | null;
  modified: string | null;
  retrieved: string | null;
  language: string; // ISO 639-1, or "und"
  author: string | null;
  section: string | null;
  url: string | null;
  sha256: string;
  basis: Record<string, string>; // field -> stated | metadata | inferred
  conflicts: Record<string, string>;
  corrections: Mark[];
  story: number | null; // place in `stories`
  duplicateOf: ArticleIndex | null;
  revisionOf: ArticleIndex | null;
  changes: { added: string[]; dropped: string[] } | null; // against the version before
  length: number; // of the text, in code points
  body: number; // where the body begins
  /** What is shown of the text, in order, without overlap: all of it, or the sentences that findings rest on. */
  passages: { start: number; text: string }[];
  attributions: Attribution[]; // in the order of the text
}

export interface Mark {
  span: Span;
  text: string;
}

export interface Attribution {
  source: Span | null;
  name: string; // who that is; "" where it is not certain
  witness: WitnessIndex | null;
  cue: Span | null;
  content: Span[];
  type: "direct" | "mixed" | "indirect";
  stance: Stance;
  inside: number | null; // place of the outer voice in this list
}

export type Stance = "asserts" | "confirms" | "denies" | "doubts" | "declines" | "retracts";

export interface Witness {
  id: string;
  name: string;
  aliases: string[];
  kind: string; // article, outlet, agency, account, organisation, state, person, group, document, data, unnamed, lost
  article: ArticleIndex | null;
  articles: ArticleIndex[]; // those in the pile that it is or wrote
  missing: boolean; // a text that exists or existed, but is not in the pile
  speaksFor: WitnessIndex | null;
}

/** One claim, side by side: a collation of the dossier with its assessment. */
export interface Claim {
  id: string;
  title: string;
  stories: number[];
  urgency: Urgency;
  worth: boolean; // told twice, changed or disputed; the others are told by one article only
  badges: Badge[];
  /** A judgement to paste. */
  sentence: Words; // the fullest judgement to paste; words of the dossier are English
  judgement: Phrase; // one made from the numbers alone, in every language
  support: "unsourced" | "single-origin" | "corroborated";
  dispute: "none" | "contested" | "denied" | "confirmed-after-denial" | "retracted";
  circular: boolean;
  credibility: { digit: number; text: string };
  independent: { low: number; best: number; high: number };
  heardBy: number;
  articles: ArticleIndex[]; // copies of one text once
  supporting: ArticleIndex[];
  unsourced: ArticleIndex[];
  against: { article: ArticleIndex; witness: WitnessIndex | null; stance: Stance }[];
  origins: WitnessIndex[];
  bottlenecks: WitnessIndex[];
  reasons: { text: string; evidence: Evidence[] }[]; // English, as the dossier has them
  tellings: Telling[]; // by article, in the order of their way
  variants: Variant[]; // those worth showing
  steps: { moment: string | null; witness: WitnessIndex | null; stance: Stance; evidence: Evidence[] }[];
  lineage: Lineage;
}

export type Urgency =
  | "contradiction"
  | "drift"
  | "circular"
  | "disputed"
  | "one-origin"
  | "unsourced"
  | "disputed-alone"
  | "corroborated"
  | "rest";

export type Manner = "changed" | "contradicts" | "denies" | "unsure" | "update" | "about" | "same";

/** How one article tells one claim. */
export interface Telling {
  article: ArticleIndex;
  span: Span;
  mentions: Span[]; // its repetitions in the same article
  manner: Manner;
  words: Words; // the detail compared; "" where nothing is
  was: Words; // what the exemplar had, where it was changed; else ""
  speakers: WitnessOrName[]; // innermost voice first
  shown: boolean; // the one that stands for its article where it tells the claim more than once
  modality: "happened" | "planned" | "possible" | "generic";
  hedges: Span[];
}

export interface WitnessOrName {
  witness: WitnessIndex | null;
  name: string;
}

export interface Variant {
  kind: "quantity" | "moment" | "place" | "actor" | "modality" | "stance" | "hedge" | "attribution" | "wording";
  label: "drift" | "translation" | "contradiction" | "update" | "rounding" | "same" | "unsure";
  explanation: string; // English, as the dossier has it; "" where there is none
  groups: Group[]; // every value once, in the order of the way
}

export interface Group {
  words: Words;
  manner: Manner;
  speakers: string[];
  readings: { article: ArticleIndex; span: Span; words: Words; from: WitnessIndex | null }[]; // from: the exemplar it was changed from
}

export interface Lineage {
  nodes: LineageNode[];
  edges: LineageEdge[]; // ends are places in `nodes`
}

export interface LineageNode {
  article: ArticleIndex | null;
  witness: WitnessIndex | null;
  name: string;
  kind: string;
  origin: boolean;
  wanted: boolean;
  missing: boolean; // a text that is not in the pile
  elsewhere: boolean; // its outlet has an article in the pile, which does not tell this claim
  telling: number | null; // place in the claim's tellings
}

export interface LineageEdge {
  from: number; // the exemplar
  to: number; // the copy
  kind: "citation" | "reuse" | "translation";
  basis: "stated" | "inferred";
  confidence: number;
  direction: number; // below .6 either may be first
  changed: boolean;
  denies: boolean;
  credit: string; // the words that credit the exemplar
  evidence: Evidence[];
}

/** A link of the dossier; `claims` is empty where it holds for the whole article. */
export interface Link {
  copy: WitnessIndex;
  exemplar: WitnessIndex;
  kind: "citation" | "reuse" | "translation";
  basis: "stated" | "inferred";
  confidence: number;
  direction: number;
  claims: ClaimIndex[];
  evidence: Evidence[];
}

export interface Wanted {
  witness: WitnessIndex;
  citedBy: ArticleIndex[];
  claims: ClaimIndex[];
  why: string; // English, as the dossier has it
  own: boolean; // it has articles in the pile, but none on these claims
}

export interface Skipped {
  uri: string;
  reason: string;
}

export interface Event {
  value: string; // 2024-10-03, 2024-10, 2024, XXXX-10-03, …
  basis: "stated" | "inferred";
  text: string;
  article: ArticleIndex;
  span: Span;
  claim: ClaimIndex | null;
}

export interface Place {
  name: string;
  country: string | null; // ISO 3166 alpha-2
  lat: number;
  lon: number;
  mentions: (Evidence & { claim: ClaimIndex })[];
}
