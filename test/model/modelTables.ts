import { personas } from "../../gateway/identity/personas.ts";
import { offices } from "../../schema/offices.ts";
import { catalogues } from "../../subgraphs/scoring/catalogue/catalogues.ts";
import type { Chance } from "./chance.ts";
import type { Row, Tables } from "./Tables.ts";

/** Persons of the world beside the showcase ones. */
const personsMax = 60;

/** Offices of personas, by kind. */
const officesOfPersonas = Map.groupBy(
  new Set([...personas.values()].map(({ office }) => office)),
  (id) => offices.get(id)?.kind,
);

/**
 * A small world in which much is there for every persona: the showcase persons and, of a large population, those of whom something rare is
 * on file, half of their ties moved to the offices of personas.
 */
export function modelTables(population: Tables, chance: Chance): Tables {
  const showcase = (population["immigration.person"] ?? [])
    .map(personOf)
    .filter((each) => each.startsWith("P-SHOWCASE"));
  const kept = new Set(showcase);
  const lists = Object.entries(population)
    .filter(([name]) => name !== "immigration.person" && name !== "directory.relation")
    .map(([, rows]) => chance.shuffled(rows.filter((row) => "person_ref" in row)));
  // The rarest first, a few of each kind, and round again until there are enough.
  for (let round = 0; kept.size < personsMax + showcase.length && round < 20; round += 1)
    for (const rows of lists.toSorted((left, right) => left.length - right.length))
      for (const row of rows.slice(2 * round, 2 * round + 2))
        if (kept.size < personsMax + showcase.length) kept.add(personOf(row));
  const cases = new Set(
    (population["casework.case"] ?? []).filter((row) => kept.has(personOf(row))).map(({ case_ref }) => case_ref),
  );
  const tables = Object.entries(population).map(([name, rows]) => [
    name,
    rows
      .filter((row) =>
        "person_ref" in row ? kept.has(personOf(row)) : !("case_ref" in row) || cases.has(row.case_ref),
      )
      .map((row) => (name === "directory.relation" ? moved(row, chance) : row)),
  ]);
  const world = Object.fromEntries(tables);
  const ties: readonly Row[] = world["directory.relation"];
  // Two offices that were moved to one have the same tie once.
  const keyOf = ({ office, person_ref, kind, case_ref, since }: Row) =>
    [office, person_ref, kind, case_ref, since].join(" ");
  return {
    ...world,
    "scoring.catalogue_act": acts,
    "casework.working_time": workingTime,
    "directory.relation": [...new Map(ties.map((tie) => [keyOf(tie), tie])).values()],
  };
}

/** Scoring is suspended for a fortnight. */
const acts: readonly Row[] = [
  ["2026-07-05", "SUSPENDED", "Ein Merkmal wird falsch gelesen."],
  ["2026-07-20", "RESUMED", "Das Merkmal ist berichtigt."],
].map(([event_date, act, reason], index) => ({
  id: `A-MODEL-${index + 1}`,
  catalogue_version: catalogues.inForce("2026-07-10")?.catalogue.version ?? "",
  number: index + 1,
  act,
  office: "RRK_MUENSTER",
  by: "rrk-ms-0001",
  reason,
  event_date,
  recorded_at: `${event_date}T08:00:00+00:00`,
  legal_basis: "§ 3 DSG NRW",
}));

/** Working time of a month in which five members of staff stated theirs, and of one in which four did. */
const workingTime: readonly Row[] = [
  ["2026-04", 15, 6, 0b10111],
  ["2026-04", 60, 4, 0b1001],
  ["2026-05", 15, 4, 0b1111],
].map(([month, up_to_minutes, steps, persons]) => ({
  rrk: "RRK_MUENSTER",
  step: "decideAdmission",
  month,
  up_to_minutes,
  steps,
  minutes: 10 * Number(steps),
  minutes_squared: 100 * Number(steps),
  persons,
}));

function moved(tie: Row, chance: Chance): Row {
  const near = officesOfPersonas.get(offices.get(String(tie.office))?.kind) ?? [];
  return near.length > 0 && chance.happens(0.5) ? { ...tie, office: chance.pick(near) } : tie;
}

function personOf(row: Row): string {
  return String(row.person_ref);
}
