import { readFileSync } from "node:fs";
import type { Page } from "playwright-core";
import { beforeAll, describe, expect, test } from "vitest";
import { signIn } from "./openBrowser.ts";
import { browser } from "./setting.ts";
import { violations } from "./violations.ts";

/** Where the desk of Kreis Borken is signed in. */
let page: Page;

const main = () => page.getByRole("main");

async function take(step: string): Promise<void> {
  await main().getByRole("combobox", { name: "Nächster Schritt" }).selectOption({ label: step });
  await main().getByRole("textbox", { name: "Vermerk" }).fill("Anhand der Akte und des Ausweises.");
  await main().getByRole("button", { name: "Schritt festhalten" }).click();
}

/** The desk for the rights of the person: from receipt to a draft that its drafter cannot check. */
export function rights(): void {
  describe("The desk for the rights of the person", () => {
    beforeAll(async () => {
      page = await browser.open();
      await signIn(page, "abh-borken-rights");
      await page.getByRole("link", { name: "Betroffenenrechte", exact: true }).click();
      await page.getByRole("textbox", { name: "Fall oder Aktenzeichen" }).fill("ABH-BOR-4711/19");
      await page.getByRole("textbox", { name: "Begründung", exact: true }).fill("Antrag vom 8. Juni 2026");
      await main().getByRole("button", { name: "Anträge zeigen" }).click();
    });

    test("takes down a request, and says which day is missing before it sends anything.", async () => {
      const button = main().getByRole("button", { name: "Aufnehmen" });
      await button.click();
      await main().getByText("Geben Sie den Tag des Eingangs an.").waitFor();
      await main().getByLabel("Eingegangen am").fill("2026-06-08");
      await button.click();
      await main().getByText("Eingegangen am 2026-06-08, Frist bis 2026-07-08.").waitFor();
    });

    test("drafts, saves the draft as a PDF, and is refused the check of its own draft with what was typed kept.", async () => {
      await take("Identität ist geprüft");
      await main()
        .getByRole("heading", { name: /: Identität geprüft$/ })
        .waitFor();
      await take("Antwort ist entworfen");
      await main()
        .getByRole("heading", { name: /: entworfen$/ })
        .waitFor();
      const [download] = await Promise.all([
        page.waitForEvent("download"),
        main().getByRole("button", { name: "Entwurf als PDF" }).click(),
      ]);
      expect(readFileSync(await download.path(), "latin1").slice(0, 5)).toBe("%PDF-");
      await take("Zurückstellung ist geprüft");
      await main().getByRole("alert").first().waitFor();
      expect(await main().getByRole("textbox", { name: "Vermerk" }).inputValue()).not.toBe("");
      expect(await violations(page)).toEqual([]);
    });
  });
}
