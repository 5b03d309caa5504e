import { sql } from "drizzle-orm";
import type { SubgraphContext } from "../../shell/SubgraphContext.ts";
import { SubgraphError } from "../../shell/SubgraphError.ts";
import { caseFact } from "../caseFact.ts";
import { type DeadlineKind, deadlineKinds } from "../deadlines/deadlineKinds.ts";
import { type PeriodUnit, periodEnd } from "../deadlines/periodEnd.ts";
import { deadline } from "../tables.ts";
import { takeStep } from "../workflow/takeStep.ts";
import type { CasePayload } from "./CasePayload.ts";

interface SetDeadlineInput {
  readonly caseRef: string;
  readonly kind: DeadlineKind;
  readonly eventDay: string;
  readonly length: number;
  readonly unit: PeriodUnit;
  readonly workingMinutes?: number | null;
}

/** Longest period, in its unit. */
const lengthMax = 366;

/**
 * Sets a deadline; its last day is worked out here.
 *
 * @throws SubgraphError INVALID_INPUT for a length out of bounds, an event that has not come and an end that has passed; NOT_FOUND, CONFLICT
 */
export async function setDeadline(
  _parent: unknown,
  { input }: { readonly input: SetDeadlineInput },
  context: SubgraphContext,
): Promise<CasePayload> {
  const { grant } = context;
  const { caseRef, kind, length } = input;
  if (length < 1 || length > lengthMax) {
    throw new SubgraphError("INVALID_INPUT", `Name a length from 1 to ${lengthMax}.`, "input.length");
  }
  if (input.eventDay > grant.date) {
    throw new SubgraphError("INVALID_INPUT", "Name a day that has come.", "input.eventDay");
  }
  const dueOn = periodEnd(input);
  if (dueOn < grant.date) throw new SubgraphError("INVALID_INPUT", "Name a day that has not passed.", "input.eventDay");
  return takeStep(
    context,
    { mutation: "setDeadline", caseRef, workingMinutes: input.workingMinutes },
    async ({ transaction, found }) => {
      const { personRef } = found;
      await transaction.insert(deadline).values({
        ...caseFact("deadline", { caseRef, personRef, office: grant.office, on: grant.date, at: sql`now()` }),
        ...deadlineKinds[kind],
        dueOn,
      });
    },
  );
}
