import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { validateXML } from "xmllint-wasm";
import { writeDmn } from "../../../subgraphs/scoring/dmn/writeDmn.ts";
import { reducedFacts } from "../../../subgraphs/scoring/reducedFacts.ts";
import { drawnPersons } from "../../judge/drawnPersons.ts";
import { Judge } from "../../judge/Judge.ts";
import { judgePersons } from "../../judge/judgePersons.ts";
import { readModel } from "../../judge/readModel.ts";
import { syntheticPersons } from "../../judge/syntheticPersons.ts";
import { today } from "../today.ts";
import { demonstration } from "./demonstrationCatalogue.ts";
import type { DrawnValues } from "./drawFacts.ts";

const document = writeDmn(demonstration.catalogue);

describe("The catalogue as DMN 1.5", () => {
  test("is valid by the schema of the standard", async () => {
    const schema = (name: string) => ({
      fileName: name,
      contents: readFileSync(
        new URL(`../../../node_modules/@kie-tools/dmn-marshaller/src/schemas/dmn-1_5/${name}`, import.meta.url),
        "utf8",
      ),
    });
    const validated = await validateXML({
      xml: [{ fileName: "catalogue.dmn", contents: document }],
      schema: [schema("DMN15.xsd")],
      preload: ["DMNDI15.xsd", "DC.xsd", "DI.xsd"].map(schema),
    });
    expect(validated.errors.map(({ rawMessage }) => rawMessage)).toEqual([]);
    expect(validated.valid).toBe(true);
  });

  test("is the same document each time", () => {
    expect(writeDmn(demonstration.catalogue)).toBe(document);
  });

  test("draws every decision and every input, and an edge for each requirement", () => {
    const { inputs, decisions, shapes, edges } = readModel(document);
    expect(shapes.map((shape) => shape["@_dmnElementRef"]).sort()).toEqual(
      [...inputs, ...decisions].map((element) => element["@_id"]).sort(),
    );
    const requirements = decisions.flatMap((decision) => decision.informationRequirement);
    expect(edges.map((edge) => edge["@_dmnElementRef"]).sort()).toEqual(
      requirements.map((each) => each["@_id"]).sort(),
    );
  });
});

describe("Another engine on the exported tables", () => {
  test("gives state, points, sums and band of 2,000 fully known persons, and of synthetic ones, as the engine does", () => {
    const judge = new Judge(document);
    const drawn = judgePersons(drawnPersons(20_260_615, 2_000), today, demonstration, judge);
    expect([drawn.judged, drawn.differing]).toEqual([2_000, []]);
    expect(drawn.outcomes.size).toBeGreaterThanOrEqual(6);
    const synthetic = judgePersons(syntheticPersons(1, 1_000), today, demonstration, judge);
    expect(synthetic.differing).toEqual([]);
    expect(synthetic.judged).toBeGreaterThan(20);
  });

  test("tells the persons on whom it differs, once a point of the engine is another", () => {
    const judge = new Judge(document.replace("<text>20</text>", "<text>19</text>"));
    const { differing } = judgePersons(drawnPersons(1, 200), today, demonstration, judge);
    expect(differing.length).toBeGreaterThan(10);
  });

  test("differs once a table is changed", () => {
    const values = Object.fromEntries(
      Object.entries(reducedFacts).map(([key, classes]) => [key, classes === "WHOLE_NUMBER" ? "0" : classes.at(-1)]),
    ) as DrawnValues;
    const facts = { ...values, MINOR: "NO", LEGAL_REGIME: "THIRD_COUNTRY", EXPULSION_INTEREST: "SECTION_54_1" };
    const changed = document.replace("<text>20</text>", "<text>19</text>");
    expect(new Judge(document).assess(facts).axisA).toBe(20);
    expect(new Judge(changed).assess(facts).axisA).toBe(19);
  });
});
