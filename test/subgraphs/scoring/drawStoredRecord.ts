import type { Faker } from "@faker-js/faker";
import { addDays } from "../../../subgraphs/shell/calendar/addDays.ts";
import { convictionOf } from "../criminal-records/convictionOf.ts";
import { givenFact } from "../immigration/givenFact.ts";
import { today } from "../today.ts";
import type { StoredRecord } from "./storedRecord.ts";

type Residence = StoredRecord["residence"];
type Conviction = StoredRecord["conduct"]["convictions"][number];

const provisions = [
  "§ 242 StGB",
  "§ 244 StGB",
  "§ 249 StGB",
  "§ 223 StGB",
  "§ 229 StGB",
  "§ 113 StGB",
  "§ 177 StGB",
  "§ 29 Abs. 1 Satz 1 Nr. 1 BtMG",
  "§ 96 AufenthG",
] as const;

/** Draws what the owners could store of a person: several rows of most kinds, on few days, so that many share one. */
export function drawStoredRecord(faker: Faker): StoredRecord {
  return {
    residence: drawResidence(faker),
    conduct: {
      date: today,
      convictions: many(faker, 3, (id) => drawConviction(faker, id)),
      investigations: many(faker, 2, (id) => ({
        ...fact(faker, `IN-${id}`),
        provisions: [faker.helpers.arrayElement(provisions)],
        state: faker.helpers.arrayElement(["OPEN", "CHARGED"]),
        since: past(faker, 400),
        disclosureDeferred: faker.datatype.boolean(),
      })),
      custodies: many(faker, 2, (id) => drawCustody(faker, id)),
      listings: many(faker, 1, (id) => ({
        ...fact(faker, `RL-${id}`),
        ruleSet: "-",
        listedOn: past(faker, 700),
        lastReviewedOn: faker.helpers.arrayElement([null, past(faker, 400)]),
        reviewBy: "2026-12-31",
        endedOn: null,
      })),
    },
    consents: many(faker, 2, (id) => ({
      ...fact(faker, `PC-${id}`),
      caseRef: `FM-2026-000${id}`,
      position: id,
      office: faker.helpers.arrayElement(["STA_R2700S", "STA_R2600"]),
      state: faker.helpers.arrayElement(["NOT_REQUIRED", "REQUESTED", "GIVEN", "REFUSED"]),
      requestedOn: null,
      answeredOn: null,
      plannedMeasure: "EXPULSION_ORDER",
    })),
    reports: many(faker, 3, (id) => ({
      ...fact(faker, `SC-${id}`),
      sourceOffice: faker.helpers.arrayElement(["ABH_05554", "POLICE_KLEVE"]),
      category: "THREAT",
      reviewed: faker.datatype.boolean(0.7),
    })),
  };
}

/** One more conviction, final and usable on the date of the question. */
export function drawConviction(faker: Faker, id: number): Conviction {
  const penalty = faker.helpers.arrayElement(["FINE", "IMPRISONMENT", "IMPRISONMENT", "YOUTH_SENTENCE"] as const);
  const months = penalty === "FINE" ? 0 : faker.number.int({ min: 1, max: 40 });
  const firstJudgmentOn = past(faker, 1_500);
  const provision = faker.helpers.arrayElement(provisions);
  return convictionOf({
    factId: `CV-${id}`,
    penalty,
    dayFines: penalty === "FINE" ? faker.number.int({ min: 10, max: 200 }) : null,
    months: penalty === "FINE" ? null : months,
    sentenceMonths: months,
    suspended: penalty !== "FINE" && months <= 24 && faker.datatype.boolean(),
    measures: faker.datatype.boolean(0.05) ? ["PSYCHIATRIC_HOSPITAL"] : [],
    eventDate: firstJudgmentOn,
    firstJudgmentOn,
    decidedOn: firstJudgmentOn,
    finalOn: firstJudgmentOn,
    offence: {
      convictionId: `CV-${id}`,
      provision,
      committedOn: addDays(firstJudgmentOn, -faker.number.int({ min: 30, max: 300 })),
      intentional: provision !== "§ 229 StGB" && faker.datatype.boolean(0.9),
      violence: provision === "§ 249 StGB",
      weapon: faker.datatype.boolean(0.1),
      serial: faker.datatype.boolean(0.1),
    },
  });
}

