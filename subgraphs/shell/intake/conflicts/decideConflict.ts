import { and, eq, sql } from "drizzle-orm";
import type { GrantView } from "../../grantView.ts";
import type { Database } from "../../openStore.ts";
import { readReason } from "../../readReason.ts";
import type { SubgraphContext } from "../../SubgraphContext.ts";
import { SubgraphError } from "../../SubgraphError.ts";
import type { FactContent } from "../FactContent.ts";
import type { Intake } from "../Intake.ts";
import { lockIntake } from "../lockIntake.ts";
import { takeNews } from "../takeNews.ts";

/** A decision, as the contract's input has it. */
export interface ConflictDecision {
  readonly conflict: string;
  readonly decision: "KEEP" | "TAKE";
  readonly reason: string;
}

/**
 * Decides on a contradiction of the own office: what is known stays, or what was sent becomes its next version, as a correction by the office. Who
 * decided, when and why stays with the fact.
 *
 * @throws SubgraphError NOT_FOUND for what is none of the office's; CONFLICT for one that is decided, and where what was sent cannot be taken as it
 *   is; INVALID_INPUT for a reason that is too short or too long; FIELD_NOT_GRANTED for a grant that names nobody
 */
export async function decideConflict(
  { database, grant }: SubgraphContext,
  intake: Intake,
  { conflict: id, decision, reason: given }: ConflictDecision,
) {
  const { person } = grant;
  if (person === null) throw new SubgraphError("FIELD_NOT_GRANTED");
  const reason = readReason(given);
  const { suppliedConflict } = intake.ledger;
  return database.transaction(async (transaction) => {
    await lockIntake(transaction, grant.office);
    const own = and(eq(suppliedConflict.id, id), eq(suppliedConflict.office, grant.office));
    const [conflict] = await transaction.select().from(suppliedConflict).where(own);
    if (conflict === undefined) throw new SubgraphError("NOT_FOUND");
    if (conflict.state !== "OPEN") throw new SubgraphError("CONFLICT", "It is decided already. Read the list again.");
    if (decision === "TAKE") await take(transaction, intake, conflict, person, grant);
    const state = decision === "TAKE" ? ("TAKEN" as const) : ("KEPT" as const);
    const decidedAt = new Date().toISOString();
    await transaction
      .update(suppliedConflict)
      .set({ state, decidedBy: person, decidedAt, decisionReason: reason, content: sql`NULL` })
      .where(own);
    return { id, decision, decidedAt };
  });
}

type Conflict = Intake["ledger"]["suppliedConflict"]["$inferSelect"];

/** As a correction of the version that holds: its age does not count, its content and its person do. */
async function take(
  transaction: Database,
  intake: Intake,
  { id, factId, ticket, factKind, reference, changedAt, contentHash, content }: Conflict,
  person: string,
  { office, date }: GrantView,
): Promise<void> {
  const { suppliedFact } = intake.ledger;
  const [fact] =
    factId === null ? [] : await transaction.select().from(suppliedFact).where(eq(suppliedFact.factId, factId));
  if (fact?.state !== "HELD" || content === null || contentHash === null) throw untakeable();
  const latest = [changedAt, fact.changedAt].map((at) => new Date(at).toISOString()).sort()[1] ?? changedAt;
  const news = {
    messageId: id,
    part: 1,
    parts: 1,
    ticket,
    kind: factKind,
    reference,
    changedAt: latest,
    corrects: fact.version,
    content: content as FactContent,
    hash: contentHash,
  };
  const sender = { office, person, profile: "conflict", profileVersion: "1", date };
  const [ruling] = await takeNews(transaction, intake, sender, [news]);
  if (ruling === undefined || "reason" in ruling) throw untakeable();
}

function untakeable(): SubgraphError {
  const sentence =
    "It cannot be taken as it was sent: the fact is erased, is about another person, or another status of that day says otherwise. Keep what holds, and send what is right.";
  return new SubgraphError("CONFLICT", sentence);
}
