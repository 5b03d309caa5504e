import type { Faker } from "@faker-js/faker";
import type { Blueprint } from "./Blueprint.ts";
import { pick } from "./pick.ts";
import { asylumShares, obligationShares, regimeShares, transferBlockShares } from "./shares.ts";

type LegalStatus = Pick<Blueprint, "legalRegime" | "transferBlock" | "asylum" | "obligation">;

/** Legal regime, transfer block, asylum procedure and obligation to leave, as far as they exclude one another. */
export function drawLegalStatus(faker: Faker): LegalStatus {
  const legalRegime = pick(faker, regimeShares);
  const transferBlock = pick(faker, transferBlockShares);
  const asylum = pick(faker, asylumShares);
  const obligation = pick(faker, obligationShares);
  return {
    legalRegime,
    transferBlock,
    asylum: legalRegime === "THIRD_COUNTRY" ? asylum : "NONE",
    obligation: obligationUnder(legalRegime, asylum, obligation),
  };
}

function obligationUnder(
  regime: Blueprint["legalRegime"],
  asylum: Blueprint["asylum"],
  drawn: Blueprint["obligation"],
): Blueprint["obligation"] {
  if (regime === "GERMAN" || regime === "UNION_CITIZEN") return "NONE";
  // Loss of free movement makes the person obliged to leave (§ 7 (1) FreizügG/EU).
  if (regime === "UNION_CITIZEN_LOSS") return drawn === "NONE" ? "NOT_ENFORCEABLE" : drawn;
  // Permission to stay during a first application (§ 55 AsylG); a title after recognition (§ 25 (1), (2) AufenthG).
  if (asylum === "FIRST_PENDING" || asylum === "RECOGNISED") return "NONE";
  // The final rejection ends the permission to stay; a further application alone does not renew it (§ 71 (5) AsylG).
  if (asylum === "REJECTED_FINAL" || asylum === "SUBSEQUENT_PENDING")
    return drawn === "NONE" ? "ENFORCEABLE_FINAL" : drawn;
  return drawn;
}
