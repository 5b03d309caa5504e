import { beforeAll, expect, test } from "vitest";
import { AccessLog } from "../../../gateway/audit/AccessLog.ts";
import { accessTexts } from "../../../gateway/audit/entryTexts.ts";
import { Segment } from "../../../gateway/audit/Segment.ts";
import { verifyShard } from "../../../gateway/audit/verifyShard.ts";
import { access } from "./access.ts";
import { MemoryLogFolder } from "./MemoryLogFolder.ts";
import { TestClock } from "./TestClock.ts";

type Segments = readonly { readonly name: string; readonly bytes: Buffer }[];

/** Two segments of 2026: two accesses and an interrupted write; a refusal. And the first of 2027, which has a log of its own. */
let segments: Segments;
let keys: Segments;

beforeAll(async () => {
  const clock = new TestClock("2026-12-31T08:00:00Z");
  const folder = new MemoryLogFolder();
  const first = await AccessLog.open(folder, clock.read);
  await first.append(access("op-1"));
  await first.append(access("op-2"));
  folder.fail({ at: "write", effect: "SHORT", code: "ENOSPC" });
  await first.append(access("interrupted")).catch(() => {});
  const found = folder.afterKill();
  const second = await AccessLog.open(found, clock.read);
  await second.append(access("op-3", { outcome: "REFUSED", refusalCode: "PURPOSE_MISSING", rules: {}, subjects: [] }));
  clock.set("2027-01-01T08:00:00Z");
  await second.append(access("op-4"));
  const own = (files: Segments) => files.filter(({ name }) => name.startsWith("access-2026/"));
  segments = own(found.segments());
  keys = own(found.files("keys"));
});

function verify(changed: Segments, changedKeys = keys, name = "a1/access-2026") {
  const files = new Map([...changed, ...changedKeys].map((each) => [each.name.split("/")[1] ?? "", each.bytes]));
  const ids: string[] = [];
  const verified = verifyShard(
    { name, files: [...files.keys()], read: (file) => files.get(file) ?? Buffer.alloc(0) },
    ({ operations }) => ids.push(...operations.map(({ operation }) => operation.id)),
  );
  return { ...verified, ids };
}

const faults = (changed: Segments, changedKeys = keys) => verify(changed, changedKeys).faults;

/** Every way to flip one bit of a byte: the place, and the files as they are then. */
function* flipped(files: Segments): Generator<readonly [string, Segments]> {
  const bits = [0x01, 0x20, 0x80];
  for (const { name, bytes } of files) {
    for (let place = 0; place < bytes.length; place += 1) {
      const changed = Buffer.from(bytes);
      changed.writeUInt8(bytes.readUInt8(place) ^ (bits[place % bits.length] ?? 0), place);
      yield [`${name} ${place}`, files.map((each) => (each.name === name ? { name, bytes: changed } : each))];
    }
  }
}

function linesOf(segment: number): string[] {
  return segments[segment]?.bytes.toString().trimEnd().split("\n") ?? [];
}

function withLines(segment: number, lines: readonly string[]): Segments {
  const bytes = Buffer.from(`${lines.join("\n")}\n`);
  return segments.map((each, index) => (index === segment ? { ...each, bytes } : each));
}

test("The log as it was written verifies, and says which write was interrupted", () => {
  const { ids, torn, leaves } = verify(segments);
  expect(faults(segments)).toEqual([]);
  expect(ids).toEqual(["op-1", "op-2", "op-3"]);
  expect(torn.map(({ file }) => file)).toEqual(["journal-000001.jsonl"]);
  expect(leaves).toBe(7);
});

test("Whatever byte of whatever segment has a bit flipped, it is noticed", () => {
  const unnoticed = [...flipped(segments)].filter(([, changed]) => faults(changed).length === 0);
  expect(unnoticed.map(([place]) => place)).toEqual([]);
});

test("Whatever byte of the key table has a bit flipped, it is noticed", () => {
  const unnoticed = [...flipped(keys)].filter(([, changed]) => faults(segments, changed).length === 0);
  expect(unnoticed.map(([place]) => place)).toEqual([]);
});

