import { blockingKeys } from "../../subgraphs/immigration/linkage/blockingKeys.ts";
import { compareNames, type NameLevel } from "../../subgraphs/immigration/linkage/compare/compareNames.ts";
import type { PreparedPerson } from "../../subgraphs/immigration/linkage/compare/PreparedPerson.ts";
import { type Described, preparePerson } from "../../subgraphs/immigration/linkage/compare/preparePerson.ts";
import type { Term, TermShares } from "../../subgraphs/immigration/linkage/model/TermShares.ts";
import { termsOfPerson } from "../../subgraphs/immigration/linkage/model/termsOfPerson.ts";
import type { PreparedName } from "../../subgraphs/immigration/linkage/names/PreparedName.ts";
import { prepareName } from "../../subgraphs/immigration/linkage/names/prepareName.ts";

/**
 * A file of persons in memory, found by blocking keys as the database finds them. Names are prepared and compared once: few of them make many
 * persons.
 */
export class FileIndex implements TermShares {
  readonly onFile: readonly PreparedPerson[];
  readonly #names = new Map<string | null, PreparedName | null>();
  readonly #levels = new Map<PreparedName, Map<PreparedName, NameLevel>>();
  readonly #blocks = new Map<string, number[]>();
  readonly #counts = new Map<Term, number>();

  constructor(described: readonly Described[]) {
    this.onFile = described.map((each) => this.prepare(each));
    for (const [at, person] of this.onFile.entries()) {
      for (const key of blockingKeys(person)) {
        const block = this.#blocks.get(key);
        if (block === undefined) this.#blocks.set(key, [at]);
        else block.push(at);
      }
      for (const term of termsOfPerson(person)) this.#counts.set(term, this.count(term) + 1);
    }
  }

  get persons(): number {
    return this.onFile.length;
  }

  count(term: Term): number {
    return this.#counts.get(term) ?? 0;
  }

  prepare(described: Described): PreparedPerson {
    return preparePerson(described, (name) => {
      const known = this.#names.get(name);
      if (known !== undefined) return known;
      const prepared = prepareName(name);
      this.#names.set(name, prepared);
      return prepared;
    });
  }

  /** Places on file that share a blocking key with the person. */
  candidatesFor(person: PreparedPerson): readonly number[] {
    const found = new Set<number>();
    for (const key of blockingKeys(person)) for (const at of this.#blocks.get(key) ?? []) found.add(at);
    return [...found];
  }

  /** Compares two names that this prepared, each pair once. */
  readonly compareNames = (mine: PreparedName, theirs: PreparedName): NameLevel => {
    const row = this.#levels.get(mine) ?? new Map<PreparedName, NameLevel>();
    if (row.size === 0) this.#levels.set(mine, row);
    const known = row.get(theirs);
    if (known !== undefined) return known;
    const level = compareNames(mine, theirs);
    row.set(theirs, level);
    return level;
  };
}
