import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { demonstrationIssuer } from "../../gateway/identity/demonstrationIssuer.ts";
import { personas } from "../../gateway/identity/personas.ts";
import { openWorld, type World } from "../harness.ts";
import { endAtRow } from "./endAtRow.ts";
import { endingGateway } from "./endingGateway.ts";
import { ownFolder, type Ran, runCommand } from "./setting.ts";

const example = new URL("../../exchange/examples/dataanalyzer.csv", import.meta.url).pathname;
const [head = "", first = ""] = readFileSync(example, "utf8").split("\n");

let world: World;
let token: string;
const folder = ownFolder();
beforeAll(async () => {
  world = await openWorld({ prepare: endAtRow });
  token = await world.token("lka-intake");
});
afterAll(async () => {
  folder.remove();
  await world.close();
});

let runs = 0;

/** Imports a file, or what a file shall say, with quarantine and checkpoints in a folder that the name of the state has. */
async function importing(
  source: string | readonly string[],
  options: { readonly state: string; readonly args?: readonly string[] },
): Promise<Ran> {
  runs += 1;
  const file = typeof source === "string" ? source : join(folder.path, `export-${runs}.csv`);
  if (typeof source !== "string") writeFileSync(file, `${[head, ...source].join("\n")}\n`);
  return runCommand(
    [
      "dataanalyzer-csv",
      file,
      "--reason",
      "Monatslieferung",
      "--url",
      world.gateway.url,
      "--state",
      join(folder.path, options.state),
      "--json",
      ...(options.args ?? []),
    ],
    { SICHTFELD_TOKEN: token },
  );
}

/** The first row of the example as another record. */
function row(id: string, changes: Readonly<Record<string, string>> = {}): string {
  const names = head.split(";");
  const given: Readonly<Record<string, string>> = { DATENSATZ_ID: id, ...changes };
  return first
    .split(";")
    .map((value, index) => given[names[index] ?? ""] ?? value)
    .join(";");
}

/** Everything that the state's folder holds. */
function kept(state: string): string {
  const path = join(folder.path, state);
  return readdirSync(path)
    .map((name) => readFileSync(join(path, name), "utf8"))
    .join("");
}

describe("The demonstration export of the DataAnalyzer", () => {
  test("is tried without anything being sent or kept", async () => {
    world.forget();
    const { json, exitCode } = await importing(example, { state: "trial", args: ["--dry-run"] });
    expect(json).toMatchObject({
      dryRun: true,
      items: 6,
      accepted: 3,
      notTaken: { NOT_LABELLED: 1, DAY_UNREADABLE: 1, CODE_UNKNOWN: 1 },
    });
    expect(exitCode).toBe(3);
    expect(world.traffic).toEqual([]);
    expect(readdirSync(folder.path)).not.toContain("trial");
  });

  test("is taken, and what is not taken is told by row and column, never by value", async () => {
    const { json, exitCode } = await importing(example, { state: "example" });
    expect(json).toMatchObject({ items: 6, accepted: 3, changed: 0, unchanged: 0 });
    expect(
      json.faults.map(({ row, column, valueClass, reason }: Record<string, string>) => [
        row,
        column,
        valueClass,
        reason,
      ]),
    ).toEqual([
      [5, "KENNZEICHNUNG", null, "NOT_LABELLED"],
      [6, "EREIGNISDATUM", "numbers as of a day", "DAY_UNREADABLE"],
      [7, "DELIKTSGRUPPE", "text", "CODE_UNKNOWN"],
    ]);
    expect(JSON.stringify(json)).not.toMatch(/Muster|Falsch|GLUECKSSPIEL|2026\/04\/03|LKA-2026/);
    expect(exitCode).toBe(3);
  });

  test("keeps nothing of the person whose finding has no label, here or anywhere", async () => {
    expect(kept("example")).toContain("Falsch");
    expect(kept("example")).not.toMatch(/Ungekennzeichnet|DA-000004|LKA-2026-7003/);
    const sent = JSON.stringify(world.traffic);
    expect(sent).toContain("Beispiel");
    expect(sent).not.toMatch(/Ungekennzeichnet|DA-000004|LKA-2026-7003/);
  });

  test("again changes nothing", async () => {
    expect((await importing(example, { state: "example" })).json).toMatchObject({
      accepted: 0,
      changed: 0,
      unchanged: 3,
    });
  });

  test("goes to the subgraphs that own persons and findings, and to no other", async () => {
    expect([...new Set(world.traffic.map(({ subgraph }) => subgraph))].sort()).toEqual([
      "criminal-records",
      "immigration",
    ]);
    expect(
      world.traffic
        .filter(({ subgraph }) => subgraph === "criminal-records")
        .every(({ query }) => !JSON.stringify(query).includes("Muster")),
    ).toBe(true);
  });

  test("is on record like any request: for which purpose, and that data were collected and altered", () => {
    const sent = world.log().filter(({ type, operationName }) => type === "operation" && operationName === "Import");
    expect(sent.length).toBeGreaterThan(1);
    for (const each of sent)
      expect(each).toMatchObject({ purpose: "DATA_MAINTENANCE", kinds: expect.arrayContaining(["COLLECT", "ALTER"]) });
    expect(JSON.stringify(world.log())).not.toMatch(/Muster|Beispiel|GLUECKSSPIEL/);
  });
});

