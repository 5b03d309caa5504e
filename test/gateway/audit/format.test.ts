import { expect, test } from "vitest";
import { logEntries } from "../../../gateway/audit/logEntries.ts";
import { chainStart } from "../../../schema/accessLogChain.ts";
import { commitText, lineText, segmentsInOrder } from "../../../schema/accessLogFormat.ts";
import { canonicalJson } from "../../../schema/canonicalJson.ts";
import { access } from "./access.ts";

// The format is versioned: what stands here is what is on disks.

test("An access to two persons is one operation, with rules written once, and a line a person that points to them", () => {
  const entry = access("op-1", {
    rules: { "Person.personRef": ["R-RRK-01"], "Conviction.court": ["R-RRK-02", "R-RRK-03"] },
    subjects: [
      { personRef: "P-SHOWCASE0001", coordinates: ["Person.personRef", "Conviction.court"] },
      { personRef: "P-SHOWCASE0002", coordinates: ["Person.personRef", "Person.personRef"] },
    ],
  });
  const { operation, subjects } = logEntries(entry, "2026-06-15T08:00:00.250Z");
  expect(canonicalJson(operation)).toBe(
    '{"actor":"staff-1","at":"2026-06-15T08:00:00.000Z","caseRef":"FM-2026-0001","combined":[],"id":"op-1",' +
      '"office":"RRK_MUENSTER","operationHash":"0f","operationKind":"query","operationName":"Case","outcome":"ANSWERED",' +
      '"policyVersion":"p1","purpose":"CASE_MANAGEMENT","purposeCode":"01","questionDate":"2026-06-15","reason":"Prüfung",' +
      '"recordedAt":"2026-06-15T08:00:00.250Z","refusalCode":null,"responsiblePerson":"staff-2","role":"CASEWORKER",' +
      '"rules":[{"coordinate":"Conviction.court","rules":["R-RRK-02","R-RRK-03"]},{"coordinate":"Person.personRef","rules":["R-RRK-01"]}],' +
      '"subjects":2,"tested":[],"type":"operation","v":1,' +
      '"withheld":[{"category":"RELIGION","coordinate":"Person.religion","prohibitions":[]}]}',
  );
  expect(subjects.map(canonicalJson)).toEqual([
    '{"coordinates":[0,1],"operation":"op-1","personRef":"P-SHOWCASE0001","type":"subject","v":1}',
    '{"coordinates":[1],"operation":"op-1","personRef":"P-SHOWCASE0002","type":"subject","v":1}',
  ]);
});

test("A field that was disclosed although no rule is named for it is on record with no rule", () => {
  const { operation } = logEntries(
    access("op-1", { rules: {}, subjects: [{ personRef: null, coordinates: ["Query.statistics"] }] }),
    "2026-06-15T08:00:00.000Z",
  );
  expect(operation.rules).toEqual([{ coordinate: "Query.statistics", rules: [] }]);
});

test("A line holds the entry, its number and the hash of the line before; the first one that of the segment's name", () => {
  const { last } = chainStart("a1", "2026-000001.jsonl");
  expect(last).toBe("9945eef1f61241f02caa57bc016c04982ff8ffea38777dda9bc0b1367f1fcec2");
  expect(lineText(commitText, 7, "00")).toBe('{"entry":{"type":"commit","v":1},"n":7,"prev":"00"}');
});

test("Segments follow one another by year and sequence; other files are none", () => {
  const names = [
    "2027-000001.jsonl",
    "2026-1000000.jsonl",
    "lock",
    "2026-000002.jsonl",
    "2026-000010.jsonl",
    "x.jsonl",
  ];
  expect(segmentsInOrder(names)).toEqual([
    "2026-000002.jsonl",
    "2026-000010.jsonl",
    "2026-1000000.jsonl",
    "2027-000001.jsonl",
  ]);
});

test.each([
  [{ b: 1, a: [true, null, "é"] }, '{"a":[true,null,"é"],"b":1}'],
  [{ "\u20ac": 1, "\r": 2, "1": 3, "\u{1f600}": 4, "\ufb33": 5 }, '{"\\r":2,"1":3,"€":1,"\u{1f600}":4,"\ufb33":5}'],
  [[-0, 1e21, 0.1], "[0,1e+21,0.1]"],
])("Canonical JSON (RFC 8785) of %j", (value, expected) => {
  expect(canonicalJson(value)).toBe(expected);
});

test.each([[undefined], [Number.NaN], ["\ud800"], [() => 1], [1n]])("Canonical JSON cannot say %o", (value) => {
  expect(() => canonicalJson({ value })).toThrow(TypeError);
});
