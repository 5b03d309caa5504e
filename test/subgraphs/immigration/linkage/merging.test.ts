import { eq } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { linkageForm, person, toleration } from "../../../../subgraphs/immigration/tables.ts";
import { factEnd, personFact, personMerge, relation } from "../../../../subgraphs/shell/tables.ts";
import { givenFact } from "../givenFact.ts";
import { type LinkageWorld, openLinkageWorld } from "./linkageWorld.ts";

let world: LinkageWorld;
beforeAll(async () => {
  world = await openLinkageWorld();
});
beforeEach(() => world.forgetAll());
afterAll(() => world.close());

/** Ruqayya Zaidan on file, and again, by a decision that was wrong, under a name at marriage, with a toleration; a question leads to both. */
async function twiceOnFile() {
  const first = await world.announce();
  const second = await world.announce({
    familyName: "Saleh",
    fileRef: "K-2/26",
    competentAuthority: "ABH_05315",
    placeOfBirth: null,
  });
  await world.act("clearing", "decideIdentity", { ticket: second });
  const [personRef, duplicateRef] = [
    (await world.ticket(first)).personRef ?? "",
    (await world.ticket(second)).personRef ?? "",
  ];
  await world.store.owner.insert(toleration).values({
    ...givenFact(duplicateRef, "TL-1", "2026-01-10"),
    reasonCode: "16",
    validUntil: "2026-12-31",
  });
  const ticket = await world.announce({ familyName: "Saleh", birthName: "Zaidan" }, "lka");
  return { first, second, ticket, personRef, duplicateRef };
}

/** All that a merge could touch, as it stands. */
async function contents() {
  const { owner } = world.store;
  const ties = (await owner.select().from(relation)).filter(({ kind }) => kind !== "CLEARING_CANDIDATE");
  return {
    persons: (await owner.select().from(person))
      .map(({ personRef, familyName }) => `${personRef} ${familyName}`)
      .sort(),
    forms: (await owner.select().from(linkageForm)).map(({ personRef, keys }) => [personRef, [...keys].sort()]).sort(),
    ties: ties.map((tie) => JSON.stringify(tie)).sort(),
    facts: (await owner.select().from(personFact)).map((fact) => JSON.stringify(fact)).sort(),
    tolerations: (await owner.select().from(toleration)).map(({ personRef }) => personRef),
  };
}

