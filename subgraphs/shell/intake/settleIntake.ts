import { eq } from "drizzle-orm";
import type { RecordErasures } from "../Erasure.ts";
import { erasingPass } from "../erasingPass.ts";
import type { Database } from "../openStore.ts";
import { destroyOutlived } from "./destroyOutlived.ts";
import type { Intake } from "./Intake.ts";
import { lockIntake } from "./lockIntake.ts";
import { settleTickets } from "./settleTickets.ts";

/**
 * Brings all facts of a ledger to where their tickets say that they belong on a date, and destroys those whose term is over: what was parked and
 * is decided stands with its person, what was sent under a merged or reopened description has followed it. A second run changes nothing.
 * Office by office and pass by pass, each a transaction of its own, in turn with the office's imports.
 *
 * @param date date of the question
 */
export async function settleIntake(
  database: Database,
  intake: Intake,
  date: string,
  record: RecordErasures,
): Promise<void> {
  const { suppliedFact } = intake.ledger;
  const offices = await database
    .selectDistinct({ office: suppliedFact.office })
    .from(suppliedFact)
    .where(eq(suppliedFact.state, "HELD"));
  for (const { office } of offices) {
    const settle = () =>
      database.transaction(async (transaction) => {
        await lockIntake(transaction, office);
        return settleTickets(transaction, intake, { office }, date);
      });
    while ((await settle()) > 0);
    const erasure = { what: "facts that were sent", norm: "§ 75 (2) BDSG (model)", office, caseRefs: [] };
    const destroy = async (transaction: Database) => {
      await lockIntake(transaction, office);
      return (await destroyOutlived(transaction, intake, { office, date })) === 0 ? [] : [erasure];
    };
    while (await erasingPass(database, record, destroy));
  }
}
