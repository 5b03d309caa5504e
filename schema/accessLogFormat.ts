import { hash } from "node:crypto";
import { z } from "zod";
import { canonicalJson } from "./canonicalJson.ts";

// The access log on disk, shared by its writer (gateway) and its reader (audit subgraph). docs/access-log.md tells it to outsiders.

/** Longest line in bytes without its newline: what one entry of a tile log (C2SP tlog-tiles) can hold. */
export const lineBytesMax = 65_535;

const version = z.literal(1);
const sha256Hex = z.string().regex(/^[0-9a-f]{64}$/);
const instant = z.iso.datetime({ precision: 3 });
const words = z.array(z.string()).readonly();

/** Kinds of processing that are put on record, § 76 (1) BDSG. */
export const processingKinds = ["COLLECT", "ALTER", "QUERY", "DISCLOSE", "COMBINE", "ERASE"] as const;

/** Name of a row of the shard's key table: what stands behind it can be erased. Null: there is nothing to name. */
const token = z.string().regex(/^[A-Za-z0-9_-]{43}$/);
const positions = z.array(z.int().nonnegative()).readonly();

/** What was decided of an operation. Operations with the same decision refer to one entry. */
export const decisionEntry = z.strictObject({
  v: version,
  type: z.literal("decision"),
  /** SHA-256 of the canonical JSON of this entry without `id`. */
  id: sha256Hex,
  policyVersion: z.string(),
  /** Coordinates in the order of their code units, each with the ids of the rules that allowed it. */
  allowed: z.array(z.strictObject({ coordinate: z.string(), rules: words })).readonly(),
  /** Coordinates that no record can change, and the prohibitions that applied; empty where no rule granted it. */
  withheld: z.array(z.strictObject({ coordinate: z.string(), category: z.string(), prohibitions: words })).readonly(),
  /** Coordinates that are only tested, by a filter, an order or a cursor. */
  tested: words,
  /** Categories that scoring combines. */
  combined: words,
});

/** One request: who asked, what for, and how it ended. */
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
  /** Requests that this entry stands for: more than one only where they were refused as too many. */
  count: z.int().positive(),
  kinds: z.array(z.enum(processingKinds)).readonly(),
  /** Staff id; `SUBJECT:<token>` where a data subject asks for itself. */
  actor: z.string(),
  responsiblePerson: z.string(),
  office: z.string(),
  role: z.string(),
  /** Office to which the answer went, or `SUBJECT:<token>`; null where none did. */
  recipient: z.string().nullable(),
  purpose: z.string().nullable(),
  purposeCode: z.string().nullable(),
  case: token.nullable(),
  /** Tokens of the cases that were asked for in the operation, whether there are such cases or not. */
  askedCases: z.array(token).readonly(),
  reason: token.nullable(),
  operationName: z.string().nullable(),
  /** SHA-256 of the operation's text without values; null where no operation was read. */
  operationHash: sha256Hex.nullable(),
  /** Id of a trusted document; null for others. */
  document: z.string().nullable(),
  policyVersion: z.string(),
  /** Versions of the criteria by which what was shown was assessed, separated by spaces; null where nothing of an assessment was. */
  catalogueVersion: z.string().nullable(),
  /** Id of the decision, which stands before this entry; null where nothing was decided. */
  decision: sha256Hex.nullable(),
  /** Coordinates that a subgraph gave and should have held back, each once: the gateway did, and nothing of them was disclosed. */
  incidents: words,
  /** Positions, from 0, in the decision's `withheld`: what was asked for in fact. */
  withheld: positions,
  /** W3C trace id. */
  trace: z
    .string()
    .regex(/^[0-9a-f]{32}$/)
    .nullable(),
  /** Number of subject entries that follow this one. */
  subjects: z.int().nonnegative(),
});