describe("Quarantine", () => {
  test("is tried again after mending, and what is taken goes", async () => {
    const mistaken = row("Q-1", { DELIKTSGRUPPE: "UNBEKANNT" });
    await importing([mistaken], { state: "mend" });
    expect(kept("mend")).toContain("Q-1");
    const profile = readFileSync(new URL("../../exchange/profiles/dataanalyzer-csv.yaml", import.meta.url), "utf8");
    const mended = join(folder.path, "mended.yaml");
    writeFileSync(mended, profile.replace("SONSTIGES: OTHER", "SONSTIGES: OTHER\n          UNBEKANNT: OTHER"));
    const state = join(folder.path, "mend");
    const line = kept("mend").replaceAll('"dataanalyzer-csv"', JSON.stringify(mended));
    writeFileSync(join(state, "quarantine.jsonl"), line);
    const { json } = await runCommand(
      ["retry", "--reason", "Profil ergänzt", "--url", world.gateway.url, "--state", state, "--json"],
      { SICHTFELD_TOKEN: token },
    );
    expect(json).toMatchObject({ items: 1, accepted: 1, notTaken: {} });
    expect(kept("mend")).toBe("");
  });

  test("ends after 30 days, whatever runs next", async () => {
    await importing([row("Q-2", { DELIKTSGRUPPE: "UNBEKANNT" })], { state: "term" });
    const state = join(folder.path, "term");
    const retry = (day: string) =>
      runCommand(
        ["retry", "--reason", "Frist", "--url", world.gateway.url, "--state", state, "--json"],
        { SICHTFELD_TOKEN: token },
        day,
      );
    expect((await retry("2026-07-15")).json).toMatchObject({ items: 1, notTaken: { CODE_UNKNOWN: 1 } });
    await importing([row("Q-2", { DELIKTSGRUPPE: "UNBEKANNT" })], { state: "term2" });
    const other = join(folder.path, "term2");
    await runCommand(
      ["retry", "--reason", "Frist", "--url", world.gateway.url, "--state", other],
      { SICHTFELD_TOKEN: token },
      "2026-07-16",
    );
    expect(kept("term2")).toBe("");
  });

  test("loses a row that comes again mended under the same place", async () => {
    const file = join(folder.path, "same-place.csv");
    const write = (line: string) => writeFileSync(file, `${head}\n${line}\n`);
    write(row("Q-3", { DELIKTSGRUPPE: "UNBEKANNT" }));
    await importing(file, { state: "same-place" });
    expect(kept("same-place")).toContain("Q-3");
    write(row("Q-3"));
    expect((await importing(file, { state: "same-place" })).json).toMatchObject({ accepted: 1, notTaken: {} });
    expect(kept("same-place")).toBe("");
  });
});