describe("A merge", () => {
  test("is asked for of two candidates of one question, with a reason", async () => {
    const { ticket, personRef, duplicateRef } = await twiceOnFile();
    expect(new Set((await world.questions("clearing")).get(ticket))).toEqual(new Set([personRef, duplicateRef]));
    expect(await world.act("clearing", "mergePersons", { ticket, personRef, duplicateRef })).toMatchObject({
      act: "MERGED",
      by: "CLEARING-07",
    });
  });

  test("moves facts as new versions, points tickets, and leaves one person, found by the names of both", async () => {
    const { second, ticket, personRef, duplicateRef } = await twiceOnFile();
    await world.act("clearing", "mergePersons", { ticket, personRef, duplicateRef });
    const { persons, tolerations, ties } = await contents();
    expect([persons, tolerations]).toEqual([[`${personRef} Zaidan`], [personRef]]);
    expect(await world.ticket(second)).toMatchObject({ personRef, version: 3 });
    const [fact] = await world.store.owner.select().from(toleration);
    expect(fact?.version).toBe(2);
    expect((await world.store.owner.select().from(factEnd)).map(({ reference }) => reference)).toContain("TL-1@1");
    expect(ties.filter((tie) => tie.includes("ABH_05315"))).toEqual([expect.stringContaining(personRef)]);
    const [merged] = await world.store.owner.select().from(personMerge);
    expect(merged).toMatchObject({ fromRef: duplicateRef, intoRef: personRef, undoneAt: null });
    const later = await world.announce({ familyName: "Saleh" });
    expect((await world.ticket(later)).personRef).toBe(personRef);
  });

  test("that is undone leaves everything as it was, tickets included, and says so in the directory", async () => {
    const { second, ticket, personRef, duplicateRef } = await twiceOnFile();
    const before = await contents();
    const merge = await world.act("clearing", "mergePersons", { ticket, personRef, duplicateRef });
    expect(await contents()).not.toEqual(before);
    const undone = await world.act("clearing", "undoMerge", { act: typeof merge === "string" ? merge : merge.id });
    expect(undone).toMatchObject({ act: "MERGE_UNDONE" });
    expect(await contents()).toEqual(before);
    expect(await world.ticket(second)).toMatchObject({ personRef: duplicateRef, version: 4 });
    const [merged] = await world.store.owner.select().from(personMerge);
    expect(merged?.undoneAt).not.toBe(null);
  });

  test("leaves with who stays what came since, but for what came with a ticket of the other", async () => {
    const { ticket, personRef, duplicateRef } = await twiceOnFile();
    const merge = await world.act("clearing", "mergePersons", { ticket, personRef, duplicateRef });
    await world.store.owner.insert(toleration).values({
      ...givenFact(personRef, "TL-2", "2026-03-10"),
      reasonCode: "16",
      validUntil: "2026-12-31",
    });
    await world.act("clearing", "undoMerge", { act: typeof merge === "string" ? merge : merge.id });
    const rows = await world.store.owner.select().from(toleration);
    expect(new Map(rows.map((row) => [row.factId, row.personRef]))).toEqual(
      new Map([
        ["TL-1", duplicateRef],
        ["TL-2", personRef],
      ]),
    );
  });

  test("takes a large transfer block over, and gives it back", async () => {
    const { ticket, personRef, duplicateRef } = await twiceOnFile();
    await world.store.owner.delete(personFact);
    await world.block(duplicateRef);
    expect(await world.act("clearing", "mergePersons", { ticket, personRef, duplicateRef })).toBe("NOT_FOUND");
    const asked = await world.announce({ familyName: "Saleh", birthName: "Zaidan" }, "borken");
    const merge = await world.act("blocked", "mergePersons", { ticket: asked, personRef, duplicateRef });
    const blockedNow = await world.store.owner
      .select()
      .from(personFact)
      .where(eq(personFact.kind, "LARGE_TRANSFER_BLOCK"));
    expect(blockedNow.map((fact) => fact.personRef)).toEqual([personRef]);
    await world.act("blocked", "undoMerge", { act: typeof merge === "string" ? merge : merge.id });
    const blockedThen = await world.store.owner
      .select()
      .from(personFact)
      .where(eq(personFact.kind, "LARGE_TRANSFER_BLOCK"));
    expect(blockedThen.map((fact) => fact.personRef)).toEqual([duplicateRef]);
  });

  test.each<readonly [what: string, input: (given: Awaited<ReturnType<typeof twiceOnFile>>) => object, code: string]>([
    [
      "of a person with itself",
      ({ ticket, personRef }) => ({ ticket, personRef, duplicateRef: personRef }),
      "INVALID_INPUT",
    ],
    [
      "with somebody who is no candidate",
      ({ ticket, personRef }) => ({ ticket, personRef, duplicateRef: "P-NOBODY000000" }),
      "NOT_FOUND",
    ],
    [
      "under a ticket that is decided",
      ({ first, personRef, duplicateRef }) => ({ ticket: first, personRef, duplicateRef }),
      "NOT_FOUND",
    ],
  ])("%s is refused", async (_what, input, code) => {
    const given = await twiceOnFile();
    const before = await contents();
    expect(await world.act("clearing", "mergePersons", input(given))).toBe(code);
    expect(await contents()).toEqual(before);
  });

  test("is undone once, by the office that made it", async () => {
    const { ticket, personRef, duplicateRef } = await twiceOnFile();
    const merge = await world.act("clearing", "mergePersons", { ticket, personRef, duplicateRef });
    const act = typeof merge === "string" ? merge : merge.id;
    expect(await world.act("blocked", "undoMerge", { act })).toBe("NOT_FOUND");
    expect(await world.act("clearing", "undoMerge", { act })).toMatchObject({ act: "MERGE_UNDONE" });
    expect(await world.act("clearing", "undoMerge", { act })).toBe("CONFLICT");
  });
});
