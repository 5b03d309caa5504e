import type { GraphQLSchema } from "graphql";
import type { House } from "../../gateway/House.ts";
import { offices } from "../../schema/offices.ts";
import type { Asked } from "./Asked.ts";
import { chance } from "./chance.ts";
import { differences } from "./differences.ts";
import { disagreements } from "./disagreements.ts";
import type { ModelGateway, Observed } from "./ModelGateway.ts";
import { OperationGenerator } from "./OperationGenerator.ts";
import type { ReadLog } from "./ReadLog.ts";
import { Reference } from "./Reference.ts";
import type { Setting } from "./Setting.ts";
import { settings } from "./settings.ts";
import { shrink } from "./shrink.ts";
import type { Tables } from "./Tables.ts";
import { trafficLeaks } from "./trafficLeaks.ts";
import { twin } from "./twin.ts";
import { Values } from "./Values.ts";
import { drawWorn, type Worn } from "./Worn.ts";
import { payloadDisagreements, writeFaults } from "./writeFaults.ts";

/** An operation that was not answered as it must be, shrunk. */
export interface Find {
  readonly number: number;
  readonly setting: Setting;
  readonly asked: Asked;
  readonly worn: Worn | null;
  /** What is wrong, one line each. */
  readonly complaints: readonly string[];
}

/** What a run has seen. */
export interface Outcome {
  readonly finds: readonly Find[];
  readonly operations: number;
  /** Error code (or `DATA` for an answer without any) → answers with it. */
  readonly answers: ReadonlyMap<string, number>;
  /** Mutations that were carried out, and whose payload was held to the reference. */
  readonly carriedOut: number;
  /** Columns and tables in which two worlds differed in some setting. */
  readonly differs: ReadonlySet<string>;
}

export interface RunOptions {
  /** Before two stores. */
  readonly gateway: ModelGateway;
  readonly tables: Tables;
  readonly log: ReadLog;
  readonly operations: number;
  readonly seed: number;
  readonly findsMax: number;
  readonly onProgress?: (done: number) => void;
  /** The gateway's house, or one with a defence that is broken on purpose. */
  readonly house?: House;
  /** Operations that one setting and pair of worlds serve; 40 by default. */
  readonly operationsOfSetting?: number;
  readonly onFind?: (find: Find) => void;
  /** Whether finds are made smaller; true by default. */
  readonly shrinks?: boolean;
  /** Settings that are gone through; all by default. */
  readonly among?: (setting: Setting) => boolean;
  /** Of the settings in turn, those that this run goes through; all by default. Every operation has the number it has in the whole run. */
  readonly share?: Share;
}

/** One of several runs that share the operations of one seed. */
export interface Share {
  readonly index: number;
  readonly of: number;
}

/** An operation before a pair of worlds. */
interface Examined {
  readonly setting: Setting;
  /** The requester's contract. */
  readonly schema: GraphQLSchema;
  readonly reference: Reference;
  readonly others: Tables;
  readonly asked: Asked;
  readonly number: number;
  readonly worn: Worn | null;
}

/**
 * Asks random operations, in every setting in turn, of two worlds that differ in what the policy withholds there. Each answer must be
 * the naive reference's, the same from both worlds, and nothing withheld may have left a subgraph for it.
 */
