import type { Acknowledgement } from "./acknowledgements.ts";
import type { ContractFile } from "./ContractFile.ts";
import { contractsNow } from "./contractsNow.ts";
import { changeKinds, type LoggedVersion } from "./LoggedVersion.ts";
import { type SchemaChange, schemaChanges } from "./schemaChanges.ts";

const contractNew = "The contract is new.";

/** The changes since the last release. */
export function changesSince(
  released: readonly ContractFile[],
  current: readonly ContractFile[],
  acknowledgements: readonly Acknowledgement[],
): LoggedVersion {
  const successors = released.map((contract) => ({ contract, now: contractsNow(contract, released, current) }));
  const found = current.flatMap((now) => {
    const before = successors.filter((each) => each.now.has(now)).map(({ contract }) => contract);
    return changesOf(now, before).map((each) => ({ ...each, contract: now.name }));
  });
  const reasons = new Map(acknowledgements.map(({ change, reason }) => [change, reason]));
  const changes = [...Map.groupBy(found, ({ kind, change }) => `${changeKinds.indexOf(kind)} ${change}`)]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([, [first, ...others]]) => {
      if (first === undefined) return [];
      const { kind, change, contract } = first;
      const reason = kind === "BREAKING" ? reasons.get(change) : undefined;
      const contracts = [...new Set([contract, ...others.map((each) => each.contract)])].sort();
      return [{ kind, change, contracts, ...(reason === undefined ? {} : { reason }) }];
    });
  return { released: null, changes };
}

/** @param before what the readers of the contract were told last */
function changesOf(now: ContractFile, before: readonly ContractFile[]): readonly SchemaChange[] {
  if (before.length === 0) return [{ kind: "ADDED", change: contractNew }];
  return before.flatMap(({ schema }) => schemaChanges(schema, now.schema));
}