function drawResidence(faker: Faker): Residence {
  const { arrayElement } = faker.helpers;
  const chance = (probability = 0.5) => faker.datatype.boolean(probability);
  return {
    date: today,
    person: drawPerson(faker),
    obligationsToLeave: many(faker, 2, (id) => {
      const exists = chance(0.9);
      return {
        ...fact(faker, `OL-${id}`),
        exists,
        enforceable: exists && chance(0.8),
        finality: arrayElement(["FINAL", "NOT_FINAL"]),
      };
    }),
    expulsions: many(faker, 1, (id) => ({
      ...fact(faker, `EX-${id}`),
      code: arrayElement(["13", "25", "30"]),
      servedOn: null,
      finalOn: null,
      tier: 1,
    })),
    removalThreats: many(faker, 2, (id) => ({
      ...fact(faker, `RT-${id}`),
      code: "19",
      deadline: null,
      enforceable: chance(),
    })),
    tolerations: many(faker, 2, (id) => ({
      ...fact(faker, `TO-${id}`),
      reasonCode: arrayElement(["16", "32", "22", "58"]),
      validUntil: "2026-12-31",
      endedOn: null,
    })),
    asylumProcedures: many(faker, 2, (id) => ({
      ...fact(faker, `AP-${id}`),
      statusCode: chance(0.05) ? "13" : arrayElement(["01", "35", "46"]),
      procedureKind: arrayElement(["FIRST", "SUBSEQUENT"]),
      remedyPending: chance(0.2),
    })),
    removalBars: chance(0.05)
      ? [{ ...fact(faker, "RB-1"), code: arrayElement(["01", "09"]), paragraph: "7", decidedBy: "BAMF" }]
      : [],
    interestsToStay: many(faker, 2, (id) => ({
      ...fact(faker, `IS-${id}`),
      tier: arrayElement([1, 2]),
      number: "4",
      state: arrayElement(["CLAIMED", "SHOWN"]),
    })),
    identityClarifications: many(faker, 2, (id) => ({
      ...fact(faker, `IC-${id}`),
      statusCode: arrayElement(["04", "06", "09", "12"]),
      cooperation: null,
      warningGivenOn: null,
    })),
    travelDocuments: many(faker, 2, (id) => ({
      ...fact(faker, `TD-${id}`),
      documentKind: arrayElement(["PASSPORT", "SUBSTITUTE"]),
      present: chance(),
      validUntil: arrayElement([null, "2026-01-31", "2028-01-31"]),
    })),
    evasionFacts: many(faker, 1, (id) => ({ ...fact(faker, `EV-${id}`), number: arrayElement([1, 2, 5]) })),
  };
}

function drawPerson(faker: Faker): Residence["person"] {
  return {
    ...fact(faker, "PR-1"),
    ...drawProtected(faker),
    regimeByCitizenship: faker.helpers.arrayElement([
      "THIRD_COUNTRY",
      "THIRD_COUNTRY",
      "THIRD_COUNTRY",
      "UNION_CITIZEN",
    ]),
  };
}

/**
 * What an assessment must never depend on, and what could stand for it: citizenships, place of birth, names, sex, religion, date of
 * birth of an adult, register number, and the authority of the place where the person lives.
 */
export function drawProtected(faker: Faker) {
  const { arrayElement } = faker.helpers;
  const name = arrayElement(["", "A", "Öz", "Nguyen", "Schmidt", "van der Berg"]);
  return {
    familyName: name === "" ? null : name,
    familyNameKey: name.toLowerCase(),
    birthName: arrayElement([null, "Beispiel"]),
    givenNames: arrayElement([null, "Mira", "Karl"]),
    dateOfBirthPart: null,
    dateOfBirth: addDays(today, -faker.number.int({ min: 6_600, max: 30_000 })),
    placeOfBirth: arrayElement([null, "Paro", "Nizza", "Hamm"]),
    citizenships: arrayElement<string[]>([["BTN"], ["FRA"], ["XXA"], ["SYR", "TUR"], ["DEU"], []]),
    sex: arrayElement([null, "m", "w", "x", "d"]),
    religion: arrayElement([null, "buddhistisch", "muslimisch", "evangelisch"]),
    azrNumber: String(faker.number.int({ min: 999_900_000_000, max: 999_999_999_999 })),
    competentAuthority: arrayElement(["ABH_05554", "ABH_05515"]),
    fileRef: `ABH-${faker.number.int(9_999)}`,
    sourceOffice: arrayElement(["ABH_05554", "ABH_05515"]),
    sourceFileRef: `ABH-${faker.number.int(9_999)}`,
  };
}

function drawCustody(faker: Faker, id: number): StoredRecord["conduct"]["custodies"][number] {
  const begunOn = past(faker, 900);
  return {
    ...fact(faker, `CU-${id}`),
    custodyKind: "03",
    begunOn,
    endedOn: faker.helpers.arrayElement([null, addDays(begunOn, 60)]),
    expectedEnd: faker.helpers.arrayElement([null, "2026-09-01", "2028-09-01"]),
    halfTerm: null,
    enforcedBy: null,
    waiver456a: faker.helpers.arrayElement(["NONE", "GRANTED"]),
  };
}

function fact(faker: Faker, factId: string) {
  return givenFact("P-TEST00000001", factId, past(faker, 20));
}

/** One of the last days. */
function past(faker: Faker, daysMax: number): string {
  return addDays(today, -faker.number.int({ min: 1, max: daysMax }));
}

/** Up to so many rows, numbered from 1. */
function many<T>(faker: Faker, max: number, draw: (id: number) => T): readonly T[] {
  return Array.from({ length: faker.number.int({ min: 0, max }) }, (_, index) => draw(index + 1));
}
