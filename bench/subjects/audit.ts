import { randomUUID } from "node:crypto";
import { sql } from "drizzle-orm";
import type { AccessRecordFilter } from "../../subgraphs/audit/matching.ts";
import { queryAccessRecords } from "../../subgraphs/audit/queryAccessRecords.ts";
import { recordsPage } from "../../subgraphs/audit/recordsPage.ts";
import { rooms } from "../../subgraphs/rooms.ts";
import { grantView } from "../../subgraphs/shell/grantView.ts";
import { migrate } from "../../subgraphs/shell/migrate.ts";
import { type Database, openStore } from "../../subgraphs/shell/openStore.ts";
import { SubgraphContext } from "../../subgraphs/shell/SubgraphContext.ts";
import { storeSettings } from "../../subgraphs/storeSettings.ts";
import { ownDatabase } from "../../test/ownDatabase.ts";
import { aGrant } from "../../test/subgraphs/aGrant.ts";
import { manyRecords } from "../../test/subgraphs/audit/manyRecords.ts";
import { grantEntries } from "../../test/subgraphs/grantEntries.ts";
import { rounded } from "../rounded.ts";
import type { Row, Subject } from "../Subject.ts";

const batch = 50_000;

const filters: Readonly<Record<string, AccessRecordFilter>> = {
  nothing: {},
  "a person": { personRef: "P-77" },
  "a person and a field": { personRef: "P-77", coordinate: "Person.field9" },
  "an actor": { actor: "staff-7" },
  "an office": { office: "OFFICE_3" },
  "a field of many decisions": { coordinate: "Person.field9" },
  "a field allowed and never disclosed": { coordinate: "Person.rare" },
  "a purpose": { purpose: "PURPOSE_3" },
  "a purpose that nobody stated": { purpose: "PURPOSE_NONE" },
  "a case, stated or asked for": { caseRef: "FM-9" },
  "a case that nobody named": { caseRef: "FM-none" },
  "a minute": { from: "2026-01-01T08:00:00Z", to: "2026-01-01T08:01:00Z" },
  "who was refused": { outcome: "REFUSED" },
  "a reason of refusal": { refusalCode: "CEILING_REACHED" },
  "an input only tested": { tested: "CaseFilter.state" },
  "an office and a purpose, refused": { office: "OFFICE_3", purpose: "PURPOSE_3", outcome: "REFUSED" },
};

/** Times that each page is asked for. */
const timesAsked = 40;

/** The data protection officer's queries over an index of its own: in memory, or with `DATABASE_URL` in a database on that server. */
export const audit: Subject = {
  name: "audit",
  title:
    "the first page of 20 access records by each filter, the count of all that fit, and what the database reads for the page",
  alone: true,
  async measure({ pace, signal, progress }) {
    const { databaseUrl } = storeSettings({ DATABASE_URL: process.env.DATABASE_URL });
    const own = databaseUrl === null ? null : await ownDatabase(databaseUrl, null);
    try {
      const store = await openStore({ folder: null, databaseUrl: own?.url ?? null });
      try {
        await migrate(store, rooms, () => (own === null ? null : randomUUID()));
        for (let from = 0; from < pace.records; from += batch) {
          signal.throwIfAborted();
          progress(`${from} of ${pace.records} records`);
          await manyRecords(store.owner, from, Math.min(from + batch, pace.records));
        }
        await store.owner.execute(sql`ANALYZE`);
        const rows: Row[] = [];
        for (const [words, filter] of Object.entries(filters)) {
          signal.throwIfAborted();
          progress(words);
          rows.push(await ask(store.owner, words, filter));
        }
        return rows;
      } finally {
        await store.close();
      }
    } finally {
      await own?.drop();
    }
  },
};

const officer = aGrant("DPO", grantEntries("SEE", ["ACCESS_RECORD"], ["ANY"], []), {
  role: "DATA_PROTECTION_OFFICER",
  purpose: "DATA_PROTECTION_CONTROL",
  person: null,
});

async function ask(database: Database, words: string, filter: AccessRecordFilter): Promise<Row> {
  const context = new SubgraphContext(grantView(officer), database, "bench");
  const milliseconds: number[] = [];
  let page = await queryAccessRecords({ filter }, context);
  for (let each = 0; each < timesAsked; each += 1) {
    const before = performance.now();
    page = await queryAccessRecords({ filter }, context);
    milliseconds.push(performance.now() - before);
  }
  const inOrder = milliseconds.toSorted((one, other) => one - other);
  const before = performance.now();
  const total = await page.totalCount();
  return {
    filter: words,
    "found on page": page.edges.length,
    "page p50 ms": rounded(inOrder[Math.floor(timesAsked / 2)] ?? 0),
    "page p95 ms": rounded(inOrder[Math.floor(timesAsked * 0.95)] ?? 0),
    fit: total,
    "count ms": total === null ? null : rounded(performance.now() - before),
    plan: await readFor(database, context, filter),
  };
}

interface PlanNode {
  readonly "Node Type": string;
  readonly "Relation Name"?: string;
  readonly "Index Name"?: string;
  readonly Plans?: readonly PlanNode[];
}

/** What the database reads for a page, each once: indexes by name, and tables that are read from end to end. */
async function readFor(database: Database, { grant }: SubgraphContext, filter: AccessRecordFilter): Promise<string> {
  const { rows } = recordsPage(database, grant, filter, { after: undefined, most: 21 });
  const explained = await database.execute(sql`EXPLAIN (FORMAT JSON) ${rows.getSQL()}`);
  const rowsOf = explained as { readonly rows?: unknown };
  const [row] = (rowsOf.rows ?? explained) as readonly { readonly "QUERY PLAN": unknown }[];
  const told = row?.["QUERY PLAN"];
  const [{ Plan }] = (typeof told === "string" ? JSON.parse(told) : told) as [{ readonly Plan: PlanNode }];
  return [...new Set(readsOf(Plan))].join(", ");
}

function readsOf(node: PlanNode): readonly string[] {
  const below = (node.Plans ?? []).flatMap(readsOf);
  if (node["Index Name"] !== undefined) return [node["Index Name"], ...below];
  if (node["Node Type"] === "Seq Scan") return [`all of ${node["Relation Name"]}`, ...below];
  return below;
}
