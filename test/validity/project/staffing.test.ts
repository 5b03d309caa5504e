import { describe, expect, test } from "vitest";
import { erlangC, servedWithin } from "../../../validity/project/staffing/erlangC.ts";
import { postsByWorkload } from "../../../validity/project/staffing/postsByWorkload.ts";
import { postsByErlangC, postsBySimulation } from "../../../validity/project/staffing/postsForTarget.ts";
import { Randomness } from "../../../validity/project/staffing/Randomness.ts";
import { stepLoads } from "../../../validity/project/staffing/StepLoad.ts";
import { simulateHalfYear } from "../../../validity/project/staffing/simulateHalfYear.ts";
import { simulateQueue } from "../../../validity/project/staffing/simulateQueue.ts";

describe("Erlang C", () => {
  // Call Centre Helper, "Erlang C Formula – Made Simple With an Easy Worked Example": 100 calls in 30 minutes of 180 s each, 20 s.
  test("gives the worked example: 10 Erlang and 14 agents, 17.4 % wait, 88.8 % are served within 20 s", () => {
    expect(erlangC(14, 10)).toBeCloseTo(0.174, 3);
    expect(servedWithin(14, 10, 180, 20)).toBeCloseTo(0.888, 3);
  });

  test("is the load of M/M/1, and 1 where the load is not borne", () => {
    expect(erlangC(1, 0.6)).toBeCloseTo(0.6, 12);
    expect([erlangC(3, 3), servedWithin(3, 3.5, 1, 100)]).toEqual([1, 0]);
  });

  test("is 1/3 of two posts with a load of one: ρ²·2/(1+ρ) by hand", () => {
    expect(erlangC(2, 1)).toBeCloseTo(1 / 3, 12);
  });
});

describe("The discrete-event simulation", () => {
  test.for([
    [1, 0.7, 1],
    [3, 2.4, 0.5],
    [8, 6.5, 0.2],
  ] as const)("with exponential times, %d posts and a load of %d agrees with Erlang C", ([posts, load, target]) => {
    const setting = {
      posts,
      meanGap: 1 / load,
      drawService: (random: Randomness) => random.exponential(1),
      arrivals: 60_000,
      warmUp: 2_000,
      target,
    };
    expect(simulateQueue(setting, new Randomness("erlang"))).toBeCloseTo(servedWithin(posts, load, 1, target), 1.5);
  });

  test("draws the mean and the variance that were asked for", () => {
    const random = new Randomness("moments");
    const drawn = Array.from({ length: 40_000 }, () => random.logNormal(30, 225));
    const mean = drawn.reduce((sum, each) => sum + each, 0) / drawn.length;
    const variance = drawn.reduce((sum, each) => sum + (each - mean) ** 2, 0) / drawn.length;
    expect(Math.abs(mean - 30)).toBeLessThan(0.4);
    expect(Math.abs(variance - 225)).toBeLessThan(15);
  });

  test("of half a year is its seed's, its intervals lie in one another, and it needs no fewer posts than the workload", () => {
    const loads = [{ step: "checkProposal", steps: 600, mean: 60, variance: 900 }];
    const told = simulateHalfYear(loads, 125, 10, "seed");
    expect(simulateHalfYear(loads, 125, 10, "seed")).toEqual(told);
    const {
      within95: [low95, high95],
      within80: [low80, high80],
      within50: [low50, high50],
      median,
    } = told;
    expect([low95, low80, low50, median, high50, high80, high95]).toEqual(
      [low95, low80, low50, median, high50, high80, high95].toSorted((one, other) => one - other),
    );
    expect(median).toBeGreaterThan(0.85 * postsByWorkload(600 * 60));
    expect(simulateHalfYear(loads, 125, 1, "seed").median).toBeGreaterThan(median);
  });
});

describe("The workload method", () => {
  test("makes of 1,000 steps of 41.3 minutes with 15 % allowance one post of 95,000 minutes a year in half a year", () => {
    expect(postsByWorkload((1_000 * 47_500) / 1_150)).toBeCloseTo(1, 9);
  });

  test("takes mean and variance from count, sum and sum of squares", () => {
    const cell = { rrk: "RRK_KOELN", step: "closeCase", month: "2026-03" };
    const cells = [
      { ...cell, steps: 2, minutes: 30, minutesSquared: 500 },
      { ...cell, month: "2026-04", steps: 2, minutes: 70, minutesSquared: 2_500 },
    ];
    expect(stepLoads(cells)).toEqual([{ step: "closeCase", steps: 4, mean: 25, variance: 125 }]);
  });
});

test("More arrivals, longer cases and a shorter target never take fewer posts, by either way", () => {
  for (const posts of [postsByErlangC, postsBySimulation]) {
    const of = (arrivals: number, minutes: number, days: number) => posts({ arrivals, minutes, days });
    expect(of(200, 240, 3)).toBeGreaterThanOrEqual(of(100, 240, 3));
    expect(of(100, 480, 3)).toBeGreaterThanOrEqual(of(100, 240, 3));
    expect(of(100, 480, 1)).toBeGreaterThanOrEqual(of(100, 480, 5));
  }
});
