import type { ledger } from "./ledger.ts";
import type { SuppliedKind } from "./SuppliedKind.ts";

/** What a subgraph takes in: its ledger, and the kinds of fact by their names. */
export interface Intake {
  readonly ledger: ReturnType<typeof ledger>;
  readonly kinds: ReadonlyMap<string, SuppliedKind>;
}
