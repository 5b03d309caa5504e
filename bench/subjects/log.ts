import { mkdtempSync, readdirSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { openAccessLog } from "../../gateway/audit/openAccessLog.ts";
import { closedLoop } from "../closedLoop.ts";
import { loggedAccess } from "../loggedAccess.ts";
import { rounded } from "../rounded.ts";
import type { Bench, Row, Subject } from "../Subject.ts";

/** Clients that wait for a receipt at the same time. */
const clientsOf = [1, 16, 64] as const;

/** The log by itself, trees and all, on the disk of the temporary folder: what an answer waits for it. */
export const log: Subject = {
  name: "log",
  title: "the access log by itself: accesses put on record, fsynced, with the tree behind them",
  alone: true,
  async measure(bench) {
    const rows: Row[] = [];
    for (const clients of clientsOf) {
      bench.progress(`log, ${clients} clients`);
      rows.push(await measured(bench, clients));
    }
    return rows;
  },
};

async function measured({ pace, signal }: Bench, clients: number): Promise<Row> {
  const folder = mkdtempSync(join(tmpdir(), "sichtfeld-bench-log-"));
  try {
    const keyFile = join(folder, "key.pem");
    const told = { report: () => {}, onEnd: () => {} };
    const options = { instance: "bench", keyFile, makeKey: true, witnessesFile: null, ...told };
    const opened = await openAccessLog({ folder: join(folder, "log"), ...options });
    let number = 0;
    let entries = 0;
    const { requests, requestsPerSecond, p50, p99 } = await closedLoop(
      async () => {
        number += 1;
        entries = Math.max(entries, (await opened.log.append(loggedAccess(number))).leaf + 2);
      },
      clients,
      pace.seconds,
      signal,
    );
    await opened.close();
    const bytes = (named: (file: string) => boolean) => Math.round(bytesBelow(join(folder, "log"), named) / entries);
    return {
      clients,
      receipts: requests,
      "entries/s": rounded((requestsPerSecond * entries) / requests),
      "p50 ms": rounded(p50),
      "p99 ms": rounded(p99),
      "journal bytes an entry": bytes((file) => file.startsWith("journal-")),
      "all bytes an entry": bytes(() => true),
    };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function bytesBelow(folder: string, named: (file: string) => boolean): number {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && named(entry.name))
    .reduce((sum, entry) => sum + statSync(join(entry.parentPath, entry.name)).size, 0);
}
