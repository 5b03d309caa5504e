import type { Page } from "playwright-core";
import { beforeAll, describe, expect, test } from "vitest";
import { pagePaths } from "../../gateway/console/pagePaths.ts";
import { signIn } from "./openBrowser.ts";
import { browser, world } from "./setting.ts";
import { violations } from "./violations.ts";
import { visit } from "./visit.ts";

/** Where the officer is signed in. */
let signedIn: Page;

const visited = pagePaths.filter((path) => path !== "/anmeldung").map((path) => path.replace(":id", "none"));

/** Every page: there, read by everybody, and at peace with its content security policy. */
export function pages(): void {
  beforeAll(async () => {
    signedIn = await browser.open();
    await signIn(signedIn, "dpo");
  });

  describe("Every page of the console", () => {
    test("is sent by the server, has one heading, and axe finds nothing before anybody is signed in.", async () => {
      const page = await browser.open();
      for (const path of visited) {
        expect((await fetch(`${world.gateway.url}${path}`)).status, path).toBe(200);
        await visit(page, path);
        expect(await page.getByRole("heading", { level: 1 }).textContent(), path).not.toBe(
          "Diese Seite gibt es nicht.",
        );
        expect(await violations(page), path).toEqual([]);
      }
      await page.context().close();
    });

    test.each(visited)("%s breaks no rule of axe in either language, and fits into 320 pixels.", async (path) => {
      await visit(signedIn, path);
      expect(await violations(signedIn)).toEqual([]);
      await signedIn.getByRole("button", { name: "English" }).click();
      expect(await signedIn.getAttribute("html", "lang")).toBe("en");
      expect(await violations(signedIn)).toEqual([]);
      await signedIn.getByRole("button", { name: "Deutsch" }).click();
      await signedIn.setViewportSize({ width: 320, height: 640 });
      expect(await signedIn.evaluate("document.documentElement.scrollWidth")).toBeLessThanOrEqual(320);
      await signedIn.setViewportSize({ width: 1280, height: 900 });
    });

    test("shows a page that is none for an address that is none.", async () => {
      await visit(signedIn, "/nirgends");
      await signedIn.getByRole("heading", { name: "Diese Seite gibt es nicht." }).waitFor();
      expect((await fetch(`${world.gateway.url}/nirgends`)).status).toBe(404);
    });

    test("loads the weights of the font that it shows, and no others.", async () => {
      const loaded = await signedIn.evaluate(
        `document.fonts.ready.then(() => [...document.fonts].filter(({ status }) => status === "loaded").map(({ weight }) => weight).sort())`,
      );
      expect(loaded).toEqual(["400", "600"]);
      const shown = await signedIn.evaluate<readonly string[]>(
        `[...new Set([...document.querySelectorAll("body *")].filter((each) => each.textContent.trim()).map((each) => getComputedStyle(each).fontWeight))]`,
      );
      expect(shown.filter((weight) => !["400", "600"].includes(weight))).toEqual([]);
    });

    test("the issuer's page passes axe too, without a script.", async () => {
      const page = await browser.open();
      await page.getByRole("main").getByRole("button", { name: "Anmelden" }).click();
      await page.getByRole("heading", { name: "Als wer möchten Sie sich anmelden?" }).waitFor();
      expect(await page.locator("script").count()).toBe(0);
      expect(await violations(page)).toEqual([]);
      await page.context().close();
    });

    test("asks nobody but the gateway, and breaks no rule of its content security policy.", () => {
      expect(browser.complaints).toEqual([]);
    });
  });
}
