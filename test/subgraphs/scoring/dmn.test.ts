import { readFileSync } from "node:fs";
import { XMLParser } from "fast-xml-parser";
import { evaluate, unaryTest } from "feelin";
import { describe, expect, test } from "vitest";
import { validateXML } from "xmllint-wasm";
import { seededFaker } from "../../../subgraphs/population/seededFaker.ts";
import { writeDmn } from "../../../subgraphs/scoring/dmn/writeDmn.ts";
import { assess } from "../../../subgraphs/scoring/engine/assess.ts";
import { type ReducedFactKey, reducedFacts } from "../../../subgraphs/scoring/reducedFacts.ts";
import { today } from "../today.ts";
import { demonstration } from "./demonstrationCatalogue.ts";
import { drawFacts, factsWith } from "./drawFacts.ts";

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
  test("gives state, points, sums and band of 2,000 fully known persons as the engine does", () => {
    const judge = new Judge(document);
    const faker = seededFaker(20_260_615, "dmn");
    const seen = new Set<string>();
    for (let person = 0; person < 2_000; person += 1) {
      const values = drawFacts(faker);
      const own = assess(factsWith(values), today, demonstration);
      const points = Object.fromEntries(own.contributions.map((each) => [each.criterion, each.points]));
      expect(judge.assess(values)).toEqual({
        state: own.state,
        band: own.state === "ASSESSED" ? own.band : null,
        axisA: own.axisA,
        axisB: own.axisB,
        points,
      });
      seen.add(`${own.state} ${own.band}`);
    }
    expect(seen.size).toBeGreaterThanOrEqual(6);
  });

  test("differs once a table is changed", () => {
    const values = Object.fromEntries(
      Object.entries(reducedFacts).map(([key, classes]) => [key, classes === "WHOLE_NUMBER" ? "0" : classes.at(-1)]),
    ) as Values;
    const facts = { ...values, MINOR: "NO", LEGAL_REGIME: "THIRD_COUNTRY", EXPULSION_INTEREST: "SECTION_54_1" };
    const changed = document.replace("<text>20</text>", "<text>19</text>");
    expect(new Judge(document).assess(facts).axisA).toBe(20);
    expect(new Judge(changed).assess(facts).axisA).toBe(19);
  });
});

type Values = Readonly<Record<ReducedFactKey, string | null>>;

// biome-ignore lint/suspicious/noExplicitAny: the tree of an XML document
type Xml = any;

function readModel(xml: string) {
  const lists = [
    "decision",
    "inputData",
    "input",
    "rule",
    "inputEntry",
    "informationRequirement",
    "dmndi:DMNShape",
    "dmndi:DMNEdge",
  ];
  const parser = new XMLParser({
    ignoreAttributes: false,
    parseTagValue: false,
    isArray: (name) => lists.includes(name),
  });
  const { definitions } = parser.parse(xml) as { definitions: Xml };
  const diagram = definitions["dmndi:DMNDI"]["dmndi:DMNDiagram"];
  return {
    inputs: definitions.inputData as Xml[],
    decisions: definitions.decision as Xml[],
    shapes: diagram["dmndi:DMNShape"] as Xml[],
    edges: diagram["dmndi:DMNEdge"] as Xml[],
  };
}

/** Evaluates the tables by feelin, which knows nothing of this project; each cell once for each value, for it is slow. */
class Judge {
  readonly #decisions: ReadonlyMap<string, Xml>;
  readonly #known = new Map<string, unknown>();

  constructor(xml: string) {
    this.#decisions = new Map(readModel(xml).decisions.map((decision) => [decision["@_name"], decision]));
  }

  assess(values: Values) {
    const context: Record<string, unknown> = Object.fromEntries(
      Object.entries(values).map(([key, value]) => [
        key,
        reducedFacts[key as ReducedFactKey] === "WHOLE_NUMBER" ? Number(value) : value,
      ]),
    );
    const [state] = this.#outputs("Gates", context);
    if (state !== "ASSESSED") return { state, band: null, axisA: null, axisB: null, points: {} };
    const points: Record<string, number> = {};
    for (const [name, decision] of this.#decisions) {
      if (decision.decisionTable?.["@_hitPolicy"] !== "COLLECT") continue;
      const sum = this.#outputs(name, context).reduce((total: number, each) => total + Number(each), 0);
      points[name.replace("_", "-")] = sum;
      context[name] = sum;
    }
    for (const axis of ["Axis_A", "Axis_B"]) {
      context[axis] = evaluate(this.#decisions.get(axis).literalExpression.text, context).value;
    }
    const bands = this.#outputs("Band", context);
    expect(bands).toHaveLength(1);
    return { state, band: bands[0], axisA: context.Axis_A, axisB: context.Axis_B, points };
  }

  /** What the rows that hold give, in their order. */
  #outputs(name: string, context: Record<string, unknown>): readonly unknown[] {
    const { input, rule } = this.#decisions.get(name).decisionTable;
    const asked = input.map((each: Xml) => context[each.inputExpression.text]);
    return rule
      .filter((row: Xml) => row.inputEntry.every((cell: Xml, index: number) => this.#passes(cell.text, asked[index])))
      .map((row: Xml) => this.#once(row.outputEntry.text, () => evaluate(row.outputEntry.text, {}).value));
  }

  #passes(cell: string, value: unknown): boolean {
    return this.#once(JSON.stringify([cell, value]), () => unaryTest(cell, { "?": value }).value) === true;
  }

  #once(key: string, compute: () => unknown): unknown {
    if (!this.#known.has(key)) this.#known.set(key, compute());
    return this.#known.get(key);
  }
}