/** What one operation disclosed of one data subject. More than one where it does not fit into one. */
export const subjectEntry = z.strictObject({
  v: version,
  type: z.literal("subject"),
  /** Id of the operation entry above. */
  operation: z.string().min(1),
  /** Null: what concerns no single person. */
  subject: token.nullable(),
  /** Positions, from 0, in the decision's `allowed`: what was disclosed. */
  disclosed: positions,
  /** Positions in the decision's `allowed`: allowed on other records and withheld on one of this subject. */
  withheld: positions,
  /** Versions of facts from which it was disclosed: id, version, tag, positions in the decision's `allowed`. */
  facts: z.array(z.tuple([z.string(), z.int().positive(), z.string(), positions])).readonly(),
});

/** Somebody who could not be identified, or whose statements could not be read. */
export const identificationEntry = z.strictObject({
  v: version,
  type: z.literal("identification"),
  id: z.string().min(1),
  at: instant,
  recordedAt: instant,
  /** Error code. */
  code: z.string(),
  /** Failures of this code since the entry before, this one included. */
  count: z.int().positive(),
  trace: z
    .string()
    .regex(/^[0-9a-f]{32}$/)
    .nullable(),
});

/** Rows of the key table were erased: what the tokens named is not known any more. */
export const erasureEntry = z.strictObject({
  v: version,
  type: z.literal("erasure"),
  id: z.string().min(1),
  at: instant,
  recordedAt: instant,
  /** Who had it erased, by staff id. */
  actor: z.string(),
  /** Norm or order. */
  because: z.string(),
  tokens: z.array(token).readonly(),
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
  /** Leaves of the shard's tree before this segment: entries, without segments and commits. */
  treeSize: z.int().nonnegative(),
  /** The segment that this one continues, and empty ones between; empty for the first of an instance. */
  follows: z
    .array(
      segmentState.extend({
        /** Lines whose receipt was given out; null where the process that knew is gone. */
        acknowledged: z.int().nonnegative().nullable(),
        /** What stood behind them after a write that failed, and was cut off before this segment began; null for nothing. */
        cut: z.strictObject({ bytes: z.int().positive(), hash: sha256Hex }).nullable(),
      }),
    )
    .readonly(),
});

/** Ends a group of lines that were written and synced together. What no commit follows was never acknowledged. */
export const commitEntry = z.strictObject({ v: version, type: z.literal("commit") });

export const logEntry = z.discriminatedUnion("type", [
  decisionEntry,
  operationEntry,
  subjectEntry,
  identificationEntry,
  erasureEntry,
  segmentEntry,
  commitEntry,
]);

/** One line: the entry, its number in the file from 0, and the SHA-256 of the line before it. */
export const logLine = z.strictObject({ entry: logEntry, n: z.int().nonnegative(), prev: sha256Hex });

export type ProcessingKind = (typeof processingKinds)[number];
export type DecisionEntry = z.infer<typeof decisionEntry>;
export type IdentificationEntry = z.infer<typeof identificationEntry>;
export type ErasureEntry = z.infer<typeof erasureEntry>;
export type OperationEntry = z.infer<typeof operationEntry>;
export type SubjectEntry = z.infer<typeof subjectEntry>;
export type SegmentState = z.infer<typeof segmentState>;
export type SegmentEntry = z.infer<typeof segmentEntry>;
export type LogEntry = z.infer<typeof logEntry>;

/** Canonical JSON of the commit entry: a commit's line has no byte that is not fixed by the lines before it. */
export const commitText = canonicalJson({ v: 1, type: "commit" } satisfies z.infer<typeof commitEntry>);

/** What stands in a line before the text of its entry. */
export const lineHead = '{"entry":';

/** A line without its newline. Canonical as a whole, because `entryText` is and the three names are in order. */
export function lineText(entryText: string, n: number, prev: string): string {
  return `${lineHead}${entryText},"n":${n},"prev":"${prev}"}`;
}

/** SHA-256, hexadecimal. */
export function hashOf(bytes: string | Uint8Array): string {
  return hash("sha256", bytes, "hex");
}

/** Whether an entry is a leaf of the tree; the others only hold the journal together. */
export function isLeaf({ type }: LogEntry): boolean {
  return type !== "segment" && type !== "commit";
}

/** Id of a decision: SHA-256 of the canonical JSON of everything else in its entry. */
export function decisionId(entry: Omit<DecisionEntry, "id">): string {
  return hashOf(canonicalJson(entry));
}
