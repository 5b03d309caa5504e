import { addDays } from "../../shell/calendar/addDays.ts";
import { medicalObstacle, toleration } from "../tables.ts";
import type { Draft } from "./Draft.ts";
import type { Situation } from "./Situation.ts";

/** Toleration on medical grounds, list `duldung`. */
const medicalGround = "22";
/** Invented: share of persons without a valid toleration whose last one ran out, and share of those that was revoked before. */
const formerShare = { enforceable: 0.5, revoked: 0.4 } as const;

/**
 * Toleration and medical obstacle. Id, legal basis and dates of a toleration are drawn without regard to its ground: whoever may see
 * that there is one, but not why, could otherwise tell the ground from them.
 */
export function drawToleration(draft: Draft, { enforceable, tolerationGround }: Situation): void {
  const origin = { prefix: "RF", eventDate: draft.daysAgo(110, 300), legalBasis: "§ 60a AufenthG" };
  const validUntil = draft.daysAhead(15, 180);
  if (tolerationGround !== null) {
    draft.add(toleration, { ...draft.fact(origin), reasonCode: tolerationGround, validUntil, endedOn: null });
  } else if (enforceable && draft.chance(formerShare.enforceable)) {
    drawFormerToleration(draft);
  }
  if (tolerationGround !== medicalGround) return;
  draft.add(medicalObstacle, {
    ...draft.fact({ prefix: "MO", eventDate: origin.eventDate, legalBasis: "§ 60a (2c) AufenthG" }),
    exists: true,
  });
}

function drawFormerToleration(draft: Draft): void {
  const eventDate = draft.daysAgo(300, 480);
  draft.add(toleration, {
    ...draft.fact({ prefix: "RF", eventDate, legalBasis: "§ 60a AufenthG" }),
    reasonCode: "20",
    validUntil: addDays(eventDate, 180),
    endedOn: draft.chance(formerShare.revoked) ? addDays(eventDate, 90) : null,
  });
}
