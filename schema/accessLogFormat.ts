import { createHash } from "node:crypto";
import { z } from "zod";
import { canonicalJson } from "./canonicalJson.ts";

// The access log on disk, shared by its writer (gateway) and its reader (audit subgraph). docs/access-log.md tells it to outsiders.

/** Longest line in bytes without its newline: what one entry of a tile log (C2SP tlog-tiles) can hold. */
export const lineBytesMax = 65_535;

const version = z.literal(1);
const sha256Hex = z.string().regex(/^[0-9a-f]{64}$/);
const instant = z.iso.datetime({ precision: 3 });
const words = z.array(z.string()).readonly();

/** One request: who asked, what for, and what was decided. What its data subjects share is written here, once. */
export const operationEntry = z.strictObject({
  v: version,
  type: z.literal("operation"),
  id: z.string().min(1),
  /** Wall clock of the request. */
  at: instant,
  /** Clock of the log when the entry arrived; never runs backwards within an instance. */
  recordedAt: instant,
  questionDate: z.iso.date(),
  outcome: z.enum(["ANSWERED", "ATTEMPTED", "REFUSED"]),
  refusalCode: z.string().nullable(),
  actor: z.string(),
  responsiblePerson: z.string(),
  office: z.string(),
  role: z.string(),
  purpose: z.string().nullable(),
  purposeCode: z.string().nullable(),
  caseRef: z.string().nullable(),
  reason: z.string().nullable(),
  operationKind: z.enum(["query", "mutation"]),
  operationName: z.string().nullable(),
  operationHash: z.string(),
  policyVersion: z.string(),
  /** Coordinates in the order of their code units, each with the ids of the rules that allowed it. */
  rules: z.array(z.strictObject({ coordinate: z.string(), rules: words })).readonly(),
  withheld: z.array(z.strictObject({ coordinate: z.string(), category: z.string(), prohibitions: words })).readonly(),
  tested: words,
  combined: words,
  /** Number of subject entries that follow this one. */
  subjects: z.int().nonnegative(),
});

/** What one operation disclosed of one data subject. */
export const subjectEntry = z.strictObject({
  v: version,
  type: z.literal("subject"),
  /** Id of the operation entry above. */
  operation: z.string().min(1),
  /** Null: what concerns no single person. */
  personRef: z.string().nullable(),
  /** Positions, from 0, in the operation's `rules`. */
  coordinates: z.array(z.int().nonnegative()).readonly(),
});

/** State of an earlier segment as its successor found it. */
export const segmentState = z.strictObject({
  file: z.string(),
  /** Lines up to the last commit. */
  lines: z.int().nonnegative(),
  /** SHA-256 of the last of them; where there is none, what the first would have carried as `prev`. */
  last: sha256Hex,
  /** Bytes behind the last commit: an interrupted write, set aside. */
  torn: z.strictObject({ bytes: z.int().positive(), hash: sha256Hex }).nullable(),
});

/** First line of every segment. */
export const segmentEntry = z.strictObject({
  v: version,
  type: z.literal("segment"),
  openedAt: instant,
  /** The segment that this one continues, and empty ones between; empty for the first of an instance. */
  follows: z
    .array(
      segmentState.extend({
        /** Lines whose receipt was given out; null where the process that knew is gone. */
        acknowledged: z.int().nonnegative().nullable(),
      }),
    )
    .readonly(),
});

/** Ends a group of lines that were written and synced together. What no commit follows was never acknowledged. */
export const commitEntry = z.strictObject({ v: version, type: z.literal("commit") });

export const logEntry = z.discriminatedUnion("type", [operationEntry, subjectEntry, segmentEntry, commitEntry]);

/** One line: the entry, its number in the file from 0, and the SHA-256 of the line before it. */
export const logLine = z.strictObject({ entry: logEntry, n: z.int().nonnegative(), prev: sha256Hex });

export type OperationEntry = z.infer<typeof operationEntry>;
export type SubjectEntry = z.infer<typeof subjectEntry>;
export type SegmentState = z.infer<typeof segmentState>;
export type SegmentEntry = z.infer<typeof segmentEntry>;
export type LogEntry = z.infer<typeof logEntry>;

/** Canonical JSON of the commit entry: a commit's line has no byte that is not fixed by the lines before it. */
export const commitText = canonicalJson({ v: 1, type: "commit" } satisfies z.infer<typeof commitEntry>);

/** A line without its newline. Canonical as a whole, because `entryText` is and the three names are in order. */
export function lineText(entryText: string, n: number, prev: string): string {
  return `{"entry":${entryText},"n":${n},"prev":"${prev}"}`;
}

/** SHA-256, hexadecimal. */
export function hashOf(bytes: string | Uint8Array): string {
  return createHash("sha256").update(bytes).digest("hex");
}

/** Names of instances, which are names of folders. */
export const instancePattern = /^[a-z0-9][a-z0-9-]{0,39}$/;

/** `<calendar year, UTC>-<sequence in that year, from 1>.jsonl` */
export function segmentName(year: number, sequence: number): string {
  return `${year}-${String(sequence).padStart(6, "0")}.jsonl`;
}

/** Year and sequence of a segment's name; null for other files. */
export function parseSegmentName(name: string): { readonly year: number; readonly sequence: number } | null {
  const parts = /^(\d{4})-(\d{6,})\.jsonl$/.exec(name);
  return parts === null ? null : { year: Number(parts[1]), sequence: Number(parts[2]) };
}

/** The segments among these names, in the order in which they were written. */
export function segmentsInOrder(names: readonly string[]): readonly string[] {
  return names
    .flatMap((name) => {
      const parts = parseSegmentName(name);
      return parts === null ? [] : [{ name, ...parts }];
    })
    .sort((left, right) => left.year - right.year || left.sequence - right.sequence)
    .map(({ name }) => name);
}
