/** Small reports for tests. */

import type { Article, Claim, Link, Report, Telling, Witness } from "../src/report";

export function makeArticle(text: string, more: Partial<Article> = {}): Article {
  const length = Array.from(text).length;
  return {
    id: "a", uri: "file:a", file: "a.txt", name: "A", title: null, outlet: null, published: null, modified: null, retrieved: null,
    language: "en", author: null, section: null, url: null, sha256: "", basis: {}, conflicts: {}, corrections: [], story: 0,
    duplicateOf: null, revisionOf: null, changes: null, length, body: 0, passages: [{ start: 0, text }], attributions: [], ...more,
  };
}

export function makeTelling(article: number, start: number, end: number, more: Partial<Telling> = {}): Telling {
  return {
    article, span: [start, end], mentions: [[start, end]], manner: "same", words: "", was: "", speakers: [], shown: true,
    modality: "happened", hedges: [], ...more,
  };
}

export function makeClaim(tellings: Telling[], more: Partial<Claim> = {}): Claim {
  return {
    id: "c", title: "C", stories: [0], urgency: "rest", worth: true, badges: [], sentence: "", judgement: { key: "" }, support: "unsourced",
    dispute: "none", circular: false, credibility: { digit: 6, text: "" }, independent: { low: 0, best: 0, high: 0 }, heardBy: 0,
    articles: [...new Set(tellings.map((telling) => telling.article))], supporting: [], unsourced: [], against: [], origins: [],
    bottlenecks: [], reasons: [], tellings, variants: [], steps: [], lineage: { nodes: [], edges: [] }, ...more,
  };
}

export function makeWitness(name: string, more: Partial<Witness> = {}): Witness {
  return { id: name, name, aliases: [], kind: "person", article: null, articles: [], missing: false, speaksFor: null, ...more };
}

export function makeLink(copy: number, exemplar: number, more: Partial<Link> = {}): Link {
  return { copy, exemplar, kind: "citation", basis: "stated", confidence: 0.75, direction: 1, claims: [], evidence: [], ...more };
}

export function makeReport(more: Partial<Report> = {}): Report {
  return {
    format: "stemma/report/1", version: "0", dossier: "", full: true, asOf: null, files: 0, stories: [], articles: [], witnesses: [],
    claims: [], links: [], wanted: [], skipped: [], timeline: [], places: [], ...more,
  };
}
