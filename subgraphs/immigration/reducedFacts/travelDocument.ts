import { codeClasses } from "./codeClasses.ts";
import type { Reduction } from "./Reduction.ts";

/** The best document at hand, else how far its procurement has come (§§ 48, 49 AufenthG). Without either it is unknown. */
export const travelDocument: Reduction = ({ date, travelDocuments, identityClarifications: [clarification] }) => {
  const usable = travelDocuments.filter(
    ({ present, validUntil }) => present && (validUntil === null || validUntil >= date),
  );
  const passport = usable.find(({ documentKind }) => documentKind === "PASSPORT");
  if (passport !== undefined) return { value: "PASSPORT", restsOn: [passport] };
  const [substitute] = usable;
  if (substitute !== undefined) return { value: "SUBSTITUTE_PRESENT", restsOn: [substitute] };
  const progress = codeClasses.substituteDocument.get(clarification?.statusCode ?? "");
  if (clarification !== undefined && progress !== undefined) return { value: progress, restsOn: [clarification] };
  return travelDocuments.length === 0 ? null : { value: "OPEN", restsOn: travelDocuments };
};
