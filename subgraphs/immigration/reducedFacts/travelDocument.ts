import { travelDocument as travelDocumentTable } from "../tables.ts";
import { codeClasses } from "./codeClasses.ts";
import { isListed } from "./isListed.ts";
import { ofLatestDay } from "./ofLatestDay.ts";
import type { Reduction } from "./Reduction.ts";
import { unreadable } from "./unreadable.ts";

const documentKinds: readonly string[] = travelDocumentTable.documentKind.enumValues;

/** Of a clarification whose state says nothing about a document. */
const tellsNothing = "-";

/**
 * The best document at hand, else how far its procurement has come (§§ 48, 49 AufenthG). Without either it is unknown. A document that
 * has expired still tells that one is missing, and is no longer what that rests on.
 */
export const travelDocument: Reduction = ({ date, travelDocuments, identityClarifications }) => {
  const strange = travelDocuments.filter(({ documentKind }) => !documentKinds.includes(documentKind));
  if (strange.length > 0) return [{ value: unreadable, restsOn: strange }];
  const valid = travelDocuments.filter(({ validUntil }) => validUntil === null || validUntil >= date);
  const usable = valid.filter(({ present }) => present);
  const passports = usable.filter(({ documentKind }) => documentKind === "PASSPORT");
  if (passports.length > 0) return [{ value: "PASSPORT", restsOn: passports }];
  if (usable.length > 0) return [{ value: "SUBSTITUTE_PRESENT", restsOn: usable }];
  const progress = ofLatestDay(identityClarifications, ({ statusCode }) => classOf(statusCode), null).filter(
    ({ value }) => value !== tellsNothing,
  );
  if (progress.length > 0) return progress;
  return travelDocuments.length === 0 ? [] : [{ value: "OPEN", restsOn: valid }];
};

function classOf(statusCode: string): string {
  if (!isListed("peb-verfahrensstatus", statusCode)) return unreadable;
  return codeClasses.substituteDocument.get(statusCode) ?? tellsNothing;
}
