import { decisionGrounds } from "../../../schema/decisionGrounds.ts";
import { type EnclaveDoor, isNotHidden } from "../../shell/enclaveDoors.ts";

const grounds = [...decisionGrounds].map(([id, { pattern }]) => `('${id}', '${pattern.replaceAll("'", "''")}')`);

/**
 * Decisions on admission that took effect. The reason is free text and may name anybody: it is sorted here by the grounds it speaks of,
 * and does not leave. Nor does who decided.
 */
const decisions: EnclaveDoor = {
  name: "decisions",
  gives: "case_pseudonym text, assessment text, outcome text, follows_band boolean, grounds text[]",
  query: `
    SELECT migrations.enclave_pseudonym('case ' || d.case_ref), migrations.enclave_pseudonym('assessment ' || d.seen_assessment), d.outcome,
      d.follows_band,
      ARRAY(SELECT g.id FROM (VALUES ${grounds.join(", ")}) AS g (id, pattern) WHERE d.reason ~* g.pattern ORDER BY g.id)
    FROM casework.admission_decision AS d
    WHERE d.event_date <= asked AND (d.delete_by IS NULL OR d.delete_by >= asked) AND d.confirmation IN ('NOT_REQUIRED', 'CONFIRMED')
      AND ${isNotHidden("d.person_ref")}`,
};

/** What case work opens to the enclave. */
export const caseworkDoors: readonly EnclaveDoor[] = [decisions];
