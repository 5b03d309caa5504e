import { chainStart, readChain } from "../../schema/accessLogChain.ts";
import { segmentsInOrder } from "../../schema/accessLogFormat.ts";
import { type LoggedOperation, loggedOperations } from "../../schema/accessLogOperations.ts";
import type { LogFolder } from "../audit/LogFolder.ts";
import type { CountedFor } from "./PersonCeilings.ts";

/** A person that somebody was shown or asked for. */
export interface RecentPerson extends CountedFor {
  readonly personRef: string;
  /** Milliseconds since 1970. */
  readonly at: number;
}

/**
 * The persons of an instance's log since an instant, in the order of the log, so that ceilings outlive a restart. What an
 * operation was refused for by its ceiling was not counted, and is not here. A segment is read as far as it verifies.
 *
 * @param since milliseconds since 1970
 */
export async function recentPersons(
  folder: Pick<LogFolder, "instance" | "list" | "read">,
  since: number,
): Promise<readonly RecentPerson[]> {
  const operations: LoggedOperation[] = [];
  for (const name of segmentsInOrder(await folder.list()).toReversed()) {
    const { lines } = readChain(await folder.read(name), chainStart(folder.instance, name));
    const logged = loggedOperations(lines).operations;
    operations.unshift(...logged.filter(({ operation }) => Date.parse(operation.at) >= since));
    // Older segments hold older entries alone.
    if (logged.some(({ operation }) => Date.parse(operation.recordedAt) < since)) break;
  }
  return operations.flatMap(({ operation, subjects }) =>
    operation.purpose === null || operation.refusalCode === "CEILING_REACHED"
      ? []
      : subjects.flatMap(({ personRef }) =>
          personRef === null
            ? []
            : [
                {
                  office: operation.office,
                  person: operation.actor,
                  purpose: operation.purpose ?? "",
                  personRef,
                  at: Date.parse(operation.at),
                },
              ],
        ),
  );
}
