import { readFileSync } from "node:fs";
import { buildASTSchema, getOperationAST, parse } from "graphql";
import { describe, expect, test } from "vitest";
import { contractSchema } from "../../../gateway/contractSchema.ts";
import { decide } from "../../../gateway/decide.ts";
import { personas } from "../../../gateway/identity/personas.ts";
import { loadSupergraph } from "../../../gateway/loadSupergraph.ts";
import { readOperation } from "../../../gateway/Operation.ts";
import { policyRecord } from "../../../gateway/officer/policyRecord.ts";
import { abilityFor } from "../../../gateway/policy/ability.ts";
import { contractCategories } from "../../../gateway/policy/contractCategories.ts";
import { loadPolicy } from "../../../gateway/policy/loadPolicy.ts";
import type { Selection } from "../../../gateway/selection.ts";
import { offices } from "../../../schema/offices.ts";
import { explainOperation } from "../../../schema/policyRecord/explainOperation.ts";
import { chance } from "../../model/chance.ts";
import { OperationGenerator } from "../../model/OperationGenerator.ts";
import { emptyLog } from "../../model/ReadLog.ts";
import { Values } from "../../model/Values.ts";

const supergraph = loadSupergraph();
const policy = loadPolicy();
const record = policyRecord(policy, supergraph);
const sdl = readFileSync(new URL("../../../schema/supergraph.graphql", import.meta.url), "utf8");
const schema = buildASTSchema(parse(sdl), { assumeValidSDL: true });
const values = new Values({}, {}, emptyLog, record.version);
const operationsOfPurpose = 25;
const seen = new Set<string>();
const dates = ["2026-02-28", "2026-06-15", "2026-09-01"];

describe("An operation is explained from the record as the gateway decides it", () => {
  test.for([...personas.values()].filter(({ purposes }) => purposes.length > 0))("$name", (persona) => {
    const office = offices.get(persona.office);
    if (office === undefined) throw new Error(`There is no office ${persona.office}.`);
    const contract = contractSchema(supergraph, contractCategories(policy, office, persona.role, persona.purposes));
    const drawn = chance(7);
    const generator = new OperationGenerator(contract, drawn, values);
    for (const purpose of persona.purposes)
      for (let count = 0; count < operationsOfPurpose; count += 1) {
        const { query, variables = {}, operationName } = generator.draw();
        const document = parse(query);
        const definition = getOperationAST(document, operationName);
        if (!definition) continue;
        const date = drawn.pick(dates);
        const operation = readOperation(document, definition, { ...variables }, contract, supergraph);
        const { verdicts } = decide(operation, abilityFor(policy, office, persona.role, purpose, date), supergraph);
        const asker = { office: office.id, role: persona.role, purpose };
        const explained = explainOperation(
          { document, operationName: operationName ?? null, variables },
          schema,
          record,
          asker,
          date,
        );
        for (const { verdict } of explained) seen.add(verdict);
        expect(explained.map(told), query).toEqual(decided(operation.selections));

        function decided(selections: readonly Selection[], path = ""): readonly string[] {
          return selections.flatMap((selection) => {
            if (selection.kind === "fragment") return decided(selection.selections, path);
            if (selection.node.name.value.startsWith("__")) return [];
            const verdict = verdicts.get(selection);
            const at = `${path}${selection.responseKey}`;
            const what =
              verdict === undefined
                ? "NOT_ASKED"
                : verdict.kind === "WITHHOLD"
                  ? `WITHHOLD ${verdict.coordinate} ${verdict.category} ${verdict.prohibitions}`
                  : `${verdict.kind} ${verdict.rules}`;
            return [`${at} ${selection.coordinate} ${what}`, ...decided(selection.selections, `${at}.`)];
          });
        }
      }
  });

  test("every verdict was among them", () => {
    expect([...seen].sort()).toEqual(["ALLOW", "ALLOW_IF", "NOT_ASKED", "WITHHOLD"]);
  });
});

function told({
  path,
  coordinate,
  verdict,
  withheld,
  category,
  prohibitions,
  rights,
}: ReturnType<typeof explainOperation>[number]) {
  const rules = [...new Set(rights.map(({ rule }) => rule))].sort();
  const what =
    verdict === "NOT_ASKED"
      ? verdict
      : verdict === "WITHHOLD"
        ? `WITHHOLD ${withheld} ${category} ${prohibitions}`
        : `${verdict} ${rules}`;
  return `${path} ${coordinate} ${what}`;
}
