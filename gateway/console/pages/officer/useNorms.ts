import { noPolicy } from "../../../../schema/accessLogNames.ts";
import { ReasonsDocument } from "../../operations/data-protection/accesses.ts";
import { useAnswer } from "../api/useAnswer.ts";

/** What of an access says which rules were in force. */
interface Circumstances {
  readonly office: { readonly id: string } | null;
  readonly purpose: string | null;
  readonly questionDate: string | null;
  readonly policyVersion: string | null;
}

/** Rules and prohibitions with their norms, by the version of the policy that an access was answered under; the id alone until they are known. */
export function useNorms(access: Circumstances): (ids: readonly string[] | null) => string {
  const { office, purpose, questionDate: date, policyVersion } = access;
  const asked =
    office === null || policyVersion === noPolicy ? null : { office: office.id, purpose, date, policyVersion };
  const rights = useAnswer(ReasonsDocument, asked).answer?.data.policyMatrix ?? [];
  const reasons = rights.flatMap(({ rule, prohibitions }) => [rule, ...(prohibitions ?? [])]);
  const norms = new Map(reasons.map((reason) => [reason?.id, reason?.norms?.join("; ")]));
  return (ids) => (ids ?? []).map((id) => (norms.get(id) ? `${id} (${norms.get(id)})` : id)).join(", ");
}
