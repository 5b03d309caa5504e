import type { Report, ReportLine } from "./Report.ts";
import type { Catalogue } from "./readCatalogue.ts";
import { runTests } from "./runTests.ts";

/** Runs the named tests of all ways, as they are. */
export async function testWays(catalogue: Catalogue): Promise<Report> {
  const results = await runTests(null);
  const lines = [...catalogue.values()].map((way): ReportLine => {
    const { passed, failed } = results.get(way.id) ?? { passed: 0, failed: [] };
    if (failed.length > 0) return { way, verdict: "OPEN", seen: `${failed.length} of its tests fail: ${failed[0]}` };
    return passed === 0
      ? { way, verdict: "UNCLEAR", seen: "None of its tests was run." }
      : { way, verdict: "HOLDS", seen: `${passed} tests.` };
  });
  return { about: "The ways around a field rule, by their tests in test/bypass/.", lines };
}
