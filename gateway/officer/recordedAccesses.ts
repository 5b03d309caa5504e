import type { DecisionEntry, OperationEntry } from "../../schema/accessLogFormat.ts";
import type { LoggedOperation } from "../../schema/accessLogOperations.ts";
import { verifyLog } from "../audit/verifyLog.ts";
import { Mistaken } from "./Mistaken.ts";

/** An access that was answered, as the log has it. */
export interface RecordedAccess {
  readonly operation: OperationEntry;
  /** Coordinates that were disclosed or tested. */
  readonly used: ReadonlySet<string>;
  /** Coordinates that were asked for and withheld, whatever the record. */
  readonly withheld: readonly string[];
  /** Data subjects, by the tokens of their shard, and the coordinates disclosed of each. */
  readonly subjects: readonly { readonly token: string; readonly coordinates: ReadonlySet<string> }[];
}

/**
 * The answered accesses of a log since a day, of all instances. An operation refers to a decision that stands before it.
 *
 * @param since first day, `YYYY-MM-DD` (UTC)
 * @throws Mistaken where the log cannot be read or does not verify
 */
export async function recordedAccesses(folder: string, since: string): Promise<readonly RecordedAccess[]> {
  const accesses: RecordedAccess[] = [];
  const decisions = new Map<string, DecisionEntry>();
  const verified = await verifyLog(folder, (lines) => {
    for (const decision of lines.decisions) decisions.set(decision.id, decision);
    for (const logged of lines.operations) {
      const { outcome, at, decision } = logged.operation;
      const decided = decisions.get(decision ?? "");
      if (outcome === "ANSWERED" && at.slice(0, 10) >= since && decided !== undefined)
        accesses.push(recordedAccess(logged, decided));
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

function recordedAccess({ operation, subjects }: LoggedOperation, decision: DecisionEntry): RecordedAccess {
  const allowed = (position: number) => decision.allowed[position]?.coordinate ?? "";
  const disclosed = subjects.flatMap((subject) => subject.disclosed.map(allowed));
  return {
    operation,
    used: new Set([...disclosed, ...decision.tested]),
    withheld: operation.withheld.map((position) => decision.withheld[position]?.coordinate ?? ""),
    subjects: subjects.flatMap(({ subject, disclosed: positions }) =>
      subject === null ? [] : [{ token: subject, coordinates: new Set(positions.map(allowed)) }],
    ),
  };
}
