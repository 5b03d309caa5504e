import { grantEntries } from "../../../../gateway/grantEntries.ts";
import { abilityFor } from "../../../../gateway/policy/ability.ts";
import { loadPolicy } from "../../../../gateway/policy/loadPolicy.ts";
import type { GrantClaims } from "../../../../schema/grant.ts";
import { vocabulary } from "../../../../schema/vocabulary.ts";
import { type AskerName, askers, officeOf } from "../../../gateway/policy/askers.ts";
import { aGrant } from "../../aGrant.ts";
import { today } from "../../today.ts";

const policy = loadPolicy();
const categories = Object.keys(vocabulary.categories).filter((category) => category.startsWith("NOTICE_"));

/** The grant that the rules in force give for reading notices, as the gateway makes it out. */
export function notifiedGrant(name: AskerName, date: string = today): GrantClaims {
  const asker = askers[name];
  const ability = abilityFor(policy, officeOf(asker), asker.role, "NOTIFICATION", date);
  const entries = categories.flatMap((category) => grantEntries({ action: "SEE", category }, ability));
  const facts = { category: "RELATION_FACTS", action: "SEE" as const, when: ["ANY"], unless: [] };
  return aGrant(asker.office, [...entries, facts], { role: asker.role, purpose: "NOTIFICATION", date });
}
