import { and, eq, sql } from "drizzle-orm";
import { personPredicate } from "../../shell/relationPredicate.ts";
import type { SubgraphContext } from "../../shell/SubgraphContext.ts";
import { SubgraphError } from "../../shell/SubgraphError.ts";
import { relation } from "../../shell/tables.ts";
import type { SubjectRequestKind } from "../codes.ts";
import { periodEnd } from "../deadlines/periodEnd.ts";
import { actingPerson } from "../mutations/actingPerson.ts";
import { asWriting } from "../mutations/asWriting.ts";
import { subjectRequest } from "../tables.ts";
import { requestFact } from "./requestFact.ts";
import type { SubjectRequestPayload } from "./SubjectRequestPayload.ts";
import { statedFile } from "./statedFile.ts";

interface ReceiveSubjectRequestInput {
  readonly personRef: string;
  readonly kind: SubjectRequestKind;
  readonly receivedOn: string;
}

/**
 * Takes down a request of the person concerned. Its time limit is one month from receipt (Art. 12 (3) GDPR), worked out like every period.
 *
 * @throws SubgraphError INVALID_INPUT for a day to come; NOT_FOUND for a person that does not exist or is out of reach
 */
export async function receiveSubjectRequest(
  _parent: unknown,
  { input }: { readonly input: ReceiveSubjectRequestInput },
  { database, grant }: SubgraphContext,
): Promise<SubjectRequestPayload> {
  const { personRef, kind, receivedOn } = input;
  actingPerson(grant);
  if (receivedOn > grant.date)
    throw new SubgraphError("INVALID_INPUT", "Name a day that has come.", "input.receivedOn");
  const inReach = personPredicate(asWriting(grant), "SUBJECT_REQUEST", relation.personRef);
  await database.transaction(async (transaction) => {
    const found = await transaction
      .select({ personRef: relation.personRef })
      .from(relation)
      .where(and(eq(relation.personRef, personRef), inReach))
      .limit(1);
    if (found.length === 0) throw new SubgraphError("NOT_FOUND");
    const fileRef = statedFile(grant);
    await transaction.insert(subjectRequest).values({
      ...requestFact("RQ", { personRef, office: grant.office, fileRef, on: receivedOn, at: sql`now()` }),
      requestKind: kind,
      state: "RECEIVED",
      dueOn: periodEnd({ eventDay: receivedOn, length: 1, unit: "MONTH" }),
    });
  });
  return { person: { personRef } };
}
