import type { Chance } from "./chance.ts";
import type { Reference } from "./Reference.ts";
import type { Row, Tables } from "./Tables.ts";
import { unusable } from "./unusable.ts";
import { type WithheldTable, withholding } from "./withholding.ts";

/** Another world for a setting, and what it differs in: `schema.table.column`, or `schema.table` for the presence of rows. */
export interface Twin {
  readonly tables: Tables;
  readonly differs: ReadonlySet<string>;
}

/** Columns that hold rows together. */
const structure =
  /^(fact_id|id|person_ref|case_ref|conviction_id|number|occasion|position|version|pseudonym|evaluation_ref|person|rater)$/;
/** Columns in which null and value are bound to another column. */
const nullBound = /^(day_fines|seen_assessment)$/;
/** Tables that have another key beside the id of the fact. */
const hasOtherKey =
  /^(casework\.case|casework\.case_event|casework\.prosecutor_consent|scoring\.own_estimate|scoring\.blind_rating)$/;
/** Of a recorded assessment: what the trace tells. The rest is the band's. */
const trace = [
  "axisA",
  "axisB",
  "gates",
  "contributions",
  "missing",
  "knownWeightPercent",
  "oldestFactOn",
  "inputsHash",
];

/** Categories by which a requester could learn that scoring is suspended. */
const scoring = [
  "CATALOGUE",
  "CATALOGUE_SUSPENSION",
  "CATALOGUE_RESUMPTION",
  "WORKLIST",
  "ASSESSMENT_BAND",
  "ASSESSMENT_TRACE",
  "ASSESSMENT_DISCLOSURE",
  "ASSESSMENT_POINTS",
  "ASSESSMENT_RECORDING",
  "BLIND_RATING",
  "OWN_ESTIMATE",
];

const tablesOfPersons = Object.entries(withholding);
const allCategories = [...new Set(tablesOfPersons.flatMap(([, table]) => categoriesOf(table)))];
const allCombined = [...new Set(tablesOfPersons.flatMap(([, { combines }]) => combines ?? []))];

/**
 * A world that differs in what the policy withholds in a setting, and in nothing else: values of withheld fields, null against value,
 * presence of rows, persons and cases outside every relation, what is behind a large transfer block, convictions that may not be used any
 * more, and the order in which rows lie.
 */
