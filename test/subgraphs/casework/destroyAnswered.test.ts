import { eq, sql } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { requestFact } from "../../../subgraphs/casework/rights/requestFact.ts";
import { casework } from "../../../subgraphs/casework/subgraph.ts";
import { subjectRequest, subjectRequestEvent } from "../../../subgraphs/casework/tables.ts";
import { recordingErasures } from "../recordingErasures.ts";
import { type CaseworkWorld, openCaseworkWorld } from "./caseworkWorld.ts";

let world: CaseworkWorld;
const { recorded, record } = recordingErasures();

beforeAll(async () => {
  world = await openCaseworkWorld();
  await keep("P-ENDED", "ABH_05554", "SENT", "2029-06-15");
  await keep("P-ANOTHER", "RRK_MUENSTER", "DONE", "2029-06-15");
  await keep("P-LATER", "ABH_05554", "REFUSED", "2029-06-16");
  await keep("P-OPEN", "ABH_05554", "RECEIVED", null);
});
afterAll(() => world.close());

/** Keeps a request with one step. */
async function keep(
  personRef: string,
  office: string,
  state: "SENT" | "DONE" | "REFUSED" | "RECEIVED",
  deleteBy: string | null,
) {
  const { owner } = world.store;
  const origin = { personRef, office, fileRef: "A 1", on: "2026-06-15", at: sql`now()` };
  const request = requestFact("RQ", origin);
  const kept = { ...request, requestKind: "ACCESS", state, dueOn: "2026-07-15" } as const;
  await owner.insert(subjectRequest).values(kept);
  const step = { ...requestFact("RE", origin), request: request.factId, number: 1, by: "abh-1", note: "Eingang" };
  await owner.insert(subjectRequestEvent).values({ ...step, step: "CHECK_IDENTITY" });
  await owner.update(subjectRequest).set({ deleteBy }).where(eq(subjectRequest.factId, request.factId));
}

const left = async () => {
  const rows = await world.rows(
    sql`SELECT r.person_ref AS person, count(e.*)::int AS steps FROM casework.subject_request AS r
      LEFT JOIN casework.subject_request_event AS e ON e.request = r.fact_id GROUP BY 1 ORDER BY 1`,
  );
  return rows.map(({ person, steps }) => `${person} ${steps}`);
};

test("A request that has ended is destroyed with its steps the day after its term, on record by office, and once", async () => {
  await casework.keepUp?.(world.store.owner, "2029-06-15", record);
  expect(await left()).toEqual(["P-ANOTHER 1", "P-ENDED 1", "P-LATER 1", "P-OPEN 1"]);
  for (const _time of ["once", "again"]) {
    await casework.keepUp?.(world.store.owner, "2029-06-16", record);
    expect(await left()).toEqual(["P-LATER 1", "P-OPEN 1"]);
  }
  const what = "requests of persons concerned that have ended";
  expect(recorded.map(({ erasure, isOver }) => [erasure.what, erasure.office, isOver]).sort()).toEqual([
    [what, "ABH_05554", true],
    [what, "RRK_MUENSTER", true],
  ]);
  expect(await world.rows(sql`SELECT count(*)::int AS steps FROM casework.subject_request_event`)).toEqual([
    { steps: 2 },
  ]);
});

test("Where it cannot be put on record, nothing is destroyed", async () => {
  const failing = () => Promise.reject(new Error("full"));
  await expect(casework.keepUp?.(world.store.owner, "2029-06-17", failing)).rejects.toThrow("full");
  expect(await left()).toEqual(["P-LATER 1", "P-OPEN 1"]);
});
