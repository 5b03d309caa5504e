import { sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { openStore } from "../../../subgraphs/shell/openStore.ts";

test("Whoever asks a database that is down is told, and does not wait in line for minutes", async () => {
  const store = await openStore({ folder: null, databaseUrl: "postgres://nobody@127.0.0.1:1/none" });
  const asked = Array.from({ length: 200 }, () => store.owner.execute(sql`SELECT 1`));
  const told = await Promise.allSettled(asked);
  expect(new Set(told.map(({ status }) => status))).toEqual(new Set(["rejected"]));
  await store.close();
});
