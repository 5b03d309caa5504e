import { Kind } from "graphql";
import { describe, expect, test } from "vitest";
import { abilityFor } from "../../../gateway/policy/ability.ts";
import { completeFacts } from "../../../gateway/policy/facts.ts";
import type { PolicyAction } from "../../../gateway/policy/foldRules.ts";
import { loadPolicy } from "../../../gateway/policy/loadPolicy.ts";
import { categoryIndex } from "../../../schema/categoryIndex.ts";
import { officeKinds, offices } from "../../../schema/offices.ts";
import { subgraphNames } from "../../../schema/subgraphNames.ts";
import { subgraphSdl } from "../../../schema/subgraphSdl.ts";
import { vocabulary } from "../../../schema/vocabulary.ts";
import { noticeCategories } from "../../../subgraphs/casework/notices/noticeCategories.ts";
import { askers, officeOf } from "./askers.ts";
import { dayBeside } from "./dayBeside.ts";
import type { RuleRow } from "./RuleRow.ts";
import { controlRows } from "./rows/control.ts";
import { immigrationRows } from "./rows/immigration.ts";
import { intakeRows } from "./rows/intake.ts";
import { rrkRows } from "./rows/rrk.ts";
import { secondRaterRows } from "./rows/secondRater.ts";
import { securityRows } from "./rows/security.ts";

const policy = loadPolicy();
/** Categories of the fields of types that carry facts of their own and name no data subject, and of notices about such records. */
const onRecords = new Set([
  ...[...noticeCategories.values()].flat(),
  ...subgraphNames.flatMap((name) => {
    const { definitions } = subgraphSdl(name);
    const index = categoryIndex(subgraphSdl(name));
    const records = definitions
      .flatMap((each) => (each.kind === Kind.OBJECT_TYPE_DEFINITION ? [each] : []))
      .filter(
        ({ fields = [] }) =>
          fields.some((field) => field.name.value === "relationFacts") &&
          !fields.some((field) => field.name.value === "dataSubject"),
      );
    return records.flatMap(({ name: { value }, fields = [] }) =>
      fields.flatMap((field) => index.get(`${value}.${field.name.value}`) ?? []),
    );
  }),
]);
const rows = [...rrkRows, ...secondRaterRows, ...immigrationRows, ...securityRows, ...intakeRows, ...controlRows];

/** Every id that was ever given to a rule, with what became of it. An id is never used again. */
const ruleIds = [
  ...numbered("R-ABH", 7),
  ...numbered("R-API", 1),
  ...numbered("R-BAMF", 2),
  ...numbered("R-BRT", 6),
  ...numbered("R-CLEARING", 4),
  ...numbered("R-COR", 3),
  ...numbered("R-DPO", 5),
  ...numbered("R-EVAL", 3),
  ...numbered("R-INTAKE", 1),
  ...numbered("R-JVA", 4),
  ...numbered("R-LKA", 8),
  ...numbered("R-MIN", 4),
  ...numbered("R-POLICE", 8),
  ...numbered("R-RATER", 3),
  ...numbered("R-RRK", 21),
  ...numbered("R-SELF", 6),
  ...numbered("R-STA", 8),
  ...numbered("R-SUPPLY", 7),
  ...numbered("R-ZAB", 10),
];

describe("Each rule allows what it says and nothing beside it", () => {
  test.for(rows.map((row) => [row[6], row] as const))("%s", ([, row]) => {
    const [rule, effect] = row;
    const { permits, ids } = ask(row);
    expect(permits).toBe(effect === "ALLOW");
    if (effect === "ALLOW") expect(ids).toContain(rule);
    else expect(ids).toEqual([]);
  });
});

