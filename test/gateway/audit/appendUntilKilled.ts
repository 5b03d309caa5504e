import { writeSync } from "node:fs";
import { AccessLog } from "../../../gateway/audit/AccessLog.ts";
import { openLogFolder } from "../../../gateway/audit/openLogFolder.ts";
import { access } from "./access.ts";

// A process to be killed: eight clients that put access after access on record. Prints each id once it has its receipt.
const [folder, round] = process.argv.slice(2);
const log = await AccessLog.open(await openLogFolder(folder ?? "", null));

async function client(name: number): Promise<never> {
  for (let each = 0; ; each += 1) {
    const { operation } = await log.append(access(`${round}-${name}-${each}`, { at: new Date().toISOString() }));
    writeSync(1, `${operation}\n`);
  }
}

await Promise.all(Array.from({ length: 8 }, (_, name) => client(name)));
