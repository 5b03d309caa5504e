import { expect, test } from "vitest";
import { contractSchema } from "../../../gateway/contractSchema.ts";
import { loadSupergraph } from "../../../gateway/loadSupergraph.ts";
import { policyRecord } from "../../../gateway/officer/policyRecord.ts";
import { abilityFor } from "../../../gateway/policy/ability.ts";
import { contractCategories } from "../../../gateway/policy/contractCategories.ts";
import { loadPolicy } from "../../../gateway/policy/loadPolicy.ts";
import { type OfficeEntry, offices } from "../../../schema/offices.ts";
import { policyRecord as format, type PolicyRight } from "../../../schema/policyRecord/PolicyRecord.ts";
import { whatSees } from "../../../schema/policyRecord/whatSees.ts";
import { whoCanSee } from "../../../schema/policyRecord/whoCanSee.ts";
import { vocabulary } from "../../../schema/vocabulary.ts";
import { dayBeside } from "../policy/dayBeside.ts";

const policy = loadPolicy();
const supergraph = loadSupergraph();
const record = policyRecord(policy, supergraph);
const actions = ["SEE", "WRITE", "COMBINE"] as const;
/** One office of each kind and every office that a rule names by itself: the others differ from none of them. */
const examined = [...Map.groupBy(offices.values(), ({ kind }) => kind).values()].flatMap((ofKind) =>
  ofKind.filter(({ id }, index) => index === 0 || policy.rules.some(({ who }) => who.offices.includes(id))),
);
/** A day of the pilot, every day on which a rule begins or ends, and those beside it. */
const days = [
  "2026-06-15",
  ...new Set(
    policy.rules
      .flatMap(({ since, until }) => [since, until])
      .flatMap((day) => (day === null ? [] : [day, dayBeside(day, 1), dayBeside(day, -1)])),
  ),
];

test("is read back as it was written", () => {
  expect(format.parse(JSON.parse(JSON.stringify(record)))).toEqual(record);
});

test("says of every office, role, purpose, category and day what the gateway decides by", () => {
  let lines = 0;
  for (const date of days)
    for (const office of examined)
      for (const { id: role, kinds } of policy.roles.values()) {
        if (!kinds.includes(office.kind)) continue;
        const rights = whatSees(record, { office: office.id, role, purpose: null, category: null }, date);
        for (const purpose of policy.purposes.keys()) {
          const told = linesOf(rights.filter((right) => right.purpose === purpose));
          expect(told, `${office.id} ${role} for ${purpose} on ${date}`).toEqual(decided(office, role, purpose, date));
          lines += told.length;
        }
      }
  expect(lines).toBeGreaterThan(100);
});

/** Action, category, relation, exceptions and rule of each right, sorted. */
function linesOf(
  rights: readonly Omit<PolicyRight, "office" | "role" | "purpose" | "prohibitions" | "since" | "until">[],
) {
  return rights
    .map(({ action, category, when, unless, rule }) => `${action} ${category} ${when} ${unless} ${rule}`)
    .sort();
}

function decided(office: OfficeEntry, role: string, purpose: string, date: string) {
  const ability = abilityFor(policy, office, role, purpose, date);
  return linesOf(
    actions.flatMap((action) =>
      Object.keys(vocabulary.categories).flatMap((category) =>
        ability
          .grants(action, category)
          .flatMap(({ when, unless, ruleIds }) => ruleIds.map((rule) => ({ action, category, when, unless, rule }))),
      ),
    ),
  );
}

test("who is told to see a field of a person has it in the contract for that purpose", () => {
  const rights = record.fields
    .filter(({ coordinate, inherits }) => !inherits && /^Person\.[a-z]\w*$/.test(coordinate))
    .flatMap(({ coordinate }) =>
      (whoCanSee(record, coordinate, "2026-06-15") ?? []).map((right) => ({ coordinate, right })),
    );
  const askers = Map.groupBy(rights, ({ right: { office, role, purpose } }) => JSON.stringify([office, role, purpose]));
  for (const [asker, of] of askers) {
    const [office, role, purpose] = JSON.parse(asker);
    const kind = offices.get(office)?.kind ?? office;
    const contract = contractSchema(supergraph, contractCategories(policy, { id: office, kind }, role, [purpose]));
    const person = contract.getType("Person");
    const found = person && "getFields" in person ? Object.keys(person.getFields()) : [];
    expect(found).toEqual(expect.arrayContaining(of.map(({ coordinate }) => coordinate.split(".")[1])));
  }
  expect(askers.size).toBeGreaterThan(5);
});

test("a field with @requires demands the combination of all that is behind it", () => {
  const ways = record.fields.find(({ coordinate }) => coordinate === "Person.assessment")?.ways;
  const combined = ways?.[0]?.filter((demand) => demand.actions.includes("COMBINE")).map(({ category }) => category);
  expect(combined?.toSorted()).toEqual(["CASEWORK_FACTS", "CONDUCT_FACTS", "RESIDENCE_FACTS"]);
});

test("a field that inherits demands what one of the fields that lead to it demands", () => {
  const field = record.fields.find(({ coordinate }) => coordinate === "Conviction.id");
  expect(field).toEqual({
    coordinate: "Conviction.id",
    inherits: true,
    ways: [[{ actions: ["SEE"], category: "CONVICTION" }]],
  });
  const provenance = record.fields.find(({ coordinate }) => coordinate === "Provenance.sourceOffice");
  expect(provenance?.ways.flat().map(({ category }) => category)).toEqual(
    expect.arrayContaining(["CONVICTION", "CUSTODY"]),
  );
});

test("a field that needs a right of the kind and one of the office's own is seen by that office alone", () => {
  const right: PolicyRight = {
    office: "RRK",
    role: "LEAD",
    purpose: "WORKLIST",
    action: "SEE",
    category: "IDENTITY",
    when: "OWN_CASE",
    unless: [],
    rule: "R-RRK-01",
    prohibitions: [],
    since: null,
    until: null,
  };
  const own: PolicyRight = { ...right, office: "RRK_MUENSTER", category: "WORKLIST", rule: "R-RRK-02" };
  const demand = (category: string) => ({ actions: ["SEE" as const], category });
  const asked = {
    ...record,
    rights: [right, own],
    fields: [{ coordinate: "A.b", inherits: false, ways: [[demand("IDENTITY"), demand("WORKLIST")]] }],
  };
  expect(whoCanSee(asked, "A.b", "2026-06-15")).toEqual([{ ...right, office: "RRK_MUENSTER" }, own]);
  expect(whoCanSee({ ...asked, rights: [right] }, "A.b", "2026-06-15")).toEqual([]);
  expect(whoCanSee(asked, "A.c", "2026-06-15")).toBeNull();
});
