import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { z } from "zod";
import { erasableDates } from "../../../subgraphs/criminal-records/erasure/erasableDates.ts";
import { erasureTable } from "../../../subgraphs/criminal-records/erasure/erasureTable.ts";
import { erasureTerm } from "../../../subgraphs/criminal-records/erasure/erasureTerm.ts";
import { ripeFrom } from "../../../subgraphs/criminal-records/erasure/ripeFrom.ts";
import { usableEntries } from "../../../subgraphs/criminal-records/erasure/usableEntries.ts";
import { addDays } from "../../../subgraphs/shell/calendar/addDays.ts";
import { entryOf } from "./entryOf.ts";

const exampleEntry = z.strictObject({
  kind: z.enum(["GELDSTRAFE", "FREIHEITSSTRAFE", "JUGENDSTRAFE"]),
  firstJudgment: z.iso.date(),
  dayFines: z.int().optional(),
  months: z.int().optional(),
  probation: z.boolean().optional(),
  probationRevoked: z.boolean().optional(),
  stigmaRemoved: z.boolean().optional(),
  enforcementDone: z.iso.date().optional(),
  gesamtstrafe: z.iso.date().optional(),
  offences: z.array(z.string()).optional(),
});

const reference = z.object({
  rows: z.array(
    z.object({
      order: z.int(),
      clause: z.string(),
      years: z.int().nullable(),
      extension: z.string(),
      result: z.string().optional(),
    }),
  ),
  examples: z.array(
    z.object({
      id: z.string(),
      title: z.string(),
      doubt: z.boolean(),
      register: z.array(exampleEntry),
      expected: z.object({
        perConviction: z.array(z.object({ clause: z.string(), ownErasableFrom: z.iso.date().nullable() })),
        erasableFrom: z.iso.date().nullable(),
        unusableFrom: z.iso.date().nullable(),
      }),
    }),
  ),
});

const file = new URL("../../../schema/reference/bzrg-tilgung.json", import.meta.url);
const { rows, examples } = reference.parse(JSON.parse(readFileSync(file, "utf8")));

/** A day on which every example's enforcement is settled and no example has entries to come. */
const later = "2026-06-15";
const penalties = { GELDSTRAFE: "FINE", FREIHEITSSTRAFE: "IMPRISONMENT", JUGENDSTRAFE: "YOUTH_SENTENCE" } as const;

function registerOf(register: (typeof examples)[number]["register"]) {
  return register.map((each) =>
    entryOf({
      firstJudgmentOn: each.firstJudgment,
      finalOn: each.gesamtstrafe ?? each.firstJudgment,
      penalty: penalties[each.kind],
      dayFines: each.dayFines ?? null,
      sentenceMonths: each.months ?? 0,
      suspended: each.probation ?? false,
      suspensionRevokedOn: each.probationRevoked ? each.firstJudgment : null,
      stigmaRemovedOn: each.stigmaRemoved ? each.firstJudgment : null,
      enforcementSettledOn: each.enforcementDone ?? each.firstJudgment,
      provisions: (each.offences ?? []).map((section) => `§ ${section} StGB`),
    }),
  );
}

test("The erasure table has the rows of the reference: order, clause, years and extension", () => {
  const extensions = new Map([
    ["none", "NONE"],
    ["+ sentence", "SENTENCE"],
    ["+ sentence (§ 46 Abs. 3 S. 1)", "SENTENCE"],
    ["+ Jugendstrafe if Jugendstrafe > 1 y (§ 46 Abs. 3 S. 2)", "YOUTH_SENTENCE_OVER_ONE_YEAR"],
  ]);
  expect(erasureTable.map(({ fits: _, ...row }) => row)).toEqual(
    rows.map(({ order, clause, years, extension }) => ({ order, clause, years, extension: extensions.get(extension) })),
  );
});

describe.each(examples)("$id: $title (doubtful: $doubt)", ({ register, expected }) => {
  const entries = registerOf(register);

  test("each entry falls under its clause and is ripe by itself on its day", () => {
    const found = entries.map((entry) => {
      const position = { entry, others: entries.filter((other) => other !== entry), date: later };
      return { clause: erasureTerm(position).clause, ownErasableFrom: ripeFrom(position) };
    });
    const wanted = expected.perConviction.map(({ clause, ownErasableFrom }) => ({
      clause: clause.replace(/ \(Fall.*\)$/, ""),
      ownErasableFrom,
    }));
    expect(found).toEqual(wanted);
  });

  test(`the last entry is to be erased on ${expected.erasableFrom ?? "no day"}`, () => {
    const days = [...erasableDates(entries, later).values()];
    expect(days).toHaveLength(entries.length);
    expect(days.includes(null) ? null : days.toSorted().at(-1)).toBe(expected.erasableFrom);
  });

  test(`something may be told the day before ${expected.unusableFrom ?? "no day"}, unless the stigma was removed, and nothing from then on`, () => {
    const hasStigma = entries.some(({ stigmaRemovedOn }) => stigmaRemovedOn === null);
    const from = expected.unusableFrom ?? "2126-01-01";
    expect(usableEntries(entries, addDays(from, -1)).length > 0).toBe(hasStigma);
    expect(usableEntries(entries, from)).toHaveLength(expected.unusableFrom === null ? entries.length : 0);
  });
});

test("T27, the reading taken here: the first fine is to be erased on its own day, for the second judgment came after it", () => {
  const t27 = examples.find(({ id }) => id === "T27");
  expect([...erasableDates(registerOf(t27?.register ?? []), later).values()]).toEqual(["2020-02-01", "2025-10-01"]);
});
