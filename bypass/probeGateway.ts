import { givesData } from "./givesData.ts";
import { probes } from "./probes.ts";
import type { Report, ReportLine } from "./Report.ts";
import type { Catalogue, Way } from "./readCatalogue.ts";
import type { Target } from "./Target.ts";

/**
 * Asks a gateway about every way that can be asked about by URL.
 *
 * @param onProgress is told of each way before it is asked about
 * @throws Error with one line where the gateway does not answer the requester's operation
 */
export async function probeGateway(
  catalogue: Catalogue,
  target: Target,
  url: string,
  onProgress: (id: string) => void,
): Promise<Report> {
  const answer = await target.ask();
  if (!givesData(answer)) {
    throw new Error(
      `${url} does not answer the operation with data (status ${answer.status}). Give the requester's headers (--header) and an operation that they may ask (--config).`,
    );
  }
  const lines: ReportLine[] = [];
  for (const way of catalogue.values()) {
    onProgress(way.id);
    lines.push(await probed(way, target));
  }
  return { about: `The ways around a field rule, as far as ${url} can be asked about them.`, lines };
}

async function probed(way: Way, target: Target): Promise<ReportLine> {
  const probe = probes[way.probe ?? ""];
  if (probe === undefined) return { way, verdict: "NOT_PROBED", seen: `needs ${way.needs}` };
  return { way, ...(await probe(target)) };
}
