import type { DecisionEntry, OperationEntry, SubjectEntry } from "../../schema/accessLogFormat.ts";
import { decisionId } from "../../schema/accessLogFormat.ts";
import type { LoggedLines } from "../../schema/accessLogOperations.ts";

/** Follows what the entries of a shard refer to: decisions before them, and rows of the key table. */
export class References {
  readonly #decisions = new Map<string, Pick<DecisionEntry, "allowed" | "withheld">>();
  readonly #tokens = new Set<string>();
  readonly #erased = new Set<string>();

  /** Tokens that no row explains, after all rows were named. */
  get unexplained(): ReadonlySet<string> {
    return this.#tokens;
  }

  /** Tokens that an entry says are erased. */
  get erased(): ReadonlySet<string> {
    return this.#erased;
  }

  /** A row of the key table explains a token. */
  explain(token: string): void {
    this.#tokens.delete(token);
  }

  /**
   * Numbers of lines whose decision does not stand before them, is not the one its id names, or has not what they point to.
   *
   * @param read what stands in one segment; segments are given in their order
   */
  linesWithoutDecision(read: LoggedLines): readonly number[] {
    for (const { entry } of read.decisions) {
      const { id, ...rest } = entry;
      if (decisionId(rest) === id) this.#decisions.set(id, { allowed: entry.allowed, withheld: entry.withheld });
    }
    for (const { entry } of read.erasures) for (const token of entry.tokens) this.#erased.add(token);
    return read.operations.flatMap(({ operation, subjects, line }) => {
      for (const token of tokensOf(operation, subjects)) this.#tokens.add(token);
      return this.#fits(operation, subjects) ? [] : [line];
    });
  }

  #fits(operation: OperationEntry, subjects: readonly SubjectEntry[]): boolean {
    const decision = operation.decision === null ? undefined : this.#decisions.get(operation.decision);
    if (operation.decision !== null && decision === undefined) return false;
    const allowed = decision?.allowed.length ?? 0;
    const within = (positions: readonly number[], size: number) => positions.every((each) => each < size);
    return (
      within(operation.withheld, decision?.withheld.length ?? 0) &&
      subjects.every(
        ({ disclosed, withheld, facts }) =>
          within(disclosed, allowed) && within(withheld, allowed) && facts.every((fact) => within(fact[3], allowed)),
      )
    );
  }
}

function tokensOf(operation: OperationEntry, subjects: readonly SubjectEntry[]): readonly string[] {
  const { actor, responsiblePerson, recipient } = operation;
  const own = [actor, responsiblePerson, recipient].flatMap((each) =>
    each?.startsWith("SUBJECT:") ? [each.slice("SUBJECT:".length)] : [],
  );
  const named = [operation.case, ...operation.askedCases, operation.reason, ...subjects.map(({ subject }) => subject)];
  return [...own, ...named.filter((each) => each !== null)];
}
