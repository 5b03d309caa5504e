import { addMonths } from "./calendar/addMonths.ts";
import { newsMonthsMax } from "./newsFunctions.ts";
import type { Database } from "./openStore.ts";
import { news } from "./tables.ts";

/** An event as its owner tells it. */
type Event = Omit<typeof news.$inferInsert, "number" | "keptUntil" | "at"> & { readonly at?: string };

/** Writes that something happened, in the transaction in which it does. Told once, by its occasion. */
export async function tellNews(transaction: Database, events: readonly Event[]): Promise<void> {
  if (events.length === 0) return;
  const rows = events.map((event) => ({
    at: new Date().toISOString(),
    ...event,
    keptUntil: addMonths(event.on, newsMonthsMax),
  }));
  await transaction.insert(news).values(rows).onConflictDoNothing();
}
