import type { Faker } from "@faker-js/faker";
import { consentFact } from "../../../subgraphs/casework/facts/consentFact.ts";
import { socialConductFact } from "../../../subgraphs/casework/facts/socialConductFact.ts";
import type { ConductReportRow } from "../../../subgraphs/casework/loadConductReports.ts";
import type { prosecutorConsent } from "../../../subgraphs/casework/tables.ts";
import type { ConductRecords } from "../../../subgraphs/criminal-records/conduct/ConductRecords.ts";
import { conductFacts } from "../../../subgraphs/criminal-records/conduct/conductFacts.ts";
import { usableEntries } from "../../../subgraphs/criminal-records/erasure/usableEntries.ts";
import type { RegisteredConviction } from "../../../subgraphs/criminal-records/records/Conviction.ts";
import type { ResidenceRecord } from "../../../subgraphs/immigration/reducedFacts/ResidenceRecord.ts";
import { reduceResidence } from "../../../subgraphs/immigration/reducedFacts/reduceResidence.ts";
import type { ReducedFact } from "../../../subgraphs/scoring/engine/ReducedFact.ts";
import { today } from "../today.ts";

/** All that the owners store of one person and an assessment can rest on, in any order. */
export interface StoredRecord {
  readonly residence: ResidenceRecord;
  readonly conduct: Omit<ConductRecords, "convictions"> & { readonly convictions: readonly RegisteredConviction[] };
  readonly consents: readonly (typeof prosecutorConsent.$inferSelect)[];
  readonly reports: readonly ConductReportRow[];
}

/** The reduced facts of a record, as the three owners give them to scoring. */
export function reduceRecord({ residence, conduct, consents, reports }: StoredRecord): readonly ReducedFact[] {
  const convictions = usableEntries(conduct.convictions, today).map(({ entry, erasableFrom }) => ({
    ...entry,
    erasableFrom,
  }));
  const consent = consentFact(consents);
  return [
    ...reduceResidence(residence),
    ...conductFacts({ ...conduct, convictions }),
    socialConductFact(reports, today),
    ...(consent === null ? [] : [consent]),
  ];
}

/** The same record with the rows of every table in another order. */
export function shuffled(faker: Faker, { residence, conduct, consents, reports }: StoredRecord): StoredRecord {
  return {
    residence: withRowsShuffled(faker, residence),
    conduct: withRowsShuffled(faker, conduct),
    consents: faker.helpers.shuffle([...consents]),
    reports: faker.helpers.shuffle([...reports]),
  };
}

function withRowsShuffled<T extends object>(faker: Faker, tables: T): T {
  const entries = Object.entries(tables).map(([name, rows]) => [
    name,
    Array.isArray(rows) ? faker.helpers.shuffle([...rows]) : rows,
  ]);
  return Object.fromEntries(entries) as T;
}
