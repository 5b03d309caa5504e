import { z } from "zod";

const forms = ["DD.MM.YYYY", "YYYY-MM-DD", "YYYYMMDD", "DD.MM.YY", "MM.YYYY", "YYYY-MM", "YYYY", "EXCEL"] as const;

/**
 * Where a value comes from, and how it is read. Of `columns` the first that is not empty counts, unless `join` puts all together.
 * `required: false`: an empty value is left out.
 */
const source = z.union([
  z.strictObject({ value: z.union([z.string(), z.boolean()]) }),
  z.strictObject({
    columns: z.array(z.string().min(1)).min(1),
    join: z.string().optional(),
    as: z.enum(["text", "day", "partial-day", "instant", "whole", "yes-no", "list"]).default("text"),
    forms: z.array(z.enum(forms)).default(["YYYY-MM-DD"]),
    /** Code of the sender → value of the contract. With it, any other code is a fault. */
    codes: z.record(z.string(), z.string()).optional(),
    /** Of a list: what stands between its members. */
    separator: z.string().default(","),
    yes: z.array(z.string()).default(["true", "1"]),
    no: z.array(z.string()).default(["false", "0"]),
    required: z.boolean().default(true),
    charactersMax: z.number().int().positive().default(200),
  }),
]);

const fields = z.record(z.string(), source);

const fact = z.strictObject({
  action: z.enum(["SUPPLY", "RESTRICT", "RELEASE", "ERASE"]).default("SUPPLY"),
  subgraph: z.enum(["criminal-records", "immigration"]),
  kind: z.string(),
  /** Police data: without a label it is refused at reading, and nothing of it is kept. */
  police: z.boolean().default(false),
  /** Applies to items whose column has one of these values; to all by default. */
  only: z.strictObject({ column: z.string(), in: z.array(z.string()) }).optional(),
  envelope: fields,
  values: fields.default({}),
  /** Of a conviction: its offences, one a repetition of the element of that path. */
  below: z.strictObject({ field: z.string(), element: z.string(), values: fields }).optional(),
});

/** A profile: what the columns or elements of a system's export mean. Data, with no code of its own. */
export const Profile = z
  .strictObject({
    name: z.string().regex(/^[a-z][a-z0-9-]{1,60}$/),
    version: z.string().min(1).max(40),
    german: z.string(),
    /** Public standard that it is shaped by, with its version, or that there is none. */
    standard: z.string(),
    format: z.enum(["CSV", "XLSX", "XML"]),
    encoding: z.enum(["UTF-8", "ISO-8859-1"]).default("UTF-8"),
    delimiter: z.string().length(1).default(";"),
    /** XML: file of the schema beside the profile, and the elements of a message that are facts, each with its path below the root. */
    schema: z.string().optional(),
    elements: z.array(z.string()).default([]),
    person: fields,
    facts: z.array(fact).min(1),
  })
  .readonly();
export type Profile = z.infer<typeof Profile>;
export type Source = z.infer<typeof source>;
export type FactProfile = z.infer<typeof fact>;
