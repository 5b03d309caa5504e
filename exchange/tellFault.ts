import type { Fault } from "./reading/Fault.ts";
import { faultReasons } from "./reading/faultReasons.ts";
import type { Place } from "./reading/Item.ts";

/** A fault with its place, what is wrong and what to do. Never a value. */
export interface ToldFault extends Fault, Place {
  readonly wrong: string;
  readonly remedy: string;
}

/** The fault as it is told. */
export function tellFault(fault: Fault, { file, row }: Place): ToldFault {
  const [wrong, remedy] = faultReasons[fault.reason];
  return { file, row, ...fault, wrong, remedy };
}
