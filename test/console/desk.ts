import { readFileSync } from "node:fs";
import type { Page } from "playwright-core";
import { beforeAll, describe, expect, test } from "vitest";
import { signIn } from "./openBrowser.ts";
import { browser, world } from "./setting.ts";
import { violations } from "./violations.ts";

/** Where the lead of RRK Münster is signed in. */
let page: Page;

const main = () => page.getByRole("main");
const purpose = () => page.getByRole("combobox", { name: "Zweck", exact: true });
const reason = () => page.getByRole("textbox", { name: "Begründung", exact: true });

/** Cases of the office, in a state or in any; where no group is named, without those that are drawn for an own estimate. */
async function casesIn(state: string | null, group: string | null): Promise<readonly string[]> {
  const { data } = await world.ask(
    "rrk-muenster-lead",
    { purpose: "WORKLIST" },
    "query ($group: WorklistGroup) { worklist(first: 200, group: $group) { edges { node { group case { caseRef state } } } } }",
    { group },
  );
  return data.worklist.edges
    .map(({ node }: { node: { group: string; case: { caseRef: string; state: string } } }) => node)
    .filter((node: { group: string; case: { state: string } }) => state === null || node.case.state === state)
    .filter((node: { group: string }) => group !== null || node.group !== "OWN_ESTIMATE_FIRST")
    .map((node: { case: { caseRef: string } }) => node.case.caseRef);
}

/** A proposal for offences, which one person decides on, found complete beforehand. */
async function checkedProposal(): Promise<string> {
  for (const caseRef of await casesIn("PROPOSED", null)) {
    const stated = { purpose: "CASE_ADMISSION", caseRef };
    const { data } = await world.ask("rrk-muenster-lead", stated, `{ case(caseRef: "${caseRef}") { ground } }`);
    if (data.case.ground !== "OFFENCES") continue;
    const present = "IDENTITY, RESIDENCE_STATUS, COMPETENCE, GROUND_DOCUMENTED";
    const check = `mutation { checkProposal(input: { caseRef: "${caseRef}", present: [${present}] }) { case { state } } }`;
    await world.ask("rrk-muenster-lead", stated, check);
    return caseRef;
  }
  throw new Error("There is no proposal for offences.");
}

async function open(caseRef: string): Promise<void> {
  await page.getByRole("link", { name: "Fall", exact: true }).click();
  await purpose().selectOption("CASE_ADMISSION");
  const field = page.getByRole("textbox", { name: "Fall oder Aktenzeichen" });
  const button = main().getByRole("button", { name: "Fall öffnen" });
  // A case that was open before opens by itself when it is named again.
  await field.fill("");
  await button.waitFor();
  await field.fill(caseRef);
  await reason().fill("Entscheidung über die Aufnahme");
  await button
    .or(main().getByRole("heading", { name: "Bewertung (IRIS)" }))
    .first()
    .waitFor();
  if (await button.isVisible()) await button.click();
}

