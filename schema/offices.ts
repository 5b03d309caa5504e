import { readFileSync } from "node:fs";
import { parse } from "yaml";
import { z } from "zod";

/** Kind of office: what rules name. */
export const officeKinds = [
  "RRK",
  "ZAB",
  "ABH",
  "LKA",
  "LZPD",
  "POLICE",
  "PROSECUTION",
  "PRISON",
  "BAMF",
  "MINISTRY",
  "DATA_PROTECTION",
  "EVALUATION",
  "DATA_SUBJECT",
  "CLEARING",
  "CLEARING_BLOCKED",
] as const;

export type OfficeKind = (typeof officeKinds)[number];

export interface OfficeEntry {
  /** Stable id, for example `ABH_05554`. */
  readonly id: string;
  readonly kind: OfficeKind;
  /** Official name (German). */
  readonly name: string;
  /** Administrative region (Regierungsbezirk); null outside the regions. */
  readonly region: string | null;
}

const named = z.object({ id: z.string(), name: z.string(), regierungsbezirk: z.string().optional() });
const reference = z.object({
  rrk: z.array(named),
  zab: z.array(named),
  auslaenderbehoerden: z.array(named.extend({ authority: z.string() })),
  staatsanwaltschaften: z.array(named),
  justizvollzug: z.array(z.object({ xjustizId: z.string(), name: z.string() })),
});
const further = z.array(
  z.strictObject({
    id: z.string(),
    kind: z.enum(officeKinds),
    name: z.string(),
    region: z.string().nullable(),
    source: z.string(),
  }),
);

function read(file: string): string {
  return readFileSync(new URL(file, import.meta.url), "utf8");
}

function entry(id: string, kind: OfficeKind, name: string, region: string | undefined | null): OfficeEntry {
  return { id, kind, name, region: region ?? null };
}

/** All offices by id: those of the official list (`reference/nrw-authorities.json`) and those of `offices.yaml`. */
export const offices: ReadonlyMap<string, OfficeEntry> = (() => {
  const list = reference.parse(JSON.parse(read("reference/nrw-authorities.json")));
  const all = [
    ...list.rrk.map((each) => entry(each.id, "RRK", each.name, each.regierungsbezirk)),
    ...list.zab.map((each) => entry(each.id, "ZAB", each.name, each.regierungsbezirk)),
    ...list.auslaenderbehoerden.map((each) => entry(each.id, "ABH", each.authority, each.regierungsbezirk)),
    ...list.staatsanwaltschaften.map((each) => entry(each.id, "PROSECUTION", each.name, null)),
    ...list.justizvollzug.map((each) => entry(`JVA_${each.xjustizId}`, "PRISON", each.name, null)),
    ...further.parse(parse(read("offices.yaml"))).map((each) => entry(each.id, each.kind, each.name, each.region)),
  ];
  return new Map(all.map((each) => [each.id, each]));
})();
