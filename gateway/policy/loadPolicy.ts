import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { Policy } from "./Policy.ts";
import { PolicyError } from "./PolicyError.ts";
import { parsePolicy } from "./reading/parsePolicy.ts";

/**
 * Reads the policy in force from its folder.
 *
 * @throws PolicyError with every problem of every file, each as `file:line: what is wrong.`
 */
export function loadPolicy(folder: URL = new URL("./", import.meta.url)): Policy {
  return parsePolicy(readFiles(folder));
}

function readFiles(folder: URL): ReadonlyMap<string, string> {
  try {
    const names = [...yamlFiles(folder), ...yamlFiles(new URL("rules/", folder)).map((name) => `rules/${name}`)];
    return new Map(names.map((name) => [name, readFileSync(new URL(name, folder), "utf8")]));
  } catch (error) {
    throw new PolicyError([
      `${fileURLToPath(folder)}:1: The policy cannot be read (${(error as NodeJS.ErrnoException).code}).`,
    ]);
  }
}

function yamlFiles(folder: URL): readonly string[] {
  return readdirSync(folder).filter((name) => name.endsWith(".yaml"));
}
