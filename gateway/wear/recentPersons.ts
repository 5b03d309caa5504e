import { chainStart, readChain } from "../../schema/accessLogChain.ts";
import { readKeys } from "../../schema/accessLogKeys.ts";
import { logFilesInOrder, parseShardName, shardsInOrder } from "../../schema/accessLogNames.ts";
import { type LoggedOperation, loggedOperations } from "../../schema/accessLogOperations.ts";
import type { LogFolder, ShardFolder } from "../audit/LogFolder.ts";
import type { CountedFor } from "./HourlyCeilings.ts";

/** A person that somebody was shown or asked for. */
export interface RecentPerson extends CountedFor {
  readonly personRef: string;
  /** Milliseconds since 1970. */
  readonly at: number;
}

/**
 * The persons of an instance's log since an instant, in the order of the log, so that ceilings outlive a restart. What an
 * operation was refused for by its ceiling was not counted, and is not here. A segment is read as far as it verifies; a person
 * whose row of the key table is erased is not here either.
 *
 * @param since milliseconds since 1970
 */
export async function recentPersons(
  folder: Pick<LogFolder, "list" | "shard">,
  since: number,
): Promise<readonly RecentPerson[]> {
  const names = shardsInOrder(await folder.list()).filter((name) => parseShardName(name)?.logClass === "access");
  const recent: RecentPerson[] = [];
  for (const name of names.toReversed()) {
    const shard = await folder.shard(name);
    const { operations, isComplete } = await operationsSince(shard, since);
    const persons = operations.length === 0 ? new Map() : await personsOf(shard);
    recent.unshift(...operations.flatMap((each) => shownIn(each, persons)));
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

/** Token → reference of the data subject. */
async function personsOf(shard: ShardFolder): Promise<ReadonlyMap<string, string>> {
  const persons = new Map<string, string>();
  for (const name of logFilesInOrder("keys", await shard.list())) {
    for (const { kind, token, value } of readKeys(await shard.read(name)).rows) {
      if (kind === "person") persons.set(token, value);
    }
  }
  return persons;
}

function shownIn(
  { operation: { office, actor, purpose, refusalCode, at }, subjects }: LoggedOperation,
  persons: ReadonlyMap<string, string>,
): readonly RecentPerson[] {
  if (purpose === null || refusalCode === "CEILING_REACHED") return [];
  return subjects.flatMap(({ subject }) => {
    const personRef = persons.get(subject ?? "");
    return personRef === undefined ? [] : [{ office, person: actor, purpose, personRef, at: Date.parse(at) }];
  });
}
