import { sql } from "drizzle-orm";
import type { GrantView } from "../../shell/grantView.ts";
import type { Database } from "../../shell/openStore.ts";
import { actingPerson } from "../mutations/actingPerson.ts";
import { workingTime } from "../tables.ts";
import { binOf } from "./binOf.ts";
import { personBit } from "./personBit.ts";

/**
 * Adds the working time of a step to the aggregate of its RRK, kind and month, in the step's transaction. Neither the case nor the person who acted is kept.
 *
 * @param step mutation that took it
 * @param minutes as read; null: nothing was said, and nothing is added
 */
export async function addWorkingTime(
  transaction: Database,
  grant: GrantView,
  step: string,
  minutes: number | null,
): Promise<void> {
  if (minutes === null) return;
  const rrk = grant.office;
  const month = grant.date.slice(0, 7);
  const upTo = binOf(minutes);
  const persons = personBit(actingPerson(grant), [rrk, step, month].join(" "));
  await transaction
    .insert(workingTime)
    .values({ rrk, step, month, upTo, steps: 1, minutes, minutesSquared: minutes ** 2, persons })
    .onConflictDoUpdate({
      target: [workingTime.rrk, workingTime.step, workingTime.month, workingTime.upTo],
      set: {
        steps: sql`${workingTime.steps} + 1`,
        minutes: sql`${workingTime.minutes} + ${minutes}`,
        minutesSquared: sql`${workingTime.minutesSquared} + ${minutes ** 2}`,
        persons: sql`${workingTime.persons} | ${persons}`,
      },
    });
}
