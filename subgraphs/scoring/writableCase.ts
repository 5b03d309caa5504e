import { permits } from "../shell/grantView.ts";
import type { SubgraphContext } from "../shell/SubgraphContext.ts";
import { SubgraphError } from "../shell/SubgraphError.ts";

/** Who writes, and about whom. */
export interface WritableCase {
  /** Staff id of the person acting. */
  readonly staff: string;
  /** Opaque reference of the case's data subject. */
  readonly personRef: string;
}

/**
 * Makes sure that the grant lets the category be written for the case.
 *
 * @throws SubgraphError NOT_FOUND for a case that does not exist and, just the same, for one the requester cannot see;
 *   FIELD_NOT_GRANTED for a grant that names nobody
 */
export async function writableCase(context: SubgraphContext, category: string, caseRef: string): Promise<WritableCase> {
  const { grant } = context;
  if (grant.person === null) throw new SubgraphError("FIELD_NOT_GRANTED");
  const { facts, dataSubject } = await context.relationFacts({ type: "Case", key: caseRef });
  if (dataSubject === null || !permits(grant.writing(category), facts)) throw new SubgraphError("NOT_FOUND");
  return { staff: grant.person, personRef: dataSubject };
}
