import { and, eq } from "drizzle-orm";
import type { GrantView } from "../../shell/grantView.ts";
import type { Database } from "../../shell/openStore.ts";
import { tellNews } from "../../shell/tellNews.ts";
import { prosecutorConsent } from "../tables.ts";
import { newsOfEvent } from "./newsOfEvent.ts";
import type { Transition } from "./Transition.ts";

/** A step that was taken in a case, at its place in the history. */
interface Taken {
  readonly caseRef: string;
  readonly personRef: string;
  readonly position: number;
}

/** Writes, in the step's transaction, whom it is news to: the offices that the machine names, but the one that took it. */
export async function tellStep(
  transaction: Database,
  { office, date }: GrantView,
  { event, tells }: Pick<Transition, "event" | "tells">,
  { caseRef, personRef, position }: Taken,
): Promise<void> {
  const kind = newsOfEvent(event);
  const owners = kind === "CONSENT_REQUESTED" ? await askedAt(transaction, caseRef, position) : [];
  const occasion = `${kind} ${caseRef} ${position}`;
  await tellNews(transaction, [
    { occasion, kind, personRef, caseRef, tells: [...tells], owners: [...owners], source: office, on: date },
  ]);
}

/** Of several prosecutor's offices in a case, a request is news to the one that is asked. */
async function askedAt(transaction: Database, caseRef: string, position: number): Promise<readonly string[]> {
  const { caseRef: inCase, office, position: at } = prosecutorConsent;
  const rows = await transaction
    .select({ office })
    .from(prosecutorConsent)
    .where(and(eq(inCase, caseRef), eq(at, position)));
  return rows.map((row) => row.office);
}
