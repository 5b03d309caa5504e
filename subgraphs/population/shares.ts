import type { Blueprint, BlueprintCase } from "./Blueprint.ts";
import { calibrationFigure as figure } from "./calibrationFigure.ts";
import { immigrationAuthorities } from "./localOffices.ts";

/** Shares of a drawn attribute: value → weight. Weights need not add up to one. */
export type Shares<Value extends string> = Readonly<Record<Value, number>>;

/**
 * Immigration authorities by the police's listings of repeat offenders (C59 Köln, C60 Essen, C61 Dortmund of C57 in the
 * whole Land); the rest is spread evenly, for want of a figure.
 */
export const authorityShares: Shares<string> = (() => {
  const counted = { ABH_05315: figure("C59"), ABH_05113: figure("C60"), ABH_05913: figure("C61") };
  const countedTotal = Object.values(counted).reduce((sum, count) => sum + count, 0);
  const others = immigrationAuthorities.filter((authority) => !(authority in counted));
  const rest = (figure("C57") - countedTotal) / others.length;
  return { ...Object.fromEntries(others.map((authority) => [authority, rest])), ...counted };
})();

/** Age in years on the population's date. C86 sets 30 to 39 (prisons); the others are invented. Minors are criminally responsible from 14. */
export const ageShares: readonly { readonly value: readonly [from: number, to: number]; readonly weight: number }[] = [
  { value: [14, 17], weight: 5 },
  { value: [18, 29], weight: 40 },
  { value: [30, 39], weight: figure("C86") },
  { value: [40, 65], weight: 100 - 5 - 40 - figure("C86") },
];

/** Invented: no source counts the legal regimes of a Fallmanagement. */
export const regimeShares: Shares<Blueprint["legalRegime"]> = {
  THIRD_COUNTRY: 0.89,
  UNION_CITIZEN: 0.08,
  UNION_CITIZEN_LOSS: 0.025,
  GERMAN: 0.005,
};

/** Invented. */
export const transferBlockShares: Shares<Blueprint["transferBlock"]> = { NONE: 0.97, SMALL: 0.02, LARGE: 0.01 };

/** Third-country nationals. Invented. */
export const asylumShares: Shares<Blueprint["asylum"]> = {
  NONE: 0.35,
  FIRST_PENDING: 0.08,
  SUBSEQUENT_PENDING: 0.08,
  REJECTED_FINAL: 0.41,
  RECOGNISED: 0.08,
};

/** Obligation to leave of those whose stay no asylum procedure and no free movement protects. Invented. */
export const obligationShares: Shares<Blueprint["obligation"]> = {
  NONE: 0.15,
  NOT_ENFORCEABLE: 0.15,
  ENFORCEABLE_NOT_FINAL: 0.2,
  ENFORCEABLE_FINAL: 0.5,
};

/** Invented: the Fallmanagement looks at persons who came to notice, so that few have no record. */
export const conductShares: Shares<Blueprint["conduct"]> = {
  NONE: 0.08,
  LIGHT: 0.35,
  SERIOUS: 0.37,
  ERASABLE: 0.08,
  SUSPECTED: 0.12,
};

/** Share of the seriously convicted adults who serve a sentence. Invented. */
export const sentenceCustodyShare = 0.25;

/** Share of the suspected adults in remand, so that remand is to sentences as in the prisons: C84 to C81, C82 and C83. */
export const remandCustodyShare =
  (sentenceCustodyShare * conductShares.SERIOUS * figure("C84")) /
  (conductShares.SUSPECTED * (figure("C81") + figure("C82") + figure("C83")));

/** Share with an open investigation, by conduct. Invented; suspects have one by definition. */
export const investigationShares: Shares<Blueprint["conduct"]> = {
  NONE: 0,
  LIGHT: 0.15,
  SERIOUS: 0.35,
  ERASABLE: 0.05,
  SUSPECTED: 1,
};

/** Share of whom the police holds findings, by conduct. Invented. */
export const policeShares: Shares<Blueprint["conduct"]> = {
  NONE: 0.1,
  LIGHT: 0.6,
  SERIOUS: 0.9,
  ERASABLE: 0.3,
  SUSPECTED: 1,
};

/** The same at the LKA. Invented. */
export const stateCriminalPoliceShares: Shares<Blueprint["conduct"]> = {
  NONE: 0,
  LIGHT: 0.03,
  SERIOUS: 0.25,
  ERASABLE: 0,
  SUSPECTED: 0.08,
};

/** Cases a person. Invented. */
export const caseCountShares: Shares<"0" | "1" | "2" | "3"> = { "0": 0.22, "1": 0.66, "2": 0.1, "3": 0.02 };

/** State of a person's latest case. C47 of C46 left the Land in half a year, which closes a case; the others are invented. */
export const caseStateShares: Shares<BlueprintCase["state"]> = {
  PROPOSED: 0.33,
  CHECKED: 0.22,
  ADMITTED: 0.28,
  REJECTED: 0.07,
  SUSPENDED: 0.05,
  CLOSED: figure("C47") / figure("C46"),
};

/** Who proposes a case for offences. Invented. */
export const proposerShares: Shares<"ABH" | "POLICE" | "LKA" | "RRK"> = { ABH: 0.6, POLICE: 0.22, LKA: 0.08, RRK: 0.1 };

/** Consent (§ 72 (4) AufenthG) in a case past its proposal, with an open investigation. Invented: no source counts them. */
export const consentShares: Shares<BlueprintCase["consent"]> = {
  NONE: 0.2,
  NOT_REQUIRED: 0.1,
  REQUESTED: 0.3,
  GIVEN: 0.3,
  REFUSED: 0.1,
};
