import { mkdirSync, mkdtempSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { readPopulation } from "../../subgraphs/population/readPopulation.ts";
import { prepareStore } from "../../subgraphs/prepareStore.ts";
import { rolePasswords } from "../../subgraphs/rolePasswords.ts";
import { storeSettings } from "../../subgraphs/storeSettings.ts";
import { ownEnvironment } from "../ownEnvironment.ts";

const folder = mkdtempSync(join(tmpdir(), "sichtfeld-store-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const file = join(folder, "file");
writeFileSync(file, "");
const damaged = join(folder, "damaged");
mkdirSync(join(damaged, "database"), { recursive: true });
writeFileSync(join(damaged, "database", "PG_VERSION"), "17\n");

const elsewhere = "Set SICHTFELD_DATA to a folder that this user may write";
const refusals: readonly (readonly [string, NodeJS.ProcessEnv, string])[] = [
  [
    "a data folder that is a file",
    { SICHTFELD_DATA: file },
    `The data folder ${file} cannot be used (ENOTDIR). ${elsewhere}.`,
  ],
  [
    "a data folder below a file",
    { SICHTFELD_DATA: `${file}/x` },
    `The data folder ${file}/x cannot be used (ENOTDIR). ${elsewhere}.`,
  ],
  [
    "a damaged data folder",
    { SICHTFELD_DATA: damaged },
    `The data folder ${damaged} holds a damaged database. ${elsewhere}, or remove it.`,
  ],
  [
    "a database that is down",
    { SICHTFELD_DATA: folder, DATABASE_URL: "postgres://owner:geheim@127.0.0.1:1/sichtfeld" },
    "The database at 127.0.0.1:1 does not answer. Start it, or correct DATABASE_URL (ECONNREFUSED).",
  ],
  [
    "a URL that is none of PostgreSQL",
    { DATABASE_URL: "mysql://owner:geheim@host/db" },
    "DATABASE_URL must be a URL of the form postgres://user:password@host:port/database.",
  ],
  ["-3 persons", { SICHTFELD_PERSONS: "-3" }, "SICHTFELD_PERSONS must be a whole number from 12 to 1000000."],
  [
    "a slip in production",
    { NODE_ENV: "prod" },
    "NODE_ENV must be production, demonstration, development, test, or not be set.",
  ],
  ["a seed in words", { SICHTFELD_SEED: "seven" }, "SICHTFELD_SEED must be a whole number from 0 to 2147483647."],
  [
    "a file with role passwords that lacks a role",
    { SICHTFELD_DATA: folder, DATABASE_URL: "postgres://owner@127.0.0.1:1/x", SICHTFELD_ROLE_PASSWORDS: file },
    `The password file ${file} cannot be read (not a JSON object of role and password).`,
  ],
];

describe("preparing the store", () => {
  it.each(refusals)("refuses %s in one line", async (_, environment, message) => {
    await expect(prepareStore(environment, () => {})).rejects.toThrow(new Error(message));
  });

  it("fills a new store once, and the second start finds everything there", async () => {
    const { variables, remove } = await ownEnvironment("nothing");
    const told: string[] = [];
    const parameters = { SICHTFELD_PERSONS: "20", SICHTFELD_SEED: "3" };
    const first = await prepareStore({ ...variables, ...parameters }, (done, total) =>
      told.push(`${done} of ${total}`),
    );
    await first.close();
    expect(told).toEqual(["20 of 20"]);
    const second = await prepareStore({ ...variables }, () => told.push("again"));
    expect(await readPopulation(second.owner)).toEqual({ seed: 3, persons: 20, done: 20 });
    await second.close();
    expect(told).toEqual(["20 of 20"]);
    await remove();
  });

  it("makes nobody up with NODE_ENV=production", async () => {
    const { variables, remove } = await ownEnvironment("tables");
    const store = await prepareStore({ ...variables, NODE_ENV: "production" }, () => {});
    expect(await readPopulation(store.owner)).toBeNull();
    await store.close();
    await remove();
  });

  it.runIf(process.env.DATABASE_URL)(
    "of several starts at once on one new database, all find the same persons",
    async () => {
      const { variables, remove } = await ownEnvironment("nothing");
      const environment = { ...variables, SICHTFELD_PERSONS: "20", SICHTFELD_SEED: "3" };
      const stores = await Promise.all([1, 2, 3].map(() => prepareStore(environment, () => {})));
      for (const store of stores) {
        expect(await readPopulation(store.owner)).toEqual({ seed: 3, persons: 20, done: 20 });
        await store.close();
      }
      await remove();
    },
  );
});

describe("the passwords of the database roles", () => {
  const roles = ["sichtfeld_immigration", "sichtfeld_audit"];

  it("are made once, in a file that only this user may read", () => {
    const settings = storeSettings({ SICHTFELD_DATA: join(folder, "passwords") });
    const made = rolePasswords(settings, roles);
    expect(new Set(made.values()).size).toBe(2);
    expect(rolePasswords(settings, roles)).toEqual(made);
    expect(statSync(join(folder, "passwords", "role-passwords.json")).mode & 0o777).toBe(0o600);
  });

  it("come from the file that SICHTFELD_ROLE_PASSWORDS names, which must know every role", () => {
    const given = join(folder, "given.json");
    writeFileSync(given, JSON.stringify({ sichtfeld_immigration: "one" }));
    const settings = storeSettings({ SICHTFELD_ROLE_PASSWORDS: given });
    expect(rolePasswords(settings, ["sichtfeld_immigration"]).get("sichtfeld_immigration")).toBe("one");
    expect(() => rolePasswords(settings, roles)).toThrow(
      `The password file ${given} lacks sichtfeld_audit. Add a password for each.`,
    );
  });
});
