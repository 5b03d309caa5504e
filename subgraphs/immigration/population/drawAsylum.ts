import { asylumProcedure, removalBar } from "../tables.ts";
import type { Draft } from "./Draft.ts";

/** A state of the procedure: status of the list `asylstatus`, kind, whether a remedy is pending, and an invented weight. */
const states = {
  FIRST_PENDING: [
    { weight: 70, value: { statusCode: "01", procedureKind: "FIRST", remedyPending: false } },
    { weight: 30, value: { statusCode: "46", procedureKind: "FIRST", remedyPending: true } },
  ],
  SUBSEQUENT_PENDING: [
    { weight: 80, value: { statusCode: "04", procedureKind: "SUBSEQUENT", remedyPending: false } },
    { weight: 15, value: { statusCode: "04", procedureKind: "SUBSEQUENT", remedyPending: true } },
    { weight: 5, value: { statusCode: "04", procedureKind: "SECOND", remedyPending: false } },
  ],
  REJECTED_FINAL: [
    { weight: 85, value: { statusCode: "35", procedureKind: "FIRST", remedyPending: false } },
    { weight: 15, value: { statusCode: "37", procedureKind: "FIRST", remedyPending: false } },
  ],
  RECOGNISED: [
    { weight: 5, value: { statusCode: "06", procedureKind: "FIRST", remedyPending: false } },
    { weight: 50, value: { statusCode: "13", procedureKind: "FIRST", remedyPending: false } },
    { weight: 45, value: { statusCode: "21", procedureKind: "FIRST", remedyPending: false } },
  ],
} as const;
/** Invented: share of rejected applicants for whom a removal bar was established. */
const removalBarShare = 0.06;

/** Asylum procedure and removal bars, as BAMF reports them. */
export function drawAsylum(draft: Draft): void {
  const { asylum, asylumFileRef } = draft.blueprint;
  if (asylum === "NONE" || asylumFileRef === null) return;
  const source = { office: "BAMF", fileRef: asylumFileRef };
  const state = draft.random.helpers.weightedArrayElement<(typeof states)[typeof asylum][number]["value"]>(
    states[asylum],
  );
  draft.add(asylumProcedure, {
    ...draft.fact({ prefix: "AP", eventDate: draft.daysAgo(110, 1000), legalBasis: "§ 8 AsylG", source }),
    ...state,
  });
  if (asylum !== "REJECTED_FINAL" || draft.blueprint.showcase !== null || !draft.chance(removalBarShare)) return;
  draft.add(removalBar, {
    ...draft.fact({ prefix: "RB", eventDate: draft.daysAgo(110, 800), legalBasis: "§ 60 AufenthG", source }),
    code: "01",
    paragraph: draft.random.helpers.arrayElement(["5", "7"]),
    decidedBy: "BAMF",
  });
}
