import { z } from "zod";
import { bands } from "./bands.ts";

const text = z.string().trim().min(1);
const bilingual = z.strictObject({ de: text, en: text });
/** YAML reads a cell such as `2` as a number. */
const cell = z.union([text, z.int().min(0).transform(String)]);
const cells = z.record(z.string(), cell).refine((row) => Object.keys(row).length > 0, {
  error: "A row names at least one fact.",
});
const day = z.iso.date();
const band = z.enum(bands);
const thresholds = z
  .strictObject({ middle: z.int(), high: z.int() })
  .refine(({ middle, high }) => middle < high, { error: "high stands above middle." });
const bandsOfRow = z.tuple([band, band, band]);

/** Shape of each kind of file in a version's folder. Parsed once at the edge; inside, a catalogue is whole. */
export const catalogueFiles = {
  catalogue: z.strictObject({
    version: text,
    validFrom: day,
    status: z.literal("DEMONSTRATION"),
    notice: bilingual,
    approvals: z
      .array(z.strictObject({ role: bilingual, on: day }))
      .refine((approvals) => new Set(approvals.map(({ role }) => role.de)).size >= 2, {
        error: "At least two roles approve a version, each named.",
      }),
  }),
  gates: z.strictObject({
    gates: z.array(
      z.strictObject({
        id: z.string().regex(/^G\d+$/),
        question: bilingual,
        norm: text,
        closes: z.array(cells).min(1),
        state: z.enum(["MINOR", "OUT_OF_SCOPE", "LEGAL_EXAMINATION_FIRST"]),
        band: band.nullable(),
      }),
    ),
    sufficientData: z.strictObject({
      id: z.string().regex(/^G\d+$/),
      question: bilingual,
      norm: text,
      knownWeightPercentMin: z.int().min(0).max(100),
    }),
  }),
  bands: z.strictObject({
    thresholds: z.strictObject({ A: thresholds, B: thresholds }),
    matrix: z.strictObject({ low: bandsOfRow, middle: bandsOfRow, high: bandsOfRow }),
  }),
  criterion: z.strictObject({
    id: z.string().regex(/^C-[AB]\d+$/),
    axis: z.enum(["A", "B"]),
    question: bilingual,
    reads: z.array(text).min(1),
    points: z.array(z.strictObject({ when: cells, points: z.int(), finding: text })).min(1),
    cap: z.int(),
    direction: z.enum(["RAISES", "LOWERS", "EITHER"]),
    norm: text,
    evidenceSource: text,
    kind: z.enum(["FACT", "ASSESSMENT"]),
    since: day,
    until: day.nullable(),
    proxyNote: text,
  }),
} as const;
