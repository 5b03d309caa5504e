import { parse } from "graphql";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Ask, SubgraphQuestion, SubgraphReply } from "../../../gateway/plans/Ask.ts";
import type { PlanResult } from "../../../gateway/plans/compileOperation.ts";
import { Plans } from "../../../gateway/plans/Plans.ts";
import { chance } from "../../model/chance.ts";
import { type BareExecutor, bareExecutor, type Outcome } from "./bareExecutor.ts";
import { composeDiffering } from "./differingSupergraph.ts";
import { drawnNumber, drawnSubgraphs, type Weather } from "./drawnSubgraphs.ts";
import { type DrawnOperation, drawOperation } from "./drawOperation.ts";

const seed = Number(process.env.PLANS_SEED ?? 1);
const operations = Number(process.env.PLANS_OPERATIONS ?? 45);

let bare: BareExecutor;
let plans: Plans;
let distinct: Plans;
beforeAll(async () => {
  const sdl = composeDiffering();
  [bare, plans, distinct] = await Promise.all([
    bareExecutor(sdl),
    Plans.load(sdl, { distinctEntities: false }),
    Plans.load(sdl, { distinctEntities: true }),
  ]);
});
afterAll(async () => void (await Promise.all([bare?.stop(), plans?.stop(), distinct?.stop()])));

type Tamper = (question: SubgraphQuestion, reply: SubgraphReply) => SubgraphReply;

/** An outcome and the questions that led to it. */
interface Ran {
  readonly outcome: Outcome;
  readonly asked: readonly SubgraphQuestion[];
}

async function ran(run: (ask: Ask) => Promise<Outcome>, answer: Ask): Promise<Ran> {
  const asked: SubgraphQuestion[] = [];
  const outcome = await run((question) => {
    asked.push(structuredClone(question));
    return answer(question);
  });
  return { outcome, asked };
}

function runPlans(by: Plans, { text, variables }: DrawnOperation): (ask: Ask) => Promise<PlanResult> {
  return (ask) => by.of({ text, document: parse(text), operationName: "Drawn" }).run({ variables, ask });
}

/** Both executors on the same operation over the same subgraphs. */
async function both(number: number, weather: Weather, tamper: Tamper = (_, reply) => reply) {
  const draw = chance(seed * 1_000_003 + number);
  const operation = drawOperation(plans.schema, draw);
  const subgraphs = drawnSubgraphs(number, weather);
  const answer: Ask = async (question) => tamper(question, subgraphs(question));
  return {
    operation,
    expected: await ran((ask) => bare.run(operation, ask), answer),
    ours: await ran(runPlans(plans, operation), answer),
    distinct: await ran(runPlans(distinct, operation), answer),
  };
}

function errorsOf(errors: PlanResult["errors"]): readonly string[] {
  return (errors ?? [])
    .map(({ message, path, extensions }) =>
      JSON.stringify([withoutValue(message), path ?? null, extensions?.code ?? null]),
    )
    .sort();
}

/** @apollo/gateway quotes a value that does not fit; here no message carries one. */
function withoutValue(message: string): string {
  return message.replace(/^(Invalid non-\w+ value) .* ((?:returned by|for) )/s, "$1 $2");
}

function askedOf(asked: readonly SubgraphQuestion[]): readonly string[] {
  return asked.map(({ subgraph, query, variables }) => JSON.stringify([subgraph, query, variables])).sort();
}

/** The same in another form: an outcome as JSON, its members in order. */
function told({ data, errors, extensions }: Outcome) {
  return { data: JSON.stringify(data), errors: errorsOf(errors), unfit: errorsOf(extensions?.valueCompletion) };
}

/**
 * Where @apollo/gateway answers with no data at all and says nothing of why, GraphQL demands errors (section 7.1.2): what it tells beside the
 * answer stands there.
 */
