import { codeClasses } from "./codeClasses.ts";
import { ofLatestDay } from "./ofLatestDay.ts";
import type { Reduction } from "./Reduction.ts";

/** Of a clarification whose state says nothing about a document. */
const tellsNothing = "-";

/**
 * The best document at hand, else how far its procurement has come (§§ 48, 49 AufenthG). Without either it is unknown. A document that
 * has expired still tells that one is missing, and is no longer what that rests on.
 */
export const travelDocument: Reduction = ({ date, travelDocuments, identityClarifications }) => {
  const valid = travelDocuments.filter(({ validUntil }) => validUntil === null || validUntil >= date);
  const usable = valid.filter(({ present }) => present);
  const passports = usable.filter(({ documentKind }) => documentKind === "PASSPORT");
  if (passports.length > 0) return [{ value: "PASSPORT", restsOn: passports }];
  if (usable.length > 0) return [{ value: "SUBSTITUTE_PRESENT", restsOn: usable }];
  const progress = ofLatestDay(
    identityClarifications,
    ({ statusCode }) => codeClasses.substituteDocument.get(statusCode) ?? tellsNothing,
    null,
  ).filter(({ value }) => value !== tellsNothing);
  if (progress.length > 0) return progress;
  return travelDocuments.length === 0 ? [] : [{ value: "OPEN", restsOn: valid }];
};
