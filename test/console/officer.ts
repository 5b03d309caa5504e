import { createPrivateKey, generateKeyPairSync } from "node:crypto";
import { readFile } from "node:fs/promises";
import { calculateJwkThumbprint, decodeProtectedHeader, type JWK } from "jose";
import type { Page } from "playwright-core";
import { beforeAll, describe, expect, test } from "vitest";
import { demonstrationIssuer } from "../../gateway/identity/demonstrationIssuer.ts";
import { personas } from "../../gateway/identity/personas.ts";
import { loadPolicy } from "../../gateway/policy/loadPolicy.ts";
import { rawPublicKey, verifierKey } from "../../schema/tlog/noteKey.ts";
import { signIn } from "./openBrowser.ts";
import { browser, world } from "./setting.ts";
import { violations } from "./violations.ts";
import { visit } from "./visit.ts";

const main = (page: Page) => page.getByRole("main");

async function search(page: Page, person: string): Promise<void> {
  await page.getByRole("link", { name: "Wer hat es gesehen?" }).click();
  await page.getByRole("textbox", { name: "Begründung" }).fill("Beschwerde der betroffenen Person");
  await page.getByRole("textbox", { name: "Person (Referenz)" }).fill(person);
  await page.getByRole("button", { name: "Suchen" }).click();
}

