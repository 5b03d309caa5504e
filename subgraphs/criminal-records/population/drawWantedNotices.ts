import type { Faker } from "@faker-js/faker";
import type { InferInsertModel } from "drizzle-orm";
import type { Blueprint } from "../../population/Blueprint.ts";
import { addDays } from "../../shell/calendar/addDays.ts";
import { opaqueId } from "../../shell/opaqueId.ts";
import type { wantedNotice } from "../tables.ts";
import { policeLabel } from "./policeLabel.ts";
import { provenance } from "./provenance.ts";

/** Share of persons under investigation and not in custody for whom a notice stands. */
const wantedShare = 0.06;
/** Share of the notices that the police gave out themselves, where they know the person (§ 131 (2), § 131c (1) StPO). */
const byPoliceShare = 0.35;
/** Codes of the list `ausschreibung`: arrest, whereabouts. */
const purposes = ["01", "02"] as const;

/** Wanted notice of the prosecutor's office that investigates, or of the police; most persons have none. */
export function drawWantedNotices(
  faker: Faker,
  { personRef, prosecution, prosecutionFileRef, police, policeFileRef, prison, date }: Blueprint,
): readonly InferInsertModel<typeof wantedNotice>[] {
  const wanted = faker.datatype.boolean(wantedShare);
  if (!wanted || prosecutionFileRef === null || prison !== null) return [];
  const since = addDays(date, -faker.number.int({ min: 5, max: 200 }));
  const purpose = faker.helpers.arrayElement(purposes);
  const byPolice = faker.datatype.boolean(byPoliceShare) && policeFileRef !== null;
  return [
    {
      ...provenance({
        factId: opaqueId("WN", personRef),
        personRef,
        sourceOffice: byPolice ? police : prosecution,
        sourceFileRef: byPolice ? policeFileRef : prosecutionFileRef,
        eventDate: since,
        subjectCategory: "SUSPECTED",
        legalBasis: byPolice ? "§ 131 (2), § 131c (1) StPO, § 5 AZRG" : "§§ 131, 131a StPO, § 5 AZRG",
        label: byPolice ? policeLabel : null,
      }),
      purpose,
      since,
    },
  ];
}
