import type { AccessLog } from "./audit/AccessLog.ts";
import type { Contracts } from "./Contracts.ts";
import type { Decisions } from "./Decisions.ts";
import type { TrustedDocuments } from "./documents/TrustedDocuments.ts";
import type { Fetch } from "./fetch.ts";
import type { Identify } from "./identify.ts";
import type { Policy } from "./policy/Policy.ts";
import type { OpenUsage } from "./usage/openUsage.ts";
import type { Wear } from "./wear/Wear.ts";

/** Everything the life of a query needs. Put together by `openHouse`, anew for each policy that comes into force. */
export interface House {
  readonly identify: Identify;
  readonly policy: Policy;
  readonly contracts: Contracts;
  readonly decisions: Decisions;
  readonly fetch: Fetch;
  readonly documents: Pick<TrustedDocuments, "resolve">;
  readonly wear: Pick<Wear, "admitRequest" | "admitAsked" | "admitShown" | "countStranger">;
  readonly log: Pick<AccessLog, "append" | "appendRepeated" | "appendFailure" | "nameAhead" | "erase">;
  readonly usage: Pick<OpenUsage, "count">;
  /** Date of the question, `YYYY-MM-DD`. */
  date(): string;
  /** Wall clock. */
  now(): Date;
  newId(): string;
  /** Is told what the operator must know: never data of a person. */
  report(
    event: "incident" | "failure" | "policy" | "policy refused" | "retention",
    detail: Readonly<Record<string, unknown>>,
  ): void;
}
