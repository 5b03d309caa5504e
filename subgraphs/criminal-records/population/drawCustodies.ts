import type { Faker } from "@faker-js/faker";
import type { InferInsertModel } from "drizzle-orm";
import type { Blueprint } from "../../population/Blueprint.ts";
import { addDays } from "../../shell/calendar/addDays.ts";
import { daysBetween } from "../../shell/calendar/daysBetween.ts";
import { opaqueId } from "../../shell/opaqueId.ts";
import type { custody } from "../tables.ts";
import { provenance } from "./provenance.ts";

type CustodyRow = InferInsertModel<typeof custody>;

/** Codes of the list `peb-haftart`. */
const kinds = { remand: "02", imprisonment: "03" } as const;

/** The custody that the blueprint names: a sentence where there is a serious record, remand otherwise. Empty without one. */
export function drawCustodies(faker: Faker, blueprint: Blueprint): readonly CustodyRow[] {
  const { personRef, prison, prisonFileRef, prosecution, custodyFrom, custodyUntil, date } = blueprint;
  if (prison === null || prisonFileRef === null || custodyFrom === null) return [];
  const sentenced = blueprint.conduct === "SERIOUS";
  return [
    {
      ...provenance({
        factId: opaqueId("CU", personRef),
        personRef,
        sourceOffice: prison,
        sourceFileRef: prisonFileRef,
        eventDate: custodyFrom,
        subjectCategory: sentenced ? "CONVICTED" : "SUSPECTED",
        legalBasis: "§ 74 (2) AufenthV",
      }),
      custodyKind: sentenced ? kinds.imprisonment : kinds.remand,
      begunOn: custodyFrom,
      endedOn: custodyUntil !== null && custodyUntil < date ? custodyUntil : null,
      expectedEnd: custodyUntil,
      halfTerm: sentenced && custodyUntil !== null ? midway(custodyFrom, custodyUntil) : null,
      enforcedBy: prosecution,
      waiver456a: sentenced ? drawWaiver(faker) : "NONE",
    },
  ];
}

function drawWaiver(faker: Faker): "NONE" | "REQUESTED" | "GRANTED" | "REFUSED" {
  return faker.helpers.weightedArrayElement([
    { weight: 60, value: "NONE" as const },
    { weight: 20, value: "REQUESTED" as const },
    { weight: 12, value: "GRANTED" as const },
    { weight: 8, value: "REFUSED" as const },
  ]);
}

function midway(from: string, until: string): string {
  return addDays(from, Math.floor(daysBetween(from, until) / 2));
}
