import type { Report, ReportLine } from "./Report.ts";
import type { Way } from "./readCatalogue.ts";
import { runTests } from "./runTests.ts";

/** Takes the defences of ways away, one at a time, and runs their tests: they must fail. */
export async function testWithout(ways: readonly Way[], onProgress: (id: string) => void): Promise<Report> {
  const lines: ReportLine[] = [];
  for (const way of ways) {
    onProgress(way.id);
    const { passed, failed } = (await runTests(way.id)).get(way.id) ?? { passed: 0, failed: [] };
    lines.push(
      failed.length > 0
        ? {
            way,
            verdict: "HOLDS",
            seen: `Without its defence, ${failed.length} of ${passed + failed.length} tests fail.`,
          }
        : { way, verdict: "OPEN", seen: "Without its defence, its tests do not fail: they do not see it." },
    );
  }
  return { about: "The tests of the ways around, with what stands against each taken away.", lines };
}
