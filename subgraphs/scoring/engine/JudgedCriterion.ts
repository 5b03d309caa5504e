import type { Criterion } from "../catalogue/Catalogue.ts";
import type { CompiledCriterion } from "./compileCatalogue.ts";

/** A criterion with what it found; `outcome` null: a fact that decides is unknown. */
export interface JudgedCriterion {
  readonly criterion: Criterion;
  readonly weight: number;
  readonly outcome: ReturnType<CompiledCriterion["judge"]>;
}
