/** A finding as a line to paste, and a claim as the beginning of a fact check. */

import type { Article, Claim, Report, Span } from "../report";
import { isWebAddress } from "./addresses";
import { sayDate, t } from "./i18n.svelte";
import { getWords, showHidden } from "./text";

/** “words”, outlet, “title”, date, file, place in the text, SHA-256. */
export function makeCitation(article: Article, span: Span): string {
  const words = getWords(article, span);
  const quoted = showHidden(words.text).replace(/\s+/g, " ").trim() + (words.cut ? " …" : "");
  const title = article.title ? `“${showHidden(article.title)}”` : "";
  const address = isWebAddress(article.url) ? article.url : "";
  const outlet = article.outlet && article.outlet !== article.file ? article.outlet : "";
  const parts = [`“${quoted}”`, outlet, title, sayDate(article.published), article.file, t("evidence.chars", String(span[0]), String(span[1]))];
  return [...parts, `SHA-256 ${article.sha256}`, address].filter(Boolean).map(showHidden).join(", ");
}

/** The draft of a ClaimReview (schema.org): who reviews it and how it is rated is for a person to fill in. */
export function makeClaimReview(report: Report, claim: Claim): string {
  const draft = {
    "@context": "https://schema.org",
    "@type": "ClaimReview",
    url: "",
    datePublished: "",
    author: { "@type": "Organization", name: "", url: "" },
    claimReviewed: showHidden(claim.title),
    itemReviewed: {
      "@type": "Claim",
      author: claim.origins.map((origin) => nameOrigin(report, origin)),
      appearance: claim.articles.flatMap((place) => report.articles[place] ?? []).map(describe),
    },
    reviewRating: { "@type": "Rating", ratingValue: "", bestRating: "", worstRating: "", alternateName: "" },
  };
  return JSON.stringify(draft, null, 2);
}

const TYPES: Record<string, string> = { person: "Person", outlet: "Organization", agency: "Organization", organisation: "Organization" };

function nameOrigin(report: Report, origin: number): Record<string, string> {
  const witness = report.witnesses[origin];
  return { "@type": TYPES[witness?.kind ?? ""] ?? "Thing", name: showHidden(witness?.name ?? "") };
}

function describe(article: Article): Record<string, unknown> {
  return {
    "@type": "NewsArticle",
    headline: article.title ? showHidden(article.title) : article.file,
    ...(article.outlet ? { publisher: { "@type": "Organization", name: showHidden(article.outlet) } } : {}),
    ...(article.published ? { datePublished: article.published } : {}),
    ...(article.language === "und" ? {} : { inLanguage: article.language }),
    ...(isWebAddress(article.url) ? { url: article.url } : {}),
    identifier: { "@type": "PropertyValue", propertyID: "SHA-256", value: article.sha256 },
  };
}
