import type { Occasion } from "./accessEntry.ts";
import type { House } from "./House.ts";
import { traceOf } from "./traceOf.ts";

/** When a request came, by both clocks, under an id of its own. @param rawHeaders names and values in turn */
export function occasionOf(
  { rawHeaders }: { readonly rawHeaders: readonly string[] },
  house: Pick<House, "newId" | "now" | "date">,
): Occasion {
  return { id: house.newId(), at: house.now().toISOString(), date: house.date(), trace: traceOf(rawHeaders) };
}