describe("Bad input", () => {
  test("a replayed export is unchanged; one id with other content is a conflict, and what was known stands", async () => {
    expect((await importing([row("B-1"), row("B-1")], { state: "replay" })).json).toMatchObject({
      accepted: 1,
      unchanged: 1,
    });
    const { json } = await importing([row("B-1", { DELIKTSGRUPPE: "BTM" })], { state: "replay" });
    expect(json.notTaken).toEqual({ MESSAGE_ID_REUSED: 1 });
  });

  test("reordered exports do not put an older state over a later one", async () => {
    const later = row("B-2", { STAND: "03.06.2026 09:00", DELIKTSGRUPPE: "BTM" });
    expect((await importing([later, row("B-2")], { state: "order" })).json).toMatchObject({
      accepted: 1,
      notTaken: { STALE: 1 },
    });
    expect(
      (
        await importing([row("B-3"), row("B-3", { STAND: "03.06.2026 09:00", DELIKTSGRUPPE: "BTM" })], {
          state: "order",
        })
      ).json,
    ).toMatchObject({ accepted: 1, changed: 1 });
  });

  test("what contradicts reaches a person of the LKA, who decides with a reason: on record as an alteration, and the import is told nothing of it", async () => {
    const stated = { purpose: "NOTIFICATION", reason: "Widersprüche klären" };
    const query = "{ recordConflicts { id kind reference reason heldVersion } }";
    const open = async () => {
      const { data, errors } = await world.ask("lka-nrw", stated, query);
      expect(errors).toEqual([]);
      return data.recordConflicts;
    };
    const stale = (await open()).filter(({ reason }: { reason: string }) => reason === "STALE");
    expect(stale).toEqual([
      { id: expect.any(String), kind: "POLICE_FINDING", reference: "B-2", reason: "STALE", heldVersion: 1 },
    ]);
    const decide = "mutation ($input: DecideSupplyConflictInput!) { decideRecordConflict(input: $input) { decision } }";
    const input = { conflict: stale[0].id, decision: "KEEP", reason: "Der spätere Stand ist der richtige" };
    expect((await world.ask("lka-nrw", stated, decide, { input })).data.decideRecordConflict).toEqual({
      decision: "KEEP",
    });
    const decided = world.log().findLast(({ type }) => type === "operation");
    expect(decided).toMatchObject({ office: "LKA_NRW", purpose: "NOTIFICATION", outcome: "ANSWERED" });
    expect(decided.kinds).toContain("ALTER");
    expect(await open()).not.toContainEqual(expect.objectContaining({ id: stale[0].id }));
    const sender = await world.ask("lka-intake", { purpose: "DATA_MAINTENANCE" }, query);
    expect(sender.errors[0]?.extensions?.code).toBe("GRAPHQL_VALIDATION_FAILED");
  });

  test("a fact that comes with another person is a conflict", async () => {
    await importing([row("B-4")], { state: "person" });
    const { json } = await importing([row("B-4", { STAND: "04.06.2026 09:00", VORNAMEN: "Jemand Anders" })], {
      state: "person",
    });
    expect(json.notTaken).toEqual({ ANOTHER_PERSON: 1 });
  });

  test("a person who cannot be announced holds up nobody else", async () => {
    const { json } = await importing([row("B-5"), row("B-6", { VORNAMEN: "王小明" }), row("B-7")], {
      state: "letters",
    });
    expect(json).toMatchObject({ accepted: 2, notTaken: { PERSON_UNREADABLE: 1 } });
  });

  test("records are restricted and erased by reference, and an erased one does not come back", async () => {
    const { json } = await importing(
      [row("B-8"), row("B-8", { ART: "SPERRUNG" }), row("B-8", { ART: "LOESCHUNG" }), row("B-8")],
      { state: "erase" },
    );
    expect(json).toMatchObject({ accepted: 1, changed: 2, notTaken: { ERASED: 1 } });
  });

  test("whoever may not send is told so, and nothing is taken", async () => {
    const given = token;
    token = await world.token("lka-nrw");
    const { exitCode, errors } = await importing([row("B-9")], { state: "not-granted" });
    token = given;
    expect(exitCode).toBe(1);
    expect(errors).toMatch(/PURPOSE_NOT_PERMITTED|GRAPHQL_VALIDATION_FAILED/);
    expect((await importing([row("B-9")], { state: "granted" })).json).toMatchObject({ accepted: 1 });
  });
});

test("The demonstration's issuer signs for a sender in the data folder", async () => {
  const issuer = await demonstrationIssuer(folder.path);
  const persona = personas.get("lka-intake");
  expect(persona && (await issuer.issueToken(persona, 1))).toMatch(/^ey/);
});

