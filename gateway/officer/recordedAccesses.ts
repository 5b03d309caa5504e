import type { DecisionEntry } from "../../schema/accessLogFormat.ts";
import type { LoggedOperation } from "../../schema/accessLogOperations.ts";
import { recordedAccess } from "../../schema/policyRecord/recordedAccess.ts";
import type { RecordedAccess } from "../../schema/policyRecord/simulate.ts";
import { verifyLog } from "../audit/verifyLog.ts";
import { Mistaken } from "./Mistaken.ts";

/**
 * The accesses of a log since a day that a draft can be replayed on, of all instances. An operation refers to a decision that stands before it.
 *
 * @param since first day, `YYYY-MM-DD` (UTC)
 * @throws Mistaken where the log cannot be read or does not verify
 */
export async function recordedAccesses(folder: string, since: string): Promise<readonly RecordedAccess[]> {
  const accesses: RecordedAccess[] = [];
  const decisions = new Map<string, DecisionEntry>();
  const verified = await verifyLog(folder, (lines) => {
    for (const { entry: decision } of lines.decisions) decisions.set(decision.id, decision);
    for (const logged of lines.operations) {
      const { at, decision } = logged.operation;
      const decided = decisions.get(decision ?? "");
      const access = decided === undefined || at.slice(0, 10) < since ? null : accessOf(logged, decided);
      if (access !== null) accesses.push(access);
    }
  }).catch((error: NodeJS.ErrnoException) => {
    const cause = error.code ?? error.name;
    throw new Mistaken(`The access log in ${folder} cannot be read (${cause}). Name its folder with --log.`);
  });
  const faults = [...verified.values()].flatMap((shard) => shard.faults).filter(({ code }) => code !== "TAIL_TORN");
  const [first] = faults;
  if (first === undefined) return accesses;
  const place = first.line === null ? first.file : `${first.file}, line ${first.line}`;
  throw new Mistaken(`The access log does not verify: ${first.code} in ${place}. Nothing was replayed.`);
}

function accessOf({ operation, subjects }: LoggedOperation, decision: DecisionEntry): RecordedAccess | null {
  const decided = { ...decision, coordinates: decision.allowed.map(({ coordinate }) => coordinate) };
  const concerned = subjects.map(({ subject, disclosed }) => ({ token: subject, positions: disclosed }));
  return recordedAccess(operation, decided, concerned);
}
