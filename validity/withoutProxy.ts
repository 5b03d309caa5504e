import type { Band } from "../subgraphs/scoring/catalogue/Catalogue.ts";
import type { CompiledCatalogue } from "../subgraphs/scoring/engine/compileCatalogue.ts";
import { judge } from "./judge.ts";
import type { Scored } from "./Recorded.ts";
import { originProxy, variants } from "./variants.ts";

const compiledWithout = new WeakMap<CompiledCatalogue, CompiledCatalogue>();

/** Band of an assessment if the proxy of origin (C-B2) were no criterion, by the same thresholds; null where too little would be known. */
export function withoutProxy({ known, madeOn, compiled }: Pick<Scored, "known" | "madeOn" | "compiled">): Band | null {
  const variant = compiledWithout.get(compiled) ?? variants.without(compiled, originProxy);
  compiledWithout.set(compiled, variant);
  return judge(known, madeOn, variant).band;
}
