import type { SubgraphContext } from "../../shell/SubgraphContext.ts";
import type { AccessRecordRow } from "../selectRecords.ts";
import { drawSample } from "./drawSample.ts";
import { weekOf } from "./weekOf.ts";

/** A weekly sample as the contract has it; its reviews are loaded where they are asked for. */
export interface AccessSample {
  readonly week: string;
  readonly seed: string;
  readonly accesses: readonly { readonly record: AccessRecordRow }[];
}

/**
 * The sample of a week.
 *
 * @throws SubgraphError INVALID_INPUT for what names no week that is over
 */
export async function queryAccessSample(
  { week }: { readonly week: string },
  { database, grant }: SubgraphContext,
): Promise<AccessSample> {
  const { seed, records } = await drawSample(database, grant, weekOf(week, Date.now()));
  return { week, seed, accesses: records.map((record) => ({ record })) };
}
