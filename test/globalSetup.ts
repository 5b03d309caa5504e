import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { TestProject } from "vitest/node";
import { prepareStore } from "../subgraphs/prepareStore.ts";

declare module "vitest" {
  interface ProvidedContext {
    /** Data folder with a population, to be copied and never to be opened. */
    template: string;
  }
}

/** Persons of the world that tests share: the showcase persons and enough others for pages. */
const persons = "80";

/** Makes the population once; every test file works on a copy of its own. */
export default async function setup(project: TestProject): Promise<() => void> {
  const template = mkdtempSync(join(tmpdir(), "sichtfeld-template-"));
  const store = await prepareStore(
    { SICHTFELD_DATA: template, SICHTFELD_PERSONS: persons, SICHTFELD_SEED: "1" },
    () => {},
  );
  await store.close();
  project.provide("template", template);
  return () => rmSync(template, { recursive: true, force: true });
}
