import type { Intake } from "../../shell/intake/Intake.ts";
import { suppliedConflict, suppliedFact, suppliedMessage, suppliedVersion } from "../tables.ts";
import { asylumKind } from "./asylumKind.ts";
import { residenceKinds } from "./residenceKinds.ts";

/** What immigration authorities and the Federal Office send. */
export const intake: Intake = {
  ledger: { suppliedConflict, suppliedFact, suppliedMessage, suppliedVersion },
  kinds: new Map([...residenceKinds, asylumKind].map((kind) => [kind.name, kind])),
};
