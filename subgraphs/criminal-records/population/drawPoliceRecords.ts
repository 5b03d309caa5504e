import type { Faker } from "@faker-js/faker";
import type { InferInsertModel } from "drizzle-orm";
import type { Blueprint } from "../../population/Blueprint.ts";
import { addDays } from "../../shell/calendar/addDays.ts";
import { addMonths } from "../../shell/calendar/addMonths.ts";
import { changedOn } from "../../shell/changedOn.ts";
import { opaqueId } from "../../shell/opaqueId.ts";
import type { policeFinding, repeatOffenderListing } from "../tables.ts";
import { policeLabel } from "./policeLabel.ts";
import { provenance } from "./provenance.ts";

/** Findings and listings of police offices about one person, as rows. */
export interface DrawnPoliceRecords {
  readonly findings: readonly InferInsertModel<typeof policeFinding>[];
  readonly listings: readonly InferInsertModel<typeof repeatOffenderListing>[];
}

/** An office that knows the person, and the reference by which it does. */
interface Source {
  readonly office: string;
  readonly fileRef: string;
}

/** Share of persons with a serious record, known to the police, whom it lists. */
const listedShare = 0.35;

/**
 * Findings of the local police and of the LKA where the blueprint gives them a file reference. For serious records a listing:
 * of the local police, or of the LKA where that alone knows the person.
 */
export function drawPoliceRecords(faker: Faker, blueprint: Blueprint): DrawnPoliceRecords {
  const { police, policeFileRef, lkaFileRef, conduct, showcase } = blueprint;
  const sources = [
    { office: police, fileRef: policeFileRef },
    { office: "LKA_NRW", fileRef: lkaFileRef },
  ].flatMap(({ office, fileRef }) =>
    fileRef === null ? [] : Array<Source>(faker.number.int({ min: 1, max: 3 })).fill({ office, fileRef }),
  );
  const findings = sources.map(({ office, fileRef }, index) =>
    drawFinding(faker, blueprint, index + 1, office, fileRef),
  );
  const drawn = faker.datatype.boolean(listedShare) || (showcase !== null && lkaFileRef !== null);
  const lister = sources.at(0);
  const listed = drawn && conduct === "SERIOUS" && lister !== undefined;
  return { findings, listings: listed ? [drawListing(faker, blueprint, lister)] : [] };
}

function drawFinding(faker: Faker, { personRef, date }: Blueprint, number: number, office: string, fileRef: string) {
  const eventDate = addDays(date, -faker.number.int({ min: 10, max: 1400 }));
  return {
    ...provenance({
      factId: opaqueId("PF", `${personRef} ${number}`),
      personRef,
      sourceOffice: office,
      sourceFileRef: fileRef,
      eventDate,
      subjectCategory: "SUSPECTED",
      legalBasis: "§§ 22b, 27 PolG NRW, § 87 (2) AufenthG",
      deleteBy: addMonths(eventDate, 120),
      label: policeLabel,
    }),
    findingKind: faker.helpers.arrayElement(["VIOLENCE", "PROPERTY", "DRUGS", "OTHER"] as const),
  };
}

function drawListing(faker: Faker, { personRef, date }: Blueprint, { office, fileRef }: Source) {
  const listedOn = addDays(date, -faker.number.int({ min: 60, max: 900 }));
  const reviewDrawn = addDays(date, -faker.number.int({ min: 5, max: 300 }));
  const lastReviewedOn = reviewDrawn > listedOn ? reviewDrawn : null;
  const listing = {
    ...provenance({
      factId: opaqueId("RL", personRef),
      personRef,
      sourceOffice: office,
      sourceFileRef: fileRef,
      eventDate: listedOn,
      subjectCategory: "SUSPECTED",
      legalBasis: "§ 22b PolG NRW, § 87 (2) AufenthG",
      label: policeLabel,
      kind: "ASSESSMENT",
      evidenceHolder: office,
    }),
    ruleSet: "Landesweite Leitlinien Mehrfach- und Intensivtäter (Muster)",
    listedOn,
    lastReviewedOn,
    reviewBy: addMonths(lastReviewedOn ?? listedOn, 6),
  };
  return changedOn(listing, [lastReviewedOn]);
}
