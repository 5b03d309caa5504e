import { and, eq, getTableColumns, sql } from "drizzle-orm";
import type { PgColumn } from "drizzle-orm/pg-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import codeListFile from "../../../schema/reference/codelists.json" with { type: "json" };
import * as tables from "../../../subgraphs/immigration/tables.ts";
import type { Blueprint } from "../../../subgraphs/population/Blueprint.ts";
import { calibrationFigure } from "../../../subgraphs/population/calibrationFigure.ts";
import { addDays } from "../../../subgraphs/shell/calendar/addDays.ts";
import { factEnd, personFact, relation } from "../../../subgraphs/shell/tables.ts";
import { blueprint, openWorld, type World } from "./world.ts";

const large = blueprint(1, { transferBlock: "LARGE", obligation: "ENFORCEABLE_FINAL" });
const pending = blueprint(2, { asylum: "FIRST_PENDING", asylumFileRef: "7000002-1" });
const union = blueprint(3, { legalRegime: "UNION_CITIZEN" });
const admitted = blueprint(4, { showcase: "admitted", obligation: "ENFORCEABLE_FINAL" });
const removable = Array.from({ length: 600 }, (_, index) =>
  blueprint(1000 + index, { obligation: "ENFORCEABLE_NOT_FINAL", conduct: "SERIOUS" }),
);
const persons = [large, pending, union, admitted, ...removable];

let world: World;

beforeAll(async () => {
  world = await openWorld(persons);
}, 120_000);

afterAll(() => world.close());

describe("The directory", () => {
  const relationsOf = async ({ personRef }: Blueprint) =>
    (await world.store.owner.select().from(relation).where(eq(relation.personRef, personRef)))
      .map(({ office, kind, caseRef }) => `${office} ${kind} ${caseRef}`)
      .sort();

  test("The authority holds the file, BAMF its procedure, and each person is its own subject", async () => {
    expect(await relationsOf(pending)).toEqual([
      "ABH_05554 OWN_FILE ABH-BOR-2",
      "BAMF OWN_ASYLUM_PROCEDURE 7000002-1",
      `SUBJECT:${pending.personRef} SELF ${pending.personRef}`,
    ]);
  });

  test("Of every toleration it is known when it ends", async () => {
    const tolerations = await world.store.owner.select().from(tables.toleration);
    const ends = new Map((await world.store.owner.select().from(factEnd)).map((row) => [row.reference, row.endsOn]));
    expect(tolerations.length).toBeGreaterThan(50);
    for (const { factId, validUntil, endedOn } of tolerations) {
      expect(ends.get(`${factId}@1`)).toBe(endedOn ?? addDays(validUntil, 1));
    }
  });

  test("Every relation began before the pilot", async () => {
    const rows = await world.store.owner.select().from(relation);
    expect(rows.filter(({ since }) => since >= "2026-03-01")).toEqual([]);
  });

  test("The large transfer block and the citizen of the Union stand there as facts of the person", async () => {
    const rows = await world.store.owner.select().from(personFact);
    expect(rows.map(({ personRef, kind, until }) => [personRef, kind, until]).sort()).toEqual([
      [large.personRef, "LARGE_TRANSFER_BLOCK", null],
      [union.personRef, "UNION_CITIZEN", null],
    ]);
  });
});

describe("The rows", () => {
  test("A person under the large transfer block has the rows of any other", async () => {
    const [obligation] = await world.store.owner
      .select()
      .from(tables.obligationToLeave)
      .where(eq(tables.obligationToLeave.personRef, large.personRef));
    expect(obligation).toMatchObject({ exists: true, enforceable: true, finality: "FINAL" });
  });

  test("The person of the admitted case has a planned removal, a toleration, a removal threat and a document", async () => {
    const countOf = async (column: PgColumn) => world.store.owner.$count(column.table, eq(column, admitted.personRef));
    expect(
      await Promise.all(
        [tables.plannedRemoval, tables.toleration, tables.removalThreat, tables.travelDocument].map(({ personRef }) =>
          countOf(personRef),
        ),
      ),
    ).toEqual([1, 1, 1, 1]);
  });

  const coded: readonly [string, PgColumn][] = [
    ["uebermittlungssperre", tables.transferBlock.code],
    ["aufenthaltsstatus", tables.residenceStatus.code],
    ["ausweisung", tables.expulsion.code],
    ["abschiebung", tables.removalThreat.code],
    ["einreiseaufenthaltsverbot", tables.entryBan.code],
    ["duldung", tables.toleration.reasonCode],
    ["asylstatus", tables.asylumProcedure.statusCode],
    ["peb-verfahrensstatus", tables.identityClarification.statusCode],
    ["geschlecht", tables.person.sex],
  ];

  test.each(coded)("Every code of %s is in the official list and in use", async (list, column) => {
    const used = await world.store.owner.selectDistinct({ code: sql<string>`${column}` }).from(column.table);
    const entries = codeListFile.lists.find(({ id }) => id === list)?.entries ?? [];
    const current = new Set(entries.filter(({ deprecated }) => !deprecated).map(({ code }) => code));
    expect(used.length).toBeGreaterThan(0);
    expect(used.filter(({ code }) => !current.has(code))).toEqual([]);
  });

  test("Tolerations and their grounds come near the published shares", async () => {
    const valid = and(sql`${tables.toleration.validUntil} >= '2026-06-15'`, sql`person_ref >= 'P-TEST00001000'`);
    const tolerated = await world.store.owner.$count(tables.toleration, valid);
    const missing = await world.store.owner.$count(
      tables.toleration,
      and(valid, eq(tables.toleration.reasonCode, "16")),
    );
    expect(tolerated / removable.length).toBeCloseTo(calibrationFigure("C14") / calibrationFigure("C13"), 1);
    expect(missing / tolerated).toBeCloseTo(calibrationFigure("C16") / 100, 1);
  });

  test("What a score must not look at does not change when conduct and status do", async () => {
    const changed = removable
      .slice(0, 50)
      .map((each) => ({ ...each, conduct: "NONE" as const, obligation: "NONE" as const }));
    const other = await openWorld(changed);
    const origin = {
      citizenships: tables.person.citizenships,
      sex: tables.person.sex,
      religion: tables.person.religion,
    };
    const names = { familyName: tables.person.familyName, givenNames: tables.person.givenNames };
    const first = (store: World["store"]) =>
      store.owner
        .select({ ...origin, ...names })
        .from(tables.person)
        .where(sql`person_ref BETWEEN 'P-TEST00001000' AND 'P-TEST00001049'`)
        .orderBy(tables.person.personRef);
    const [before, after] = [await first(world.store), await first(other.store)];
    await other.close();
    expect(before).toHaveLength(50);
    expect(after).toEqual(before);
  });

  test("The same blueprints give the same rows, but for tags, whose keys are drawn anew", async () => {
    const { tag: _tag, ...untagged } = getTableColumns(tables.removalThreat);
    const other = await openWorld(removable.slice(0, 20));
    const rows = (store: World["store"]) =>
      store.owner
        .select(untagged)
        .from(tables.removalThreat)
        .where(sql`person_ref BETWEEN 'P-TEST00001000' AND 'P-TEST00001019'`)
        .orderBy(tables.removalThreat.factId);
    const [before, after] = [await rows(world.store), await rows(other.store)];
    await other.close();
    expect(before.length).toBeGreaterThan(0);
    expect(after).toEqual(before);
  });
});
