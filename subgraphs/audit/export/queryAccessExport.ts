import { setTimeout } from "node:timers/promises";
import { bundleText } from "../../../schema/accessExport/ExportBundle.ts";
import { csvHead, exportCsv } from "../../../schema/accessExport/exportCsv.ts";
import { exportJsonLines } from "../../../schema/accessExport/exportJsonLines.ts";
import { type Connection, connection, decodeCursor, type PageArguments, pageSize } from "../../shell/connection.ts";
import type { Database } from "../../shell/openStore.ts";
import type { SubgraphContext } from "../../shell/SubgraphContext.ts";
import { SubgraphError } from "../../shell/SubgraphError.ts";
import { latestBefore } from "../latestBefore.ts";
import type { AccessRecordFilter } from "../matching.ts";
import { recordsPage } from "../recordsPage.ts";
import { recordOf } from "../selectRecords.ts";
import { collectEvidence, type Evidence, type ExportedPlace } from "./collectEvidence.ts";
import { exportedPlaces } from "./exportedPlaces.ts";
import { readKeyRows } from "./readKeyRows.ts";

/** A page of access records as documents. */
export interface AccessExport {
  csv(): string;
  jsonLines(): string;
  bundle(): string;
  readonly pageInfo: Connection<unknown>["pageInfo"];
}

/** How long the next checkpoint is waited for: one follows an entry within about a second. */
const waitMilliseconds = 250;
const waitsMax = 12;

/**
 * Access records with their proofs, latest first.
 *
 * @param folder of the log
 * @throws SubgraphError INVALID_INPUT for page arguments; LOG_UNREADABLE; CONFLICT where no checkpoint covers the latest entry yet
 */
export async function queryAccessExport(
  folder: string,
  args: PageArguments & { readonly filter?: AccessRecordFilter | null },
  { database, grant }: SubgraphContext,
): Promise<AccessExport> {
  const size = pageSize(args);
  const after = latestBefore(decodeCursor(args, 2));
  const rows = await recordsPage(database, grant, args.filter ?? {}, { after, most: size + 1 }).rows;
  const { edges, pageInfo } = connection(
    rows.map(recordOf),
    size,
    args,
    ({ at, id }) => [new Date(at).toISOString(), id],
    (row) => row,
    async () => null,
  );
  const records = edges.map(({ node }) => node);
  const evidence = await evidenceOf(folder, await exportedPlaces(records, database, grant), database);
  return { ...exportTexts(evidence), pageInfo };
}

/** The documents that evidence makes. */
export function exportTexts(evidence: readonly Evidence[]): Omit<AccessExport, "pageInfo"> {
  const records = evidence.map(({ record }) => record);
  return {
    csv: () => `${csvHead}${exportCsv(records)}`,
    jsonLines: () => exportJsonLines(records),
    bundle: () => bundleText(evidence.flatMap(({ lines }) => lines)),
  };
}

async function evidenceOf(
  folder: string,
  places: readonly ExportedPlace[],
  database: Database,
): Promise<readonly Evidence[]> {
  const keysOf = (tokens: ReadonlySet<string>) => readKeyRows(folder, tokens, database);
  for (let wait = 0; wait < waitsMax; wait += 1) {
    const evidence = await collectEvidence(folder, places, keysOf).catch(() => {
      throw new SubgraphError("LOG_UNREADABLE");
    });
    if (evidence !== null) return evidence;
    await setTimeout(waitMilliseconds);
  }
  throw new SubgraphError("CONFLICT", "No checkpoint covers the latest entries yet. Ask again in a second.");
}
