import { expect, test } from "vitest";
import { loadSupergraph } from "../../../gateway/loadSupergraph.ts";
import { abilityFor } from "../../../gateway/policy/ability.ts";
import { loadPolicy } from "../../../gateway/policy/loadPolicy.ts";
import { offices } from "../../../schema/offices.ts";
import { fetchedFields } from "../../../subgraphs/casework/notices/fetchedFields.ts";
import { noticeCategories } from "../../../subgraphs/casework/notices/noticeCategories.ts";

const policy = loadPolicy();
const { categories } = loadSupergraph();
const roles = [...policy.roles.keys()];
const dates = ["2026-02-28", "2026-06-15", "2026-09-01"];

test("Every kind of notice names fields to fetch, and each of these carries a category", () => {
  expect(Object.keys(fetchedFields).sort()).toEqual([...noticeCategories.keys()].sort());
  for (const coordinate of Object.values(fetchedFields).flat()) expect(categories.get(coordinate)).not.toHaveLength(0);
});

test.each(dates)(
  "On %s, whoever is told of a kind of notice may read under the same relation what it is about, for one of the own purposes",
  (date) => {
    let told = 0;
    for (const office of offices.values())
      for (const role of roles)
        for (const [kind, of] of noticeCategories)
          for (const category of of)
            for (const { when } of abilityFor(policy, office, role, "NOTIFICATION", date).grants("SEE", category)) {
              told += 1;
              const wanted = (fetchedFields[kind] ?? []).flatMap((coordinate) => categories.get(coordinate) ?? []);
              const missing = wanted.filter((each) => !mayRead(office.id, role, each, when, date));
              expect({ office: office.id, role, kind, when, missing }).toMatchObject({ missing: [] });
            }
    expect(told).toBeGreaterThan(100);
  },
);

test("Under the purpose of notices nothing but notices is read: no content comes that way", () => {
  const read = [...offices.values()].flatMap((office) =>
    roles.flatMap((role) => {
      const ability = abilityFor(policy, office, role, "NOTIFICATION", "2026-06-15");
      return [...new Set([...categories.values()].flat())].filter((each) => ability.grants("SEE", each).length > 0);
    }),
  );
  expect([...new Set(read)].filter((category) => !/^(NOTICE|CORRECTION)_/.test(category))).toEqual([]);
});

function mayRead(id: string, role: string, category: string, relation: string, date: string): boolean {
  const office = offices.get(id);
  if (office === undefined || category === "INHERIT") return true;
  return [...policy.purposes.keys()].some((purpose) =>
    abilityFor(policy, office, role, purpose, date)
      .grants("SEE", category)
      .some(({ when }) => when === relation),
  );
}
