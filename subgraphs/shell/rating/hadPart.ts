import { and, eq, inArray } from "drizzle-orm";
import type { Database } from "../openStore.ts";
import { casePart } from "../tables.ts";

type Part = (typeof casePart.$inferSelect)["part"];

/** Whether the person had one of these parts in the rating of the case, by whatever role. @param person staff id */
export async function hadPart(
  database: Database,
  caseRef: string,
  person: string,
  parts: readonly Part[],
): Promise<boolean> {
  const own = and(eq(casePart.caseRef, caseRef), eq(casePart.person, person), inArray(casePart.part, [...parts]));
  return (await database.$count(casePart, own)) > 0;
}
