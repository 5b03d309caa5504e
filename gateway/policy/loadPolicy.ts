import { readdirSync, readFileSync } from "node:fs";
import type { Policy } from "./Policy.ts";
import { parsePolicy } from "./reading/parsePolicy.ts";

/**
 * Reads the policy in force from its folder.
 *
 * @throws PolicyError with every problem of every file, each as `file:line: what is wrong.`
 */
export function loadPolicy(folder: URL = new URL("./", import.meta.url)): Policy {
  const names = [...yamlFiles(folder), ...yamlFiles(new URL("rules/", folder)).map((name) => `rules/${name}`)];
  return parsePolicy(new Map(names.map((name) => [name, readFileSync(new URL(name, folder), "utf8")])));
}

function yamlFiles(folder: URL): readonly string[] {
  return readdirSync(folder).filter((name) => name.endsWith(".yaml"));
}
