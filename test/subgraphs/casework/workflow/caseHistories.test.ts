import { isDeepStrictEqual } from "node:util";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { CaseEventKind } from "../../../../subgraphs/casework/codes.ts";
import { type Chance, chance } from "../../../model/chance.ts";
import { aCase } from "../aCase.ts";
import { aPerson } from "../aPerson.ts";
import { askers } from "../askers.ts";
import { type CaseworkWorld, openCaseworkWorld } from "../caseworkWorld.ts";
import { mutate } from "../mutate.ts";
import { storedCase } from "../storedCase.ts";
import { type Attempt, attempt, type NaiveCase } from "./naiveCase.ts";

let world: CaseworkWorld;
beforeAll(async () => {
  world = await openCaseworkWorld();
});
afterAll(() => world.close());

const histories = 12;
const stepsEach = 14;
const officesOfProsecution = ["STA_R2700S", "STA_R2400S"] as const;
const grants = {
  RRK_MUENSTER: askers.rrkMuenster,
  RRK_KOELN: askers.rrkKoeln,
  STA_R2700S: askers.staMuenster,
  STA_R2400S: askers.staDortmund,
} as const;

/** Whatever somebody might try, mostly the office in charge, and mostly with what is needed. */
function draw(drawn: Chance): Attempt {
  const reason = drawn.happens(0.1) ? "zu kurz" : "Nach Prüfung der Akten im Einzelfall entschieden.";
  const as = drawn.happens(0.1) ? "RRK_KOELN" : "RRK_MUENSTER";
  const attempts: readonly Attempt[] = [
    { as, mutation: "decideAdmission", input: { outcome: drawn.happens(0.7) ? "ADMIT" : "REJECT", reason } },
    { as, mutation: "addMeasure", input: { kind: "HEARING", office: "ABH_05554", dueOn: "2026-07-01" } },
    {
      as,
      mutation: "requestConsent",
      input: { office: drawn.pick(officesOfProsecution), plannedMeasure: "EXPULSION_ORDER" },
    },
    {
      as: drawn.pick(officesOfProsecution),
      mutation: "answerConsent",
      input: { answer: drawn.happens(0.5) ? "GIVEN" : "REFUSED" },
    },
  ];
  return drawn.pick(attempts);
}

async function make(caseRef: string, { as, mutation, input }: Attempt): Promise<string | null> {
  return (await mutate(world, grants[as as keyof typeof grants], mutation, { caseRef, ...input })).code;
}

async function asStored(caseRef: string): Promise<NaiveCase> {
  const { record, events, decisions, measures, consents } = await storedCase(world, caseRef);
  const told = Map.groupBy(consents, ({ office }) => office as string);
  return {
    state: record?.state as NaiveCase["state"],
    events: events.map(({ kind }) => kind as CaseEventKind),
    decisions: decisions.map(({ outcome }) => outcome as "ADMIT" | "REJECT"),
    measures: measures.length,
    consents: Object.fromEntries([...told].map(([office, rows]) => [office, rows.map(({ state }) => String(state))])),
  };
}

/** The result of one attempt after the other, codes in the order of `attempts`. */
function inTurn(before: NaiveCase, attempts: readonly Attempt[], order: readonly number[]) {
  const codes: (string | null)[] = [];
  let after = before;
  for (const index of order) {
    const result = attempt(after, attempts[index] as Attempt);
    codes[index] = result.code;
    after = result.after;
  }
  return { codes, after };
}

test.each(Array.from({ length: histories }, (_, seed) => seed))(
  "History %i: attempts by one and by two at once come out as the naive model says, and nothing is half done",
  async (seed) => {
    const drawn = chance(seed);
    const caseRef = `FM-2026-9${seed}`;
    const state = drawn.pick(["PROPOSED", "CHECKED"] as const);
    await world.populate(aPerson(`P-HISTORY-${seed}`, aCase(caseRef, { state })));
    let naive = await asStored(caseRef);
    for (let step = 0; step < stepsEach; step += 1) {
      const attempts = drawn.happens(0.4) ? [draw(drawn), draw(drawn)] : [draw(drawn)];
      const codes = await Promise.all(attempts.map((each) => make(caseRef, each)));
      const stored = await asStored(caseRef);
      const orders =
        attempts.length === 1
          ? [[0]]
          : [
              [0, 1],
              [1, 0],
            ];
      const possible = orders.map((order) => inTurn(naive, attempts, order));
      const fitting = possible.find(
        (each) => isDeepStrictEqual(each.codes, codes) && isDeepStrictEqual(each.after, stored),
      );
      expect(fitting ?? { seed, step, attempts, codes, stored, possible }).toBe(fitting);
      naive = stored;
    }
  },
);
