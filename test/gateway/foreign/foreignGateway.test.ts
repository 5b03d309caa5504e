import { execFile } from "node:child_process";
import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { describe, expect, test } from "vitest";
import { foreignArguments } from "../../../gateway/foreign/foreignArguments.ts";

const allowAll = ["--supergraph", "some.graphql", "--policy", "allow-all"];

describe("A gateway that allows everything", () => {
  const refused: readonly (readonly [string, readonly string[], NodeJS.ProcessEnv, RegExp])[] = [
    ["in production", allowAll, { NODE_ENV: "production" }, /NODE_ENV=production/],
    ["without saying so", ["--supergraph", "some.graphql"], {}, /^--policy: say allow-all/],
    ["with another policy", ["--supergraph", "some.graphql", "--policy", "rules"], {}, /^--policy: say allow-all/],
    ["without a supergraph", ["--policy", "allow-all"], {}, /^--supergraph: /],
    ["with a port that is none", [...allowAll, "--port", "many"], {}, /^--port: /],
    ["with an option that is none", [...allowAll, "--rules"], {}, /--rules/],
  ];
  test.each(refused)("does not start %s", (_, args, environment, sentence) => {
    expect(() => foreignArguments([...args], environment)).toThrow(sentence);
  });

  test("starts where it is meant", () => {
    expect(foreignArguments([...allowAll, "--port", "0"], {})).toEqual({
      help: false,
      supergraph: "some.graphql",
      port: 0,
    });
  });
});

/**
 * A recorded audit of federation gateways, beside the project where it is at hand. The whole of it:
 * node ../shared/oracles/federation-audit/replay.mjs 'npm run -s gateway -- --supergraph {file} --port {port} --policy allow-all'
 */
const audit = fileURLToPath(new URL("../../../../shared/oracles/federation-audit/replay.mjs", import.meta.url));
const sample = ["simple-interface-object"];

describe("The audit of federation gateways", () => {
  test.skipIf(!existsSync(audit))(
    `is passed in ${sample.join(", ")} (skipped where the audit is not beside the project)`,
    async () => {
      const command = `${process.execPath} gateway/foreign/main.ts --supergraph {file} --port {port} --policy allow-all`;
      const { stdout } = await promisify(execFile)(process.execPath, [audit, command, "--only", sample.join(",")]);
      expect(stdout).toMatch(/cases 13\/13, suites 1, misses 0/);
    },
  );
});
