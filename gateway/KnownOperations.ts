import type { DocumentNode, OperationDefinitionNode } from "graphql";
import { LRUCache } from "lru-cache";

/** An operation that Apollo Server has parsed and found valid for a contract. */
export interface KnownOperation {
  readonly document: DocumentNode;
  readonly definition: OperationDefinitionNode;
}

/** Operations kept for all contracts together. */
const operationsMax = 1_000;

/**
 * Operations that were found valid before, so that nobody has to look again. What is valid for one contract says nothing of another: the
 * contract is part of the key.
 */
export class KnownOperations {
  readonly #kept = new LRUCache<string, KnownOperation>({ max: operationsMax });
  readonly #numbers = new WeakMap<object, number>();
  #contracts = 0;

  get size(): number {
    return this.#kept.size;
  }

  /** @param name as the request states it; null: none */
  find(contract: object, query: string, name: string | null): KnownOperation | undefined {
    return this.#kept.get(this.#key(contract, query, name));
  }

  keep(contract: object, query: string, name: string | null, operation: KnownOperation): void {
    this.#kept.set(this.#key(contract, query, name), operation);
  }

  #key(contract: object, query: string, name: string | null): string {
    const number = this.#numbers.get(contract) ?? ++this.#contracts;
    this.#numbers.set(contract, number);
    // Number and JSON text end where they end: no name and query can be made that read like others.
    return `${number} ${JSON.stringify(name)}${query}`;
  }
}
