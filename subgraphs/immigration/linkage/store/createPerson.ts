import { randomInt } from "node:crypto";
import { sql } from "drizzle-orm";
import { subjectHolder } from "../../../../schema/subjectHolder.ts";
import type { GrantView } from "../../../shell/grantView.ts";
import { insertRows } from "../../../shell/insertRows.ts";
import { opaqueId } from "../../../shell/opaqueId.ts";
import type { Database } from "../../../shell/openStore.ts";
import { personFact, relation } from "../../../shell/tables.ts";
import { familyNameKey } from "../../familyNameKey.ts";
import { person } from "../../tables.ts";
import type { CompleteDescription } from "../isComplete.ts";
import { regimeOfCitizenships } from "../regimeOfCitizenships.ts";
import { registerPersons } from "./registerPersons.ts";

const characters = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
const referenceLength = 12;

/**
 * Puts a person on file as described, with the relations that a file makes. The competent authority has it from the day of the question on,
 * under its own reference where it announced the person itself, else under the person's.
 *
 * @param announcedBy office that described the person
 * @returns the person's reference, which is drawn and tells nothing
 */
export async function createPerson(
  transaction: Database,
  described: CompleteDescription,
  announcedBy: string,
  { date }: GrantView,
): Promise<string> {
  const personRef = `P-${Array.from({ length: referenceLength }, () => characters.charAt(randomInt(characters.length))).join("")}`;
  const { familyName, givenNames, birthName, placeOfBirth, competentAuthority, dateOfBirth } = described;
  const isWholeDay = dateOfBirth?.length === 10;
  const fileRef = announcedBy === competentAuthority ? described.fileRef : null;
  const regimeByCitizenship = regimeOfCitizenships(described.citizenships);
  await transaction.insert(person).values({
    factId: opaqueId("PR"),
    personRef,
    version: 1,
    sourceOffice: announcedBy,
    sourceFileRef: described.fileRef,
    eventDate: date,
    recordedAt: sql`now()`,
    lastChangedAt: sql`now()`,
    kind: "FACT",
    subjectCategory: "OTHER",
    legalBasis: "§ 62 AufenthV",
    familyName,
    familyNameKey: familyNameKey(familyName),
    givenNames,
    birthName,
    dateOfBirth: isWholeDay ? dateOfBirth : null,
    dateOfBirthPart: isWholeDay ? null : dateOfBirth,
    placeOfBirth,
    citizenships: [...described.citizenships],
    competentAuthority,
    fileRef,
    regimeByCitizenship,
  });
  const held = { personRef, since: date };
  await insertRows(transaction, relation, [
    { ...held, office: competentAuthority, kind: "OWN_FILE", caseRef: fileRef ?? personRef },
    { ...held, office: subjectHolder(personRef), kind: "SELF", caseRef: personRef },
  ]);
  if (regimeByCitizenship === "UNION_CITIZEN") {
    await transaction.insert(personFact).values({ ...held, kind: "UNION_CITIZEN" });
  }
  await registerPersons(transaction, [{ ...described, personRef }]);
  return personRef;
}