describe("Messages in XML", () => {
  // biome-ignore format: a table, a row a line
  const senders: readonly (readonly [string, string, object])[] = [
    ["xauslaender", "abh-borken-intake", { items: 3, accepted: 4, changed: 1, notTaken: {} }],
    ["xauslaender-haft", "jva-intake", { items: 1, accepted: 1, notTaken: {} }],
    ["xjustiz-straf", "sta-muenster-intake", { items: 4, accepted: 3, changed: 2, notTaken: {} }],
  ];
  test.for(senders)("%s is taken from %s, and again changes nothing", async ([profile, persona, first]) => {
    const args = [
      profile,
      new URL(`../../exchange/examples/${profile}/`, import.meta.url).pathname,
      "--reason",
      "Test",
      "--json",
    ];
    const environment = { SICHTFELD_TOKEN: await world.token(persona) };
    const run = () =>
      runCommand([...args, "--url", world.gateway.url, "--state", join(folder.path, profile)], environment);
    expect((await run()).json).toMatchObject(first);
    const { json } = await run();
    expect(json).toMatchObject({ accepted: 0 });
  });
});

test("What an immigration authority sends about somebody new is read by it under its own file reference, with its source and version", async () => {
  const query =
    "{ persons(first: 5) { edges { node { familyName obligationToLeave { enforceable provenance { version sourceOffice { id } legalBasis } } toleration { validUntil } } } } }";
  const { data, errors } = await world.ask(
    "abh-borken",
    { purpose: "RESIDENCE_PROCEDURE", caseRef: "ABH-BOR-7001/26" },
    query,
  );
  expect(errors).toEqual([]);
  const provenance = { version: 1, sourceOffice: { id: "ABH_05554" }, legalBasis: "§ 86 AufenthG, § 87 (1) AufenthG" };
  expect(data.persons.edges).toEqual([
    { node: { familyName: "Muster", obligationToLeave: { enforceable: true, provenance }, toleration: null } },
  ]);
});

describe("A run that is broken off", () => {
  const rows = Array.from({ length: 600 }, (_, index) =>
    row(`R-${index}`, { VORGANGSNUMMER: `LKA-2026-R${index % 40}` }),
  );

  test.for([
    ["before the request is carried out", false],
    ["after the request was carried out, and its answer is lost", true],
  ] as const)(
    "because the server ends %s goes on where it stopped; nothing is lost or doubled",
    async ([, isAnswerLost]) => {
      const prefix = isAnswerLost ? "L" : "E";
      const own = rows.map((each) => each.replace("R-", `${prefix}-`));
      const file = join(folder.path, `broken-${prefix}.csv`);
      writeFileSync(file, `${[head, ...own].join("\n")}\n`);
      const ending = await endingGateway(world, 3, isAnswerLost);
      const args = (url: string) => [
        "dataanalyzer-csv",
        file,
        "--reason",
        "Test",
        "--url",
        url,
        "--state",
        join(folder.path, `broken-${prefix}`),
        "--json",
      ];
      const broken = await runCommand(args(ending.url), { SICHTFELD_TOKEN: token });
      ending.close();
      expect([broken.exitCode, broken.errors]).toEqual([1, expect.stringContaining("run the same command again")]);
      const { json, exitCode } = await runCommand(args(world.gateway.url), { SICHTFELD_TOKEN: token });
      expect(exitCode).toBe(0);
      expect(json).toMatchObject({ items: 600, passedOver: 500, changed: 0, notTaken: {} });
      expect(json.accepted + json.unchanged).toBe(600);
      const again = await runCommand(args(world.gateway.url), { SICHTFELD_TOKEN: token });
      expect(again.json).toMatchObject({ items: 600, accepted: 0, changed: 0, unchanged: 600, passedOver: 0 });
    },
  );

  test("because the database ends in the middle of a request says so, goes on where it stopped, and takes each row once", async () => {
    const own = rows.map((each) => each.replace("R-", "D-"));
    const file = join(folder.path, "broken-D.csv");
    writeFileSync(file, `${[head, ...own].join("\n")}\n`);
    const broken = await importing(file, { state: "broken-D" });
    expect([broken.exitCode, broken.output]).toEqual([1, ""]);
    expect(broken.errors).toMatch(/cannot take more now: .*What was answered is taken; run the same command again/);
    expect(broken.errors).not.toMatch(/Muster|LKA-2026|administrator/);
    const { json, exitCode } = await importing(file, { state: "broken-D" });
    // The request that the database ended in stored nothing of itself: all after the first are new.
    expect([exitCode, json]).toMatchObject([
      0,
      { items: 600, passedOver: 250, accepted: 600, unchanged: 0, notTaken: {} },
    ]);
    expect((await importing(file, { state: "broken-D" })).json).toMatchObject({ accepted: 0, unchanged: 600 });
  });
});
