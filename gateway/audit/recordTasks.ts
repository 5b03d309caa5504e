import { randomUUID } from "node:crypto";
import { noPolicy, tasksInstance } from "../../schema/accessLogNames.ts";
import type { AccessEntry } from "./AccessEntry.ts";
import type { LogSettings } from "./logSettings.ts";
import { openAccessLog } from "./openAccessLog.ts";

/** What differs between tasks that erase. */
export interface Task
  extends Pick<AccessEntry, "at" | "questionDate" | "outcome" | "refusalCode" | "office" | "reason" | "askedCases"> {
  /** `SCHEDULE`, or the staff id of an operator. */
  readonly actor: string;
  readonly role: string;
  /** What is erased, in words that name nobody. */
  readonly name: string;
}

/**
 * Puts on record what is erased without a request, as an instance of the log of its own: whichever process does it, gateway or command, and
 * whichever instances are written beside it. It is open only for as long as there is something to write.
 *
 * @param report is told what the operator must know
 * @throws AccessLogError, also where another process is writing there; or Error with one line about a file that cannot be used
 */
export async function recordTasks(
  log: LogSettings,
  report: (detail: Readonly<Record<string, unknown>>) => void,
  tasks: readonly Task[],
): Promise<void> {
  const opened = await openAccessLog({ ...log, instance: tasksInstance, report, onEnd: (end) => report({ ...end }) });
  try {
    await Promise.all(tasks.map((task) => opened.log.append(entryOf(task))));
  } finally {
    await opened.close();
  }
}

/** Names cases, and nobody. */
function entryOf({ name, actor, ...task }: Task): AccessEntry {
  return {
    ...task,
    id: randomUUID(),
    kinds: ["ERASE"],
    actor,
    responsiblePerson: actor,
    asSubject: null,
    purpose: null,
    purposeCode: null,
    caseRef: null,
    operationName: name,
    operationHash: null,
    document: null,
    policyVersion: noPolicy,
    catalogueVersion: null,
    trace: null,
    decision: null,
    withheld: [],
    incidents: [],
    subjects: [],
  };
}
