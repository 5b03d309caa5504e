import type { CommandResult } from "../gateway/CommandResult.ts";
import { probeGateway } from "./probeGateway.ts";
import type { Report } from "./Report.ts";
import { type Catalogue, readCatalogue } from "./readCatalogue.ts";
import { type ReportArguments, reportArguments } from "./reportArguments.ts";
import { reportHtml } from "./reportHtml.ts";
import { reportText } from "./reportText.ts";
import { Target } from "./Target.ts";
import { testWays } from "./testWays.ts";
import { testWithout } from "./testWithout.ts";

const usage = `npm run bypass-report                      runs the tests of every way around and reports on them
npm run bypass-report -- --list            the catalogue alone
npm run bypass-report -- --without W-05    takes the defence away and expects the tests to fail (repeat it, or: all)
npm run bypass-report -- --url URL         asks another gateway about what can be asked by URL, in at most 60 requests
    --header "Name: value"                 header of the requester; may be repeated
    --config FILE                          YAML: headers, and query: an operation that the requester may ask
    --json, --html                         the report as JSON or as a page
Ends with 0 where nothing is open, 1 where something is or the report cannot be made, 2 where it is called wrongly.
`;

/** Makes the report that the arguments ask for. Never throws. */
export async function reportCommand(
  given: readonly string[],
  onProgress: (id: string) => void,
): Promise<CommandResult> {
  const catalogue = readCatalogue();
  let asked: ReportArguments;
  try {
    asked = reportArguments(given, catalogue);
  } catch (error) {
    return { output: "", complaint: `${(error as Error).message}\n\n${usage}`, exitCode: 2 };
  }
  if (asked.help) return { output: usage, complaint: "", exitCode: 0 };
  try {
    const report = await made(asked, catalogue, onProgress);
    const isOpen = report.lines.some(({ verdict }) => verdict === "OPEN");
    return { output: written(report, asked.format), complaint: "", exitCode: isOpen ? 1 : 0 };
  } catch (error) {
    return { output: "", complaint: `${(error as Error).message}\n`, exitCode: 1 };
  }
}

function made(asked: ReportArguments, catalogue: Catalogue, onProgress: (id: string) => void): Promise<Report> {
  const { gateway, without, list } = asked;
  if (gateway !== null) {
    return probeGateway(catalogue, new Target(gateway.url, gateway.headers, gateway.document), gateway.url, onProgress);
  }
  if (without !== null) return testWithout(without, onProgress);
  if (!list) return testWays(catalogue);
  const lines = [...catalogue.values()].map((way) => ({ way, verdict: "LISTED" as const, seen: "" }));
  return Promise.resolve({ about: "The ways around a field rule.", lines });
}

function written(report: Report, format: ReportArguments["format"]): string {
  if (format === "html") return reportHtml(report);
  if (format === "text") return reportText(report);
  const lines = report.lines.map(({ way: { id, sentence, references, defence }, verdict, seen }) => ({
    id,
    sentence,
    references,
    defence,
    verdict,
    seen,
  }));
  return `${JSON.stringify({ about: report.about, ways: lines }, null, 2)}\n`;
}
