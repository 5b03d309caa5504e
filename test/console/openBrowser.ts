import { createRequire } from "node:module";
import { type Browser, type Page as BrowserPage, chromium, type Page } from "playwright-core";
import { expect } from "vitest";

const { chromium: installed } = createRequire(import.meta.url)("../../.ci/chromium.cjs") as {
  chromium: () => string | null;
};

/** A Chromium that shows the console. */
export interface ConsoleBrowser {
  /** A page of its own: nobody signed in, nothing kept. */
  open(path?: string, size?: { readonly width: number; readonly height: number }): Promise<Page>;
  /** What pages complained of: script errors, refused requests, breaches of the content security policy. */
  readonly complaints: readonly string[];
  close(): Promise<void>;
}

/** @param url of the gateway */
export async function openBrowser(url: string): Promise<ConsoleBrowser> {
  const executablePath = installed();
  if (executablePath === null) throw new Error("There is no Chromium: node .ci/chromium.cjs installs it.");
  const browser: Browser = await chromium.launch({ executablePath, args: ["--no-sandbox"] });
  const complaints: string[] = [];
  return {
    complaints,
    async open(path = "/", viewport = { width: 1280, height: 900 }) {
      const context = await browser.newContext({ viewport, locale: "de-DE" });
      const page: BrowserPage = await context.newPage();
      context.on("weberror", (error) => complaints.push(error.error().message));
      context.on("console", (message) => {
        // The network log of a refusal that the page shows is no complaint.
        if (message.type() === "error" && !/Failed to load resource/.test(message.text()))
          complaints.push(message.text());
      });
      context.on("request", (request) => {
        if (!request.url().startsWith(url)) complaints.push(`asked elsewhere: ${request.url()}`);
      });
      page.setDefaultTimeout(10_000);
      await page.goto(`${url}${path}`);
      return page;
    },
    close: () => browser.close(),
  };
}

/** Signs in at the demonstration's issuer, from wherever the page stands. */
export async function signIn(page: Page, persona: string): Promise<void> {
  await page.getByRole("banner").getByRole("button", { name: "Anmelden" }).click();
  await page.getByRole("button", { name: persona, exact: true }).click();
  await page.getByRole("button", { name: "Abmelden" }).waitFor();
  expect(new URL(page.url()).search).toBe("");
}
