import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { grantKeys } from "../../gateway/grantKeys.ts";
import { openHouse } from "../../gateway/openHouse.ts";
import { readSettings } from "../../gateway/settings.ts";
import { offices } from "../../schema/offices.ts";
import { subgraphNames } from "../../schema/subgraphNames.ts";

const folder = mkdtempSync(join(tmpdir(), "sichtfeld-house-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Nobody asks here. */
async function nobodysKey(): Promise<never> {
  throw new Error("There is no key.");
}

test("A house that was taken for a request stays as it is, whatever policy comes into force meanwhile", async () => {
  const policyFolder = join(folder, "policy");
  cpSync(new URL("../../gateway/policy/", import.meta.url), policyFolder, { recursive: true });
  const { house, policy, close } = await openHouse({
    acceptance: { issuer: { issuer: "https://nobody.example", findKey: nobodysKey }, binding: "none", nonce: false },
    grantKey: (await grantKeys(null)).privateKey,
    doors: new Map(subgraphNames.map((name) => [name, async () => ({ data: null })])),
    log: readSettings({ SICHTFELD_DATA: folder }).log,
    policyFolder,
    date: "2026-06-15",
    report: () => {},
  });
  const taken = house();
  const { version } = taken.policy;
  const rules = join(policyFolder, "rules", "rrk.yaml");
  writeFileSync(rules, `${readFileSync(rules, "utf8")}# reviewed\n`);
  await policy.reload();
  expect(taken.policy.version).toBe(version);
  expect(house().policy.version).not.toBe(version);
  const office = offices.get("RRK_KOELN");
  if (office === undefined) throw new Error("There is no RRK Köln.");
  const contract = (of: typeof taken) => of.contracts.of(office, "LEAD", ["WORKLIST"]);
  expect(await contract(taken)).toBe(await contract(taken));
  expect(await contract(house())).not.toBe(await contract(taken));
  expect(house().wear).toBe(taken.wear);
  await close();
});
