import { and, eq, inArray, or, type SQL } from "drizzle-orm";
import { subjectHolder } from "../../../../schema/subjectHolder.ts";
import { relation } from "../../../shell/tables.ts";

/** Relations of a person that this subgraph's facts make: of the file, of the asylum procedure, and of the person to the own data. */
export function ownRelations(personRef: string): SQL | undefined {
  return and(
    eq(relation.personRef, personRef),
    or(
      inArray(relation.kind, ["OWN_FILE", "OWN_ASYLUM_PROCEDURE"]),
      and(eq(relation.office, subjectHolder(personRef)), eq(relation.caseRef, personRef)),
    ),
  );
}
