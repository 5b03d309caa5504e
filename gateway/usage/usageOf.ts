import { committedContractName } from "../contracts/committedContractName.ts";
import type { Operation } from "../Operation.ts";
import type { PolicyOffice } from "../policy/Policy.ts";
import type { Requester } from "../Requester.ts";
import { askedCoordinates } from "./askedCoordinates.ts";
import type { Usage } from "./UsageCounters.ts";

/** An answered operation as the counters take it: of the requester the program alone is counted. */
export function usageOf(
  { role, client, person }: Pick<Requester, "role" | "client" | "person">,
  operation: Operation,
  office: PolicyOffice,
): Usage {
  const contract = committedContractName(office, role) ?? "none";
  return { contract, client, person, coordinates: askedCoordinates(operation) };
}
