import { type Asking, ask } from "./ask.ts";
import { OpenCasesDocument } from "./operations.ts";

const asking: Asking = {
  url: process.env.SICHTFELD_URL ?? "http://127.0.0.1:4000",
  token: process.env.SICHTFELD_TOKEN ?? "",
  purpose: "WORKLIST",
  reason: "Tagesplanung",
};

/**
 * Prints a page of the cases of an RRK, by date.
 *
 * @returns where the next page begins; null after the last
 */
async function printPage(after: string | null): Promise<string | null> {
  const { data, withheld } = await ask(asking, OpenCasesDocument, { after });
  for (const edge of data.worklistByDate?.edges ?? []) {
    const { date, case: listed } = edge.node ?? {};
    const name = [listed?.person?.familyName, listed?.person?.givenNames].filter(Boolean).join(", ");
    console.log([date, listed?.caseRef, listed?.state, name].join("  "));
  }
  for (const coordinate of new Set(withheld)) console.error(`withheld: ${coordinate}`);
  const { hasNextPage, endCursor } = data.worklistByDate?.pageInfo ?? {};
  return hasNextPage ? (endCursor ?? null) : null;
}

try {
  let after = await printPage(null);
  while (after !== null) after = await printPage(after);
} catch (error) {
  console.error((error as Error).message);
  process.exitCode = 1;
}
