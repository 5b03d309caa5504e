import type { DecisionEntry, IdentificationEntry } from "../../schema/accessLogFormat.ts";
import type { LoggedEntry, LoggedOperation } from "../../schema/accessLogOperations.ts";

/** The rows of the index that an entry of the log makes. Filling the index and checking it both rest on these. */
export const entryRows = { decision, operation, subjects, identification } as const;

function decision({ id, policyVersion, allowed, withheld, tested, combined }: DecisionEntry) {
  return {
    id,
    policyVersion,
    coordinates: allowed.map(({ coordinate }) => coordinate),
    rules: allowed.map(({ rules }) => rules),
    withheld,
    tested: [...tested],
    combined: [...combined],
  };
}

function operation({ operation: entry, line, leaf }: LoggedOperation, shard: string, file: string) {
  const {
    v: _v,
    type: _type,
    subjects: _subjects,
    case: caseToken,
    reason: reasonToken,
    decision: decisionId,
    ...same
  } = entry;
  return {
    ...same,
    kinds: [...entry.kinds],
    caseToken,
    reasonToken,
    decisionId,
    withheld: [...entry.withheld],
    shard,
    file,
    line,
    leaf,
  };
}

function subjects({ operation: { id }, subjects: entries }: LoggedOperation) {
  return entries.map(({ subject: token, disclosed, withheld, facts }, place) => ({
    operationId: id,
    place,
    token,
    positions: [...disclosed],
    withheld: [...withheld],
    facts,
  }));
}

function identification(
  { entry: { v: _v, type: _type, ...entry }, line, leaf }: LoggedEntry<IdentificationEntry>,
  shard: string,
  file: string,
) {
  return { ...entry, shard, file, line, leaf };
}
