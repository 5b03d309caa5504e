import type { Faker } from "@faker-js/faker";
import { givenFact } from "../immigration/givenFact.ts";
import { today } from "../today.ts";
import { drawConviction } from "./drawStoredRecord.ts";
import type { StoredRecord } from "./storedRecord.ts";

/** A change of what is stored of a person; null where there is nothing to change. */
export type Change = (record: StoredRecord) => StoredRecord | null;

const fact = (id: string) => givenFact("P-TEST00000001", id, today);

/** Changes that make conduct graver, each with its name: none may lower axis A. */
export function graverConduct(faker: Faker): readonly (readonly [string, Change])[] {
  return [
    [
      "one more conviction",
      // Preventive detention counts by the letter of § 54 (1) No. 1 AufenthG only if the last conviction ordered it: a later one ends that.
      (record) =>
        record.conduct.convictions.some(({ measures }) => measures.length > 0)
          ? null
          : withConduct(record, { convictions: [...record.conduct.convictions, drawConviction(faker, 9)] }),
    ],
    [
      "every prison sentence half a year longer",
      (record) => withConduct(record, { convictions: record.conduct.convictions.map(longer) }),
    ],
    [
      "every fine 60 day fines higher",
      (record) => withConduct(record, { convictions: record.conduct.convictions.map(dearer) }),
    ],
    [
      "a charge in every investigation",
      (record) =>
        withConduct(record, {
          investigations: record.conduct.investigations.map((each) => ({ ...each, state: "CHARGED" as const })),
        }),
    ],
    [
      "one more charge",
      (record) =>
        withConduct(record, {
          investigations: [
            ...record.conduct.investigations,
            { ...fact("IN-9"), provisions: [], state: "CHARGED", since: today, disclosureDeferred: false },
          ],
        }),
    ],
    [
      "a listing as repeat offender",
      (record) =>
        withConduct(record, {
          listings: [
            {
              ...fact("RL-9"),
              ruleSet: "-",
              listedOn: today,
              lastReviewedOn: null,
              reviewBy: "2026-12-31",
              endedOn: null,
            },
          ],
        }),
    ],
    [
      "two confirmed reports of two offices more",
      (record) => ({ ...record, reports: [...record.reports, ...["ABH_05554", "POLICE_KLEVE"].map(reportOf)] }),
    ],
    ["evasion", (record) => withResidence(record, { evasionFacts: [{ ...fact("EV-9"), number: 2 }] })],
  ];
}

/** Changes that protect, or stand against a return, each with its name: none may raise axis B. */
export const greaterObstacles: readonly (readonly [string, Change])[] = [
  [
    "a particularly serious interest to stay, shown,",
    (record) =>
      withResidence(record, {
        interestsToStay: [
          ...record.residence.interestsToStay,
          { ...fact("IS-9"), tier: 1, number: "4", state: "SHOWN" },
        ],
      }),
  ],
  [
    "that what is claimed of interests to stay is shown",
    (record) =>
      withResidence(record, {
        interestsToStay: record.residence.interestsToStay.map((each) => ({ ...each, state: "SHOWN" as const })),
      }),
  ],
  [
    "a toleration for training",
    (record) =>
      withResidence(record, {
        tolerations: [{ ...fact("TO-9"), reasonCode: "58", validUntil: "2026-12-31", endedOn: null }],
      }),
  ],
  [
    "an application for asylum",
    (record) =>
      withResidence(record, {
        asylumProcedures: [
          { ...fact("AP-9"), statusCode: "01", procedureKind: "FIRST" as const, remedyPending: false },
        ],
      }),
  ],
  [
    "that the prosecutor refuses",
    (record) =>
      record.consents.length === 0
        ? null
        : { ...record, consents: record.consents.map((each) => ({ ...each, state: "REFUSED" as const })) },
  ],
  [
    "that the removal threat is not enforceable",
    (record) =>
      withResidence(record, {
        removalThreats: record.residence.removalThreats.map((each) => ({ ...each, enforceable: false })),
      }),
  ],
];

function withConduct(record: StoredRecord, conduct: Partial<StoredRecord["conduct"]>): StoredRecord {
  return { ...record, conduct: { ...record.conduct, ...conduct } };
}

function withResidence(record: StoredRecord, residence: Partial<StoredRecord["residence"]>): StoredRecord {
  return { ...record, residence: { ...record.residence, ...residence } };
}

function longer(conviction: StoredRecord["conduct"]["convictions"][number]) {
  const { penalty, months, sentenceMonths } = conviction;
  return penalty === "IMPRISONMENT"
    ? { ...conviction, months: (months ?? 0) + 6, sentenceMonths: sentenceMonths + 6 }
    : conviction;
}

function dearer(conviction: StoredRecord["conduct"]["convictions"][number]) {
  const { dayFines } = conviction;
  return dayFines === null ? conviction : { ...conviction, dayFines: dayFines + 60 };
}

function reportOf(sourceOffice: string, index: number) {
  return { ...fact(`SC-9${index}`), sourceOffice, category: "THREAT" as const, reviewed: true };
}
