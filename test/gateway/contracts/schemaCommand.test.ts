import { appendFileSync, cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { afterAll, beforeAll, expect, test } from "vitest";
import { contractFiles } from "../../../gateway/contracts/contractFiles.ts";
import { schemaCommand } from "../../../gateway/contracts/schemaCommand.ts";
import { loadSupergraph } from "../../../gateway/loadSupergraph.ts";
import { loadPolicy } from "../../../gateway/policy/loadPolicy.ts";

const today = "2026-06-15";
let room: string;
/** The project's own, worked out once. */
const current = contractFiles(loadPolicy(), loadSupergraph());
const sources = {
  supergraphSdl: () => readFileSync(new URL("../../../schema/supergraph.graphql", import.meta.url), "utf8"),
  contracts: () => current,
};
const run = (...args: string[]) => schemaCommand(args, today, pathToFileURL(`${room}/`), sources);
const at = (name: string) => join(room, "contracts", name);

beforeAll(() => {
  room = mkdtempSync(join(tmpdir(), "sichtfeld-schema-"));
  cpSync(new URL("../../../schema/contracts/", import.meta.url), at(""), { recursive: true });
  cpSync(new URL("../../../schema/supergraph.graphql", import.meta.url), join(room, "supergraph.graphql"));
});
afterAll(() => rmSync(room, { recursive: true, force: true }));

test("the committed contracts are fresh, and break nothing that nobody answers for", () => {
  expect(schemaCommand(["--check"], today)).toMatchObject({ exitCode: 0, output: "" });
});

test("a contract that was edited by hand is stale", () => {
  appendFileSync(at("abh.graphql"), "# more\n");
  expect(run("--check")).toEqual({
    exitCode: 1,
    output: "",
    complaint: "schema/contracts/abh.graphql: stale. Run npm run schema and commit the result.\n",
  });
});

test("so is one that no office reads any more", () => {
  writeFileSync(at("former.graphql"), "type Query { x: Int }\n");
  expect(run("--check").complaint).toContain("schema/contracts/abh.graphql and 1 more: stale.");
  expect(run().exitCode).toBe(0);
  expect(run("--check").exitCode).toBe(0);
});

test("a field that front-end teams were told of and that is gone fails the check until somebody answers for it", () => {
  const released = readFileSync(at("released/ministry.graphql"), "utf8");
  writeFileSync(at("released/ministry.graphql"), released.replace("type Query {", "type Query {\n  persons: Int"));
  const broken = run("--check");
  expect(broken.exitCode).toBe(1);
  expect(broken.complaint).toContain("breaks ministry: Query.persons was removed.\n");
  expect(run("--acknowledge", "no")).toMatchObject({ exitCode: 2, complaint: "Say why in at least 10 characters.\n" });
  expect(run("--check").exitCode).toBe(1);
  expect(run("--acknowledge", "Ministries never see persons.").exitCode).toBe(0);
  expect(readFileSync(at("acknowledgements.yaml"), "utf8")).toContain(`- change: Query.persons was removed.
  contracts:
    - ministry
  date: ${today}
  reason: Ministries never see persons.
`);
  expect(run("--check")).toMatchObject({ exitCode: 0 });
});

test("what broke stands in the changelog with its reason, and the command prints it for the contract alone", () => {
  const told = "- Query.persons was removed. Ministries never see persons.";
  expect(run("--changes", "ministry").output).toContain(`## Next release\n\n### BREAKING\n\n${told}\n`);
  expect(run("--changes", "im-nrw").output).not.toContain("persons");
  expect(run("--changes", "../ministry")).toMatchObject({ exitCode: 1, output: "" });
});

test("a changelog that was edited by hand is stale", () => {
  const kept = readFileSync(at("changelog.yaml"), "utf8");
  writeFileSync(at("changelog.yaml"), kept.replace("Ministries never", "Ministries at last"));
  expect(run("--check").complaint).toMatch(/^schema\/contracts\/changelog.yaml: stale/);
  writeFileSync(at("changelog.yaml"), kept);
});

test("with a release the list ends, and an acknowledgement that is left is told", () => {
  const left = readFileSync(at("acknowledgements.yaml"));
  expect(run("--release").exitCode).toBe(0);
  expect(run("--check").exitCode).toBe(0);
  expect(run("--changes", "ministry").output).toContain(`## ${today}\n\n### BREAKING\n\n- Query.persons was removed.`);
  expect(run("--changes", "ministry").output).not.toContain("Next release");
  writeFileSync(at("acknowledgements.yaml"), left);
  expect(run("--check").complaint).toContain("acknowledged for ministry, but not so: Query.persons was removed.\n");
});

test.for([["--chek"], ["--check", "--release"], ["now"]])("called wrongly with %s: how to call it", (args) => {
  expect(run(...args)).toEqual({
    exitCode: 2,
    output: "",
    complaint: expect.stringContaining("npm run schema -- --check"),
  });
});

test("--help prints how to call it", () => {
  expect(run("--help")).toEqual({ exitCode: 0, output: expect.stringContaining("--acknowledge"), complaint: "" });
});
