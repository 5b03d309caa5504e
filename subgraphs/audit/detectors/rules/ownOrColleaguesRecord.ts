import { type SQL, sql } from "drizzle-orm";
import { keyRow, operation, subject } from "../../tables.ts";
import type { Detector } from "../Detector.ts";
import { staffRegister } from "../staffRegister.ts";

/** The register as rows, each with its member of staff, office and person. */
function register(): SQL {
  return sql`jsonb_to_recordset(${JSON.stringify(staffRegister())}::jsonb) AS r (staff text, office text, "personRef" text)`;
}

export const ownOrColleaguesRecord: Detector = {
  id: "D-OWN-RECORD",
  sentence: "Somebody is shown the own record, or that of a colleague in the same office.",
  norms: ["§ 20 VwVfG NRW", "§ 76 (3) BDSG (model)"],
  basis:
    "No store of the Fallmanagement tells which data subject is a member of staff, and names are not compared: they prove nothing and would open files. It is judged by a register that the operator may lay beside the audit subgraph (SICHTFELD_STAFF_REGISTER), of the offices in it alone; without one, nothing is judged and nothing found. Relatives are in no register.",
  judges: () => sql`${operation.outcome} = 'ANSWERED' AND ${operation.office} IN (SELECT r.office FROM ${register()})`,
  finds: () =>
    sql`(SELECT bool_or(s.positions <> '{}') FROM ${subject} AS s JOIN ${keyRow} AS k ON k.token = s.token AND k.kind = 'person'
      JOIN ${register()} ON r."personRef" = k.value
      WHERE s.operation_id = ${operation.id} AND (r.staff = ${operation.actor} OR r.office = ${operation.office})) IS TRUE`,
};
