import type { Faker } from "@faker-js/faker";
import type { InferInsertModel } from "drizzle-orm";
import type { Blueprint } from "../../population/Blueprint.ts";
import { addDays } from "../../shell/calendar/addDays.ts";
import { opaqueId } from "../../shell/opaqueId.ts";
import type { wantedNotice } from "../tables.ts";
import { provenance } from "./provenance.ts";

/** Share of persons under investigation and not in custody for whom a notice stands. */
const wantedShare = 0.06;
/** Codes of the list `ausschreibung`: arrest, whereabouts. */
const purposes = ["01", "02"] as const;

/** Wanted notice of the prosecutor's office that investigates; most persons have none. */
export function drawWantedNotices(
  faker: Faker,
  { personRef, prosecution, prosecutionFileRef, prison, date }: Blueprint,
): readonly InferInsertModel<typeof wantedNotice>[] {
  const wanted = faker.datatype.boolean(wantedShare);
  if (!wanted || prosecutionFileRef === null || prison !== null) return [];
  const since = addDays(date, -faker.number.int({ min: 5, max: 200 }));
  return [
    {
      ...provenance({
        factId: opaqueId("WN", personRef),
        personRef,
        sourceOffice: prosecution,
        sourceFileRef: prosecutionFileRef,
        eventDate: since,
        subjectCategory: "SUSPECTED",
        legalBasis: "§ 131a StPO, § 5 AZRG",
      }),
      purpose: faker.helpers.arrayElement(purposes),
      since,
    },
  ];
}