describe("The table is complete", () => {
  test("the ids of rules and prohibitions are those ever given", () => {
    expect(policy.rules.map((rule) => rule.id).sort()).toEqual(ruleIds);
    expect(policy.prohibitions.map((each) => each.id)).toEqual(numbered("P", 11));
  });

  test.for(policy.rules)("$id has a row that allows and a row that denies", ({ id }) => {
    expect(effectsOf(id)).toEqual(new Set(["ALLOW", "DENY"]));
  });

  const dated = policy.rules.flatMap(({ id, since, until }) => [
    ...(since === null ? [] : [[id, since, -1] as const]),
    ...(until === null ? [] : [[id, until, 1] as const]),
  ]);
  test.for(dated)(
    "%s, bounded by %s, has a row for the day beside it that differs by the day alone",
    ([id, day, beside]) => {
      const outside = rows.find((row) => row[0] === id && row[1] === "DENY" && row[7] === dayBeside(day, beside));
      expect(outside).toBeDefined();
      if (outside !== undefined) expect(ask(outside, day).ids).toContain(id);
    },
  );
});

describe("The rules fit together", () => {
  /** Relations that a rule for each kind of office may rest on: those that tie such an office to a person or case. */
  const tiesOf: Readonly<Record<string, readonly string[]>> = {
    RRK: ["OWN_CASE", "SECOND_RATING"],
    ZAB: ["ADMITTED_CASE", "OWN_RECORD"],
    ABH: ["OWN_FILE", "PARTICIPATING_CASE"],
    LKA: ["OWN_FINDING", "OWN_RECORD", "PARTICIPATING_CASE"],
    POLICE: ["OWN_FINDING", "OWN_RECORD", "PARTICIPATING_CASE"],
    PROSECUTION: ["CONSENT_REQUEST", "OWN_INVESTIGATION", "OWN_RECORD"],
    PRISON: ["OWN_CUSTODY", "OWN_RECORD"],
    BAMF: ["OWN_ASYLUM_PROCEDURE"],
    DATA_SUBJECT: ["SELF"],
    CLEARING: ["CLEARING_CANDIDATE"],
    CLEARING_BLOCKED: ["CLEARING_CANDIDATE"],
  };
  test.for(officeKinds.map((kind) => [kind, tiesOf[kind] ?? []] as const))(
    "%s sees persons by %s alone",
    ([kind, ties]) => {
      const ids = [...offices.values()].filter((office) => office.kind === kind).map(({ id }) => id);
      const rules = policy.rules.filter(({ who }) => who.offices.some((name) => name === kind || ids.includes(name)));
      const used = new Set(rules.flatMap(({ when }) => when).filter((relation) => relation !== "ANY"));
      expect([...used].sort()).toEqual(ties);
    },
  );

  test.for(policy.rules)(
    "whoever sees by $id sees to whom it belongs, by the person or by the notice that names it",
    ({ who, purposes, sees, when }) => {
      const personal = sees.some((category) => vocabulary.categories[category]?.personal);
      const ties = when.filter((relation) => relation !== "ANY" && !(relation in vocabulary.recordRelations));
      if (!personal || ties.length === 0) return;
      for (const { office, role } of Object.values(askers).filter((asker) => fitsAsker(who, asker)))
        for (const purpose of purposes)
          for (const tie of ties) {
            const ability = abilityFor(policy, officeOf({ office, role }), role, purpose, "2026-06-15");
            const naming = purpose === "NOTIFICATION" ? "NOTICE_CASE" : "PERSON_REFERENCE";
            expect(ability.permits("SEE", naming, completeFacts([tie]))).toBe(true);
          }
    },
  );

  const ownRecords = policy.rules.filter(({ when }) => when.some((relation) => relation in vocabulary.recordRelations));
  test.for(ownRecords)(
    "$id grants for own records what stands on records, and to read alone",
    ({ sees, when, ...rule }) => {
      expect(sees.filter((category) => !onRecords.has(category))).toEqual([]);
      expect([when, rule.writes, rule.combines]).toEqual([["OWN_RECORD"], [], []]);
    },
  );

  test("without a tie to a person there are only tables, working time, the catalogue, pseudonyms, the log, references of changed facts, the own tickets and the own questions", () => {
    const untied = policy.rules.filter((rule) => rule.when.includes("ANY")).flatMap((rule) => [...rule.sees]);
    expect([...new Set(untied)].sort()).toEqual([
      "ACCESS_RECORD",
      "CATALOGUE",
      "CLEARING",
      "CORRECTION_NOTICE",
      "CORRECTION_RECORD_CONFLICT",
      "CORRECTION_RECORD_DECISION",
      "CORRECTION_RESIDENCE_CONFLICT",
      "CORRECTION_RESIDENCE_DECISION",
      "EVALUATION_RECORD",
      "INTERFACE",
      "PERSON_ANNOUNCEMENT",
      "POLICY",
      "RECORD_SUPPLY",
      "RESIDENCE_RECORD_SUPPLY",
      "STATISTICS",
      "VALIDITY_REPORT",
      "WORKING_TIME",
    ]);
    const written = policy.rules.filter((rule) => rule.when.includes("ANY")).flatMap((rule) => [...rule.writes]);
    const sent = [
      "ASYLUM_SUPPLY",
      "CLEARING",
      "CONVICTION_SUPPLY",
      "CUSTODY_SUPPLY",
      "INVESTIGATION_SUPPLY",
      "PERSON_ANNOUNCEMENT",
      "POLICE_FINDING_SUPPLY",
      "RECORD_SUPPLY",
      "RESIDENCE_RECORD_SUPPLY",
      "RESIDENCE_SUPPLY",
      "WANTED_NOTICE_SUPPLY",
    ];
    const acts = [
      "ACCESS_ERASURE",
      "ACCESS_REVIEW",
      "CATALOGUE_RESUMPTION",
      "CATALOGUE_SUSPENSION",
      "CORRECTION_ACKNOWLEDGEMENT",
      "CORRECTION_RECORD_DECISION",
      "CORRECTION_RESIDENCE_DECISION",
    ];
    expect([...new Set(written)].sort()).toEqual([...acts, ...sent].sort());
    expect([...new Set(written.filter(isPersonal))].sort()).toEqual(sent);
  });

  test("nobody writes about a person or combines where the identity of the person is not shown, but a second rater, who is not to know it, and who tells persons apart by descriptions", () => {
    const blind = policy.rules
      .filter(({ id }) => !/^R-(RATER-02|INTAKE-|SUPPLY-|CLEARING-0[13])/.test(id))
      .filter(({ writes, combines }) => [...writes, ...combines].some(isPersonal))
      .filter(({ who, purposes, when }) => {
        const asker = Object.values(askers).find((each) => fitsAsker(who, each));
        if (asker === undefined) return true;
        return purposes.some((purpose) =>
          when.some((tie) => {
            const ability = abilityFor(policy, officeOf(asker), asker.role, purpose, "2026-06-15");
            return !ability.permits("SEE", "IDENTITY", completeFacts([tie]));
          }),
        );
      });
    expect(blind).toEqual([]);
  });
});

function isPersonal(category: string): boolean {
  return vocabulary.categories[category]?.personal !== false;
}

function ask(row: RuleRow, date = row[7] ?? "2026-06-15") {
  const [, , name, purpose, what, holding] = row;
  const asker = askers[name];
  const [action, category = ""] = what.split(" ") as [PolicyAction, string];
  const ability = abilityFor(policy, officeOf(asker), asker.role, purpose, date);
  const facts = completeFacts(holding);
  return { permits: ability.permits(action, category, facts), ids: ability.ruleIds(action, category, facts) };
}

function effectsOf(id: string): ReadonlySet<string> {
  return new Set(rows.filter((row) => row[0] === id).map((row) => row[1]));
}

function fitsAsker(
  who: { offices: readonly string[]; roles: readonly string[] },
  asker: { office: string; role: string },
) {
  const { id, kind } = officeOf(asker);
  return (who.offices.includes(id) || who.offices.includes(kind)) && who.roles.includes(asker.role);
}

function numbered(prefix: string, count: number): readonly string[] {
  return Array.from({ length: count }, (_, index) => `${prefix}-${String(index + 1).padStart(2, "0")}`);
}
