import { inArray, lt } from "drizzle-orm";
import type { RecordErasures } from "../../shell/Erasure.ts";
import { erasingPass } from "../../shell/erasingPass.ts";
import type { Database } from "../../shell/openStore.ts";
import { subjectRequest, subjectRequestEvent } from "../tables.ts";

/** Most requests of one pass. */
const requestsMax = 500;

/**
 * Destroys requests of persons concerned whose term is over, with everything that was done with them. A second run finds nothing.
 *
 * @param date date of the question: what may be kept on it stays
 */
export async function destroyAnswered(database: Database, date: string, record: RecordErasures): Promise<void> {
  const destroy = async (transaction: Database) => {
    const due = await transaction
      .select({ request: subjectRequest.factId, office: subjectRequest.sourceOffice })
      .from(subjectRequest)
      .where(lt(subjectRequest.deleteBy, date))
      .orderBy(subjectRequest.factId)
      .limit(requestsMax)
      .for("update");
    const requests = due.map(({ request }) => request);
    if (requests.length === 0) return [];
    await transaction.delete(subjectRequestEvent).where(inArray(subjectRequestEvent.request, requests));
    await transaction.delete(subjectRequest).where(inArray(subjectRequest.factId, requests));
    const what = "requests of persons concerned that have ended";
    return [...new Set(due.map(({ office }) => office))].map((office) => ({
      what,
      norm: "Art. 5 (1) (e) GDPR, § 195 BGB",
      office,
      caseRefs: [],
    }));
  };
  while (await erasingPass(database, record, destroy));
}
