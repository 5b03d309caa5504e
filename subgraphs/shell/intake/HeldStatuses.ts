import { sql } from "drizzle-orm";
import type { Database } from "../openStore.ts";
import { readRows } from "../readRows.ts";
import type { FactContent } from "./FactContent.ts";
import type { Intake } from "./Intake.ts";
import type { News } from "./News.ts";

interface Status extends Pick<News, "kind" | "ticket"> {
  readonly factId: string;
  readonly content: Pick<FactContent, "eventDate" | "values">;
}

/**
 * Statuses of which a person has one a day, as the sending office holds them: what it sent itself, under the same ticket. Blind to persons and
 * to other offices, so that no answer tells what another has on file; where those contradict, both are stored, and the assessment says so.
 */
export class HeldStatuses {
  readonly #intake: Intake;
  readonly #byDay = new Map<string, Map<string, FactContent["values"]>>();

  private constructor(intake: Intake, statuses: readonly Status[]) {
    this.#intake = intake;
    for (const { factId, ...status } of statuses) this.keep(factId, status);
  }

  /** Reads what the office holds under the tickets of the news. One statement, and none where no status is among the news. */
  static async load(
    transaction: Database,
    intake: Intake,
    office: string,
    all: readonly News[],
  ): Promise<HeldStatuses> {
    const statuses = all.filter(({ kind }) => intake.kinds.get(kind)?.oneADay === true);
    if (statuses.length === 0) return new HeldStatuses(intake, []);
    const { suppliedFact, suppliedVersion } = intake.ledger;
    const held = await readRows<Status>(
      transaction,
      sql`SELECT f.fact_id AS "factId", f.fact_kind AS "kind", f.ticket, v.content
        FROM ${suppliedFact} AS f JOIN ${suppliedVersion} AS v ON v.fact_id = f.fact_id AND v.version = f.version
        WHERE f.office = ${office} AND f.state = 'HELD' AND f.ticket IN ${[...new Set(statuses.map(({ ticket }) => ticket))]}
          AND f.fact_kind IN ${[...new Set(statuses.map(({ kind }) => kind))]}`,
    );
    return new HeldStatuses(intake, held);
  }

  /** Name of the first field, in alphabetical order, in which the news contradicts another status of its day; null where it contradicts none. */
  contradictionOf(factId: string, news: Pick<News, "kind" | "ticket" | "content">): string | null {
    const { values } = news.content;
    for (const [other, held] of this.#byDay.get(dayOf(news)) ?? []) {
      const fields = [...new Set([...Object.keys(values), ...Object.keys(held)])].sort();
      const field = other === factId ? undefined : fields.find((name) => values[name] !== held[name]);
      if (field !== undefined) return field;
    }
    return null;
  }

  /** The fact says this from now on. */
  keep(factId: string, status: Omit<Status, "factId">): void {
    if (this.#intake.kinds.get(status.kind)?.oneADay !== true) return;
    for (const held of this.#byDay.values()) held.delete(factId);
    const day = dayOf(status);
    this.#byDay.set(day, (this.#byDay.get(day) ?? new Map()).set(factId, status.content.values));
  }
}

function dayOf({ kind, ticket, content }: Omit<Status, "factId">): string {
  return JSON.stringify([kind, ticket, content.eventDate]);
}
