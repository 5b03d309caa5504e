import type { Comparison, FieldName } from "../../../subgraphs/immigration/linkage/compare/levels.ts";

/** How often each combination of levels occurs among compared pairs. */
export class Patterns {
  readonly #fields: readonly FieldName[];
  readonly #counts = new Map<string, { readonly levels: readonly string[]; count: number }>();

  /** @param fields what of a comparison counts */
  constructor(fields: readonly FieldName[]) {
    this.#fields = fields;
  }

  add(comparison: Comparison): void {
    const levels = this.#fields.map((field) => comparison[field]);
    const key = levels.join();
    const known = this.#counts.get(key);
    if (known === undefined) this.#counts.set(key, { levels, count: 1 });
    else known.count += 1;
  }

  get fields(): readonly FieldName[] {
    return this.#fields;
  }

  /** Levels in the order of the fields, and how many pairs have them. */
  get all(): readonly { readonly levels: readonly string[]; readonly count: number }[] {
    return [...this.#counts.values()];
  }
}
