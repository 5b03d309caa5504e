import { opaqueId } from "../../opaqueId.ts";
import type { Database } from "../../openStore.ts";
import type { Intake } from "../Intake.ts";
import type { News } from "../News.ts";
import type { Ruling } from "../Ruling.ts";

/** News that was not taken because it contradicts what the office sent before. */
export interface Contradicted {
  readonly news: News;
  readonly ruling: Extract<Ruling, { readonly outcome: "CONFLICT" | "REFUSED" }>;
  /** Null where the office holds no fact of that kind and reference. */
  readonly factId: string | null;
}

/**
 * Puts contradictions on the sending office's list, where one of its staff decides. Sent again, one stands there once, and one that is decided
 * stays decided. What was erased is no question: it stays erased.
 */
export async function keepConflicts(
  transaction: Database,
  { ledger: { suppliedConflict } }: Intake,
  office: string,
  all: readonly Contradicted[],
  receivedAt: string,
): Promise<void> {
  const rows = all
    .filter(({ ruling }) => ruling.outcome === "CONFLICT" && ruling.reason !== "ERASED")
    .map(({ news, ruling, factId }) => ({
      id: opaqueId("SC"),
      office,
      factKind: news.kind,
      reference: news.reference,
      factId,
      messageId: news.messageId,
      ticket: news.ticket,
      reason: ruling.reason,
      field: ruling.field ?? null,
      changedAt: news.changedAt,
      contentHash: news.hash,
      // What cannot be taken as it is, is not kept: that it came is enough to mend it.
      content: factId === null || ruling.reason === "ANOTHER_PERSON" ? null : news.content,
      receivedAt,
      state: "OPEN" as const,
    }));
  if (rows.length > 0) await transaction.insert(suppliedConflict).values(rows).onConflictDoNothing();
}
