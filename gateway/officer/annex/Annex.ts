import { readFileSync } from "node:fs";
import { parse } from "yaml";
import { z } from "zod";
import { officeKinds } from "../../../schema/offices.ts";

const answer = z.enum(["yes", "no", "unclear"]);
const recipients = z.record(z.string(), answer);

const table = z.object({
  no: z.string(),
  title: z.string(),
  /** narrow: immigration authorities alone are named; wide and generic: others beside them. */
  abhWording: z.enum(["narrow", "wide", "generic"]),
  items: z.array(z.object({ letter: z.string().nullable(), text: z.string() })),
  /** Recipient → answer for persons who are no citizens of the Union. */
  recipients,
  /** Recipient → the letters of column A that alone it may get; absent: all. */
  letters: z.record(z.string(), z.string()),
  /** Groups of persons with answers of their own; a group that is missing has no such datum in the register. */
  personGroups: z.array(z.object({ group: z.string(), recipients, purposeLimit: z.string().nullable() })),
});

const mapping = z.strictObject({
  recipients: z.record(
    z.enum(officeKinds),
    z.strictObject({
      key: z.string().nullable(),
      extended: z.boolean().default(false),
      compared: z.boolean().default(true),
      why: z.string(),
    }),
  ),
  categories: z.record(z.string(), z.record(z.string(), z.array(z.string()))),
  madeHere: z.array(z.string()),
  notInRegister: z.record(z.string(), z.string()),
  tablesNotHeld: z.record(z.string(), z.string()),
});

const deviations = z.array(
  z.strictObject({
    office: z.enum(officeKinds),
    finding: z.enum(["NO", "UNCLEAR", "NARROW", "PURPOSE", "NO_RECIPIENT"]),
    /** Person group of the annex: `(1)`, `(2)` or `(3)`. */
    group: z.string(),
    tables: z.array(z.string()).min(1),
    reason: z.string().min(20),
  }),
);

export type AnnexTable = z.infer<typeof table>;
export type AnnexMapping = z.infer<typeof mapping>;
export type AnnexDeviation = z.infer<typeof deviations>[number];

function read(file: string): string {
  return readFileSync(new URL(file, import.meta.url), "utf8");
}

/** The annex of the AZRG-DV, how it stands to what is held here, and the deviations that somebody answers for. */
export const annex = {
  tables: z.object({ tables: z.array(table) }).parse(JSON.parse(read("../../../schema/reference/azrg-dv-annex.json")))
    .tables,
  mapping: mapping.parse(parse(read("mapping.yaml"))),
  deviations: deviations.parse(parse(read("deviations.yaml"))),
} as const;
