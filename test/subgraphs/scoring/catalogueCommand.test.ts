import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeEach, describe, expect, test } from "vitest";
import { catalogueCommand } from "../../../subgraphs/scoring/catalogue/catalogueCommand.ts";
import { demonstration } from "./demonstrationCatalogue.ts";

const shipped = fileURLToPath(new URL("../../../subgraphs/scoring/catalogue/", import.meta.url));
const folder = mkdtempSync(join(tmpdir(), "sichtfeld-versions-"));
afterAll(() => rmSync(folder, { recursive: true }));

let room: string;
beforeEach(() => {
  room = mkdtempSync(join(folder, "room-"));
  for (const name of ["demo-1", "versions.yaml"]) cpSync(join(shipped, name), join(room, name), { recursive: true });
});

function addVersion(): void {
  cpSync(join(room, "demo-1"), join(room, "demo-2"), { recursive: true });
  change("demo-2/catalogue.yaml", "version: demo-1\nvalidFrom: 2026-03-01", "version: demo-2\nvalidFrom: 2026-07-01");
}

function change(file: string, from: string, to: string): void {
  const content = readFileSync(join(room, file), "utf8");
  expect(content).toContain(from);
  writeFileSync(join(room, file), content.replace(from, to));
}

const run = (...args: string[]) => catalogueCommand(args, room);

describe("npm run catalogue -- check", () => {
  test("names every version in use, with its hash", () => {
    expect(run("check")).toEqual({
      output: `demo-1  from 2026-03-01  15 criteria  sha256 ${demonstration.catalogue.hash}\n`,
      complaint: "",
      exitCode: 0,
    });
  });

  test.each([
    [
      "A version that was edited after it was listed",
      () => change("demo-1/C-A1.yaml", "points: 20", "points: 19"),
      "demo-1: was edited after it was listed.",
    ],
    ["A version that is not listed", addVersion, "versions.yaml: demo-2 is not listed."],
    [
      "A version that is gone",
      () => rmSync(join(room, "demo-1"), { recursive: true }),
      "versions.yaml: demo-1 is listed and gone.",
    ],
    [
      "A version that only one role approved",
      () =>
        change(
          "demo-1/catalogue.yaml",
          "  - role: { de: Leitung der RRK Münster, en: lead of RRK Münster }\n    on: 2026-02-18\n  - role: { de: behördliche Datenschutzbeauftragte, en: data protection officer }\n    on: 2026-02-20\n",
          "",
        ),
      "catalogue.yaml:8: approvals: At least two roles approve a version, each named.",
    ],
    [
      "A version that a role approved after it came into force",
      () => change("demo-1/catalogue.yaml", "on: 2026-02-20", "on: 2026-03-02"),
      "catalogue.yaml:14: is approved after 2026-03-01, when it comes into force.",
    ],
  ])("%s is not loaded", (_about, spoil, sentence) => {
    spoil();
    const { exitCode, complaint, output } = run("check");
    expect({ exitCode, output }).toEqual({ exitCode: 1, output: "" });
    expect(complaint).toContain(sentence);
  });
});

describe("npm run catalogue -- list", () => {
  test("puts a new version on the list, after which it is immutable", () => {
    addVersion();
    expect(run("list", "demo-2").exitCode).toBe(0);
    expect(run("check").output).toMatch(/^demo-1 .*\ndemo-2 {2}from 2026-07-01 .*\n$/);
    change("demo-2/C-A1.yaml", "points: 20", "points: 19");
    expect(run("check").complaint).toContain("demo-2: was edited after it was listed.");
  });

  test("refuses a version that is listed, and one that does not load", () => {
    expect(run("list", "demo-1")).toMatchObject({ exitCode: 2, complaint: "demo-1 is listed already.\n" });
    addVersion();
    change("demo-2/C-A1.yaml", "points: 20", "points: 21");
    expect(run("list", "demo-2")).toMatchObject({ exitCode: 1 });
    expect(run("check").complaint).toContain("C-A1.yaml:9: gives 21 points, above the cap of 20.");
  });
});

describe("npm run catalogue -- dmn", () => {
  test("prints the latest version, or writes the named one into a file", () => {
    addVersion();
    run("list", "demo-2");
    expect(run("dmn").output).toContain('name="IRIS demo-2"');
    const out = join(room, "demo-1.dmn");
    expect(run("dmn", "demo-1", "--out", out)).toMatchObject({ exitCode: 0, output: "" });
    expect(readFileSync(out, "utf8")).toContain('name="IRIS demo-1"');
  });

  test("names the nearest version for one that is not there", () => {
    expect(run("dmn", "demo1")).toMatchObject({
      exitCode: 2,
      complaint: 'There is no version "demo1". Nearest valid: demo-1.\n',
    });
  });
});

test.each([[[]], [["chek"]], [["check", "demo-1"]], [["list"]], [["check", "--out", "x"]], [["--wrong"]]])(
  "Called with %j it says how it is called, with status 2",
  (args) => {
    expect(run(...args)).toMatchObject({ exitCode: 2, output: "" });
    expect(run(...args).complaint).toContain("Usage: npm run -s catalogue -- <what>");
  },
);

test("--help says what it can do", () => {
  expect(run("--help")).toMatchObject({ exitCode: 0, complaint: "" });
});
