import type { Page } from "playwright-core";
import { describe, expect, test } from "vitest";
import { signIn } from "./openBrowser.ts";
import { browser, world } from "./setting.ts";
import { violations } from "./violations.ts";
import { visit } from "./visit.ts";

const main = (page: Page) => page.getByRole("main");

/** The pages for those who build front-ends. */
export function portal(): void {
  describe("A front-end team", () => {
    test("finds a field by its German term, and reads norm, category and when it is null, by keyboard alone from the search on.", async () => {
      const page = await browser.open();
      await signIn(page, "rrk-muenster-caseworker");
      await visit(page, "/vertrag");
      await page.getByRole("textbox", { name: "Suchen" }).focus();
      await page.keyboard.type("duldung validUntil");
      await main(page).getByRole("link", { name: "Toleration.validUntil" }).waitFor();
      for (const key of ["Tab", "Tab", "Enter"]) await page.keyboard.press(key);
      const field = main(page).getByRole("region", { name: "validUntil" });
      await field.getByText("Gültigkeitsdatum", { exact: true }).waitFor();
      await page.waitForFunction("document.activeElement.id === 'validUntil'");
      expect(await field.innerText()).toMatch(
        /Kategorie\s+Duldung \(TOLERATION\)\s+Null\s+Zurückgehalten und null, außer .*eigener Fall, nicht bei: große Übermittlungssperre/s,
      );
      await main(page).getByRole("row").filter({ hasText: "R-RRK-01" }).first().waitFor();
      expect(await violations(page)).toEqual([]);
      await page.context().close();
    });

    test("of RRK Münster chooses whose contract it reads, and is shown usage from five persons up alone.", async () => {
      const page = await browser.open();
      await signIn(page, "rrk-muenster-developer");
      await page.getByRole("link", { name: "Schnittstelle", exact: true }).first().click();
      await page.getByRole("combobox", { name: "Vertrag der Rolle" }).selectOption("CASEWORKER");
      await main(page).getByRole("link", { name: "worklist", exact: true }).waitFor();
      await main(page).getByRole("link", { name: "Änderungen der Schnittstelle" }).click();
      await main(page).getByRole("table", { name: "Mit der nächsten Fassung" }).waitFor();
      expect(await violations(page)).toEqual([]);
      await main(page).getByRole("link", { name: "Nutzung der Felder" }).click();
      await page.getByRole("button", { name: "Nutzung zeigen" }).click();
      await main(page).getByText("Geben Sie oben eine Begründung an").waitFor();
      await page.getByRole("textbox", { name: "Begründung", exact: true }).fill("Planung der nächsten Fassung");
      await page.getByRole("button", { name: "Nutzung zeigen" }).click();
      await main(page).getByText("kein Feld haben fünf Personen mit derselben Anwendung abgefragt.").waitFor();
      expect(await violations(page)).toEqual([]);
      await page.context().close();
    });

    test("of another office finds nothing of what is not in its contract, and nobody is told of another role's.", async () => {
      const page = await browser.open();
      await signIn(page, "lka-nrw");
      await visit(page, "/vertrag/Assessment");
      await main(page).getByText("Diesen Typ gibt es in diesem Vertrag nicht.").waitFor();
      expect(await page.getByRole("combobox", { name: "Vertrag der Rolle" }).count()).toBe(0);
      await page.context().close();
      const query = "{ __schema { queryType { name } } }";
      const asking = async (persona: string, role: string) => {
        const headers = { authorization: `Bearer ${await world.token(persona)}` };
        const { status, text } = await world.post(
          headers,
          JSON.stringify({ query, extensions: { contract: { role } } }),
        );
        return `${status} ${JSON.parse(text).extensions?.contract.name ?? JSON.parse(text).errors[0].extensions.code}`;
      };
      expect([
        await asking("rrk-muenster-developer", "LEAD"),
        await asking("rrk-muenster-developer", "ANALYST"),
        await asking("rrk-muenster-caseworker", "CASEWORKER"),
        await asking("rrk-muenster-caseworker", "LEAD"),
      ]).toEqual([
        "200 rrk-muenster-lead",
        "403 PURPOSE_NOT_PERMITTED",
        "200 rrk-muenster-caseworker",
        "403 PURPOSE_NOT_PERMITTED",
      ]);
    });

    test("is given no person's data under the contract of another role.", async () => {
      const headers = {
        authorization: `Bearer ${await world.token("rrk-muenster-developer")}`,
        "access-purpose": "INTERFACE_DEVELOPMENT",
        "access-reason": "Entwicklung",
      };
      const query = '{ person(personRef: "P-SHOWCASE0001") { familyName } cases { totalCount } }';
      world.forget();
      const body = JSON.stringify({ query, extensions: { contract: { role: "CASEWORKER" } } });
      const { data, errors } = await world.post(headers, body);
      expect(data).toEqual({ person: null, cases: null });
      expect(errors.map(({ extensions }) => extensions?.code)).toEqual(errors.map(() => "UNAUTHORIZED_FIELD_OR_TYPE"));
      expect(world.traffic).toEqual([]);
    });
  });
}