function withReason({ data, errors, extensions, ...rest }: Outcome): Outcome {
  const silent = data === null && errors === undefined && extensions !== undefined;
  return silent ? { data, errors: extensions.valueCompletion } : ({ data, errors, extensions, ...rest } as Outcome);
}

describe("A plan is run as @apollo/gateway runs it", () => {
  const weathers: readonly (readonly [string, Weather])[] = [
    ["all is well", { nulls: 0, failures: 0 }],
    ["much is null", { nulls: 0.3, failures: 0 }],
    ["fields fail", { nulls: 0.1, failures: 0.12 }],
  ];
  test.each(weathers)("when %s: same data, same errors, same operations to the same subgraphs", async (_, weather) => {
    let steps = 0;
    for (let number = 0; number < operations; number += 1) {
      const { operation, expected, ours } = await both(number, weather);
      expect({ operation, ...told(ours.outcome), asked: askedOf(ours.asked) }).toEqual({
        operation,
        ...told(withReason(expected.outcome)),
        asked: askedOf(expected.asked),
      });
      steps += expected.asked.length;
    }
    expect(steps).toBeGreaterThan(operations);
  });
});

describe("A subgraph that does not keep to its schema", () => {
  /** What a subgraph may say instead of what it should; chosen by the question, so that both executors hear the same. */
  const wrongs: readonly (readonly [string, Tamper])[] = [
    ["nothing at all", () => ({})],
    ["null", () => ({ data: null })],
    [
      "null and why",
      () => ({ data: null, errors: [{ message: "gone", extensions: { code: "DATABASE_UNAVAILABLE" } }] }),
    ],
    ["an error without a message", (_, reply) => ({ ...reply, errors: [{ message: "" }] })],
    [
      "errors with paths that lead nowhere",
      (_, reply) => ({
        ...reply,
        errors: [
          { message: "lost", path: ["_entities", 99, "x"] },
          { message: "lost", path: ["x"] },
        ],
      }),
    ],
    [
      "fewer entities than were asked for",
      ({ variables }, reply) => ("representations" in variables ? { data: { _entities: [] } } : reply),
    ],
    [
      "entities that are no list",
      ({ variables }, reply) => ("representations" in variables ? { data: { _entities: { 0: {} } } } : reply),
    ],
    [
      "names that every object has",
      (_, reply) =>
        changed(reply, (value) => ({
          ...value,
          constructor: { x: 1 },
          toString: "x",
          ["__proto__"]: { polluted: true },
        })),
    ],
    [
      "fields that nobody asked for",
      (_, reply) => changed(reply, (value) => ({ ...value, secret: "x", more: [1, 2] })),
    ],
  ];
  const failing: Tamper = () => {
    throw new Error("The subgraph did not answer in time.");
  };
  test.each([...wrongs, ["nothing before the deadline", failing] as const])(
    "and says %s is answered as @apollo/gateway answers it",
    async (_, wrong) => {
      let tampered = 0;
      for (let number = 0; number < operations / 3; number += 1) {
        const { operation, expected, ours } = await both(number, { nulls: 0.1, failures: 0 }, (question, reply) => {
          if (drawnNumber(number, question.subgraph, question.query) < 0.5) return reply;
          tampered += 1;
          return wrong(question, reply);
        });
        expect({ operation, ...told(ours.outcome), asked: askedOf(ours.asked) }).toEqual({
          operation,
          ...told(withReason(expected.outcome)),
          asked: askedOf(expected.asked),
        });
      }
      expect(tampered).toBeGreaterThan(operations / 10);
      expect(Object.hasOwn(Object.prototype, "polluted")).toBe(false);
    },
  );

  /** Values of another type than the schema promises; `value` is any object of the answer. */
  const nonsense: readonly (readonly [string, unknown])[] = [
    ["a list for an object", []],
    ["a text for an object", "x"],
    ["a number for an object", 5],
    ["an object without what is needed", {}],
    ["an object of a type that does not exist", { __typename: "Spy", id: "Person0" }],
    ["an object whose type is no name", { __typename: 7, id: "Person0" }],
    ["a list in a list", [[{ __typename: "Person", id: "Person0" }]]],
  ];
  test.each(nonsense)(
    "and gives %s: where @apollo/gateway has data, the same; where it fails, an error",
    async (_, value) => {
      let tampered = 0;
      for (let number = 0; number < operations / 3; number += 1) {
        const tamper: Tamper = ({ subgraph, query }, reply) =>
          changed(reply, (object, path) => {
            if (drawnNumber(number, subgraph, query, path) > 0.2) return object;
            tampered += 1;
            return value;
          });
        const { expected, ours } = await both(number, { nulls: 0, failures: 0 }, tamper);
        const failed = expected.outcome.thrown === true || expected.outcome.errors !== undefined;
        if (failed) expect(ours.outcome.errors ?? ours.outcome.extensions?.valueCompletion).toBeDefined();
        else expect(told(ours.outcome)).toEqual(told(withReason(expected.outcome)));
      }
      expect(tampered).toBeGreaterThan(operations / 10);
    },
  );

  /** The reply with every object below its data replaced by what `change` makes of it. */
  function changed(reply: SubgraphReply, change: (object: object, path: string) => unknown): SubgraphReply {
    const visit = (value: unknown, path: string): unknown => {
      if (Array.isArray(value)) return value.map((each, index) => visit(each, `${path}.${index}`));
      if (value === null || typeof value !== "object") return value;
      const entries = Object.entries(value).map(([key, each]) => [key, visit(each, `${path}.${key}`)]);
      return path === "" || path === "._entities"
        ? Object.fromEntries(entries)
        : change(Object.fromEntries(entries), path);
    };
    return { ...reply, data: visit(reply.data, "") as SubgraphReply["data"] };
  }
});

