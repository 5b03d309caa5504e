import { sql, TransactionRollbackError } from "drizzle-orm";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { immigration } from "../../../subgraphs/immigration/subgraph.ts";
import type { Blueprint } from "../../../subgraphs/population/Blueprint.ts";
import { blueprintAt } from "../../../subgraphs/population/blueprintAt.ts";
import { populate } from "../../../subgraphs/population/populate.ts";
import { readPopulation } from "../../../subgraphs/population/readPopulation.ts";
import { roster } from "../../../subgraphs/roster.ts";
import type { Store } from "../../../subgraphs/shell/openStore.ts";
import { readRows } from "../../../subgraphs/shell/readRows.ts";
import type { Subgraph } from "../../../subgraphs/shell/Subgraph.ts";
import { openEmptyStore } from "../openEmptyStore.ts";
import { contents, type TableContents } from "./contents.ts";

const sixty = { seed: 7, persons: 60 };
const opened: Store[] = [];
/** Holds the sixty, and no test changes it. */
let finished: Store;
let uninterrupted: Readonly<Record<string, TableContents>>;

async function open(): Promise<Store> {
  const store = await openEmptyStore();
  opened.push(store);
  return store;
}

async function populated(parameters: { seed: number; persons: number }): Promise<Store> {
  const store = await open();
  await populate(store, parameters, () => {});
  return store;
}

function stop(): never {
  throw new Error("Interrupted.");
}

/** All subgraphs, the last of which fails at the batch with this person, after the others have written theirs. */
function failingAt(index: number): readonly Subgraph[] {
  const last = roster.at(-1) ?? stop();
  const fail = async (_: unknown, people: readonly Blueprint[]) => {
    if (people.some((person) => person.index === index)) stop();
  };
  return [...roster.slice(0, -1), { ...last, populate: fail }];
}

beforeAll(async () => {
  finished = await openEmptyStore();
  await populate(finished, sixty, () => {});
  uninterrupted = await contents(finished);
});
afterAll(() => finished.close());

afterEach(async () => {
  for (const store of opened.splice(0)) await store.close();
});

describe("a population of 60 persons", () => {
  it("has the same rows in every table when it is made twice from seed 7, and others from seed 8", async () => {
    expect(uninterrupted["immigration.person"]?.rows).toBe(60);
    expect(await contents(await populated(sixty))).toEqual(uninterrupted);
    const other = await contents(await populated({ seed: 8, persons: 60 }));
    expect(other["immigration.person"]?.digest).not.toBe(uninterrupted["immigration.person"]?.digest);
    expect(other["criminal_records.conviction"]?.digest).not.toBe(uninterrupted["criminal_records.conviction"]?.digest);
    expect(other["casework.case"]?.digest).not.toBe(uninterrupted["casework.case"]?.digest);
  });

  it("interrupted after 25 persons goes on where it stopped, and ends with the rows of one that was not", async () => {
    const store = await open();
    await expect(populate(store, sixty, stop, { batch: 25 })).rejects.toThrow("Interrupted.");
    expect(await readPopulation(store.owner)).toEqual({ ...sixty, done: 25 });
    const told: number[] = [];
    await populate(store, sixty, (done) => told.push(done), { batch: 25 });
    expect(told).toEqual([50, 60]);
    expect(await contents(store)).toEqual(uninterrupted);
  });

  it("leaves nothing of a batch in any table when the last subgraph fails in it", async () => {
    const store = await open();
    await expect(populate(store, sixty, () => {}, { subgraphs: failingAt(30), batch: 25 })).rejects.toThrow(
      "Interrupted.",
    );
    const stopped = await open();
    await expect(populate(stopped, sixty, stop, { batch: 25 })).rejects.toThrow("Interrupted.");
    expect(await contents(store)).toEqual(await contents(stopped));
  });

  it("that is finished is not written again", async () => {
    await populate(finished, sixty, stop);
    expect(await contents(finished)).toEqual(uninterrupted);
  });

  it.each([
    ["another seed", { seed: 8, persons: 60 }],
    ["another size", { seed: 7, persons: 61 }],
  ])("refuses %s in the same store and says what to do", async (_, parameters) => {
    await expect(populate(finished, parameters, () => {})).rejects.toThrow(
      "The store holds the population --persons 60 --seed 7. Ask for that one, use another store, or replace it: npm run seed -- --fresh.",
    );
    expect(await contents(finished)).toEqual(uninterrupted);
  });

  it("is not mixed with persons that no population made", async () => {
    const store = await open();
    await store.owner.execute(
      sql`INSERT INTO directory.relation VALUES ('ABH_05554', 'P-0000000000ZZ', 'OWN_FILE', 'ABH-BOR-1/26', '2026-06-01', NULL)`,
    );
    await expect(populate(store, sixty, () => {})).rejects.toThrow(
      "The store holds persons who are not of a synthetic population. Use an empty store.",
    );
  });
});

describe("what a score must never look at", () => {
  const protectedColumns = sql.raw(
    "person_ref, family_name, birth_name, given_names, place_of_birth, citizenships, sex, religion",
  );

  /** Origins of sixty persons as they would be stored; they are not. */
  async function origins(store: Store, change: (person: Blueprint) => Blueprint): Promise<readonly unknown[]> {
    const people = Array.from({ length: 60 }, (_, index) => change(blueprintAt(7, index)));
    let found: readonly unknown[] = [];
    const withdrawn = store.owner.transaction(async (transaction) => {
      await immigration.populate?.(transaction, people);
      found = await readRows(transaction, sql`SELECT ${protectedColumns} FROM immigration.person ORDER BY person_ref`);
      transaction.rollback();
    });
    await expect(withdrawn).rejects.toThrow(TransactionRollbackError);
    return found;
  }

  it("stays the same for every person when everybody's conduct is changed: names, origin, sex and religion", async () => {
    const store = await open();
    const asDrawn = await origins(store, (person) => person);
    expect(asDrawn).toHaveLength(60);
    for (const conduct of ["NONE", "SERIOUS"] as const)
      expect(await origins(store, (person) => ({ ...person, conduct }))).toEqual(asDrawn);
  });
});