export async function runModel(options: RunOptions): Promise<Outcome> {
  const { gateway, tables, log, operations, seed, findsMax, house = gateway.house, among = () => true } = options;
  const { share = { index: 0, of: 1 }, operationsOfSetting = 40 } = options;
  const finds: Find[] = [];
  const answers = new Map<string, number>();
  const differs = new Set<string>();
  let carried = 0;
  let done = 0;
  for (let round = 0, turn = 0, begun = 0; begun < operations && finds.length < findsMax; round += 1) {
    const drawn = chance(seed + round * 7919);
    for (const setting of settings(tables, drawn).filter(among)) {
      if (begun >= operations || finds.length >= findsMax) break;
      const count = Math.min(operationsOfSetting, operations - begun);
      if (turn % share.of === share.index) await runSetting(setting, count, begun);
      begun += count;
      turn += 1;
    }
  }
  return { finds, operations: done, answers, differs, carriedOut: carried };

  async function runSetting(setting: Setting, count: number, before: number): Promise<void> {
    const drawn = chance(seed * 100_003 + before);
    const reference = new Reference(tables, log, setting);
    const other = twin(tables, reference, drawn);
    for (const each of other.differs) differs.add(each);
    const { schema } = await house.contracts.of(officeOf(setting), setting.role, setting.purposes);
    const { ties } = reference.rules;
    const column = (name: string) => [...new Set(ties.map((tie) => String(tie[name])))];
    const values = new Values(
      tables,
      { personRef: column("personRef"), caseRef: column("caseRef") },
      log,
      house.policy.version,
    );
    const generator = new OperationGenerator(schema, drawn, values);
    const ask = (asked: Asked, number: number, worn: Worn | null, tell?: (observed: Observed) => void) =>
      examine({ setting, schema, reference, others: other.tables, asked, number, worn }, tell);
    for (let number = before + 1; number <= before + count; number += 1) {
      const asked = generator.draw();
      // How much room a mutation must leave hangs on what it will show; the limits have tests of their own for that.
      const worn = asked.query.includes("mutation") ? null : drawWorn(tables, drawn);
      const complaints = await ask(asked, number, worn, (observed) => {
        values.collect(observed.body);
        note(observed);
      });
      done += 1;
      if (complaints.length > 0) {
        const stillWrong = async (smaller: Asked) => (await ask(smaller, number, worn)).length > 0;
        const smallest = options.shrinks === false ? asked : await shrink(asked, schema, stillWrong);
        const left = await ask(smallest, number, worn);
        // What cannot be repeated is told as it was seen.
        const find = { number, setting, asked: smallest, worn, complaints: left.length > 0 ? left : complaints };
        finds.push(find);
        options.onFind?.(find);
        if (finds.length >= findsMax) return;
      }
      if (done % 20 === 0) options.onProgress?.(done);
    }
  }

  async function examine(
    { setting, schema, reference, others, asked, number, worn }: Examined,
    tell: (observed: Observed) => void = () => {},
  ): Promise<readonly string[]> {
    await gateway.load(0, tables);
    await gateway.load(1, others);
    const reports = gateway.reports.length;
    const seen = await gateway.ask(0, setting, asked, number, { house, worn });
    const isWritten = seen.traffic.some(({ request }) => request.query.startsWith("mutation"));
    const after = isWritten ? await gateway.read(0) : null;
    const seenInTwin = await gateway.ask(1, setting, asked, number, { house, worn });
    tell(seen);
    const complaints = [...differences(seen, seenInTwin)];
    for (const { event, detail } of gateway.reports.slice(reports))
      complaints.push(`${event}: ${JSON.stringify(detail)} ${detail.error ?? ""}`);
    // What exceeds a limit is refused by counting what is written, before any rule is asked.
    if (seen.body.includes('"LIMIT_EXCEEDED"')) return complaints;
    try {
      complaints.push(...disagreements(reference.answer(asked, schema, worn), seen));
      if (after !== null) complaints.push(...written(after));
    } catch (error) {
      complaints.push(`the reference fails: ${error}`);
    }
    if (!isWritten) complaints.push(...seen.traffic.flatMap((exchange) => trafficLeaks(exchange, reference.rules)));
    return complaints;

    function written(stands: Tables): readonly string[] {
      const { carriedOut, faults } = writeFaults(asked, seen, tables, stands);
      if (carriedOut.size === 0) return faults;
      carried += 1;
      const afterwards = new Reference({ ...tables, ...stands }, log, setting);
      return [...faults, ...payloadDisagreements(afterwards.answer(asked, schema, null, carriedOut), seen, carriedOut)];
    }
  }

  function note(observed: Observed): void {
    const { errors = [] } = JSON.parse(observed.body);
    const codes: readonly string[] =
      errors.length === 0
        ? ["DATA"]
        : errors.map((error: { extensions?: { code?: string } }) => String(error.extensions?.code));
    for (const code of new Set(codes)) answers.set(code, (answers.get(code) ?? 0) + 1);
  }
}

function officeOf({ office }: Setting) {
  const known = offices.get(office);
  if (known === undefined) throw new Error(`There is no office ${office}.`);
  return known;
}