/** The journeys of the data protection officer, and what others reach of them. */
export function officer(): void {
  beforeAll(async () => {
    const seen = await world.ask(
      "rrk-muenster-caseworker",
      { purpose: "CASE_MANAGEMENT", caseRef: "FM-2026-0001", reason: "Vorbereitung der Anhörung" },
      '{ person(personRef: "P-SHOWCASE0001") { familyName obligationToLeave { enforceable } } }',
    );
    expect(seen.errors).toEqual([]);
  });

  describe("The data protection officer", () => {
    test("finds an access, reads what was disclosed by which rule, and verifies its proof in the browser.", async () => {
      const page = await browser.open();
      await signIn(page, "dpo");
      await search(page, "P-SHOWCASE0001");
      const row = main(page).getByRole("row").filter({ hasText: "rrk-ms-0141" });
      await row.getByRole("link").click();
      await main(page).getByRole("heading", { name: "Ein Zugriff" }).waitFor();
      await expect.poll(() => main(page).innerText()).toContain("Vorbereitung der Anhörung");
      await main(page)
        .getByRole("row")
        .filter({ hasText: "Person.familyName" })
        .filter({ hasText: /R-RRK-01 \(.*AufenthG/ })
        .waitFor();
      const verify = page.getByRole("button", { name: "Nachweis prüfen" });
      // A checkpoint comes about a second after the answer.
      for (let tries = 0; tries < 20 && !(await verify.isVisible()); tries += 1) {
        await page.goBack();
        await page.waitForTimeout(300);
        await row.getByRole("link").click();
        await page.waitForTimeout(300);
      }
      await verify.click();
      await main(page).getByText("wer den Stand unterschrieben hat, ist ungeprüft").waitFor();

      const checkpoint = await main(page).locator("pre").last().textContent();
      const [origin = ""] = (checkpoint ?? "").split("\n");
      const key = (publicKey: Parameters<typeof rawPublicKey>[0]) =>
        verifierKey({ name: origin, type: "signature", publicKey: rawPublicKey(publicKey) });
      const own = createPrivateKey(await readFile(world.gateway.settings.log.keyFile));
      await page.getByLabel("Öffentlicher Schlüssel des Protokolls").fill(key(own));
      await verify.click();
      await main(page).getByText("Der Nachweis hält.").waitFor();

      await page
        .getByLabel("Öffentlicher Schlüssel des Protokolls")
        .fill(key(generateKeyPairSync("ed25519").publicKey));
      await verify.click();
      await main(page).getByText("Der Nachweis hält nicht.").waitFor();

      await page.getByRole("link", { name: "Zurück zur Suche" }).click();
      const saved = page.waitForEvent("download");
      await page.getByRole("button", { name: "Als Bündel mit Nachweisen ausleiten" }).dblclick();
      const bundle = await readFile(await (await saved).path(), "utf8");
      const lines = bundle.trimEnd().split("\n");
      expect(lines.map((line) => typeof JSON.parse(line))).toEqual(lines.map(() => "object"));
      expect(bundle).toContain("rrk-ms-0141");
      await page.context().close();
    });

    test("does it all by keyboard alone.", async () => {
      const page = await browser.open();
      const press = async (key: string, times = 1) => {
        for (let time = 0; time < times; time += 1) await page.keyboard.press(key);
      };
      const tabTo = async (name: string, key = "Tab") => {
        for (let tries = 0; tries < 60; tries += 1) {
          await press(key);
          const text = await page.evaluate(
            "(document.activeElement.labels?.[0] ?? document.activeElement).textContent.trim()",
          );
          if (text === name) return;
        }
        throw new Error(`No way to ${name} by keyboard.`);
      };
      await tabTo("Zum Inhalt");
      await tabTo("Anmelden");
      await press("Enter");
      await page.getByRole("heading", { name: "Als wer möchten Sie sich anmelden?" }).waitFor();
      await tabTo("dpo");
      await press("Enter");
      await page.getByRole("button", { name: "Abmelden" }).waitFor();
      await tabTo("Wer hat es gesehen?");
      await press("Enter");
      await page.getByRole("heading", { level: 1, name: "Wer hat es gesehen?" }).waitFor();
      // The heading takes the focus when the page comes, so that it is read out.
      await page.waitForFunction("document.activeElement.tagName === 'H1'");
      await tabTo("Begründung", "Shift+Tab");
      await page.keyboard.type("Beschwerde");
      await tabTo("Person (Referenz)");
      await page.keyboard.type("P-SHOWCASE0001");
      await press("Enter");
      await main(page).getByRole("row").filter({ hasText: "rrk-ms-0141" }).waitFor();
      await page.context().close();
    });

    test("draws the sample of the week before, and puts a verdict with a reason on record.", async () => {
      const page = await browser.open();
      await signIn(page, "dpo");
      await page.getByRole("link", { name: "Ist es in Ordnung?" }).click();
      await page.getByRole("textbox", { name: "Begründung", exact: true }).fill("Wöchentliche Stichprobe");
      await page.getByRole("button", { name: "Stichprobe ziehen" }).click();
      const row = main(page).getByRole("row").filter({ hasText: "rrk-ms-0102" });
      await row.getByRole("button", { name: "Vermerken" }).click();
      await page.getByRole("button", { name: "Vermerk festhalten" }).click();
      await main(page).getByText("Wählen Sie ein Ergebnis.").waitFor();
      await main(page).getByText("Begründen Sie in mindestens 10 Zeichen.").waitFor();
      await page.getByRole("radio", { name: "Rückfrage an die Stelle" }).check();
      await page.getByRole("textbox", { name: "Begründung des Vermerks" }).fill("Der Zweck trägt den Umfang nicht.");
      expect(await violations(page)).toEqual([]);
      await page.getByRole("button", { name: "Vermerk festhalten" }).click();
      await row.filter({ hasText: "Rückfrage an die Stelle (dsb-ms-1201)" }).waitFor();
      await page.context().close();
    });

    test("is shown what the detectors find, each with its base rate, and a period that is too long is refused.", async () => {
      const page = await browser.open();
      await signIn(page, "dpo");
      await page.getByRole("link", { name: "Ist es in Ordnung?" }).click();
      await page.getByRole("textbox", { name: "Begründung", exact: true }).fill("Monatliche Prüfung");
      const day = (daysBefore: number) => new Date(Date.now() - daysBefore * 86_400_000).toISOString().slice(0, 10);
      await page.getByLabel("Prüfen vom").fill(day(40));
      await page.getByLabel("Prüfen bis").fill(day(-1));
      await page.getByRole("button", { name: "Prüfregeln anwenden" }).click();
      await main(page).getByText("Wählen Sie höchstens 30 Tage.").waitFor();
      await page.getByLabel("Prüfen vom").fill(day(14));
      await page.getByRole("button", { name: "Prüfregeln anwenden" }).click();
      const heading = main(page).getByRole("heading", { name: /^D-OFF-HOURS: \d+ von \d+ Zugriffen/ });
      await heading.waitFor();
      expect(await main(page).getByRole("heading", { level: 3 }).count()).toBe(5);
      expect(await violations(page)).toEqual([]);
      await page.context().close();
    });

    test("reads who may, what a draft of the rules would change, how the log stands, and a draft for the controller.", async () => {
      const page = await browser.open();
      await signIn(page, "dpo");
      await page.getByRole("link", { name: "Wer darf?" }).click();
      await page.getByRole("button", { name: "Zeigen", exact: true }).click();
      await main(page).getByText("Nennen Sie ein Feld.").waitFor();
      await main(page).getByText("Geben Sie oben eine Begründung an.").waitFor();
      await page.getByRole("textbox", { name: "Begründung", exact: true }).fill("Prüfung des Berechtigungskonzepts");
      await page.getByRole("textbox", { name: "Feld", exact: true }).fill("Conviction.sentence");
      await page.getByRole("button", { name: "Zeigen", exact: true }).dblclick();
      await main(page).getByRole("row").filter({ hasText: "R-RRK-02" }).first().waitFor();
      await page.getByRole("combobox", { name: "Fragende Stelle" }).selectOption("LKA_NRW");
      await page.getByRole("button", { name: "Stelle zeigen" }).click();
      await main(page)
        .getByRole("region", { name: /^Was .* darf$/ })
        .waitFor();
      const version = loadPolicy().version;
      await page.getByRole("textbox", { name: "Frühere Fassung" }).fill(version);
      await page.getByRole("button", { name: "Vergleichen" }).click();
      await main(page).getByText("Niemand gewinnt oder verliert etwas.").waitFor();
      await page.getByRole("textbox", { name: "Fassung des Entwurfs" }).fill(version);
      await page.getByLabel("Zugriffe seit").fill("2026-01-01");
      await page.getByRole("button", { name: "Probelauf" }).click();
      await main(page)
        .getByText(/^\d+ von [1-9]\d* Zugriffen wären anders beantwortet worden\.$/)
        .waitFor();
      expect(await violations(page)).toEqual([]);
      await page.getByRole("link", { name: "Ist es in Ordnung?" }).click();
      await page.getByRole("button", { name: "Zustand zeigen" }).click();
      await main(page)
        .getByRole("row")
        .filter({ hasText: /access-\d{4}/ })
        .waitFor();
      await page.getByRole("button", { name: "Offene zeigen" }).click();
      await main(page)
        .getByText(/\d+ sind offen\./)
        .waitFor();
      await page.getByRole("link", { name: "Entwürfe" }).click();
      await page.getByRole("button", { name: "Entwerfen" }).click();
      await main(page).getByRole("heading", { name: "Kategorien personenbezogener Daten" }).waitFor();
      await main(page)
        .getByText(/^Vom Verantwortlichen auszufüllen/)
        .first()
        .waitFor();
      expect(await violations(page)).toEqual([]);
      await page.context().close();
    });

    test("is told what is missing, keeps what was typed, and nothing is sent meanwhile.", async () => {
      const page = await browser.open();
      await signIn(page, "dpo");
      world.forget();
      await page.getByRole("link", { name: "Wer hat es gesehen?" }).click();
      await page.getByLabel("Vom").fill("2026-06-15");
      await page.getByLabel("Bis").fill("2026-06-01");
      await page.getByRole("textbox", { name: "Person (Referenz)" }).fill("P-SHOWCASE0001");
      await page.getByRole("button", { name: "Suchen" }).click();
      await main(page).getByText("Wählen Sie einen Tag nach dem ersten.").waitFor();
      await main(page).getByText("Geben Sie oben eine Begründung an").waitFor();
      expect(await page.getByRole("textbox", { name: "Person (Referenz)" }).inputValue()).toBe("P-SHOWCASE0001");
      expect(world.traffic).toEqual([]);
      await page.context().close();
    });

    test("goes on where a token ends: signs in in a window beside, and nothing that was typed is lost.", async () => {
      const page = await browser.open();
      const issuer = await demonstrationIssuer(world.gateway.settings.dataFolder);
      const dpo = personas.get("dpo");
      if (dpo === undefined) throw new Error("There is no dpo.");
      let ended = false;
      await page.context().route("**/issuer/token", async (route) => {
        if (ended) return route.continue();
        ended = true;
        const { jwk } = decodeProtectedHeader(route.request().headers().dpop ?? "");
        const answer = await route.fetch();
        const token = await issuer.issueToken(dpo, -1, { jkt: await calculateJwkThumbprint(jwk as JWK) });
        return route.fulfill({ response: answer, json: { ...(await answer.json()), access_token: token } });
      });
      await signIn(page, "dpo");
      await search(page, "P-SHOWCASE0001");
      await main(page).getByText("Die Sitzung ist zu Ende.").waitFor();
      const opened = page.context().waitForEvent("page");
      await page.getByRole("button", { name: "Neu anmelden" }).click();
      await (await opened).getByRole("button", { name: "dpo", exact: true }).click();
      await main(page).getByRole("row").filter({ hasText: "rrk-ms-0141" }).waitFor();
      expect(await page.getByRole("textbox", { name: "Begründung" }).inputValue()).toBe(
        "Beschwerde der betroffenen Person",
      );
      expect(await page.getByRole("textbox", { name: "Person (Referenz)" }).inputValue()).toBe("P-SHOWCASE0001");
      await page.context().close();
    });

    test("keeps what was typed when the connection is lost, and asks again by a button.", async () => {
      const page = await browser.open();
      await signIn(page, "dpo");
      await page.context().setOffline(true);
      await search(page, "P-SHOWCASE0001");
      await main(page).getByText("Der Server ist nicht erreichbar.").waitFor();
      await page.context().setOffline(false);
      await page.getByRole("button", { name: "Erneut versuchen" }).click();
      await main(page).getByRole("row").filter({ hasText: "rrk-ms-0141" }).waitFor();
      await page.context().close();
    });

    test("keeps no token beyond the page: it is in no storage, and a page that is loaded anew asks to sign in.", async () => {
      const page = await browser.open();
      await signIn(page, "dpo");
      expect(await page.evaluate(() => [localStorage.length, sessionStorage.length])).toEqual([0, 0]);
      expect(await page.context().cookies()).toEqual([]);
      await page.reload();
      await page.getByRole("banner").getByRole("button", { name: "Anmelden" }).waitFor();
      await page.context().close();
    });
  });

  describe("An analyst of the LKA", () => {
    test("reaches no page of the officer or of the RRK, the assessment included, by any address, and nothing is asked.", async () => {
      const page = await browser.open();
      await signIn(page, "lka-nrw");
      world.forget();
      for (const path of [
        "/protokoll",
        "/protokoll/any",
        "/berechtigungen",
        "/ordnung",
        "/entwuerfe",
        "/arbeitsliste",
        "/fall",
      ]) {
        await visit(page, path);
        await main(page).getByText("Diese Seite gehört nicht zu Ihrer Aufgabe.").waitFor();
      }
      expect(await page.getByRole("navigation").count()).toBe(0);
      expect(world.traffic).toEqual([]);
      await page.context().close();
    });
  });
}
