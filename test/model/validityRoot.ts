import { comparisonGroups } from "../../schema/comparisonGroups.ts";
import { decisionGrounds } from "../../schema/decisionGrounds.ts";
import { presentReport } from "../../subgraphs/validity/presentReport.ts";
import type { Feed } from "../../validity/Feed.ts";
import { measure } from "../../validity/measure.ts";
import { type Item, type Registry, sorted } from "./Registry.ts";
import type { Rules } from "./Rules.ts";

/** The report on validity, from rows that are read as they lie. How it is measured comes from the enclave's own function, which has tests. */
export function validityRoot(_args: Item, rules: Rules, { rows }: Registry): Item {
  const { date } = rules.setting;
  const told = (table: string): readonly Item[] =>
    rows(table).filter(
      (row) => row.eventDate <= date && !rules.personFacts(row.personRef).includes("LARGE_TRANSFER_BLOCK"),
    );
  const kept = sorted(told("scoring.recorded_assessment"), "-eventDate", "-recordedAt", "-factId");
  const ofPerson = Map.groupBy(kept, ({ personRef }) => personRef);
  const ratingOf = (kind: string, row: Item, rated: Item) => ({
    casePseudonym: row.caseRef,
    assessment: rated?.factId ?? null,
    kind,
    band: row.band,
  });
  const feed = {
    assessments: kept.map((row) => ({
      person: row.personRef,
      assessment: row.factId,
      casePseudonym: row.caseRef,
      madeOn: row.eventDate,
      catalogueVersion: row.catalogueVersion,
      state: row.assessment.state,
      band: row.band,
      axisA: row.assessment.axisA,
      axisB: row.assessment.axisB,
      contributions: row.assessment.contributions.map(({ criterion, points }: Item) => ({ criterion, points })),
      facts: row.inputs.flatMap(({ key, value, asOf }: Item) =>
        asOf === null || asOf <= row.eventDate ? [{ key, value }] : [],
      ),
      fromLatest: (ofPerson.get(row.personRef)?.indexOf(row) ?? 0) + 1,
    })),
    ratings: [
      ...told("scoring.blind_rating").map((row) =>
        ratingOf(
          "BLIND_RATING",
          row,
          rows("scoring.recorded_assessment").find(({ evaluationRef }) => evaluationRef === row.evaluationRef),
        ),
      ),
      ...told("scoring.own_estimate").map((row) => {
        const inCase = rows("scoring.recorded_assessment").filter(
          ({ caseRef, eventDate }) => caseRef === row.caseRef && eventDate <= date,
        );
        return ratingOf("OWN_ESTIMATE", row, sorted(inCase, "eventDate", "recordedAt", "factId")[0]);
      }),
    ],
    decisions: told("casework.admission_decision")
      .filter(({ deleteBy }) => deleteBy === null || deleteBy >= date)
      .filter(({ confirmation }) => confirmation === "NOT_REQUIRED" || confirmation === "CONFIRMED")
      .map((row) => ({
        casePseudonym: row.caseRef,
        assessment: row.seenAssessment,
        outcome: row.outcome,
        followsBand: row.followsBand,
        grounds: [...decisionGrounds]
          .filter(([, { pattern }]) => new RegExp(pattern, "i").test(row.reason))
          .map(([id]) => id)
          .sort(),
      })),
    members: rows("immigration.person").map((row) => ({
      person: row.personRef,
      sex: { w: "FEMALE", m: "MALE" }[String(row.sex)] ?? "OTHER_OR_UNKNOWN",
      age: ageGroup(row.dateOfBirth, date),
      origin: originOf(row.citizenships ?? []),
    })),
  };
  return presentReport(measure(feed as unknown as Feed, date));
}

function ageGroup(dateOfBirth: string | null, date: string): string {
  if (dateOfBirth === null) return "UNKNOWN";
  const isBefore = date.slice(5) < dateOfBirth.slice(5);
  const years = Number(date.slice(0, 4)) - Number(dateOfBirth.slice(0, 4)) - (isBefore ? 1 : 0);
  const reached = Object.entries(comparisonGroups.ages).filter(([, { from }]) => from !== null && from <= years);
  return reached.at(-1)?.[0] ?? "UNKNOWN";
}

function originOf(citizenships: readonly string[]): string {
  const regions = Object.entries(comparisonGroups.origins).filter(([, { countries }]) =>
    countries.some((country) => citizenships.includes(country)),
  );
  return regions.length > 1 ? "SEVERAL" : (regions[0]?.[0] ?? "UNKNOWN");
}
