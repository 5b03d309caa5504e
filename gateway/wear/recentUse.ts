import { chainStart, readChain } from "../../schema/accessLogChain.ts";
import { readKeys } from "../../schema/accessLogKeys.ts";
import { logFilesInOrder, parseShardName, shardsInOrder } from "../../schema/accessLogNames.ts";
import { type LoggedOperation, loggedOperations } from "../../schema/accessLogOperations.ts";
import type { LogFolder, ShardFolder } from "../audit/LogFolder.ts";
import type { CountedFor } from "./HourlyCeilings.ts";

/** A person whom somebody was shown or asked for, or a case that somebody stated or asked for. */
export interface RecentUse extends CountedFor {
  readonly kind: "person" | "case";
  readonly reference: string;
  /** Milliseconds since 1970. */
  readonly at: number;
}

/**
 * The persons and cases of an instance's log since an instant, in the order of the log, so that ceilings outlive a restart. What an
 * operation was refused for by its ceiling was not counted, and is not here. A segment is read as far as it verifies; what
 * had its row of the key table erased is not here either.
 *
 * @param since milliseconds since 1970
 */
export async function recentUse(
  folder: Pick<LogFolder, "list" | "shard">,
  since: number,
): Promise<readonly RecentUse[]> {
  const shards = shardsInOrder(await folder.list()).filter((name) => parseShardName(name)?.logClass === "access");
  const recent: RecentUse[] = [];
  for (const name of shards.toReversed()) {
    const shard = await folder.shard(name);
    const { operations, isComplete } = await operationsSince(shard, since);
    const names = operations.length === 0 ? new Map() : await namesIn(shard);
    recent.unshift(...operations.flatMap((each) => usedIn(each, names)));
    if (isComplete) break;
  }
  return recent;
}

/** `isComplete`: the shard has older operations, so that no earlier one is needed. */
async function operationsSince(shard: ShardFolder, since: number) {
  const operations: LoggedOperation[] = [];
  for (const name of logFilesInOrder("journal", await shard.list()).toReversed()) {
    const { lines } = readChain(await shard.read(name), chainStart(shard.name, name));
    const logged = loggedOperations(lines).operations;
    operations.unshift(...logged.filter(({ operation }) => Date.parse(operation.at) >= since));
    // Older segments hold older entries alone.
    if (logged.some(({ operation }) => Date.parse(operation.recordedAt) < since))
      return { operations, isComplete: true };
  }
  return { operations, isComplete: false };
}

/** Token → reference of the data subject or case. */
async function namesIn(shard: ShardFolder): Promise<ReadonlyMap<string, string>> {
  const names = new Map<string, string>();
  for (const name of logFilesInOrder("keys", await shard.list())) {
    for (const { kind, token, value } of readKeys(await shard.read(name)).rows) {
      if (kind !== "reason") names.set(token, value);
    }
  }
  return names;
}

function usedIn({ operation, subjects }: LoggedOperation, names: ReadonlyMap<string, string>): readonly RecentUse[] {
  const { office, purpose, refusalCode, askedCases } = operation;
  if (purpose === null || refusalCode === "CEILING_REACHED") return [];
  const actor = /^SUBJECT:(.+)$/.exec(operation.actor)?.[1];
  const who = { office, purpose, person: actor === undefined ? operation.actor : (names.get(actor) ?? "") };
  const use = (kind: RecentUse["kind"], token: string | null): readonly RecentUse[] => {
    const reference = names.get(token ?? "");
    return reference === undefined ? [] : [{ ...who, kind, reference, at: Date.parse(operation.at) }];
  };
  return [
    ...subjects.flatMap(({ subject }) => use("person", subject)),
    ...[operation.case, ...askedCases].flatMap((each) => use("case", each)),
  ];
}
