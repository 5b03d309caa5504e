import { findBreakingChanges } from "graphql";
import type { ContractFile } from "./ContractFile.ts";
import { contractsNow } from "./contractsNow.ts";

/** A change that breaks operations which were valid against a released contract. */
export interface BreakingChange {
  /** In words, for example `Person.sex was removed.` */
  readonly change: string;
  /** Released contracts that it breaks, sorted. */
  readonly contracts: readonly string[];
}

const contractLost = "Its readers have no contract any more.";

/**
 * What breaks for the readers of released contracts. Compared office by office, so that it does not matter how the files of
 * either side are named and shared.
 */
export function breakingChanges(
  released: readonly ContractFile[],
  current: readonly ContractFile[],
): readonly BreakingChange[] {
  const found = released.flatMap((contract) =>
    [...contractsNow(contract, released, current)]
      .flatMap((now) =>
        now === null
          ? [contractLost]
          : findBreakingChanges(contract.schema, now.schema).map((each) => each.description),
      )
      .map((change) => ({ change, contract: contract.name })),
  );
  return [...Map.groupBy(found, ({ change }) => change)]
    .map(([change, of]) => ({ change, contracts: [...new Set(of.map(({ contract }) => contract))].sort() }))
    .sort((a, b) => (a.change < b.change ? -1 : 1));
}
