import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { operationsFolder, pageOperations } from "../../../gateway/console/pageOperations.ts";

const modules = await pageOperations();

describe("What the console's pages ask", () => {
  test.each([...modules])("%s fits its contract, and its types are fresh (npm run operations).", (name, text) => {
    expect(readFileSync(new URL(name, operationsFolder), "utf8")).toBe(text);
  });
});
