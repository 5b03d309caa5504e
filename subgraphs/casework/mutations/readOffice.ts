import { type OfficeKind, offices } from "../../../schema/offices.ts";
import { SubgraphError } from "../../shell/SubgraphError.ts";

/**
 * An office of the input that is of one of the kinds.
 *
 * @param field input field it came in
 * @throws SubgraphError INVALID_INPUT for an unknown office and for one of another kind
 */
export function readOffice(id: string, field: string, kinds: readonly OfficeKind[]): string {
  const office = offices.get(id);
  if (office === undefined || !kinds.includes(office.kind)) {
    throw new SubgraphError("INVALID_INPUT", `Name an office of kind ${kinds.join(", ")} by its id.`, field);
  }
  return office.id;
}
