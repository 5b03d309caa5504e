import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { Page } from "playwright-core";

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

const judgement = `axe.run().then(({ violations }) => violations.map(({ id, nodes }) => id + ": " + nodes.map(({ html }) => html).join(" ")))`;

/** What axe finds on the page as it stands: the rule, and the places that break it. */
export async function violations(page: Page): Promise<readonly string[]> {
  // By the debugger, which the page's content security policy does not bind.
  if (await page.evaluate("typeof axe === 'undefined'")) await page.evaluate(axe);
  return page.evaluate<readonly string[]>(judgement);
}
