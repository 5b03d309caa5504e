import { weekBefore } from "../../gateway/console/pages/officer/weekBefore.ts";
import { weekOf } from "../../subgraphs/audit/sample/weekOf.ts";
import { operation } from "../../subgraphs/audit/tables.ts";
import type { Database } from "../../subgraphs/shell/openStore.ts";
import { openWorld, type World } from "../harness.ts";
import { type ConsoleBrowser, openBrowser } from "./openBrowser.ts";

/** The one system and the one browser in which the console is looked at: both are slow to start. */
export let world: World;
export let browser: ConsoleBrowser;

/** Accesses of the week before, of which a sample is drawn: in the index alone, as of a gateway whose log is elsewhere. */
async function earlierAccesses(database: Database): Promise<void> {
  const start = weekOf(weekBefore(new Date()), Date.now()).from.slice(0, 10);
  await database.insert(operation).values(
    Array.from({ length: 3 }, (_, line) => ({
      id: `earlier-${line}`,
      at: `${start}T10:0${line}:00.000Z`,
      recordedAt: `${start}T10:0${line}:00.000Z`,
      questionDate: "2026-06-15",
      outcome: "ANSWERED" as const,
      kinds: ["QUERY" as const],
      actor: `rrk-ms-010${line}`,
      responsiblePerson: "rrk-ms-0100",
      office: "RRK_MUENSTER",
      role: "CASEWORKER",
      purpose: "CASE_MANAGEMENT",
      policyVersion: "0000000000000000",
      withheld: [],
      incidents: [],
      askedCaseTokens: [],
      count: 1,
      shard: "earlier/access-2026",
      file: "journal-000001.jsonl",
      line,
      leaf: line,
    })),
  );
}

export async function openSetting(): Promise<void> {
  world = await openWorld({ prepare: earlierAccesses });
  browser = await openBrowser(world.gateway.url);
}

export async function closeSetting(): Promise<void> {
  await browser.close();
  await world.close();
}
