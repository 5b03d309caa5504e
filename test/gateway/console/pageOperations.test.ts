import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import {
  exampleFolder,
  exampleOperations,
  operationsFolder,
  pageOperations,
} from "../../../gateway/console/pageOperations.ts";

const modules = await pageOperations();

describe("What the console's pages ask", () => {
  test.each([...modules])("%s fits its contract, and its types are fresh (npm run operations).", (name, text) => {
    expect(readFileSync(new URL(name, operationsFolder), "utf8")).toBe(text);
  });
});

test("The example client's operations fit their contract, and their types are fresh (npm run operations).", async () => {
  expect(readFileSync(new URL("operations.ts", exampleFolder), "utf8")).toBe(await exampleOperations());
});
