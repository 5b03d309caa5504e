import { inArray, sql } from "drizzle-orm";
import type { Database } from "../openStore.ts";
import type { Intake } from "./Intake.ts";
import { lockIntake } from "./lockIntake.ts";
import type { Ruling } from "./Ruling.ts";
import { type FactReferenceInput, referFacts } from "./referFacts.ts";

/**
 * Restricts the processing of facts of an office by its own references, or lifts that again (Einschränkung, § 58 BDSG as model). The
 * mark stands beside a version and makes no new one.
 *
 * @returns one ruling a reference, in their order
 */
export async function restrictFacts(
  transaction: Database,
  intake: Intake,
  office: string,
  references: readonly FactReferenceInput[],
  restricted: boolean,
): Promise<readonly Ruling[]> {
  if (references.length === 0) return [];
  await lockIntake(transaction, office);
  const facts = await referFacts(transaction, intake, office, references);
  const { suppliedFact } = intake.ledger;
  const marked = facts.flatMap((fact) => (fact?.state === "HELD" && fact.restricted !== restricted ? [fact] : []));
  for (const [name, ofKind] of Map.groupBy(marked, ({ factKind }) => factKind)) {
    const ids = ofKind.map(({ factId }) => factId);
    const table = intake.kinds.get(name)?.table;
    if (table === undefined) throw new Error(`There is no kind of fact ${name}.`);
    await transaction.execute(
      sql`UPDATE ${table} SET restricted = ${restricted}, last_changed_at = now() WHERE fact_id IN ${ids}`,
    );
    await transaction.update(suppliedFact).set({ restricted }).where(inArray(suppliedFact.factId, ids));
  }
  const touched = new Set(marked.map(({ factId }) => factId));
  return facts.map((fact): Ruling => {
    if (fact === null) return { outcome: "REFUSED", reason: "UNKNOWN_REFERENCE" };
    if (fact.state === "ERASED") return { outcome: "CONFLICT", reason: "ERASED" };
    return { outcome: touched.has(fact.factId) ? "CHANGED" : "UNCHANGED", version: fact.version };
  });
}