/** The journeys of an RRK's desk. */
export function desk(): void {
  beforeAll(async () => {
    page = await browser.open();
    await signIn(page, "rrk-muenster-lead");
  });

  describe("The desk of RRK Münster", () => {
    test("lists who is looked at first, by band and never by a number, and opens a case without its reference in any address.", async () => {
      await page.getByRole("link", { name: "Arbeitsliste" }).click();
      await page.getByRole("button", { name: "Liste zeigen" }).click();
      await main().getByText("Geben Sie oben eine Begründung an").waitFor();
      await reason().fill("Tagesplanung");
      const rows = main().getByRole("row");
      await rows.nth(1).waitFor();
      expect(await rows.nth(1).innerText()).toMatch(
        /^FM-\d{4}-\d{4}\s+vorrangig prüfen\s+\d{4}-\d{2}-\d{2}\s+\D+\s+[a-zäöü]+$/,
      );
      await main().getByRole("columnheader", { name: "Was fehlt" }).waitFor();
      expect(await violations(page)).toEqual([]);
      await rows.nth(1).getByRole("button").click();
      expect(page.url()).toBe(`${world.gateway.url}/fall`);
      expect(await reason().inputValue()).toBe("");
      expect(await page.getByRole("textbox", { name: "Fall oder Aktenzeichen" }).inputValue()).toMatch(/^FM-/);
    });

    test("lists the deadlines that come next, and saves them as a calendar without a name.", async () => {
      await page.getByRole("link", { name: "Fristen und Aufgaben" }).click();
      await reason().fill("Wochenplanung");
      await page.getByRole("combobox", { name: "Anzeigen" }).selectOption("NEXT_DEADLINE");
      await page.getByRole("button", { name: "Liste zeigen" }).click();
      const rows = main().getByRole("row");
      await rows.nth(1).waitFor();
      const [, name = ""] = /FM-\d{4}-\d{4}\s+(\D+?),/.exec(await rows.nth(1).innerText()) ?? [];
      expect(name).not.toBe("");
      expect(await violations(page)).toEqual([]);
      const saving = page.waitForEvent("download");
      await page.getByRole("button", { name: "Als Kalender speichern" }).click();
      const saved = await (await saving).path();
      const calendar = readFileSync(saved, "utf8");
      expect(calendar.match(/^BEGIN:VEVENT/gm)).toHaveLength((await rows.count()) - 1);
      expect(calendar).not.toContain(name);
    });

    test("shows reasons and counter-reasons side by side, every fact with source and age, and the demonstration's mark.", async () => {
      await open("FM-2026-0001");
      await main().getByRole("region", { name: "Dafür spricht" }).first().waitFor();
      const boxes = await Promise.all(
        ["Dafür spricht", "Dagegen spricht"].map((name) => main().getByRole("heading", { name }).boundingBox()),
      );
      expect(boxes[0]?.y).toBe(boxes[1]?.y);
      await main().getByText("Demonstrationskriterien, nicht die des Pilotprojekts.").waitFor();
      const shown = await main().getByRole("row").filter({ hasText: "Aufenthaltsstatus" }).innerText();
      expect(shown).toMatch(/Tatsache\s+Ausländerbehörde .+\s+\d{4}-\d{2}-\d{2}/);
      expect(await violations(page)).toEqual([]);
    });

    test("lets a case that was drawn be opened by an own estimate alone.", async () => {
      const [drawn = ""] = await casesIn(null, "OWN_ESTIMATE_FIRST");
      await open(drawn);
      await main().getByText("Dieser Fall wurde für eine eigene Einschätzung gezogen.").waitFor();
      expect(await main().getByRole("heading", { name: "Dafür spricht" }).count()).toBe(0);
      await page.getByRole("button", { name: "Einschätzung festhalten" }).click();
      await main().getByText("Wählen Sie ein Band.").waitFor();
      await main().getByText("Begründen Sie in mindestens 10 Zeichen.").waitFor();
      await page.getByRole("combobox", { name: "Ihre Einschätzung" }).selectOption("REGULAR");
      await page
        .getByRole("textbox", { name: "Begründung der Einschätzung" })
        .fill("Nach Lage der Akte im Mittelfeld.");
      await page.getByRole("button", { name: "Einschätzung festhalten" }).click();
      await main().getByRole("heading", { name: "Dafür spricht" }).waitFor();
    });

    test("has a proposal found complete, part by part, before anybody decides.", async () => {
      const [proposed = ""] = await casesIn("PROPOSED", null);
      await open(proposed);
      const find = page.getByRole("button", { name: "Vollständigkeit feststellen" });
      await find.waitFor();
      expect(await main().getByRole("heading", { name: "Entscheidung über die Aufnahme" }).count()).toBe(0);
      await main().getByRole("checkbox", { name: "RRK ist zuständig" }).check();
      await find.click();
      await main().getByText("Still to be found present: IDENTITY, RESIDENCE_STATUS, GROUND_DOCUMENTED").waitFor();
      expect(await violations(page)).toEqual([]);
    });

    test("takes as many clicks to reject as to admit, and puts either on record.", async () => {
      const [first, second] = [await checkedProposal(), await checkedProposal()];
      const decide = async (caseRef: string, outcome: "aufnehmen" | "ablehnen") => {
        await open(caseRef);
        const steps: string[] = [];
        const click = async (role: "radio" | "button", name: string, within = main()) => {
          await within.getByRole(role, { name, exact: true }).click();
          steps.push(role);
        };
        await main().getByRole("heading", { name: "Entscheidung über die Aufnahme" }).waitFor();
        await click("radio", outcome);
        const follows = main().getByRole("group", { name: "Folgt die Entscheidung dem Band?" });
        if (await follows.isVisible()) await click("radio", "nein");
        await main()
          .getByRole("textbox", { name: "Begründung der Entscheidung" })
          .fill("Nach eigener Prüfung der Akte.");
        await click("button", "Entscheidung festhalten");
        await main()
          .getByText(outcome === "aufnehmen" ? "aufgenommen" : "abgelehnt", { exact: true })
          .waitFor();
        return steps;
      };
      const admitting = await decide(first, "aufnehmen");
      expect(await decide(second, "ablehnen")).toEqual(admitting);
      const decided = world
        .log()
        .filter(({ outcome, operationName }) => outcome === "ANSWERED" && operationName === "Decide");
      expect(decided).toHaveLength(2);
    });

    test("does once what is clicked twice.", async () => {
      const third = await checkedProposal();
      await open(third);
      await main().getByRole("radio", { name: "ablehnen" }).click();
      const follows = main().getByRole("group", { name: "Folgt die Entscheidung dem Band?" });
      if (await follows.isVisible()) await follows.getByRole("radio", { name: "ja" }).click();
      await main().getByRole("textbox", { name: "Begründung der Entscheidung" }).fill("Nach eigener Prüfung der Akte.");
      const sent: string[] = [];
      page.on("request", (request) => {
        if (request.postData()?.includes("mutation Decide")) sent.push(request.url());
      });
      await main().getByRole("button", { name: "Entscheidung festhalten" }).dblclick();
      await main().getByText("abgelehnt", { exact: true }).waitFor();
      expect(sent).toHaveLength(1);
    });

    test("gives RRK Köln the list by date, and no word of a band.", async () => {
      const other = await browser.open();
      await signIn(other, "rrk-koeln-caseworker");
      await other.getByRole("link", { name: "Arbeitsliste" }).click();
      await other.getByRole("textbox", { name: "Begründung", exact: true }).fill("Tagesplanung");
      await other.getByRole("button", { name: "Liste zeigen" }).click();
      await other.getByRole("main").getByRole("table").waitFor();
      expect(await other.getByRole("main").innerText()).not.toMatch(/vorrangig|Band/);
      await other.context().close();
    });

    test("gives ZAB Coesfeld its own tasks, what is overdue first, and no deadline.", async () => {
      const other = await browser.open();
      await signIn(other, "zab-coesfeld");
      expect(await other.getByRole("link", { name: "Arbeitsliste" }).count()).toBe(0);
      await other.getByRole("link", { name: "Fristen und Aufgaben" }).click();
      await other.getByRole("textbox", { name: "Begründung", exact: true }).fill("Wochenplanung");
      await other.getByRole("button", { name: "Liste zeigen" }).click();
      const rows = other.getByRole("main").getByRole("row");
      await rows.nth(1).waitFor();
      const days = (await rows.allInnerTexts()).slice(1).map((text) => text.slice(0, 10));
      expect(days).toEqual([...days].sort());
      expect(await other.getByRole("combobox", { name: "Anzeigen" }).count()).toBe(0);
      expect(await violations(other)).toEqual([]);
      await other.context().close();
    });

    test("complains of nothing.", () => {
      expect(browser.complaints).toEqual([]);
    });
  });
}
