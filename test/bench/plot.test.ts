import { expect, test } from "vitest";
import { plot } from "../../bench/plot.ts";

test("Ten times as much stands as far to the right everywhere, and twice the cost twice as high", () => {
  const points = [1, 10, 100].map((at, each) => ({ at, value: each + 1 }));
  const svg = plot({ x: "clients", y: "ms", points });
  const drawn = [...svg.matchAll(/<circle cx="([\d.]+)" cy="([\d.]+)"/g)].map(([, x, y]) => [Number(x), Number(y)]);
  const [[x0 = 0, y0 = 0] = [], [x1 = 0, y1 = 0] = [], [x2 = 0, y2 = 0] = []] = drawn;
  expect(x2 - x1).toBeCloseTo(x1 - x0, 0);
  expect(y1 - y2).toBeCloseTo(y0 - y1, 0);
  expect(drawn).toHaveLength(3);
});
