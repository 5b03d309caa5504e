import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { z } from "zod";
import { addDays } from "../../subgraphs/shell/calendar/addDays.ts";
import { makeProjectReport } from "../../validity/project/makeProjectReport.ts";
import type { ProjectReport } from "../../validity/project/ProjectReport.ts";
import { renderCsv } from "../../validity/project/pages/renderCsv.ts";
import { renderProjectPage } from "../../validity/project/pages/renderProjectPage.ts";
import { renderProjectPdf } from "../../validity/project/pages/renderProjectPdf.ts";
import { demonstrationIssuer } from "../identity/demonstrationIssuer.ts";
import { pilotPeriod } from "../pilot/pilotPeriod.ts";
import { startGateway } from "../startGateway.ts";
import { gather } from "./gather.ts";

const help = `Writes the project report, German, in the decree's four parts: bericht.html, bericht.pdf, and the data behind each plot as daten/*.csv.

  npm run report -- [--from 2026-03-01] [--to 2026-08-31] [--out FOLDER]

  --from, --to  months of these days count, by the date of the question; the pilot by default
  --out         folder that is written to; the folder \`report\` in the data folder by default

Figures come from the data folder SICHTFELD_DATA (.data by default), which no running server may use meanwhile, by a gateway of its own on the day after --to: what
the ministry, the evaluation and the data protection officer are told, each on record. The demonstration's issuer makes their tokens: refused with NODE_ENV=production.
The exit status is 0, 1 where it cannot be written, 2 for wrong arguments.
`;

interface ReportArguments {
  readonly help: boolean;
  readonly from: string;
  readonly to: string;
  readonly out: string | null;
}

/** Does what `npm run report` is asked to. */
export async function reportCommand(
  args: readonly string[],
  environment: NodeJS.ProcessEnv,
  { output, errors }: { readonly output: NodeJS.WritableStream; readonly errors: NodeJS.WritableStream },
): Promise<0 | 1 | 2> {
  const given = reportArguments(args);
  if (typeof given === "string") {
    errors.write(`${given} See npm run report -- --help.\n`);
    return 2;
  }
  if (given.help) {
    output.write(help);
    return 0;
  }
  try {
    const folder = environment.SICHTFELD_DATA ?? ".data";
    const report = await make(given, folder, environment);
    output.write(`${(await write(given.out ?? join(folder, "report"), report)).join("\n")}\n`);
    return 0;
  } catch (error) {
    errors.write(`${(error as Error).message}\n`);
    return 1;
  }
}

/** @returns what is wrong with them, in one sentence */
function reportArguments(args: readonly string[]): ReportArguments | string {
  const options = {
    from: { type: "string", default: pilotPeriod.from },
    to: { type: "string", default: pilotPeriod.to },
    out: { type: "string" },
    help: { type: "boolean", short: "h", default: false },
  } as const;
  try {
    const { values } = parseArgs({ args: [...args], options, strict: true, allowPositionals: false });
    const day = z.iso.date();
    if (!day.safeParse(values.from).success || !day.safeParse(values.to).success) return "Write days as YYYY-MM-DD.";
    if (values.from > values.to) return "--from must not be after --to.";
    return { help: values.help, from: values.from, to: values.to, out: values.out ?? null };
  } catch (error) {
    return `${(error as Error).message.split(/[.\n]/)[0]}.`;
  }
}

async function make(
  { from, to }: ReportArguments,
  dataFolder: string,
  environment: NodeJS.ProcessEnv,
): Promise<ProjectReport> {
  const issuer = await demonstrationIssuer(dataFolder, environment.NODE_ENV);
  const gateway = await startGateway({
    environment: { ...environment, PORT: "0", SICHTFELD_DATA: dataFolder, SICHTFELD_DATE: addDays(to, 1) },
    onProgress: () => {},
    report: () => {},
  });
  try {
    return makeProjectReport(await gather({ url: gateway.url, issuer, dataFolder, from, to }));
  } finally {
    await gateway.stop();
  }
}

/** @returns the files written, the tables' as one line */
async function write(folder: string, report: ProjectReport): Promise<readonly string[]> {
  const data = join(folder, "daten");
  mkdirSync(data, { recursive: true, mode: 0o700 });
  const [page, pdf] = [join(folder, "bericht.html"), join(folder, "bericht.pdf")];
  writeFileSync(page, renderProjectPage(report), { mode: 0o600 });
  writeFileSync(pdf, await renderProjectPdf(report), { mode: 0o600 });
  const tables = report.parts.flatMap(({ sections }) => sections).flatMap((section) => section.tables);
  for (const table of tables)
    writeFileSync(join(data, `${table.id}.csv`), renderCsv(table, report.simulation), { mode: 0o600 });
  return [page, pdf, `${data} (${tables.length} tables)`];
}
