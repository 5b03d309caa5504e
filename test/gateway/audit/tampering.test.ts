import { beforeAll, expect, test } from "vitest";
import { AccessLog } from "../../../gateway/audit/AccessLog.ts";
import { verifyInstance } from "../../../gateway/audit/verifyInstance.ts";
import { access } from "./access.ts";
import { MemoryLogFolder } from "./MemoryLogFolder.ts";
import { TestClock } from "./TestClock.ts";

type Segments = readonly { readonly name: string; readonly bytes: Buffer }[];

/** Three segments: two accesses and an interrupted write; a refusal; an access in the year after. */
let segments: Segments;

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
  segments = found.segments();
});

const faults = (changed: Segments) => verifyInstance("a1", changed).faults;

function linesOf(segment: number): string[] {
  return segments[segment]?.bytes.toString().trimEnd().split("\n") ?? [];
}

function withLines(segment: number, lines: readonly string[]): Segments {
  const bytes = Buffer.from(`${lines.join("\n")}\n`);
  return segments.map((each, index) => (index === segment ? { ...each, bytes } : each));
}

test("The log as it was written verifies, and says which write was interrupted", () => {
  const { operations, torn } = verifyInstance("a1", segments);
  expect(faults(segments)).toEqual([]);
  expect(operations.map(({ operation }) => operation.id)).toEqual(["op-1", "op-2", "op-3", "op-4"]);
  expect(torn.map(({ file }) => file)).toEqual(["2026-000001.jsonl"]);
});

test("Whatever byte of whatever segment has a bit flipped, it is noticed", () => {
  const bits = [0x01, 0x20, 0x80];
  const unnoticed: string[] = [];
  segments.forEach(({ name, bytes }, segment) => {
    for (let place = 0; place < bytes.length; place += 1) {
      const changed = Buffer.from(bytes);
      changed.writeUInt8(bytes.readUInt8(place) ^ (bits[place % bits.length] ?? 0), place);
      const found = faults(segments.map((each, index) => (index === segment ? { name, bytes: changed } : each)));
      if (found.length === 0) unnoticed.push(`${name} ${place}`);
    }
  });
  expect(unnoticed).toEqual([]);
});

test("A line that is taken out, repeated or put in another place is noticed, and the fault names the line", () => {
  for (const segment of [1, 2]) {
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

test("A segment that is missing, renamed or of another instance is noticed", () => {
  const [first, second, third] = segments;
  if (first === undefined || second === undefined || third === undefined) throw new Error("There are three segments.");
  expect(faults([second, third])).toMatchObject([{ segment: "a1/2026-000002.jsonl", code: "PREDECESSOR_DIFFERS" }]);
  expect(faults([first, third])).toMatchObject([{ segment: "a1/2027-000001.jsonl", code: "PREDECESSOR_DIFFERS" }]);
  expect(faults([first, { ...second, name: "2026-000003.jsonl" }, third])).not.toEqual([]);
  expect(verifyInstance("b2", segments).faults).not.toEqual([]);
});

test("What a chain alone cannot see: a newest segment that ends at an earlier commit", () => {
  const lines = linesOf(2);
  const commit = lines.findIndex((line) => JSON.parse(line).entry.type === "commit");
  expect(faults(withLines(2, lines.slice(0, commit + 1)))).toEqual([]);
});
