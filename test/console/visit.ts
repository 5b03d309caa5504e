import type { Page } from "playwright-core";

/** Goes to a page by the router: a page that is loaded anew signs in anew. */
export async function visit(page: Page, path: string): Promise<void> {
  await page.evaluate(
    `history.pushState(null, "", ${JSON.stringify(path)}); dispatchEvent(new PopStateEvent("popstate"))`,
  );
  await page.waitForFunction(`location.pathname === ${JSON.stringify(path)}`);
  await page.getByRole("heading", { level: 1 }).waitFor();
}
