import { describe, expect, test } from "vitest";
import { startArguments } from "../../../gateway/startArguments.ts";

describe("npm start", () => {
  test("starts one process where nothing is said, and as many as are asked for.", () => {
    expect(startArguments([])).toEqual({ help: null, workers: 1 });
    expect(startArguments(["--workers", "4"])).toEqual({ help: null, workers: 4 });
  });

  test("tells of its options instead of starting.", () => {
    expect(startArguments(["--help"]).help).toMatch(/--workers <number>/);
  });

  test.each([
    ["no worker", ["--workers", "0"], /^--workers must be a whole number from 1 to 64\.$/],
    ["too many workers", ["--workers", "65"], /^--workers must be/],
    ["a part of one", ["--workers", "1.5"], /^--workers must be/],
    ["a number that is none", ["--workers", "all"], /^--workers must be/],
    ["an option that is none", ["--processes", "2"], /--processes.*See npm start -- --help\.$/],
  ])("does not start for %s.", (_, args, sentence) => {
    expect(() => startArguments(args)).toThrow(sentence);
  });
});
