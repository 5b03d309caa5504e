import type { Origin } from "../origins.ts";
import type { Spellings } from "./NameList.ts";

/** A person who does not exist, as only the generator knows them. */
export interface TruePerson {
  readonly origin: Origin;
  readonly sex: "female" | "male";
  readonly family: readonly Spellings[];
  /** Family name before a marriage; null for none. */
  readonly birth: Spellings | null;
  readonly given: readonly Spellings[];
  /** `YYYY-MM-DD`, as the papers have it: 1 January where nobody knew the day. */
  readonly dateOfBirth: string;
  readonly place: Spellings;
}
