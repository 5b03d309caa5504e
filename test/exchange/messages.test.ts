import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { limits } from "../../exchange/limits.ts";
import { loadProfile } from "../../exchange/profiles/loadProfile.ts";
import { flattenMessage } from "../../exchange/reading/flattenMessage.ts";
import { readItem } from "../../exchange/reading/readItem.ts";
import { ownFolder, runCommand, today } from "./setting.ts";

const examples = new URL("../../exchange/examples/", import.meta.url).pathname;
const folder = ownFolder();
afterAll(folder.remove);

/** The facts of an example, as they are sent. */
function factsOf(profile: string, file: string) {
  const loaded = loadProfile(profile);
  const read = readItem(flattenMessage(readFileSync(join(examples, profile, file), "utf8"), loaded), loaded, today);
  if ("fault" in read) throw new Error(JSON.stringify(read.fault));
  return read.facts;
}

describe("A message is read into the facts that it is about", () => {
  test("a toleration and an obligation to leave, of one person and one message", () => {
    const facts = factsOf("xauslaender", "0001.xml");
    expect(facts.map(({ input }) => [input.messageId, input.part, input.parts, input.reference])).toEqual([
      ["XA-0001", 1, 2, "DU-7001"],
      ["XA-0001", 2, 2, "AP-7001"],
    ]);
    expect(facts.map(({ kind, input }) => input[kind])).toEqual([
      { code: "16", validUntil: "2026-12-31" },
      { exists: true, enforceable: true, finality: "FINAL" },
    ]);
    expect(facts[0]?.person).toEqual({
      familyName: "Muster",
      givenNames: "Mara",
      dateOfBirth: "1996-02-14",
      citizenships: ["XXA", "XXB"],
      fileRef: "ABH-BOR-7001/26",
    });
  });

  test("an erasure by reference", () => {
    expect(factsOf("xauslaender", "0002.xml")).toMatchObject([
      { action: "ERASE", kind: "toleration", person: null, input: { reference: "DU-7001" } },
    ]);
  });

  test("the state of a substitute document, and that it lies before the office; the register number is passed over", () => {
    const facts = factsOf("xauslaender", "0003.xml");
    expect(facts.map(({ kind, input }) => [kind, input[kind]])).toEqual([
      ["identityClarification", { code: "09", cooperation: true, warningGivenOn: "2026-03-02" }],
      ["travelDocument", { kind: "SUBSTITUTE", present: true, validUntil: "2026-12-01" }],
    ]);
    expect(JSON.stringify(facts)).not.toContain("000000000001");
  });

  test("a warrant of arrest, and that it was lifted: one notice", () => {
    const [issued, lifted] = ["0003-haftbefehl.xml", "0004-aufhebung.xml"].map(
      (file) => factsOf("xjustiz-straf", file)[0]?.input,
    );
    expect(issued).toMatchObject({ reference: "HB-7001", eventDate: "2026-05-04" });
    expect(issued?.wantedNotice).toEqual({ purpose: "17", since: "2026-05-04" });
    expect(lifted).toMatchObject({ reference: "HB-7001", eventDate: "2026-05-28" });
    expect(lifted?.wantedNotice).toEqual({ purpose: "17", since: "2026-05-04", until: "2026-05-28" });
  });

  test("custody with its dates", () => {
    expect(factsOf("xauslaender-haft", "0001.xml")).toMatchObject([
      {
        kind: "custody",
        input: {
          custody: {
            kind: "03",
            from: "2026-05-02",
            expectedEnd: "2028-05-01",
            halfTerm: "2027-05-02",
            waiver456a: "REQUESTED",
            enforcedBy: "STA_R2700S",
          },
        },
      },
    ]);
  });

  test("the outcome of proceedings, and the conviction with its offences", () => {
    const [investigation, conviction] = factsOf("xjustiz-straf", "0002-ausgang.xml");
    expect(investigation?.input.investigation).toEqual({
      provisions: ["§ 249 StGB"],
      state: "CONVICTED",
      since: "2026-05-02",
    });
    expect(conviction?.input.conviction).toMatchObject({
      penalty: "IMPRISONMENT",
      probation: true,
      years: 1,
      months: 6,
      offences: [
        { provision: "§ 249 StGB", designation: "Raub", committedOn: "2026-04-30", intentional: true, violence: true },
      ],
    });
  });
});

const whole = readFileSync(join(examples, "xauslaender", "0001.xml"), "utf8");
let folders = 0;

/** Tries a folder of messages by the profile `xauslaender`. */
function trial(...messages: readonly (string | Buffer)[]) {
  folders += 1;
  const path = join(folder.path, String(folders));
  mkdirSync(path);
  for (const [index, message] of messages.entries()) writeFileSync(join(path, `${index}.xml`), message);
  return runCommand(["xauslaender", path, "--dry-run", "--json"]);
}

test("Messages of a folder are validated each: one that does not follow the schema holds up no other, and is told by its line", async () => {
  const { json } = await trial(
    whole,
    whole.replace("<code>16</code>", "<code>sechzehn</code>"),
    whole.slice(0, whole.length - 30),
    whole.replaceAll("mitteilung", "strafsache"),
    "",
    whole.replace("XA-0001", "XA-0009"),
  );
  expect(json).toMatchObject({ items: 6, accepted: 4, notTaken: { NOT_VALID: 4 } });
  expect(json.faults[0]).toMatchObject({ file: "1.xml", column: "line 17", reason: "NOT_VALID" });
  expect(JSON.stringify(json)).not.toMatch(/sechzehn|Muster/);
});

describe("A folder with a message that nobody should parse is refused whole", () => {
  const bomb =
    '<!DOCTYPE m [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;">]>';
  // biome-ignore format: a table, a row a line
  const refused: readonly (readonly [string, () => string | Buffer, string])[] = [
    ["entities that multiply", () => whole.replace("<mitteilung", `${bomb}<mitteilung`).replace("Muster", "&c;"), "DOCTYPE"],
    ["a document type that reads a file", () => whole.replace("<mitteilung", '<!doctype m SYSTEM "file:///etc/passwd"><mitteilung'), "DOCTYPE"],
    ["more bytes than a message may have", () => whole.replace("Muster", "M".repeat(limits.messageBytesMax)), "larger than"],
    ["another encoding", () => Buffer.from(whole.replace("Mara", "Märä"), "latin1"), "no UTF-8"],
    ["another encoding, declared", () => whole.replace('encoding="UTF-8"', 'encoding="ISO-8859-1"'), "no UTF-8"],
  ];
  test.for(refused)("%s", async ([, message, told]) => {
    const { exitCode, errors, output } = await trial(whole, message());
    expect([exitCode, output, errors]).toEqual([1, "", expect.stringContaining(told)]);
  });
});
