/** What a log is kept of, and by which rule it ends. */
export const logClasses = ["access", "identification"] as const;

export type LogClass = (typeof logClasses)[number];

/** A tree of its own: one log class in one calendar year (UTC). */
export interface LogShard {
  readonly logClass: LogClass;
  readonly year: number;
}

/** Names of instances, which are names of folders. */
export const instancePattern = /^[a-z0-9][a-z0-9-]{0,39}$/;

/** Instance in which stands what is erased without a request, by time or by a command: no gateway writes there. */
export const tasksInstance = "tasks";

/** Who acts there, and in which role: nobody asked, and nobody is answered. */
export const schedule = "SCHEDULE";

/** Version of the policy where none was asked: statutes decide. */
export const noPolicy = "NONE";

/** Office and role of whoever runs a command at the machine itself. */
export const operator = "OPERATOR";

/** Name of a shard's folder, for example `access-2026`. */
export function shardName({ logClass, year }: LogShard): string {
  return `${logClass}-${year}`;
}

/** Class and year of a shard's name; null for other folders. */
export function parseShardName(name: string): LogShard | null {
  const [, before, year] = /^([a-z]+)-(\d{4})$/.exec(name) ?? [];
  const logClass = logClasses.find((each) => each === before);
  return logClass === undefined ? null : { logClass, year: Number(year) };
}

/** The shards among these names: class by class, in the order of years. */
export function shardsInOrder(names: readonly string[]): readonly string[] {
  return names.filter((name) => parseShardName(name) !== null).sort();
}

/** `journal-<sequence from 1>.jsonl` or `keys-<sequence from 1>.jsonl`. */
export type LogFileKind = "journal" | "keys";

export function logFileName(kind: LogFileKind, sequence: number): string {
  return `${kind}-${String(sequence).padStart(6, "0")}.jsonl`;
}

/** Sequence of a file of this kind; null for other files. */
export function parseLogFileName(kind: LogFileKind, name: string): number | null {
  const sequence = name.startsWith(`${kind}-`) ? /^(\d{6,})\.jsonl$/.exec(name.slice(kind.length + 1))?.[1] : undefined;
  return sequence === undefined ? null : Number(sequence);
}

/** The files of this kind among these names, in the order in which they were written. */
export function logFilesInOrder(kind: LogFileKind, names: readonly string[]): readonly string[] {
  return names
    .flatMap((name) => {
      const sequence = parseLogFileName(kind, name);
      return sequence === null ? [] : [{ name, sequence }];
    })
    .sort((left, right) => left.sequence - right.sequence)
    .map(({ name }) => name);
}

/**
 * Name of a shard's tree in its checkpoints.
 *
 * @param shard `<instance>/<shard>`
 */
export function shardOrigin(shard: string): string {
  return `sichtfeld/${shard}`;
}
