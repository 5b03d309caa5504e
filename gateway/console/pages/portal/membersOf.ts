import type { ContractType, Member } from "./Contract.ts";

/** Fields, input fields or values of a type. */
export function membersOf({ fields, inputFields, enumValues }: ContractType): readonly Member[] {
  return fields ?? inputFields ?? enumValues ?? [];
}
