import { writeSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { setImmediate } from "node:timers/promises";
import { AccessLog } from "../../gateway/audit/AccessLog.ts";
import { openLogFolder } from "../../gateway/audit/openLogFolder.ts";
import { record } from "../../gateway/record.ts";
import { access } from "../gateway/audit/access.ts";
import { forgettingFolder, type Omission } from "./forgettingFolder.ts";

// A process to be killed: whoever posts to /<id> is answered once that access is on record. Prints its port.
const [folder = "", durable = "", omission = ""] = process.argv.slice(2);
const disk = await openLogFolder(folder, "one");
const log = await AccessLog.open(
  durable === "" ? disk : forgettingFolder(disk, durable, omission === "" ? null : (omission as Omission)),
);

/** Every access has another reason, every third another person, every fifth another decision. */
function accessOf(id: string) {
  const number = Number(id.split("-").at(-1));
  return access(id, {
    at: new Date().toISOString(),
    reason: `Prüfung ${id}`,
    subjects: Array.from({ length: 1 + (number % 4) }, (_, each) => ({
      personRef: `P-${Math.floor(number / 3) + each}`,
      coordinates: ["Person.personRef"],
    })),
    tested: [`CaseFilter.${number % 5}`],
  });
}

// Whoever started this process may be killed as well: then nobody is left to kill it.
process.stdin.resume().once("close", () => process.exit());

/** Every second one says its reason ahead, as the gateway does while it fetches. */
async function recorded(id: string) {
  const entry = accessOf(id);
  if (id.length % 2 === 0) {
    log.nameAhead({ persons: [], cases: [], reasons: [`Prüfung ${id}`] });
    await setImmediate();
  }
  return record(log, entry);
}

const server = createServer((request, response) => {
  recorded(request.url?.slice(1) ?? "").then(
    ({ operation }) => response.end(operation),
    () => {
      response.statusCode = 503;
      response.end();
    },
  );
});
server.listen(0, "127.0.0.1", () => writeSync(1, `${(server.address() as AddressInfo).port}\n`));