export function twin(tables: Tables, reference: Reference, chance: Chance): Twin {
  const { rules } = reference;
  const differs = new Set<string>();
  const casesOf = Map.groupBy(tables["casework.case"] ?? [], ({ person_ref }) => String(person_ref));
  const personOfCase = new Map((tables["casework.case"] ?? []).map((row) => [row.case_ref, String(row.person_ref)]));
  const known = new Map<string, boolean>();
  const isCounted = ["STATISTICS", "EVALUATION_RECORD", "VALIDITY_REPORT"].some((category) =>
    rules.mayEver("SEE", category),
  );
  const unusableRows = unusable(tables, reference);

  const removed = new Set<string>();
  const doubled = new Map<string, string>();
  for (const { person_ref } of tables["immigration.person"] ?? []) {
    const personRef = String(person_ref);
    const isBlocked = rules.personFacts(personRef).includes("LARGE_TRANSFER_BLOCK");
    if (isKnown(personRef) || (isCounted && !isBlocked)) continue;
    if (chance.happens(0.4)) removed.add(personRef);
    else if (chance.happens(0.3)) doubled.set(personRef, `P-TWIN${personRef.slice(2)}`);
  }

  const twins: Record<string, readonly Row[]> = {};
  for (const [name, rows] of Object.entries(tables)) {
    const table = withholding[name];
    const left = rows.filter((row) => !removed.has(personOf(row)));
    if (left.length < rows.length) differs.add(name);
    const changed =
      table === undefined ? left.filter(isKept(name)) : left.flatMap((row) => differing(name, table, row, rows));
    const copies = left.filter((row) => doubled.has(personOf(row))).map((row) => copied(row));
    const next = [...changed, ...copies];
    const isSame = next.length === rows.length && next.every((row, at) => row === rows[at]);
    // What holds the same rows is laid out anew now and then alone: writing a table is what takes longest.
    const stays = name === "scoring.evaluation_key" || (isSame && chance.happens(0.7));
    twins[name] = stays ? rows : chance.shuffled(next);
  }
  return { tables: twins, differs };

  function isKnown(personRef: string): boolean {
    const found = known.get(personRef);
    if (found !== undefined) return found;
    const facts = rules.personFacts(personRef);
    const cases = casesOf.get(personRef) ?? [];
    const isSeen =
      may(allCategories, facts) ||
      allCombined.some((category) => rules.may("COMBINE", category, facts)) ||
      cases.some(({ case_ref }) => may(allCategories, rules.caseFacts(String(case_ref))));
    known.set(personRef, isSeen);
    return isSeen;
  }

  function may(categories: readonly string[], facts: readonly string[]): boolean {
    return categories.some((each) => rules.may("SEE", each, facts) || rules.may("WRITE", each, facts));
  }

  function personOf(row: Row): string {
    return String(row.person_ref ?? personOfCase.get(row.case_ref) ?? "");
  }

  /** Relations of others tell nobody else of anything, nor do those that are over; acts on the catalogue, whom no score concerns; working time, who does not plan posts. */
  function isKept(name: string): (row: Row) => boolean {
    const concernsScores =
      scoring.some((each) => rules.mayEver("SEE", each) || rules.mayEver("WRITE", each)) ||
      allCombined.some((each) => rules.mayEver("COMBINE", each));
    return (row) => {
      if (name === "scoring.catalogue_act" && !concernsScores && chance.happens(0.5)) {
        differs.add(name);
        return false;
      }
      if (name === "casework.working_time" && !rules.mayEver("SEE", "WORKING_TIME") && chance.happens(0.5)) {
        differs.add(name);
        return false;
      }
      if (name !== "directory.relation" || (isCounted && row.kind === "OWN_CASE")) return true;
      const isOwn = row.office === rules.setting.holder && rules.inForce(row);
      if (isOwn || !chance.happens(0.25)) return true;
      differs.add(name);
      return false;
    };
  }

  function factsOf({ of, type }: WithheldTable, row: Row, personFacts: readonly string[]): readonly string[] {
    const above = of === "case" ? rules.caseFacts(String(row.case_ref)) : personFacts;
    const owners = { sourceOffice: row.source_office, enforcedBy: row.enforced_by, office: row.office };
    return type === undefined ? above : rules.recordFacts(type, owners, above);
  }

  function differing(name: string, table: WithheldTable, row: Row, rows: readonly Row[]): readonly Row[] {
    const personFacts = rules.personFacts(personOf(row));
    if (table.combines !== undefined && rules.may("COMBINE", table.combines, personFacts))
      return unusableRows.has(row) ? gone(name) : [row];
    const facts = factsOf(table, row, personFacts);
    const counted = Object.entries(table.counted ?? {}).flatMap(([category, columns]) =>
      rules.mayEver("SEE", category) ? columns : [],
    );
    // Another row in the place of one that may not be used might be one that may.
    if (unusableRows.has(row) && may(categoriesOf(table), facts)) return gone(name);
    const isHidden = !may(categoriesOf(table), facts) && name !== "immigration.person";
    if (isHidden && counted.length === 0) return differingRow(name, row, rows);
    const next: Record<string, unknown> = { ...row };
    const donor = chance.pick(rows);
    for (const column of Object.keys(row)) {
      const own = table.columns?.[column] ?? (isHidden ? [] : table.shows);
      if (structure.test(column) || counted.includes(column) || may(own, facts)) continue;
      const isNull = row[column] === null;
      const donors = nullBound.test(column) ? rows.filter((each) => (each[column] === null) === isNull) : rows;
      const canBeNull = !nullBound.test(column) && chance.pick(rows)[column] === null;
      next[column] = isHidden ? donor[column] : canBeNull ? null : chance.pick(donors)[column];
      if (column === "azr_number") next[column] = `${row[column]}-${chance.index(1000)}`;
      if (next[column] !== row[column]) differs.add(`${name}.${column}`);
    }
    if (name === "scoring.recorded_assessment" && !may(["ASSESSMENT_TRACE"], facts) && !counted.includes("assessment"))
      next.assessment = withOtherTrace(row, chance.pick(rows));
    const isToldPart =
      may(["ASSESSMENT_POINTS"], facts) && !may(["ASSESSMENT_POINTS"], [...facts, "RESTS_ON_PROCEEDINGS"]);
    if (name === "scoring.recorded_assessment" && isToldPart && !may(["ASSESSMENT_TRACE"], facts))
      next.inputs = withOtherProceedings(row);
    return [next];
  }

  function gone(name: string): readonly Row[] {
    differs.add(name);
    return [];
  }

  /** A row that tells nothing: gone, another's, or there twice. */
  function differingRow(name: string, row: Row, rows: readonly Row[]): readonly Row[] {
    differs.add(name);
    const own = Object.entries(row).filter(([column]) => structure.test(column));
    const donor = chance.pick(
      rows.filter(({ state }) => name !== "casework.prosecutor_consent" || state !== "REQUESTED").concat(row),
    );
    const other: Record<string, unknown> = {
      ...(donor.state === "REQUESTED" ? row : donor),
      ...Object.fromEntries(own),
    };
    // A record must not become the asking office's own.
    for (const column of ["source_office", "enforced_by", "office"])
      if (other[column] === rules.setting.holder) other[column] = row[column];
    const kind = chance.index(4);
    if (kind === 0) return [];
    if (kind === 1 && "fact_id" in row && !hasOtherKey.test(name))
      return [row, { ...other, fact_id: `${row.fact_id}-AGAIN` }];
    return [other];
  }

  function withOtherTrace(row: Row, donor: Row): unknown {
    const [own, theirs] = [row.assessment, donor.assessment] as Record<string, unknown>[];
    differs.add("scoring.recorded_assessment.assessment");
    return { ...own, ...Object.fromEntries(trace.map((member) => [member, theirs?.[member]])) };
  }

  /** Inputs that can rest on criminal proceedings, which are not told to the person concerned. */
  function withOtherProceedings(row: Row): unknown {
    differs.add("scoring.recorded_assessment.inputs");
    const inputs = row.inputs as readonly { readonly key: string }[];
    const others = inputs.filter(({ key }) => key !== "OPEN_CHARGES" && key !== "PROSECUTOR_CONSENT");
    const shared = { asOf: "2025-01-01", references: [] };
    const charges = { key: "OPEN_CHARGES", value: String(chance.index(4)), ...shared };
    const consent = {
      key: "PROSECUTOR_CONSENT",
      value: chance.pick(["PENDING", "REFUSED", "NOT_REQUIRED_OR_GIVEN"]),
      ...shared,
    };
    return [...others, ...[charges, consent].filter(() => chance.happens(0.7))];
  }

  /** The same again as somebody else's: another person with other ids. */
  function copied(row: Row): Row {
    const ids = ["fact_id", "id", "conviction_id", "azr_number", "case_ref", "evaluation_ref", "pseudonym", "occasion"];
    const copy = Object.entries(row).map(([column, value]) => [
      column,
      ids.includes(column) && value !== null ? `${value}-TWIN` : value,
    ]);
    const own = Object.fromEntries(copy);
    if ("person_ref" in row) own.person_ref = doubled.get(personOf(row));
    if (typeof row.office === "string" && row.office.startsWith("SUBJECT:")) own.office = `SUBJECT:${own.person_ref}`;
    return own;
  }
}

function categoriesOf({ shows, columns }: WithheldTable): readonly string[] {
  return [...shows, ...Object.values(columns ?? {}).flat()];
}
