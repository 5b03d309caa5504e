import { ImportError } from "../ImportError.ts";
import type { Fault } from "../reading/Fault.ts";
import type { ReadFact } from "../reading/Item.ts";
import type { Announcer } from "./Announcer.ts";
import type { Gateway } from "./Gateway.ts";
import { operations } from "./operations.ts";

/** What became of a fact. */
export type Sent = { readonly outcome: "ACCEPTED" | "CHANGED" | "UNCHANGED" } | { readonly fault: Fault };

interface Told {
  readonly outcome: string;
  readonly reason: Fault["reason"] | null;
  readonly field?: string | null;
}

/**
 * Sends facts in their order: each run of the same subgraph and action is one request, and the next waits for its answer.
 *
 * @returns what became of each, in their order
 * @throws ImportError where the gateway does not answer
 */
export async function sendFacts(
  gateway: Gateway,
  announcer: Announcer,
  facts: readonly ReadFact[],
  profile: { readonly name: string; readonly version: string },
): Promise<readonly Sent[]> {
  const sent: Sent[] = [];
  for (const run of runsOf(facts)) {
    const [{ action, subgraph }] = run;
    const { query, root } = operations[subgraph][action];
    if (action === "SUPPLY") sent.push(...(await supply(gateway, announcer, run, profile, query, root)));
    else {
      const references = run.map(({ kind, input }) => ({ kind: kindName(kind), reference: input.reference }));
      const input =
        action === "ERASE" ? { facts: references } : { facts: references, restricted: action === "RESTRICT" };
      sent.push(...(await ask(gateway, query, root, input)).map(outcomeOf));
    }
  }
  return sent;
}

type Run = readonly [ReadFact, ...ReadFact[]];

function runsOf(facts: readonly ReadFact[]): readonly Run[] {
  const runs: [ReadFact, ...ReadFact[]][] = [];
  for (const fact of facts) {
    const last = runs.at(-1);
    if (last?.[0].action === fact.action && last[0].subgraph === fact.subgraph) last.push(fact);
    else runs.push([fact]);
  }
  return runs;
}

async function supply(
  gateway: Gateway,
  announcer: Announcer,
  run: Run,
  profile: { readonly name: string; readonly version: string },
  query: string,
  root: string,
): Promise<readonly Sent[]> {
  const persons = run.flatMap(({ person }) => (person === null ? [] : [person]));
  const announced = await announcer.announce(persons);
  const ready = run.flatMap(({ input }, index) => {
    const each = announced[index];
    return each !== undefined && "ticket" in each ? [{ ...input, ticket: each.ticket }] : [];
  });
  const input = { profile: profile.name, profileVersion: profile.version, facts: ready };
  const told = ready.length === 0 ? [] : await ask(gateway, query, root, input);
  let next = 0;
  return announced.map((each) => {
    if ("field" in each) return { fault: { column: each.field, valueClass: null, reason: "PERSON_UNREADABLE" } };
    const answer = told[next++];
    if (answer === undefined) throw new Error("Every fact has an answer.");
    return outcomeOf(answer);
  });
}

async function ask(gateway: Gateway, query: string, root: string, input: object): Promise<readonly Told[]> {
  const { data, errors } = await gateway.send(query, { input });
  const told: readonly Told[] | undefined = data?.[root]?.facts;
  if (told !== undefined) return told;
  const [{ message = "no answer", extensions = {} } = {}] = errors;
  const at = extensions.field === undefined ? "" : ` at ${extensions.field}`;
  throw new ImportError(`The gateway does not take what is sent (${extensions.code ?? "no code"}${at}): ${message}`);
}

function outcomeOf({ outcome, reason, field = null }: Told): Sent {
  if (outcome === "ACCEPTED" || outcome === "CHANGED" || outcome === "UNCHANGED") return { outcome };
  return { fault: { column: field, valueClass: null, reason: reason ?? "INVALID_VALUE" } };
}

/** Name of a kind where it is referred to, for example `POLICE_FINDING` for the input field `policeFinding`. */
function kindName(kind: string): string {
  return kind.replaceAll(/[A-Z]/g, (letter) => `_${letter}`).toUpperCase();
}
