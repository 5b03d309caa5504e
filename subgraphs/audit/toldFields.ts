import { readFileSync } from "node:fs";
import { parse } from "graphql";
import { categoryIndex } from "../../schema/categoryIndex.ts";
import { subgraphNames } from "../../schema/subgraphNames.ts";
import { subgraphSdl } from "../../schema/subgraphSdl.ts";
import { typeDefinitions } from "../../schema/typeDefinitions.ts";

/**
 * Categories by which a field could tell of proceedings whose disclosure is deferred (§ 479 StPO, § 12 (3) EGGVG). A field that
 * inherits its category could, too: a provenance that somebody read may have been that of an investigation.
 */
const untold: ReadonlySet<string> = new Set(["INHERIT", "INVESTIGATION", "INVESTIGATION_DETAIL"]);

/**
 * Fields that the person concerned is told somebody read, as `Type.field`: those that the person could ask for, less those that
 * could tell of proceedings. Whatever else there is, or will be, is not told.
 */
export const toldFields: readonly string[] = fieldsOfContract();

function fieldsOfContract(): readonly string[] {
  const contract = parse(readFileSync(new URL("../../schema/contracts/data-subject.graphql", import.meta.url), "utf8"));
  const categories = categoryIndex(...subgraphNames.map(subgraphSdl));
  return typeDefinitions(contract)
    .composites.flatMap(({ name, fields }) => (fields ?? []).map((field) => `${name.value}.${field.name.value}`))
    .filter((coordinate) => !/^(Query|Mutation)\./.test(coordinate))
    .filter((coordinate) => {
      const own = categories.get(coordinate) ?? ["INHERIT"];
      return !own.some((category) => untold.has(category));
    })
    .sort();
}
