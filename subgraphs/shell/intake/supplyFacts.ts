import type { Database } from "../openStore.ts";
import type { SubgraphContext } from "../SubgraphContext.ts";
import { SubgraphError } from "../SubgraphError.ts";
import { destroyOutlived } from "./destroyOutlived.ts";
import type { Intake } from "./Intake.ts";
import { lockIntake } from "./lockIntake.ts";
import type { Ruling } from "./Ruling.ts";
import { readNews } from "./readNews.ts";
import type { SuppliedInput } from "./SuppliedInput.ts";
import { settleTickets } from "./settleTickets.ts";
import { takeNews } from "./takeNews.ts";

/** Most facts of one request. */
export const suppliedMax = 500;

/** A request that sends facts. */
export interface SupplyInput {
  readonly profile: string;
  readonly profileVersion: string;
  readonly facts: readonly SuppliedInput[];
}

/** What became of a fact that was sent, as the contract's `SuppliedFact` has it. */
export interface SupplyResult {
  readonly messageId: string;
  readonly part: number;
  readonly outcome: Ruling["outcome"];
  readonly version: number | null;
  readonly reason: string | null;
  readonly field: string | null;
}

/**
 * Takes the facts of a request, each ruled on by itself. Without facts, those of the asking office that wait for a ticket are taken up, and
 * those whose term is over are destroyed: nothing in the answer tells whether there were any.
 *
 * @param fields input field of each kind → name of the kind
 * @throws SubgraphError INVALID_INPUT for too many facts, or one with no kind or several; FIELD_NOT_GRANTED for a kind that is not granted
 */
export async function supplyFacts(
  { database, grant }: SubgraphContext,
  intake: Intake,
  fields: Readonly<Record<string, string>>,
  { profile, profileVersion, facts }: SupplyInput,
): Promise<readonly SupplyResult[]> {
  if (grant.person === null) throw new Error("A grant for a mutation names the person who acts.");
  if (facts.length > suppliedMax) throw invalid(`Send at most ${suppliedMax} facts.`, "input.facts");
  const { office, person, date } = grant;
  const read = facts.map((input, index) => {
    const given = Object.entries(fields).filter(([field]) => (input[field] ?? null) !== null);
    const [[field = "", name = ""] = [], ...others] = given;
    const kind = intake.kinds.get(name);
    if (kind === undefined || others.length > 0) throw invalid("Give each fact one kind.", `input.facts.${index}`);
    if (grant.writing(kind.category).length === 0) throw new SubgraphError("FIELD_NOT_GRANTED");
    return readNews(input, kind, input[field] as Readonly<Record<string, unknown>>, date);
  });
  const news = read.flatMap((each) => ("news" in each ? [each.news] : []));
  const sender = { office, person, profile, profileVersion, date };
  const rulings = await database.transaction(async (transaction) => {
    if (facts.length === 0) await tidy(transaction);
    return news.length === 0 ? [] : takeNews(transaction, intake, sender, news);
  });
  async function tidy(transaction: Database): Promise<void> {
    await lockIntake(transaction, office);
    await settleTickets(transaction, intake, { office }, date);
    await destroyOutlived(transaction, intake, { office, date });
  }
  let next = 0;
  return read.map((each, index) => result(facts[index], "refused" in each ? each.refused : rulings[next++]));
}

function result(input: SuppliedInput | undefined, ruling: Ruling | undefined): SupplyResult {
  if (input === undefined || ruling === undefined) throw new Error("Every fact has a ruling.");
  return {
    messageId: input.messageId,
    part: input.part ?? 1,
    outcome: ruling.outcome,
    version: "version" in ruling ? ruling.version : null,
    reason: "reason" in ruling ? ruling.reason : null,
    field: "field" in ruling ? (ruling.field ?? null) : null,
  };
}

function invalid(detail: string, field: string): SubgraphError {
  return new SubgraphError("INVALID_INPUT", detail, field);
}
