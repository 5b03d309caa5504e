import { createRequire } from "node:module";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { chromium, type Page } from "playwright-core";

const help = `Takes the pictures of the console that the README and docs/ show, in both languages.

  npm run pictures -- [--url <address>]

  --url <address>  of a running demonstration (npm start), http://127.0.0.1:4000 by default
`;

const { values } = parseArgs({
  options: { url: { type: "string", default: "http://127.0.0.1:4000" }, help: { type: "boolean" } },
});
if (values.help) {
  process.stdout.write(help);
  process.exit(0);
}

const { chromium: installed } = createRequire(import.meta.url)("../../.ci/chromium.cjs") as {
  chromium: () => string | null;
};
const executablePath = installed();
if (executablePath === null) throw new Error("There is no Chromium: node .ci/chromium.cjs installs it.");
const browser = await chromium.launch({ executablePath, args: ["--no-sandbox"] });

async function signedIn(persona: string): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 1500 }, locale: "de-DE" });
  const page = await context.newPage();
  await page.goto(values.url);
  await page.getByRole("banner").getByRole("button", { name: "Anmelden" }).click();
  await page.getByRole("button", { name: persona, exact: true }).click();
  await page.getByRole("button", { name: "Abmelden" }).waitFor();
  return page;
}

async function keep(page: Page, name: string): Promise<void> {
  for (const [language, button] of [
    ["en", "English"],
    ["de", "Deutsch"],
  ] as const) {
    await page.getByRole("button", { name: button }).click();
    await page.screenshot({ path: fileURLToPath(new URL(`${name}.${language}.png`, import.meta.url)) });
  }
}

const lead = await signedIn("rrk-muenster-lead");
await lead.getByRole("link", { name: "Fall", exact: true }).click();
await lead.getByRole("combobox", { name: "Zweck", exact: true }).selectOption("CASE_ADMISSION");
await lead.getByRole("textbox", { name: "Fall oder Aktenzeichen" }).fill("FM-2026-0001");
await lead.getByRole("textbox", { name: "Begründung", exact: true }).fill("Entscheidung über die Aufnahme");
await lead.getByRole("button", { name: "Fall öffnen" }).click();
await lead.getByRole("heading", { name: "Dafür spricht" }).waitFor();
await keep(lead, "desk");

const officer = await signedIn("dpo");
await officer.getByRole("link", { name: "Wer hat es gesehen?" }).click();
await officer.getByRole("textbox", { name: "Begründung", exact: true }).fill("Beschwerde der betroffenen Person");
await officer.getByRole("textbox", { name: "Person (Referenz)" }).fill("P-SHOWCASE0001");
await officer.getByRole("button", { name: "Suchen" }).click();
await officer.getByRole("table").waitFor();
await keep(officer, "officer");

const team = await signedIn("rrk-muenster-caseworker");
await team.getByRole("link", { name: /^Schnittstelle/ }).click();
await team.getByRole("textbox", { name: "Suchen" }).fill("toleration");
await team.getByRole("link", { name: "Toleration", exact: true }).click();
await team.getByRole("region", { name: "validUntil" }).waitFor();
await keep(team, "portal");

await browser.close();
