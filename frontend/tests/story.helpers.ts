import type { Article, Claim, LineageEdge, LineageNode, Report, Telling } from "../src/report";

export function makeArticle(number: number, text: string, more: Partial<Article> = {}): Article {
  return {
    id: `a${number}`, uri: `a${number}.txt`, file: `a${number}.txt`, name: `Paper ${number}`, title: `Title ${number}`, outlet: `Paper ${number}`,
    published: "2025-03-12", modified: null, retrieved: null, language: "en", author: null, section: null, url: null, sha256: "ab".repeat(32),
    basis: {}, conflicts: {}, corrections: [], story: 0, duplicateOf: null, revisionOf: null, changes: null, length: [...text].length, body: 0,
    passages: [{ start: 0, text }], attributions: [], ...more,
  };
}

export function makeTelling(article: number, more: Partial<Telling> = {}): Telling {
  return { article, span: [0, 5], mentions: [], manner: "same", words: "", was: "", speakers: [], shown: true, modality: "happened", hedges: [], ...more };
}

export function makeNode(article: number | null, more: Partial<LineageNode> = {}): LineageNode {
  return { article, witness: null, name: `node ${article}`, kind: "article", origin: false, wanted: false, missing: false, elsewhere: false, telling: article, ...more };
}

export function makeEdge(from: number, to: number, more: Partial<LineageEdge> = {}): LineageEdge {
  return { from, to, kind: "citation", basis: "stated", confidence: 0.8, direction: 1, changed: false, denies: false, credit: "it said", evidence: [], ...more };
}

export function makeClaim(nodes: LineageNode[], edges: LineageEdge[], more: Partial<Claim> = {}): Claim {
  const articles = nodes.flatMap((node) => (node.article === null ? [] : [node.article]));
  return {
    id: "c", title: "A claim", stories: [0], urgency: "one-origin", worth: true, badges: [], sentence: "It is so.", judgement: { key: "sentence.conflict" },
    support: "single-origin", dispute: "none", circular: false, credibility: { digit: 3, text: "" }, independent: { low: 1, best: 1, high: 1 }, heardBy: 1,
    articles, supporting: articles, unsourced: [], against: [], origins: [], bottlenecks: [], reasons: [], tellings: articles.map((article) => makeTelling(article)),
    variants: [], steps: [], lineage: { nodes, edges }, ...more,
  };
}

export function makeReport(claim: Claim): Report {
  return {
    format: "stemma/report/1", version: "0", dossier: "d", full: false, asOf: null, files: 1, stories: [], links: [], wanted: [], skipped: [], timeline: [], places: [],
    articles: claim.articles.map((number) => makeArticle(number, "words")), witnesses: [], claims: [claim],
  };
}
