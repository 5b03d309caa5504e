import { offices } from "../../../schema/offices.ts";
import type { SuppliedKind } from "../../shell/intake/SuppliedKind.ts";
import { asylumProcedure } from "../tables.ts";
import { residenceKind } from "./residenceKind.ts";

/** Asylum procedure. Sent by the Federal Office it is its own; an immigration authority only knows of it. */
export const asylumKind: SuppliedKind = residenceKind({
  name: "ASYLUM_PROCEDURE",
  category: "ASYLUM_SUPPLY",
  table: asylumProcedure,
  oneADay: true,
  list: "asylstatus",
  columns: ({ values: { code, kind, remedyPending } }) => ({ statusCode: code, procedureKind: kind, remedyPending }),
  relation: { kind: "OWN_ASYLUM_PROCEDURE", madeBy: [asylumProcedure] },
  tie: ({ eventDate }, office) => (offices.get(office)?.kind === "BAMF" ? { since: eventDate, until: null } : null),
});
