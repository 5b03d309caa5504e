import { destroyRejected } from "./casework/destroyRejected.ts";
import { destroyAssessments } from "./scoring/destroyAssessments.ts";
import type { Database } from "./shell/openStore.ts";

/** Thrown to undo a pass that was only to be tried. */
class Tried extends Error {}

/**
 * Destroys rejected proposals and their assessments whose term has passed on the date, pass by pass: each is one transaction over both
 * rooms, so that no assessment outlives its case and none is lost without it.
 *
 * @param date date of the question
 * @param isTrial whether everything is undone again: then one pass is made
 * @param onPass is told after each pass how many are gone so far
 * @returns number of cases that are gone, or would be
 */
export async function destroyDue(
  owner: Database,
  date: string,
  isTrial = false,
  onPass: (destroyed: number) => void = () => undefined,
): Promise<number> {
  let destroyed = 0;
  for (;;) {
    const count = await onePass(owner, date, isTrial);
    destroyed += count;
    onPass(destroyed);
    if (count === 0 || isTrial) return destroyed;
  }
}

async function onePass(owner: Database, date: string, isTrial: boolean): Promise<number> {
  let count = 0;
  try {
    await owner.transaction(async (transaction) => {
      const caseRefs = await destroyRejected(transaction, date);
      await destroyAssessments(transaction, caseRefs);
      count = caseRefs.length;
      if (isTrial) throw new Tried();
    });
  } catch (error) {
    if (!(error instanceof Tried)) throw error;
  }
  return count;
}
