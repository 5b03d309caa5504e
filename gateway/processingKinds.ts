import { processingKinds as allKinds, type ProcessingKind } from "../schema/accessLogFormat.ts";
import type { Decision } from "./decide.ts";
import type { Operation } from "./Operation.ts";

/**
 * What a mutation does in the words of § 76 (1) BDSG: it collects what nobody had said, alters what stands, or erases it. What an office
 * sends may be news or a later version, which only the subgraph knows: it is on record as both. What takes a combination back is on record as
 * one as well: it puts facts together anew, and whoever looks through the combinations finds its end among them.
 */
export const kindOfMutation: Readonly<Record<string, ProcessingKind | readonly ProcessingKind[]>> = {
  acknowledgeCorrection: "COLLECT",
  addMeasure: "COLLECT",
  // What is announced is compared with what is on file, whatever comes of it.
  announcePersons: ["COLLECT", "COMBINE"],
  advanceSubjectRequest: "ALTER",
  answerConsent: "ALTER",
  assignCase: "ALTER",
  checkProposal: "ALTER",
  closeCase: "ALTER",
  confirmDecision: "ALTER",
  decideAdmission: "ALTER",
  decideRecordConflict: "ALTER",
  decideResidenceConflict: "ALTER",
  decideIdentity: ["ALTER", "COMBINE"],
  eraseRecords: "ERASE",
  eraseResidenceFacts: "ERASE",
  handOverCase: "ALTER",
  holdConference: "COLLECT",
  mergePersons: ["ALTER", "COMBINE"],
  noteConsentNotRequired: "COLLECT",
  proposeCase: "COLLECT",
  receiveSubjectRequest: "COLLECT",
  recordAssessment: "COLLECT",
  recordBlindRating: "COLLECT",
  recordOwnEstimate: "COLLECT",
  reopenCase: "ALTER",
  reopenIdentity: ["ALTER", "COMBINE"],
  reportMeasure: "ALTER",
  requestConsent: "COLLECT",
  restrictRecords: "ALTER",
  restrictResidenceFacts: "ALTER",
  resumeCase: "ALTER",
  resumeCatalogue: "ALTER",
  reviewAccess: "COLLECT",
  setDeadline: "COLLECT",
  supplyRecords: ["COLLECT", "ALTER"],
  supplyResidenceFacts: ["COLLECT", "ALTER"],
  suspendCase: "ALTER",
  suspendCatalogue: "ALTER",
  undoMerge: ["ALTER", "COMBINE"],
};

/**
 * Kinds of processing that an operation is, § 76 (1) BDSG, in the order of the law. A mutation that nobody has named alters.
 *
 * @param discloses whether anything went out
 */
export function processingKinds(
  { definition }: Operation,
  decision: Decision | null,
  discloses: boolean,
): readonly ProcessingKind[] {
  const kinds = new Set<ProcessingKind>();
  if (definition.operation === "query") kinds.add("QUERY");
  else {
    for (const selection of definition.selectionSet.selections) {
      const named = selection.kind === "Field" ? kindOfMutation[selection.name.value] : undefined;
      for (const kind of [named ?? "ALTER"].flat()) kinds.add(kind);
    }
  }
  if (discloses) kinds.add("DISCLOSE");
  if (decision !== null && decision.combined.length > 0) kinds.add("COMBINE");
  return allKinds.filter((kind) => kinds.has(kind));
}
