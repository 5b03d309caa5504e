import { calibrationFigure } from "../../population/calibrationFigure.ts";
import { isMinorOn } from "../isMinorOn.ts";
import type { Draft } from "./Draft.ts";
import { drawTolerationGround } from "./drawTolerationGround.ts";

/** What several facts of one person must agree on. */
export interface Situation {
  readonly obliged: boolean;
  readonly enforceable: boolean;
  readonly minor: boolean;
  /** Ground of the toleration that is valid, list `duldung`; null without one. */
  readonly tolerationGround: string | null;
  /** Document at the authority; null: missing. */
  readonly papers: "PASSPORT" | "SUBSTITUTE" | null;
  readonly removalPlanned: boolean;
}

/** C14 / C13: share of those obliged to leave who are tolerated, North Rhine-Westphalia, 30 June 2025. */
const toleratedShare = calibrationFigure("C14") / calibrationFigure("C13");
/** C20 / C05: share of those obliged to leave who have no papers, North Rhine-Westphalia, end of 2022. */
const papersMissingShare = calibrationFigure("C20") / calibrationFigure("C05");
/** C25 / C11: removals of 2024 to persons obliged to leave in November 2024; here the share of removals that are planned. */
const removalPlannedShare = calibrationFigure("C25") / calibrationFigure("C11");
/** Invented: share of substitute documents among the papers that are there. */
const substituteShare = 0.15;

/** Grounds that mean that the papers are missing: no travel documents (16), identity unclear (79). */
const groundsWithoutPapers: readonly (string | null)[] = ["16", "79"];
/** Ground of measures that are about to end the stay (§ 60a (2) sentence 1 AufenthG). */
const measuresImminent = "26";

/** Draws the situation of a person. The showcase person of an admitted case has everything that a return needs. */
export function drawSituation(draft: Draft): Situation {
  const { blueprint } = draft;
  const obliged = blueprint.obligation !== "NONE" && blueprint.legalRegime !== "GERMAN";
  const enforceable = obliged && blueprint.obligation !== "NOT_ENFORCEABLE";
  const minor = isMinorOn(blueprint.date, blueprint.dateOfBirth) === true;
  const admittedShowcase = blueprint.showcase === "admitted";
  const removable = blueprint.obligation === "ENFORCEABLE_FINAL" && !minor;
  const removalPlanned = admittedShowcase || (removable && draft.chance(removalPlannedShare));
  // The AufenthG's toleration is for those who are enforceably obliged; with it the share of all obliged is met nearly.
  const tolerated = admittedShowcase || (enforceable && draft.chance(toleratedShare));
  const drawnGround = drawTolerationGround(draft, minor);
  const tolerationGround = tolerated ? (removalPlanned ? measuresImminent : drawnGround) : null;
  const missing = groundsWithoutPapers.includes(tolerationGround) || (!tolerated && draft.chance(papersMissingShare));
  const papers = draft.chance(substituteShare) ? "SUBSTITUTE" : "PASSPORT";
  return {
    obliged,
    enforceable,
    minor,
    tolerationGround,
    papers: missing && !removalPlanned ? null : papers,
    removalPlanned,
  };
}
