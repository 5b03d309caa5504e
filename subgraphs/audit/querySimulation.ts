import { and, asc, count, eq, gte, inArray, isNotNull, or } from "drizzle-orm";
import { recordedAccess } from "../../schema/policyRecord/recordedAccess.ts";
import { type RecordedAccess, type Simulation, simulate } from "../../schema/policyRecord/simulate.ts";
import type { SubgraphContext } from "../shell/SubgraphContext.ts";
import { SubgraphError } from "../shell/SubgraphError.ts";
import { readPolicy } from "./readPolicy.ts";
import { decision, keyRow, operation, subject } from "./tables.ts";
import { recordVisible, subjectVisible } from "./visibility.ts";

interface SimulationArguments {
  readonly draft: string;
  readonly since: string;
  readonly date?: string | null;
}

/** Accesses that one question replays; of more, `npm run policy -- simulate` is asked. */
const accessesMax = 50_000;

/**
 * What a draft would have made of the accesses that the index holds since a day.
 *
 * @throws SubgraphError INVALID_INPUT for a version that is not on record, and for more accesses than one question replays
 */
export async function querySimulation(
  folder: string,
  { draft: version, since, date }: SimulationArguments,
  context: SubgraphContext,
): Promise<Omit<Simulation, "simulated"> & { readonly changes: Simulation["simulated"] }> {
  const draft = await readPolicy(folder, version, "draft");
  const inForce = await readPolicy(folder, null);
  const accesses = await accessesSince(since, context);
  const { simulated, ...counts } = simulate(accesses, { draft, inForce, date: date ?? null });
  return { ...counts, changes: simulated };
}

async function accessesSince(since: string, { database, grant }: SubgraphContext): Promise<readonly RecordedAccess[]> {
  const wanted = and(
    recordVisible(grant),
    isNotNull(operation.decisionId),
    or(eq(operation.outcome, "ANSWERED"), eq(operation.refusalCode, "MUTATION_REFUSED")),
    gte(operation.at, `${since}T00:00:00.000Z`),
  );
  const [total] = await database.select({ accesses: count() }).from(operation).where(wanted);
  if ((total?.accesses ?? 0) > accessesMax)
    throw new SubgraphError(
      "INVALID_INPUT",
      `Name a later day: there are more than ${accessesMax} accesses since.`,
      "since",
    );
  const operations = await database
    .select({ operation, decision })
    .from(operation)
    .innerJoin(decision, eq(decision.id, operation.decisionId))
    .where(wanted);
  const subjects = await database
    .select({ operationId: subject.operationId, token: subject.token, positions: subject.positions })
    .from(subject)
    .leftJoin(keyRow, eq(keyRow.token, subject.token))
    .where(
      and(
        inArray(subject.operationId, database.select({ id: operation.id }).from(operation).where(wanted)),
        subjectVisible(grant, keyRow.value),
      ),
    )
    .orderBy(asc(subject.operationId), asc(subject.place));
  const byOperation = Map.groupBy(subjects, ({ operationId }) => operationId);
  return operations.flatMap(
    (each) => recordedAccess(each.operation, each.decision, byOperation.get(each.operation.id) ?? []) ?? [],
  );
}
