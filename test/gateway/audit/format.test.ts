import { expect, test } from "vitest";
import { accessTexts } from "../../../gateway/audit/entryTexts.ts";
import { logEntries } from "../../../gateway/audit/logEntries.ts";
import { chainStart } from "../../../schema/accessLogChain.ts";
import { commitText, lineText } from "../../../schema/accessLogFormat.ts";
import { tokenOf } from "../../../schema/accessLogKeys.ts";
import { logFilesInOrder } from "../../../schema/accessLogNames.ts";
import { canonicalJson } from "../../../schema/canonicalJson.ts";
import { access } from "./access.ts";

// The format is versioned: what stands here is what is on disks.

/** A token one can read: in the log it is 43 letters of an HMAC. */
const tokens = (kind: string, value: string) => `${kind}:${value}`.padEnd(43, ".").slice(0, 43);

/** The same in letters that a token has. */
const tokenLetters: typeof tokens = (kind, value) => tokens(kind, value).replaceAll(/[^A-Za-z0-9_-]/g, "-");

test("An access to two persons is one operation that refers to its decision, and a line a person that points to coordinates", () => {
  const entry = access("op-1", {
    subjects: [
      {
        personRef: "P-1",
        coordinates: ["Person.personRef", "Conviction.court"],
        facts: [{ id: "CV-1", version: 2, tag: "t1", disclosed: ["Conviction.court"] }],
      },
      {
        personRef: "P-2",
        coordinates: ["Person.personRef", "Person.personRef"],
        withheld: ["Conviction.court"],
      },
    ],
  });
  const { operation, subjects } = logEntries(entry, 1, "2026-06-15T08:00:00.250Z", tokens);
  expect(entry.decision?.text).toBe(
    '{"allowed":[{"coordinate":"Conviction.court","rules":["R-RRK-02","R-RRK-03"]},{"coordinate":"Person.personRef","rules":["R-RRK-01"]}],' +
      '"combined":[],"id":"26704886e657d80b28e6dd93c306538270cb7cca54cc6d204f5b32e50126c94a","policyVersion":"p1","tested":[],"type":"decision","v":1,' +
      '"withheld":[{"category":"RELIGION","coordinate":"Person.religion","prohibitions":[]}]}',
  );
  expect(canonicalJson(operation)).toBe(
    '{"actor":"staff-1","askedCases":[],"at":"2026-06-15T08:00:00.000Z","case":"case:FM-2026-0001..........................","catalogueVersion":null,"count":1,' +
      `"decision":"${entry.decision?.id}","document":null,"id":"op-1","incidents":[],"kinds":["QUERY","DISCLOSE"],"office":"RRK_MUENSTER",` +
      `"operationHash":"${"0f".repeat(32)}","operationName":"Case","outcome":"ANSWERED","policyVersion":"p1","purpose":"CASE_MANAGEMENT",` +
      '"purposeCode":"01","questionDate":"2026-06-15","reason":"reason:Prüfung.............................","recipient":"RRK_MUENSTER",' +
      '"recordedAt":"2026-06-15T08:00:00.250Z","refusalCode":null,"responsiblePerson":"staff-2","role":"CASEWORKER",' +
      '"subjects":2,"trace":null,"type":"operation","v":1,"withheld":[0]}',
  );
  expect(subjects.map(canonicalJson)).toEqual([
    '{"disclosed":[0,1],"facts":[["CV-1",2,"t1",[0]]],"operation":"op-1","subject":"person:P-1.................................","type":"subject","v":1,"withheld":[]}',
    '{"disclosed":[1],"facts":[],"operation":"op-1","subject":"person:P-2.................................","type":"subject","v":1,"withheld":[0]}',
  ]);
});

test("A data subject that asks for itself is named by its token alone, and so is who received the answer", () => {
  const { operation } = logEntries(
    access("op-1", { asSubject: "P-1", actor: "sub-1" }),
    1,
    "2026-06-15T08:00:00.000Z",
    tokens,
  );
  const own = `SUBJECT:${tokens("person", "P-1")}`;
  expect(operation).toMatchObject({ actor: own, responsiblePerson: own, recipient: own });
});

test("A field that was disclosed although the decision does not allow it cannot be put on record", () => {
  const entry = access("op-1", { rules: {}, subjects: [{ personRef: null, coordinates: ["Query.statistics"] }] });
  expect(() => logEntries(entry, 1, "2026-06-15T08:00:00.000Z", tokens)).toThrow(RangeError);
});

test.each([
  ["a thousand facts, of each two fields", 1_000, 2, 3],
  ["two hundred facts, of each two hundred fields, as an assessment rests on many", 200, 200, 5],
  ["one fact", 1, 1, 1],
  ["no fact", 0, 1, 1],
])(
  "A data subject with %s has as many entries as hold them, each below the bytes of a line",
  (_words, many, fields, expected) => {
    const disclosed = Array.from({ length: fields }, (_, each) => `Assessment.field${String(each).padStart(3, "0")}`);
    const facts = Array.from({ length: many }, (_, each) => ({
      id: `CV-${String(each).padStart(16, "0")}`,
      version: 1,
      tag: "t".repeat(43),
      disclosed,
    }));
    const entry = access("op-1", {
      rules: Object.fromEntries(disclosed.map((coordinate) => [coordinate, ["R-RRK-01"]])),
      subjects: [{ personRef: "P-1", coordinates: disclosed, facts }],
    });
    const { operation, subjects } = logEntries(entry, 1, "2026-06-15T08:00:00.000Z", tokens);
    expect(operation.subjects).toBe(expected);
    expect(subjects.flatMap((each) => each.facts.map(([id]) => id))).toEqual(facts.map(({ id }) => id));
    for (const each of subjects) expect(canonicalJson(each).length).toBeLessThan(55_000);
  },
);

