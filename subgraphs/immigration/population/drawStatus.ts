import { personFact } from "../../shell/tables.ts";
import { obligationToLeave, residenceStatus, transferBlock } from "../tables.ts";
import { transferBlockCodes } from "../transferBlockCodes.ts";
import type { Draft } from "./Draft.ts";
import type { Situation } from "./Situation.ts";

/** Title (list `aufenthaltsstatus`): temporary, settled, prolongation asked for, provisional effect. Weights are invented. */
const titles = [
  { value: "21", weight: 60 },
  { value: "22", weight: 25 },
  { value: "18", weight: 5 },
  { value: "19", weight: 10 },
];
/** How a stay ended: title expired, refused, withdrawn, revoked; each final. Weights are invented. */
const endings = [
  { value: "15", weight: 40 },
  { value: "50", weight: 40 },
  { value: "55", weight: 5 },
  { value: "57", weight: 15 },
];
/** Refusal served, not final. */
const refusalServed = "58";
/** Certificate of the right of free movement. */
const freeMovement = "26";
/** Invented: share of files in which the obligation to leave is not entered yet. */
const obligationUnknownShare = 0.04;

/** Transfer block, residence status and obligation to leave. */
export function drawStatus(draft: Draft, situation: Situation): void {
  drawTransferBlock(draft);
  if (draft.blueprint.legalRegime === "GERMAN") return;
  drawResidenceStatus(draft, situation);
  drawObligationToLeave(draft, situation);
}

function drawTransferBlock(draft: Draft): void {
  const { personRef, transferBlock: block } = draft.blueprint;
  if (block === "NONE") return;
  const eventDate = draft.daysAgo(200, 900);
  draft.add(transferBlock, {
    ...draft.fact({ prefix: "TB", eventDate, legalBasis: "§ 4 AZRG" }),
    code: draft.random.helpers.arrayElement(block === "LARGE" ? transferBlockCodes.large : transferBlockCodes.small),
  });
  if (block === "SMALL") return;
  draft.add(personFact, { personRef, kind: "LARGE_TRANSFER_BLOCK", since: eventDate, until: null });
}

function drawResidenceStatus(draft: Draft, { obliged }: Situation): void {
  const { asylum, dateOfBirth, legalRegime, obligation, personRef } = draft.blueprint;
  const fact = { prefix: "RS", eventDate: draft.daysAgo(120, 1500), legalBasis: "§ 4 AufenthG" };
  const { weightedArrayElement } = draft.random.helpers;
  if (legalRegime === "UNION_CITIZEN") {
    draft.add(residenceStatus, { ...draft.fact({ ...fact, legalBasis: "FreizügG/EU" }), code: freeMovement });
    draft.add(personFact, { personRef, kind: "UNION_CITIZEN", since: dateOfBirth, until: null });
    return;
  }
  // Permission to stay for the asylum procedure (§ 55 AsylG) is no status of the list; lost free movement is none either.
  if (legalRegime === "UNION_CITIZEN_LOSS" || asylum === "FIRST_PENDING") return;
  if (obliged) {
    const code = obligation === "ENFORCEABLE_FINAL" ? weightedArrayElement(endings) : refusalServed;
    draft.add(residenceStatus, { ...draft.fact(fact), code });
    return;
  }
  const code = asylum === "RECOGNISED" ? "21" : weightedArrayElement(titles);
  const validUntil = code === "22" ? null : draft.daysAhead(30, 900);
  draft.add(residenceStatus, { ...draft.fact(fact), code, validUntil });
}

function drawObligationToLeave(draft: Draft, { obliged, enforceable }: Situation): void {
  const { obligation, showcase } = draft.blueprint;
  if (!obliged && showcase === null && draft.chance(obligationUnknownShare)) return;
  draft.add(obligationToLeave, {
    ...draft.fact({ prefix: "OL", eventDate: draft.daysAgo(110, 1200), legalBasis: "§ 50 AufenthG" }),
    exists: obliged,
    enforceable,
    finality: obliged ? (obligation === "ENFORCEABLE_FINAL" ? "FINAL" : "NOT_FINAL") : null,
  });
}
