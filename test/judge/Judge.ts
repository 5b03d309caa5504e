import { evaluate, unaryTest } from "feelin";
import { type ReducedFactKey, reducedFacts } from "../../subgraphs/scoring/reducedFacts.ts";
import type { DrawnValues } from "../subgraphs/scoring/drawFacts.ts";
import { readModel, type Xml } from "./readModel.ts";

/** What the tables make of a person's facts. */
export interface Judgement {
  readonly state: unknown;
  readonly band: unknown;
  readonly axisA: unknown;
  readonly axisB: unknown;
  readonly points: Readonly<Record<string, number>>;
}

/** Evaluates the tables by feelin, which knows nothing of this project; each cell once for each value, for it is slow. */
export class Judge {
  readonly #decisions: ReadonlyMap<string, Xml>;
  readonly #known = new Map<string, unknown>();

  constructor(xml: string) {
    this.#decisions = new Map(readModel(xml).decisions.map((decision) => [decision["@_name"], decision]));
  }

  /** @throws Error where the bands do not give exactly one */
  assess(values: DrawnValues): Judgement {
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
    if (bands.length !== 1) throw new Error("The bands give no single one.");
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
