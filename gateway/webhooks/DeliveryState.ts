import { closeSync, fsyncSync, mkdirSync, openSync, readFileSync, renameSync, writeSync } from "node:fs";
import { dirname } from "node:path";
import { z } from "zod";

/** Why a delivery failed, a closed set. */
export const failures = ["TIMED_OUT", "UNREACHABLE", "REDIRECTED", "REFUSED", "NOT_ACKNOWLEDGED", "HELD_BACK"] as const;

const deadLetter = z.strictObject({
  /** Id of the notice. */
  notice: z.string(),
  /** Cursor before it; null: it is the first. */
  after: z.string().nullable(),
  /** Pseudonym of its case, to hold back what follows in the same case. */
  caseMark: z.string(),
  /** Instant at which it was set aside. */
  at: z.string(),
  failure: z.enum(failures),
});

const shape = z.strictObject({
  /** Cursor of the last notice that was delivered or set aside; null: none yet. */
  after: z.string().nullable(),
  /** Attempts at the next one that failed. */
  attempts: z.number().int().min(0),
  /** Milliseconds since 1970 before which it is not tried again. */
  notBefore: z.number(),
  /** Notices that were set aside, in the order of the list. */
  dead: z.array(deadLetter),
  /** Dead letters that are to be sent again: how many of the first. */
  replaying: z.number().int().min(0),
});

/** Where the delivery to one receiver stands. Holds ids and cursors, and nobody's data. */
export type DeliveryState = Readonly<z.infer<typeof shape>>;

/** A notice that was set aside. */
export type DeadLetter = DeliveryState["dead"][number];

export const beginning: DeliveryState = { after: null, attempts: 0, notBefore: 0, dead: [], replaying: 0 };

/** @returns the beginning where there is no file. @throws Error where it cannot be read or is none */
export function readState(file: string): DeliveryState {
  try {
    return shape.parse(JSON.parse(readFileSync(file, "utf8")));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return beginning;
    throw new Error("The state of a webhook receiver cannot be read.", { cause: error });
  }
}

/** Writes the state durably: another is never there in part. A process that ends before it sends the notice again. */
export function writeState(file: string, state: DeliveryState): void {
  mkdirSync(dirname(file), { recursive: true });
  const fresh = `${file}.new`;
  const handle = openSync(fresh, "w");
  writeSync(handle, JSON.stringify(state));
  fsyncSync(handle);
  closeSync(handle);
  renameSync(fresh, file);
  const folder = openSync(dirname(file), "r");
  fsyncSync(folder);
  closeSync(folder);
}
