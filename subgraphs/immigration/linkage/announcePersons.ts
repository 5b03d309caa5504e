import { and, eq, inArray, sql } from "drizzle-orm";
import { insertRows } from "../../shell/insertRows.ts";
import { opaqueId } from "../../shell/opaqueId.ts";
import type { Database } from "../../shell/openStore.ts";
import type { SubgraphContext } from "../../shell/SubgraphContext.ts";
import { SubgraphError } from "../../shell/SubgraphError.ts";
import { personTicket } from "../../shell/tables.ts";
import { isSameDescription } from "./isSameDescription.ts";
import type { PersonDescription } from "./PersonDescription.ts";
import { type GivenDescription, readDescription } from "./readDescription.ts";
import { placeDescriptions } from "./store/placeDescriptions.ts";
import { announcedPerson } from "./tables.ts";

interface AnnouncePersonsPayload {
  readonly announcements: readonly { readonly reference: string; readonly ticket: string }[];
}

/** Most descriptions of one call. */
const descriptionsMax = 100;

/**
 * Keeps what an office describes, gives each description a ticket and decides whom it is of, or whom to ask. The same description under the same reference of the same office has
 * the ticket that it was given first, so that a call whose answer was lost can be made again.
 *
 * @returns announcements in the order of the descriptions
 * @throws SubgraphError INVALID_INPUT; CONFLICT where a reference of the office stands for another description
 */
export async function announcePersons(
  _parent: unknown,
  { input }: { readonly input: readonly GivenDescription[] },
  { database, grant, operationId }: SubgraphContext,
): Promise<AnnouncePersonsPayload> {
  if (input.length < 1 || input.length > descriptionsMax) {
    throw new SubgraphError("INVALID_INPUT", `Describe 1 to ${descriptionsMax} persons.`, "input");
  }
  const described = input.map((each, index) => readDescription(each, `input.${index}`, grant));
  const { office, person: announcedBy, date } = grant;
  if (announcedBy === null) throw new SubgraphError("FIELD_NOT_GRANTED");
  return database.transaction(async (transaction) => {
    await transaction.execute(sql`SELECT pg_advisory_xact_lock(hashtextextended('linkage', 0))`);
    const known = await knownDescriptions(transaction, office, described);
    const at = new Date().toISOString();
    const rows = new Map(known.map((row) => [row.reference, row]));
    const added: (typeof announcedPerson.$inferSelect)[] = [];
    for (const [index, each] of described.entries()) {
      const row = rows.get(each.reference);
      if (row !== undefined) refuseAnother(row, each, `input.${index}.reference`);
      else {
        const { formerNames, citizenships } = each;
        const ticket = opaqueId("T");
        const origin = {
          ticket,
          office,
          announcedBy,
          announcedOn: date,
          announcedAt: at,
          operationId,
          clearingOffice: null,
        };
        const made = { ...each, ...origin, formerNames: [...formerNames], citizenships: [...citizenships] };
        rows.set(each.reference, made);
        added.push(made);
      }
    }
    await insertRows(transaction, announcedPerson, added);
    await insertRows(
      transaction,
      personTicket,
      added.map(({ ticket }) => ({ ticket, office, state: "UNDECIDED" as const, issuedAt: at })),
    );
    await placeDescriptions(transaction, added, grant, operationId);
    return { announcements: described.flatMap(({ reference }) => rows.get(reference) ?? []) };
  });
}

function knownDescriptions(transaction: Database, office: string, described: readonly PersonDescription[]) {
  const references = described.map(({ reference }) => reference);
  return transaction
    .select()
    .from(announcedPerson)
    .where(and(eq(announcedPerson.office, office), inArray(announcedPerson.reference, references)));
}

function refuseAnother(row: PersonDescription, described: PersonDescription, field: string): void {
  if (isSameDescription(row, described)) return;
  const sentence = "The reference names another description. Give each a reference of its own.";
  throw new SubgraphError("CONFLICT", sentence, field);
}
