import type { DecisionEntry, ErasureEntry, IdentificationEntry } from "../../schema/accessLogFormat.ts";
import type { LoggedEntry, LoggedOperation } from "../../schema/accessLogOperations.ts";

/** The rows of the index that an entry of the log makes. Filling the index and checking it both rest on these. */
export const entryRows = { decision, decisionPlace, operation, subjects, identification, erasure } as const;

function decision({
  entry: { id, policyVersion, allowed, withheld, tested, combined },
}: Pick<LoggedEntry<DecisionEntry>, "entry">) {
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

function decisionPlace(
  { entry: { id: decisionId }, line, leaf }: LoggedEntry<DecisionEntry>,
  shard: string,
  file: string,
) {
  return { decisionId, shard, file, line, leaf };
}

function operation({ operation: entry, line, leaf }: LoggedOperation, shard: string, file: string) {
  const {
    v: _v,
    type: _type,
    subjects: _subjects,
    case: caseToken,
    askedCases,
    reason: reasonToken,
    decision: decisionId,
    ...same
  } = entry;
  return {
    ...same,
    kinds: [...entry.kinds],
    caseToken,
    askedCaseTokens: [...askedCases],
    reasonToken,
    decisionId,
    withheld: [...entry.withheld],
    incidents: [...entry.incidents],
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

function erasure(
  { entry: { v: _v, type: _type, tokens, ...entry }, line, leaf }: LoggedEntry<ErasureEntry>,
  shard: string,
  file: string,
) {
  return { ...entry, tokens: [...tokens], shard, file, line, leaf };
}