test("A row of the key table that is taken out, or replaced by another person's, is noticed", () => {
  const [first] = keys;
  const rows = first?.bytes.toString().trimEnd().split("\n") ?? [];
  const name = first?.name ?? "";
  for (let row = 0; row < rows.length; row += 1) {
    const without = Buffer.from(`${rows.toSpliced(row, 1).join("\n")}\n`);
    expect(faults(segments, [{ name, bytes: without }])).toEqual([
      { file: "a1/access-2026/keys", line: null, code: "KEY_MISSING" },
    ]);
    const other = rows[row]?.replace(/"value":".*"/, '"value":"P-SHOWCASE0002"') ?? "";
    const replaced = Buffer.from(`${rows.toSpliced(row, 1, other).join("\n")}\n`);
    expect(faults(segments, [{ name, bytes: replaced }])).toContainEqual({
      file: `a1/${name}`,
      line: row,
      code: "KEY_BROKEN",
    });
  }
});

test("A line that is taken out, repeated or put in another place is noticed, and the fault names the line", () => {
  for (const segment of [1]) {
    const lines = linesOf(segment);
    // The last line is left to the test of what a chain cannot see.
    for (let line = 0; line < lines.length - 1; line += 1) {
      const without = lines.toSpliced(line, 1);
      const twice = lines.toSpliced(line, 0, lines[line] ?? "");
      const swapped = lines.toSpliced(line, 2, lines[line + 1] ?? "", lines[line] ?? "");
      expect(faults(withLines(segment, without))[0]).toMatchObject({ line });
      expect(faults(withLines(segment, twice))[0]).toMatchObject({ line: line + 1 });
      expect(faults(withLines(segment, swapped))[0]).toMatchObject({ line });
    }
  }
});

test("A segment that is cut off anywhere is noticed as soon as another one continues it", () => {
  const [first, ...later] = segments;
  const bytes = first?.bytes ?? Buffer.alloc(0);
  const ends = [...bytes.entries()].flatMap(([place, byte]) => (byte === 0x0a ? [place, place + 1, place + 2] : []));
  for (const length of [0, ...ends]) {
    expect(faults([{ name: first?.name ?? "", bytes: bytes.subarray(0, length) }, ...later])).not.toEqual([]);
  }
});

test("A segment that is missing, renamed or of another shard is noticed", () => {
  const [first, second] = segments;
  if (first === undefined || second === undefined) throw new Error("There are two segments.");
  expect(faults([second])).toMatchObject([
    { file: "a1/access-2026/journal-000002.jsonl", code: "PREDECESSOR_DIFFERS" },
  ]);
  expect(faults([first, { ...second, name: "access-2026/journal-000003.jsonl" }])).not.toEqual([]);
  expect(verify(segments, keys, "b2/access-2026").faults).not.toEqual([]);
  expect(verify(segments, keys, "a1/access-2025").faults).not.toEqual([]);
});

test("An operation whose decision does not stand before it, or is not the one it names, is noticed although the chain holds", async () => {
  const entry = access("op-1");
  const [operation = "", subject = ""] = accessTexts(entry, 1, "2026-06-15T08:00:00.000Z", () => "t".repeat(43));
  const decision = entry.decision?.text ?? "";
  for (const [texts, expected] of [
    [[decision, operation, subject], []],
    [[operation, subject], ["DECISION_MISSING"]],
    [[decision.replace("R-RRK-01", "R-RRK-09"), operation, subject], ["DECISION_MISSING"]],
    [[decision, operation, subject.replace("[0,1]", "[0,2]")], ["DECISION_MISSING"]],
  ] as const) {
    const folder = new MemoryLogFolder();
    const opening = { v: 1, type: "segment", openedAt: "2026-06-15T08:00:00.000Z", treeSize: 0, follows: [] } as const;
    const segment = await Segment.create(await folder.shard("access-2026"), "journal-000001.jsonl", opening);
    await segment.commit([{ texts, main: 0 }]);
    expect(folder.verify().faults.map(({ code }) => code)).toEqual([...expected, "KEY_MISSING"]);
  }
});

test("What a chain alone cannot see: a newest segment that ends at an earlier commit", () => {
  const lines = linesOf(1);
  const commit = lines.findIndex((line) => JSON.parse(line).entry.type === "commit");
  expect(faults(withLines(1, lines.slice(0, commit + 1)))).toEqual([]);
});
