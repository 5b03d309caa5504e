import { addDays } from "../../shell/calendar/addDays.ts";
import type { Assessment } from "./Assessment.ts";
import type { CompiledCatalogue } from "./compileCatalogue.ts";
import { inputsHash } from "./inputsHash.ts";
import { judgeCriteria } from "./judgeCriteria.ts";
import { judgeGates } from "./judgeGates.ts";
import { knownFacts } from "./knownFacts.ts";
import { missingReason } from "./missingReason.ts";
import type { ReducedFact } from "./ReducedFact.ts";

/** Changes with every change of this folder that can change an assessment. */
export const engineVersion = "1.1.0";

/** Days after the date of the question on which an assessment may still be used: its facts age with it. */
export const assessmentLifeDays = 90;

/**
 * Assesses one person. Pure: time comes in as the date of the question alone, and the same facts, date and catalogue give the
 * same assessment, whatever the order of the facts. A fact that is absent, or cannot be read, contributes nothing and is
 * named as missing, with the reason. The sum of the contributions is the score, always.
 *
 * @param facts every reduced fact of the person
 * @param date date of the question, on which the catalogue is in force
 */
export function assess(facts: readonly ReducedFact[], date: string, compiled: CompiledCatalogue): Assessment {
  const { catalogue, gates } = compiled;
  const known = knownFacts(facts, date);
  const { closedBy, missing, ...outcome } = judgeGates(gates, known) ?? judgeCriteria(compiled, known, date);
  return {
    ...outcome,
    missing: missing.map((each) => ({ ...each, reason: missingReason(each.fact, facts, date) })),
    status: catalogue.status,
    at: date,
    expiresOn: addDays(date, assessmentLifeDays),
    gates: [...gates.map(({ gate }) => gate), catalogue.sufficientData].map(({ id }) => ({
      id,
      closed: id === closedBy,
    })),
    catalogueVersion: catalogue.version,
    engineVersion,
    inputsHash: inputsHash(facts, date, catalogue.hash),
  };
}
