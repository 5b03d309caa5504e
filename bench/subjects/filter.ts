import { Decisions } from "../../gateway/Decisions.ts";
import { loadSupergraph } from "../../gateway/loadSupergraph.ts";
import { type FilterPart, FilterWorkbench } from "../filter/FilterWorkbench.ts";
import { personDocument } from "../filter/personDocument.ts";
import { timed } from "../filter/timed.ts";
import { median } from "../median.ts";
import { listQuestion } from "../questions.ts";
import { rounded } from "../rounded.ts";
import type { Pace, Row, Subject } from "../Subject.ts";

const parts: readonly FilterPart[] = ["off", "field rules", "field and record rules"];

/** What the filter costs by itself, in this process: subgraphs answer by their schema, there is no database, no HTTP and no record. */
export const filter: Subject = {
  name: "filter",
  title:
    "the filter alone, without HTTP, database and record: its share, and how it grows with rules, fields and objects",
  alone: true,
  async measure({ pace, signal, progress }) {
    const bench = await FilterWorkbench.open();
    const rows: Row[] = [];
    const measured = async (what: string, row: () => Promise<readonly Row[]>) => {
      signal.throwIfAborted();
      progress(what);
      rows.push(...(await row()));
    };
    try {
      for (const objects of [20, 200]) await measured(`share, ${objects} persons`, () => shares(bench, objects, pace));
      for (const rules of [20, 200, 2_000]) await measured(`${rules} rules`, () => growth(bench, { rules }, pace));
      for (const fields of [10, 50, 250]) await measured(`${fields} fields`, () => growth(bench, { fields }, pace));
      for (const objects of [20, 200, 2_000])
        await measured(`${objects} persons`, () => growth(bench, { objects }, pace));
      return rows;
    } finally {
      await bench.close();
    }
  },
};

/** A request as often as the pace allows, with more and more of the filter; all three in turn, so that load strikes them alike. */
async function shares(bench: FilterWorkbench, objects: number, { seconds, rounds }: Pace): Promise<readonly Row[]> {
  bench.edges = objects;
  const read = bench.operation(listQuestion.query.replace("first: 20", `first: ${objects}`));
  const ability = bench.ability();
  const times = new Map(parts.map((part) => [part, [] as number[]]));
  for (let round = 0; round < rounds; round += 1) {
    for (const [part, measured] of times)
      measured.push(await timed(() => bench.ask(read(), part, ability), (seconds * 1000) / parts.length, 1));
  }
  const of = (part: FilterPart) => median(times.get(part) ?? []);
  return parts.map((part) =>
    row(`list of ${objects}, filter ${part}`, {
      request: of(part),
      share: ((of(part) - of("off")) / of("field and record rules")) * 100,
    }),
  );
}

async function growth(
  bench: FilterWorkbench,
  {
    rules,
    fields = 20,
    objects = 20,
  }: { readonly rules?: number; readonly fields?: number; readonly objects?: number },
  { rounds }: Pace,
): Promise<readonly Row[]> {
  bench.edges = objects;
  const policy = rules === undefined ? undefined : bench.policyOf(rules);
  const read = bench.operation(personDocument(fields));
  const operation = read();
  const ability = bench.ability(policy);
  const look = await bench.fetched(operation, ability);
  const supergraph = loadSupergraph();
  const name = [rules === undefined ? [] : `${rules} rules`, `${fields} fields`, `${objects} persons`]
    .flat()
    .join(", ");
  return [
    row(name, {
      // A policy is a new one for the ability wherever it is another object.
      ability: policy === undefined ? null : await timed(() => bench.ability({ ...policy }), 60, rounds),
      first: await timed(() => new Decisions(supergraph).of(operation, ability), 60, rounds),
      known: await timed(() => bench.decisions.of(operation, ability), 60, rounds),
      redactFirst: await timed(() => look("first"), 60, rounds),
      redact: await timed(() => look("later"), 60, rounds),
      questions: look("first").questions,
    }),
  ];
}

interface Figures {
  readonly request?: number;
  readonly share?: number;
  readonly ability?: number | null;
  readonly first?: number;
  readonly known?: number;
  readonly redactFirst?: number;
  readonly redact?: number;
  readonly questions?: number;
}

/** Microseconds but for share and questions. */
function row(what: string, { request, share, ability, first, known, redactFirst, redact, questions }: Figures): Row {
  const figure = (value: number | null | undefined) => (value === null || value === undefined ? null : rounded(value));
  return {
    what,
    "request µs": figure(request),
    "filter %": figure(share),
    "ability µs": figure(ability),
    "first decision µs": figure(first),
    "known decision µs": figure(known),
    "first look µs": figure(redactFirst),
    "later look µs": figure(redact),
    "CASL questions": questions ?? null,
  };
}
