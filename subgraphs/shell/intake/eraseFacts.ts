import type { Database } from "../openStore.ts";
import { destroyFacts } from "./destroyFacts.ts";
import type { Intake } from "./Intake.ts";
import { lockIntake } from "./lockIntake.ts";
import type { Ruling } from "./Ruling.ts";
import { type FactReferenceInput, referFacts } from "./referFacts.ts";

/**
 * Erases facts of an office by its own references (Löschmitteilung). One that is erased already is UNCHANGED.
 *
 * @returns one ruling a reference, in their order
 */
export async function eraseFacts(
  transaction: Database,
  intake: Intake,
  { office, date }: { readonly office: string; readonly date: string },
  references: readonly FactReferenceInput[],
): Promise<readonly Ruling[]> {
  if (references.length === 0) return [];
  await lockIntake(transaction, office);
  const facts = await referFacts(transaction, intake, office, references);
  const held = new Map(facts.flatMap((fact) => (fact?.state === "HELD" ? [[fact.factId, fact] as const] : [])));
  await destroyFacts(transaction, intake, [...held.values()], date);
  return facts.map((fact) => {
    if (fact === null) return { outcome: "REFUSED", reason: "UNKNOWN_REFERENCE" };
    return { outcome: fact.state === "HELD" ? "CHANGED" : "UNCHANGED", version: fact.version };
  });
}
