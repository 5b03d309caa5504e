import type { CompiledCatalogue } from "../subgraphs/scoring/engine/compileCatalogue.ts";
import { judgeCriteria } from "../subgraphs/scoring/engine/judgeCriteria.ts";
import { judgeGates } from "../subgraphs/scoring/engine/judgeGates.ts";
import type { KnownFacts } from "../subgraphs/scoring/engine/knownFacts.ts";
import type { Outcome } from "../subgraphs/scoring/engine/Outcome.ts";

/** What the engine makes of known facts on a date: the very gates and criteria by which persons are assessed. */
export function judge(known: KnownFacts, date: string, compiled: CompiledCatalogue): Outcome {
  return judgeGates(compiled.gates, known) ?? judgeCriteria(compiled, known, date);
}
