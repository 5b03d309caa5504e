import { getNamedType } from "graphql";
import { expect, test } from "vitest";
import { contractSchema } from "../../../gateway/contractSchema.ts";
import { loadSupergraph } from "../../../gateway/loadSupergraph.ts";
import { contractCategories } from "../../../gateway/policy/contractCategories.ts";
import { loadPolicy } from "../../../gateway/policy/loadPolicy.ts";
import { offices } from "../../../schema/offices.ts";

const supergraph = loadSupergraph();
const policy = loadPolicy();
const tables = Object.values(supergraph.apiSchema.getQueryType()?.getFields() ?? {}).filter(({ name }) =>
  supergraph.categories.get(`Query.${name}`)?.includes("STATISTICS"),
);

test("a table of statistics is fixed: no filter, no order and no page, with which one could be taken from another", () => {
  expect(tables.length).toBeGreaterThan(2);
  for (const { name, args, type } of tables) {
    expect({ name, args }).toEqual({ name, args: [] });
    expect(getNamedType(type).name).toBe("StatisticsCell");
  }
});

test.for([...offices.values()].filter(({ kind }) => kind === "MINISTRY"))(
  "$id finds the tables, the working time and the catalogue in its contract, and nothing with an argument",
  (office) => {
    const contract = contractSchema(
      supergraph,
      contractCategories(policy, office, "SUPERVISOR", policy.purposes.keys()),
    );
    const fields = Object.values(contract.getQueryType()?.getFields() ?? {});
    const others = fields.map(({ name }) => name).filter((name) => !tables.some((table) => table.name === name));
    expect(
      others.filter(
        (name) =>
          !supergraph.categories.get(`Query.${name}`)?.some((each) => ["CATALOGUE", "WORKING_TIME"].includes(each)),
      ),
    ).toEqual([]);
    expect(fields.flatMap(({ args }) => args.map(({ name }) => name))).toEqual([]);
  },
);
