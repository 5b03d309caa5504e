import { codeValue } from "../../../schema/codeLists.ts";
import { presentOffice, presentProvenance } from "../../shell/presentFact.ts";
import type { TypeResolvers } from "../../shell/Subgraph.ts";
import type { FactOf } from "../facts/FactType.ts";
import type * as tables from "../tables.ts";

type Coded = { readonly code: string };

/** The fields of the facts whose name or form in the contract differs from the column. */
export const factFields: Readonly<Record<string, TypeResolvers>> = {
  TransferBlock: {
    code: codeOf("uebermittlungssperre"),
    since: (row: FactOf<typeof tables.transferBlock>) => row.eventDate,
    provenance: presentProvenance,
  },
  ResidenceStatus: {
    code: codeOf("aufenthaltsstatus"),
    since: (row: FactOf<typeof tables.residenceStatus>) => row.eventDate,
    provenance: presentProvenance,
  },
  ObligationToLeave: {
    since: (row: FactOf<typeof tables.obligationToLeave>) => (row.exists ? row.eventDate : null),
    provenance: presentProvenance,
  },
  Expulsion: { exists: () => true, code: codeOf("ausweisung"), provenance: presentProvenance },
  RemovalThreat: { exists: () => true, code: codeOf("abschiebung"), provenance: presentProvenance },
  PlannedRemoval: {
    date: (row: FactOf<typeof tables.plannedRemoval>) => row.removalDate,
    provenance: presentProvenance,
  },
  EntryBan: { code: codeOf("einreiseaufenthaltsverbot"), provenance: presentProvenance },
  Toleration: {
    reason: (row: FactOf<typeof tables.toleration>) => codeValue("duldung", row.reasonCode),
    provenance: presentProvenance,
  },
  AsylumProcedure: {
    status: (row: FactOf<typeof tables.asylumProcedure>) => codeValue("asylstatus", row.statusCode),
    kind: (row: FactOf<typeof tables.asylumProcedure>) => row.procedureKind,
    provenance: presentProvenance,
  },
  RemovalBar: {
    code: codeOf("abschiebungsverbot"),
    decidedBy: (row: FactOf<typeof tables.removalBar>) => presentOffice(row.decidedBy),
    provenance: presentProvenance,
  },
  InterestToStay: { provenance: presentProvenance },
  IdentityClarification: {
    status: (row: FactOf<typeof tables.identityClarification>) => codeValue("peb-verfahrensstatus", row.statusCode),
    provenance: presentProvenance,
  },
  TravelDocument: {
    kind: (row: FactOf<typeof tables.travelDocument>) => row.documentKind,
    provenance: presentProvenance,
  },
  MedicalObstacle: { provenance: presentProvenance },
  EvasionFact: {
    date: (row: FactOf<typeof tables.evasionFact>) => row.eventDate,
    provenance: presentProvenance,
  },
};

function codeOf(list: string) {
  return ({ code }: Coded) => codeValue(list, code);
}
