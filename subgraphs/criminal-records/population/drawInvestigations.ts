import type { Faker } from "@faker-js/faker";
import type { InferInsertModel } from "drizzle-orm";
import type { Blueprint } from "../../population/Blueprint.ts";
import { addDays } from "../../shell/calendar/addDays.ts";
import { opaqueId } from "../../shell/opaqueId.ts";
import type { investigation } from "../tables.ts";
import { offenceCatalogue } from "./offenceCatalogue.ts";
import { provenance } from "./provenance.ts";

type InvestigationRow = InferInsertModel<typeof investigation>;

/** Share of persons with a record whose earlier investigation ended without a conviction. */
const endedShare = 0.2;
/** Share of persons with an open investigation of whom a second one is open. */
const secondShare = 0.25;
const deferredShare = 0.1;

/**
 * Investigations of a synthetic person: open ones where the blueprint names a file reference, and ended ones, which nobody may
 * see. A showcase person with an open investigation has a second one whose disclosure is deferred.
 */
export function drawInvestigations(faker: Faker, blueprint: Blueprint): readonly InvestigationRow[] {
  const { prosecutionFileRef, showcase, conduct } = blueprint;
  const endedState = faker.helpers.arrayElement(["ACQUITTED", "DISCONTINUED"] as const);
  const ended = faker.datatype.boolean(endedShare) && conduct !== "NONE";
  const second = faker.datatype.boolean(secondShare) || showcase !== null;
  const deferred = faker.datatype.boolean(deferredShare);
  const rows: InvestigationRow[] = [];
  const add = (fileRef: string, particulars: Pick<InvestigationRow, "state" | "disclosureDeferred">) =>
    rows.push({ ...drawInvestigation(faker, blueprint, rows.length + 1, fileRef), ...particulars });
  if (prosecutionFileRef !== null) {
    add(prosecutionFileRef, { state: drawOpenState(faker), disclosureDeferred: deferred && showcase === null });
    if (second) add(drawFileRef(faker), { state: "OPEN", disclosureDeferred: showcase !== null });
  }
  if (ended) add(drawFileRef(faker), { state: endedState, disclosureDeferred: false });
  return rows;
}

function drawInvestigation(
  faker: Faker,
  { personRef, prosecution, date }: Blueprint,
  number: number,
  fileRef: string,
): Omit<InvestigationRow, "state"> {
  const since = addDays(date, -faker.number.int({ min: 20, max: 330 }));
  return {
    ...provenance({
      factId: opaqueId("IV", `${personRef} ${number}`),
      personRef,
      sourceOffice: prosecution,
      sourceFileRef: fileRef,
      eventDate: since,
      subjectCategory: "SUSPECTED",
      legalBasis: "§ 87 (4) AufenthG",
    }),
    provisions: [faker.helpers.arrayElement(offenceCatalogue).provision],
    since,
  };
}

function drawOpenState(faker: Faker): "OPEN" | "CHARGED" {
  return faker.datatype.boolean(0.5) ? "CHARGED" : "OPEN";
}

function drawFileRef(faker: Faker): string {
  return `${faker.number.int({ min: 10, max: 99 })} Js ${faker.number.int({ min: 1, max: 999 })}/25`;
}
