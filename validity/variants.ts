import type { Axis, Catalogue } from "../subgraphs/scoring/catalogue/Catalogue.ts";
import { type CompiledCatalogue, compileCatalogue } from "../subgraphs/scoring/engine/compileCatalogue.ts";

/** The criterion that stands for the country of origin most of all, by its own note: whose authorities issue documents, or do not. */
export const originProxy = "C-B2";

/** A threshold of a band, moved. */
export interface MovedThreshold {
  readonly axis: Axis;
  readonly height: "middle" | "high";
  readonly by: 1 | -1;
}

/** Catalogues that nobody is assessed by: they show what the one in force rests on. */
export const variants = {
  /** The same without one criterion; its weight is then no part of what must be known. */
  without: ({ catalogue }: CompiledCatalogue, id: string): CompiledCatalogue =>
    compileCatalogue({ ...catalogue, criteria: catalogue.criteria.filter((criterion) => criterion.id !== id) }),
  /** The same with one threshold moved by a point. */
  withThreshold: ({ catalogue }: CompiledCatalogue, { axis, height, by }: MovedThreshold): CompiledCatalogue => {
    const { thresholds } = catalogue.bands;
    const moved = { ...thresholds[axis], [height]: thresholds[axis][height] + by };
    const bands: Catalogue["bands"] = { ...catalogue.bands, thresholds: { ...thresholds, [axis]: moved } };
    return compileCatalogue({ ...catalogue, bands });
  },
} as const;
