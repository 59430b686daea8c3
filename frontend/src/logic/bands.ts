/** How long a claim stood denied or doubted, and since when it is confirmed: from the steps of its life. */

import type { Claim, ClaimIndex, Evidence, Report, WitnessIndex } from "../report";
import { readMoment } from "./moments";

export type Standing = "denied" | "doubted" | "confirmed";

export interface Band {
  claim: ClaimIndex;
  standing: Standing;
  start: number; // a day
  end: number | null; // null: to this day
  witnesses: WitnessIndex[];
  evidence: Evidence | null;
}

const STANDINGS: Record<string, Standing | undefined> = { denies: "denied", retracts: "denied", doubts: "doubted", confirms: "confirmed" };

/** A step that says how a claim stands, but not when. */
export interface Undated {
  claim: ClaimIndex;
  standing: Standing;
  witness: WitnessIndex | null;
  evidence: Evidence | null;
}

/** The bands of the claims that somebody denied or doubted, in the order of the claims. */
export function makeBands(report: Report): Band[] {
  return report.claims.flatMap((claim, index) => bandClaim(claim, index));
}

function bandClaim(claim: Claim, index: ClaimIndex): Band[] {
  const bands: Band[] = [];
  const steps = claim.steps
    .map((step) => ({ step, day: readMoment(step.moment)?.start, standing: STANDINGS[step.stance] }))
    .filter((item): item is typeof item & { day: number; standing: Standing } => item.day !== undefined && item.standing !== undefined)
    .sort((a, b) => a.day - b.day);
  for (const { step, day, standing } of steps) {
    const last = bands.at(-1);
    if (last && isAgainst(last.standing) === isAgainst(standing)) {
      if (standing === "denied") last.standing = "denied";
      if (step.witness !== null && !last.witnesses.includes(step.witness)) last.witnesses.push(step.witness);
      continue;
    }
    if (last) last.end = day;
    bands.push({ claim: index, standing, start: day, end: null, witnesses: step.witness === null ? [] : [step.witness], evidence: step.evidence[0] ?? null });
  }
  return bands.some((band) => isAgainst(band.standing)) ? bands : [];
}

function isAgainst(standing: Standing): boolean {
  return standing !== "confirmed";
}

/** Denials, doubts and confirmations of disputed claims whose day is not known. */
export function findUndated(report: Report): Undated[] {
  return report.claims.flatMap((claim, index) => {
    const steps = claim.steps.filter((step) => STANDINGS[step.stance] !== undefined);
    if (!steps.some((step) => isAgainst(STANDINGS[step.stance]!))) return [];
    return steps
      .filter((step) => readMoment(step.moment) === null)
      .map((step) => ({ claim: index, standing: STANDINGS[step.stance]!, witness: step.witness, evidence: step.evidence[0] ?? null }));
  });
}
