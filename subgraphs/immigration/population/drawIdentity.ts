import { calibrationFigure } from "../../population/calibrationFigure.ts";
import { changedOn } from "../../shell/changedOn.ts";
import { evasionFact, identityClarification, travelDocument } from "../tables.ts";
import type { Draft } from "./Draft.ts";
import type { Situation } from "./Situation.ts";

/** C21 / C20: share of persons of unclear identity among those without papers, North Rhine-Westphalia, end of 2022. */
const unclearShare = calibrationFigure("C21") / calibrationFigure("C20");
/** Codes of the list `peb-verfahrensstatus`. */
const status = { unclear: "06", substituteAtHand: "09", notNeeded: "12" } as const;
/** How far a procurement has come where papers are missing and the identity is not given up: open, positive, negative, applied for. */
const progress = ["03", "04", "07", "08"];
/** Identity unclear through the person's own doing (§ 60b AufenthG), list `duldung`. */
const unclearGround = "79";
/** Invented: share of documented evasion among those enforceably obliged to leave. */
const evasionShare = 0.1;

/** Clarification of identity, travel document and evasion; only where a stay is to end. */
export function drawIdentity(draft: Draft, situation: Situation): void {
  if (!situation.obliged) return;
  drawClarification(draft, situation);
  if (situation.papers !== null) {
    draft.add(travelDocument, {
      ...draft.fact({ prefix: "TD", eventDate: draft.daysAgo(110, 900), legalBasis: "§ 48 AufenthG" }),
      documentKind: situation.papers,
      present: true,
      validUntil: draft.daysAhead(60, 1500),
    });
  }
  if (!situation.enforceable || !draft.chance(evasionShare)) return;
  draft.add(evasionFact, {
    ...draft.fact({ prefix: "EV", eventDate: draft.daysAgo(110, 400), legalBasis: "§ 62 (3a) AufenthG" }),
    number: draft.random.helpers.arrayElement([1, 2, 3, 5, 6]),
  });
}

function drawClarification(draft: Draft, { papers, tolerationGround }: Situation): void {
  const unclear = papers === null && (tolerationGround === unclearGround || draft.chance(unclearShare));
  const withPapers = papers === "SUBSTITUTE" ? status.substituteAtHand : status.notNeeded;
  const withoutPapers = unclear ? status.unclear : draft.random.helpers.arrayElement(progress);
  const clarification = {
    ...draft.fact({ prefix: "IC", eventDate: draft.daysAgo(110, 900), legalBasis: "§§ 48, 49 AufenthG" }),
    statusCode: papers === null ? withoutPapers : withPapers,
    cooperation: !unclear && (papers !== null || draft.chance(0.6)),
    warningGivenOn: papers === null ? draft.daysAgo(110, 600) : null,
  };
  draft.add(identityClarification, changedOn(clarification, [clarification.warningGivenOn]));
}
