import { destroyRejected } from "./casework/destroyRejected.ts";
import { destroyAssessments } from "./scoring/destroyAssessments.ts";
import type { RecordErasures } from "./shell/Erasure.ts";
import { erasingPass } from "./shell/erasingPass.ts";
import type { Database } from "./shell/openStore.ts";

/** Thrown to undo a pass that was only to be tried. */
class Tried extends Error {}

/**
 * Destroys rejected proposals and their assessments whose term has passed on the date, pass by pass: each is one transaction over both
 * rooms, so that no assessment outlives its case and none is lost without it.
 *
 * @param date date of the question
 * @param record puts each pass on record; null: everything is undone again, and one pass is made
 * @param onPass is told after each pass how many are gone so far
 * @returns number of cases that are gone, or would be
 */
export async function destroyDue(
  owner: Database,
  date: string,
  record: RecordErasures | null,
  onPass: (destroyed: number) => void = () => undefined,
): Promise<number> {
  let destroyed = 0;
  const pass = (orTry: RecordErasures) =>
    erasingPass(owner, orTry, async (transaction) => {
      const erasures = await destroyRejected(transaction, date);
      const caseRefs = erasures.flatMap((each) => each.caseRefs);
      await destroyAssessments(transaction, caseRefs);
      destroyed += caseRefs.length;
      return erasures;
    });
  if (record === null) {
    await pass(() => Promise.reject(new Tried())).catch(passOver);
    return destroyed;
  }
  while (await pass(record)) onPass(destroyed);
  return destroyed;
}

function passOver(error: unknown): void {
  if (!(error instanceof Tried)) throw error;
}
