import { expect, test } from "vitest";
import { TokenBuckets } from "../../../gateway/wear/TokenBuckets.ts";

const second = 1_000;

/** Whether a request goes through at this instant; one that does takes its token. */
function goes(buckets: TokenBuckets, key: string, now: number): boolean {
  const admitted = buckets.wait(key, now) === 0;
  buckets.take(key, now);
  return admitted;
}

test("Three at once go through, the fourth waits half a second at two a second.", () => {
  const buckets = new TokenBuckets({ burstMax: 3, perSecondMax: 2 }, 10);
  expect([1, 2, 3, 4].map(() => goes(buckets, "a", 0))).toEqual([true, true, true, false]);
  expect(buckets.wait("a", 0)).toBe(0.5);
  expect(goes(buckets, "a", 0.5 * second)).toBe(true);
  expect(goes(buckets, "a", 0.5 * second)).toBe(false);
});

test("Who goes on asking in vain does not wait the longer for it.", () => {
  const buckets = new TokenBuckets({ burstMax: 1, perSecondMax: 1 }, 10);
  goes(buckets, "a", 0);
  for (let now = 0; now < second; now += 100) expect(goes(buckets, "a", now)).toBe(false);
  expect(goes(buckets, "a", second + 1)).toBe(true);
});

test("A long rest fills a bucket to its brim and no further.", () => {
  const buckets = new TokenBuckets({ burstMax: 2, perSecondMax: 1 }, 10);
  goes(buckets, "a", 0);
  const later = 86_400 * second;
  expect([1, 2, 3].map(() => goes(buckets, "a", later))).toEqual([true, true, false]);
});

test("A clock that is set back gives nothing and takes nothing away.", () => {
  const buckets = new TokenBuckets({ burstMax: 2, perSecondMax: 1 }, 10);
  goes(buckets, "a", 10 * second);
  expect([1, 2].map(() => goes(buckets, "a", 0))).toEqual([true, false]);
  expect(buckets.wait("a", 0)).toBe(1);
});

test("Keys do not touch each other, and of too many the one used longest ago is forgotten.", () => {
  const buckets = new TokenBuckets({ burstMax: 1, perSecondMax: 0.001 }, 2);
  expect(["a", "b", "a", "c"].map((key) => goes(buckets, key, 0))).toEqual([true, true, false, true]);
  expect(buckets.size).toBe(2);
  expect(goes(buckets, "a", 0)).toBe(false);
  expect(goes(buckets, "b", 0)).toBe(true);
});
