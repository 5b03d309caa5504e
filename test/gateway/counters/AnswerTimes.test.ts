import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { AnswerTimes, answerTimeBounds, readAnswerTimes } from "../../../gateway/counters/AnswerTimes.ts";

const folder = mkdtempSync(join(tmpdir(), "sichtfeld-counters-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test("What was counted is there after a restart, by month and by bin, and is counted on", () => {
  const file = join(folder, "counters", "answer-times.json");
  const first = AnswerTimes.open(file);
  first.count("2026-03-31", 5);
  first.count("2026-04-01", 5.1);
  first.save();
  const second = AnswerTimes.open(file);
  second.count("2026-04-30", 90_000);
  second.save();
  const at = (...bins: readonly number[]) =>
    answerTimeBounds.map((_, bin) => bins.filter((each) => each === bin).length);
  expect(readAnswerTimes(file)).toEqual({ "2026-03": at(0), "2026-04": at(1, answerTimeBounds.length - 1) });
});

test("A file that is no counter stops the start, and is not written over", () => {
  const file = join(folder, "other.json");
  writeFileSync(file, '{"2026-03":[1]}');
  expect(() => AnswerTimes.open(file)).toThrow("is no counter of answer times");
});
