import { conviction, investigation, offence } from "../../../subgraphs/criminal-records/tables.ts";
import { addDays } from "../../../subgraphs/shell/calendar/addDays.ts";
import { changedOn } from "../../../subgraphs/shell/changedOn.ts";
import type { Database } from "../../../subgraphs/shell/openStore.ts";
import { relation } from "../../../subgraphs/shell/tables.ts";

/** Provenance of a fact of a test. */
export function givenFact(personRef: string, factId: string, eventDate: string) {
  const recordedAt = `${eventDate}T12:00:00Z`;
  return {
    factId,
    personRef,
    sourceOffice: "STA_R2700S",
    sourceFileRef: `Js ${factId}`,
    eventDate,
    recordedAt,
    lastChangedAt: recordedAt,
    kind: "FACT" as const,
    subjectCategory: "CONVICTED" as const,
    legalBasis: "§ 87 (4) AufenthG",
  };
}

/** Stores a relation since 2020. */
export async function giveRelation(database: Database, office: string, kind: string, personRef: string): Promise<void> {
  await database
    .insert(relation)
    .values({ office, kind, personRef, caseRef: `${kind} ${personRef}`, since: "2020-01-01" });
}

/**
 * Stores a conviction for one offence committed half a year before: theft, 60 day fines, final a month later and paid, unless
 * said otherwise.
 */
export async function giveConviction(
  database: Database,
  personRef: string,
  judgedOn: string,
  particulars: Partial<typeof conviction.$inferInsert> = {},
  committed: Partial<typeof offence.$inferInsert> = {},
): Promise<void> {
  const factId = `CV-${personRef}-${judgedOn}`;
  const row = {
    ...givenFact(personRef, factId, judgedOn),
    court: "Amtsgericht Münster",
    courtFileRef: "2 Ds 1/21",
    firstJudgmentOn: judgedOn,
    decidedOn: judgedOn,
    finalOn: addDays(judgedOn, 30),
    penalty: "FINE" as const,
    dayFines: (particulars.penalty ?? "FINE") === "FINE" ? 60 : null,
    enforcementSettledOn: addDays(judgedOn, 60),
    ...particulars,
  };
  const { finalOn, enforcementSettledOn, stigmaRemovedOn, suspensionRevokedOn, remainderRemittedOn, decidedOn } = row;
  const filledIn = [
    finalOn,
    enforcementSettledOn,
    stigmaRemovedOn,
    suspensionRevokedOn,
    remainderRemittedOn,
    decidedOn,
  ];
  await database.insert(conviction).values(changedOn(row, filledIn));
  await database.insert(offence).values({
    convictionId: factId,
    number: 1,
    personRef,
    provision: "§ 242 StGB",
    designation: "Diebstahl",
    committedOn: addDays(judgedOn, -180),
    intentional: true,
    weapon: false,
    violence: false,
    serial: false,
    ...committed,
  });
}

/** Stores an investigation that began on 1 March 2026. */
export async function giveInvestigation(
  database: Database,
  personRef: string,
  number: number,
  particulars: Partial<typeof investigation.$inferInsert> = {},
): Promise<void> {
  const row = {
    ...givenFact(personRef, `IV-${personRef}-${number}`, "2026-03-01"),
    subjectCategory: "SUSPECTED" as const,
    provisions: ["§ 263 StGB"],
    state: "OPEN" as const,
    since: "2026-03-01",
    ...particulars,
  };
  await database.insert(investigation).values(changedOn(row, [row.since]));
}
