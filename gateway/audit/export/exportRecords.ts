import { appendFileSync, mkdirSync } from "node:fs";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { z } from "zod";
import { csvHead } from "../../../schema/accessExport/exportCsv.ts";
import type { ExportOrder } from "./exportArguments.ts";

const query = `query AccessExport($first: Int, $after: String, $filter: AccessRecordFilter) {
  accessExport(first: $first, after: $after, filter: $filter) { csv jsonLines bundle pageInfo { hasNextPage endCursor } }
}`;

const page = z.object({
  csv: z.string(),
  jsonLines: z.string(),
  bundle: z.string(),
  pageInfo: z.object({ hasNextPage: z.boolean(), endCursor: z.string().nullable() }),
});

/** What a gateway answers; the message says what to do. */
const reply = z.object({
  data: z.object({ accessExport: page.nullable() }).nullish(),
  errors: z.array(z.object({ message: z.string() })).optional(),
});

/** Records of a page: the longest that the contract gives. */
const pageSize = 200;

/**
 * Writes the three documents of an export, page after page as the gateway gives them.
 *
 * @param onPage is told how many records there are so far
 * @returns number of records
 * @throws Error with one line that says what to do; what was written until then stays, and verifies as far as it goes
 */
export async function exportRecords(order: ExportOrder, onPage: (records: number) => void): Promise<number> {
  try {
    mkdirSync(order.folder, { mode: 0o700 });
  } catch {
    throw new Error(`${order.folder} cannot be made. Name a new folder.`);
  }
  const write = (name: string, text: string) => appendFileSync(join(order.folder, name), text, { mode: 0o600 });
  let records = 0;
  for (let after: string | null = null, more = true; more; ) {
    const { csv, jsonLines, bundle, pageInfo } = await askPage(order, after);
    write("records.csv", after === null ? csv : csv.slice(csvHead.length));
    write("records.jsonl", jsonLines);
    write("bundle.jsonl", bundle);
    records += jsonLines.split("\n").length - 1;
    onPage(records);
    after = pageInfo.endCursor;
    more = pageInfo.hasNextPage;
  }
  return records;
}

async function askPage(order: ExportOrder, after: string | null): Promise<z.infer<typeof page>> {
  const response = await fetch(new URL("/graphql", order.url), {
    method: "POST",
    headers: {
      authorization: `Bearer ${order.token}`,
      "access-purpose": "DATA_PROTECTION_CONTROL",
      "access-reason": encodeURIComponent(order.reason),
      "content-type": "application/json",
    },
    body: JSON.stringify({ query, variables: { first: pageSize, after, filter: order.filter } }),
  }).catch(() => {
    throw new Error(`${order.url} does not answer. Start the gateway, or name it with --url.`);
  });
  const wait = Number(response.headers.get("retry-after"));
  if (response.status === 429 && wait > 0) {
    await setTimeout(wait * 1_000);
    return askPage(order, after);
  }
  const told = reply.safeParse(await response.json().catch(() => null)).data;
  const exported = told?.data?.accessExport;
  if (exported == null) throw new Error(told?.errors?.[0]?.message ?? `${order.url} is no gateway of Sichtfeld.`);
  return exported;
}
