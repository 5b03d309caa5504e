import { describe, expect, test } from "vitest";
import { assessedWith, demonstration } from "./demonstrationCatalogue.ts";
import type { Values } from "./factsOf.ts";

/** Criterion → what is known → points, as domain experts wrote them down for the demonstration. */
const tables: Readonly<Record<string, readonly (readonly [Values, number])[]>> = {
  "C-A1": [
    [{ EXPULSION_INTEREST: "SECTION_54_1" }, 20],
    [{ EXPULSION_INTEREST: "SECTION_54_2" }, 12],
    [{ EXPULSION_INTEREST: "SECTION_54_2_MINOR" }, 4],
    [{ EXPULSION_INTEREST: "NONE" }, 0],
  ],
  "C-A2": [
    [{ FURTHER_CONVICTIONS: "0" }, 0],
    [{ FURTHER_CONVICTIONS: "1" }, 3],
    [{ FURTHER_CONVICTIONS: "2" }, 6],
    [{ FURTHER_CONVICTIONS: "3" }, 9],
    [{ FURTHER_CONVICTIONS: "14" }, 9],
  ],
  "C-A3": [
    [{ VIOLENCE_OR_WEAPON: "YES" }, 8],
    [{ VIOLENCE_OR_WEAPON: "NO" }, 0],
  ],
  "C-A4": [
    [{ LATEST_OFFENCE: "WITHIN_12" }, 6],
    [{ LATEST_OFFENCE: "WITHIN_24" }, 4],
    [{ LATEST_OFFENCE: "WITHIN_60" }, 2],
    [{ LATEST_OFFENCE: "OLDER" }, 0],
    [{ LATEST_OFFENCE: "NONE" }, 0],
  ],
  "C-A5": [
    [{ REPEAT_OFFENDER_LISTING: "CURRENT" }, 6],
    [{ REPEAT_OFFENDER_LISTING: "NONE" }, 0],
  ],
  "C-A6": [
    [{ OPEN_CHARGES: "0" }, 0],
    [{ OPEN_CHARGES: "1" }, 2],
    [{ OPEN_CHARGES: "2" }, 2],
    [{ OPEN_CHARGES: "3" }, 4],
    [{ OPEN_CHARGES: "11" }, 4],
  ],
  "C-A7": [
    [{ SOCIAL_CONDUCT: "0" }, 0],
    [{ SOCIAL_CONDUCT: "1" }, 0],
    [{ SOCIAL_CONDUCT: "2" }, 1],
    [{ SOCIAL_CONDUCT: "3" }, 2],
    [{ SOCIAL_CONDUCT: "4" }, 3],
    [{ SOCIAL_CONDUCT: "5" }, 4],
    [{ SOCIAL_CONDUCT: "30" }, 4],
  ],
  "C-A8": [
    [{ EVASION: "DOCUMENTED" }, 3],
    [{ EVASION: "NONE" }, 0],
  ],
  "C-B1": [
    [{ ENFORCEABILITY: "ENFORCEABLE_FINAL", REMOVAL_THREAT: "ENFORCEABLE" }, 15],
    [{ ENFORCEABILITY: "ENFORCEABLE_FINAL", REMOVAL_THREAT: "NOT_ENFORCEABLE" }, 10],
    [{ ENFORCEABILITY: "ENFORCEABLE_FINAL", REMOVAL_THREAT: "NONE" }, 10],
    [{ ENFORCEABILITY: "ENFORCEABLE_NOT_FINAL", REMOVAL_THREAT: "ENFORCEABLE" }, 11],
    [{ ENFORCEABILITY: "ENFORCEABLE_NOT_FINAL", REMOVAL_THREAT: "NONE" }, 6],
    [{ ENFORCEABILITY: "NOT_ENFORCEABLE", REMOVAL_THREAT: "ENFORCEABLE" }, 5],
    [{ ENFORCEABILITY: "NOT_ENFORCEABLE", REMOVAL_THREAT: "NONE" }, 0],
  ],
  "C-B2": [
    [{ TRAVEL_DOCUMENT: "PASSPORT" }, 8],
    [{ TRAVEL_DOCUMENT: "SUBSTITUTE_PRESENT" }, 8],
    [{ TRAVEL_DOCUMENT: "IDENTIFIED_OR_APPLIED" }, 4],
    [{ TRAVEL_DOCUMENT: "OPEN" }, 0],
  ],
  "C-B3": [
    [{ CUSTODY_PERSPECTIVE: "WAIVER_GRANTED" }, 8],
    [{ CUSTODY_PERSPECTIVE: "RELEASE_WITHIN_6_MONTHS" }, 5],
    [{ CUSTODY_PERSPECTIVE: "NONE" }, 0],
  ],
  "C-B4": [
    [{ PROSECUTOR_CONSENT: "NOT_REQUIRED_OR_GIVEN" }, 3],
    [{ PROSECUTOR_CONSENT: "PENDING" }, 0],
    [{ PROSECUTOR_CONSENT: "REFUSED" }, -6],
  ],
  "C-B5": [
    [{ TOLERATION_CLASS: "NONE" }, 4],
    [{ TOLERATION_CLASS: "TRAVEL_DOCUMENTS" }, 0],
    [{ TOLERATION_CLASS: "PROCEDURAL" }, -2],
    [{ TOLERATION_CLASS: "OTHER_OBSTACLE" }, -6],
    [{ TOLERATION_CLASS: "TRAINING_OR_EMPLOYMENT" }, -8],
  ],
  "C-B6": [
    [{ ASYLUM: "NONE" }, 3],
    [{ ASYLUM: "SUBSEQUENT_OR_INTERIM_RELIEF" }, -5],
    [{ ASYLUM: "FIRST_APPLICATION" }, -10],
  ],
  "C-B7": [
    [{ INTEREST_TO_STAY: "PARTICULARLY_SERIOUS" }, -12],
    [{ INTEREST_TO_STAY: "SERIOUS" }, -6],
    [{ INTEREST_TO_STAY: "NONE" }, 0],
  ],
};

const rows = Object.entries(tables).flatMap(([id, table]) => table.map(([values, points]) => ({ id, values, points })));
const shown = (values: Values) => Object.values(values).join(" with threat ");

describe("Each criterion gives its points", () => {
  test.each(rows.map((row) => ({ ...row, shown: shown(row.values) })))("$id: $shown → $points", (row) => {
    const { contributions } = assessedWith(row.values);
    expect(contributions.find(({ criterion }) => criterion === row.id)?.points).toBe(row.points);
  });

  test("The tables above speak of every criterion of the catalogue, and their ids never change", () => {
    expect(demonstration.catalogue.criteria.map(({ id }) => id)).toEqual(Object.keys(tables));
  });

  test("Axis A runs from 0 to 60 and axis B from −36 to 41", () => {
    const range = (axis: string) => {
      const criteria = demonstration.criteria.filter(({ criterion }) => criterion.axis === axis);
      const sum = (numbers: number[]) => numbers.reduce((total, each) => total + each, 0);
      return [sum(criteria.map(({ pointsMin }) => pointsMin)), sum(criteria.map(({ pointsMax }) => pointsMax))];
    };
    expect(range("A")).toEqual([0, 60]);
    expect(range("B")).toEqual([-36, 41]);
  });
});
