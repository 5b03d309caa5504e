import { addDays } from "../../shell/calendar/addDays.ts";
import { changedOn } from "../../shell/changedOn.ts";
import { personFact } from "../../shell/tables.ts";
import { entryBan, expulsion, plannedRemoval, removalThreat } from "../tables.ts";
import type { Draft } from "./Draft.ts";
import type { Situation } from "./Situation.ts";

/** Expulsions of the list `ausweisung` by how far the act has come (§ 53 AufenthG). */
const expulsionCodes = {
  NOT_ENFORCEABLE: ["09", "10"],
  ENFORCEABLE_NOT_FINAL: ["11", "12"],
  ENFORCEABLE_FINAL: ["13", "14"],
} as const;
/** The same for findings of loss (§§ 5 (4), 6 FreizügG/EU). */
const lossCodes = {
  NOT_ENFORCEABLE: ["24", "25", "26"],
  ENFORCEABLE_NOT_FINAL: ["27", "28", "29"],
  ENFORCEABLE_FINAL: ["21", "22", "23"],
} as const;
/** Removal threat of the list `abschiebung`: enforceable, or served and not enforceable yet. */
const threatCodes = { enforceable: "19", served: "25" } as const;
/** Invented shares. */
const expelledShare = 0.6;
const threatenedShare = { enforceable: 0.9, notEnforceable: 0.6 } as const;
/** Shortest and longest ban, in days (§ 11 (3), (5) AufenthG). */
const banDays = { min: 730, max: 3650 } as const;
/** Deletion after the end of the ban, in days: ten years (§ 91 (1) AufenthG). */
const deletionAfterBanDays = 3652;

/** Expulsion, ban, removal threat and planned removal. */
export function drawReturn(draft: Draft, situation: Situation): void {
  if (draft.blueprint.legalRegime === "UNION_CITIZEN_LOSS") drawLossFinding(draft);
  else drawExpulsion(draft, situation);
  drawRemovalThreat(draft, situation);
  if (!situation.removalPlanned) return;
  draft.add(plannedRemoval, {
    ...draft.fact({ prefix: "PL", eventDate: draft.daysAgo(1, 14), legalBasis: "§ 58 AufenthG" }),
    removalDate: draft.daysAhead(14, 60),
  });
}

function drawExpulsion(draft: Draft, { obliged }: Situation): void {
  const { conduct, legalRegime, obligation } = draft.blueprint;
  if (legalRegime !== "THIRD_COUNTRY" || !obliged || conduct !== "SERIOUS" || !draft.chance(expelledShare)) return;
  const act = drawAct(draft, "EX", "§ 53 AufenthG");
  const code = draft.random.helpers.arrayElement(
    expulsionCodes[obligation === "NONE" ? "NOT_ENFORCEABLE" : obligation],
  );
  draft.add(expulsion, { ...act, code, tier: draft.chance(0.6) ? 1 : 2 });
  const until = addDays(draft.blueprint.date, draft.random.number.int(banDays));
  const ban = { prefix: "EB", eventDate: act.eventDate, legalBasis: "§ 11 AufenthG" };
  draft.add(entryBan, {
    ...draft.fact({ ...ban, deleteBy: addDays(until, deletionAfterBanDays) }),
    code: "04",
    until,
  });
}

/** The finding of the list `ausweisung` ends the right of free movement, and with it what the directory says of a citizen of the Union. */
function drawLossFinding(draft: Draft): void {
  const { dateOfBirth, obligation, personRef } = draft.blueprint;
  const act = drawAct(draft, "EX", "§ 6 FreizügG/EU");
  const code = draft.random.helpers.arrayElement(lossCodes[obligation === "NONE" ? "NOT_ENFORCEABLE" : obligation]);
  draft.add(expulsion, { ...act, code, tier: null });
  const until = addDays(act.eventDate, -1);
  if (until < dateOfBirth) return;
  draft.add(personFact, { personRef, kind: "UNION_CITIZEN", since: dateOfBirth, until });
}

function drawAct(draft: Draft, prefix: string, legalBasis: string) {
  const eventDate = draft.daysAgo(250, 900);
  const act = {
    ...draft.fact({ prefix, eventDate, legalBasis }),
    servedOn: addDays(eventDate, 4),
    finalOn: draft.blueprint.obligation === "ENFORCEABLE_FINAL" ? addDays(eventDate, 120) : null,
  };
  return changedOn(act, [act.servedOn, act.finalOn]);
}

function drawRemovalThreat(draft: Draft, { obliged, enforceable, removalPlanned }: Situation): void {
  const share = enforceable ? threatenedShare.enforceable : threatenedShare.notEnforceable;
  if (!removalPlanned && !(obliged && draft.chance(share))) return;
  const eventDate = draft.daysAgo(110, 700);
  draft.add(removalThreat, {
    ...draft.fact({ prefix: "RT", eventDate, legalBasis: "§ 59 AufenthG" }),
    code: enforceable ? threatCodes.enforceable : threatCodes.served,
    deadline: addDays(eventDate, 30),
    enforceable,
  });
}