describe("What is planned", () => {
  const text = "query A { me { name } } query B { me { age } }";
  const document = parse(text);

  test("is kept by text and name: neither stands for another", () => {
    const before = plans.planned;
    const a = plans.of({ text, document, operationName: "A" });
    const b = plans.of({ text, document, operationName: "B" });
    const other = plans.of({ text: `${text} `, document, operationName: "A" });
    expect(new Set([a, b, other]).size).toBe(3);
    expect(plans.of({ text, document, operationName: "A" })).toBe(a);
    expect(plans.planned - before).toBe(3);
  });

  test("is let go when ever new operations come", () => {
    const first = { text: "{ me { x0: name } }", operationName: null };
    const planned = plans.of({ ...first, document: parse(first.text) });
    for (let number = 1; number <= 1_000; number += 1) {
      const each = `{ me { x${number}: name } }`;
      plans.of({ text: each, document: parse(each), operationName: null });
    }
    const before = plans.planned;
    expect(plans.of({ ...first, document: parse(first.text) })).not.toBe(planned);
    expect(plans.planned - before).toBe(1);
  });
});

describe("An entity that stands at several places", () => {
  test("is asked for once where that is wanted, and the answer is the same", async () => {
    let saved = 0;
    for (let number = 0; number < operations; number += 1) {
      const { operation, expected, distinct } = await both(number, { nulls: 0.1, failures: 0.05 });
      expect({ operation, ...told(distinct.outcome) }).toEqual({ operation, ...told(withReason(expected.outcome)) });
      for (const { variables } of distinct.asked) {
        const keys =
          (variables.representations as readonly object[] | undefined)?.map((each) => JSON.stringify(each)) ?? [];
        expect(new Set(keys).size).toBe(keys.length);
      }
      saved += representations(expected.asked) - representations(distinct.asked);
    }
    expect(saved).toBeGreaterThan(operations / 10);
  });

  function representations(asked: readonly SubgraphQuestion[]): number {
    return asked.reduce(
      (sum, { variables }) => sum + ((variables.representations as readonly unknown[]) ?? []).length,
      0,
    );
  }
});
