import type { News } from "./News.ts";
import type { Ruling, SupplyReason } from "./Ruling.ts";

/** What the ledger knows of a part of a message. */
export interface KnownMessage {
  readonly part: number;
  readonly parts: number;
  readonly hash: string | null;
}

/** What the ledger knows of a fact by the sender's reference. */
export interface KnownFact {
  readonly version: number;
  readonly ticket: string;
  readonly changedAt: string;
  readonly hash: string | null;
  readonly isErased: boolean;
}

/**
 * What becomes of one fact of a message. Pure, and blind to persons.
 *
 * - The same message again changes nothing; the same id with other content is a conflict, whichever part differs.
 * - Later news is a new version. Older news, other news of the same instant, and a correction of a version that is no longer the
 *   latest are conflicts: a person decides what holds.
 * - What was erased stays erased, whatever is sent again.
 *
 * @param messages parts of the message of that id which are known
 * @param fact null where the reference is new
 */
export function judgeNews(news: News, messages: readonly KnownMessage[], fact: KnownFact | null): Ruling {
  const same = messages.find(({ part }) => part === news.part);
  if (messages.some(({ parts }) => parts !== news.parts)) return conflict("MESSAGE_ID_REUSED");
  if (fact?.isErased) return conflict("ERASED");
  if (same !== undefined) {
    return same.hash === news.hash
      ? { outcome: "UNCHANGED", version: fact?.version ?? 1 }
      : conflict("MESSAGE_ID_REUSED");
  }
  if (fact === null) {
    return news.corrects === null
      ? { outcome: "ACCEPTED", version: 1 }
      : { outcome: "REFUSED", reason: "UNKNOWN_REFERENCE" };
  }
  return judgeLater(news, fact);
}

function judgeLater(news: News, fact: KnownFact): Ruling {
  if (news.ticket !== fact.ticket) return conflict("ANOTHER_PERSON");
  if (news.corrects !== null && news.corrects !== fact.version) return conflict("STALE");
  if (news.hash === fact.hash) return { outcome: "UNCHANGED", version: fact.version };
  if (news.corrects === null && news.changedAt < fact.changedAt) return conflict("STALE");
  if (news.corrects === null && news.changedAt === fact.changedAt) return conflict("CONTRADICTORY");
  return { outcome: "CHANGED", version: fact.version + 1 };
}

function conflict(reason: SupplyReason): Ruling {
  return { outcome: "CONFLICT", reason };
}
