import type { Faker } from "@faker-js/faker";
import type { Blueprint, BlueprintCase } from "../../population/Blueprint.ts";
import type { CaseDates } from "./drawCaseDates.ts";

/** A synthetic case on its way to rows: what was agreed on between subgraphs, and the dates drawn for it. */
export interface CaseDraft {
  readonly blueprint: Blueprint;
  readonly agreed: BlueprintCase;
  readonly dates: CaseDates;
  readonly faker: Faker;
}