test.each(["CV-1", 'a "quoted" \\ud800 back\\slash', "ü €\u2028", "\u{1f600}", "\u0001\u001f"])(
  "The lines of an access are canonical JSON, whatever an operation and a fact are called: %j",
  (id) => {
    const facts = [{ id, version: 2, tag: id, disclosed: ["Conviction.court"] }];
    const subjects = [{ personRef: "P-1", coordinates: ["Person.personRef"], facts }];
    const lines = accessTexts(
      access("op-1", { operationName: id, subjects }),
      1,
      "2026-06-15T08:00:00.000Z",
      tokenLetters,
    );
    const entries = lines.map((line) => JSON.parse(line));
    expect(lines).toEqual(entries.map(canonicalJson));
    expect(entries).toMatchObject([{ operationName: id }, { facts: [[id, 2, id, [0]]] }]);
  },
);

test.each([
  ["half of a character in its id", { id: "CV-\ud800" }],
  ["no number as its version", { version: Number.NaN }],
  ["a version before the first", { version: 0 }],
])("A fact with %s cannot be put on record", (_, change) => {
  const fact = { id: "CV-1", version: 1, tag: "t1", disclosed: ["Conviction.court"], ...change };
  const inEntry = (each: typeof fact) =>
    accessTexts(
      access("op-1", { subjects: [{ personRef: "P-1", coordinates: [], facts: [each] }] }),
      1,
      "2026-06-15T08:00:00.000Z",
      tokenLetters,
    );
  expect(() => inEntry(fact)).toThrow(/format of the log/);
  expect(inEntry({ id: "CV-1", version: 1, tag: "t1", disclosed: ["Conviction.court"] })).toHaveLength(2);
});

test("A line holds the entry, its number and the hash of the line before; the first one that of the segment's name", () => {
  const { last } = chainStart("a1/access-2026", "journal-000001.jsonl");
  expect(last).toBe("13256f8c8664afd71c8880ca638d086cd317e85fa36100b2175c9e9c19833ee3");
  expect(lineText(commitText, 7, "00")).toBe('{"entry":{"type":"commit","v":1},"n":7,"prev":"00"}');
});

test("A token is the HMAC of kind and value under the key of its row", () => {
  expect(tokenOf("00".repeat(32), "person", "P-SHOWCASE0001")).toBe("3iM02Rc_qxGoREn7luTk1uNG3gGOZypf7zYNYxDKxm4");
});

test("Segments follow one another by their sequence; other files are none", () => {
  const names = [
    "journal-1000000.jsonl",
    "lock",
    "journal-000002.jsonl",
    "keys-000001.jsonl",
    "journal-000010.jsonl",
    "x.jsonl",
  ];
  expect(logFilesInOrder("journal", names)).toEqual([
    "journal-000002.jsonl",
    "journal-000010.jsonl",
    "journal-1000000.jsonl",
  ]);
});

test.each([
  [{ b: 1, a: [true, null, "é"] }, '{"a":[true,null,"é"],"b":1}'],
  [{ "\u20ac": 1, "\r": 2, "1": 3, "\u{1f600}": 4, "\ufb33": 5 }, '{"\\r":2,"1":3,"€":1,"\u{1f600}":4,"\ufb33":5}'],
  [[-0, 1e21, 0.1], "[0,1e+21,0.1]"],
  // Numbers of RFC 8785, appendix B.
  [
    [5e-324, -5e-324, 1.7976931348623157e308, 9007199254740992, -9007199254740992],
    "[5e-324,-5e-324,1.7976931348623157e+308,9007199254740992,-9007199254740992]",
  ],
  [
    [295147905179352830000, 9.999999999999997e22, 1e23, 1.0000000000000001e23],
    "[295147905179352830000,9.999999999999997e+22,1e+23,1.0000000000000001e+23]",
  ],
  [
    [999999999999999700000, 999999999999999900000, 333333333.3333332, 333333333.33333325],
    "[999999999999999700000,999999999999999900000,333333333.3333332,333333333.33333325]",
  ],
  [[0.000001, 1e-7, 1424953923781206.2], "[0.000001,1e-7,1424953923781206.2]"],
  ["\u20ac$\u000F\u000aA'\u0042\u0022\u005c\\\"/", '"€$\\u000f\\nA\'B\\"\\\\\\\\\\"/"'],
])("Canonical JSON (RFC 8785) of %j", (value, expected) => {
  expect(canonicalJson(value)).toBe(expected);
});

test.each([[undefined], [Number.NaN], ["\ud800"], [() => 1], [1n]])("Canonical JSON cannot say %o", (value) => {
  expect(() => canonicalJson({ value })).toThrow(TypeError);
});
