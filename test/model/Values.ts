import type { Chance } from "./chance.ts";
import type { ReadLog } from "./ReadLog.ts";
import type { Tables } from "./Tables.ts";

const never = ["P-NOBODY", "__proto__", "constructor", "", "p-showcase0001", "P-SHOWCASE0001 ", "' OR 1=1 --"];
const days = ["2026-06-15", "2026-06-16", "2027-01-31", "2026-01-01"];
const instants = ["2026-06-15T00:00:00.000Z", "2026-06-15T10:00:00.000Z", "2026-07-01T00:00:00.000Z"];
const reasons = ["Neue Erkenntnisse liegen vor.", "zu kurz", "Prüfung des Ausweisungsinteresses angeregt."];
const purposes = ["CASE_MANAGEMENT", "WORKLIST", "DANGER_AVERSION", "NO_PURPOSE"];
const types = ["Person", "Case", "Query", "Mutation", "CaseFilter", "CaseState", "Assessment", "Nothing"];
/** Operations that are asked about. */
const operations = [
  '{ person(personRef: "P-SHOWCASE0001") { familyName convictions { court provenance { sourceOffice { id } } } assessment { band } } }',
  "query A($filter: PersonFilter = {}) { persons(filter: $filter, orderBy: FAMILY_NAME) { totalCount } } query B { ...c } fragment c on Query { catalogue { version } }",
  "{ person { nothing } }",
  "{",
];
/** What numbers are drawn from. */
export const wholeNumbers = [1, 2, 3, 5, 20, 3, 2, 200, 0, 201, -1];
/** Cursors that are kept to be sent again. */
const cursorsMax = 200;

/** What operations are filled with: references that the world really has, whoever may see them, and some that it has not. */
export class Values {
  readonly #of: Readonly<Record<string, readonly string[]>>;
  readonly #cursors: string[] = ["no-cursor"];
  readonly #favoured: Readonly<Record<string, readonly string[]>>;

  /** @param favoured references that are drawn every other time, so that not all that is asked for is out of reach */
  constructor(
    tables: Tables,
    favoured: Readonly<Record<string, readonly string[]>>,
    log: Pick<ReadLog, "instance" | "shard">,
    policyVersion: string,
  ) {
    const column = (table: string, name: string) => [...new Set((tables[table] ?? []).map((row) => String(row[name])))];
    const versions = [policyVersion, policyVersion, "0000000000000000"];
    const names = column("immigration.person", "family_name");
    this.#favoured = favoured;
    this.#of = {
      personRef: [...column("immigration.person", "person_ref"), ...never],
      caseRef: [...column("casework.case", "case_ref"), ...column("directory.relation", "case_ref"), ...never],
      competentAuthority: [...column("immigration.person", "competent_authority"), "NOBODY"],
      familyNamePrefix: [
        ...names.flatMap((name) => [name.slice(0, 1), name.slice(0, 3), name]),
        "",
        "%",
        "_",
        "\\\\",
        "Ä",
      ],
      office: ["RRK", "ABH_05554", "STA_R2700S", "POLICE_MUENSTER", "RRK_MUENSTER", "ZAB_COESFELD", "NOBODY"],
      rrk: ["RRK_MUENSTER", "RRK_KOELN", "ABH_05554"],
      refusalCode: ["CASE_MISSING", "PURPOSE_MISSING", "MUTATION_REFUSED"],
      purpose: purposes,
      actor: ["model-1", "model-2", "model-9999"],
      coordinate: ["Person.familyName", "Assessment.band", "Query.person", "Case.state"],
      role: ["CASEWORKER", "LEAD", "NOBODY"],
      category: ["IDENTITY", "CONVICTION", "NOTHING"],
      policyVersion: versions,
      from: versions,
      to: versions,
      draft: versions,
      operation: operations,
      operationName: ["A", "B"],
      variables: ['{"filter":{"familyNamePrefix":"A"}}', "{}", "[]"],
      instance: [log.instance, log.instance, "nowhere"],
      shard: [log.shard, log.shard, "access-1999"],
      week: ["2026-W24", "2026-W25", "2025-W53", "W24"],
      name: types,
      id: ["00000000-0000-7000-8000-000000010001", "00000000-0000-7000-8000-000000020001", "x"],
      reason: reasons,
      seal: ["no-seal"],
      fileRef: ["100 Js 1/26", ""],
      seenAssessment: column("scoring.recorded_assessment", "fact_id"),
    };
  }

  /** Keeps the cursors of an answer. */
  collect(body: string): void {
    for (const [, cursor] of body.matchAll(/"([A-Za-z0-9_-]{40,160})"/g)) {
      if (cursor === undefined || /^[0-9a-f]{64}$/.test(cursor)) continue;
      if (this.#cursors.length < cursorsMax) this.#cursors.push(cursor);
      else this.#cursors[cursor.charCodeAt(5) % cursorsMax] = cursor;
    }
  }

  /** A literal for an argument or input field of this name and scalar type. */
  literal(type: string, name: string, chance: Chance): string {
    if (type === "Boolean") return String(chance.happens(0.5));
    if (type === "Int") return String(chance.pick(wholeNumbers));
    if (type === "Date") return `"${chance.pick(days)}"`;
    if (type === "DateTime") return `"${chance.pick(instants)}"`;
    const listed = name === "after" ? this.#cursors : (this.#of[name] ?? []);
    const known = listed.length > 0 ? listed : never;
    const favoured = this.#favoured[name] ?? [];
    return JSON.stringify(favoured.length > 0 && chance.happens(0.6) ? chance.pick(favoured) : chance.pick(known));
  }
}
